"""Rows with cell edges in twips → a table on one grid."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.reading.blocks import cell as make_cell
from extractor.reading.doc.rows import CONTINUED, RowShape, spans
from extractor.reading.document import Cell, Table

# Lines this near are one line: writers round each row's edges for themselves.
NEAR = 30
# Up to here two lines are one as well if no row has a cell between them: 5 pt hold no character.
NARROWEST = 100

_NO_SHAPE = "表格某行的列宽缺失或有误，列的对应可能不准：请对照原文件。"
_LOST_TEXT = "合并单元格的隐藏部分另有文字（{text}），未读入：请对照原文件。"
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A row's texts in order, and its shape if its end mark has one."""

    texts: tuple[str, ...]
    shape: RowShape | None


@dataclass(frozen=True, slots=True)
class _Box:
    """A cell between two edges of its row."""

    left: int
    right: int
    text: str
    continued: bool


def build_table(rows: Sequence[Row]) -> Table:
    """The table; unaligned where a row does not say where its cells stand."""
    if any(row.shape is None or len(row.shape.marks) != len(row.texts) for row in rows):
        return _unaligned(rows)
    doubts: list[str] = []
    boxes = [list(_boxes(row, doubts)) for row in rows]
    lines = _Lines([[edge for box in row for edge in (box.left, box.right)] for row in boxes])
    if any(_lost(box, lines) for row in boxes for box in row):
        return _unaligned(rows)
    return Table(tuple(_cells(boxes, lines, doubts)), doubts=tuple(dict.fromkeys(doubts)))


def _lost(box: _Box, lines: _Lines) -> bool:
    """Whether a cell with text would vanish between its edges."""
    return lines.number(box.right) <= lines.number(box.left) and bool(box.text.strip())


def _unaligned(rows: Sequence[Row]) -> Table:
    cells = tuple(
        make_cell(number, column, text)
        for number, row in enumerate(rows)
        for column, text in enumerate(row.texts)
    )
    return Table(cells, aligned=False, doubts=(_NO_SHAPE,))


def _boxes(row: Row, doubts: list[str]) -> Iterator[_Box]:
    assert row.shape is not None
    for first, limit in spans(row.shape.marks):
        for text in row.texts[first + 1 : limit]:
            _doubt(text, doubts)
        yield _Box(
            row.shape.edges[first],
            row.shape.edges[limit],
            row.texts[first],
            row.shape.marks[first].vertical == CONTINUED,
        )


def _doubt(text: str, doubts: list[str]) -> None:
    if text.strip():
        doubts.append(_LOST_TEXT.format(text=text.strip()[:_SHOWN]))


class _Lines:
    """The grid's vertical lines: edges of all rows, near ones together."""

    def __init__(self, rows: Sequence[Sequence[int]]) -> None:
        users: dict[int, set[int]] = {}
        for number, edges in enumerate(rows):
            for edge in edges:
                users.setdefault(edge, set()).add(number)
        self._firsts: list[int] = []
        seen: set[int] = set()
        for edge in sorted(users):
            reach = edge - self._firsts[-1] if self._firsts else NARROWEST + 1
            if reach > NARROWEST or (reach > NEAR and seen & users[edge]):
                self._firsts.append(edge)
                seen = set()
            seen |= users[edge]

    def number(self, edge: int) -> int:
        """The line on which this edge lies."""
        index = bisect_left(self._firsts, edge + 1) - 1
        return max(0, index)


def _cells(boxes: Sequence[Sequence[_Box]], lines: _Lines, doubts: list[str]) -> list[Cell]:
    cells: list[Cell] = []
    above: dict[tuple[int, int], int] = {}
    for number, row in enumerate(boxes):
        here: dict[tuple[int, int], int] = {}
        for box in row:
            column, end = lines.number(box.left), lines.number(box.right)
            if end <= column:
                continue
            merged = above.get((column, end)) if box.continued else None
            if merged is None:
                merged = len(cells)
                cells.append(make_cell(number, column, box.text, column_span=end - column))
            else:
                cells[merged] = replace(cells[merged], row_span=number + 1 - cells[merged].row)
                _doubt(box.text, doubts)
            here[column, end] = merged
        above = here
    return cells
