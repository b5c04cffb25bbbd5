"""A `w:tbl` as a table with true spans, or as the blocks it only laid out.

Rows → their cells with the columns they cover → merged cells → table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from extractor.reading.cell_blocks import NESTED_TABLE, holds_table, is_layout, printed
from extractor.reading.characters import normalise
from extractor.reading.document import Block, Cell, Paragraph, Picture, Table
from extractor.reading.docx.columns import RawCell, RawRow, Span, column_starts, measure
from extractor.reading.docx.drawings import branches
from extractor.reading.docx.xmlparts import MC, VAL, Element, W, integer, on, properties

ReadBlocks = Callable[[Element], list[Block]]

# Word's own limit is 63 columns; a larger span is an accident that would only inflate the grid.
MAX_SPAN = 63
_THROUGH = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_CELL, _CELL_PROPERTIES, _ROW_PROPERTIES = W + "tc", W + "tcPr", W + "trPr"
_GRID_SPAN, _CELL_WIDTH, _WIDTH, _TYPE = W + "gridSpan", W + "tcW", W + "w", W + "type"
_V_MERGE, _H_MERGE, _CELL_MERGE = W + "vMerge", W + "hMerge", W + "cellMerge"
_MERGING = frozenset({_GRID_SPAN, _V_MERGE, _H_MERGE, _CELL_MERGE, W + "cellDel"})

HIDDEN_TEXT = "合并单元格的被合并部分仍有文字，Word 不显示，未读取"


@dataclass(slots=True)
class _Filled:
    """A cell of the result while lower and right neighbours may still join it."""

    row: int
    column: int
    column_span: int
    content: list[Block]
    row_span: int = 1


def read_table(table: Element, read_blocks: ReadBlocks) -> list[Block]:
    """The table and the pictures in it, or its content alone where it is mere layout."""
    columns = table.iterfind(f"{W}tblGrid/{W}gridCol")
    grid = [measure(column.get(W + "w"), "dxa") for column in columns]
    rows = list(_read_rows(table))
    starts, doubts = column_starts(rows, grid)
    filled, swallowed = _merge(rows, starts, read_blocks)
    if any(map(_has_text, swallowed)):
        doubts.append(HIDDEN_TEXT)
    contents = [cell.content for cell in filled]
    if is_layout(contents, single_column=_is_single_column(filled)):
        return [block for content in contents for block in content]
    if any(map(holds_table, contents)):
        doubts.append(NESTED_TABLE)
    if not filled:
        return []
    pictures = [block for content in contents for block in content if isinstance(block, Picture)]
    return [Table(tuple(_finished(cell) for cell in filled), True, tuple(doubts)), *pictures]


def _parts(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, through whatever is wrapped around them."""
    for item in parent:
        if item.tag == tag:
            yield item
        elif item.tag in _THROUGH:
            yield from _parts(item, tag)
        elif item.tag == MC + "AlternateContent":
            for branch in branches(item)[:1]:
                yield from _parts(branch, tag)


def _read_rows(table: Element) -> Iterator[RawRow]:
    """The rows that show: neither deleted nor hidden."""
    for row in _parts(table, W + "tr"):
        written = properties(row, _ROW_PROPERTIES)
        if W + "del" not in written and not on(written.get(W + "hidden")):
            yield _read_row(row, written)


def _read_row(row: Element, written: Mapping[str, Element]) -> RawRow:
    cells: list[RawCell] = []
    swallowed: list[Element] = []
    for cell in map(_read_cell, _parts(row, _CELL)):
        if cell is None:
            continue
        if cell.joins_left and cells:
            cells[-1] = cells[-1].grown(cell)
            swallowed.append(cell.element)
        else:
            cells.append(cell)
    return RawRow(
        cells=tuple(cells),
        before=_span(written.get(W + "gridBefore"), least=0),
        before_width=_width(written.get(W + "wBefore")),
        after=_span(written.get(W + "gridAfter"), least=0),
        swallowed=tuple(swallowed),
    )


def _read_cell(cell: Element) -> RawCell | None:
    written = properties(cell, _CELL_PROPERTIES)
    if not _MERGING.isdisjoint(written):
        return _read_merged(cell, written)
    return RawCell(cell, 1, _width(written.get(_CELL_WIDTH)))


def _read_merged(cell: Element, written: Mapping[str, Element]) -> RawCell | None:
    if W + "cellDel" in written:
        return None
    tracked = written.get(_CELL_MERGE)
    return RawCell(
        cell,
        _span(written.get(_GRID_SPAN), least=1),
        _width(written.get(_CELL_WIDTH)),
        _continues(written.get(_V_MERGE))
        or (tracked is not None and tracked.get(_V_MERGE) == "cont"),
        _continues(written.get(_H_MERGE)),
    )


def _span(written: Element | None, least: int) -> int:
    if written is None:
        return least
    return min(max(integer(written.get(VAL)) or least, least), MAX_SPAN)


def _width(written: Element | None) -> float | None:
    return None if written is None else measure(written.get(_WIDTH), written.get(_TYPE))


def _continues(merge: Element | None) -> bool:
    return merge is not None and merge.get(VAL, "continue") != "restart"


def _merge(
    rows: Iterable[RawRow], starts: Iterable[list[Span]], read_blocks: ReadBlocks
) -> tuple[list[_Filled], list[Element]]:
    """The cells that show, each grown over those that continue it, and those that do."""
    filled: list[_Filled] = []
    swallowed: list[Element] = []
    above: dict[Span, _Filled] = {}
    for index, (row, spans) in enumerate(zip(rows, starts, strict=True)):
        current: dict[Span, _Filled] = {}
        swallowed += row.swallowed
        for raw, span in zip(row.cells, spans, strict=True):
            owner = above.get(span) if raw.joins_above else None
            if owner is None:
                owner = _Filled(index, *span, content=read_blocks(raw.element))
                filled.append(owner)
            else:
                swallowed.append(raw.element)
            owner.row_span = index - owner.row + 1
            current[span] = owner
        above = current
    return filled, swallowed


def _has_text(element: Element) -> bool:
    return any(part.text and part.text.strip() for part in element.iter(W + "t"))


def _is_single_column(cells: list[_Filled]) -> bool:
    used = sum(bool(cell.content) for cell in cells)
    return used <= 1 or not any(cell.column for cell in cells)


def _finished(cell: _Filled) -> Cell:
    content = cell.content
    if len(content) == 1 and isinstance(content[0], Paragraph):
        text, shown = content[0].text, content[0].printed
    else:
        shown = printed(content)
        text = normalise(shown)
    return Cell(cell.row, cell.column, text, shown, cell.row_span, cell.column_span)
