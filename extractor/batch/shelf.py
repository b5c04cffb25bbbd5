"""The fingerprints of many reports side by side, as flat arrays: who shares what with whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from extractor.checks.boilerplate.fingerprint import Fingerprint, Numbers
from extractor.report.identity.places import parsed
from extractor.roster.names import plain, shortened
from extractor.roster.one_agency import Agencies, without_above

Ints = NDArray[np.int64]
N = TypeVar("N", bound=np.unsignedinteger[Any])

# Of those who share a run only so many are asked, the first: of a template's thousands of reports
# each then meets the same few, which stand for all.
_ASKED = 12
# So many partners by shared runs, and as many by rare ones, go on to be compared.
_PARTNERS = 4
# A single run in common is anybody's.
_IN_COMMON = 3
_AT_ONCE = 1000
_SPREAD = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F))


@dataclass(frozen=True, slots=True)
class Shelved:
    """A report that others are held against."""

    path: str
    region: str | None
    agency: str | None
    year: int | None
    sha256: str | None
    fingerprint: Fingerprint
    known_as: str | None = None
    """The agency's name in the roster, under whichever of its names it reports."""


class Shelf:
    """Reports by their number, in the order given."""

    def __init__(self, known: Sequence[Shelved]) -> None:
        self.known = known
        prints = [one.fingerprint for one in known]
        self._runs, self._run_at = _joined([one.runs for one in prints])
        names: dict[str, int] = {}
        regions: dict[str, int] = {}
        files: dict[str, int] = {}
        agencies = Agencies()
        for one in known:
            agencies.add(one.region, one.known_as or one.agency)
        # A report of nobody knows whom is its own agency: its path begins with no agency's name.
        self._name = _numbered(names, [_name(one, agencies) for one in known])
        # 县水利局 of nobody knows which county: in another year it may be 岚溪县水利局 itself.
        self._bare = _numbered(names, [_bare(one) for one in known])
        self._year = np.array([one.year or 0 for one in known], np.int64)
        self._region = _numbered(regions, [one.region for one in known])
        self._file = _numbered(files, [one.sha256 for one in known])
        self.agency = self._name * (len(regions) + 1) + self._region + 1
        self.agencies = len(np.unique(self.agency))
        self.sayings = Sayings([one.sentences for one in prints], self.agency)
        self.pairs = Sayings([pairs(one.sentences) for one in prints], self.agency)

    def apart(self, one: Ints, other: Ints) -> NDArray[np.bool_]:
        """Reports of different agencies, and not one file. A name without its region may be
        anybody's of this name."""
        regions = (self._region[one], self._region[other])
        unknown = (regions[0] < 0) | (regions[1] < 0)
        same = (self._name[one] == self._name[other]) & ((regions[0] == regions[1]) | unknown)
        same |= (
            unknown
            & (self._bare[one] == self._bare[other])
            & (self._year[one] != self._year[other])
        )
        copies = (self._file[one] == self._file[other]) & (self._file[one] >= 0)
        apart: NDArray[np.bool_] = ~(same | copies)
        return apart

    def likeness(self, one: int, other: int) -> float:
        """The share of the one's runs that the other has, by their samples."""
        own, theirs = self.known[one].fingerprint.inner, self.known[other].fingerprint.inner
        return float(contained(own, theirs).mean()) if len(own) else 0.0

    def said_alike(self, one: int, other: int) -> float:
        """The share of the one's sentences that the other says with whatever figures: a template
        with each department's own figures has hardly a run of characters left."""
        own, theirs = (self.known[at].fingerprint.sentences for at in (one, other))
        return float(contained(own, np.sort(theirs)).mean()) if len(own) else 0.0

    def partners(self, count: int) -> Iterator[tuple[int, list[int]]]:
        """Each of the first `count` reports with those it may repeat; never all pairs of those
        who share a run, so that time grows with the reports, not with their square."""
        order = np.argsort(self._runs, kind="stable")
        sorted_runs = self._runs[order]
        begins = np.flatnonzero(np.diff(sorted_runs, prepend=~sorted_runs[:1]))
        sizes = np.diff(begins, append=len(sorted_runs))
        owner = np.repeat(np.arange(len(self.known), dtype=np.int32), np.diff(self._run_at))
        shared_by = np.empty(len(order), np.int32)
        shared_by[order] = np.repeat(sizes, sizes)
        begin = np.empty(len(order), np.int32)
        begin[order] = np.repeat(begins, sizes)
        members = owner[order]
        del order, sorted_runs
        for first in range(0, count, _AT_ONCE):
            last = min(first + _AT_ONCE, count)
            runs = slice(self._run_at[first], self._run_at[last])
            many = shared_by[runs] > 1
            entries = _Entries(owner[runs][many], begin[runs][many], shared_by[runs][many])
            yield from self._chosen(*entries.met(members), first, last)

    def _chosen(
        self, own: Ints, other: Ints, rarity: NDArray[np.float64], first: int, last: int
    ) -> Iterator[tuple[int, list[int]]]:
        key = own * len(self.known) + other
        order = np.argsort(key, kind="stable")
        key = key[order]
        begins = np.flatnonzero(np.diff(key, prepend=-1))
        if not len(begins):
            return
        own, other = np.divmod(key[begins], len(self.known))
        by_count = np.diff(begins, append=len(key)).astype(np.float64)
        told = self.apart(own, other) & (by_count >= _IN_COMMON)
        by_rarity = np.add.reduceat(rarity[order], begins).round(9)[told]
        own, other, by_count = own[told], other[told], by_count[told]
        best = _best(own, other, by_rarity) | _best(own, other, by_count)
        own, other = own[best], other[best]
        bounds = np.searchsorted(own, np.arange(first, last + 1))
        for report in range(first, last):
            found = other[bounds[report - first] : bounds[report - first + 1]]
            if len(found):
                yield report, found.tolist()


