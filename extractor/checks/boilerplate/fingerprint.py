"""What is kept of a report so that others can be held against it without its text.

A sample of its runs of characters, drawn by their numbers: the same run is drawn in every report or
in none, so that what two samples share tells what the reports share, however different their
lengths (MinHash tells likeness only of reports of about one length). And a number for each of its
own sentences, so that it can be counted how many agencies say it.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractor.checks.boilerplate.repeated import OwnWords
from extractor.checks.boilerplate.runs import Hashes, sentence_hash, without_lead
from extractor.checks.boilerplate.wording import plain_words
from extractor.report.record import Meta, Record

Numbers = NDArray[np.uint32]

# One run in eight: some 150 of a report of average length, 600 bytes.
_ONE_IN = 8
_DRAWN = np.uint64(2**64 // _ONE_IN)
_INNER = np.uint64(1)
_SOMEBODY = "某"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    runs: Numbers
    """Sorted. The lowest bit tells that the run lies within one sentence; the others go over from
    one to the next: who shares those has the same sentences in the same order."""
    sentences: Numbers
    """In the report's order."""

    @classmethod
    def of(cls, record: Record) -> Fingerprint:
        own = OwnWords.told_in(record)
        drawn = is_drawn(own.runs)
        numbers = np.unique(short(own.runs[drawn], own.inner[drawn]))
        sayings = [saying(one.text, record.meta) for one in own.sentences]
        return cls(numbers, np.array(sayings, np.uint32))

    @property
    def inner(self) -> Numbers:
        inner: Numbers = self.runs[self.runs & np.uint32(1) == 1]
        return inner

    def packed(self) -> str:
        told = (self.runs, self.sentences)
        return ".".join(b64encode(part.astype("<u4").tobytes()).decode() for part in told)

    @classmethod
    def unpacked(cls, told: str) -> Fingerprint:
        """A ValueError for what was never packed so."""
        parts = told.split(".")
        if len(parts) != 2:
            raise ValueError("no fingerprint")
        try:
            runs, sentences = (
                np.frombuffer(b64decode(part, validate=True), "<u4").astype(np.uint32)
                for part in parts
            )
        except ValueError as error:
            raise ValueError("no fingerprint") from error
        return cls(runs, sentences)


NOTHING = Fingerprint(np.empty(0, np.uint32), np.empty(0, np.uint32))


def saying(text: str, meta: Meta) -> int:
    """The sentence's number: the same whatever its figures, years and number in a list, and
    whatever the agency that says it is called."""
    for name in (meta.agency, meta.region):
        if name:
            text = text.replace(name, _SOMEBODY)
    return sentence_hash(plain_words(without_lead(text)))


def is_drawn(runs: Hashes) -> NDArray[np.bool_]:
    return runs < _DRAWN


def short(runs: Hashes, inner: NDArray[np.bool_]) -> Numbers:
    """The lower half of a run's number, its lowest bit for where the run lies."""
    return ((runs & ~_INNER) | inner.astype(np.uint64)).astype(np.uint32)


def covered_by_sample(own: OwnWords, other: Fingerprint) -> NDArray[np.int64]:
    """`covered_by` for a report of which only the fingerprint is left: as much of each sentence as
    of its drawn runs; less, over the whole, what the draw may have got wrong (one standard
    deviation)."""
    begins = np.flatnonzero(is_drawn(own.runs) & own.inner)
    same = np.isin(short(own.runs[begins], own.inner[begins]), other.inner)
    drawn = np.bincount(own.of[begins], minlength=len(own.words))
    shared = np.bincount(own.of[begins[same]], minlength=len(own.words))
    share = float(same.mean()) if len(same) else 0.0
    sure = 1 - ((1 - share) / share / len(same)) ** 0.5 if share else 0.0
    # A sentence too short to be drawn from is as the whole is.
    each = np.where(drawn > 0, shared / np.maximum(drawn, 1), share)
    return (own.lengths * each * max(0.0, sure)).astype(np.int64)
