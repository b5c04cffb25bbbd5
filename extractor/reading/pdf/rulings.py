"""Rulings as producers draw them (dashes, one piece per cell, double lines) become whole lines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from extractor.reading.pdf.joined import root
from extractor.reading.pdf.shapes import Ruling

# Double borders and the strokes of neighbouring cells lie up to this far apart; the lowest row
# that holds text is three times as high.
SAME_LINE = 3.0
# The gap between two dashes of one border; the narrowest cell is three times as wide.
DASH_GAP = 4.0
# Lines of one table part end at the same height, to within a border's thickness and a margin.
_SAME_END = 6.0
# Upright lines without any crossing one are a table only if there are several.
_BARE_UPRIGHTS = 3
# Lines shorter than this, after their pieces are put together, are ornaments.
_SHORTEST = 6.0
# Far more than the 500 pieces of a page of the form; a page beyond is a drawing, and the search
# for crossings would no longer be quick.
MAX_LINES = 1_500

Group: TypeAlias = tuple[list[Ruling], list[Ruling]]
"""The horizontal and the upright lines of one table."""


def whole_lines(pieces: Iterable[Ruling]) -> list[Ruling]:
    """Collinear pieces joined, sorted by position."""
    lines: list[Ruling] = []
    for level in _levels(sorted(pieces)):
        lines.extend(_joined(level))
    return lines


def _levels(pieces: Sequence[Ruling]) -> list[list[Ruling]]:
    """Pieces on about the same line; a level never grows wider than SAME_LINE."""
    levels: list[list[Ruling]] = []
    for piece in pieces:
        if levels and piece.at - levels[-1][0].at <= SAME_LINE:
            levels[-1].append(piece)
        else:
            levels.append([piece])
    return levels


def _joined(level: list[Ruling]) -> list[Ruling]:
    at = sum(piece.at for piece in level) / len(level)
    spans: list[list[float]] = []
    for piece in sorted(level, key=lambda piece: piece.low):
        if spans and piece.low <= spans[-1][1] + DASH_GAP:
            spans[-1][1] = max(spans[-1][1], piece.high)
        else:
            spans.append([piece.low, piece.high])
    return [Ruling(at, low, high) for low, high in spans if high - low >= _SHORTEST]


def connected(horizontal: list[Ruling], vertical: list[Ruling]) -> list[Group]:
    """Groups of lines that touch, each the skeleton of one table; both lists sorted by `at`."""
    parent = list(range(len(horizontal) + len(vertical)))
    levels = [line.at for line in horizontal]
    for position, upright in enumerate(vertical, start=len(horizontal)):
        first = bisect_left(levels, upright.low - SAME_LINE)
        last = bisect_right(levels, upright.high + SAME_LINE)
        for index in range(first, last):
            if (
                horizontal[index].low - SAME_LINE
                <= upright.at
                <= horizontal[index].high + SAME_LINE
            ):
                parent[root(parent, index)] = root(parent, position)
    groups: dict[int, Group] = {}
    for index, line in enumerate([*horizontal, *vertical]):
        group = groups.setdefault(root(parent, index), ([], []))
        group[index >= len(horizontal)].append(line)
    crossed = [group for group in groups.values() if group[0] and group[1]]
    return crossed + _adopted(crossed, [group[1][0] for group in groups.values() if not group[0]])


def _adopted(groups: list[Group], alone: list[Ruling]) -> list[Group]:
    """Upright lines that nothing crosses: beside a label that fills the page, or around a row
    that does. They join the group that is as high as they are, or form one of their own."""
    bare: list[Group] = []
    for line in alone:
        for group in (*groups, *bare):
            low = min(other.low for other in group[1])
            high = max(other.high for other in group[1])
            if abs(line.low - low) <= _SAME_END and abs(line.high - high) <= _SAME_END:
                group[1].append(line)
                break
        else:
            bare.append(([], [line]))
    return [group for group in bare if len(group[1]) >= _BARE_UPRIGHTS]