@dataclass(frozen=True, slots=True)
class _Entries:
    """Runs of some reports: whose, where those who share the run begin, and how many they are."""

    own: NDArray[np.int32]
    begin: NDArray[np.int32]
    shared_by: NDArray[np.int32]

    def met(self, members: NDArray[np.int32]) -> tuple[Ints, Ints, NDArray[np.float64]]:
        """The run's owner, each one asked, and how rare the run is."""
        asked = np.minimum(self.shared_by, _ASKED)
        within = np.arange(asked.sum()) - np.repeat(np.cumsum(asked) - asked, asked)
        other = members[np.repeat(self.begin, asked) + within].astype(np.int64)
        rarity = np.repeat(1.0 / self.shared_by, asked)
        return np.repeat(self.own, asked).astype(np.int64), other, rarity


class Sayings:
    """How many agencies say a sentence, or two in a row."""

    def __init__(self, numbers: Sequence[Numbers], agency: Ints) -> None:
        flat, at = _joined(numbers)
        _, dense = np.unique(agency, return_inverse=True)
        self._dense = dense.astype(np.uint64)
        who = np.repeat(self._dense, np.diff(at))
        self._said = np.unique((flat.astype(np.uint64) << np.uint64(32)) | who)

    def others(self, numbers: Numbers, report: int) -> Ints:
        """For each number, how many agencies other than the report's own."""
        begin = numbers.astype(np.uint64) << np.uint64(32)
        low = np.searchsorted(self._said, begin)
        high = np.searchsorted(self._said, begin | np.uint64(0xFFFFFFFF), side="right")
        own = begin | self._dense[report]
        mine = np.searchsorted(self._said, own, side="right") - np.searchsorted(self._said, own)
        others: Ints = (high - low - mine).astype(np.int64)
        return others


def _name(one: Shelved, agencies: Agencies) -> str:
    agency = one.known_as or one.agency
    return agencies.of(one.region, agency) if agency else f"\0{one.path}"


def _bare(one: Shelved) -> str:
    """县水利局, of 岚溪县水利局 too."""
    if one.agency is None:
        return f"\0{one.path}"
    if one.region is None or not parsed(plain(one.agency)).places:
        return plain(one.agency)
    name = without_above(one.agency, one.region)
    return next(iter(shortened(name)), name)


def pairs(sentences: Numbers) -> Numbers:
    """A number for each two sentences in a row."""
    one, other = sentences[:-1].astype(np.uint64), sentences[1:].astype(np.uint64)
    mixed = (one + np.uint64(1)) * _SPREAD[0] ^ (other + np.uint64(1)) * _SPREAD[1]
    return (mixed >> np.uint64(32)).astype(np.uint32)


def contained(own: NDArray[N], theirs: NDArray[N]) -> NDArray[np.bool_]:
    """Which of the own numbers are among the others, which are sorted."""
    if not len(theirs):
        return np.zeros(len(own), np.bool_)
    at = np.searchsorted(theirs, own)
    at[at == len(theirs)] = 0
    same: NDArray[np.bool_] = theirs[at] == own
    return same


def _joined(parts: Sequence[Numbers]) -> tuple[Numbers, Ints]:
    at = np.zeros(len(parts) + 1, np.int64)
    np.cumsum([len(part) for part in parts], out=at[1:])
    return np.concatenate([*parts, np.empty(0, np.uint32)]), at


def _numbered(numbers: dict[str, int], values: Sequence[str | None]) -> Ints:
    """-1 for None."""
    told = (-1 if value is None else numbers.setdefault(value, len(numbers)) for value in values)
    return np.fromiter(told, np.int64, len(values))


def _best(own: Ints, other: Ints, weight: NDArray[np.float64]) -> NDArray[np.bool_]:
    """The few heaviest of each report; the first where they weigh the same."""
    order = np.lexsort((other, -weight, own))
    begins = np.searchsorted(own, own)
    best = np.zeros(len(own), np.bool_)
    best[order] = np.arange(len(own)) - begins < _PARTNERS
    return best
