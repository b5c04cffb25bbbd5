"""ZIP archives in which a name is said to be UTF-8 and is not: zipfile refuses them whole.

Some packers set the flag and write GBK, or cut a name in the middle of a character. Such an archive
is opened with the flag taken away from just those names; what they are is told by archives.py.
"""

from __future__ import annotations

import struct
import zipfile
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_LONGEST_COMMENT = 0xFFFF
_ENTRY = struct.Struct("<4s6H3L5H2L")
_ENTRY_MARK = b"PK\x01\x02"
_UTF8_FLAG = 0x800
# The flag's byte in an entry of the directory, and in the header before the member itself.
_IN_ENTRY, _IN_HEADER = 9, 7
_UTF8_BIT = _UTF8_FLAG >> 8


def open_zip(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except UnicodeDecodeError:
        mended = _Mended(path)
    try:
        return zipfile.ZipFile(cast(BinaryIO, mended))
    except BaseException:
        mended.close()
        raise


class _Mended:
    """The file as it should be: read as zipfile reads, without the flags that lie."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._lies = sorted(_lies(self._file))
        self._file.seek(0)

    def read(self, size: int = -1) -> bytes:
        at = self._file.tell()
        data = bytearray(self._file.read(size))
        first = bisect_left(self._lies, at)
        for place in self._lies[first : bisect_left(self._lies, at + len(data))]:
            data[place - at] &= ~_UTF8_BIT
        return bytes(data)

    def seek(self, place: int, whence: int = 0) -> int:
        return self._file.seek(place, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True

    def close(self) -> None:
        self._file.close()


def _lies(file: BinaryIO) -> Iterator[int]:
    """Where the bytes with those flags stand: of each such name two."""
    start, moved, directory = _directory(file)
    at = 0
    while at + _ENTRY.size <= len(directory) and directory[at : at + 4] == _ENTRY_MARK:
        entry = _ENTRY.unpack_from(directory, at)
        flags, header = entry[3], entry[16]
        name, extra, comment = entry[10:13]
        begin = at + _ENTRY.size
        if flags & _UTF8_FLAG and not _is_utf8(directory[begin : begin + name]):
            yield start + at + _IN_ENTRY
            yield moved + header + _IN_HEADER
        at = begin + name + extra + comment


def _directory(file: BinaryIO) -> tuple[int, int, bytes]:
    """Where it begins, by how much all places are told too low (something may have been put in
    front of the archive), and its bytes."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END.size - _LONGEST_COMMENT))
    first, tail = file.tell(), file.read()
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        raise zipfile.BadZipFile("no end of the directory")
    length, told = _END.unpack_from(tail, at)[5:7]
    start = first + at - length
    if start < 0:
        raise zipfile.BadZipFile("no directory")
    file.seek(start)
    return start, start - told, file.read(length)


def _is_utf8(name: bytes) -> bool:
    try:
        name.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
