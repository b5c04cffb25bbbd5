"""What a page draws: ruling lines from paths of every kind, and images."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2.raw as pdfium_c

from extractor.reading.document import Box
from extractor.reading.pdf.calls import count_clips, handle
from extractor.reading.pdf.clipping import MAX_PATHS, Sides, shown_part
from extractor.reading.pdf.frame import Frame
from extractor.reading.pdf.shapes import Drawing, Ruling

# Borders are 0.25-3 points thick; a bar of more is a block of colour.
THIN = 3.5
# Shorter edges are corners and dots, no borders: the narrowest cell holds one small character.
_SHORTEST_EDGE = 4.0
# A page of the form has some 500 paths; Chromium makes up to 3,000 text objects of a page.
MAX_OBJECTS = 60_000
MAX_SEGMENTS = 60_000
# A table drawn as one path has some hundred rectangles of five segments; a map has more.
_MAX_PATH_SEGMENTS = 6_000
# Word clips every text of a page to one or two rectangles; beyond this, text counts as shown.
_MAX_CLIPS = 10_000
_MAX_FORM_DEPTH = 6
_INVISIBLE_MODE = 3
# Objects among which hidden text is looked for: a scan's text is all of one kind.
_LOOKED_AT = 200

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_drawing(page: pdfium_c.FPDF_PAGE, frame: Frame) -> Drawing:
    """Walks the page's objects, forms included."""
    walk = _Walk(frame)
    count = pdfium_c.FPDFPage_CountObjects(page)
    objects = (pdfium_c.FPDFPage_GetObject(page, index) for index in range(count))
    walk.visit(objects, _IDENTITY, 0)
    return Drawing(
        horizontal=walk.horizontal,
        vertical=walk.vertical,
        images=walk.images,
        clipped=walk.clipped,
        outlines=walk.outlines,
        hidden_text=bool(walk.images) and _has_hidden_text(page),
        too_much=walk.objects > MAX_OBJECTS or walk.segments > MAX_SEGMENTS,
    )


def _has_hidden_text(page: pdfium_c.FPDF_PAGE) -> bool:
    """Text that is there but not drawn, as recognition lays it under a scan."""
    count = min(pdfium_c.FPDFPage_CountObjects(page), _LOOKED_AT)
    shapes = (pdfium_c.FPDFPage_GetObject(page, index) for index in range(count))
    return any(
        pdfium_c.FPDFPageObj_GetType(shape) == pdfium_c.FPDF_PAGEOBJ_TEXT
        and pdfium_c.FPDFTextObj_GetTextRenderMode(shape) == _INVISIBLE_MODE
        for shape in shapes
    )


