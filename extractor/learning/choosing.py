"""Which sentences to label next: those that the model doubts, and no two alike.

Doubt alone picks a hundred sentences of one odd report. So every section gets labels in proportion
to the answers expected to be wrong in it, at least one; within a section agencies take turns, the
most doubted sentence of each first; and what is all but a sentence labelled already is left out.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from extractor.language.classify.labels import Head
from extractor.learning.near import Near, plain_sentence

# So many times the wanted number is kept of each section: near-duplicates fall out of them later.
_SPARE, _AT_LEAST = 20, 2_000
# Shorter ones are a page's furniture (字号、打印) or list marks: they teach nothing.
_SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that nobody labelled yet."""

    key: int
    """The caller's own: where the sentence is found again."""
    text: str
    section: str | None
    owner: str
    """The agency, or the file where nobody knows it."""
    doubt: float
    """The chance that one of its labels is wrong."""
    uncertain: bool
    """A head is below the confidence from which on its answers are trusted."""

    @property
    def rank(self) -> tuple[bool, float, str]:
        """Most doubted first; the words decide between equals, so that every run agrees."""
        return not self.uncertain, -self.doubt, self.text


def doubt(confidence: Mapping[Head, float]) -> float:
    """Of one wrong label or more, each head's confidence being honest."""
    return 1.0 - math.prod(confidence.values())


@dataclass(slots=True)
class _Section:
    """A section's candidates, the least doubted dropped as they come."""

    limit: int
    mass: float = 0.0
    kept: list[Candidate] = field(default_factory=list)

    def add(self, candidate: Candidate) -> None:
        self.mass += candidate.doubt
        self.kept.append(candidate)
        if len(self.kept) > 2 * self.limit:
            self._cut()

    def _cut(self) -> None:
        self.kept.sort(key=lambda one: one.rank)
        del self.kept[self.limit :]

    def in_turn(self) -> Iterator[Candidate]:
        """Every owner's most doubted, then every owner's second, …"""
        self.kept.sort(key=lambda one: one.rank)
        seen: Counter[str] = Counter()
        turns: list[tuple[int, Candidate]] = []
        for candidate in self.kept:
            turns.append((seen[candidate.owner], candidate))
            seen[candidate.owner] += 1
        # Sorting is stable: within a turn the most doubted stay first.
        yield from (candidate for _, candidate in sorted(turns, key=lambda turn: turn[0]))


def choose(candidates: Iterable[Candidate], count: int, known: Near) -> list[Candidate]:
    """At most `count` of them, in the order of choice; `known` are labelled already and are
    joined by what is chosen."""
    sections = _sections(candidates, max(_AT_LEAST, _SPARE * count))
    queues = {key: section.in_turn() for key, section in sections.items()}
    chosen: list[Candidate] = []
    given: Counter[str] = Counter()
    while queues and len(chosen) < count:
        key = _next_section(queues, sections, given)
        candidate = next((one for one in queues[key] if not known.has(one.text)), None)
        if candidate is None:
            del queues[key]
            continue
        known.add(candidate.text)
        chosen.append(candidate)
        given[key] += 1
    return chosen


def _sections(candidates: Iterable[Candidate], limit: int) -> dict[str, _Section]:
    """By section; of sentences that differ in figures only the first is enough."""
    found: dict[str, _Section] = defaultdict(lambda: _Section(limit))
    seen: set[bytes] = set()
    for candidate in candidates:
        words = plain_sentence(candidate.text)
        digest = hashlib.blake2b(words.encode(), digest_size=8).digest()
        if len(words) >= _SHORTEST and digest not in seen:
            seen.add(digest)
            found[candidate.section or ""].add(candidate)
    return dict(found)


def _next_section(
    open_: Iterable[str],
    sections: Mapping[str, _Section],
    given: Mapping[str, int],
) -> str:
    """One label for each section first; then whose share is furthest behind its doubt."""
    return min(open_, key=lambda key: (given[key] > 0, -sections[key].mass / (given[key] + 1), key))
