"""L602: another agency or level left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.language.foreign_units import foreign_levels, foreign_units, higher_figures
from extractor.checks.language.lines import Line, body, finding, lines
from extractor.checks.language.named_elsewhere import elsewhere, signed_elsewhere
from extractor.checks.language.other_bodies import is_other, told_as_itself
from extractor.checks.language.self_words import foreign_selves, foreign_words
from extractor.checks.model import Case, Finding, Rule, Said
from extractor.report.identity.places import ParsedName, parsed

_SURE, _LIKELY = 0.9, 0.8
_RANK = {"township": 0, "zone": 0, "county": 1, "city": 2, "province": 3, "ministry": 4}
_SCOPE = {"全国": 4, "全省": 3, "全市": 2, "全县": 1}
_WORK = r"(?:政务公开|政府信息公开|信息公开)"
_LEADS = re.compile(
    r"(?:推动|推进|指导|统筹|督促|引领|带动|规范|深化|部署)(?:了|好)?(?P<scope>全国|全省|全市|全县)"
    rf"(?:各级(?:行政机关|政府|部门)|各地|各部门|各单位)?(?:的)?(?:基层)?{_WORK}(?:工作|水平|质量)?"
)
# Others' deeds and words, and a small part in a large thing, are none.
_OTHERS = re.compile(
    r"会议|精神|要求|文件|通知|意见|方案|要点|按照|根据|落实|贯彻|参加|参与|协助|配合|助力|贡献|走在|前列|排名|位居|通报|印发"
    r"|[省市县]政府|[省市县]委|上级|国务院|为(?:推动|推进)|经验|试点|表彰|评为|“|《"
)
_MADE_BY = re.compile(
    r"本(?:年度)?报告(?:是|系)?(?:由|，由)(?P<name>[\u4e00-\u9fff]{3,24}?(?:局|厅|委员会|街道办事处|镇人民政府|乡人民政府))(?:负责)?(?:编制|编写|编制发布|制作)"
    r"|(?:疑问|本报告|年度报告)[^。；\n]{0,40}请(?:直接)?与(?P<contact>[\u4e00-\u9fff]{3,24}?(?:局|厅|委员会|街道办事处|镇人民政府|乡人民政府))(?:[\u4e00-\u9fff]{0,4}(?:办公室|科|股|处))?(?:联系|[（(])"
    r"|(?:^|[，。：])(?:现将|现公布)(?P<told>[\u4e00-\u9fff]{3,24}?(?:局|厅|委员会|街道办事处|镇人民政府|乡人民政府))20\d\d年"
)


def check(case: Case) -> Iterator[Finding]:
    agency, level = case.report.identity.agency, case.report.identity.level
    if agency is None:
        return
    own = agency.value
    for line in body(case):
        if level in _RANK and level != "zone":
            yield from _levels(case, line, _RANK[level], parsed(own))
    for line, start, end in foreign_selves(body(case), own):
        yield _finding(case, line, start, end, own, _LIKELY)
    yield from _foreign(case, own)
    # A county or a city tells of the work of its departments.
    if case.report.identity.kind == "department" or level == "township":
        for line in body(case):
            for start, end in told_as_itself(line.text, own):
                yield _finding(case, line, start, end, own, _LIKELY)
    for line in lines(case):
        for match in _MADE_BY.finditer(line.text):
            group = next(name for name in ("name", "told", "contact") if match[name])
            if is_other(match[group], own):
                yield _finding(case, line, *match.span(group), own, _SURE)


def _foreign(case: Case, own: str) -> Iterator[Finding]:
    """Words that only another kind of body or another place could write of itself."""
    units, name, identity = foreign_words(own), parsed(own), case.report.identity
    # A county-level city is 市 to itself.
    by_county = identity.level == "county" and own.endswith(("政府", "政府办公室"))
    by_county = by_county and not (name.places and name.places[-1].suffix == "市")
    seen: set[str] = set()
    for line in body(case):
        spans = [*foreign_units(line.text, units), *foreign_levels(line.text, name, case.text)]
        spans += elsewhere(line.text, own)
        spans += higher_figures(line.text) if by_county else ()
        for start, end in spans:
            if line.text[start:end] not in seen:
                seen.add(line.text[start:end])
                yield _finding(case, line, start, end, own, _LIKELY)
    signature = case.report.outline.signature
    for line in lines(case) if signature else ():
        if signature and line.start >= signature[0] and line.end <= signature[1]:
            title = identity.title.value if identity.title else None
            span = signed_elsewhere(line.text, own, title)
            if span:
                yield _finding(case, line, *span, own, _LIKELY)


def _levels(case: Case, line: Line, rank: int, own: ParsedName) -> Iterator[Finding]:
    """A street office that leads the whole province's work."""
    for match in _LEADS.finditer(line.text):
        before = re.split("[。；]", line.text[: match.start()])[-1]
        behind = re.split("[。；，]", line.text[match.end() :])[0]
        # A county-level city is 全市 to its bureaus and townships.
        in_city = match["scope"] == "全市" and not any(p.suffix in "县旗" for p in own.places)
        if _SCOPE[match["scope"]] <= rank or in_city or _OTHERS.search(before + behind):
            continue
        yield _finding(case, line, match.start(), match.end(), None, _LIKELY)


def _finding(case: Case, line: Line, start: int, end: int, own: str | None, sure: float) -> Finding:
    words = case.report.flow.printed(line.start + start, line.start + end)
    what = f"本报告的机关是{own}" if own else "超出本机关的层级"
    return finding(
        case,
        line,
        line.start + start,
        line.start + end,
        Said(
            f"疑似残留其他机关或层级的文字：“{words}”（{what}）。",
            f"Words of another agency or level seem to be left in: {words}.",
        ),
        expected=own,
        found=words,
        confidence=sure,
    )


RULE = Rule(
    code="L602",
    name=Said("残留其他机关或层级的文字", "Another agency or level left in the text"),
    severity="warning",
    why=Said(
        "套用其他机关或上级的稿子时，机关名称和“全省”“全县”等范围没有改。"
        "转述上级会议、文件和工作的不算。",
        "A text taken from another agency or a higher level keeps its name or scope. What is told "
        "of higher levels' meetings, documents and work is none.",
    ),
    bad="（街道办事处）下一步，我局将推动全省政务公开工作再上台阶。",
    good="（街道办事处）落实全省政务公开会议精神，参加全市培训2次。",
    check=check,
)
