"""A part of the document, paragraph by paragraph, → blocks: paragraphs, tables, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractor.reading.blocks import paragraph as make_paragraph
from extractor.reading.doc.formats import Formats, ParagraphFormat
from extractor.reading.doc.layout import CellBlocks, as_blocks
from extractor.reading.doc.numbering import Numbering
from extractor.reading.doc.pictures import Pictures
from extractor.reading.doc.printed import Printed
from extractor.reading.doc.rows import RowShape
from extractor.reading.doc.styles import HIDDEN, Styles
from extractor.reading.document import Block, Picture

_ENDS = re.compile("[\r\x07\x0c]")
_OBJECTS = re.compile("[\x01\x08]")
_CELL_MARK = "\x07"


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph of the file: what it prints, its format, and how it ends."""

    blocks: tuple[Block, ...]
    format: ParagraphFormat
    ends_cell: bool
    deleted: bool


@dataclass(slots=True)
class _OpenRow:
    cells: list[list[Block]] = field(default_factory=list)
    cell: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _OpenTable:
    rows: list[tuple[CellBlocks, RowShape | None]] = field(default_factory=list)
    row: _OpenRow = field(default_factory=_OpenRow)

    def end_cell(self) -> None:
        self.row.cells.append(self.row.cell)
        self.row.cell = []

    def end_row(self, shape: RowShape | None, deleted: bool) -> None:
        if self.row.cell:  # text after the last cell's mark: no cell of its own
            self.end_cell()
        if self.row.cells and not deleted:
            self.rows.append((tuple(tuple(cell) for cell in self.row.cells), shape))
        self.row = _OpenRow()


@dataclass(frozen=True, slots=True)
class Reader:
    """All that is needed to read one story after the other."""

    printed: Printed
    formats: Formats
    styles: Styles
    numbering: Numbering
    pictures: Pictures

    def blocks(self, start: int, end: int) -> list[Block]:
        """The blocks of the characters start:end."""
        body: list[Block] = []
        tables: list[_OpenTable] = []
        for line in self._lines(start, end):
            depth = line.format.depth
            while len(tables) > depth:
                _close(tables, body)
            while len(tables) < depth:
                tables.append(_OpenTable())
            if not tables:
                body += line.blocks
            elif line.format.row_end:
                tables[-1].row.cell += line.blocks
                tables[-1].end_row(line.format.row, line.deleted)
            else:
                tables[-1].row.cell += line.blocks
                if line.ends_cell:
                    tables[-1].end_cell()
        while tables:
            _close(tables, body)
        return body

    def _lines(self, start: int, end: int) -> Iterator[_Line]:
        """Paragraphs; one whose mark is hidden or deleted runs on into the next."""
        text, states = self.printed.text, self.printed.states
        begin = start
        waiting: tuple[int, ParagraphFormat] | None = None
        for mark in _marks(text, start, end):
            format_ = _in_table(self.formats.at(mark), text[mark])
            if waiting is not None and waiting[1].depth != format_.depth:
                yield self._line(begin, *waiting)
                begin = waiting[0] + 1
            ends_cell = text[mark] == _CELL_MARK or format_.cell_end or format_.row_end
            if states[mark] == HIDDEN and not ends_cell:
                waiting = (mark, format_)
                continue
            yield self._line(begin, mark, format_)
            begin, waiting = mark + 1, None
        if begin < end:
            last = end - 1
            yield self._line(begin, end, _in_table(self.formats.at(last), text[last]))

    def _line(self, begin: int, mark: int, format_: ParagraphFormat) -> _Line:
        ended = self.printed.text[mark : mark + 1]
        hidden_style = self.styles.style(format_.style).state == HIDDEN
        label = ""
        if format_.list_number and not format_.row_end:
            label = self.numbering.label(format_.list_number, format_.list_level)
        text = label + self.printed.between(begin, mark, hidden_style)
        made = make_paragraph(text, format_.heading, format_.align)
        blocks: list[Block] = [made] if made is not None else []
        blocks += self._pictures(begin, mark)
        return _Line(
            tuple(blocks),
            format_,
            ends_cell=ended == _CELL_MARK or format_.cell_end,
            deleted=mark < len(self.printed.states) and self.printed.states[mark] == HIDDEN,
        )

    def _pictures(self, begin: int, end: int) -> Iterator[Picture]:
        for match in _OBJECTS.finditer(self.printed.text, begin, end):
            at = match.start()
            if self.printed.states[at] == HIDDEN:
                continue
            if at in self.printed.pictures:
                picture = self.pictures.inline(self.printed.pictures[at])
            else:
                picture = self.pictures.drawn.get(at)
            if picture is not None:
                yield picture


def _marks(text: str, start: int, end: int) -> Iterator[int]:
    return (match.start() for match in _ENDS.finditer(text, start, end))


def _in_table(format_: ParagraphFormat, mark: str) -> ParagraphFormat:
    # A cell mark stands in a table of the first level, whatever a damaged page says.
    if mark == _CELL_MARK and format_.depth != 1:
        return replace(format_, depth=1)
    return format_


def _close(tables: list[_OpenTable], body: list[Block]) -> None:
    """The innermost open table becomes blocks of the cell or body around it."""
    table = tables.pop()
    table.end_row(None, deleted=False)
    around = tables[-1].row.cell if tables else body
    around += as_blocks(table.rows)
