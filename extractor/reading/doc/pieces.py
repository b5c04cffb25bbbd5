"""The piece table ([MS-DOC] 2.8.35, 2.9.38): the document's characters and where each is stored."""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass

from extractor.reading.doc.sprms import short_modifier
from extractor.reading.document import ReadingError

# A 500-page book has under a million characters; what lies beyond is no report.
MAX_CHARACTERS = 2_000_000
# A document saved fast for years has some thousands.
MAX_PIECES = 100_000

_GRPPRL, _TABLE = 1, 2
_COMPRESSED = 0x40000000
_CP1252 = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x80, 0x81, 0x8D, 0x8E, 0x8F, 0x90, 0x9D, 0x9E)
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters stored together; `modifiers` apply on top of their formatting."""

    start: int
    end: int
    offset: int
    width: int
    modifiers: bytes

    def position(self, character: int) -> int:
        """Where the character lies in the WordDocument stream."""
        return self.offset + (character - self.start) * self.width


@dataclass(frozen=True, slots=True)
class Characters:
    """The document's text, one character per UTF-16 unit, with its pieces."""

    text: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]

    def piece(self, character: int) -> Piece:
        return self.pieces[bisect_right(self.starts, character) - 1]


def read_characters(clx: bytes, word: bytes) -> Characters:
    """The text of all stories; P101 if the table or what it points to is not all there."""
    try:
        pieces = _pieces(*_split(clx))
    except (struct.error, IndexError) as error:
        raise _damaged() from error
    if not pieces:
        raise _damaged()
    text = "".join(_decode(piece, word) for piece in pieces)
    return Characters(text, tuple(pieces), tuple(piece.start for piece in pieces))


def _split(clx: bytes) -> tuple[bytes, list[bytes]]:
    """The table itself and the modifier lists that stand before it."""
    at = 0
    lists: list[bytes] = []
    while clx[at] == _GRPPRL:
        (size,) = struct.unpack_from("<H", clx, at + 1)
        lists.append(clx[at + 3 : at + 3 + size])
        at += 3 + size
    if clx[at] != _TABLE:
        raise _damaged()
    (size,) = struct.unpack_from("<I", clx, at + 1)
    table = clx[at + 5 : at + 5 + size]
    if len(table) != size:
        raise _damaged()
    return table, lists


def _pieces(table: bytes, lists: list[bytes]) -> list[Piece]:
    count = (len(table) - 4) // 12
    if count > MAX_PIECES:
        raise _damaged()
    ends = struct.unpack_from(f"<{count + 1}I", table)
    found: list[Piece] = []
    for number in range(count):
        start, end = ends[number], ends[number + 1]
        if start != (found[-1].end if found else 0) or end < start or end > MAX_CHARACTERS:
            raise _damaged()
        _, stored, prm = struct.unpack_from("<HIH", table, 4 * (count + 1) + 8 * number)
        if prm & 1:
            modifiers = lists[prm >> 1] if prm >> 1 < len(lists) else b""
        else:
            modifiers = short_modifier(prm)
        offset, width = stored & ~_COMPRESSED, 2
        if stored & _COMPRESSED:
            offset, width = offset // 2, 1
        if end > start:
            found.append(Piece(start, end, offset, width, modifiers))
    return found


def _decode(piece: Piece, word: bytes) -> str:
    stored = word[piece.offset : piece.position(piece.end)]
    length = piece.end - piece.start
    if len(stored) != length * piece.width:
        raise _damaged()
    if piece.width == 1:
        return stored.decode("latin-1").translate(_CP1252)
    text = stored.decode("utf-16-le", "surrogatepass")
    if len(text) == length:
        return text
    # Characters beyond the basic plane take two places each; positions must stay countable.
    return "".join(map(chr, struct.unpack(f"<{length}H", stored)))


def whole(text: str) -> str:
    """Text whose surrogate pairs have become the characters they stand for."""
    if text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _damaged() -> ReadingError:
    return ReadingError("P101", "文件已损坏（正文不完整）：请重新获取原文件，或另存为 PDF 后再试。")
