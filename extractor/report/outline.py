"""How a report is divided: its sections, and the aspects within its first section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SectionKey = Literal["overview", "disclosure", "applications", "disputes", "issues", "other"]
AspectKey = Literal["disclosure", "applications", "management", "platform", "supervision"]

SECTIONS: tuple[SectionKey, ...] = (
    "overview", "disclosure", "applications", "disputes", "issues", "other",
)  # fmt: skip
ASPECTS: tuple[AspectKey, ...] = (
    "disclosure", "applications", "management", "platform", "supervision",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as printed, number included; `run_in` if text follows in the same paragraph."""

    text: str
    start: int
    end: int
    run_in: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its own text is flow.text[start:end], heading excluded."""

    key: SectionKey
    heading: Heading | None
    start: int
    end: int
    also: tuple[SectionKey, ...] = ()
    """The other sections that a merged heading names: their text stands here too."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """One of the five aspects of 总体情况; `heading` None if it was told by its content."""

    key: AspectKey
    heading: Heading | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The report's parts in the order in which they stand; a part told twice stands twice."""

    title_end: int
    """Where the title ends: what follows up to the first section is the preamble."""
    preamble: tuple[int, int]
    sections: tuple[Section, ...]
    aspects: tuple[Aspect, ...]
    signature: tuple[int, int] | None
    """The lines behind the last section that sign the report."""

    def section(self, key: SectionKey) -> Section | None:
        """The first section of this key that has text, else the first; merged ones at last."""
        own = [section for section in self.sections if section.key == key]
        found = own or [section for section in self.sections if key in section.also]
        return next((s for s in found if s.end > s.start), found[0] if found else None)

    def aspect(self, key: AspectKey) -> Aspect | None:
        return next((aspect for aspect in self.aspects if aspect.key == key), None)