@dataclass(slots=True)
class _Walk:
    """One walk over a page's objects, within limits that bound its time."""

    frame: Frame
    horizontal: list[Ruling] = field(default_factory=list)
    vertical: list[Ruling] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    clipped: dict[int, Sides] = field(default_factory=dict)
    clips: int = 0
    outlines: int = 0
    objects: int = 0
    segments: int = 0

    def visit(
        self, objects: Iterator[pdfium_c.FPDF_PAGEOBJECT], matrix: Matrix, depth: int
    ) -> None:
        get_type = pdfium_c.FPDFPageObj_GetType
        for shape in objects:
            self.objects += 1
            if self.objects > MAX_OBJECTS or self.segments > MAX_SEGMENTS:
                return
            kind = get_type(shape)
            if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
                self._text(shape, matrix)
            elif kind == pdfium_c.FPDF_PAGEOBJ_PATH:
                self._path(shape, matrix)
            elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
                self._image(shape, matrix)
            elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _MAX_FORM_DEPTH:
                count = pdfium_c.FPDFFormObj_CountObjects(shape)
                inner = (pdfium_c.FPDFFormObj_GetObject(shape, index) for index in range(count))
                self.visit(inner, _times(_matrix(shape), matrix), depth + 1)

    def _text(self, shape: pdfium_c.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        paths = count_clips(shape)
        if paths and self.clips < _MAX_CLIPS:
            self.clips += min(paths, MAX_PATHS)
            part = shown_part(shape, paths, _sides(shape))
            if part is not None:
                self.clipped[handle(shape)] = _placed(part, matrix)

    def _image(self, shape: pdfium_c.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        box = self._bounds(shape, matrix)
        if not self._take_thin(box):
            self.images.append(box)

    def _path(self, shape: pdfium_c.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        if self._take_thin(self._bounds(shape, matrix)):
            return
        count = pdfium_c.FPDFPath_CountSegments(shape)
        if count > _MAX_PATH_SEGMENTS:
            self.outlines += 1
            return
        self.segments += count
        fill, stroke = c_int(), c_int()
        pdfium_c.FPDFPath_GetDrawMode(shape, byref(fill), byref(stroke))
        if not fill.value and not stroke.value:
            return
        outlines = _outlines(shape, count, _times(_matrix(shape), matrix))
        if outlines is None:
            self.outlines += 1
            return
        self._take_outlines([self._displayed(points) for points in outlines], bool(stroke.value))

    def _take_outlines(self, outlines: list[list[Point]], stroked: bool) -> None:
        """Thin shapes are lines; of others the drawn edges, or those of a frame with a hole."""
        blocks: list[tuple[Box, list[Point]]] = []
        for points in outlines:
            box = _around(points)
            if self._take_thin(box):
                continue
            if stroked:
                self._take_edges(points)
            else:
                blocks.append((box, points))
        for (outer, points), (inner, _) in pairwise(blocks):
            if _is_frame(outer, inner) or _is_frame(inner, outer):
                self._take_edges(points)

    def _take_edges(self, points: list[Point]) -> None:
        for (x0, y0), (x1, y1) in pairwise(points):
            if abs(y0 - y1) < 1 and abs(x0 - x1) >= _SHORTEST_EDGE:
                self.horizontal.append(Ruling((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x0 - x1) < 1 and abs(y0 - y1) >= _SHORTEST_EDGE:
                self.vertical.append(Ruling((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def _take_thin(self, box: Box) -> bool:
        """Takes a thin shape as a ruling; a dot may belong to a dotted line of either direction."""
        width, height = box.x1 - box.x0, box.bottom - box.top
        if height <= THIN:
            self.horizontal.append(Ruling((box.top + box.bottom) / 2, box.x0, box.x1))
        if width <= THIN:
            self.vertical.append(Ruling((box.x0 + box.x1) / 2, box.top, box.bottom))
        return height <= THIN or width <= THIN

    def _bounds(self, shape: pdfium_c.FPDF_PAGEOBJECT, matrix: Matrix) -> Box:
        return self.frame.box(*_placed(_sides(shape), matrix))

    def _displayed(self, points: list[Point]) -> list[Point]:
        boxes = (self.frame.box(x, y, x, y) for x, y in points)
        return [(box.x0, box.top) for box in boxes]


def _sides(shape: pdfium_c.FPDF_PAGEOBJECT) -> Sides:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium_c.FPDFPageObj_GetBounds(shape, byref(left), byref(bottom), byref(right), byref(top))
    return left.value, bottom.value, right.value, top.value


def _placed(sides: Sides, matrix: Matrix) -> Sides:
    """A form's rectangle on the page."""
    if matrix is _IDENTITY:
        return sides
    first, second = _apply(matrix, sides[0], sides[1]), _apply(matrix, sides[2], sides[3])
    return (
        min(first[0], second[0]),
        min(first[1], second[1]),
        max(first[0], second[0]),
        max(first[1], second[1]),
    )


def _outlines(
    shape: pdfium_c.FPDF_PAGEOBJECT, count: int, matrix: Matrix
) -> list[list[Point]] | None:
    """The path's parts as points; None if all of it is curved."""
    parts: list[list[Point]] = []
    curved = 0
    x, y = c_float(), c_float()
    for index in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(shape, index)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        pdfium_c.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        curved += kind == pdfium_c.FPDF_SEGMENT_BEZIERTO
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO or not parts:
            parts.append([])
        parts[-1].append(_apply(matrix, x.value, y.value))
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            parts[-1].append(parts[-1][0])
    return None if curved * 2 > count else parts


def _is_frame(outer: Box, inner: Box) -> bool:
    """A filled rectangle with a hole that leaves a thin border."""
    return (
        0 <= inner.x0 - outer.x0 <= THIN
        and 0 <= inner.top - outer.top <= THIN
        and 0 <= outer.x1 - inner.x1 <= THIN
        and 0 <= outer.bottom - inner.bottom <= THIN
    )


def _around(points: list[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _matrix(shape: pdfium_c.FPDF_PAGEOBJECT) -> Matrix:
    found = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(shape, byref(found))
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies `first`, then `second`."""
    if second is _IDENTITY:
        return first
    a, b, c, d, e, f = first
    a2, b2, c2, d2, e2, f2 = second
    return (
        a * a2 + b * c2,
        a * b2 + b * d2,
        c * a2 + d * c2,
        c * b2 + d * d2,
        e * a2 + f * c2 + e2,
        e * b2 + f * d2 + f2,
    )


def _apply(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
