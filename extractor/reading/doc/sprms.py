"""Single property modifiers ([MS-DOC] 2.2.5, 2.6): lists of (code, operand)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.reading.document import ReadingError

# A long report's different formats take some 200 kB; hostile files refer to one long list from
# everywhere, which would take hours.
MAX_BYTES = 4_000_000

P_ISTD = 0x4600
P_JC80 = 0x2403
P_JC = 0x2461
P_ILVL = 0x260A
P_ILFO = 0x460B
P_IN_TABLE = 0x2416
P_ROW_END = 0x2417
P_OUTLINE = 0x2640
P_HUGE_PAPX97 = 0x6645
P_HUGE_PAPX = 0x6646
P_DEPTH = 0x6649
P_DEPTH_CHANGE = 0x664A
P_INNER_CELL_END = 0x244B
P_INNER_ROW_END = 0x244C
P_TABLE_PROPS = 0x646B
P_CHANGE_TABS = 0xC615

C_DELETED = 0x0800
C_PICTURE = 0x6A03
C_DATA = 0x0806
C_OLE = 0x080A
C_STYLE = 0x4A30
C_VANISH = 0x083C
C_SYMBOL = 0x6A09
C_RAISED = 0x2A48

T_LEFT = 0x9601
T_GAP_HALF = 0x9602
T_DEFINE10 = 0xD606
T_DEFINE = 0xD608
T_INSERT = 0x7621
T_DELETE = 0x5622
T_WIDTH = 0x7623
T_MERGE = 0x5624
T_SPLIT = 0x5625
T_VERTICAL_MERGE = 0xD62B

# Operand bytes by the code's top three bits; 6 is of variable length.
_SIZES = (1, 1, 2, 4, 2, 2, None, 3)

# The modifiers a piece may carry in short form ([MS-DOC] 2.9.215); the others change nothing here.
_SHORT = {
    0x05: P_JC80,
    0x0C: P_ILVL,
    0x18: P_IN_TABLE,
    0x19: P_ROW_END,
    0x41: C_DELETED,
    0x47: C_DATA,
    0x4B: C_OLE,
    0x5C: C_VANISH,
    0x78: P_OUTLINE,
}


@dataclass(slots=True)
class Budget:
    """What may still be worked through in one document."""

    left: int = MAX_BYTES

    def spend(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise ReadingError(
                "P101", "文件的格式信息异常庞大：请用 Word 或 WPS 打开，另存为 DOCX 后再试。"
            )


def modifiers(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    """Code and operand (its length prefix cut off) of each modifier, until one is incomplete."""
    at, end = 0, len(grpprl)
    while at + 2 < end:
        code = grpprl[at] | grpprl[at + 1] << 8
        at += 2
        size = _SIZES[code >> 13]
        if size is None:
            at, size = _variable(code, grpprl, at)
        if at + size > end:
            return
        yield code, grpprl[at : at + size]
        at += size


def _variable(code: int, grpprl: bytes, at: int) -> tuple[int, int]:
    if code in (T_DEFINE, T_DEFINE10):
        if at + 2 > len(grpprl):
            return at, len(grpprl)
        return at + 2, max(0, struct.unpack_from("<H", grpprl, at)[0] - 1)
    size = grpprl[at]
    if code == P_CHANGE_TABS and size == 255:
        return at + 1, _tabs(grpprl, at + 1)
    return at + 1, size


def _tabs(grpprl: bytes, at: int) -> int:
    """The length of a tab list too long for its own length byte."""
    if at >= len(grpprl):
        return len(grpprl)
    deleted = 1 + 4 * grpprl[at]
    if at + deleted >= len(grpprl):
        return len(grpprl)
    return deleted + 1 + 3 * grpprl[at + deleted]


def short_modifier(prm: int) -> bytes:
    """A piece's short modifier written out as a list of one, or nothing."""
    code = _SHORT.get(prm >> 1 & 0x7F)
    return b"" if code is None else struct.pack("<HB", code, prm >> 8)
