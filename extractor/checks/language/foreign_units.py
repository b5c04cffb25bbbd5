"""Words of another kind of unit, told as the body's own: 镇党委 in a bureau's report, 县政务公开办
in a district's, 全市 for a county's own figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.language.named_elsewhere import sentence_at
from extractor.report.identity.places import ParsedName

# What stands before a word that needs no name before it.
_BARE = (
    r"(?:(?<![\u4e00-\u9fffA-Za-z\d])|(?<=[由经被在向对按请与和及受把从于为报])|(?<=列入)"
    r"|(?<=纳入)|(?<=提交)|(?<=年)|(?<=月)|(?<=日))"
)
_PARTY = re.compile(
    rf"{_BARE}(?P<unit>局|厅|委|镇|乡|街道)党(?:组|委|工委)(?=会|重要|议事|议程|专题|研究|审议|班子|书记任|定期|每)"
)
_LEADER = re.compile(
    rf"{_BARE}(?:分管)?副?(?P<unit>局|厅|镇|乡)长(?=(?:任|担任|为)[^，。；]{{0,8}}(?:组长|责任人)|分管|负总责|亲自抓|牵头)"
)
_INSIDE = re.compile(
    rf"{_BARE}(?P<unit>局|厅|委|镇|乡|街道)里(?=由|成立|没有|未|开会|召开|的?(?:政府信息公开|政务公开|信息公开)|主动公开|共?收到|共?公开)"
)
_UNITS = (_PARTY, _LEADER, _INSIDE)
_UNIT_SIGNS = re.compile("党[组委工]|[局厅镇乡]长|[局厅委镇乡道]里")
# Where those below are told of together, one of them may be told of without its name.
_OF_THOSE_BELOW = re.compile("各[局委镇乡街单部]|乡镇|镇街|街镇|镇村|村镇|下属|所属|每个|其中|某")

_ORGAN = (
    r"(?:人民政府|政府(?!采购|债|投资|购买)|委(?![托派员任屈])|纪委|监委|人大(?!代会)|政协"
    r"|政务公开|政务办|财政局|司法局|档案馆|融媒体中心|大数据)"
)
_LEVEL = re.compile(
    rf"{_BARE}(?P<letter>[县区旗])(?={_ORGAN})|(?P<all>全(?P<scope>[县区旗]))(?![域块间分级])"
)
_LEVEL_SIGNS = re.compile(f"[县区旗]{_ORGAN}|全[县区旗]")
_OTHERS_WORDS = re.compile(
    "申请人|来信|来电|咨询|投诉|诉求|网民|转发|学习|考察|借鉴|交流|互查|对标|对方|参观|调研|协查|移[送交]|转[送交请办]|告知|跨|邻|兄弟|结对|帮扶|援|“"
)
# An autonomous region and a new area are 区 to the counties within.
_OTHER_REGIONS = re.compile("自治区|新区|示范区|开发区|高新区|经开区")

_OWN_FIGURES = re.compile(
    r"(?:^|[。；，])\s?(?:20\d\d年(?:度)?[，,]?|全年|本年度?)?(?P<words>全市|全省|[市省](?:人民)?政府(?:及[市省]?(?:人民)?政府办(?:公室)?)?)"
    r"(?:本年度?|当年|全年|年内|共|各级行政机关){0,2}(?:制发|发出|新?收到|受理|主动公开|答复|办结|废止)[^，。；]{0,16}?\d"
)


def foreign_units(text: str, foreign: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Other bodies' party groups, heads and insides, where only the own could be meant."""
    if not _UNIT_SIGNS.search(text):
        return
    for pattern in _UNITS:
        for match in pattern.finditer(text):
            sentence = sentence_at(text, match.start())
            if match["unit"] in foreign and not _OF_THOSE_BELOW.search(sentence):
                yield match.span()


def foreign_levels(text: str, own: ParsedName, whole: str) -> Iterator[tuple[int, int]]:
    """县政府 or 全县 in a district's report, 区政府 or 全区 in a county's."""
    if not _LEVEL_SIGNS.search(text):
        return
    letters = _other_counties(own, whole)
    for match in _LEVEL.finditer(text) if letters else ():
        letter = match["letter"] or match["scope"]
        if letter in letters and not _OTHERS_WORDS.search(sentence_at(text, match.start())):
            yield match.span()


def higher_figures(text: str) -> Iterator[tuple[int, int]]:
    """全市发出补正告知书12件: a county's own figures, told as the city's."""
    for match in _OWN_FIGURES.finditer(text):
        behind = re.split("[。；]", text[match.end() :], maxsplit=1)[0]
        # Beside the own part the whole is told for comparison.
        if not re.search("[我全本][县区旗]|其中|占|排|位居|平均|转发", match.group() + behind):
            yield match.span("words")


def _other_counties(own: ParsedName, whole: str) -> str:
    counties = [place.suffix for place in own.places if place.level == "county"]
    if not counties or any(place.suffix == "zone" for place in own.places):
        return ""
    if counties[-1] == "区":
        return "县旗"
    if counties[-1] == "县":
        return "旗" if _OTHER_REGIONS.search(whole) else "区旗"
    return ""
