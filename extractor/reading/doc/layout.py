"""Tables whose cells hold blocks: a table for layout dissolves, others become text cells.

The same rules as for DOCX: a report saved in either format must read the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extractor.reading.doc.grid import Row, build_table
from extractor.reading.doc.rows import RowShape
from extractor.reading.document import Block, Paragraph, Picture, Table

CellBlocks = tuple[tuple[Block, ...], ...]

# A nested table from this size on holds data of its own: the table around it is layout, or odd.
_MIN_DATA_CELLS = 4
# A single column of longer texts is a page in a frame, no table.
_PROSE_LENGTH = 120

_NESTED = "单元格内套有另一个表格，其数字并入了该单元格的文字"


def as_blocks(rows: Sequence[tuple[CellBlocks, RowShape | None]]) -> list[Block]:
    """The table and the pictures in its cells; or its content as it comes.

    The format does not say where one table ends if another follows at once, so a row that only
    frames a table must not take its neighbours along.
    """
    blocks: list[Block] = []
    for framing, group in groupby(rows, key=lambda row: _is_frame(row[0])):
        each = list(group)
        blocks += [block for cells, _ in each for block in cells[0]] if framing else _table(each)
    return blocks


def _is_frame(cells: CellBlocks) -> bool:
    return len(cells) == 1 and _nested_cells(cells[0]) >= _MIN_DATA_CELLS


def _table(rows: Sequence[tuple[CellBlocks, RowShape | None]]) -> list[Block]:
    cells = [cell for row, _ in rows for cell in row]
    inner = [block for cell in cells for block in cell]
    if _is_layout([row for row, _ in rows]):
        return inner
    table = build_table([Row(tuple(map(_text, row)), shape) for row, shape in rows])
    if any(_nested_cells(cell) >= _MIN_DATA_CELLS for cell in cells):
        table = replace(table, doubts=(*table.doubts, _NESTED))
    return [table, *(block for block in inner if isinstance(block, Picture))]


def _is_layout(rows: Sequence[CellBlocks]) -> bool:
    """Whether the table only frames its content, so that nothing is lost without it."""
    cells = [cell for row in rows for cell in row]
    if len(cells) == 1:
        return True
    nested = sum(map(_nested_cells, cells))
    own = sum(any(isinstance(block, Paragraph) for block in cell) for cell in cells)
    if nested >= _MIN_DATA_CELLS and nested >= own:
        return True
    single_column = all(len(row) == 1 for row in rows)
    return single_column and any(len(block.text) > _PROSE_LENGTH for block in _paragraphs(cells))


def _paragraphs(cells: Sequence[Sequence[Block]]) -> Iterator[Paragraph]:
    return (block for cell in cells for block in cell if isinstance(block, Paragraph))


def _nested_cells(cell: Sequence[Block]) -> int:
    return sum(len(block.cells) for block in cell if isinstance(block, Table))


def _text(cell: Sequence[Block]) -> str:
    return "\n".join(filter(None, map(_printed, cell)))


def _printed(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.printed
    if isinstance(block, Table):
        return "\n".join("\t".join(cell.printed for cell in row) for row in block.rows())
    return ""
