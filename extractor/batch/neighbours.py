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
from extractor.batch.index import without
from extractor.batch.inputs import Entry
from extractor.batch.journal import Journal
from extractor.batch.shelf import Shelf, Shelved, pairs
from extractor.checks.boilerplate.fingerprint import Fingerprint, covered_by_sample, saying
from extractor.checks.boilerplate.repeated import (
    ENOUGH,
    OwnWords,
    covered_by,
    own_sentences,
    share_of,
)
from extractor.checks.boilerplate.stock import is_stock, taken_together
from extractor.checks.model import Among, Neighbour
from extractor.checks.settings import Settings
from extractor.pipeline import JUDGED
from extractor.report.record import Record

# What differs by a figure here and there has far fewer runs in common than characters: from half of
# the limit on, the words themselves are asked.
_WORTH_A_LOOK = 0.5
_LOOKED_AT = 3
# Reports of one template have most of it in common, those that say the same stock phrases some.
_NEAR = 0.75
# A sample so small tells nothing for certain.
_SURE_RUNS = 12
_OPENED = 128


@dataclass(frozen=True, slots=True)
class _Likest:
    """The nearest of other agencies' reports; sentences by their number among the own ones."""

    report: int
    share: float
    length: int
    passages: tuple[int, ...]


def shelved(entries: Iterable[Entry], journal: Journal) -> tuple[list[Shelved], list[str]]:
    """The batch's annual reports with their keys in the journal."""
    kept = [(entry, entry.key()) for entry in entries]
    kept = [(entry, key) for entry, key in kept if journal.brief(key).status in JUDGED]
    keys = [key for _, key in kept]
    found = []
    for (entry, key), packed in zip(kept, journal.fingerprints(keys), strict=True):
        brief = journal.brief(key)
        who = (brief.region, brief.agency, brief.year, brief.sha256)
        found.append(Shelved(entry.shown, *who, Fingerprint.unpacked(packed)))
    return found, keys


def standing(
    entries: Iterable[Entry], journal: Journal, settings: Settings, kept: Sequence[Shelved] = ()
) -> Neighbours:
    """How the batch's reports stand among each other, and among those that an index kept."""
    batch, keys = shelved(entries, journal)

    def load(report: int) -> Record:
        return Record.model_validate_json(journal.record(keys[report]))

    return Neighbours(batch, load, settings, without(kept, batch))


def among_others(record: Record, other: Sequence[Record], settings: Settings) -> Among:
    """How a record stands among others that are all at hand."""
    records = [record, *other]
    return Neighbours([_shelved(one) for one in records], records.__getitem__, settings).among(
        record
    )


def _shelved(record: Record) -> Shelved:
    meta = record.meta
    who = (meta.region, meta.agency, meta.year, record.source.sha256)
    return Shelved(record.source.path, *who, Fingerprint.of(record))


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
        def words(report: int) -> OwnWords:
            return OwnWords.told_in(load(order[report]))

        self._words = words
        self._likest: dict[int, _Likest] = {}
        self._find()
        words.cache_clear()

    def among(self, record: Record) -> Among:
        """How the report stands among the others; one that is not among them stands alone."""
        number = self._number.get(record.source.path)
        if number is None:
            return Among(record, self._settings)

        def said_by(text: str) -> int:
            told = np.array([saying(text, record.meta)], np.uint32)
            return int(self._shelf.sayings.others(told, number)[0])

        return Among(
            record,
            self._settings,
            agencies=self._shelf.agencies,
            said_by=said_by,
            neighbour=self._neighbour(record, number),
        )

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
        for report, others in worth.items():
            if found := self._nearest(report, others):
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
        shelf, own = self._shelf, self._words(report)
        mine = shelf.known[report].fingerprint.sentences
        rows = pairs(mine)
        same_row = np.isin(rows, pairs(shelf.known[other].fingerprint.sentences))
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
            return covered_by(own, self._words(other))
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
