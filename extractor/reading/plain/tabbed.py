"""Tables of text converters: a cell a line behind a tab, or a row a line with tabs between.

Both lose merged columns, so a cell's column is only its number in its row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.reading.blocks import (
    STATUTORY,
    cell,
    is_number,
    is_numbered,
    is_prose,
    is_section_title,
)
from extractor.reading.document import Table

# Share of lines with a single tab, in front, from which a line is a cell.
CELL_LINES_SHARE = 0.7
# Lines looked at to tell how a table's rows are written.
LOOK_AHEAD = 60
# What stays behind a blank line of the cell it belongs to is as short as this (总 / 计).
SHORT_REST = 6
# Behind a number, a line longer than this is no second line of the cell.
NUMBER_REST = 8
# No cell of the form is longer; what goes on for ever is no cell.
LONGEST_CELL = 1000
# A cell in quotes (pasted from a spreadsheet) has at most this many lines.
QUOTED_LINES = 6
# More cells than this in the only row of a table: the blank lines between its rows are lost.
LONGEST_ROW = 30

NO_ROWS = "各行之间没有空行，行的起止无法确定"
_CELL_LINE = re.compile(r"\t[^\t]*")


@dataclass(slots=True)
class Rows:
    """A table as it is collected, and the number of the first line after it."""

    rows: list[list[str]] = field(default_factory=list)
    end: int = 0


def tabbed_table(lines: Sequence[str], start: int) -> tuple[Table | None, int]:
    """The table whose first line is `start`; None, and the line to go on from, if there is none."""
    if "\t" not in lines[start] or not _is_row_line(lines[start]):
        return None, start
    by_cell = _CELL_LINE.fullmatch(lines[start]) and _is_cell_a_line(lines, start)
    found = _cell_lines(lines, start) if by_cell else _row_lines(lines, start)
    if not _is_table(found.rows):
        return None, found.end
    return _table(found.rows), found.end


def _is_row_line(line: str) -> bool:
    """A line with a tab that is no indented paragraph or title."""
    fields = [text.strip() for text in line.split("\t")]
    return not any(is_section_title(text) or is_prose(text) for text in fields if text)


def _is_cell_a_line(lines: Sequence[str], start: int) -> bool:
    """Whether the lines ahead hold a cell each."""
    tabbed = single = 0
    for line in lines[start : start + LOOK_AHEAD]:
        if "\t" in line:
            tabbed += 1
            single += bool(_CELL_LINE.fullmatch(line))
    return single >= CELL_LINES_SHARE * tabbed


def _cell_lines(lines: Sequence[str], start: int) -> Rows:
    """Rows of lines with a cell each; a blank line ends a row, a line without a tab goes on with
    its cell.
    """
    found = Rows()
    row: list[str] | None = None
    blanks = 0
    index = start
    while index < len(lines):
        line = lines[index]
        if not line.strip(" "):
            row, blanks = None, blanks + 1
        elif line.startswith("\t"):
            if not _is_row_line(line):
                break
            if row is None:
                row = []
                found.rows.append(row)
            row.append(line[1:].replace("\t", " "))
            found.end, blanks = index + 1, 0
        else:
            row = row if row is not None else _reopened(found.rows, lines, index, blanks)
            if row is None or not _continues(row[-1], line):
                break
            row[-1] += "\n" + line
            found.end, blanks = index + 1, 0
        index += 1
    return found


def _reopened(
    rows: list[list[str]], lines: Sequence[str], index: int, blanks: int
) -> list[str] | None:
    """The row that a line behind blank ones still belongs to: one whose first cell only began
    with blank lines, or one with a word broken over a blank line.
    """
    following = lines[index + 1] if index + 1 < len(lines) else ""
    if not rows or not following.startswith("\t"):
        return None
    last, text = rows[-1], lines[index].strip()
    if len(last) == 1 and not last[0].strip():
        return last
    before = last[-1].strip()
    broken = 0 < len(before) <= SHORT_REST and not is_number(before)
    return last if blanks == 1 and broken and _is_short_rest(text) else None


def _is_short_rest(text: str) -> bool:
    return len(text) <= SHORT_REST and not is_numbered(text) and not is_number(text)


def _continues(cell_text: str, line: str) -> bool:
    """Whether a line without a tab is a further line of the cell above."""
    text = line.strip()
    if is_section_title(text) or is_prose(text):
        return False
    if len(cell_text) > LONGEST_CELL:
        return False
    return not (is_number(cell_text) and len(text) > NUMBER_REST)


def _row_lines(lines: Sequence[str], start: int) -> Rows:
    """Rows of one line each, with tabs between the cells."""
    found = Rows()
    index, blanks = start, 0
    while index < len(lines):
        line = lines[index]
        if not line.strip(" \xa0\u3000"):
            blanks += 1
            index += 1
            continue
        taken = _unquoted(lines, index) if "\t" in line else None
        if taken is None and not _is_lone_cell(lines, index, blanks):
            break
        text, after = taken or (line, index + 1)
        if not _is_row_line(text):
            break
        found.rows.append(text.split("\t"))
        found.end, index, blanks = after, after, 0
    return found


def _is_lone_cell(lines: Sequence[str], index: int, blanks: int) -> bool:
    """A row of one cell whose tabs were cut off: short, and directly between two rows."""
    text = lines[index].strip()
    following = lines[index + 1] if index + 1 < len(lines) else ""
    return not blanks and "\t" in following and not is_prose(text) and not is_section_title(text)


def _unquoted(lines: Sequence[str], index: int) -> tuple[str, int]:
    """A row whose quoted cells may go over several lines, and the line after it."""
    text, after = lines[index], index + 1
    if '"' not in text:
        return text, after
    while text.count('"') % 2 and after < len(lines) and after < index + QUOTED_LINES:
        text, after = f"{text}\n{lines[after]}", after + 1
    if text.count('"') % 2:
        return lines[index], index + 1
    cells = [
        part[1:-1].replace('""', '"') if len(part) > 1 and part[0] == part[-1] == '"' else part
        for part in text.split("\t")
    ]
    return "\t".join(cells), after


def _is_table(rows: list[list[str]]) -> bool:
    """Several rows with cells side by side, or words and numbers of the form; lines that are only
    indented are none.
    """
    wide = sum(1 for row in rows if sum(1 for text in row if text.strip()) >= 2)
    texts = [text.strip() for row in rows for text in row]
    numbers = sum(map(is_number, texts))
    if not wide:
        return False
    if wide >= 3 or numbers >= 2 or (wide >= 2 and numbers):
        return True
    return any(STATUTORY.search(text) for text in texts)


def _table(rows: list[list[str]]) -> Table:
    cells = tuple(cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    full = len({len(row) for row in rows}) == 1 and all(made.text for made in cells)
    lost = len(rows) == 1 and len(rows[0]) > LONGEST_ROW
    return Table(cells, aligned=full and len(rows) > 1, doubts=(NO_ROWS,) if lost else ())
