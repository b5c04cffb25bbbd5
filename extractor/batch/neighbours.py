"""Whose report a report repeats (B504), and how many others say its sentences.

First all fingerprints side by side: the few reports that each may repeat (shelf.py). Then those
are compared word by word, a few records in memory at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from extractor.batch.clusters import Clusters
from extractor.batch.crowds import Near, crowds, near
from extractor.batch.shelf import Shelf, Shelved, contained, pairs
from extractor.checks.boilerplate.fingerprint import Fingerprint, covered_by_sample, saying
from extractor.checks.boilerplate.repeated import (
    ENOUGH,
    OwnWords,
    own_sentences,
    share_of,
)
from extractor.checks.boilerplate.runs import Hashes
from extractor.checks.boilerplate.stock import is_stock, taken_together
from extractor.checks.boilerplate.substance import said_by_many, weighs_otherwise
from extractor.checks.model import Among, Neighbour
from extractor.checks.settings import Settings
from extractor.report.record import Record, SentenceRecord

# What differs by a figure here and there has far fewer runs in common than characters: from half of
# the limit on, the words themselves are asked.
_WORTH_A_LOOK = 0.5
_LOOKED_AT = 3
# Reports of one template have most of it in common, those that say the same stock phrases some.
_NEAR = 0.75
# A sample so small tells nothing for certain.
_SURE_RUNS = 12
# Of a template each report meets the same few hundred; so many take some 50 MB.
_OPENED = 512


@dataclass(frozen=True, slots=True)
class _Likest:
    """The nearest of other agencies' reports; sentences by their number among the own ones."""

    report: int
    share: float
    length: int
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """A report's own words, and the runs within its sentences sorted."""

    own: OwnWords
    inner: Hashes

    @classmethod
    def of(cls, record: Record) -> _Words:
        own = OwnWords.told_in(record)
        return cls(own, np.sort(own.runs[own.inner]))


def among_others(record: Record, other: Sequence[Record], settings: Settings) -> Among:
    """How a record stands among others that are all at hand."""
    return neighbours_of([record, *other], settings).among(record)


def neighbours_of(records: Sequence[Record], settings: Settings) -> Neighbours:
    """How records that are all at hand stand among each other."""
    return Neighbours([_shelved(one) for one in records], records.__getitem__, settings)


def _shelved(record: Record) -> Shelved:
    meta = record.meta
    who = (meta.region, meta.agency, meta.year, record.source.sha256)
    return Shelved(record.source.path, *who, Fingerprint.of(record))


def _counts_less(sentence: SentenceRecord, among: Among) -> bool:
    """Since many say it, too."""
    if sentence.section is None or not said_by_many(among.said_by(sentence.text), among.agencies):
        return False
    return weighs_otherwise(sentence, among)


