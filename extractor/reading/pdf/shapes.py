"""The shapes that pass between the stages of the PDF reader, in display coordinates.

Points from the displayed page's top left corner, y downwards. Runs and rulings are named tuples:
there are thousands to a page and a frozen dataclass costs several times as much to make.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from extractor.reading.document import Box

LOST = "\ufffd"
"""Stands for a glyph whose character the file does not tell (its font's mapping is lost)."""


class Run(NamedTuple):
    """Characters printed side by side. `starts` and `ends` are each character's left and right."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    starts: list[float]
    ends: list[float]
    turn: int = 0
    """Quarter turns clockwise of its glyphs: 0 upright, 1 read downwards, 3 read upwards."""

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        """About the font's size: the height, or the widest character where the box is flat (一)."""
        height = self.bottom - self.top
        width = (self.x1 - self.x0) / max(len(self.text), 1)
        return max(height, width)


class Ruling(NamedTuple):
    """A straight line: `at` is its fixed coordinate, `low` to `high` its extent."""

    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page draws besides text."""

    horizontal: list[Ruling]
    vertical: list[Ruling]
    images: list[Box]
    clipped: dict[int, tuple[float, float, float, float]]
    """Text objects of which a clip path hides some, by address, and what it shows (left, bottom,
    right, top in the page's own coordinates)."""
    outlines: int = 0
    """Curved shapes: text turned into drawings leaves hundreds of them."""
    hidden_text: bool = False
    too_much: bool = False


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page's runs in the file's order, its rulings and its images."""

    number: int
    width: float
    height: float
    runs: list[Run]
    drawing: Drawing
    slanted: bool = False
    cut: bool = False


class Line(NamedTuple):
    """A printed line: its runs joined, left to right, and the size of its type."""

    text: str
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    em: float

    @property
    def box(self) -> Box:
        return rounded(Box(self.x0, self.top, self.x1, self.bottom))


def rounded(box: Box) -> Box:
    """As the record tells it: a tenth of a point is finer than any reader sees."""
    return Box(round(box.x0, 1), round(box.top, 1), round(box.x1, 1), round(box.bottom, 1))


def along(
    turn: int, x0: float, top: float, x1: float, bottom: float
) -> tuple[float, float, float, float]:
    """A displayed box as (u0, v0, u1, v1): u runs with the text, v to the next line."""
    if turn == 0:
        return x0, top, x1, bottom
    if turn == 1:
        return top, -x1, bottom, -x0
    if turn == 2:
        return -x1, -bottom, -x0, -top
    return -bottom, x0, -top, x1


def across(
    turn: int, u0: float, v0: float, u1: float, v1: float
) -> tuple[float, float, float, float]:
    """The inverse of `along`."""
    if turn == 0:
        return u0, v0, u1, v1
    if turn == 1:
        return -v1, u0, -v0, u1
    if turn == 2:
        return -u1, -v1, -u0, -v0
    return v0, -u1, v1, -u0
