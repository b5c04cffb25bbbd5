"""Cells that hold blocks, as word processors save them: which tables only lay out, what a cell
prints. One set of rules, for a report saved as DOC or as DOCX must read the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.reading.document import Block, Paragraph, Table

Content = Sequence[Block]

# A nested table from this size on holds data of its own: the table around it is layout, or odd.
_MIN_DATA_CELLS = 4
# A single column of longer texts is a page in a frame, no table.
_PROSE_LENGTH = 120

NESTED_TABLE = "单元格内套有另一个表格，其数字并入了该单元格的文字"


def is_layout(cells: Sequence[Content], single_column: bool) -> bool:
    """Whether the table only frames its content, so that nothing is lost without it."""
    if len(cells) == 1:
        return True
    nested = sum(map(_nested_cells, cells))
    if nested >= _MIN_DATA_CELLS and nested >= sum(map(_has_paragraph, cells)):
        return True
    return single_column and any(
        isinstance(block, Paragraph) and len(block.text) > _PROSE_LENGTH
        for cell in cells
        for block in cell
    )


def holds_table(cell: Content) -> bool:
    """Whether a table with data of its own stands in the cell."""
    return _nested_cells(cell) >= _MIN_DATA_CELLS


def printed(cell: Content) -> str:
    """All that the cell prints, its blocks on lines of their own."""
    return "\n".join(filter(None, map(_printed, cell)))


def _nested_cells(cell: Content) -> int:
    return sum(len(block.cells) for block in cell if isinstance(block, Table))


def _has_paragraph(cell: Content) -> bool:
    return any(isinstance(block, Paragraph) for block in cell)


def _printed(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.printed
    if isinstance(block, Table):
        return "\n".join("\t".join(cell.printed for cell in row) for row in block.rows())
    return ""
