"""Figures of the text that differ from a table, gathered by what may have caused them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractor.checks.contradictions.figures_told import (
    Told,
    agrees,
    clause_at,
    section_at,
    sentence_at,
)
from extractor.checks.contradictions.table_values import Allowed
from extractor.checks.model import Case, Finding, Said
from extractor.report.facts.model import Fact

# A message that lists every figure of a report is not read.
_MOST_TOLD = 5


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One figure of the text against what the table says."""

    key: str
    name: Said
    fact: Fact
    allowed: Allowed
    confidence: float

    @property
    def offs(self) -> frozenset[float]:
        """How far off it is from each value that the table allows."""
        return frozenset(self.fact.value - value for value in self.allowed.values)

    def off_as(self, other: Disagreement) -> bool:
        """Both are off by the same amount: one more here is one more there."""
        return bool(self.offs & other.offs)

    def off_against(self, other: Disagreement) -> bool:
        """What is too much here is missing there."""
        return bool(self.offs & {-off for off in other.offs})


def differing(
    case: Case, key: str, name: Said, told: Sequence[Told], allowed: Allowed
) -> list[Disagreement]:
    """The mentions of one quantity that the table does not bear out."""
    return differing_each(case, key, name, [(one, allowed) for one in told])


def differing_each(
    case: Case, key: str, name: Said, told: Sequence[tuple[Told, Allowed]]
) -> list[Disagreement]:
    """The same where each mention's words allow values of their own; parts of one sum aside."""
    tolerance = case.settings.thresholds.approx_tolerance
    parts = _parts(case, told)
    return [
        Disagreement(key, name, one.fact, allowed, one.confidence)
        for one, allowed in told
        if one.fact.start not in parts
        and not any(agrees(one.fact, value, tolerance) for value in allowed.values)
        # The table counts what the text tells as the office's own.
        and not any(agrees(rival, allowed.value, tolerance) for rival in one.rivals)
    ]


def _parts(case: Case, told: Sequence[tuple[Told, Allowed]]) -> set[int]:
    """作出新办许可20件、延续许可18件: figures of one sentence that are the table's together."""
    by_sentence: dict[int, list[tuple[Told, Allowed]]] = {}
    for one, allowed in told:
        start, _ = sentence_at(case, one.fact.start)
        by_sentence.setdefault(start, []).append((one, allowed))
    return {
        one.fact.start
        for start, pairs in by_sentence.items()
        if all(one.fact.value for one, _ in pairs) and _make_up(case, start, pairs)
        for one, _ in pairs
    }


def _make_up(case: Case, start: int, pairs: Sequence[tuple[Told, Allowed]]) -> bool:
    """With those of other bodies in the sentence: 市政府3件，各部门7件，各区4件."""
    _, end = sentence_at(case, start)
    rivals = [fact.value for fact in pairs[0][0].rivals if start <= fact.start < end]
    own = [one.fact.value for one, _ in pairs]
    values = pairs[0][1].values
    return any(len(row) > 1 and sum(row) in values for row in (own, [*own, *rivals]))


Linked = Callable[[Disagreement, Disagreement], bool]


def causes(found: Sequence[Disagreement], linked: Linked) -> list[list[Disagreement]]:
    """The disagreements, those together that one slip explains."""
    groups: list[list[Disagreement]] = []
    for one in found:
        joined = [group for group in groups if any(linked(one, other) for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([*(other for group in joined for other in group), one])
    return [sorted(group, key=lambda d: d.fact.start) for group in groups]


def same_words(one: Disagreement, other: Disagreement) -> bool:
    """One figure, or one denial (未被申请复议、提起诉讼), told once."""
    return one.fact.start < other.fact.end and other.fact.start < one.fact.end


def finding(case: Case, group: Sequence[Disagreement]) -> Finding:
    """One flag for one cause: every figure with its words, and the table's."""
    first = group[0]
    stretches = _stretches(case, group)
    places = "、".join(dict.fromkeys(one.allowed.place for one in group))
    return Finding(
        message=Said(
            f"正文与{_table(first)}不符：{_told(group, zh=True)}。请核对正文和表格哪一处有误。",
            f"The text and the table differ: {_told(group, zh=False)}. Check which is wrong.",
        ),
        section=section_at(case, first.fact.start),
        place=places,
        evidence="；".join(case.report.flow.printed(*stretch) for stretch in stretches),
        expected=_values([one.allowed.value for one in _once(group)], group),
        found=_values([one.fact.value for one in _once(group)], group),
        confidence=max(one.confidence for one in group),
        start=stretches[0][0],
        end=stretches[0][1],
        key=places,
    )


def _table(one: Disagreement) -> str:
    return one.allowed.place[:2]


def _once(group: Sequence[Disagreement]) -> list[Disagreement]:
    """Each wrong figure once, however often it is told."""
    return list({(one.key, one.fact.value): one for one in group}.values())


def _told(group: Sequence[Disagreement], *, zh: bool) -> str:
    told = _once(group)
    parts = [_one(one, zh=zh) for one in told[:_MOST_TOLD]]
    if more := len(told) - _MOST_TOLD:
        parts += [f"另有{more}处" if zh else f"{more} more"] if more > 0 else []
    return "；".join(parts) if zh else "; ".join(parts)


def _one(one: Disagreement, *, zh: bool) -> str:
    said = shown(one.fact.value)
    table = one.allowed.formula or shown(one.allowed.value)
    if zh:
        differ = f"{said} ≠ {shown(one.allowed.value)}"
        return f"{one.name.zh}正文为{said}，{one.allowed.place}为{table}（{differ}）"
    return f"{one.name.en} is {said} in the text, {table} in {one.allowed.place}"


def _values(values: Sequence[float], group: Sequence[Disagreement]) -> str:
    told = _once(group)
    if len({one.key for one in told}) == 1:
        return "、".join(dict.fromkeys(shown(value) for value in values))
    return "，".join(
        f"{one.name.zh}{shown(value)}" for one, value in zip(told, values, strict=True)
    )


def shown(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:g}"


def _stretches(case: Case, group: Sequence[Disagreement]) -> list[tuple[int, int]]:
    """The clauses of the figures; those of one sentence as one stretch, never cut in the middle."""
    found: list[tuple[int, int]] = []
    for one in group:
        start, end = clause_at(case, one.fact.start, one.fact.end)
        if found and sentence_at(case, found[-1][0]) == sentence_at(case, start):
            start, end = min(found[-1][0], start), max(found[-1][1], end)
            found.pop()
        found.append((start, end))
    return found
