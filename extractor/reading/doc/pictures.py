"""Pictures in the text line ([MS-DOC] 2.9.190) and drawn over it (2.9.253): their sizes."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.reading.document import Block, Paragraph, Picture, Table

# Smaller ones are signs, bullets, stamps of a line's height: no table or page fits into them.
MIN_WIDTH, MIN_HEIGHT = 100.0, 60.0
# A page as a picture is at least half of A4 each way, in points.
_PAGE_WIDTH, _PAGE_HEIGHT = 250.0, 350.0
# Fewer characters than this beside such a picture are a caption or a stamp, no report.
_SCARCE_TEXT = 200

_MAX_SHAPES = 20_000
_TWIPS = 20
_PICF, _SPA, _TEXT_BOX = 68, 26, 22
_PER_MILLE = 1000


@dataclass(frozen=True, slots=True)
class Pictures:
    """The Data stream's pictures by their place there, drawn ones by their character."""

    data: bytes
    drawn: dict[int, Picture]

    def inline(self, at: int) -> Picture | None:
        """The picture whose description starts there; None if it is too small to hold text."""
        if at + _PICF > len(self.data):
            return Picture()
        width, height, across, down = struct.unpack_from("<hhHH", self.data, at + 28)
        return _large(
            width * (across or _PER_MILLE) / _PER_MILLE, height * (down or _PER_MILLE) / _PER_MILLE
        )


def read_pictures(data: bytes, shapes: bytes, text_boxes: bytes) -> Pictures:
    """The drawn shapes (PlcSpaMom) that are not among the text boxes (PlcftxbxTxt)."""
    boxes = {_text_box(text_boxes, number) for number in range(_count(text_boxes, _TEXT_BOX))}
    drawn: dict[int, Picture] = {}
    count = _count(shapes, _SPA)
    for number in range(count):
        (character,) = struct.unpack_from("<I", shapes, 4 * number)
        shape, left, top, right, bottom = struct.unpack_from(
            "<Iiiii", shapes, 4 * (count + 1) + _SPA * number
        )
        picture = _large(right - left, bottom - top)
        if picture is not None and shape not in boxes:
            drawn[character] = picture
    return Pictures(data, drawn)


def is_scan(blocks: Sequence[Block]) -> bool:
    """Whether a page as a picture is all there is to read."""
    length = sum(len(block.text) for block in blocks if isinstance(block, Paragraph))
    if length >= _SCARCE_TEXT or any(isinstance(block, Table) for block in blocks):
        return False
    return any(
        isinstance(block, Picture)
        and (block.width or _PAGE_WIDTH) >= _PAGE_WIDTH
        and (block.height or _PAGE_HEIGHT) >= _PAGE_HEIGHT
        for block in blocks
    )


def _count(plc: bytes, size: int) -> int:
    return max(0, min((len(plc) - 4) // (4 + size), _MAX_SHAPES))


def _text_box(plc: bytes, number: int) -> int:
    at = 4 * (_count(plc, _TEXT_BOX) + 1) + _TEXT_BOX * number
    shape: int = struct.unpack_from("<I", plc, at + 14)[0]
    return shape


def _large(width: float, height: float) -> Picture | None:
    width, height = width / _TWIPS, height / _TWIPS
    if width < MIN_WIDTH or height < MIN_HEIGHT:
        return None
    return Picture(width, height)
