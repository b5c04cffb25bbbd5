"""Automatic numbering ([MS-DOC] 2.4.6.3): lists, and the labels Word prints."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

from extractor.reading.characters import visible
from extractor.reading.doc.numerals import BULLET, numeral

_LSTF, _LVLF, _LFO, _LFOLVL = 28, 28, 16, 8
_LEVELS = 9
# [MS-DOC] allows 2046.
_MAX_USES = 4096
_ARABIC = 0
_NO_TEXT_FOLLOWS = 2


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, its numerals, and its text with places for numbers."""

    start: int
    code: int
    template: str
    legal: bool = False
    restarts_below: int = _LEVELS
    """The level restarts after a paragraph of a level less than this."""
    blank: bool = True
    """A blank or a tab follows: both print as a gap."""


@dataclass(frozen=True, slots=True)
class Override:
    """A use of a list (LFO) with what it changes."""

    list_id: int
    starts: Mapping[int, int]
    levels: Mapping[int, Level]


@dataclass(slots=True)
class Numbering:
    """Counts paragraphs as they are read; must see them in the document's order."""

    lists: Mapping[int, tuple[Level, ...]] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    _counts: dict[int, list[int | None]] = field(default_factory=dict)
    _seen: set[int] = field(default_factory=set)

    def label(self, number: int, depth: int) -> str:
        """The label of the next paragraph in the list used under this number."""
        if not 0 < number <= len(self.overrides):
            return ""
        override = self.overrides[number - 1]
        levels = self._levels(override)
        if depth >= len(levels):
            return ""
        counts = self._counts.setdefault(override.list_id, [None] * _LEVELS)
        if number not in self._seen:
            self._seen.add(number)
            for changed in override.starts:
                counts[changed] = None
        starts = [override.starts.get(index, level.start) for index, level in enumerate(levels)]
        counted = counts[depth]
        counts[depth] = starts[depth] if counted is None else counted + 1
        for deeper in range(depth + 1, len(levels)):
            if depth < levels[deeper].restarts_below:
                counts[deeper] = None
        return _label(levels, depth, [counts[i] or starts[i] for i in range(len(levels))])

    def _levels(self, override: Override) -> list[Level]:
        levels = self.lists.get(override.list_id, ())
        return [override.levels.get(index, level) for index, level in enumerate(levels)]


def _label(levels: list[Level], depth: int, counts: list[int]) -> str:
    level = levels[depth]
    if level.code == BULLET:
        return ""
    text = ""
    for char in level.template:
        place = ord(char)
        if place >= _LEVELS:
            text += char
        elif place < len(levels):
            inherited = _ARABIC if level.legal and place < depth else levels[place].code
            text += numeral(counts[place], inherited)
    text = visible(text)
    return text + " " if text and level.blank else text


def read_numbering(lists: bytes, levels_at: bytes, overrides: bytes) -> Numbering:
    """The lists (PlfLst, with the levels that follow it) and their uses (PlfLfo)."""
    try:
        return Numbering(_lists(lists, levels_at), tuple(_overrides(overrides)))
    except (struct.error, IndexError):
        return Numbering()


def _lists(plf: bytes, following: bytes) -> dict[int, tuple[Level, ...]]:
    if len(plf) < 2:
        return {}
    (count,) = struct.unpack_from("<H", plf)
    found: dict[int, tuple[Level, ...]] = {}
    at = 0
    for number in range(min(count, (len(plf) - 2) // _LSTF)):
        (list_id,) = struct.unpack_from("<I", plf, 2 + number * _LSTF)
        simple = plf[2 + number * _LSTF + 26] & 1
        levels = []
        for _ in range(1 if simple else _LEVELS):
            level, at = _level(following, at)
            levels.append(level)
        found[list_id] = tuple(levels)
    return found


def _level(data: bytes, at: int) -> tuple[Level, int]:
    start, code, flags = struct.unpack_from("<iBB", data, at)
    follow = data[at + 15]
    chpx, papx, limit = data[at + 24], data[at + 25], data[at + 26]
    text_at = at + _LVLF + chpx + papx
    (length,) = struct.unpack_from("<H", data, text_at)
    end = text_at + 2 + 2 * length
    template = data[text_at + 2 : end].decode("utf-16-le", "replace")
    no_restart = flags & 0x08
    return (
        Level(
            start=start,
            code=code,
            template=template,
            legal=bool(flags & 0x04),
            restarts_below=limit if no_restart else _LEVELS,
            blank=follow != _NO_TEXT_FOLLOWS,
        ),
        end,
    )


def _overrides(plf: bytes) -> list[Override]:
    if len(plf) < 4:
        return []
    (count,) = struct.unpack_from("<I", plf)
    count = min(count, (len(plf) - 4) // _LFO, _MAX_USES)
    at = 4 + count * _LFO
    found = []
    for number in range(count):
        list_id, _, _, changes = struct.unpack_from("<IIIB", plf, 4 + number * _LFO)
        starts: dict[int, int] = {}
        levels: dict[int, Level] = {}
        if at + 4 <= len(plf):
            at = _changes(plf, at + 4, min(changes, _LEVELS), starts, levels)
        found.append(Override(list_id, starts, levels))
    return found


def _changes(
    plf: bytes, at: int, count: int, starts: dict[int, int], levels: dict[int, Level]
) -> int:
    for _ in range(count):
        start, flags = struct.unpack_from("<iI", plf, at)
        at += _LFOLVL
        index = min(flags & 0x0F, _LEVELS - 1)
        if flags & 0x20:
            levels[index], at = _level(plf, at)
            start = levels[index].start
        if flags & 0x10:
            starts[index] = start
    return at
