"""The statutory tables as read: figures with what was printed and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extractor.reading.document import Cell, Place
from extractor.report.forms import Form, TableKey
from extractor.report.values import Number, number


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell of a statutory table. `printed` None: there is no cell that is this one for sure."""

    value: Number | None
    printed: str | None
    place: Place | None = None

    @classmethod
    def of(cls, cell: Cell, unit: str = "") -> Figure:
        return cls(number(cell.text, unit), cell.printed, cell.place)


UNREADABLE = Figure(None, None)


def print_the_same(first: Mapping[str, Figure], second: Mapping[str, Figure]) -> bool:
    """Whether two readings of a row print the same, blanks around aside."""
    return [(f.printed or "").strip() for f in first.values()] == [
        (f.printed or "").strip() for f in second.values()
    ]


@dataclass(frozen=True, slots=True)
class Row:
    """A statutory row: its figures by column key, in the order of the form."""

    key: str
    label: str
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class ForeignRow:
    """A row that is none of the form's, with what it prints; `after` is the row above it."""

    label: str
    printed: tuple[str, ...]
    after: str | None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class StatutoryTable:
    """One of the three tables. Rows that are not printed are missing from `rows`."""

    key: TableKey
    form: Form | None
    rows: Mapping[str, Row]
    foreign: tuple[ForeignRow, ...] = ()

    def figure(self, row: str, column: str) -> Figure | None:
        found = self.rows.get(row)
        return None if found is None else found.figures.get(column)

    def figures(self) -> Iterator[Figure]:
        for row in self.rows.values():
            yield from row.figures.values()


@dataclass(frozen=True, slots=True)
class TableProblem:
    """A part of a table that could not be read safely (P104), in words for the user."""

    table: TableKey
    message: str
    row: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class StatutoryTables:
    """What was found of the three tables, and what could not be read."""

    disclosure: StatutoryTable | None = None
    applications: StatutoryTable | None = None
    disputes: StatutoryTable | None = None
    problems: tuple[TableProblem, ...] = field(default=())

    def present(self) -> list[StatutoryTable]:
        tables = (self.disclosure, self.applications, self.disputes)
        return [table for table in tables if table is not None]
