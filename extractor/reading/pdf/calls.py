"""PDFium's calls per character and per drawn object, made cheap: they are half of the reading time.

pypdfium2's own functions convert each argument and release the interpreter's lock every time.
Bound anew with plain addresses, and driven by map(), the same calls take a third of that. Objects
and paths are told by their addresses.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from ctypes import (
    PYFUNCTYPE,
    addressof,
    c_float,
    c_int,
    c_uint,
    c_ulong,
    c_ushort,
    c_void_p,
    cast,
    sizeof,
)
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium_c

_BOX_SIZE = sizeof(pdfium_c.FS_RECTF)
_SURROGATES = range(0xD800, 0xE000)


def handle(pointer: Any) -> int:
    """The address that a PDFium handle or function holds."""
    return int(cast(pointer, c_void_p).value or 0)


def _bound(function: object, result: Any, *arguments: Any) -> Callable[..., Any]:
    found: Callable[..., Any] = PYFUNCTYPE(result, *arguments)(handle(function))
    return found


_get_box = _bound(pdfium_c.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
_get_code = _bound(pdfium_c.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
_get_object = _bound(pdfium_c.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
_is_lost = _bound(pdfium_c.FPDFText_HasUnicodeMapError, c_int, c_void_p, c_int)

_page_object = _bound(pdfium_c.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
_form_object = _bound(pdfium_c.FPDFFormObj_GetObject, c_void_p, c_void_p, c_ulong)
_count_in_form = _bound(pdfium_c.FPDFFormObj_CountObjects, c_int, c_void_p)
object_type = _bound(pdfium_c.FPDFPageObj_GetType, c_int, c_void_p)
_bounds = _bound(pdfium_c.FPDFPageObj_GetBounds, c_int, c_void_p, *[c_void_p] * 4)
_matrix = _bound(pdfium_c.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)

_get_clip = _bound(pdfium_c.FPDFPageObj_GetClipPath, c_void_p, c_void_p)
_count_paths = _bound(pdfium_c.FPDFClipPath_CountPaths, c_int, c_void_p)
_count_clip = _bound(pdfium_c.FPDFClipPath_CountPathSegments, c_int, c_void_p, c_int)
_clip_segment = _bound(pdfium_c.FPDFClipPath_GetPathSegment, c_void_p, c_void_p, c_int, c_int)

_draw_mode = _bound(pdfium_c.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
_count_segments = _bound(pdfium_c.FPDFPath_CountSegments, c_int, c_void_p)
_path_segment = _bound(pdfium_c.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
_segment_type = _bound(pdfium_c.FPDFPathSegment_GetType, c_int, c_void_p)
_segment_point = _bound(pdfium_c.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
_segment_closes = _bound(pdfium_c.FPDFPathSegment_GetClose, c_int, c_void_p)

render_mode = _bound(pdfium_c.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)

_FLOAT, _INT = sizeof(c_float), sizeof(c_int)
Matrix = tuple[float, float, float, float, float, float]


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


def page_objects(page: pdfium_c.FPDF_PAGE) -> Iterator[int]:
    """The addresses of what stands on the page, in the order of drawing."""
    count = max(0, pdfium_c.FPDFPage_CountObjects(page))
    return map(_page_object, repeat(handle(page)), range(count))


def form_objects(form: int) -> Iterator[int]:
    return map(_form_object, repeat(form), range(max(0, _count_in_form(form))))


def object_bounds(shape: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top."""
    sides = (c_float * 4)()
    first = addressof(sides)
    _bounds(shape, first, first + _FLOAT, first + 2 * _FLOAT, first + 3 * _FLOAT)
    return sides[0], sides[1], sides[2], sides[3]


def object_matrix(shape: int) -> Matrix:
    found = (c_float * 6)()
    _matrix(shape, addressof(found))
    return found[0], found[1], found[2], found[3], found[4], found[5]


def draw_mode(path: int) -> tuple[bool, bool]:
    """Whether a path is filled, and whether it is stroked."""
    modes = (c_int * 2)()
    first = addressof(modes)
    _draw_mode(path, first, first + _INT)
    return bool(modes[0]), bool(modes[1])


@dataclass(frozen=True, slots=True)
class Segments:
    """A path's points in order: what leads to each, and whether it closes its part."""

    kinds: list[int]
    xs: list[float]
    ys: list[float]
    closes: list[int]


def count_segments(path: int) -> int:
    return int(_count_segments(path))


def path_segments(path: int, count: int) -> Segments:
    found = list(map(_path_segment, repeat(path), range(count)))
    xs, ys = _points(found)
    return Segments(list(map(_segment_type, found)), xs, ys, list(map(_segment_closes, found)))


def clip_of(shape: int) -> int:
    return int(_get_clip(shape) or 0)


def count_clips(shape: int) -> int:
    """How many paths clip an object."""
    return max(0, int(_count_paths(_get_clip(shape))))


def clip_points(clip: int, number: int, most: int) -> tuple[list[float], list[float]] | None:
    """The points of one clip path; None if it has none, or more than `most`."""
    count = _count_clip(clip, number)
    if not 0 < count <= most:
        return None
    return _points(list(map(_clip_segment, repeat(clip), repeat(number), range(count))))


def _points(segments: list[int]) -> tuple[list[float], list[float]]:
    places = (c_float * (2 * len(segments) or 1))()
    first = addressof(places)
    step, end = 2 * _FLOAT, first + 2 * _FLOAT * len(segments)
    xs, ys = range(first, end, step), range(first + _FLOAT, end + _FLOAT, step)
    for _ in map(_segment_point, segments, xs, ys):
        pass
    return places[0 : 2 * len(segments) : 2], places[1 : 2 * len(segments) : 2]


def _codes_at_once(text_page: pdfium_c.FPDF_TEXTPAGE, count: int) -> list[int] | None:
    """The page's text in one call; None where that leaves out characters or joins two codes."""
    buffer = (c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(text_page, 0, count, buffer)
    codes = list(buffer[:count])
    if written != count + 1 or any(code in _SURROGATES for code in codes):
        return None
    return codes
