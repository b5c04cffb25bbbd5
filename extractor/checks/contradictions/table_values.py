"""What the tables allow a figure of the text to be.

A cell whose row or column does not add up (T201-T204 tell that) allows every value that would
mend the sum: the text may be right where the table is wrong, and one cause gives one flag.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.checks.tables.printed import count
from extractor.checks.tables.words import place_of
from extractor.reading.document import Place
from extractor.report.figures import StatutoryTable
from extractor.report.forms import APPLICANTS, DISPUTE_RESULTS

OUTCOMES = ("granted", "partial", "refused", "unavailable", "not_processed", "other")
# 一 + 二 = （七） + 四
_FLOW = (("new", 1), ("carried_in", 1), ("total", -1), ("carried_out", -1))
_SUB_ROWS = {
    "refused": 8,
    "unavailable": 3,
    "not_processed": 5,
    "other": 3,
}
_GROUP_PLACES = {
    "refused": "三（三）",
    "unavailable": "三（四）",
    "not_processed": "三（五）",
    "other": "三（六）",
}


@dataclass(frozen=True, slots=True)
class Allowed:
    """The table's own value first, then others that are as good."""

    value: int
    place: str
    at: Place | None = None
    also: frozenset[int] = frozenset()
    formula: str = ""
    """How the value comes about if several cells are added: 1 + 0 + 2 = 3."""

    @property
    def values(self) -> frozenset[int]:
        return self.also | {self.value}


@dataclass(frozen=True, slots=True)
class Cell:
    """A readable cell: what it prints, and what its row adds up to."""

    value: int
    place: str
    at: Place | None
    added: int | None = None
    parts: tuple[int, ...] = field(default=())

    @property
    def values(self) -> set[int]:
        return {self.value} if self.added is None else {self.value, self.added}


def application_values(table: StatutoryTable) -> dict[str, Allowed]:
    """What table three allows, by the facts' keys; keys of which nothing is sure are missing."""
    cells = {key: cell for key in table.rows if (cell := _application(table, key)) is not None}
    groups = {key: _group(table, cells, key) for key in _SUB_ROWS}
    known = cells | {key: cell for key, cell in groups.items() if cell is not None}
    mended = _mended(known)
    found = {key: _allowed(cell, mended.get(key, set())) for key, cell in known.items()}
    if "new" in known:
        new, carried = known["new"], known.get("carried_in")
        values = new.values | mended.get("new", set())
        handled = {a + b for a in values for b in carried.values} if carried else set()
        found["received"] = _allowed(new, values | handled)
    if "total" in known:
        found["answered"] = _allowed(known["total"], mended.get("total", set()))
    return found


def _application(table: StatutoryTable, key: str) -> Cell | None:
    figure = table.figure(key, "total")
    value = count(figure)
    if figure is None or value is None:
        return None
    columns = [count(table.figure(key, column)) for column in APPLICANTS[:-1]]
    known = [number for number in columns if number is not None]
    added = sum(known) if len(known) == len(columns) else None
    return Cell(value, place_of("applications", key, "total"), figure.place, added)


def _group(table: StatutoryTable, cells: dict[str, Cell], key: str) -> Cell | None:
    """不予公开 and the other outcomes that are told in rows of their own."""
    if key in cells:
        return cells[key]  # 其他处理 of the 2019 form
    rows = [cells[row] for row in cells if row.startswith(f"{key}.")]
    if len(rows) != _SUB_ROWS[key]:
        return None
    added = [row.added for row in rows if row.added is not None]
    place = f"{place_of('applications')}·{_GROUP_PLACES[key]}合计"
    values = tuple(row.value for row in rows)
    whole = sum(added) if len(added) == len(rows) else None
    return Cell(sum(values), place, rows[0].at, whole, values)


def _mended(known: dict[str, Cell]) -> dict[str, set[int]]:
    """Values that would mend a failing sum of the 总计 column; else the printed ones."""
    found: dict[str, set[int]] = {}
    outcomes = [known.get(key) for key in OUTCOMES]
    present = [cell.value for cell in outcomes if cell is not None]
    total = known.get("total")
    if total is not None and len(present) == len(outcomes):
        over = total.value - sum(present)
        found["total"] = {sum(present)}
        for key in OUTCOMES:
            found[key] = {known[key].value + over}
    flow = [known.get(key) for key in ("new", "carried_in", "total", "carried_out")]
    if all(cell is not None for cell in flow):
        new, carried, total_, out = (cell.value for cell in flow if cell is not None)
        over = total_ + out - new - carried
        for key, by in (
            ("new", over),
            ("carried_in", over),
            ("total", -over),
            ("carried_out", -over),
        ):
            found.setdefault(key, set()).add(known[key].value + by)
    return found


def _allowed(cell: Cell, others: Iterable[int]) -> Allowed:
    shown = [str(part) for part in cell.parts if part]
    formula = f"{' + '.join(shown)} = {cell.value}" if len(shown) > 1 else ""
    return Allowed(cell.value, cell.place, cell.at, frozenset({*cell.values, *others}), formula)


def dispute_values(table: StatutoryTable) -> dict[tuple[str, str], Allowed]:
    """What table four allows, by subject and result; suits are both ways together."""
    found: dict[tuple[str, str], Allowed] = {}
    for key in table.rows:
        for result in DISPUTE_RESULTS:
            if (allowed := _dispute(table, key, result)) is not None:
                found[key, result] = allowed
    for result in DISPUTE_RESULTS:
        ways = [found.get((key, result)) for key in ("suit_direct", "suit_after_review")]
        known = [way for way in ways if way is not None]
        if len(known) == len(ways):
            found["suit", result] = _both(known)
    return found


def _dispute(table: StatutoryTable, key: str, result: str) -> Allowed | None:
    figure = table.figure(key, result)
    value = count(figure)
    if figure is None or value is None:
        return None
    values = {column: count(table.figure(key, column)) for column in DISPUTE_RESULTS}
    also: set[int] = set()
    known = [number for number in values.values() if number is not None]
    if len(known) == len(values):
        over = known[-1] - sum(known[:-1])
        also = {value - over if result == "total" else value + over}
    return Allowed(value, place_of("disputes", key, result), figure.place, frozenset(also))


def _both(ways: list[Allowed]) -> Allowed:
    direct, after = ways
    sums = {a + b for a in direct.values for b in after.values}
    value = direct.value + after.value
    return Allowed(
        value,
        f"{direct.place}与{after.place}",
        direct.at,
        frozenset(sums),
        f"{direct.value} + {after.value} = {value}",
    )
