"""PDFium's calls per character, made cheap: they are half of the reading time.

pypdfium2's own functions convert each argument and release the interpreter's lock every time.
Bound anew with plain addresses, and driven by map(), the same calls take a third of that.
"""

from __future__ import annotations

from array import array
from ctypes import PYFUNCTYPE, addressof, c_int, c_uint, c_ushort, c_void_p, cast, sizeof
from itertools import repeat

import pypdfium2.raw as pdfium_c

_BOX_SIZE = sizeof(pdfium_c.FS_RECTF)
_SURROGATES = range(0xD800, 0xE000)


def handle(pointer: object) -> int:
    """The address that a PDFium handle or function holds."""
    return int(cast(pointer, c_void_p).value or 0)  # type: ignore[arg-type]


_get_box = PYFUNCTYPE(c_int, c_void_p, c_int, c_void_p)(handle(pdfium_c.FPDFText_GetLooseCharBox))
_get_code = PYFUNCTYPE(c_uint, c_void_p, c_int)(handle(pdfium_c.FPDFText_GetUnicode))
_get_object = PYFUNCTYPE(c_void_p, c_void_p, c_int)(handle(pdfium_c.FPDFText_GetTextObject))
_get_clip = PYFUNCTYPE(c_void_p, c_void_p)(handle(pdfium_c.FPDFPageObj_GetClipPath))
_count_paths = PYFUNCTYPE(c_int, c_void_p)(handle(pdfium_c.FPDFClipPath_CountPaths))
_is_lost = PYFUNCTYPE(c_int, c_void_p, c_int)(handle(pdfium_c.FPDFText_HasUnicodeMapError))


def char_boxes(text_page: pdfium_c.FPDF_TEXTPAGE, count: int) -> list[float]:
    """Left, top, right and bottom of every character, one after the other."""
    boxes = (pdfium_c.FS_RECTF * max(count, 1))()
    first = addressof(boxes)
    places = range(first, first + count * _BOX_SIZE, _BOX_SIZE)
    for _ in map(_get_box, repeat(handle(text_page)), range(count), places):
        pass
    return array("f", bytes(boxes)).tolist()[: 4 * count]


def char_codes(text_page: pdfium_c.FPDF_TEXTPAGE, count: int) -> list[int]:
    """Every character's code; 0 where the font does not tell which character a glyph is.

    PDFium gives the glyph's number there, which would read as some other character.
    """
    address = handle(text_page)
    codes = _codes_at_once(text_page, count) or list(map(_get_code, repeat(address), range(count)))
    for index, lost in enumerate(map(_is_lost, repeat(address), range(count))):
        if lost == 1:
            codes[index] = 0
    return codes


def char_objects(text_page: pdfium_c.FPDF_TEXTPAGE, count: int) -> list[int]:
    """The address of every character's text object; 0 for blanks that PDFium made up."""
    found = map(_get_object, repeat(handle(text_page)), range(count))
    return [address or 0 for address in found]


def count_clips(shape: pdfium_c.FPDF_PAGEOBJECT) -> int:
    """How many paths clip an object."""
    return max(0, int(_count_paths(_get_clip(shape))))


def _codes_at_once(text_page: pdfium_c.FPDF_TEXTPAGE, count: int) -> list[int] | None:
    """The page's text in one call; None where that leaves out characters or joins two codes."""
    buffer = (c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(text_page, 0, count, buffer)
    codes = list(buffer[:count])
    if written != count + 1 or any(code in _SURROGATES for code in codes):
        return None
    return codes
