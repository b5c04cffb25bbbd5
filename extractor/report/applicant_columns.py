"""Table three's header: the seven applicant columns, and whether position alone can tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.reading.document import Cell
from extractor.report.alignment import right_edge
from extractor.report.forms import APPLICANTS, applicant_keys
from extractor.report.segments import Line, Segment

# The form's own word for the last column: where offices add a subtotal they call it otherwise.
_GRAND_TOTAL = "总计"
# Columns that offices add; the corner cell says anything, so only these are told without a grid.
_ADDED = re.compile(r"小计|合计|备注|说明|占比|同比|上年|去年")
# Behind all others it moves none of them.
_REMARKS = re.compile(r"备注|说明")


@dataclass(frozen=True, slots=True)
class Header:
    """The applicant cells above the values, in the form's order; none if not all are sure.

    `width`: how many cells every header line has, None if they differ. `usual` is False where
    columns were added or stand in another order: then only the cells above tell a value's column.
    """

    cells: tuple[Cell, ...] = ()
    aligned: bool = True
    width: int | None = None
    usual: bool = True
    n_columns: int = 0
    edge: int = 0
    """The first column behind the header."""


def read_header(segment: Segment, before: Header | None = None) -> tuple[Header, int]:
    """The header, and the first line behind it; `before` is that of the part before this one."""
    lines, body = _header_lines(segment)
    if not lines and before is not None and not before.usual:
        return _inherited(segment, before), 0
    named = [
        (key, cell, word)
        for line in lines
        for cell, word in zip(line.cells, line.words, strict=True)
        for key in applicant_keys(word)
    ]
    aligned = segment.table.aligned
    found = {key: _the_one(key, named) for key in APPLICANTS}
    cells = tuple(cell for cell in found.values() if cell is not None)
    usual = all(map(_in_order, lines)) and not _has_added(lines, cells, aligned)
    if len(cells) < len(APPLICANTS):
        return Header(aligned=aligned, usual=usual), body
    columns = [cell.column for cell in cells]
    if columns != sorted(set(columns)) and (usual or not aligned):
        # Lost or wrong spans: the lines name the form's columns in its order, not where they are.
        return Header(aligned=aligned, usual=usual), body
    widths = {len(line.cells) for line in lines}
    width = widths.pop() if len(widths) == 1 else None
    edge = right_edge(cell for line in lines for cell in line.cells)
    return Header(cells, aligned, width, usual, segment.table.n_columns, edge), body


def _inherited(segment: Segment, before: Header) -> Header:
    """An unusual header holds for the parts behind it; its cells only on a grid as wide."""
    table = segment.table
    if before.aligned and table.aligned and table.n_columns == before.n_columns:
        return before
    return Header(aligned=table.aligned, usual=False)


def is_header(line: Line) -> bool:
    words = "".join(line.words)
    return len(set(_keys(line))) >= 2 or "申请人情况" in words or "勾稽关系" in words


def _header_lines(segment: Segment) -> tuple[list[Line], int]:
    found: list[Line] = []
    body = 0
    for index, line in enumerate(segment.lines):
        if is_header(line):
            found.append(line)
            body = index + 1
        elif any(_keys(header) for header in found):
            break
    return found, body


def _keys(line: Line) -> list[str]:
    return [key for word in line.words for key in applicant_keys(word)]


def _the_one(key: str, named: Sequence[tuple[str, Cell, str]]) -> Cell | None:
    """The column's lowest header cell; None if several columns claim to be it."""
    cells = [(cell, word) for name, cell, word in named if name == key]
    if len({cell.column for cell, _ in cells}) > 1 and key == "total":
        cells = [(cell, word) for cell, word in cells if word == _GRAND_TOTAL]
    if len({cell.column for cell, _ in cells}) != 1:
        return None
    return cells[-1][0]


def _in_order(line: Line) -> bool:
    numbers = [APPLICANTS.index(key) for key in _keys(line)]
    return numbers == sorted(numbers)


def _has_added(lines: Sequence[Line], cells: Sequence[Cell], aligned: bool) -> bool:
    """Whether the header names a column that the form does not have."""
    words = [
        (cell, word)
        for line in lines
        for cell, word in zip(line.cells, line.words, strict=True)
        if word and cell not in cells and not (cell is line.cells[-1] and _REMARKS.match(word))
    ]
    if not aligned or not cells:
        return any(_ADDED.match(word) for _, word in words)
    left = min(cell.column for cell in cells)
    covered = {column for cell in cells for column in _columns(cell)}
    return any(cell.column >= left and covered.isdisjoint(_columns(cell)) for cell, _ in words)


def _columns(cell: Cell) -> Iterator[int]:
    return iter(range(cell.column, cell.column + cell.column_span))
