"""Counts and what is computed from them: nothing here knows what is counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from evaluation.item_errors import ItemErrors


@dataclass(slots=True)
class Tally:
    """Right, spurious and missing answers of one field."""

    right: int = 0
    spurious: int = 0
    missing: int = 0

    @property
    def asked(self) -> int:
        return self.right + self.spurious + self.missing

    @property
    def precision(self) -> float:
        given = self.right + self.spurious
        return self.right / given if given else 1.0

    @property
    def recall(self) -> float:
        expected = self.right + self.missing
        return self.right / expected if expected else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, other: Tally) -> None:
        self.right += other.right
        self.spurious += other.spurious
        self.missing += other.missing


@dataclass(frozen=True, slots=True)
class Miss:
    """One answer that was not the gold's."""

    report: str
    field: str
    expected: object
    found: object


@dataclass(slots=True)
class Sheet:
    """Tallies by field, with the misses behind them, and in which manner items were misread."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    misses: list[Miss] = field(default_factory=list)
    manners: ItemErrors = field(default_factory=ItemErrors)

    def value(self, report: str, name: str, expected: object, found: object) -> None:
        """One field with one answer: wrong counts once, as a wrong answer."""
        tally = self.tallies[name]
        if expected == found:
            tally.right += 1
            return
        if found is not None:
            tally.spurious += 1
        else:
            tally.missing += 1
        self.misses.append(Miss(report, name, expected, found))

    def told(self, report: str, name: str, expected: object, found: object) -> None:
        """As `value`, where saying nothing where nothing is told is no merit."""
        if expected is not None or found is not None:
            self.value(report, name, expected, found)

    def items(
        self, report: str, name: str, expected: Iterable[Hashable], found: Iterable[Hashable]
    ) -> None:
        """Several answers, compared as multisets."""
        wanted, given = Counter(expected), Counter(found)
        tally = self.tallies[name]
        tally.right += (wanted & given).total()
        for item in (given - wanted).elements():
            tally.spurious += 1
            self.misses.append(Miss(report, name, None, item))
        for item in (wanted - given).elements():
            tally.missing += 1
            self.misses.append(Miss(report, name, item, None))
