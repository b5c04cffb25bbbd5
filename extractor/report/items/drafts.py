"""What the reading of a section keeps while it goes on: leads, lists, and items as drafts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Mode = Literal["open", "problem", "measure", "past", "off"]
"""past: last year's problems are told over again."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What a heading, label or leading sentence announces for what follows it."""

    mode: Mode
    done: bool | None = None
    """Told as done or planned; None if the lead leaves it open (针对上述问题)."""
    year: int | None = None
    redress: bool = False
    """Speaks of the problems that last year's report named."""
    weak: bool = False
    """Planned only by custom (改进措施): what its measures say of their time goes before."""


@dataclass(slots=True)
class Frame:
    """A list that is being read, with what its present item is."""

    style: str
    lead: Lead
    number: int = 0
    detail: bool = False
    """Its points only explain the item in which the list stands."""
    named: bool = False
    """Its present item was taken as an item (else it only heads what follows)."""
    led: bool = False
    """It began behind a lead: what lists are older have ended."""
    inline: int = 0
    """How many of its problems were followed by their own measure."""


@dataclass(slots=True)
class Draft:
    """An item by its place in the compact text, with all that decides tense, year and answers."""

    kind: Literal["problem", "measure"]
    start: int
    end: int
    sentence: int
    lead: Lead
    group: int = 0
    number: int | None = None
    marked: bool = False
    about: str = ""
    """The title above it, where that says what it is about (更新慢的改进)."""
    opens_line: bool = False
    near: tuple[int, ...] = field(default=())
    """The problems that stand nearest in front of a measure's group."""
