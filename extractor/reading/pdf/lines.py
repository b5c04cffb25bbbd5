"""Runs become printed lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from extractor.reading.pdf.shapes import Line, Run, along

# Two words of Latin script or two numbers are apart if this much (in ems) lies between them.
_WORD_GAP = 0.2
# Chinese characters spread over a line stand up to two ems apart; a tab leaves more.
_TAB_GAP = 2.0
# What a line break cannot part: a word, or a character with the brackets and commas that cling.
_UNIT = re.compile(
    r"[（《“‘(〈【〔\[]*(?:[A-Za-z0-9][A-Za-z0-9.,:/%\-_@]*|.)[，。、；：？！）》”’)〉】〕\]%…]*"
)
# Where the East Asian blocks begin, whose characters are one em wide.
_WIDE_FROM = 0x2E80
# Characters looked at to tell a line's type size.
_SAMPLE = 15
_WIDE_MARKS = "“”‘’…—①②③④⑤⑥⑦⑧⑨⑩"


def grouped(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs by printed line, lines from top to bottom, each in reading order (upright text)."""
    rows: list[list[Run]] = []
    bounds: list[tuple[float, float]] = []
    for run in sorted(runs, key=lambda run: (run.middle, run.x0)):
        if rows and _same_line(bounds[-1], run):
            top, bottom = bounds[-1]
            bounds[-1] = (min(top, run.top), max(bottom, run.bottom))
            rows[-1].append(run)
        else:
            rows.append([run])
            bounds.append((run.top, run.bottom))
    for row in rows:
        row.sort(key=lambda run: run.x0)
    return rows


def _same_line(bounds: tuple[float, float], run: Run) -> bool:
    """Whether the middle of one lies well within the other: flat characters (一) have low boxes."""
    top, bottom = bounds
    middle = (top + bottom) / 2
    if not (top <= run.middle <= bottom or run.top <= middle <= run.bottom):
        return False
    overlap = min(bottom, run.bottom) - max(top, run.top)
    return overlap >= 0.5 * min(bottom - top, run.bottom - run.top)


def line_text(row: list[Run], tab: str) -> str:
    """The runs of one line joined; `tab` stands for a wide gap between Chinese characters."""
    parts = [row[0].text]
    for left, right in pairwise(row):
        gap = right.x0 - left.x1
        size = max(left.size, right.size)
        if left.text[-1].isascii() and right.text[0].isascii() and gap > _WORD_GAP * size:
            parts.append(" ")
        elif gap > _TAB_GAP * size:
            parts.append(tab)
        parts.append(right.text)
    return "".join(parts)


def page_line(row: list[Run], page: int) -> Line:
    """A line of a page's text outside tables."""
    return Line(
        line_text(row, " "),
        page,
        row[0].x0,
        min(run.top for run in row),
        max(run.x1 for run in row),
        max(run.bottom for run in row),
        _type_size(row),
    )


def _type_size(row: list[Run]) -> float:
    """The usual width of its wide characters: heights differ with the shapes of the glyphs."""
    widths = [
        end - start
        for run in row
        for char, start, end in zip(run.text, run.starts, run.ends, strict=True)
        if ord(char) >= _WIDE_FROM
    ][:_SAMPLE]
    if widths:
        return max(1.0, sorted(widths)[len(widths) // 2])
    return max(1.0, max(run.bottom - run.top for run in row))


def righted(run: Run) -> Run:
    """A turned run in the coordinates of its own reading direction, so that it reads upright."""
    if run.turn == 0:
        return run
    u0, v0, u1, v1 = along(run.turn, run.x0, run.top, run.x1, run.bottom)
    return run._replace(x0=u0, top=v0, x1=u1, bottom=v1, turn=0)


def unit_width(text: str, em: float) -> float:
    """The width of what stands at a text's start and cannot be parted."""
    unit = _UNIT.match(text)
    if unit is None:
        return em
    wide = sum(ord(char) >= _WIDE_FROM or char in _WIDE_MARKS for char in unit.group())
    return em * (wide + (len(unit.group()) - wide) / 2)
