"""The sums that table three's own header prescribes, and which of them do not hold.

A blank is not zero: it may stand for any number from 0 on, so a sum with one fails only if no
filling balances it. The same holds for a row that is missing and for what is no number.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractor.checks.tables.printed import count
from extractor.report.figures import ForeignRow, StatutoryTable
from extractor.report.forms import APPLICANTS, APPLICATION_ROWS, OTHER_2019
from extractor.report.values import number

Cell = tuple[str, str]
"""Row key and column key."""
Kind = Literal["flow", "row", "outcomes"]
"""一 + 二 = （七） + 四; a row's total; （七） = its outcomes."""

_FLOW_IN, _FLOW_OUT = ("new", "carried_in"), ("total", "carried_out")
_PARTS, _TOTAL = APPLICANTS[:-1], APPLICANTS[-1]
_NO_OUTCOMES = {*_FLOW_IN, *_FLOW_OUT}
_OUTCOMES_2021 = tuple(row.key for row in APPLICATION_ROWS if row.key not in _NO_OUTCOMES)
_OUTCOMES_2019 = (
    *(key for key in _OUTCOMES_2021 if not key.startswith("other.")),
    OTHER_2019.key,
)


@dataclass(frozen=True, slots=True, eq=False)
class Sum:
    """What must be equal: the cells of the left side and those of the right."""

    kind: Kind
    name: str
    """The row's key, or the column's."""
    left: tuple[Cell, ...]
    right: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """How far the left side lies above the right: between these, whatever the blanks hold."""

    low: float
    high: float

    @property
    def open(self) -> bool:
        """Whether some filling balances the sum."""
        return self.low <= 0 <= self.high

    @property
    def nearest(self) -> int:
        """The smallest change of the left side that balances it."""
        if self.open:
            return 0
        return -int(self.low) if self.low > 0 else -int(self.high)

    def moved(self, by: int) -> Gap:
        return Gap(self.low + by, self.high + by)


Values = Mapping[Cell, int | None]


def values_of(table: StatutoryTable) -> Values:
    """The counts that the table prints; None for what is no count."""
    return {
        (row.key, column): count(figure)
        for row in table.rows.values()
        for column, figure in row.figures.items()
    }


def sums_of(table: StatutoryTable) -> tuple[Sum, ...]:
    """Every sum of the table's form."""
    outcomes = outcome_keys(table)
    rows = tuple(key for key in (*_FLOW_IN, *outcomes, *_FLOW_OUT) if key in table.rows)
    return _sums(rows, outcomes)


@cache
def _sums(rows: tuple[str, ...], outcomes: tuple[str, ...]) -> tuple[Sum, ...]:
    return (
        *(_row(key) for key in rows),
        *(_outcomes(column, outcomes) for column in APPLICANTS),
        *(_flow(column) for column in APPLICANTS),
    )


def outcome_keys(table: StatutoryTable) -> tuple[str, ...]:
    """The outcomes that （七） sums up: one row for 其他处理 in the 2019 form, three since."""
    return _OUTCOMES_2021 if table.form == "2021" else _OUTCOMES_2019


def _row(key: str) -> Sum:
    return Sum("row", key, tuple((key, part) for part in _PARTS), ((key, _TOTAL),))


def _outcomes(column: str, keys: Iterable[str]) -> Sum:
    return Sum("outcomes", column, tuple((key, column) for key in keys), (("total", column),))


def _flow(column: str) -> Sum:
    left = tuple((key, column) for key in _FLOW_IN)
    return Sum("flow", column, left, tuple((key, column) for key in _FLOW_OUT))


def gaps(table: StatutoryTable, sums: Iterable[Sum], values: Values) -> dict[Sum, Gap]:
    foreign = [row for row in table.foreign if row.after not in (None, *_NO_OUTCOMES)]
    return {found: _gap(found, values, foreign) for found in sums}


def _gap(found: Sum, values: Values, foreign: Iterable[ForeignRow]) -> Gap:
    low, high = 0.0, 0.0
    for cell in found.left:
        value = values.get(cell)
        low, high = low + (value or 0), high + (math.inf if value is None else value)
    for cell in found.right:
        value = values.get(cell)
        low, high = low - (math.inf if value is None else value), high - (value or 0)
    if found.kind == "outcomes":
        # A row that the form does not have may or may not be counted in.
        high += sum(_printed_in(row, found.name) for row in foreign)
    return Gap(low, high)


def _printed_in(row: ForeignRow, column: str) -> float:
    if len(row.printed) != len(APPLICANTS):
        return math.inf
    value = number(row.printed[APPLICANTS.index(column)])
    return math.inf if value is None else max(0, value)
