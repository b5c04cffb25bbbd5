"""Tables drawn with + - and |, as pandoc and reStructuredText print them, with merged cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.reading.blocks import cell
from extractor.reading.document import Cell, Table
from extractor.reading.plain.lines import columns_of
from extractor.reading.plain.markdown import cell_text

# A form's table has some 17 columns and 30 rows of a few lines each.
MOST_LINES = 1200
MOST_COLUMNS = 80
MOST_WIDTH = 2000

LOST = "表格线与文字没有对齐，列的位置可能有误"
_BORDER = re.compile(r"\+(?:[-=:]{2,}\+)+")


def grid_table(lines: Sequence[str], start: int) -> tuple[Table | None, int]:
    """The table whose upper border is line `start`, and the line after it; None if there is
    none.
    """
    if not _BORDER.fullmatch(lines[start].strip()):
        return None, start
    end = start
    while end < min(len(lines), start + MOST_LINES) and lines[end].strip()[:1] in ("+", "|"):
        end += 1
    drawn = [line.strip() for line in lines[start:end]]
    if end - start < 3 or max(map(len, drawn)) > MOST_WIDTH:
        return None, start
    # Columns are counted as printed (a Chinese character takes two) or, by some tools, as written.
    for wide in (True, False):
        canvas = [_canvas(line) if wide else line for line in drawn]
        if len({len(line) for line in canvas}) == 1:
            return _drawn_table(canvas), end
    return _by_bars(drawn), end


def _canvas(line: str) -> str:
    """The line with a filler behind each wide character, so that index and column agree."""
    return line if line.isascii() else "".join(c + "\v" * (columns_of(c) - 1) for c in line)


def _drawn_table(canvas: list[str]) -> Table:
    """Cells as the rectangles between the lines drawn."""
    xs = sorted({x for line in canvas if line[0] == "+" for x, c in enumerate(line) if c == "+"})
    xs = [x for x in xs if any(line[x] in "+|" for line in canvas)][:MOST_COLUMNS]
    ys = [y for y, line in enumerate(canvas) if re.search(r"\+[-=:]{2,}\+", line)]
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    cells: list[Cell] = []
    for r in range(len(ys) - 1):
        for c in range(len(xs) - 1):
            if (r, c) in owner:
                continue
            right = c + 1
            while right < len(xs) - 1 and not _has_wall(canvas, ys[r], ys[r + 1], xs[right]):
                right += 1
            below = r + 1
            while below < len(ys) - 1 and not _has_floor(canvas[ys[below]], xs[c], xs[c + 1]):
                below += 1
            owner |= {(y, x): (r, c) for y in range(r, below) for x in range(c, right)}
            text = _inner(canvas, ys[r], ys[below], xs[c], xs[right])
            cells.append(cell(r, c, cell_text(text), below - r, right - c))
    return Table(tuple(cells))


def _has_wall(canvas: list[str], top: int, bottom: int, x: int) -> bool:
    return all(canvas[y][x] in "|+" for y in range(top + 1, bottom))


def _has_floor(line: str, left: int, right: int) -> bool:
    return all(char in "-=:+" for char in line[left + 1 : right])


def _inner(canvas: list[str], top: int, bottom: int, left: int, right: int) -> str:
    lines = (canvas[y][left + 1 : right].replace("\v", "").strip() for y in range(top + 1, bottom))
    return "\n".join(line for line in lines if line)


def _by_bars(drawn: list[str]) -> Table:
    """The cells by the pipes alone, where the drawing does not fit its text."""
    rows: list[list[str]] = []
    group: list[list[str]] = []
    for line in drawn:
        if line.startswith("|"):
            group.append([part.strip() for part in line.strip("|").split("|")])
        elif group:
            width = max(map(len, group))
            padded = [parts + [""] * (width - len(parts)) for parts in group]
            rows.append(["\n".join(filter(None, texts)) for texts in zip(*padded, strict=True)])
            group = []
    cells = [cell(r, c, cell_text(t)) for r, row in enumerate(rows) for c, t in enumerate(row)]
    return Table(tuple(cells), aligned=False, doubts=(LOST,))
