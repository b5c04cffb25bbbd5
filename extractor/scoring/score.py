"""What a report's findings cost, each lost point with the finding that took it.

Costs are whole thousandths of a point inside: sums of decimal fractions must come out exactly, so
that total and deductions always agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from extractor.decisions.model import MUTES
from extractor.report.record import Deduction, Flag, Record, Score
from extractor.scoring.rubric import DIMENSIONS, FULL, Dimension, Rubric

_UNIT = 1000

# A dimension is not scored where reading left out what it is about.
_UNREAD: dict[str, tuple[Dimension, ...]] = {
    "P103": ("structure", "tables", "consistency"),
    "P104": ("tables",),
}


def scored(record: Record, rubric: Rubric) -> Record:
    """The record with its score; without one where nothing could be read or judged."""
    if record.status in ("failed", "not_a_report"):
        return record
    unread = _unread(record)
    if len(unread) == len(DIMENSIONS):
        return record.model_copy(update={"score": None})
    deductions = _deductions(record.flags, rubric, unread)
    lost: dict[Dimension, int] = defaultdict(int)
    for dimension, _, points in deductions:
        lost[dimension] += points
    left: dict[Dimension, int | None] = {
        name: None if name in unread else _units(rubric.dimensions[name]) - lost[name]
        for name in DIMENSIONS
    }
    total = FULL * _UNIT - sum(lost.values()) if record.status == "ok" and not unread else None
    score = Score(
        total=_points(total),
        dimensions={name: _points(value) for name, value in left.items()},
        deductions=[
            Deduction(flag=flag.id, points=points / _UNIT) for _, flag, points in deductions
        ],
    )
    return record.model_copy(update={"score": score})


def _unread(record: Record) -> frozenset[Dimension]:
    codes = {flag.code for flag in record.flags}
    if "P103" in codes and not record.sentences:
        return frozenset(DIMENSIONS)
    return frozenset(name for code in codes for name in _UNREAD.get(code, ()))


def _deductions(
    flags: Iterable[Flag], rubric: Rubric, unread: frozenset[Dimension]
) -> list[tuple[Dimension, Flag, int]]:
    """Dearest first, so that what a cap leaves over does not depend on the order of findings."""
    costs = []
    for flag in {flag.id: flag for flag in flags}.values():
        dimension = rubric.dimension(flag.code)
        points = _units(rubric.cost(flag.code, flag.severity))
        if dimension and dimension not in unread and points and flag.verdict != MUTES:
            costs.append((dimension, flag, points))
    costs.sort(key=lambda cost: (-cost[2], cost[1].code, cost[1].id))
    of_code: dict[str, int] = defaultdict(int)
    of_dimension: dict[Dimension, int] = defaultdict(int)
    taken = []
    for dimension, flag, points in costs:
        points = min(
            points,
            _units(rubric.cap(flag.code)) - of_code[flag.code],
            _units(rubric.dimensions[dimension]) - of_dimension[dimension],
        )
        if points > 0:
            of_code[flag.code] += points
            of_dimension[dimension] += points
            taken.append((dimension, flag, points))
    return taken


def _units(points: float) -> int:
    return round(points * _UNIT)


def _points(units: int | None) -> float | None:
    return None if units is None else units / _UNIT
