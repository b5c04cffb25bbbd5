"""Tables whose columns are set apart by blanks, with or without rulers of dashes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.reading.blocks import cell, is_number, is_prose, is_section_title
from extractor.reading.document import Cell, Table
from extractor.reading.plain.lines import columns_of

# Without rulers, columns are believed only where most lines have several and print numbers.
COLUMN_LINES_SHARE = 0.6
FEWEST_NUMBERS = 4
# A header of a ruled table has at most this many lines; the table at most so many.
HEADER_LINES = 4
MOST_LINES = 2000

DOUBT = "表格的列由空格分开，空单元格与合并单元格可能错位"
_RULER = re.compile(r" *-{2,}(?: +-{2,})+ *")
_FULL_RULE = re.compile(r" *-{6,} *")
_GAP = re.compile("[ \xa0\u3000]{2,}|\t")


def spaced_table(lines: Sequence[str], start: int) -> tuple[Table | None, int]:
    """The table whose first line is `start`, and the line after it; None, and the line up to which
    there is none.
    """
    ruled = _ruled(lines, start)
    if ruled is not None:
        return ruled
    if not _GAP.search(lines[start].strip()):
        return None, start
    return _unruled(lines, start)


def _ruled(lines: Sequence[str], start: int) -> tuple[Table, int] | None:
    """A table with a ruler of dashes below its header or around its rows."""
    first = start + 1 if _FULL_RULE.fullmatch(lines[start]) else start
    ruler = next(
        (
            index
            for index in range(first, min(first + HEADER_LINES, len(lines)))
            if _RULER.fullmatch(lines[index])
        ),
        None,
    )
    if ruler is None or any(not line.strip() for line in lines[first:ruler]):
        return None
    starts = [
        columns_of(lines[ruler][: found.start()]) for found in re.finditer("-+", lines[ruler])
    ]
    end = _ruled_end(lines, ruler + 1)
    spread = any(not line.strip() for line in lines[ruler + 1 : end])
    rows = [_merged([_cut(line, starts) for line in lines[first:ruler]])] if ruler > first else []
    rows += _ruled_rows(lines[ruler + 1 : end], starts, spread)
    if not rows:
        return None
    cells = [cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    closed = end < len(lines) and "--" in lines[end]
    return Table(tuple(cells)), end + closed


def _ruled_end(lines: Sequence[str], start: int) -> int:
    """The line that closes a ruled table: its last ruler, or the first blank line."""
    limit = min(len(lines), start + MOST_LINES)
    blank = limit
    for index in range(start, limit):
        line = lines[index]
        if _RULER.fullmatch(line) or _FULL_RULE.fullmatch(line):
            return index
        if not line.strip():
            blank = min(blank, index)
        elif blank < index and (is_section_title(line.strip()) or is_prose(line.strip())):
            return blank
    return blank


def _ruled_rows(lines: Sequence[str], starts: list[int], spread: bool) -> list[list[str]]:
    """A row a line; with blank lines between rows, a row is all lines between two of them."""
    if not spread:
        return [_cut(line, starts) for line in lines]
    rows: list[list[str]] = []
    group: list[list[str]] = []
    for line in [*lines, ""]:
        if line.strip():
            group.append(_cut(line, starts))
        elif group:
            rows.append(_merged(group))
            group = []
    return rows


def _cut(line: str, starts: list[int]) -> list[str]:
    """The line's text by the columns that begin at `starts`."""
    texts = [""] * len(starts)
    at = current = 0
    for char in line:
        while current + 1 < len(starts) and at >= starts[current + 1]:
            current += 1
        texts[current] += char
        at += columns_of(char)
    return texts


def _merged(parts: list[list[str]]) -> list[str]:
    return ["\n".join(texts) for texts in zip(*parts, strict=True)]


def _unruled(lines: Sequence[str], start: int) -> tuple[Table | None, int]:
    """Lines up to the next blank one, if nearly all of them are rows."""
    end = start
    while end < min(len(lines), start + MOST_LINES) and lines[end].strip():
        text = lines[end].strip()
        if "\t" in text or "|" in text or "<" in text:
            break
        if is_prose(text) or is_section_title(_GAP.split(text)[0]):
            break
        end += 1
    rows = [_GAP.split(line.strip()) for line in lines[start:end]]
    wide = sum(1 for row in rows if len(row) > 1)
    numbers = sum(is_number(text) for row in rows for text in row)
    if wide < 2 or wide < COLUMN_LINES_SHARE * len(rows) or numbers < FEWEST_NUMBERS:
        return None, end
    cells: list[Cell] = [cell(r, c, t) for r, row in enumerate(rows) for c, t in enumerate(row)]
    same = len({len(row) for row in rows}) == 1
    return Table(tuple(cells), aligned=same, doubts=() if same else (DOUBT,)), end
