"""The OLE container ([MS-CFB]): the root's streams by name, in time and memory bounded by the file.

olefile reads the same streams (the tests compare them), but believes the header's sector counts: a
damaged file of 55 KB kept it busy for over two minutes, where these lines take milliseconds.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from extractor.reading.document import ReadingError

MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")

# A document with hundreds of embedded objects has some thousand entries.
MAX_ENTRIES = 10_000
# The mini stream holds what is smaller than 4 kB: properties, and short documents' parts.
MAX_MINI_BYTES = 64 * 1024 * 1024

_HEADER = 512
_HEADER_DIFAT = 109
_ENTRY = 128
_MINI_SECTOR = 64
_STREAM, _ROOT = 2, 5
# Sector numbers from here on are marks (end of chain, free), not sectors.
_FIRST_MARK = 0xFFFFFFFA


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class _Sectors:
    """Sectors of one size with their chain table: the file's own, or the mini stream's."""

    data: bytes
    offset: int
    size: int
    chain: tuple[int, ...]

    def numbers(self, start: int, limit: int) -> Iterator[int]:
        sector = start
        for _ in range(min(limit, len(self.chain))):  # a cycle ends here at the latest
            if sector >= len(self.chain):
                return
            yield sector
            sector = self.chain[sector]

    def read(self, start: int, length: int) -> bytes:
        """The chain's bytes; fewer than `length` where the chain breaks off."""
        limit = -(-min(length, len(self.data)) // self.size)
        parts = []
        for number in self.numbers(start, limit):
            at = self.offset + number * self.size
            parts.append(self.data[at : at + self.size])
        return b"".join(parts)[:length]


def root_streams(data: bytes, names: Collection[str]) -> dict[str, bytes]:
    """The streams of these names that lie directly in the container's root."""
    try:
        return _root_streams(data, {name.lower(): name for name in names})
    except struct.error as error:
        raise _damaged() from error


def root_names(data: bytes) -> set[str]:
    """The names of everything that lies directly in the container's root, in lower case."""
    try:
        size = 1 << struct.unpack_from("<H", data, 30)[0]
        if not data.startswith(MAGIC) or size not in (512, 4096):
            raise _damaged()
        sectors = _Sectors(data, size, size, _fat(data, size))
        start = struct.unpack_from("<I", data, 48)[0]
        entries = _entries(sectors.read(start, MAX_ENTRIES * _ENTRY))
    except struct.error as error:
        raise _damaged() from error
    return {entries[number].name.lower() for number in _children(entries)}


def _root_streams(data: bytes, wanted: dict[str, str]) -> dict[str, bytes]:
    shift, mini_shift = struct.unpack_from("<HH", data, 30)
    if not data.startswith(MAGIC) or shift not in (9, 12) or 1 << mini_shift != _MINI_SECTOR:
        raise _damaged()
    directory_start, _, cutoff, mini_fat_start = struct.unpack_from("<IIII", data, 48)
    # Version 4 pads the header to a whole sector, so sector 0 always follows one sector.
    size = 1 << shift
    sectors = _Sectors(data, size, size, _fat(data, size))
    entries = _entries(sectors.read(directory_start, MAX_ENTRIES * _ENTRY))
    root = entries[0]
    mini_bytes = min(root.size, MAX_MINI_BYTES)
    mini_fat = sectors.read(mini_fat_start, 4 * (mini_bytes // _MINI_SECTOR + 1))
    mini = _Sectors(sectors.read(root.start, mini_bytes), 0, _MINI_SECTOR, _numbers(mini_fat))
    found: dict[str, bytes] = {}
    for entry in _root_entries(entries, set(wanted)):
        store = mini if entry.size < cutoff else sectors
        found.setdefault(wanted[entry.name.lower()], store.read(entry.start, entry.size))
    return found


def _fat(data: bytes, size: int) -> tuple[int, ...]:
    n_sectors = len(data) // size + 1
    needed = n_sectors * 4 // size + 1
    fat_sectors = list(struct.unpack_from(f"<{_HEADER_DIFAT}I", data, _HEADER - 4 * _HEADER_DIFAT))
    (following,) = struct.unpack_from("<I", data, 68)
    while following < _FIRST_MARK and len(fat_sectors) < needed:
        at = size * (following + 1)
        if at + size > len(data):
            break
        *more, following = struct.unpack_from(f"<{size // 4}I", data, at)
        fat_sectors += more
    parts = [
        data[size * (number + 1) : size * (number + 2)]
        for number in fat_sectors[:needed]
        if number < _FIRST_MARK
    ]
    return _numbers(b"".join(parts))


def _numbers(table: bytes) -> tuple[int, ...]:
    count = len(table) // 4
    return struct.unpack_from(f"<{count}I", table)


def _entries(directory: bytes) -> list[_Entry]:
    found = []
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        (length,) = struct.unpack_from("<H", directory, at + 64)
        name = directory[at : at + min(max(length - 2, 0), 62)].decode("utf-16-le", "replace")
        left, right, child = struct.unpack_from("<III", directory, at + 68)
        start, size = struct.unpack_from("<II", directory, at + 116)
        found.append(_Entry(name, directory[at + 66], left, right, child, start, size))
    if not found or found[0].kind != _ROOT:
        raise _damaged()
    return found


def _root_entries(entries: list[_Entry], wanted: set[str]) -> list[_Entry]:
    """Wanted streams below the root; by name alone where its tree is broken and the name unique."""
    below = [entries[number] for number in _children(entries)]
    streams = [entry for entry in entries if entry.kind == _STREAM]
    below = [entry for entry in below if entry.kind == _STREAM and entry.name.lower() in wanted]
    for name in wanted - {entry.name.lower() for entry in below}:
        same = [entry for entry in streams if entry.name.lower() == name]
        below += same if len(same) == 1 else []
    return below


def _children(entries: list[_Entry]) -> set[int]:
    """The root's entries; its tree may be broken or run in circles."""
    seen: set[int] = set()
    waiting = [entries[0].child]
    while waiting:
        number = waiting.pop()
        if number < len(entries) and number not in seen:
            seen.add(number)
            waiting += (entries[number].left, entries[number].right)
    return seen


def _damaged() -> ReadingError:
    return ReadingError(
        "P101", "文件已损坏（OLE 结构不完整）：请重新获取原文件，或另存为 PDF 后再试。"
    )
