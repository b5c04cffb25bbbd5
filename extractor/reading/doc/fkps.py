"""Formatted disk pages ([MS-DOC] 2.9.67, 2.9.174): which bytes of text carry which formatting."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# A page tells of 10 to 100 paragraphs or runs, so this is far beyond any report.
MAX_PAGES = 10_000

_PAGE = 512
_PAPX_ENTRY = 13


@dataclass(frozen=True, slots=True)
class Run:
    """Formatting of the text stored at start:end."""

    start: int
    end: int
    formatting: bytes


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs in order of their place in the stream, without overlap."""

    runs: tuple[Run, ...]
    starts: tuple[int, ...]
    whole: bool = True
    """False if pages are missing or not to be understood."""

    def at(self, position: int) -> bytes | None:
        """The formatting of the character stored there; None if no page tells."""
        index = bisect_right(self.starts, position) - 1
        if index < 0 or position >= self.runs[index].end:
            return None
        return self.runs[index].formatting

    def within(self, start: int, end: int) -> Iterator[Run]:
        """The runs that touch start:end."""
        index = max(0, bisect_right(self.starts, start) - 1)
        while index < len(self.runs) and self.runs[index].start < end:
            if self.runs[index].end > start:
                yield self.runs[index]
            index += 1


def paragraph_runs(plc: bytes, word: bytes) -> Runs:
    """Per paragraph: its style's number (two bytes), then modifiers."""
    return _read(plc, word, _PAPX_ENTRY, _papx)


def character_runs(plc: bytes, word: bytes) -> Runs:
    """Per run of characters: modifiers."""
    return _read(plc, word, 1, _chpx)


def _read(plc: bytes, word: bytes, entry: int, formatting: Callable[[bytes, int], bytes]) -> Runs:
    count = (len(plc) - 4) // 8
    if count <= 0:
        return Runs((), (), whole=False)
    numbers = struct.unpack_from(f"<{min(count, MAX_PAGES)}I", plc, 4 * (count + 1))
    found: list[Run] = []
    whole = count <= MAX_PAGES
    for number in dict.fromkeys(number & 0x3FFFFF for number in numbers):
        page = word[number * _PAGE : (number + 1) * _PAGE]
        if len(page) == _PAGE and 4 * (page[-1] + 1) + page[-1] * entry < _PAGE:
            found += _page_runs(page, entry, formatting)
        else:
            whole = False
    return _ordered(found, whole)


def _page_runs(page: bytes, entry: int, formatting: Callable[[bytes, int], bytes]) -> Iterator[Run]:
    count = page[-1]
    bounds = struct.unpack_from(f"<{count + 1}I", page)
    for number in range(count):
        at = 2 * page[4 * (count + 1) + number * entry]
        yield Run(bounds[number], bounds[number + 1], formatting(page, at) if at else b"")


def _papx(page: bytes, at: int) -> bytes:
    size = 2 * page[at] - 1
    if size < 0:  # a zero here means that the next byte counts, in whole words
        at += 1
        size = 2 * page[at]
    return page[at + 1 : at + 1 + size]


def _chpx(page: bytes, at: int) -> bytes:
    return page[at + 1 : at + 1 + page[at]]


def _ordered(found: list[Run], whole: bool) -> Runs:
    kept: list[Run] = []
    for run in sorted(found, key=lambda run: (run.start, run.end)):
        start = max(run.start, kept[-1].end) if kept else run.start
        if start < run.end:
            kept.append(Run(start, run.end, run.formatting))
    return Runs(tuple(kept), tuple(run.start for run in kept), whole)
