"""A table's part on one page, as it is before the parts are put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from extractor.reading.characters import normalise, squeezed, visible
from extractor.reading.document import Cell, Place, Table
from extractor.reading.pdf.cells import CellLine, GridText, join
from extractor.reading.pdf.grid import Grid
from extractor.reading.pdf.shapes import LOST, rounded

_NUMBER = re.compile(r"[\d.,，%+\-－—/／\s]+")
_LOST_FONT = "有字因字体缺失读不出，以“\ufffd”代替：请对照原件"

Spanned: TypeAlias = tuple[int, int, str]
"""A cell's columns and its text."""


@dataclass(frozen=True, slots=True)
class Part:
    """A cell, or the part of it that stands on one page."""

    row: int
    column: int
    row_end: int
    column_end: int
    lines: tuple[CellLine, ...]
    room: float
    place: Place
    closed_above: bool
    closed_below: bool

    @property
    def text(self) -> str:
        return join(self.lines, self.room)

    @property
    def blank(self) -> bool:
        return not self.lines

    @property
    def is_number(self) -> bool:
        """A number, or the part of one that stands on this page, or a dash in its place."""
        return bool(self.lines) and _NUMBER.fullmatch(normalise(self.text)) is not None

    @property
    def columns(self) -> tuple[int, int]:
        return self.column, self.column_end


@dataclass(frozen=True, slots=True)
class Fragment:
    """One page's part of a table, or what several pages' parts were put together to."""

    xs: tuple[float, ...]
    n_rows: int
    parts: tuple[Part, ...]
    first: Place
    last: Place
    doubts: tuple[str, ...] = field(default=())

    @property
    def blank(self) -> bool:
        return all(part.blank for part in self.parts)

    def row_texts(self, row: int) -> list[Spanned]:
        """Columns and text of the cells that start in a row."""
        return [(*part.columns, squeezed(part.text)) for part in self.parts if part.row == row]


def fragment(grid: Grid, texts: GridText, page: int) -> Fragment:
    """A grid with its text."""
    parts = tuple(
        Part(
            region.row,
            region.column,
            region.row_end,
            region.column_end,
            tuple(lines),
            region.box.x1 - region.box.x0,
            Place(page, rounded(region.box)),
            region.closed_above,
            region.closed_below,
        )
        for region, lines in zip(grid.regions, texts.lines, strict=True)
    )
    place = Place(page, rounded(grid.box))
    doubts = tuple(f"第{page}页：{doubt}" for doubt in texts.doubts)
    return _trimmed(Fragment(grid.xs, len(grid.ys) - 1, parts, place, place, doubts))


def _trimmed(whole: Fragment) -> Fragment:
    """Without empty rows that are open to the page's edge: an outer border drawn on to it."""
    last = [part for part in whole.parts if part.row == whole.n_rows - 1]
    if whole.n_rows > 1 and last and all(part.blank and not part.closed_below for part in last):
        kept = [part for part in whole.parts if part not in last]
        shorter = [replace(part, row_end=min(part.row_end, whole.n_rows - 1)) for part in kept]
        whole = replace(whole, parts=tuple(shorter), n_rows=whole.n_rows - 1)
    first = [part for part in whole.parts if part.row_end == 1]
    if whole.n_rows > 1 and first and all(part.blank and not part.closed_above for part in first):
        kept = [part for part in whole.parts if part not in first]
        lifted = [replace(p, row=max(0, p.row - 1), row_end=p.row_end - 1) for p in kept]
        whole = replace(whole, parts=tuple(lifted), n_rows=whole.n_rows - 1)
    return whole


def table(whole: Fragment) -> Table:
    """The table as readers deliver it."""
    cells = tuple(sorted((_cell(part) for part in whole.parts), key=lambda c: (c.row, c.column)))
    doubts = list(dict.fromkeys(whole.doubts))
    if any(LOST in cell.text for cell in cells):
        doubts.append(_LOST_FONT)
    return Table(cells, doubts=tuple(doubts))


def _cell(part: Part) -> Cell:
    printed = visible(part.text).strip()
    return Cell(
        row=part.row,
        column=part.column,
        text=normalise(printed),
        printed=printed,
        row_span=part.row_end - part.row,
        column_span=part.column_end - part.column,
        place=part.place,
    )


def moved(part: Part, rows: int, columns: list[int]) -> Part:
    """The part further down, its columns renumbered."""
    return replace(
        part,
        row=part.row + rows,
        row_end=part.row_end + rows,
        column=columns[part.column],
        column_end=columns[part.column_end],
    )
