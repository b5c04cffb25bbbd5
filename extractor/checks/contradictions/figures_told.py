"""Which figures of the text may be held against the report's tables, and whether they agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.checks.model import Case
from extractor.report.facts.model import Fact, is_narrow
from extractor.report.outline import SectionKey

# That a printed figure differs is certain; whose figure it is, is read from its words.
SURE, APPROXIMATE, DERIVED, WIDER = 0.95, 0.8, 0.7, 0.6
# 全局 is the bureau itself, 全市 in a bureau's report may be more than its table counts.
_OWN_WHOLE = re.compile(r"全(?:局|委|厅|署|办|院|中心|街道|机关)|(?:各级|[两三]级)?行政机关")
_AREA = re.compile(
    r"(?:全年|本年度?|今年|20\d\d年度?|[，,])*(?P<scope>全[省市县区州旗盟])(?![面过程])"
)
_OURSELVES = re.compile(
    r"[我本][局厅委署办院]|[我本](?:单位|机关|级)|局机关"
    r"|(?<![\u4e00-\u9fff])[省市县区州旗][局厅](?=[无没未为有被\d])"
)
_OUR_FIGURE = re.compile(rf"(?:{_OURSELVES.pattern})[^，。；\d]{{0,20}}(?:\d|无|未|没有)")
_AMONG = re.compile(r"其中|[（(，]含|包括|包含")
_SINCE = re.compile(
    r"(?:施行|实施|成立|建[局立院]|开通|出台)以来|历年|近[两三四五]年|(?P<year>(?:19|20)\d\d)年(?:以来|起)"
)
# 县政府本级26件，县直部门35件，乡镇13件; 局机关22件，服务中心9件，共31件.
_OTHER_PARTS = re.compile(
    r"[，、；](?:[^，。；、]{0,14}(?:部门|乡镇|街道|单位|分局|中心|县区|镇街)[^，。；、\d]{0,6}"
    r"|一?共计?|合计|总计)\d"
)
_PERSON = re.compile(
    r"(?:其中|而|另外?|[有由])?[\u4e00-\u9fff]某某?(?:的|申请|提出)*[\d一二两三四五六七八九十]+件"
)
_NAMED_BODY = re.compile(
    r"(?:其中|而)?(?P<body>(?![全各我本该另])[\u4e00-\u9fff]{2,12}?(?<![市县区省])(?:[镇乡局委]|街道(?:办事处)?|中心|大队))"
    r"(?:共|新|全年|已)*(?:收到|受理|接收|办结|答复|办理)"
)
_BODY = re.compile(
    r"(?:其中，?)?[省市县区州旗](?:人民)?政府(?:[（(][^（）()]{2,16}[)）])?(?:及其办公[室厅])?"
    r"(?:(?:共|已|全年)*(?:办结|收到|受理|答复|办理|被申请|被提起)了?的?(?:申请|(?:行政)?(?:复议|诉讼))?(?=\d)|(?=\d[\d,]*件(?:申请)?[中里]))"
    r"(?P<many>\d[\d,]*)件"
)
# 全市合计14件: the whole stands behind what the bodies tell.
_WHOLE_SUMMED = re.compile(r"全[省市县区州旗](?:行政机关)?(?:合计|总计|共计)")
_DEPARTMENTS = re.compile(r"^(?!.*(?:各级|[两三]级)).*(?:部门|单位|乡镇|街道)$")
_CLAUSE_ENDS = "，。；;,！？!?\n\ufffc"
_ABOVE = re.compile(r"[余多几]|超|逾|以上|突破|不少于|至少")
_BELOW = re.compile(r"近|以内")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of the text that speaks of what a table counts, and how sure that is."""

    fact: Fact
    confidence: float
    rivals: tuple[Fact, ...] = ()
    """The same quantity as told of a part of what is reported (其中县政府本级2件)."""


def comparable(case: Case, mentions: Iterable[Fact], narrow: Sequence[Fact] = ()) -> list[Told]:
    """This year's whole figures of the report's own scope.

    `narrow` are figures of a part: what follows them in the line may still be that part's.
    """
    own = [fact for fact in mentions if fact.year is None and not fact.part]
    rivals = tuple(fact for fact in own if is_narrow(fact.scope))
    own = [fact for fact in own if not is_narrow(fact.scope) and not _continues(case, fact, narrow)]
    own = [f for f in own if not _is_part(case, f, own) and not _of_several_years(case, f)]
    own = [f for f in own if not _is_share(case, f, own, rivals)]
    own = [f for f in own if not (narrow and _of_departments(f))]
    own = [f for f in own if not _of_the_body(case, f) and not _of_another(case, f)]
    plain = [fact for fact in own if _is_own(case, _scope(case, fact))]
    wider = [fact for fact in own if fact not in plain]
    if plain or rivals:
        return [Told(fact, _confidence(fact), rivals) for fact in plain]
    return [Told(f, min(WIDER, _confidence(f))) for f in wider if not _names_own(case, f)]


def _scope(case: Case, fact: Fact) -> str | None:
    """The scope read, else 全县 where the clause begins with it."""
    area = _AREA.match(words_before(case, fact)) if fact.scope is None else None
    return area["scope"] if area else fact.scope


def _names_own(case: Case, fact: Fact) -> bool:
    """全县复议3件，我局0件: the agency's own figure stands beside the area's, or behind it."""
    end = sentence_at(case, fact.start)[1]
    line = case.report.flow.line_at(fact.start)
    return bool(
        _OURSELVES.search(case.text[fact.end : end])
        or _OUR_FIGURE.search(case.text[end : line.end])
    )


