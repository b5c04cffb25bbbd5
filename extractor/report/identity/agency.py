"""The agency as the report names itself: in the title, else the signature, else the preamble."""

from __future__ import annotations

import re

from extractor.report.dividing.report_title import YEAR, Title
from extractor.report.dividing.signature import Signature
from extractor.report.flow import Flow
from extractor.report.identity.places import parsed
from extractor.report.identity.stated import Stated

_PUBLIC = re.compile(r"(?:政府信息(?:与政务|和政务)?|政务信息|政务|信息)公开")
_BEHIND = re.compile(
    rf"(?:政府信息|政务信息|政务|信息)(?:与政务|和政务)?公开(?:工作)?(?:情况)?(?:的)?(?:{YEAR}"
    rf"|本?年度)?(?:的)?(?:政府)?(?:信息公开)?"
    rf"(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:{YEAR})?(?:工作)?(?:情况)?(?:的)?(?:总结)?(?:报告|年报"
    rf"|总结)"
    r"(?:[（(〔\[【](?P<aside>.*)[）)〕\]】])?》?(?:公布|公示|\.\w+)?"
)
_NOT_AGENCY = re.compile(rf"{YEAR}|^关于|关于$|^的|的$|^年度|年度$|^本级|[《》“”]")
_NAME = re.compile(r"[\u4e00-\u9fff·（）()、]{3,40}")
# Bodies of a place, which titles like to leave out: 石磨岭镇2023年…
_BODY = r"(?:人民政府(?:办公[室厅])?|街道办事处|办事处|管理委员会|管委会|政府(?:办公[室厅])?)"
_BEFORE_NAME = re.compile(
    r"^.*(?:编制|编写|公布|发布|现将|将|由|为|对|是|请与|与|向|在|经|即|和|及|系|的|按照|根据"
    r"|依据)(?=[\u4e00-\u9fff]{3})"
)
_BODY_END = (
    r"(?:局|委员会|委|厅|办公室|办公厅|人民政府|政府|办事处|管委会|中心|公司|署|院|所|馆"
    r"|站|处|总队|支队|大队|联合会|集团|大学|学院|医院|社|部)"
)
_IN_PREAMBLE = (
    re.compile(rf"由(?P<name>[\u4e00-\u9fff（）]{{3,30}}?{_BODY_END})(?:负责)?(?:组织)?(?:汇总"
               rf"|编制|编写|编纂|发布|公布|撰写|起草)"),
    re.compile(rf"(?<![\u4e00-\u9fff])(?:现将|特向社会公布|编制"
               rf"|公布)?(?P<name>[\u4e00-\u9fff（）]{{3,30}}?{_BODY_END})[（(]以下(?:简)?称"),
    re.compile(rf"(?<![\u4e00-\u9fff])(?:现将|现公布|特(?:向社会)?公布|编制"
               rf"|制作)(?P<name>[\u4e00-\u9fff（）]{{3,30}}?{_BODY_END})(?:关于)?{YEAR}"),
    re.compile(rf"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff（）]{{3,30}}?{_BODY_END})(?:根据"
               rf"|按照|依据|依照|编制|编写|组织编制)"),
    re.compile(r"与(?P<name>[\u4e00-\u9fff（）]{3,30}?(?:局|委员会|委|厅|人民政府|政府|办事处"
               r"|管委会|中心|署))(?:[\u4e00-\u9fff]{0,8}?(?:办公室|股|科|处|室|中心))?(?:[（(]"
               r"|联系)"),
)  # fmt: skip
_SUPERIOR = re.compile("国务院|门户网站|政务公开办$|信息与政务公开|全国|中央")


