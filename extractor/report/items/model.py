"""What a report says went badly, and what it did or means to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tense = Literal["done", "planned"]


@dataclass(frozen=True, slots=True)
class Problem:
    """The clause that names a problem, as it stands at [start, end) of the running text."""

    text: str
    start: int
    end: int
    themes: tuple[str, ...]
    specific: bool


@dataclass(frozen=True, slots=True)
class Improvement:
    """The clause that names a measure; `answers` are indices of the problems it meets."""

    text: str
    start: int
    end: int
    themes: tuple[str, ...]
    tense: Tense
    year: int | None
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A report's problems and improvements in the order in which they stand."""

    problems: tuple[Problem, ...]
    improvements: tuple[Improvement, ...]