def _of_several_years(case: Case, fact: Fact) -> bool:
    """自《条例》施行以来，累计收到48件."""
    start, _ = sentence_at(case, fact.start)
    return any(
        since["year"] is None or int(since["year"]) != case.year
        for since in _SINCE.finditer(case.text[start : fact.start])
    )


def _is_own(case: Case, scope: str | None) -> bool:
    if scope is None or _OWN_WHOLE.fullmatch(scope):
        return True
    identity = case.report.identity
    # 全镇, 全县 of a government is all that it reports.
    return identity.kind == "government" or identity.level == "township"


def _confidence(fact: Fact) -> float:
    return DERIVED if fact.derived else APPROXIMATE if fact.approx else SURE


def narrow_ones(mentions: Iterable[Fact]) -> list[Fact]:
    """Figures of a part of what the report covers (县政府办公室收到45件)."""
    return sorted((f for f in mentions if is_narrow(f.scope)), key=lambda fact: fact.start)


def _continues(case: Case, fact: Fact, narrow: Sequence[Fact]) -> bool:
    """Whether a part's telling, begun earlier in the line, still goes on at this figure."""
    if fact.scope is not None:
        return False
    line = case.report.flow.line_at(fact.start)
    before = [f for f in narrow if line.start <= f.start < fact.start]
    return any(not _aside(case, line.start, f) for f in before)


def _aside(case: Case, line_start: int, narrow: Fact) -> bool:
    """其中县政府本级45件, in brackets, or one of several parts: the whole goes on behind it."""
    clause = re.split("[。；;]", case.text[line_start : narrow.start])[-1]
    divided = _OTHER_PARTS.search(case.text[slice(*sentence_at(case, narrow.start))])
    return bool(divided) or "其中" in clause or clause.count("（") > clause.count("）")


def _is_part(case: Case, fact: Fact, own: Sequence[Fact]) -> bool:
    """复议11件，…其中以本办为被申请人的4件; 维持2件（含驳回1件）: told again, it is a part."""
    if not _AMONG.search(words_before(case, fact)):
        return False
    start, _ = sentence_at(case, fact.start)
    line = case.report.flow.line_at(start)
    return any(line.start <= f.start < fact.start and f.value >= fact.value for f in own)


def _is_share(case: Case, fact: Fact, own: Sequence[Fact], narrow: Sequence[Fact]) -> bool:
    """受理58件。县政府受理20件，部门受理30件，乡镇受理8件: together they make up the whole."""
    start, end = sentence_at(case, fact.start)
    beside = [f for f in narrow if start <= f.start < end]
    whole = fact.value + sum(f.value for f in beside)
    return bool(beside) and any(f.start < fact.start and f.value == whole for f in own)


def _of_the_body(case: Case, fact: Fact) -> bool:
    """市政府办结的70件中，…。全市办结的618件中，…: a government itself beside its whole area."""
    start = max(case.text.rfind(sign, 0, fact.start) for sign in "。；;\n") + 1
    body = _BODY.match(case.text, start)
    if body is None:
        return False
    line = case.report.flow.line_at(start)
    if _WHOLE_SUMMED.search(case.text, fact.end, line.end):
        return True
    return any(
        (f.scope or "").startswith(("全", "各级")) and f.value > int(body["many"].replace(",", ""))
        for mentions in case.report.facts.applications.values()
        for f in mentions
        if line.start <= f.start < line.end
    )


def _of_another(case: Case, fact: Fact) -> bool:
    """青石镇收到5件 in the county's report, 李某1件公开: of one body or one applicant."""
    said = words_before(case, fact)
    agency = case.report.identity.agency
    if _PERSON.match(said):
        return True
    named = _NAMED_BODY.match(said)
    return named is not None and agency is not None and named["body"] not in agency.value


def _of_departments(fact: Fact) -> bool:
    """全县各部门收到143件 beside what 县政府办公室 received: another part, not the whole."""
    return fact.scope is not None and _DEPARTMENTS.search(fact.scope) is not None


def agrees(fact: Fact, value: float, tolerance: float) -> bool:
    """Whether the figure says this value; 80余 and 约 leave room (the last digit told, or 5 %)."""
    if not fact.approx:
        return fact.value == value
    room = last_place(fact.value)
    low = fact.value - (0 if _ABOVE.search(fact.text) else room)
    high = fact.value + (0 if _BELOW.search(fact.text) else room)
    slack = tolerance * fact.value
    return low - slack <= value <= high + slack


def last_place(value: float) -> float:
    """The unit of the last digit that is not 0: 10 of 80, 10000 of 180000."""
    if value != int(value) or not value:
        return 1
    place = 1
    while value % (place * 10) == 0:
        place *= 10
    return place


def clause_at(case: Case, start: int, end: int) -> tuple[int, int]:
    """The clause around a stretch: what a reader needs to see whose figure it is."""
    text = case.text
    while start > 0 and text[start - 1] not in _CLAUSE_ENDS:
        start -= 1
    while end < len(text) and text[end] not in _CLAUSE_ENDS:
        end += 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def words_before(case: Case, fact: Fact) -> str:
    """The fact's clause up to its end."""
    start, _ = clause_at(case, fact.start, fact.end)
    return case.text[start : fact.end]


def words_around(case: Case, fact: Fact) -> str:
    start, end = clause_at(case, fact.start, fact.end)
    return case.text[start:end]


def sentence_at(case: Case, place: int) -> tuple[int, int]:
    """The sentence around a place, cut at 。 and line ends."""
    text = case.text
    start = max(text.rfind("。", 0, place), text.rfind("\n", 0, place)) + 1
    ends = [found for sign in "。\n" if (found := text.find(sign, place)) >= 0]
    return start, min(ends, default=len(text))


def section_at(case: Case, place: int) -> SectionKey | None:
    sections = case.report.outline.sections
    return next((s.key for s in sections if s.start <= place < s.end), None)
