"""Mentions collected by key, in the order in which they are printed."""

from __future__ import annotations

from extractor.report.facts.attach import Governed
from extractor.report.facts.clauses import Passage
from extractor.report.facts.model import Fact
from extractor.report.facts.standing import Standing

UNIT = "件"


def fact_of(passage: Passage, governed: Governed, standing: Standing, unit: str = UNIT) -> Fact:
    """The governed number, or the denying words, as a fact."""
    number = governed.number
    if number is None or governed.none:
        start, end = passage.whole(governed.start, governed.end)
        text = passage.text[governed.start : governed.end]
    else:
        start, end = passage.whole(number.start, number.end)
        text = number.text
    return Fact(
        value=governed.value,
        unit=(number.unit if number else unit) or unit,
        approx=bool(number and number.approx),
        scope=standing.scope,
        text=text,
        start=start,
        end=end,
        year=standing.year,
        part=standing.part,
    )


class Gathered:
    """Facts by key. A place in the text tells a key once."""

    def __init__(self) -> None:
        self._facts: dict[str, list[Fact]] = {}
        self._places: set[tuple[str, int, int | float]] = set()

    def add(self, key: str, fact: Fact, *, again: bool = False) -> None:
        place = (key, fact.start, fact.value)
        if again or place not in self._places:
            self._places.add(place)
            self._facts.setdefault(key, []).append(fact)

    def told(self, key: str) -> bool:
        """Whether this year's figure is told outright."""
        return any(fact.year is None and not fact.derived for fact in self._facts.get(key, ()))

    def facts(self, key: str) -> list[Fact]:
        return self._facts.get(key, [])

    def keys_at(self, start: int, group: str) -> set[str]:
        """The keys below a group (refused.process) that are told by the number at a place."""
        return {
            key
            for key, facts in self._facts.items()
            if key.startswith(f"{group}.") and any(fact.start == start for fact in facts)
        }

    def drop(self, key: str, fact: Fact) -> None:
        self._facts[key] = [other for other in self._facts[key] if other is not fact]

    def frozen(self) -> dict[str, tuple[Fact, ...]]:
        return {
            key: tuple(sorted(facts, key=lambda fact: fact.start))
            for key, facts in self._facts.items()
            if facts
        }
