"""Rows struck out of a printed table, and rows that an office added to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from evaluation.gold import Printed
from evaluation.render.grid import Grid, GridCell
from evaluation.render.tables import LABEL_COLUMNS
from extractor.report.forms import APPLICATION_ROWS, DISCLOSURE_ROWS, OTHER_2019, squash

_LABELS = {row.key: row for row in (*DISCLOSURE_ROWS, *APPLICATION_ROWS, OTHER_2019)}
RowTable = Literal["disclosure", "applications"]


class OtherRows(BaseModel):
    """What a report's tables print otherwise than the form has it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    without_rows: dict[RowTable, list[str]] = Field(default_factory=dict)
    """Rows by their keys that are not printed."""
    added_rows: dict[RowTable, dict[str, list[Printed]]] = Field(default_factory=dict)
    """Label and figures of rows that the form does not have, by the row above them."""

    def printed(self, grid: Grid, key: RowTable) -> Grid:
        for row in self.without_rows.get(key, ()):
            grid = without_row(grid, row)
        for above, told in self.added_rows.get(key, {}).items():
            grid = with_row(grid, key, above, told)
        return grid


def without_row(grid: Grid, key: str) -> Grid:
    """The table as if the row had been deleted in Word: labels that span it shrink."""
    index = _row_of(grid, key)
    kept: list[GridCell] = []
    for cell in grid.cells:
        if cell.row == index and cell.row_span == 1:
            continue
        if cell.row <= index < cell.row + cell.row_span:
            kept.append(replace(cell, row_span=cell.row_span - 1))
        else:
            kept.append(replace(cell, row=cell.row - 1) if cell.row > index else cell)
    return replace(grid, cells=tuple(kept))


def with_row(grid: Grid, table: RowTable, after: str, printed: list[str]) -> Grid:
    """The table with a row of a label and figures inserted below the row `after`."""
    index = _row_of(grid, after)
    moved: list[GridCell] = []
    for cell in grid.cells:
        if cell.row <= index < cell.row + cell.row_span - 1:
            moved.append(replace(cell, row_span=cell.row_span + 1))
        else:
            moved.append(replace(cell, row=cell.row + 1) if cell.row > index else cell)
    label, *values = printed
    own = max(c.column for c in grid.cells if c.row == index and c.role == "label")
    first = LABEL_COLUMNS if table == "applications" else 1
    moved.append(GridCell(index + 1, own, label, 1, first - own, "label"))
    moved += [GridCell(index + 1, first + i, value) for i, value in enumerate(values)]
    return replace(grid, cells=tuple(moved))


def _row_of(grid: Grid, key: str) -> int:
    found = [c.row for c in grid.cells if c.role == "label" and _LABELS[key].names(squash(c.text))]
    if not found:
        raise ValueError(f"no such row: {key}")
    return found[-1]
