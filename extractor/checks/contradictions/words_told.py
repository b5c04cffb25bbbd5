"""How the words of a contradiction are shown: as printed, and under which heading."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.checks.contradictions.disagreements import shown
from extractor.checks.model import Case
from extractor.report.outline import Aspect, Section

# A formula with more numbers is not read.
_MOST_NUMBERS = 16
_CLAUSE_ENDS = "，。；;,！？!?\n\ufffc"


def heading_at(case: Case, place: int) -> str | None:
    """The nearest heading above a place."""
    outline = case.report.outline
    every: list[Aspect | Section] = [*outline.aspects, *outline.sections]
    parts = [part for part in every if part.heading is not None and part.start <= place < part.end]
    nearest = max(parts, key=lambda part: part.start, default=None)
    if nearest is None or nearest.heading is None:
        return None
    return nearest.heading.text.strip()


def clause_around(case: Case, start: int, end: int) -> tuple[int, int]:
    """The clause around a stretch; the commas of 1,094条 are no ends."""
    text = case.text
    first, last = start, end
    while first > 0 and not _ends(text, first - 1):
        first -= 1
    while last < len(text) and not _ends(text, last):
        last += 1
    while first < start and text[first].isspace():
        first += 1
    return first, last


def _ends(text: str, place: int) -> bool:
    sign = text[place]
    if (
        sign in ",，"
        and text[place - 1 : place].isdigit()
        and text[place + 1 : place + 2].isdigit()
    ):
        return False
    return sign in _CLAUSE_ENDS


def quoted(case: Case, *stretches: tuple[int, int]) -> str:
    """The words as printed; those of two places behind each other."""
    return "；".join(case.report.flow.printed(start, end).strip() for start, end in stretches)


def formula(values: Sequence[float]) -> str:
    """41 + 58 + 37 = 136."""
    total = shown(round(sum(values), 2))
    told = [shown(value) for value in values[:_MOST_NUMBERS]]
    more = " + …" if len(values) > _MOST_NUMBERS else ""
    return f"{' + '.join(told)}{more} = {total}"
