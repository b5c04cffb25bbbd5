"""Another body told of as only the reporting one is: 县水利局高度重视政府信息公开工作."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.report.identity.places import ParsedName, parsed

_PUBLICITY = r"(?:政务公开|政府信息公开|信息公开)"
_NAME = (
    r"(?:[\u4e00-\u9fff]{2,4}?[省市县区旗]|[省市县区旗])[\u4e00-\u9fff]{1,12}?"
    r"(?:局|厅|委员会|委|街道办事处|[镇乡]人民政府)"
)
_BEGINS = (
    r"(?:^\s*|[。；：，]\s*(?:[一二三四五六七八九]是)?|年(?:度)?[，,]?|全年)(?!本年|全年|今年|其中)"
)
# What a body says of itself in its own report, and hardly of others.
_DUTY = (
    rf"(?:20\d\d年(?:度)?[，,]?|全年|本年度?|始终|认真|严格|切实|共|累计|按照要求|积极|进一步|不断|持续){{0,3}}(?:高度重视(?:[^，。；]{{0,10}}{_PUBLICITY}|信息管理)|坚持问题导向|坚持把{_PUBLICITY}"
    rf"|(?:没有|未|共)?收到(?:群众|公民)?(?:政府)?信息公开申请|主动公开(?:各类)?(?:政府)?信息[^，。；]{{0,6}}\d|(?:没有|未)发生[^，。；]{{0,6}}因政府信息公开"
    rf"|成立(?:了)?由?[^，。；]{{0,10}}(?:任组长的)?{_PUBLICITY}(?:工作)?领导小组|成立(?:了)?由[^，。；]{{0,8}}任组长"
    rf"|没有(?:自己的|独立的?)?(?:门户)?网站|(?:共|累计)(?:主动)?公开|[胜败]诉|(?:没有|未)?收取[^，。；]{{0,8}}信息处理费|没有行政事业性收费|(?:贯彻|落实)(?:执行)?《(?:中华人民共和国)?政府信息公开条例》"
    rf"|(?:将|把){_PUBLICITY}(?:工作)?(?:纳入|作为|列入)|{_PUBLICITY}(?:工作)?(?:队伍|力量|意识|水平|制度|人员|还|存在|仍|取得|在))"
)
_OF_ITSELF = re.compile(
    rf"(?:{_BEGINS}(?={_NAME}{_DUTY})"
    rf"|{_PUBLICITY}(?:工作)?由(?={_NAME}(?:办公室|综合[科股室])?(?:负责|承担|牵头)))"
    rf"(?P<name>{_NAME})"
)
_QUICK = re.compile(r"[省市县区旗][\u4e00-\u9fff]{1,12}?(?:局|厅|委|街道办事处|政府)")
# Deeds for or against the reporting body, and what became of old bodies, are no leftovers.
_TOLD_OF_OTHERS = re.compile(
    "[我本](?:局|委|办|厅|镇|乡|街道|县|区|市|机关|单位)|并入|划转|合并|挂牌|原|更名|改革|前身|下属|所属|政务公开办|例如|比如|等单位|等部门|通报"
)
_GENERIC = re.compile(
    "(?:人民)?政府(?![\u4e00-\u9fff]*街道)|党委|县委|市委|区委|省委|旗委|纪委|监委|部门|单位|各|有关|办公室"
)
_ENDING = re.compile("(?:委员会|局|厅|委|街道办事处|人民政府)$")
# 监管 is short for 监督管理, 城管局 for 城市管理局: these words are of the name itself.
_OFFICE = re.compile("(?:管理|监督)$")
_AND = re.compile("[和与及、]")


def told_as_itself(text: str, own: str) -> Iterator[tuple[int, int]]:
    """Start and end of another body's name."""
    if not _QUICK.search(text):
        return
    for match in _OF_ITSELF.finditer(text):
        name = match["name"]
        end = min(
            (at for sign in "。；\n" if (at := text.find(sign, match.end())) >= 0),
            default=len(text),
        )
        if not _GENERIC.search(name[:-1] if name.endswith("委") else name) or name.endswith(
            ("镇人民政府", "乡人民政府")
        ):
            clause = text[max(0, match.start("name") - 4) : end]
            if not _TOLD_OF_OTHERS.search(clause) and is_other(name, own):
                yield match.span("name")


def is_other(name: str, own: str) -> bool:
    """Another body of this level, or the same of another place; a short form is the same."""
    if name in own or own in name:
        return False
    # 区城市管理局 is the district's, of no place called 区城市.
    one, other = parsed(name.replace("城市管理", "城管")), parsed(own)
    first, second = {p.name for p in one.places}, {p.name for p in other.places}
    if not one.places:
        return not _same(one.body[1:], other.body) and _own_level(one.body[:1], other)
    if _same(one.body, other.body):
        return (
            bool(second and not first & second) and one.places[-1].level == other.places[-1].level
        )
    return True


def _same(one: str, other: str) -> bool:
    """Whether one is short for the other: 人社局 of 人力资源和社会保障局."""
    first, second = (_AND.sub("", _ENDING.sub("", body)) for body in (one, other))
    bare = (_OFFICE.sub("", first), _OFFICE.sub("", second))
    if not all(bare):
        return True
    return any(
        _within(short, long) or _within(long, short) for short, long in ((first, second), bare)
    )


def _within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)


def _own_level(letter: str, own: ParsedName) -> bool:
    """县水利局 beside a county's body is its neighbour; 市水利局 is a superior."""
    suffixes = {p.suffix for p in own.places}
    return letter in suffixes or any(suffix.endswith(letter) for suffix in suffixes)
