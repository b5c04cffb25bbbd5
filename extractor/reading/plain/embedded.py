"""HTML tables within text and Markdown files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.reading.blocks import cell
from extractor.reading.document import Table
from extractor.reading.html import tables_in_markup
from extractor.reading.plain.markdown import cell_text

# A table that is never closed is believed up to its last row within so many lines.
MOST_LINES = 5000
# A file with more of them than this is no text with tables in it.
MOST_UNCLOSED = 20
_OPEN = re.compile(r"<table\b", re.I)
_EDGE = re.compile(r"<(/?)table\b[^<>]*>?", re.I)
_ROW_END = re.compile(r"</tr\s*>", re.I)


def has_table(line: str) -> bool:
    """Whether an HTML table begins in the line."""
    return "<" in line and bool(_OPEN.search(line))


@dataclass(frozen=True, slots=True)
class Embedded:
    """The tables, what stands before them in their first line and behind them in their last, and
    the number of the line after that.
    """

    tables: list[Table]
    before: str
    behind: str
    after: int
    closed: bool


def embedded_tables(lines: Sequence[str], start: int, marked: bool) -> Embedded | None:
    """The HTML table that begins in line `start`, with the tables in it."""
    opened = _OPEN.search(lines[start])
    if opened is None:
        return None
    end = _end(lines, start, opened.start())
    if end is None:
        return None
    last, offset, closed = end
    whole = "\n".join(lines[start : last + 1])
    markup = whole[opened.start() : len(whole) - (len(lines[last]) - offset)]
    tables = tables_in_markup(markup)
    if marked:
        tables = [_unmarked(table) for table in tables]
    before, behind = lines[start][: opened.start()], lines[last][offset:]
    return Embedded(tables, before, behind, last + 1, closed)


def _end(lines: Sequence[str], start: int, at: int) -> tuple[int, int, bool] | None:
    """The line and offset where the table is closed; if it never is, where its last row ends."""
    depth = 0
    row_end: tuple[int, int, bool] | None = None
    for index in range(start, min(len(lines), start + MOST_LINES)):
        line = lines[index]
        if "<" not in line:
            continue
        for edge in _EDGE.finditer(line, at if index == start else 0):
            depth += -1 if edge.group(1) else 1
            if depth == 0:
                return index, edge.end(), True
        for row in _ROW_END.finditer(line, at if index == start else 0):
            row_end = index, row.end(), False
    return row_end


def _unmarked(table: Table) -> Table:
    """The table without Markdown's marks in its cells."""
    cells = tuple(
        cell(made.row, made.column, cell_text(made.printed), made.row_span, made.column_span)
        for made in table.cells
    )
    return replace(table, cells=cells)
