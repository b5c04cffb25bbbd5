"""What the classifier sees of a sentence: its words, its place, and its neighbours.

A sentence is seen with the sentence before and the one behind it in the same report, the key of
its section, the aspect it stands in, and the report's year; never with what else is in the batch.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_NUMBER = re.compile(r"\d+(?:[,，]\d{3})*(?:\.\d+)?")
# Signs from the private use area: no report prints them, so a feature made of them is ours alone.
THIS_YEAR, NEXT_YEAR, LAST_YEAR, OTHER_YEAR, NUMBER = (
    "\ue000",
    "\ue001",
    "\ue002",
    "\ue003",
    "\ue004",
)


@dataclass(frozen=True, slots=True)
class Sight:
    """One sentence as the classifier sees it."""

    text: str
    section: str | None = None
    """Key of the section (overview, disclosure, …); None in the preamble."""
    aspect: str | None = None
    """Key of the aspect within 总体情况 (disclosure, applications, management, …)."""
    heading: str | None = None
    """The nearest sub-heading as printed."""
    before: str = ""
    after: str = ""
    year: int | None = None
    """The report year: 2024 is another word in a report on 2023 than in one on 2024."""


def masked(text: str, year: int | None) -> str:
    """Years become their distance from the report year, figures one sign."""

    def told(match: re.Match[str]) -> str:
        if year is None:
            return OTHER_YEAR
        distance = int(match.group()) - year
        return {0: THIS_YEAR, 1: NEXT_YEAR, -1: LAST_YEAR}.get(distance, OTHER_YEAR)

    return _NUMBER.sub(NUMBER, _YEAR.sub(told, text))


def in_context(sights: Sequence[Sight]) -> list[Sight]:
    """The sentences of one report in order, each with its neighbours."""
    texts = ["", *(sight.text for sight in sights), ""]
    return [
        Sight(s.text, s.section, s.aspect, s.heading, texts[i], texts[i + 2], s.year)
        for i, s in enumerate(sights)
    ]
