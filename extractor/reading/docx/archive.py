"""A ZIP archive's entries, counted while they unpack, and found again where the directory is lost.

The headers of a hostile or damaged archive lie, so sizes are measured and never believed; the
deflate stream itself says where it ends, which is what makes salvage possible.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.reading.document import ReadingError
from extractor.reading.source import MAX_UNPACKED_BYTES

# A report has 10-40 entries, a book with pictures some hundreds.
MAX_ENTRIES = 10_000
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_LOCAL_MARK = b"PK\x03\x04"
_CENTRAL_MARK = b"PK\x01\x02"
# Small steps in the second attempt keep what a broken stream held before its break.
_STEP = 1024

BROKEN = "文件已损坏，无法解压：请重新下载，或用 Word、WPS 打开并修复后另存为 DOCX。"
LOCKED = "文件设有密码：请用 Word 或 WPS 打开，取消密码后另存。"
TOO_LARGE = "文件解压后过大，不像正常的报告：请用 Word 或 WPS 打开后另存再试。"


@dataclass(frozen=True, slots=True)
class Entry:
    """One packed file; `size` and `check` are None where only the stream itself can tell."""

    name: str
    offset: int
    size: int | None
    check: int | None
    locked: bool


@dataclass(frozen=True, slots=True)
class Unpacked:
    """An entry's bytes; `whole` is False if they broke off or fail their checksum."""

    data: bytes
    whole: bool


@dataclass(frozen=True, slots=True)
class Archive:
    """The entries by their lower-case names with forward slashes."""

    data: bytes
    entries: Mapping[str, Entry]
    salvaged: bool

    def unpack(self, name: str, limit: int = MAX_UNPACKED_BYTES) -> Unpacked | None:
        """The entry's bytes, or None if there is nothing to be had."""
        entry = self.entries.get(name)
        return None if entry is None else _unpack(self.data, entry, limit)

    def peek(self, name: str, length: int) -> bytes:
        """The entry's first bytes, whatever its state."""
        entry = self.entries[name]
        located = _body(self.data, entry)
        if located is None:
            return b""
        start, end, method = located
        if method == zipfile.ZIP_STORED:
            return self.data[start : min(end, start + length)]
        try:
            return zlib.decompressobj(-15).decompress(self.data[start : start + length], length)
        except zlib.error:
            return b""


def open_archive(data: bytes) -> Archive:
    """The archive by its directory, or by its local headers where that is damaged."""
    if data.count(_CENTRAL_MARK) > MAX_ENTRIES:
        raise ReadingError("P101", TOO_LARGE)
    entries = _listed(data)
    if entries:
        return Archive(data, entries, salvaged=False)
    entries = _scanned(data)
    if not entries:
        raise ReadingError("P101", BROKEN)
    return Archive(data, entries, salvaged=True)


def _listed(data: bytes) -> dict[str, Entry]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error):
        return {}
    if data.startswith(_LOCAL_MARK) and all(info.header_offset for info in infos):
        return {}  # the directory of an archive packed inside this one, whose own is cut off
    entries: dict[str, Entry] = {}
    for info in infos:
        entry = Entry(
            _plain(info.filename),
            info.header_offset,
            info.compress_size,
            info.CRC,
            bool(info.flag_bits & 1),
        )
        entries.setdefault(entry.name, entry)
    return entries


def _scanned(data: bytes) -> dict[str, Entry]:
    """The entries whose local headers stand in the data, the first of each name."""
    entries: dict[str, Entry] = {}
    at = data.find(_LOCAL_MARK)
    while at >= 0 and len(entries) < MAX_ENTRIES and at + _LOCAL.size <= len(data):
        _, _, flags, _, _, _, check, packed, _, name_length, extra = _LOCAL.unpack_from(data, at)
        start = at + _LOCAL.size + name_length
        name = data[at + _LOCAL.size : start].decode("utf-8", "replace")
        measured = not flags & 8  # otherwise size and checksum follow the data
        entry = Entry(
            _plain(name),
            at,
            packed if measured else None,
            check if measured else None,
            bool(flags & 1),
        )
        entries.setdefault(entry.name, entry)
        following = start + extra + (packed if measured else 0)
        at = data.find(_LOCAL_MARK, following if following <= len(data) else start)
    return entries


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _body(data: bytes, entry: Entry) -> tuple[int, int, int] | None:
    """Where the entry's packed bytes start and end, and how they are packed."""
    if entry.locked:
        raise ReadingError("P102", LOCKED)
    if not 0 <= entry.offset <= len(data) - _LOCAL.size:
        return None
    header = _LOCAL.unpack_from(data, entry.offset)
    if header[0] != _LOCAL_MARK:
        return None
    start = entry.offset + _LOCAL.size + header[9] + header[10]
    end = len(data) if entry.size is None else min(len(data), start + entry.size)
    return (start, end, header[3]) if start < end else None


def _unpack(data: bytes, entry: Entry, limit: int) -> Unpacked | None:
    located = _body(data, entry)
    if located is None:
        return None
    start, end, method = located
    packed = memoryview(data)[start:end]
    if method == zipfile.ZIP_STORED:
        content, complete = bytes(packed[: limit + 1]), entry.size == end - start
    elif method == zipfile.ZIP_DEFLATED:
        content, complete = _inflate(packed, limit)
    else:
        return None
    if len(content) > limit:
        raise ReadingError("P101", TOO_LARGE)
    if not content:
        return None
    return Unpacked(content, complete and entry.check in (None, zlib.crc32(content)))


def _inflate(packed: memoryview, limit: int) -> tuple[bytes, bool]:
    stream = zlib.decompressobj(-15)
    try:
        content = stream.decompress(packed, limit + 1)
    except zlib.error:
        return _inflate_what_goes(packed, limit), False
    return content, stream.eof


def _inflate_what_goes(packed: memoryview, limit: int) -> bytes:
    stream = zlib.decompressobj(-15)
    content = bytearray()
    for start in range(0, len(packed), _STEP):
        try:
            # A step of packed bytes unpacks to some 1,030 times as much at most: no limit needed.
            content += stream.decompress(packed[start : start + _STEP])
        except zlib.error:
            break
        if len(content) > limit or stream.eof:
            break
    return bytes(content)
