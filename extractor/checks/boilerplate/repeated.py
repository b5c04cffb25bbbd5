"""How much of a report's own words stood in another report already, and which passages.

Words are compared by runs of characters: a passage counts as repeated if so long a run of it stands
in the other text, whatever was put between, in front or behind. Years are all one year, since a
copied report has at least its year changed; other figures are kept, since they are facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractor.checks.boilerplate.given import is_law, without_opening
from extractor.checks.boilerplate.nothing_told import is_unnumbered, without_nothing
from extractor.checks.boilerplate.runs import RUN, Hashes, runs
from extractor.checks.boilerplate.wording import plain_words
from extractor.reading.document import Box, Place
from extractor.report.outline import SectionKey
from extractor.report.record import Record, SentenceRecord
from extractor.report.record.base import Placed

_PASSAGE = 24
# So short a text has hardly any words of its own that could be another's.
ENOUGH = 200
# Told in every report because it must be: neither own words nor anybody's.
_STATUTORY = frozenset({"preamble", "contact"})


@dataclass(frozen=True, slots=True)
class Repeated:
    """The share of own words that stood in the other text, by length, and the longest passages."""

    share: float
    length: int
    passages: tuple[tuple[SentenceRecord, str], ...]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A report's own sentences and all runs of characters in their words."""

    sentences: tuple[SentenceRecord, ...]
    words: tuple[str, ...]
    """Of each sentence; nothing where all of it is the law's, an opening, or that nothing
    happened."""
    runs: Hashes
    """Over the words of all sentences joined, in their order."""
    inner: NDArray[np.bool_]
    """Which runs lie within one sentence; the others go over from one to the next."""
    of: NDArray[np.int64]
    """The sentence of each character."""

    @classmethod
    def told_in(cls, record: Record) -> OwnWords:
        sentences = tuple(own_sentences(record))
        words = tuple(plain_words(told) for told in _told(sentences))
        of = np.repeat(np.arange(len(words)), np.array([len(text) for text in words], np.int64))
        found = runs("".join(words))
        inner = of[: len(found)] == of[RUN - 1 :][: len(found)]
        return cls(sentences, words, found, inner, of)

    @property
    def lengths(self) -> NDArray[np.int64]:
        return np.array([len(text) for text in self.words], np.int64)

    def covered(self, same: NDArray[np.bool_]) -> NDArray[np.int64]:
        """For each sentence, how many of its characters lie in one of these runs."""
        steps = np.zeros(len(self.runs) + RUN, np.int64)
        begins = np.flatnonzero(same)
        steps[begins] += 1
        steps[begins + RUN] -= 1
        lies = np.cumsum(steps)[: len(self.of)] > 0
        return np.bincount(self.of[lies[: len(self.of)].nonzero()[0]], minlength=len(self.words))


def repeated(record: Record, other: Record, passages: int = 3) -> Repeated:
    own = OwnWords.told_in(record)
    every = np.ones(len(own.words), np.bool_)
    return share_of(own, covered_by(own, OwnWords.told_in(other)), every, every, passages)


def covered_by(own: OwnWords, other: OwnWords) -> NDArray[np.int64]:
    """How many characters of each own sentence stand in the other report."""
    return own.covered(own.inner & np.isin(own.runs, other.runs[other.inner]))


def share_of(
    own: OwnWords,
    covered: NDArray[np.int64],
    asked: NDArray[np.bool_],
    counted: NDArray[np.bool_],
    passages: int = 3,
) -> Repeated:
    """Of the sentences that are asked about, how much is repeated in those that count."""
    total = int(own.lengths[asked].sum())
    covered = np.where(counted, covered, 0)
    share = int(covered[asked].sum()) / total if total else 0.0
    return Repeated(share, total, longest(own, covered, passages))


def longest(
    own: OwnWords, covered: NDArray[np.int64], passages: int
) -> tuple[tuple[SentenceRecord, str], ...]:
    order = np.argsort(-covered, kind="stable")[:passages]
    found = (own.sentences[i] for i in order if covered[i] >= _PASSAGE)
    return tuple((sentence, sentence.text) for sentence in found)


def own_sentences(record: Record) -> Iterable[SentenceRecord]:
    """Without the words that law and form give, and without plain nil statements."""
    for sentence in record.sentences:
        if sentence.section is None or sentence.topic in _STATUTORY:
            continue
        if not is_unnumbered(sentence.text):
            yield sentence


def _told(sentences: Iterable[SentenceRecord]) -> Iterator[str]:
    """What each tells of its own: not that nothing happened, no section's opening, not the law.

    What is not there is told as a lack in section five: that is a problem of its own.
    """
    begun: set[SectionKey | None] = set()
    for sentence in sentences:
        section = sentence.section
        told = without_opening(sentence.text, in_front=section not in begun)
        if told:
            begun.add(section)
        if section != "issues":
            told = "" if is_law(told) else without_nothing(told)
        yield told


def place_of(sentence: Placed) -> Place | None:
    """Page and box, where the source has pages."""
    if sentence.page is None:
        return None
    return Place(sentence.page, Box(*sentence.box) if sentence.box else None)
