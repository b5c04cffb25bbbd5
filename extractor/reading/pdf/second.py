"""The second reader: pdfplumber, for pages where lines alone do not tell the table.

It is some ten times slower than the first, so it is imported and asked only then.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from extractor.reading.characters import normalise, squeezed, visible
from extractor.reading.document import Box, Cell, Place, Table
from extractor.reading.pdf.fragments import Fragment, Part
from extractor.reading.pdf.layout import Layout
from extractor.reading.pdf.shapes import Line, Run

# Rows with numbers in columns, but no lines around them, look like a table from here on.
_NUMBERS_IN_ROW = 3
_ROWS = 2
# One such row with this many numbers is table four.
_NUMBERS_IN_WIDE_ROW = 8
# Numbers of one column, right-aligned or centred, differ by less than this.
_SAME_COLUMN = 12.0
# Asking is slow: a file with more such pages, or with heavier ones, is not worth the wait.
MAX_ASKED = 12
_MAX_RUNS = 4_000
_MAX_RULINGS = 3_000

_NUMBER = re.compile(r"[+\-]?\d[\d,，.]*%?|[/／—－-]")
_NO_LINES = "此表没有表格线，行列按文字位置读出：请对照原件"


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A printed line with its numbers and the text before them."""

    line: int
    label: str
    numbers: tuple[str, ...]
    centres: tuple[float, ...]


def number_rows(layout: Layout) -> list[NumberRow]:
    """The lines outside tables that look like rows of a table without lines; often none."""
    found = []
    for index, row in enumerate(layout.rows):
        if len(row) < _NUMBERS_IN_ROW:
            continue
        numbers = [run for run in row if _NUMBER.fullmatch(normalise(run.text))]
        if len(numbers) >= _NUMBERS_IN_ROW:
            found.append(_number_row(index, row, numbers))
    many = any(len(row.numbers) >= _NUMBERS_IN_WIDE_ROW for row in found)
    aligned = sum(_aligned(a, b) for a, b in pairwise(found))
    return found if many or aligned >= _ROWS - 1 else []


def _number_row(index: int, row: list[Run], numbers: list[Run]) -> NumberRow:
    label = "".join(run.text for run in row if run.x1 <= numbers[0].x0)
    return NumberRow(
        index,
        label,
        tuple(run.text for run in numbers),
        tuple((run.x0 + run.x1) / 2 for run in numbers),
    )


def _aligned(first: NumberRow, second: NumberRow) -> bool:
    return len(first.centres) == len(second.centres) and all(
        abs(a - b) < _SAME_COLUMN for a, b in zip(first.centres, second.centres, strict=True)
    )


def table_without_lines(data: bytes, layout: Layout, rows: list[NumberRow]) -> Table | None:
    """The rows as a table if nothing stands between them and pdfplumber reads the same ones."""
    first, last = rows[0].line, rows[-1].line
    if last - first + 1 != len(rows) or len(rows) < _ROWS:
        return None
    if not all(_aligned(rows[0], row) and row.label for row in rows):
        return None
    seen = [_filled(row) for row in _asked(data, layout, "text")]
    if not all(any(_same(row, other) for other in seen) for row in rows):
        return None
    cells = [
        _cell(number, column, text, layout.lines[row.line])
        for number, row in enumerate(rows)
        for column, text in enumerate((row.label, *row.numbers))
    ]
    return Table(tuple(cells), aligned=False, doubts=(_NO_LINES,))


def _same(row: NumberRow, theirs: list[str]) -> bool:
    """The same numbers; words of the label may stand in columns of their own."""
    count = len(row.numbers)
    label = squeezed(row.label)
    return theirs[-count:] == list(row.numbers) and "".join(theirs[:-count]) == label


def confirms(data: bytes, layout: Layout) -> bool:
    """Whether pdfplumber reads the same cells from the same lines, and no text is left over."""
    if any(_inside(line, box) for line in layout.lines for box in layout.doubtful):
        return False
    theirs = [cell for row in _asked(data, layout, "lines") for cell in _filled(row)]
    ours = [squeezed(part.text) for fragment in layout.fragments for part in _in_order(fragment)]
    return [text for text in ours if text] == theirs


def _inside(line: Line, box: Box) -> bool:
    x, y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    return box.x0 < x < box.x1 and box.top < y < box.bottom


def _in_order(fragment: Fragment) -> list[Part]:
    return sorted(fragment.parts, key=lambda part: (part.row, part.column))


def _asked(data: bytes, layout: Layout, strategy: str) -> list[list[str | None]]:
    """All rows of all tables that pdfplumber finds on the page; none if it fails."""
    drawing = layout.content.drawing
    if len(layout.content.runs) > _MAX_RUNS:
        return []
    if len(drawing.horizontal) + len(drawing.vertical) > _MAX_RULINGS:
        return []
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    settings = {"vertical_strategy": strategy, "horizontal_strategy": strategy}
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[layout.content.number]) as document:
            tables = document.pages[0].extract_tables(settings)
    except Exception:  # pdfminer raises errors of many kinds on files that PDFium repairs
        return []
    return [row for rows in tables for row in rows]


def _filled(row: Iterable[str | None]) -> list[str]:
    """The texts of its cells that are not blank."""
    return [text for text in (squeezed(cell or "") for cell in row) if text]


def _cell(row: int, column: int, text: str, line: Line) -> Cell:
    printed = visible(text).strip()
    return Cell(row, column, normalise(printed), printed, place=Place(line.page, line.box))
