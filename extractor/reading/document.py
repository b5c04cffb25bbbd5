"""What every reader delivers: a file's paragraphs, tables and pictures in reading order.

A Document knows geometry and formats, never meaning. Coordinates are PDF points from the page's
top left corner; pages count from 1; sources without pages leave both None.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Format = Literal["pdf", "docx", "doc", "wps", "rtf", "html", "mhtml", "txt", "md"]
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands."""

    page: int
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class LineSpan:
    """One printed line of a paragraph: the offset at which it starts in the text, and its place."""

    start: int
    place: Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, re-flowed. `text` is normalised one to one, so offsets hold in `printed` too."""

    text: str
    printed: str
    lines: tuple[LineSpan, ...] = ()
    heading: int | None = None
    """Outline level if the source declares one (h1, 标题 1, #): a hint, since many misuse it."""
    align: Align | None = None

    def places(self, start: int = 0, end: int | None = None) -> list[Place]:
        """The places of the printed lines that text[start:end] touches."""
        stop = len(self.text) if end is None else end
        found: list[Place] = []
        for index, line in enumerate(self.lines):
            following = (
                self.lines[index + 1].start if index + 1 < len(self.lines) else len(self.text)
            )
            if line.start < max(stop, start + 1) and following > start:
                found.append(line.place)
        return found


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `row` and `column` are its upper left position in the grid."""

    row: int
    column: int
    text: str
    printed: str
    row_span: int = 1
    column_span: int = 1
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table's cells in row order.

    `aligned` says whether the columns are those of the source's grid. Converters that print cells
    one after the other lose merged columns: then a cell's column is only its number in the row.
    `doubts` names what the reader could not make sure of, in words for the user.
    """

    cells: tuple[Cell, ...]
    aligned: bool = True
    doubts: tuple[str, ...] = ()

    @property
    def n_rows(self) -> int:
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    @property
    def n_columns(self) -> int:
        return max((cell.column + cell.column_span for cell in self.cells), default=0)

    def rows(self) -> Iterator[list[Cell]]:
        """The cells that start in each row, left to right."""
        by_row: list[list[Cell]] = [[] for _ in range(self.n_rows)]
        for cell in self.cells:
            by_row[cell.row].append(cell)
        for row in by_row:
            yield sorted(row, key=lambda cell: cell.column)


@dataclass(frozen=True, slots=True)
class Picture:
    """An image large enough to hold text: perhaps a scanned page, perhaps a table as a picture."""

    width: float | None = None
    height: float | None = None
    place: Place | None = None


Block = Paragraph | Table | Picture


@dataclass(frozen=True, slots=True)
class ReadingProblem:
    """Something that could not be read: a P-code, in words for the user, and where."""

    code: Literal["P103", "P104"]
    message: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read."""

    format: Format
    blocks: tuple[Block, ...]
    pages: int | None = None
    notes: tuple[str, ...] = ()
    problems: tuple[ReadingProblem, ...] = field(default=())

    @property
    def paragraphs(self) -> list[Paragraph]:
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    @property
    def tables(self) -> list[Table]:
        return [block for block in self.blocks if isinstance(block, Table)]


class ReadingError(Exception):
    """The file as a whole cannot be read; `message` tells the user what to do."""

    def __init__(self, code: Literal["P101", "P102", "P106"], message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
