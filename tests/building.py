"""Small documents for tests, built from rows of text."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.reading.characters import normalise
from extractor.reading.document import Block, Cell, Document, Paragraph, Table

Spec = str | tuple[str, int, int]
"""A cell: its text, or text with row span and column span."""


def ragged(rows: Sequence[Sequence[str]]) -> Table:
    """A table as converters deliver it: a cell's column is only its number in the row."""
    cells = [
        Cell(row, column, normalise(text), text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    return Table(tuple(cells), aligned=False)


def grid(rows: Sequence[Sequence[Spec]], doubts: Sequence[str] = ()) -> Table:
    """A table with spans, laid out as HTML lays them out."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row, specs in enumerate(rows):
        column = 0
        for spec in specs:
            text, down, across = (spec, 1, 1) if isinstance(spec, str) else spec
            while (row, column) in taken:
                column += 1
            cells.append(Cell(row, column, normalise(text), text, down, across))
            taken |= {(row + i, column + j) for i in range(down) for j in range(across)}
            column += across
    return Table(tuple(cells), doubts=tuple(doubts))


def document(*blocks: Block | str) -> Document:
    return Document("html", tuple(paragraph(b) if isinstance(b, str) else b for b in blocks))


def paragraph(text: str) -> Paragraph:
    return Paragraph(normalise(text), text)


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows()]
