"""A value with the place where the report states it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """What the report says, and where."""

    value: T
    start: int
    end: int
