"""What a page draws: ruling lines from paths of every kind, and images."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise

import pypdfium2.raw as pdfium_c

from extractor.reading.document import Box
from extractor.reading.pdf.calls import (
    Matrix,
    count_clips,
    count_segments,
    draw_mode,
    form_objects,
    object_bounds,
    object_matrix,
    object_type,
    page_objects,
    path_segments,
    render_mode,
)
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

Point = tuple[float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_drawing(page: pdfium_c.FPDF_PAGE, frame: Frame) -> Drawing:
    """Walks the page's objects, forms included."""
    walk = _Walk(frame)
    walk.visit(page_objects(page), _IDENTITY, 0)
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
    return any(
        object_type(shape) == pdfium_c.FPDF_PAGEOBJ_TEXT and render_mode(shape) == _INVISIBLE_MODE
        for shape in islice(page_objects(page), _LOOKED_AT)
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

    def visit(self, objects: Iterator[int], matrix: Matrix, depth: int) -> None:
        for shape in objects:
            self.objects += 1
            if self.objects > MAX_OBJECTS or self.segments > MAX_SEGMENTS:
                return
            kind = object_type(shape)
            if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
                self._text(shape, matrix)
            elif kind == pdfium_c.FPDF_PAGEOBJ_PATH:
                self._path(shape, matrix)
            elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
                self._image(shape, matrix)
            elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _MAX_FORM_DEPTH:
                inside = _times(object_matrix(shape), matrix)
                self.visit(form_objects(shape), inside, depth + 1)

    def _text(self, shape: int, matrix: Matrix) -> None:
        paths = count_clips(shape)
        if paths and self.clips < _MAX_CLIPS:
            self.clips += min(paths, MAX_PATHS)
            part = shown_part(shape, paths, object_bounds(shape))
            if part is not None:
                self.clipped[shape] = _placed(part, matrix)

    def _image(self, shape: int, matrix: Matrix) -> None:
        box = self._bounds(shape, matrix)
        if not self._take_thin(box):
            self.images.append(box)

    def _path(self, shape: int, matrix: Matrix) -> None:
        if self._take_thin(self._bounds(shape, matrix)):
            return
        count = count_segments(shape)
        if count > _MAX_PATH_SEGMENTS:
            self.outlines += 1
            return
        self.segments += count
        filled, stroked = draw_mode(shape)
        if not filled and not stroked:
            return
        outlines = _outlines(shape, count, _times(object_matrix(shape), matrix))
        if outlines is None:
            self.outlines += 1
            return
        displayed = self.frame.point
        shown = [[displayed(x, y) for x, y in points] for points in outlines]
        self._take_outlines(shown, stroked)

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

    def _bounds(self, shape: int, matrix: Matrix) -> Box:
        return self.frame.box(*_placed(object_bounds(shape), matrix))


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


def _outlines(shape: int, count: int, matrix: Matrix) -> list[list[Point]] | None:
    """The path's parts as points; None if all of it is curved."""
    segments = path_segments(shape, count)
    if segments.kinds.count(pdfium_c.FPDF_SEGMENT_BEZIERTO) * 2 > count:
        return None
    parts: list[list[Point]] = []
    for kind, x, y, closes in zip(
        segments.kinds, segments.xs, segments.ys, segments.closes, strict=True
    ):
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO or not parts:
            parts.append([])
        parts[-1].append(_apply(matrix, x, y))
        if closes:
            parts[-1].append(parts[-1][0])
    return parts


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
