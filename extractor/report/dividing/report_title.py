"""The report's title: one or several lines near the top, among what pages print around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.report.dividing.patterns import any_of
from extractor.report.dividing.squashed import squashed
from extractor.report.flow import Flow, Stretch

# Web pages print some lines above the title.
_TOP_LINES = 40
_MAX_LINES = 4
_MAX_LINE = 60
_MAX_TITLE = 75
_MAX_MOTTO = 30

YEAR = r"(?:(?:20\d\d[—－–-]{1,2})?20\d\d学?|二[〇○零O0][一二三四五六七八九〇○零O0]{2})年?度?"
# 2023年度企业信息公开: whose information it is, which behind a year is no part of a name.
QUALIFIER = (
    "(?:(?<=[年度])(?:公共)?(?:企事业单位|企业|事业单位|医疗卫生机构|医院|学校|高校|教育|环境))?"
)
_CORE = re.compile(
    r"(?:政府信息|政务信息|政务|信息).{0,4}公开.{0,24}(?:报告|年报|总结)"
    r"(?:[（(〔\[【][^）)〕\]】]{1,24}[）)〕\]】])?》?"
    rf"(?:[·•・—－-]{{0,2}}{YEAR})?(?:[—－-]{{1,2}}[\u4e00-\u9fff]{{3,30}})?(?:公布|公示|\.(?:docx?|pdf|wps))?"
)
# 云岭县财政局关于公布2023年…年度报告的公告: a title only where there is no other.
_ANNOUNCED = re.compile(rf"{_CORE.pattern}的(?:公告|通告|函)")
_NO_TITLE = re.compile(
    r"[。；！？;!?，,]|[：:].|[>＞»/|]|浏览|字体|点击|打印|门户|网站"
    r"|^(?:首页|索引号|来源|发布|当前位置|附件|目录|关于印发|本报告)"
)
# Words that end an agency's or a place's name.
_LAST_WORD = any_of(
    "局 委 会 厅 办 室 府 处 院 校 所 站 中心 公司 集团 大学 机关 署 社 团 馆 队 部 行 关"
    " 中学 小学 高中 幼儿园 [林农牧]场 [残妇文侨]联 科协 电视台 气象台"
    " 省 市 县 区 镇 乡 街道 旗 州 盟 苏木"
)
NAME_END = rf"{_LAST_WORD}(?:[（(][\u4e00-\u9fff、]{{2,20}}[）)])?"
NAME_BELOW = rf"[\u4e00-\u9fff·]{{3,30}}?{NAME_END}"
_BESIDE = rf"(?:[（(〔\[【]?{YEAR}[）)〕\]】]?)"
_ABOVE = re.compile(
    rf"(?:{_BESIDE}|{_BESIDE}?[\u4e00-\u9fff·（）()、]{{2,40}}?{NAME_END}(?:关于(?:公布|发布)?)?{_BESIDE}?|关于)"
)
_PLACE_ABOVE = re.compile("[\u4e00-\u9fff]{2,10}[省市县区旗州盟]")
_YEAR_BELOW = re.compile(
    rf"[（(〔\[【]?{YEAR}[）)〕\]】]?|[（(]20\d\d[年.]\d[\d年月日至到.—－–~～-]{{6,24}}[）)]"
)
_REMARK_BELOW = re.compile(
    "[（(](?:全文|简本|(?:对外|网站|网上|公开|公示|公布|发布|正式|网络|电子|向社会)+[版稿本])[）)]"
)
_REMARK = re.compile(rf"{_REMARK_BELOW.pattern}$")
# ——以公开促公平
_SUBTITLE = re.compile(r"(?:——?|－－?)(?!\d)[^。；：:—]{3,28}")
# A second name on a line of its own: （云岭县粮食和物资储备局）
_SECOND_NAME = re.compile(rf"[（(][\u4e00-\u9fff、]{{2,30}}?{_LAST_WORD}[）)]")
_ONE_NAME = re.compile(rf"[\u4e00-\u9fff·]{{2,30}}?{_LAST_WORD}")
# What departments' names have of the words for places: 住房和城乡建设局.
_NO_PLACE = re.compile("城[乡镇市]|乡村|市场|市政|社区|农村")
_LABELLED = re.compile("^(?:标题|题名|文件名称|信息名称)[：:]")
_NAME_BELOW = re.compile(rf"[（(〔\[【—－-]{{0,2}}{NAME_BELOW}[）)〕\]】]?")
# （云岭县财政局 2023年度）: whose, and of which year, in one line.
_NAME_AND_YEAR_BELOW = re.compile(rf"[（(〔\[【]{NAME_BELOW}{YEAR}[）)〕\]】]")
_GLUED = re.compile(
    r"(?P<title>[^。，；：《》]{4,50}?公开[^。，；：《》]{0,16}报告)"
    r"(?=根据|按照|依据|依照|本报告|为|现将|[一1]、)"
)
_HAS_YEAR = re.compile(YEAR)


@dataclass(frozen=True, slots=True)
class Title:
    """The title with blanks and line breaks left out, and its place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    stretch: Stretch
    hinted: bool


