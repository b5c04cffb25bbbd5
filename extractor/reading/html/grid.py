"""The HTML table model: rows and cells as parsed, laid out on a grid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from extractor.reading.blocks import cell as printed_cell
from extractor.reading.document import Cell, Table
from extractor.reading.html.inline import cell_text

# A form of 17 columns and 30 rows needs no span beyond this: what is larger means "all of them".
LARGEST_SPAN = 100
# Beyond this many columns spans are ignored: no such table is a report's, and hostile ones would
# take time without end.
MAX_COLUMNS = 256
_SPAN = re.compile(r"\s*\+?(\d{1,9})")
_ROW_GROUPS = frozenset(("thead", "tbody", "tfoot"))

OVERLAP = "合并单元格互相重叠，列的位置可能有误"


@dataclass(slots=True)
class RawCell:
    """A td or th; a span of 0 is one that was printed as 0."""

    element: etree._Element
    text: str
    row_span: int
    column_span: int
    nested: bool


@dataclass(slots=True)
class RawRow:
    """A tr, and the number of the row group it belongs to: spans end with their group."""

    cells: list[RawCell]
    group: int
    collapsed: bool = False


@dataclass(slots=True)
class RawTable:
    """A table's own rows, and the text that stands in it outside of any cell."""

    rows: list[RawRow] = field(default_factory=list)
    captions: list[etree._Element] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)


def raw_table(table: etree._Element, nested: frozenset[etree._Element]) -> RawTable:
    """The table's own rows; `nested` are the cells that hold further tables."""
    found = RawTable()
    _collect(table, found, nested, 0)
    return found


def _collect(
    element: etree._Element,
    found: RawTable,
    nested: frozenset[etree._Element],
    group: int,
) -> None:
    """Rows below `element`, which is the table, a row group, or something out of place."""
    _stray(element.text, found)
    loose: list[RawCell] = []
    for child in element:
        tag = child.tag
        _stray(child.tail, found)
        if tag == "tr":
            _stray(child.text, found)
            cells = list(_cells(child, found, nested))
            found.rows.append(RawRow(cells, group, child.get("height") == "0"))
        elif tag in ("td", "th"):
            loose.append(_raw_cell(child, nested))
        elif tag == "caption":
            found.captions.append(child)
        elif tag in _ROW_GROUPS:
            group = len(found.rows) + 1
            _collect(child, found, nested, group)
        else:
            _collect(child, found, nested, group)
    if loose:
        found.rows.append(RawRow(loose, group))


def _cells(
    row: etree._Element, found: RawTable, nested: frozenset[etree._Element]
) -> Iterator[RawCell]:
    for child in row:
        tag = child.tag
        _stray(child.tail, found)
        if tag in ("td", "th"):
            yield _raw_cell(child, nested)
        else:
            _stray(child.text, found)
            yield from _cells(child, found, nested)


def _stray(text: str | None, found: RawTable) -> None:
    if text and not text.isspace():
        found.stray.append(text)


def _raw_cell(element: etree._Element, nested: frozenset[etree._Element]) -> RawCell:
    holds_tables = element in nested if nested else False
    text = "" if holds_tables else cell_text(element)
    rows, columns = element.get("rowspan"), element.get("colspan")
    row_span = _span(rows) if rows else 1
    column_span = (_span(columns) or 1) if columns else 1
    return RawCell(element, text, row_span, column_span, holds_tables)


def _span(value: str) -> int:
    """The number a span begins with ("2px" is 2); 1 if it has none."""
    found = _SPAN.match(value)
    return int(found.group(1)) if found else 1


def laid_out(rows: list[RawRow], doubts: tuple[str, ...] = ()) -> Table:
    """The rows as a Table: every cell where browsers show it."""
    rows = [row for row in rows if not (row.collapsed and _is_blank(row))]
    cells, overlap = _place(rows, zero_is_rest=False)
    if _has_zero_span(rows) and not _is_full(cells):
        # By the standard 0 means "to the end of the row group"; many editors write it for 1.
        others, other_overlap = _place(rows, zero_is_rest=True)
        if _is_full(others):
            cells, overlap = others, other_overlap
    return Table(tuple(_without_empty_rows(cells)), True, (*doubts, OVERLAP) if overlap else doubts)


def _is_blank(row: RawRow) -> bool:
    return not any(cell.text.strip() for cell in row.cells)


def _has_zero_span(rows: list[RawRow]) -> bool:
    return any(not cell.row_span for row in rows for cell in row.cells)


def _is_full(cells: list[Cell]) -> bool:
    """Whether the cells fill a rectangle."""
    table = Table(tuple(cells))
    covered = sum(cell.row_span * cell.column_span for cell in cells)
    return covered == table.n_rows * table.n_columns


def _place(rows: list[RawRow], zero_is_rest: bool) -> tuple[list[Cell], bool]:
    """Each cell at the first column of its row that no cell from above covers."""
    widest = min(_plain_width(rows), LARGEST_SPAN)
    ends = _group_ends(rows)
    busy: list[int] = []  # for each column, the first row that no cell from above covers
    cells: list[Cell] = []
    overlap = False
    for r, row in enumerate(rows):
        column = 0
        for raw in row.cells:
            while column < len(busy) and busy[column] > r:
                column += 1
            height, width = 1, 1
            if (raw.row_span != 1 or raw.column_span != 1) and column < MAX_COLUMNS:
                wanted = raw.row_span or (LARGEST_SPAN if zero_is_rest else 1)
                height = min(wanted, LARGEST_SPAN, ends[r] - r)
                width = _width(raw, column, widest)
                free = _free(busy, column, width, r)
                overlap, width = overlap or free < width, free
            if column + width > len(busy):
                busy.extend([0] * (column + width - len(busy)))
            if height > 1:
                busy[column : column + width] = [r + height] * width
            cells.append(printed_cell(r, column, raw.text, height, width))
            column += width
    return cells, overlap


def _width(raw: RawCell, column: int, widest: int) -> int:
    """The columns a cell wants; an absurd number of them means all that there are."""
    if raw.column_span > LARGEST_SPAN:
        return max(1, widest - column)
    return raw.column_span


def _free(busy: list[int], column: int, width: int, row: int) -> int:
    """How many of the wanted columns no cell from above covers."""
    for offset in range(1, min(width, len(busy) - column)):
        if busy[column + offset] > row:
            return offset
    return width


def _plain_width(rows: list[RawRow]) -> int:
    """The columns of the widest row without absurd spans."""
    widths = [
        sum(cell.column_span for cell in row.cells)
        for row in rows
        if all(cell.column_span <= LARGEST_SPAN for cell in row.cells)
    ]
    return max(widths, default=1)


def _group_ends(rows: list[RawRow]) -> list[int]:
    """For each row, the number of the first row after its group."""
    ends = [len(rows)] * len(rows)
    for r in range(len(rows) - 2, -1, -1):
        ends[r] = ends[r + 1] if rows[r].group == rows[r + 1].group else r + 1
    return ends


def _without_empty_rows(cells: list[Cell]) -> list[Cell]:
    """The cells without rows in which none starts (an empty tr, or one wholly covered)."""
    starts = sorted({cell.row for cell in cells})
    if not starts or starts[-1] == len(starts) - 1:
        return cells
    kept = {row: index for index, row in enumerate(starts)}
    moved = []
    for cell in cells:
        stop = cell.row + cell.row_span
        span = 1 + sum(1 for row in range(cell.row + 1, stop) if row in kept)
        moved.append(
            Cell(kept[cell.row], cell.column, cell.text, cell.printed, span, cell.column_span)
        )
    return moved
