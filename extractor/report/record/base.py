"""What all parts of the record share."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Severity = Literal["error", "warning", "hint"]
Value = int | float | None
Rectangle = tuple[float, float, float, float]


class Model(BaseModel):
    """Frozen between stages; an unknown key is a mistake of ours, not data."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Position(Model):
    """A page and the rectangle on it, in points from the upper left corner."""

    page: int
    box: Rectangle | None = None


class Placed(Model):
    """Something that stands on a page where the source has pages."""

    page: int | None = None
    box: Rectangle | None = None


class Quantity(Placed):
    """A figure the narrative tells: the value read, and the words that tell it."""

    value: int | float
    unit: str
    approx: bool
    scope: str | None = None
    text: str
