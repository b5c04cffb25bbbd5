"""The file information block ([MS-DOC] 2.5): versions, story lengths and where tables lie."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from extractor.reading.document import ReadingError

_MAGIC = 0xA5EC
# Word 2, Word 6 and 95, and their East Asian editions.
_OLD_MAGICS = (0xA59B, 0xA59C, 0xA5DB, 0xA5DC, 0xA697, 0xA698, 0xA699)
# Word 97 is 0x00C1; pre-releases and some converters write 0x00C0. Below is Word 2 to 95.
_FIRST_WORD97 = 0x00C0
_BASE = 32
# What these counts are in every Word 97-2007 file; old WPS leaves odd values in them.
_WORDS, _LONGS = 14, 22
_MAX_WORDS, _MAX_LONGS, _MAX_PAIRS = 64, 64, 512

# Numbers of fc/lcb pairs in FibRgFcLcb97.
STYLES = 1
RUN_FORMATS = 12
PARAGRAPH_FORMATS = 13
FONTS = 15
PIECES = 33
SHAPES = 40
TEXT_BOXES = 56
LISTS = 73
LIST_OVERRIDES = 74


@dataclass(frozen=True, slots=True)
class Stories:
    """Lengths in characters of the document's parts, in the order in which they lie."""

    main: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    text_boxes: int

    def ranges(self) -> list[tuple[int, int]]:
        """Start and end of what a reader prints: body, text boxes, footnotes, endnotes."""
        after_footnotes = self.main + self.footnotes
        endnotes = after_footnotes + self.headers + self.macros + self.comments
        boxes = endnotes + self.endnotes
        return [
            (0, self.main),
            (boxes, boxes + self.text_boxes),
            (self.main, after_footnotes),
            (endnotes, boxes),
        ]


@dataclass(frozen=True, slots=True)
class Fib:
    """What the reader needs of the block."""

    table_stream: str
    stories: Stories
    pairs: tuple[tuple[int, int], ...]

    def part(self, number: int, table: bytes) -> bytes:
        """The bytes of one fc/lcb pair in the table stream."""
        start, length = self.pairs[number] if number < len(self.pairs) else (0, 0)
        return table[start : start + length]

    def after(self, number: int, table: bytes) -> bytes:
        """What follows that part: the lists' levels lie there, uncounted."""
        start, length = self.pairs[number] if number < len(self.pairs) else (0, 0)
        return table[start + length :]


def parse_fib(word: bytes) -> Fib:
    """The block at the start of the WordDocument stream; P102 if encrypted, P106 if too old."""
    try:
        return _parse(word)
    except struct.error as error:
        raise ReadingError(
            "P101", "文件已损坏（文件头不完整）：请重新获取原文件，或另存为 PDF 后再试。"
        ) from error


def _parse(word: bytes) -> Fib:
    magic, version = struct.unpack_from("<HH", word)
    (flags,) = struct.unpack_from("<H", word, 10)
    if flags & 0x8100:  # fEncrypted (RC4, CryptoAPI) or fObfuscated (XOR)
        raise ReadingError("P102", "文件有打开密码：请用密码打开、取消加密并另存后再试。")
    if magic not in _OLD_MAGICS and magic != _MAGIC:
        raise ReadingError(
            "P101", "文件已损坏（文件头无法识别）：请重新获取原文件，或另存为 PDF 后再试。"
        )
    if magic != _MAGIC or version < _FIRST_WORD97:
        raise ReadingError(
            "P106",
            "这是 Word 95 或更早版本的文件：请安装 LibreOffice，或另存为 DOCX 后再试。",
        )
    longs = _skip(word, _BASE, 2, _WORDS, _MAX_WORDS)
    pairs = _skip(word, longs - 2, 4, _LONGS, _MAX_LONGS)
    (count,) = struct.unpack_from("<H", word, pairs - 2)
    count = min(count, _MAX_PAIRS, (len(word) - pairs) // 8)
    numbers = struct.unpack_from(f"<{2 * count}I", word, pairs)
    return Fib(
        table_stream="1Table" if flags & 0x0200 else "0Table",
        stories=_stories(word, longs),
        pairs=tuple(zip(numbers[::2], numbers[1::2], strict=True)),
    )


def _skip(word: bytes, at: int, width: int, usual: int, most: int) -> int:
    """Where the array after this counted one begins, its own count passed."""
    (count,) = struct.unpack_from("<H", word, at)
    if not usual <= count <= most:
        count = usual
    following: int = at + 2 + count * width + 2
    return following


def _stories(word: bytes, longs: int) -> Stories:
    lengths = struct.unpack_from("<7i", word, longs + 12)
    return Stories(*(max(0, length) for length in lengths))
