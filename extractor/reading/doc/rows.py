"""A table row's cells as its end mark defines them ([MS-DOC] 2.6.3, 2.9.318)."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field, replace

from extractor.reading.doc import sprms

# Word allows 63 cells in a row.
MAX_CELLS = 64

_TC_BYTES = 20
_HORIZONTAL = 0x0003
_VERTICAL_SHIFT = 5
CONTINUED, RESTARTED = 1, 3


@dataclass(frozen=True, slots=True)
class CellMark:
    """How a cell merges: raw horizontal bits, and vertically 0 (no), CONTINUED or RESTARTED."""

    horizontal: int = 0
    vertical: int = 0


@dataclass(frozen=True, slots=True)
class RowShape:
    """The row's vertical lines in twips, one more than its cells."""

    edges: tuple[int, ...]
    marks: tuple[CellMark, ...]


@dataclass(slots=True)
class RowDraft:
    """The row while its modifiers are applied, in their order."""

    edges: list[int] = field(default_factory=lambda: [0])
    marks: list[CellMark] = field(default_factory=list)
    gap_half: int = 0

    def shape(self) -> RowShape | None:
        return RowShape(tuple(self.edges), tuple(self.marks)) if self.marks else None

    def apply(self, code: int, operand: bytes) -> None:
        try:
            self._apply(code, operand)
        except (struct.error, IndexError):
            return  # a modifier cut short changes nothing

    def _apply(self, code: int, operand: bytes) -> None:
        match code:
            case sprms.T_DEFINE:
                self._define(operand)
            case sprms.T_INSERT:
                self._insert(*struct.unpack("<BBH", operand))
            case sprms.T_DELETE:
                first, limit = struct.unpack("<BB", operand)
                self._delete(first, limit)
            case sprms.T_WIDTH:
                self._set_width(*struct.unpack("<BBH", operand))
            case sprms.T_MERGE | sprms.T_SPLIT:
                first, limit = struct.unpack("<BB", operand)
                self._merge(first, limit, code == sprms.T_MERGE)
            case sprms.T_VERTICAL_MERGE:
                self.marks[operand[0]] = replace(self.marks[operand[0]], vertical=operand[1] & 3)
            case sprms.T_LEFT:
                (left,) = struct.unpack("<h", operand)
                self._move(left - self.gap_half - self.edges[0])
            case sprms.T_GAP_HALF:
                (gap,) = struct.unpack("<h", operand)
                self._move(self.gap_half - gap)
                self.gap_half = gap

    def _define(self, operand: bytes) -> None:
        count = operand[0]
        if not 0 < count <= MAX_CELLS:
            return
        self.edges = list(struct.unpack_from(f"<{count + 1}h", operand, 1))
        at = 1 + 2 * (count + 1)
        self.marks = []
        for number in range(count):
            bits = 0  # cells at the end may lack their description: then all in it is zero
            if at + number * _TC_BYTES + 2 <= len(operand):
                (bits,) = struct.unpack_from("<H", operand, at + number * _TC_BYTES)
            self.marks.append(CellMark(bits & _HORIZONTAL, bits >> _VERTICAL_SHIFT & 3))

    def _insert(self, first: int, count: int, width: int) -> None:
        if len(self.marks) + count > MAX_CELLS:
            return
        # Cells missing before the first new one are made with it, as wide as the new ones.
        count += max(0, first - len(self.marks))
        first = min(first, len(self.marks))
        after = [edge + count * width for edge in self.edges[first + 1 :]]
        new = [self.edges[first] + width * step for step in range(1, count + 1)]
        self.edges[first + 1 :] = new + after
        self.marks[first:first] = [CellMark()] * count

    def _delete(self, first: int, limit: int) -> None:
        limit = min(limit, len(self.marks))
        if first >= limit:
            return
        gone = self.edges[limit] - self.edges[first]
        self.edges[first + 1 :] = [edge - gone for edge in self.edges[limit + 1 :]]
        del self.marks[first:limit]

    def _set_width(self, first: int, limit: int, width: int) -> None:
        widths = [right - left for left, right in zip(self.edges, self.edges[1:], strict=False)]
        for number in range(first, min(limit, len(widths))):
            widths[number] = width
        for number, each in enumerate(widths):
            self.edges[number + 1] = self.edges[number] + each

    def _merge(self, first: int, limit: int, merged: bool) -> None:
        for number in range(first, min(limit, len(self.marks))):
            bits = (1 if number == first else 2) if merged else 0
            self.marks[number] = replace(self.marks[number], horizontal=bits)

    def _move(self, by: int) -> None:
        self.edges = [edge + by for edge in self.edges]


def spans(marks: tuple[CellMark, ...]) -> list[tuple[int, int]]:
    """First cell and limit of each horizontally merged set, single cells included.

    [MS-DOC] numbers "first" 2 and "merged in" 1, the older description, which writers follow, the
    other way round. A set's leftmost cell is a first one in either, so its value tells which.
    """
    found: list[tuple[int, int]] = []
    leader = 0
    for number, mark in enumerate(marks):
        joins = leader and mark.horizontal and (mark.horizontal == 1) != (leader == 1)
        if joins:
            found[-1] = (found[-1][0], number + 1)
        else:
            leader = mark.horizontal
            found.append((number, number + 1))
    return found
