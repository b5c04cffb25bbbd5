"""A report's lines and tables as the document that a reader would deliver."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from evaluation.casebook_rows import OtherRows
from evaluation.gold import Line, TableKey, Tables
from evaluation.render.grid import Grid
from evaluation.render.style import plain_style
from evaluation.render.tables import applications_grid, disclosure_grids, disputes_grid
from extractor.reading.characters import normalise
from extractor.reading.document import Align, Block, Cell, Document, Paragraph, Table

_AS_THE_FORM = OtherRows()


def as_document(lines: Iterable[Line], tables: Callable[[TableKey], list[Block]]) -> Document:
    """The report as it is printed; `tables` prints what stands at a table's placeholder."""
    blocks: list[Block] = []
    for line in lines:
        if line.kind == "table":
            blocks += tables(cast(TableKey, line.text))
        else:
            align: Align | None = "right" if line.kind == "right" else None
            blocks.append(Paragraph(normalise(line.text), line.text, align=align))
    return Document("docx", tuple(blocks))


def table_blocks(key: TableKey, tables: Tables, other: OtherRows = _AS_THE_FORM) -> list[Block]:
    """The table as the official form prints it, but for the `other` rows."""
    style = plain_style()
    if key == "disclosure" and tables.disclosure is not None:
        grids = [grid for _, grid in disclosure_grids(tables.disclosure, style)]
        return [_table(other.printed(grid, key)) for grid in grids]
    if key == "applications" and tables.applications is not None:
        return [_table(other.printed(applications_grid(tables.applications, style), key))]
    if key == "disputes" and tables.disputes is not None:
        return [_table(disputes_grid(tables.disputes, style))]
    return []


def _table(grid: Grid) -> Table:
    cells = (
        Cell(c.row, c.column, normalise(c.text), c.text, c.row_span, c.column_span)
        for c in grid.cells
    )
    return Table(tuple(cells))
