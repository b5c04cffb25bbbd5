"""What reports count besides the form's figures: trainings, meetings, posts, letters, proposals.

Tellings belong together if their words are the same (counted_words.py), and nothing around them
gives one of them another time, subject or purpose. What follows such a figure (培训3期，参训156人)
belongs with what follows the same words and figure elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from extractor.checks.contradictions.counted_words import (
    Wording,
    clause_start,
    of_year,
    wording,
)
from extractor.checks.contradictions.tellings import Figure, Telling, tellings
from extractor.checks.model import Case, Said
from extractor.report.facts.model import Fact
from extractor.report.outline import Aspect, Section

# Of a paragraph this much is looked at in front of a figure.
_REACH = 300
_LABEL = 20
_PART_OF_YEAR = re.compile(
    r"上半年|下半年|[前上]三季度|季度|(?<!\d)\d{1,2}月|[一二三四五六七八九十]月|年[初中]|期间|截[至止]|以来|至今"
    r"|(?<!较)(?<!比)(?:上一?年|去年|往年|前年|历年)|同期|原[来先]|此前|明年|来年"
)
_YEAR_END = re.compile(r"截[至止](?:20\d\d年)?(?:12月31日|年[底末])")
_PLANNED = re.compile(
    r"下一?步|计划|拟(?!稿|制)|要求|确保|力争|争取|目标|打算|应当?|需要?|明年|来年|安排在|规定"
)
_PURPOSE = re.compile(r"^(?:针对|面向|围绕|就|对|为|在|由|会同|联合|聚焦|结合|按照|根据)")
_FOR_A_LACK = re.compile(r"^针对.*(?:问题|不足|短板|薄弱|不高|不强|不够|不熟)")
# Whose figure it is, if a clause in front or a label says so.
_WHOSE = re.compile(
    r"[“\"「][^”\"」]{1,20}[”\"」]|[\u4e00-\u9fff]{0,4}(?:网站|公众号|微博|抖音|视频号|客户端|头条号|乡镇?"
    r"|[镇县区市省村](?!级以上)|街道|社区|学校|医院|站所|[水管]站|[分支大中]队|[局委厅署院办]|中心"
    r"|[股科处]室?(?!理)|部门|下属|基层|企业)"
)
_UNIT = re.compile(r"[\u4e00-\u9fff]{0,6}(?:室|[股科处站所]|中心|窗口|大厅)(?=[\u4e00-\u9fff]{2})")
_COMPARED = re.compile(r"(?:较|比|与|同|相比|对比)$")
_YEAR = re.compile(r"((?:19|20)\d\d)年")


@dataclass(frozen=True, slots=True)
class _Told:
    fact: Fact
    figure: Figure
    wording: Wording


_Key = tuple[str, ...]


def counted(case: Case) -> Iterator[tuple[Said, list[Fact]]]:
    """Each quantity with all its tellings."""
    groups: dict[_Key, list[_Told]] = {}
    tables = _of_tables(case)
    agency = case.report.identity.agency
    name = agency.value if agency else None
    for telling in tellings(case):
        anchor: tuple[_Key, _Told] | None = None
        for figure in telling.figures:
            if figure.share or figure.bracketed or figure.place in tables:
                anchor = None
                continue
            told = _told(case, telling, figure, name)
            if told is None:
                anchor = None
            elif told.wording.closely and (key := _key(case, telling, told, name)):
                groups.setdefault(key, []).append(told)
                anchor = (key, told) if told.wording.whole else None
            elif anchor is not None:
                behind = (*anchor[0], str(anchor[1].fact.value), told.wording.words, figure.unit)
                told = replace(told, wording=replace(told.wording, whole=True))
                groups.setdefault(behind, []).append(told)
    for told_here in groups.values():
        if facts := _comparable(told_here):
            yield _name(told_here[0]), facts


def _of_tables(case: Case) -> frozenset[int]:
    """The places of figures that the tables settle, or their own comparison."""
    facts = case.report.facts
    kinds: list[Mapping[str, tuple[Fact, ...]]] = [
        facts.applications,
        facts.application_details,
        facts.decisions,
        facts.normative_documents,
        facts.regulations,
        *facts.disputes.values(),
    ]
    return frozenset(f.start for kind in kinds for told in kind.values() for f in told)


def _told(case: Case, telling: Telling, figure: Figure, agency: str | None) -> _Told | None:
    words = wording(telling, figure, case.year, agency)
    if words is None or figure.approx:
        return None
    start, end = telling.whole(figure.start, figure.end)
    fact = Fact(value=figure.value, unit=figure.unit, text=figure.text, start=start, end=end)
    return _Told(fact, figure, words)


def _key(case: Case, telling: Telling, told: _Told, agency: str | None) -> _Key | None:
    """What makes tellings one quantity; None where time or purpose set one apart."""
    start = told.wording.start
    if not _plainly_of_year(case, telling, told):
        return None
    before = telling.text[clause_start(telling.text, start - 1) : max(0, start - 1)]
    staffed = _staffed(told.wording)
    if not staffed and _PURPOSE.match(before) and not _FOR_A_LACK.match(before):
        return None
    around = _label(case, telling) + telling.text[max(0, start - _REACH) : start]
    around = around.replace(agency, "") if agency else around
    itself = told.wording.clause[:1] in "我本" or staffed
    whose = [] if itself else sorted(set(_WHOSE.findall(around)))
    return (told.wording.words, told.figure.unit, *whose)


def _staffed(words: Wording) -> bool:
    """办公室配兼职人员2名 names its subject."""
    return words.stock and _UNIT.match(words.words) is not None


def _plainly_of_year(case: Case, telling: Telling, told: _Told) -> bool:
    """Whether nothing says that the figure is of another or a part of the year, or a plan."""
    clause, start = _YEAR_END.sub("", told.wording.clause), told.wording.start
    sentence = telling.text[max(0, start - _REACH) : start]
    place = telling.offsets[start] if start < len(telling.offsets) else telling.line
    line = case.text[max(telling.line, place - _REACH) : place]
    before = sentence[clause_start(sentence, len(sentence) - 1) :]
    near = before if told.wording.whole and not re.search(r"\d", before) else ""
    near = near if told.wording.whole else sentence
    if _PART_OF_YEAR.search(clause) or _PART_OF_YEAR.search(_YEAR_END.sub("", near)):
        return False
    if _PLANNED.search(clause) or _PLANNED.search(sentence):
        return False
    lasting = told.wording.whole or _staffed(told.wording)
    if telling.section == "issues" and (not lasting or re.search("下一?步|将", line)):
        return False
    if case.year is not None and str(case.year) in clause:
        return True
    named = [y for y in _YEAR.finditer(line) if not _COMPARED.search(line[: y.start()])]
    return not named or of_year(named[-1].group(), case.year)


def _label(case: Case, telling: Telling) -> str:
    """What stands over or at the head of the paragraph and is no heading of the form."""
    text = case.text
    end = max(0, telling.line - 1)
    above = text[text.rfind("\n", max(0, end - _REACH), end) + 1 : end]
    outline = case.report.outline
    parts: list[Aspect | Section] = [*outline.aspects, *outline.sections]
    headings = {part.heading.text.strip() for part in parts if part.heading is not None}
    label = above if len(above) <= _LABEL and "。" not in above else ""
    label = "" if label.strip() in headings else label
    head = text[telling.line : telling.line + _LABEL].split("。")
    return label + (head[0] if len(head) > 1 and telling.offsets[0] > telling.line else "")


def _comparable(told: list[_Told]) -> list[Fact]:
    """Whole-year figures, and what exceeds them: a smaller one may be a part of the year.

    Three values for the same words are a list of different things.
    """
    whole = [one.fact.value for one in told if one.wording.whole or one.wording.stock]
    if not whole or len({one.fact.value for one in told}) > 2:
        return []
    most = max(whole)
    sure = [one for one in told if one.wording.whole or one.wording.stock or one.fact.value > most]
    return [one.fact for one in sure]


def _name(told: _Told) -> Said:
    words = told.wording.clause.strip("，,、")
    return Said(f"“{words}”的数", f"“{words}”")
