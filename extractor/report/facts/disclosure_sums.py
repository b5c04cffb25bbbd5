"""Figures that add up: kinds or channels told without any sign, known by their sum."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.report.facts.disclosure_words import Count

# A list of kinds is never longer, and sums over more figures would be chance.
_LONGEST_LIST = 40
_MORE = re.compile(r"[余多]")
# Small figures add up by chance.
_SMALLEST_WHOLE = 20
_MOST_COUNTS = 200


def adding_up(counts: Sequence[Count], total: Count) -> list[Count]:
    """The figures that make up the total, and those that make up one of these."""
    unit = total.number.unit
    rest = [
        c
        for c in counts
        if c is not total
        and c.number.unit == unit
        and 0 < c.number.value < total.number.value
        and c.usable
        and not c.bare
    ][:_MOST_COUNTS]
    found = _rows(rest, total.number.value, _room(total))
    known = {id(count) for count in found}
    for whole in list(found):
        if whole.number.value < _SMALLEST_WHOLE:
            continue
        later = [
            c
            for c in rest
            if id(c) not in known
            and c.place > whole.place
            and c.passage.aspect == whole.passage.aspect
        ]
        part = _rows(later, whole.number.value)
        found += part
        known |= {id(count) for count in part}
    return found


def divisions(counts: Sequence[Count], total: Count) -> list[list[Count]]:
    """The rows that add up to the total in its own paragraph: each divides all of it."""
    rows: list[list[Count]] = []
    left: int | float = 0
    unit = total.number.unit
    rest = [
        c
        for c in counts
        if c is not total
        and c.passage.line == total.passage.line
        and c.number.unit == unit
        and 0 < c.number.value < total.number.value
        and c.usable
        and not c.bare
    ][:_MOST_COUNTS]
    for count in _rows(rest, total.number.value):
        if not left:
            rows.append([])
            left = total.number.value
        rows[-1].append(count)
        left -= count.number.value
    return rows


def row_before(counts: Sequence[Count], total: Count) -> list[Count]:
    """The last figures before a sum that add up to it, or none."""
    value = total.number.value
    for index in range(len(counts) - 1, max(-1, len(counts) - 1 - _LONGEST_LIST), -1):
        value -= counts[index].number.value
        if value <= 0:
            return list(counts[index:]) if value == 0 and len(counts) - index > 1 else []
    return []


def _room(total: Count) -> int | float:
    """1,900余条: what its parts may have more, less than one of the last digit told."""
    value, place = int(total.number.value), 1
    if not total.number.approx or not _MORE.search(total.number.text) or value <= 0:
        return 0
    while value % (place * 10) == 0:
        place *= 10
    return place - 1


def _rows(counts: Sequence[Count], value: int | float, room: int | float = 0) -> list[Count]:
    """Every row of neighbours, two at least, that adds up to the value."""
    found: list[Count] = []
    first = 0
    while first < len(counts):
        length = _row_length(counts, first, value, room)
        found += counts[first : first + length]
        first += max(1, length)
    return found


def _row_length(counts: Sequence[Count], first: int, value: int | float, room: int | float) -> int:
    left = value
    for index in range(first, min(len(counts), first + _LONGEST_LIST)):
        if counts[index].passage.aspect != counts[first].passage.aspect:
            return 0
        left -= counts[index].number.value
        if left <= 0:
            length = index - first + 1
            return length if -left <= room and length > 1 else 0
    return 0
