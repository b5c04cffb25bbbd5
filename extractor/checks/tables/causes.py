"""Table three's failing sums → their causes: one flag for each.

A wrong cell breaks its row and its column at once, so where sums fail, few single changes mend
them all, mostly one. Searched is the smallest number of causes: single cells, and what a single
cell cannot explain but one slip can — a row wrong in several columns (then no row's own sum
fails), a column wrong in several rows (then no column's sum fails).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from extractor.checks.tables.balance import Cell, Gap, Sum, Values, gaps, sums_of, values_of
from extractor.report.figures import StatutoryTable

Code = Literal["T201", "T202", "T203"]

# More independent slips in one table than this are no slips: columns shifted, a table half filled.
# Then the failing sums are told as they are, and no cell is named.
_MAX_CELLS = 4
# Beside _MAX_CELLS this bounds the search on hostile tables.
_MAX_NODES = 300

_CODES: dict[str, Code] = {"flow": "T201", "row": "T202", "outcomes": "T203"}


@dataclass(frozen=True, slots=True)
class Edit:
    """One cell changed."""

    cell: Cell
    by: int


@dataclass(frozen=True, slots=True)
class Cause:
    """What is wrong once: the failing sums it breaks, and the cell if only one can be it."""

    code: Code
    sums: tuple[Sum, ...]
    """Those of the code first."""
    edit: Edit | None = None
    """The one change that mends them all."""


Gaps = Mapping[Sum, Gap]


def causes(table: StatutoryTable) -> list[Cause]:
    """The table's causes in the order of the form; none if every sum holds or may hold."""
    values = values_of(table)
    sums = sums_of(table)
    found = gaps(table, sums, values)
    broken = _failing(found)
    if not broken:
        return []
    return sorted(_Search(values, found).causes(), key=lambda cause: sums.index(cause.sums[0]))


def _failing(found: Gaps) -> list[Sum]:
    return [item for item, gap in found.items() if not gap.open]


@dataclass(frozen=True, slots=True)
class _Explanation:
    """Changes of single cells, and the groups of sums that then still fail."""

    edits: tuple[Edit, ...]
    groups: tuple[Cause, ...]

    @property
    def size(self) -> tuple[int, int]:
        """Fewer causes are likelier; among as few, those that name cells."""
        return len(self.edits) + len(self.groups), len(self.groups)


class _Search:
    """Looks for the explanations with the fewest causes."""

    def __init__(self, values: Values, start: Gaps) -> None:
        self._values = values
        self._start = start
        self._broken = _failing(start)
        self._nodes = 0
        self._touching: dict[Cell, list[tuple[Sum, int]]] = {}
        for found in start:
            for side, sign in ((found.left, 1), (found.right, -1)):
                for cell in side:
                    self._touching.setdefault(cell, []).append((found, sign))

    def causes(self) -> Iterator[Cause]:
        explanations = list(self._explain(self._start, ()))
        if not explanations:
            yield from _told_as_they_are(self._broken)
            return
        best = min(explanation.size for explanation in explanations)
        likely = [found for found in explanations if found.size == best]
        for edit in likely[0].edits:
            yield self._cause(edit, likely)
        yield from likely[0].groups

    def _explain(self, now: Gaps, edits: tuple[Edit, ...]) -> Iterator[_Explanation]:
        self._nodes += 1
        broken = _failing(now)
        choices = {found: list(self._mending(found, now)) for found in broken}
        pivots = [found for found in broken if choices[found] and found in self._broken]
        # Rows that can be mended one by one are no single slip.
        separate = len(broken) > 1 and bool(pivots) and broken[0].kind == "row"
        groups = None if separate or set(broken) - set(self._broken) else _groups(broken, now)
        if groups is not None:
            yield _Explanation(edits, groups)
        if not pivots or len(edits) == _MAX_CELLS or self._nodes > _MAX_NODES:
            return
        for edit in choices[min(pivots, key=lambda found: len(choices[found]))]:
            yield from self._explain(self._after(now, edit), (*edits, edit))

    def _mending(self, broken: Sum, now: Gaps) -> Iterator[Edit]:
        """Changes of a cell of this sum after which fewer sums fail."""
        for cell in (*broken.left, *broken.right):
            value = self._values.get(cell)
            if value is None:
                continue
            touched = self._touching[cell]
            for by in {sign * now[found].nearest for found, sign in touched if not now[found].open}:
                before = sum(not now[found].open for found, _ in touched)
                after = sum(not now[found].moved(sign * by).open for found, sign in touched)
                if after < before and value + by >= 0:
                    yield Edit(cell, by)

    def _after(self, now: Gaps, edit: Edit) -> Gaps:
        moved = {
            found: now[found].moved(sign * edit.by) for found, sign in self._touching[edit.cell]
        }
        return {**now, **moved}

    def _cause(self, edit: Edit, likely: list[_Explanation]) -> Cause:
        sums = [found for found, _ in self._touching[edit.cell] if found in self._broken]
        sure = all(edit in explanation.edits for explanation in likely)
        code = _code(edit.cell, sums)
        first = sorted(sums, key=lambda found: _CODES[found.kind] != code)
        return Cause(code, tuple(first), edit if sure else None)


def _code(cell: Cell, sums: list[Sum]) -> Code:
    """In （七） it is told as a wrong 总计, else by its row, else by its column."""
    if cell[0] == "total":
        return "T203"
    kinds = {found.kind for found in sums}
    return _CODES[next(kind for kind in ("row", "outcomes", "flow") if kind in kinds)]


def _groups(broken: list[Sum], now: Gaps) -> tuple[Cause, ...] | None:
    """What one slip beyond a single cell explains; None if these sums are no such group."""
    rows = tuple(found for found in broken if found.kind == "row")
    outcomes = tuple(found for found in broken if found.kind == "outcomes")
    flows = tuple(found for found in broken if found.kind == "flow")
    if rows:
        return None if outcomes or flows else (Cause("T202", rows),)
    # （七） itself is wrong where both of its sums miss by the same in every column.
    if [(f.name, now[f].nearest) for f in flows] == [(f.name, now[f].nearest) for f in outcomes]:
        return (Cause("T203", (*outcomes, *flows)),) if outcomes else ()
    return tuple(Cause(_CODES[sums[0].kind], sums) for sums in (outcomes, flows) if sums)


def _told_as_they_are(broken: list[Sum]) -> Iterator[Cause]:
    for kind, code in _CODES.items():
        sums = tuple(found for found in broken if found.kind == kind)
        if sums:
            yield Cause(code, sums)
