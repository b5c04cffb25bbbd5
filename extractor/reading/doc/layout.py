"""Tables whose cells hold blocks: a table for layout dissolves, others become text cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from extractor.reading.cell_blocks import NESTED_TABLE, holds_table, is_layout, printed
from extractor.reading.doc.grid import Row, build_table
from extractor.reading.doc.rows import RowShape
from extractor.reading.document import Block, Picture

CellBlocks = tuple[tuple[Block, ...], ...]


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
    return len(cells) == 1 and holds_table(cells[0])


def _table(rows: Sequence[tuple[CellBlocks, RowShape | None]]) -> list[Block]:
    cells = [cell for row, _ in rows for cell in row]
    inner = [block for cell in cells for block in cell]
    if is_layout(cells, single_column=all(len(row) == 1 for row, _ in rows)):
        return inner
    table = build_table([Row(tuple(map(printed, row)), shape) for row, shape in rows])
    if any(map(holds_table, cells)):
        table = replace(table, doubts=(*table.doubts, NESTED_TABLE))
    return [table, *(block for block in inner if isinstance(block, Picture))]