class Neighbours:
    def __init__(
        self,
        known: Sequence[Shelved],
        load: Callable[[int], Record],
        settings: Settings,
        earlier: Sequence[Shelved] = (),
    ) -> None:
        """`load` gives the record of the report of this number among the known; of the earlier
        ones only what their index kept is known. Their order is of no account."""
        order = sorted(range(len(known)), key=lambda number: known[number].path)
        known = [known[number] for number in order]
        self._shelf = Shelf([*known, *earlier])
        self._count = len(known)
        self._limit = settings.thresholds.copied_share
        self._settings = settings
        self._number = {one.path: number for number, one in enumerate(known)}

        @lru_cache(maxsize=_OPENED)
        def words(report: int) -> _Words:
            return _Words.of(load(order[report]))

        self._words = words
        self._likest: dict[int, _Likest] = {}
        self._find()
        words.cache_clear()

    def among(self, record: Record) -> Among:
        """How the report stands among the others; one that is not among them stands alone."""
        number = self._number.get(record.source.path)
        if number is None:
            return Among(record, self._settings)

        counts = self._said_by_others(record, number)

        def said_by(text: str) -> int:
            if text not in counts:
                told = np.array([saying(text, record.meta)], np.uint32)
                counts[text] = int(self._shelf.sayings.others(told, number)[0])
            return counts[text]

        return Among(
            record,
            self._settings,
            agencies=self._shelf.agencies,
            said_by=said_by,
            neighbour=self._neighbour(record, number),
        )

    def beyond_itself(self, record: Record) -> Among | None:
        """None where the others tell nothing of the report that it does not tell alone: it repeats
        nobody, and what many say of it counts as it would anyway."""
        among = self.among(record)
        other = among.neighbour
        told = other is not None and other.share >= self._limit
        return among if told or any(_counts_less(one, among) for one in record.sentences) else None

    def _said_by_others(self, record: Record, number: int) -> dict[str, int]:
        """Its own sentences at once: their numbers are at hand."""
        numbers = self._shelf.known[number].fingerprint.sentences
        texts = (sentence.text for sentence in own_sentences(record))
        others: list[int] = self._shelf.sayings.others(numbers, number).tolist()
        return dict(zip(texts, others, strict=True))

    def _neighbour(self, record: Record, number: int) -> Neighbour | None:
        found = self._likest.get(number)
        if found is None:
            return None
        other = self._shelf.known[found.report]
        sentences = tuple(own_sentences(record))
        return Neighbour(
            region=other.region,
            agency=other.agency,
            year=other.year,
            path=other.path,
            share=found.share,
            length=found.length,
            passages=tuple(sentences[at] for at in found.passages),
            cluster=self._clusters.get(number, 2),
            by_sample=found.report >= self._count,
        )

    def _find(self) -> None:
        worth: dict[int, list[int]] = {}
        alike: dict[int, list[int]] = {}
        for report, partners in self._shelf.partners(self._count):
            likeness = [(self._shelf.likeness(report, other), other) for other in partners]
            likeness.sort(key=lambda one: (-one[0], one[1]))
            looked = [other for like, other in likeness if like >= _WORTH_A_LOOK * self._limit]
            if looked:
                worth[report] = looked[:_LOOKED_AT]
            if len(self._shelf.known[report].fingerprint.inner) >= _SURE_RUNS:
                alike[report] = [
                    other
                    for like, other in likeness
                    if like >= self._limit or self._shelf.said_alike(report, other) >= self._limit
                ]
        self._crowds = crowds(self._shelf, alike)
        # Those that are held against the same few go in a row: these are then at hand.
        for report in sorted(worth, key=lambda report: (sorted(worth[report]), report)):
            if found := self._nearest(report, worth[report]):
                self._likest[report] = found
        self._clusters = self._hanging_together(alike)

    def _nearest(self, report: int, others: Iterable[int]) -> _Likest | None:
        """By words; of the same likeness the one of the same year, then the first."""
        best: tuple[tuple[float, bool, int], _Likest] | None = None
        like = near(self._shelf, report, self._crowds.get(report), _NEAR * self._limit)
        year = self._shelf.known[report].year
        for other in others:
            found = self._compared(report, other, like)
            rank = (-found.share, self._shelf.known[other].year != year, other)
            if best is None or rank < best[0]:
                best = rank, found
            if found.share < _WORTH_A_LOOK * self._limit:
                break
        return best[1] if best else None

    def _compared(self, report: int, other: int, like: Near) -> _Likest:
        """By the words that are no stock phrases, if those are enough to judge by; or by what was
        taken together with its neighbours, beside all words."""
        shelf, own = self._shelf, self._words(report).own
        mine = shelf.known[report].fingerprint.sentences
        rows = pairs(mine)
        same_row = contained(rows, np.sort(pairs(shelf.known[other].fingerprint.sentences)))
        alone = shelf.sayings.others(mine, report) - like.sentences
        in_a_row = shelf.pairs.others(rows, report) - like.rows
        own_sayings = ~is_stock(alone, shelf.agencies)
        together = taken_together(in_a_row, same_row, shelf.agencies)
        every = np.ones(len(mine), np.bool_)
        covered = self._covered(own, other)
        found = share_of(own, covered, every, own_sayings | together)
        without_stock = share_of(own, covered, own_sayings, own_sayings)
        if without_stock.length >= ENOUGH and without_stock.share > found.share:
            found = without_stock
        places = {id(sentence): at for at, sentence in enumerate(own.sentences)}
        passages = tuple(places[id(sentence)] for sentence, _ in found.passages)
        return _Likest(other, found.share, found.length, passages)

    def _covered(self, own: OwnWords, other: int) -> NDArray[np.int64]:
        if other < self._count:
            # As covered_by, in a tenth of its time: what is sought in is sorted once.
            return own.covered(own.inner & contained(own.runs, self._words(other).inner))
        return covered_by_sample(own, self._shelf.known[other].fingerprint)

    def _hanging_together(self, alike: dict[int, list[int]]) -> dict[int, int]:
        """How many agencies hang together with each report that repeats another: by what was found
        in the words, and by samples among those that repeat somebody."""
        copied = {one for one, found in self._likest.items() if found.share >= self._limit}
        clusters = Clusters(len(self._shelf.known))
        for report in copied:
            clusters.link(report, self._likest[report].report)
            for other in alike.get(report, ()):
                if other in copied or other >= self._count:
                    clusters.link(report, other)
        found: dict[int, int] = {}
        for members in clusters.members():
            found |= dict.fromkeys(members, len(np.unique(self._shelf.agency[members])))
        return found