def agency_of(
    flow: Flow,
    title: Title | None,
    signature: Signature | None,
    stretches: tuple[tuple[int, int], ...],
) -> Stated[str] | None:
    """The reporting agency; `stretches` are preamble and overview, in which it may be named."""
    titled = in_title(flow, title) if title else None
    signed = _signed(flow, signature)
    if titled is None:
        return signed or _told(flow, stretches)
    name = parsed(titled.value)
    if name.body:
        return _fuller(titled, signed) if not name.places and not name.central else titled
    place = name.places[-1].name if name.places else titled.value
    if signed is not None and (place in signed.value or _is_government(signed.value)):
        with_place = _body_of(flow, place, stretches) if place not in signed.value else None
        return with_place or signed
    return _body_of(flow, place, stretches) or titled


def in_title(flow: Flow, title: Title) -> Stated[str] | None:
    """What the title says besides the year and its own words."""
    head = _head(title.text)
    if head is None:
        return None
    name = head
    while (shorter := _NOT_AGENCY.sub("", name)) != name:
        name = shorter
    if not _NAME.fullmatch(name):
        return None
    start, end = _find(flow, title, name)
    return Stated(name, start, end)


def _head(title: str) -> str | None:
    """What stands in front of the title's own words, or else in brackets behind them."""
    for match in _PUBLIC.finditer(title):
        behind = _BEHIND.fullmatch(title, match.start())
        if behind is None:
            continue
        head, aside = title[: match.start()], behind["aside"] or ""
        bare = _NOT_AGENCY.sub("", head)
        return head if bare or not re.search(_BODY_END + "$", aside) else aside
    return None


def _find(flow: Flow, title: Title, name: str) -> tuple[int, int]:
    offsets = [at for at in range(title.start, title.end) if not flow.text[at].isspace()]
    chars = "".join(flow.text[at] for at in offsets)
    first = chars.find(name)
    if first < 0:
        return title.start, title.end
    return offsets[first], offsets[first + len(name) - 1] + 1


def _signed(flow: Flow, signature: Signature | None) -> Stated[str] | None:
    if signature is None or signature.agency is None:
        return None
    start, end = signature.agency
    name = re.sub(r"\s", "", flow.text[start:end])
    name = re.sub(r"[（(](?:盖章|公章|章|签章)[）)]$", "", name)
    return Stated(name, start, end) if len(name) >= 3 else None


def _fuller(titled: Stated[str], signed: Stated[str] | None) -> Stated[str]:
    """县水务局 in the title, 临溪县水务局 in the signature: the name with its place."""
    longer = signed is not None and len(signed.value) > len(titled.value)
    return signed if signed and longer and signed.value.endswith(titled.value) else titled


def _is_government(name: str) -> bool:
    return bool(re.search(_BODY + "$", name))


def _body_of(flow: Flow, place: str, stretches: tuple[tuple[int, int], ...]) -> Stated[str] | None:
    """The body of a place that the title names alone: 红岩头镇 → 禾塘县红岩头镇人民政府."""
    body = _BODY if not place.endswith("街道") else "办事处"
    pattern = re.compile(
        rf"(?P<before>[\u4e00-\u9fff]{{2,12}}(?:省|市|县|区|旗"
        rf"|州))?{re.escape(place)}{body}(?!门户|网站|网)"
    )
    for start, end in stretches:
        match = pattern.search(flow.text, start, end)
        if match is None:
            continue
        lead = _BEFORE_NAME.match(match["before"] or "")
        first = match.start() + (lead.end() if lead else 0)
        return Stated(flow.text[first : match.end()], first, match.end())
    return None


def _told(flow: Flow, stretches: tuple[tuple[int, int], ...]) -> Stated[str] | None:
    for start, end in stretches:
        for pattern in _IN_PREAMBLE:
            for match in pattern.finditer(flow.text, start, end):
                name, first = match["name"], match.start("name")
                lead = _BEFORE_NAME.match(name)
                if lead:
                    name, first = name[lead.end() :], first + lead.end()
                if not _SUPERIOR.search(name) and parsed(name).places:
                    return Stated(name, first, first + len(name))
    return None