def find_title(flow: Flow, stop: int) -> Title | None:
    """The title before an offset, the first section's; of several the one that says most."""
    lines = _top(flow, stop)
    for core in (_CORE, _ANNOUNCED):
        found = [title for first in range(len(lines)) if (title := _from(lines, first, core))]
        if found:
            return max(found, key=lambda pair: (pair[0], pair[1].start))[1]
    return _glued(flow, lines)


def _top(flow: Flow, stop: int) -> list[_Line]:
    lines = []
    for stretch in flow.stretches[:_TOP_LINES]:
        if stretch.start >= stop:
            break
        if stretch.paragraph is None:
            continue
        head = squashed(flow.text, stretch.start, stretch.end)
        if head.text:
            hinted = stretch.paragraph.heading == 1 or stretch.paragraph.align == "center"
            # A long line is no part of a title.
            text = head.text.strip("|") if head.whole else head.text + "。"
            text = _LABELLED.sub("", text)
            lines.append(_Line(text, stretch, hinted))
    return lines


def _from(lines: Sequence[_Line], first: int, core: re.Pattern[str]) -> tuple[int, Title] | None:
    """The title whose own words begin on this line, with the lines that belong to it."""
    joined = ""
    for last in range(first, min(first + _MAX_LINES, len(lines))):
        if not _may_be_part(lines[last].text):
            return None
        joined += lines[last].text
        match = core.search(joined)
        if match and match.end() >= len(joined.rstrip("：:")):
            if last > first and _begins_later(lines[first].text, joined):
                return None
            return _extended(lines, first, last)
    return None


def _begins_later(first: str, joined: str) -> bool:
    """Whether the title's own words begin below; 政府 may end the first line, 信息公开 go on."""
    later = _CORE.search(joined, len(first))
    return later is not None and not (later.start() == len(first) and first.endswith("政府"))


def _may_be_part(text: str) -> bool:
    return len(text) <= _MAX_LINE and not _NO_TITLE.search(_REMARK.sub("", text))


def _extended(lines: Sequence[_Line], first: int, last: int) -> tuple[int, Title] | None:
    text = "".join(line.text for line in lines[first : last + 1])
    above = 0
    while first > 0 and above < _MAX_LINES and _belongs_above(lines[first - 1].text, text):
        first, above = first - 1, above + 1
        text = lines[first].text + text
    if first > 1 and not _named(text) and _two_names(lines[first - 2].text, lines[first - 1].text):
        text = lines[first - 2].text + lines[first - 1].text + text
        first -= 2
    if first > 0 and text[0] == "—" and len(lines[first - 1].text) <= _MAX_MOTTO:
        first -= 1  # 把话说明白，把事办公开 — the motto above a dash
        text = lines[first].text + text
    named = _named(text)
    while last + 1 < len(lines):
        below = lines[last + 1].text
        dates = _YEAR_BELOW.fullmatch(below) and not _HAS_YEAR.search(text)
        names = not named and _NAME_BELOW.fullmatch(below) and "网" not in below
        beside = _REMARK_BELOW.fullmatch(below) or (named and _SUBTITLE.fullmatch(below))
        both = not named and not _HAS_YEAR.search(text) and _NAME_AND_YEAR_BELOW.fullmatch(below)
        if not dates and not names and not beside and not both:
            break
        named = named or bool(names or both)
        last += 1
        text += below
    if len(text) > _MAX_TITLE:
        return None
    score = 2 * bool(_HAS_YEAR.search(text)) + 2 * bool(_CORE.search(text) and named)
    score += any(line.hinted for line in lines[first : last + 1])
    return score, Title(text, lines[first].stretch.start, lines[last].stretch.end)


def _belongs_above(line: str, title: str) -> bool:
    if not _may_be_part(line) or not _ABOVE.fullmatch(line) or _CORE.search(line):
        return False
    if _HAS_YEAR.fullmatch(line.strip("（()）〔〕[]【】")):
        return not _HAS_YEAR.search(title)
    if _HAS_YEAR.search(line) and _HAS_YEAR.search(title):
        return False
    return not _named(title) or (bool(_PLACE_ABOVE.fullmatch(line)) and not _placed(title))


def _two_names(line: str, below: str) -> bool:
    """Whether two lines give an agency's name and, in brackets, its second one."""
    return bool(_ONE_NAME.fullmatch(line) and _SECOND_NAME.fullmatch(below))


def _placed(title: str) -> bool:
    """Whether the name in the title has its place: 林业局 has none."""
    name = _NO_PLACE.sub("", _name(title))
    return bool(re.search("[省市县区旗镇乡州盟]|街道|国家", name))


def _named(title: str) -> bool:
    """Whether anything but years stands in front of the title's own words."""
    return len(_name(title)) >= 2


def _name(title: str) -> str:
    match = re.search(rf"{QUALIFIER}(?:政府信息|政务信息|政务|信息).{{0,4}}公开", title)
    before = title[: match.start()] if match else ""
    return re.sub(rf"{YEAR}|关于|年度|\W|[全我本][省市县区镇乡旗州](?={YEAR}|$)", "", before)


def _glued(flow: Flow, lines: Sequence[_Line]) -> Title | None:
    """A title that runs into the text behind it."""
    for line in lines[:3]:
        head = squashed(flow.text, line.stretch.start, line.stretch.end)
        match = _GLUED.match(head.text)
        if match:
            return Title(match["title"], head.start(0), head.end(match.end()))
    return None
