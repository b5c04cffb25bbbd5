"""From a page's own coordinates to the displayed page: /Rotate, crop box, upside down y."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.reading.document import Box

# The sine of some 6°: text that leans more is neither upright nor a quarter turn (a watermark).
_LEAN = 0.1


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible box of a page in its own coordinates, and its quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def size(self) -> tuple[float, float]:
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the page's own coordinates as displayed."""
        if self.turns == 0:
            return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
        if self.turns == 1:
            return Box(bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.turns == 2:
            return Box(
                self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            )
        return Box(self.top - top, self.right - right, self.top - bottom, self.right - left)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as displayed, from the left and from the top."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def turn_of(self, cosine: float, sine: float) -> int | None:
        """Quarter turns clockwise, as displayed, of text that runs in this direction."""
        x, y = ((cosine, -sine), (sine, cosine), (-cosine, sine), (-sine, -cosine))[self.turns]
        if abs(x) > _LEAN and abs(y) > _LEAN:
            return None
        if abs(x) >= abs(y):
            return 0 if x >= 0 else 2
        return 1 if y > 0 else 3
