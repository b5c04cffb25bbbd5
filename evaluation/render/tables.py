"""The statutory tables of a report as grids, merged as the official forms merge them."""

from __future__ import annotations

from dataclasses import dataclass, field

from evaluation.forms import DISPUTES
from evaluation.gold import ApplicationsTable, DisclosureTable, DisputesTable, Rows
from evaluation.render import labels as words
from evaluation.render.grid import Grid, GridCell, Role
from evaluation.render.labels import Clause, Entry, entry_label, head_lines, printed
from evaluation.render.style import Style

LABEL_COLUMNS = 3


@dataclass
class _Sheet:
    """Takes cells; knows the report's habits of printing."""

    style: Style
    cells: list[GridCell] = field(default_factory=list)

    def put(
        self, row: int, column: int, text: str, rows: int = 1, columns: int = 1,
        role: Role = "value",
    ) -> None:  # fmt: skip
        if role == "head":
            text = head_lines(text, self.style)
        if role != "value":
            text = printed(text, self.style)
        self.cells.append(GridCell(row, column, text, rows, columns, role))

    def values(self, row: int, column: int, values: list[str]) -> None:
        for offset, value in enumerate(values):
            self.put(row, column + offset, value)


def disclosure_grids(table: DisclosureTable, style: Style) -> list[tuple[str | None, Grid]]:
    """Table two: one grid, or with `split` one for each clause and perhaps a line above it."""
    rows, clauses = table.all_rows(), words.CLAUSES[table.form]
    if not style.split:
        sheet, row = _Sheet(style), 0
        for clause in clauses:
            row = _clause(sheet, row, clause, rows, 3, caption=True)
        return [(None, Grid(tuple(sheet.cells), (28.0, 24.0, 24.0, 24.0), 0))]
    grids: list[tuple[str | None, Grid]] = []
    for clause in clauses:
        sheet, count = _Sheet(style), len(clause.columns)
        _clause(sheet, 0, clause, rows, count, caption=not style.split_captions)
        widths = (40.0, *(60.0 / count for _ in clause.columns))
        above = printed(clause.caption, style) if style.split_captions else None
        grids.append((above, Grid(tuple(sheet.cells), widths, 0)))
    return grids


def _clause(
    sheet: _Sheet, row: int, clause: Clause, rows: Rows, columns: int, *, caption: bool
) -> int:
    if caption:
        sheet.put(row, 0, clause.caption, 1, columns + 1, "label")
        row += 1
    sheet.put(row, 0, words.INFORMATION, role="head")
    _spread(sheet, row, list(clause.columns), columns, "head")
    for key, label in clause.rows:
        row += 1
        plain = sheet.style.plain_normative and key == "normative_documents"
        sheet.put(row, 0, label.removeprefix("行政") if plain else label, role="label")
        _spread(sheet, row, rows[key], columns, "value")
    return row + 1


def _spread(sheet: _Sheet, row: int, texts: list[str], columns: int, role: Role) -> None:
    """Texts over the columns behind the first; the last takes what is left over."""
    for offset, text in enumerate(texts):
        span = columns - offset if offset == len(texts) - 1 else 1
        sheet.put(row, 1 + offset, text, 1, span, role)


def applications_grid(table: ApplicationsTable, style: Style) -> Grid:
    """Table three."""
    sheet, rows = _Sheet(style), table.all_rows()
    sheet.put(0, 0, words.CHECK_NOTE, 3, LABEL_COLUMNS, "label")
    sheet.put(0, 3, words.APPLICANTS, 1, 7, "head")
    sheet.put(1, 3, words.INDIVIDUAL, 2, 1, "head")
    sheet.put(1, 4, words.ORGANISATIONS, 1, 5, "head")
    sheet.put(1, 9, words.TOTAL, 2, 1, "head")
    for offset, kind in enumerate(words.ORGANISATION_KINDS):
        sheet.put(2, 4 + offset, kind, role="head")
    row = 3
    for entry in words.outline(table.form):
        row = _entry(sheet, row, entry, rows)
    rest = (100.0 - sum(style.label_widths)) / 7
    return Grid(tuple(sheet.cells), (*style.label_widths, *[rest] * 7), 3)


def _entry(sheet: _Sheet, row: int, entry: Entry, rows: Rows) -> int:
    label, column = entry_label(entry, sheet.style), entry.level - 1
    if not entry.rows:
        sheet.put(row, column, label, 1, LABEL_COLUMNS - column, "label")
        sheet.values(row, LABEL_COLUMNS, rows[entry.key])
        return row + 1
    after = row
    for part in entry.rows:
        after = _entry(sheet, after, part, rows)
    sheet.put(row, column, label, after - row, 1, "label")
    return after


def disputes_grid(table: DisputesTable, style: Style) -> Grid:
    """Table four."""
    sheet, rows = _Sheet(style), table.all_rows()
    sheet.put(0, 0, words.REVIEW, 1, 5, "head")
    sheet.put(0, 5, words.SUIT, 1, 10, "head")
    for offset, result in enumerate(words.RESULTS):
        sheet.put(1, offset, result, 2, 1, "head")
        sheet.put(2, 5 + offset, result, role="head")
        sheet.put(2, 10 + offset, result, role="head")
    for offset, kind in enumerate(words.SUIT_KINDS):
        sheet.put(1, 5 + 5 * offset, kind, 1, 5, "head")
    for index, key in enumerate(DISPUTES):
        sheet.values(3, 5 * index, rows[key])
    return Grid(tuple(sheet.cells), (100.0 / 15,) * 15, 3)
