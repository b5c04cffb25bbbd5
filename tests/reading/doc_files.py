"""Writes small Word 97 files byte by byte, the way Word does and LibreOffice's writer does not."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

PAGE = 512
TEXT_AT = 2048
FREE, END = 0xFFFFFFFF, 0xFFFFFFFE


@dataclass(frozen=True)
class Run:
    """Characters with the same modifiers."""

    text: str
    modifiers: bytes = b""


@dataclass(frozen=True)
class Para:
    """A paragraph; its last character is its mark."""

    runs: tuple[Run, ...]
    modifiers: bytes = b""
    style: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def para(text: str, modifiers: bytes = b"", style: int = 0, end: str = "\r") -> Para:
    return Para((Run(text + end),), modifiers, style)


@dataclass(frozen=True)
class Cut:
    """A piece: characters up to `end`, 1 or 2 bytes each, its property modifier."""

    end: int
    width: int = 2
    prm: int = 0


@dataclass
class Word:
    """A file's parts; `streams` puts them together."""

    paras: list[Para]
    cuts: list[Cut] = field(default_factory=list)
    shuffled: bool = False
    lists: list[bytes] = field(default_factory=list)
    """The modifier lists to which a piece's property modifier may refer."""
    stories: tuple[int, ...] = ()
    tables: dict[int, bytes] = field(default_factory=dict)
    """More fc/lcb pairs by number."""
    after_lists: bytes = b""
    data: bytes = b""
    flags: int = 0x0200
    version: int = 0x00C1

    def streams(self) -> dict[str, bytes]:
        text = "".join(each.text for each in self.paras)
        stored, pieces = self._store(text)
        word = bytearray(TEXT_AT + len(stored))
        word[TEXT_AT:] = stored
        tables = {33: self._clx(pieces), **self.tables}
        for number, runs, size in (
            (13, self._paragraph_runs(pieces), 13),
            (12, self._character_runs(pieces), 1),
        ):
            tables[number] = _bin_table(word, runs, size)
        table, pairs = self._table_stream(tables)
        word[: len(self._fib(pairs, len(text)))] = self._fib(pairs, len(text))
        streams = {"WordDocument": bytes(word), "1Table": table}
        return {**streams, "Data": self.data} if self.data else streams

    def _store(self, text: str) -> tuple[bytes, list[tuple[int, int, int, Cut]]]:
        """The stored text and (start, end, offset, cut) of each piece."""
        cuts = self.cuts or [Cut(len(text))]
        starts = [0, *(cut.end for cut in cuts[:-1])]
        order = list(zip(starts, cuts, strict=True))
        stored = b""
        placed = []
        for start, cut in reversed(order) if self.shuffled else order:
            part = text[start : cut.end]
            placed.append((start, cut.end, TEXT_AT + len(stored), cut))
            stored += part.encode("cp1252" if cut.width == 1 else "utf-16-le")
            stored += b"\0" * (len(stored) % 2)
        return stored, sorted(placed)

    def _clx(self, pieces: Sequence[tuple[int, int, int, Cut]]) -> bytes:
        head = b"".join(struct.pack("<BH", 1, len(each)) + each for each in self.lists)
        ends = [pieces[0][0], *(end for _, end, _, _ in pieces)]
        plc = struct.pack(f"<{len(ends)}I", *ends)
        for _, _, offset, cut in pieces:
            stored = offset if cut.width == 2 else offset * 2 | 0x40000000
            plc += struct.pack("<HIH", 0, stored, cut.prm)
        return head + struct.pack("<BI", 2, len(plc)) + plc

    def _paragraph_runs(
        self, pieces: Iterable[tuple[int, int, int, Cut]]
    ) -> list[tuple[int, int, bytes]]:
        spans = []
        at = 0
        for each in self.paras:
            body = struct.pack("<H", each.style) + each.modifiers
            size = bytes([0, len(body) // 2]) if len(body) % 2 == 0 else bytes([len(body) // 2 + 1])
            spans.append((at, at + len(each.text), size + body))
            at += len(each.text)
        return _stored(spans, pieces)

    def _character_runs(
        self, pieces: Iterable[tuple[int, int, int, Cut]]
    ) -> list[tuple[int, int, bytes]]:
        spans = []
        at = 0
        for run in (run for each in self.paras for run in each.runs):
            body = bytes([len(run.modifiers)]) + run.modifiers if run.modifiers else b""
            spans.append((at, at + len(run.text), body))
            at += len(run.text)
        return _stored(spans, pieces)

    def _table_stream(self, tables: dict[int, bytes]) -> tuple[bytes, list[tuple[int, int]]]:
        pairs = [(0, 0)] * 93
        table = b""
        for number, part in sorted(tables.items()):
            pairs[number] = (len(table), len(part))
            table += part + (self.after_lists if number == 73 else b"")
        return table, pairs

    def _fib(self, pairs: Sequence[tuple[int, int]], length: int) -> bytes:
        base = struct.pack("<HHHHHHHIBB", 0xA5EC, self.version, 0, 0x804, 0, self.flags, 0, 0, 0, 0)
        base = base.ljust(24, b"\0") + struct.pack("<II", TEXT_AT, TEXT_AT + 2 * length)
        stories = self.stories or (length,)
        longs = struct.pack("<3I", 0, 0, 0) + struct.pack(f"<{len(stories)}i", *stories)
        fib = base + struct.pack("<H", 14) + bytes(28) + struct.pack("<H", 22)
        fib += longs.ljust(88, b"\0") + struct.pack("<H", len(pairs))
        return fib + b"".join(struct.pack("<II", *pair) for pair in pairs) + bytes(2)


def _stored(
    spans: Sequence[tuple[int, int, bytes]], pieces: Iterable[tuple[int, int, int, Cut]]
) -> list[tuple[int, int, bytes]]:
    """The spans as byte ranges in order of their place in the stream."""
    found = []
    for start, end, offset, cut in pieces:
        for first, last, body in spans:
            left, right = max(first, start), min(last, end)
            if left < right:
                at = offset + (left - start) * cut.width
                found.append((at, at + (right - left) * cut.width, body))
    return sorted(found)


def _bin_table(word: bytearray, runs: Sequence[tuple[int, int, bytes]], size: int) -> bytes:
    """Writes the runs onto pages at the stream's end; the table that lists the pages."""
    numbers, bounds = [], []
    left = list(runs)
    while left:
        word += bytes(-len(word) % PAGE)
        page, count = _page(left, size)
        numbers.append(len(word) // PAGE)
        bounds.append(left[0][0])
        last = left[count - 1][1]
        word += page
        left = left[count:]
    bounds.append(last)
    return struct.pack(f"<{len(bounds)}I", *bounds) + struct.pack(f"<{len(numbers)}I", *numbers)


def _page(runs: Sequence[tuple[int, int, bytes]], size: int) -> tuple[bytes, int]:
    bodies = b""
    entries: list[int] = []
    bounds: list[int] = []
    for start, end, body in runs:
        body += b"\0" * (len(body) % 2)
        head = 4 * (len(entries) + 3) + size * (len(entries) + 1)
        if head + len(bodies) + len(body) > PAGE - 1 or (bounds and bounds[-1] != start):
            break
        bounds = [*(bounds or [start]), end]
        bodies = body + bodies
        entries = [*entries, len(bodies) if body else 0]
    page = bytearray(PAGE)
    struct.pack_into(f"<{len(bounds)}I", page, 0, *bounds)
    top = PAGE - 2
    for number, from_top in enumerate(entries):
        at = 4 * len(bounds) + number * size
        page[at] = (top - from_top) // 2 if from_top else 0
    page[top - len(bodies) : top] = bodies
    page[-1] = len(entries)
    return bytes(page), len(entries)


def sprm(code: int, operand: int | bytes) -> bytes:
    """A modifier; bytes as operand are of variable length and get their length."""
    if isinstance(operand, bytes):
        return struct.pack("<HB", code, len(operand)) + operand
    size = (1, 1, 2, 4, 2, 2, 0, 3)[code >> 13]
    return struct.pack("<H", code) + (operand & (1 << 8 * size) - 1).to_bytes(size, "little")


def define_row(edges: Sequence[int], bits: Sequence[int] = ()) -> bytes:
    """sprmTDefTable: edges in twips, and the merge bits of each cell."""
    body = bytes([len(edges) - 1]) + struct.pack(f"<{len(edges)}h", *edges)
    body += b"".join(struct.pack("<H", each) + bytes(18) for each in bits)
    return struct.pack("<HH", 0xD608, len(body) + 1) + body


IN_TABLE = sprm(0x2416, 1)
ROW_END = IN_TABLE + sprm(0x2417, 1)


def row(texts: Sequence[str], end: bytes) -> list[Para]:
    """A row of the first level; `end` are the modifiers that define it."""
    cells = [para(text, IN_TABLE, end="\x07") for text in texts]
    return [*cells, para("", ROW_END + end, end="\x07")]


def container(streams: dict[str, bytes]) -> bytes:
    """The streams in an OLE file; all are padded to the size that needs no mini stream."""
    padded = {name: part.ljust(4096, b"\0") for name, part in streams.items()}
    padded = {name: part + bytes(-len(part) % 512) for name, part in padded.items()}
    fat: list[int] = []
    starts = {}
    for name, part in padded.items():
        starts[name] = len(fat)
        fat += [*range(len(fat) + 1, len(fat) + len(part) // 512), END]
    directory = len(fat)
    entries = [_entry("Root Entry", 5, END, 0, child=1)]
    for number, (name, part) in enumerate(padded.items(), start=1):
        right = number + 1 if number < len(padded) else FREE
        entries.append(_entry(name, 2, starts[name], len(part), right=right))
    entry_bytes = b"".join(entries)
    entry_bytes += bytes(-len(entry_bytes) % 512)
    sectors = len(entry_bytes) // 512
    fat += [*range(directory + 1, directory + sectors), END]
    n_fat = 1
    while n_fat * 128 < len(fat) + n_fat:
        n_fat += 1
    first_fat = len(fat)
    fat += [0xFFFFFFFD] * n_fat
    fat += [FREE] * (n_fat * 128 - len(fat))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, n_fat, directory, 0, 4096, END, 0, END, 0)
    header += struct.pack(f"<{n_fat}I", *range(first_fat, first_fat + n_fat))
    header = header.ljust(512, b"\xff")
    return header + b"".join(padded.values()) + entry_bytes + struct.pack(f"<{len(fat)}I", *fat)


def _entry(
    name: str, kind: int, start: int, size: int, child: int = FREE, right: int = FREE
) -> bytes:
    raw = name.encode("utf-16-le")
    entry = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw) + 2, kind, 1)
    entry += struct.pack("<III", FREE, right, child)
    return entry.ljust(116, b"\0") + struct.pack("<IQ", start, size)
