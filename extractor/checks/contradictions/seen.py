"""The report's figures, each with what stands around it, for what points back at one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extractor.checks.contradictions.counted_words import clause_start
from extractor.checks.contradictions.tellings import (
    Figure,
    Telling,
    opening_tellings,
    tellings,
)
from extractor.checks.model import Case
from extractor.report.facts.model import Fact

_BEFORE, _BEHIND = 40, 16
# No report holds more figures: each is held against those before it.
_MOST = 400
_SUMMANDS = 8


@dataclass(frozen=True, slots=True)
class Seen:
    """A figure with what stands around it in its clause."""

    order: int
    telling: Telling
    figure: Figure
    left: str
    right: str


def seen_figures(case: Case) -> list[Seen]:
    """The report's counts in order."""
    return list(islice(_seen(case), _MOST))


def _seen(case: Case) -> Iterator[Seen]:
    for order, telling in enumerate([*opening_tellings(case), *tellings(case)]):
        for figure in telling.figures:
            if figure.share:
                continue
            start = max(clause_start(telling.text, figure.start), figure.start - _BEFORE)
            left = telling.text[start : figure.start]
            right = telling.text[figure.end : figure.end + _BEHIND]
            yield Seen(order, telling, figure, left, right)


def fact_of(one: Seen) -> Fact:
    start, end = one.telling.whole(one.figure.start, one.figure.end)
    figure = one.figure
    return Fact(value=figure.value, unit=figure.unit, text=figure.text, start=start, end=end)


def one_other(one: Seen, earlier: Sequence[Seen], belongs: Callable[[Seen], bool]) -> Fact | None:
    """The first telling of the same, if all have one value and it is another."""
    same_unit = [s for s in earlier if s.figure.unit == one.figure.unit]
    same = [s for s in same_unit if belongs(s)]
    values = {s.figure.value for s in same}
    if len(values) != 1 or one.figure.value in values or any(s.figure.approx for s in same):
        return None
    near = [s for s in same_unit if s.order in {t.order for t in same}]
    return None if made_up_of(one.figure.value, near) else fact_of(same[0])


def summed(value: float, near: Sequence[Seen]) -> bool:
    """Whether a value is the sum or difference of two figures, or the sum of them all."""
    told = {s.figure.value for s in near}
    pairs = any(value - figure in told or value + figure in told for figure in told)
    return value in told or pairs or value == sum(s.figure.value for s in near)


def made_up_of(value: float, near: Sequence[Seen]) -> bool:
    """Whether a value is any sum of the figures just told, or the difference of two."""
    told = [s.figure.value for s in near[-_SUMMANDS:]]
    sums = {0.0}
    for figure in told:
        sums |= {known + figure for known in sums}
    return value in sums or any(abs(a - b) == value for a in told for b in told)
