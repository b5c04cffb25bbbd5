"""Text that a clip path cuts away: the file has it, but nobody sees it printed.

LibreOffice writes what does not fit into a repeated heading into the rows below it, clipped; Word
and WPS do so with rows of a fixed height.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import pypdfium2.raw as pdfium_c

from extractor.reading.pdf.calls import char_objects, clip_of, clip_points

# Producers clip to rectangles, of five segments. Of the paths of a text, which are nested, the
# last ones are the narrowest; leaving others out shows too much rather than too little.
_MAX_SEGMENTS = 16
MAX_PATHS = 8
# A bracket that Chromium sets close to the next is clipped to the half that has its ink; a line
# of which less than this is left in view cannot be read.
_SEEN = 0.25
_LEAST = 0.01

Sides: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top; in the page's own coordinates, or those of a form on it."""


def shown_part(shape: int, paths: int, bounds: Sides) -> Sides | None:
    """What the object's clip paths leave of the page, if that is not all of the object."""
    clip = clip_of(shape)
    left = bottom = float("-inf")
    right = top = float("inf")
    for number in range(max(0, paths - MAX_PATHS), paths):
        around = _around(clip, number)
        if around is not None:
            left, bottom = max(left, around[0]), max(bottom, around[1])
            right, top = min(right, around[2]), min(top, around[3])
    inside = left <= bounds[0] and bottom <= bounds[1] and bounds[2] <= right and bounds[3] <= top
    return None if inside else (left, bottom, right, top)


def _around(clip: int, number: int) -> Sides | None:
    points = clip_points(clip, number, _MAX_SEGMENTS)
    if points is None:
        return None
    xs, ys = points
    return min(xs), min(ys), max(xs), max(ys)


def hidden_characters(
    text_page: pdfium_c.FPDF_TEXTPAGE, sides: list[float], shown: Mapping[int, Sides]
) -> list[int]:
    """The characters of which hardly any lies in what is shown of their text object."""
    hidden = []
    for index, address in enumerate(char_objects(text_page, len(sides) // 4)):
        part = shown.get(address)
        if part is None:
            continue
        left, top, right, bottom = sides[index * 4 : index * 4 + 4]
        if _share(left, right, part[0], part[2]) * _share(bottom, top, part[1], part[3]) < _SEEN:
            hidden.append(index)
    return hidden


def _share(low: float, high: float, shown_from: float, shown_to: float) -> float:
    """How much of an extent is shown."""
    shown = min(high, shown_to) - max(low, shown_from)
    return max(0.0, shown) / max(high - low, _LEAST)
