"""Reports that are like each other altogether: those of one template, by a few of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractor.batch.clusters import Clusters
from extractor.batch.shelf import Shelf, contained, pairs
from extractor.checks.boilerplate.fingerprint import Numbers

# Of a crowd so many are asked, wherever it is larger.
_ASKED = 64
_SURE = 2.0


class Sayers:
    """Who of the asked has a number, of all numbers that any of them has: a row each, a column for
    each of the asked. Looked up once for all of them, not once for each."""

    def __init__(self, numbers: Sequence[Numbers]) -> None:
        flat = np.concatenate(numbers)
        self._known, at = np.unique(flat, return_inverse=True)
        # A last row for what none of them has.
        self._by = np.zeros((len(self._known) + 1, len(numbers)), np.bool_)
        self._by[at, np.repeat(np.arange(len(numbers)), [len(each) for each in numbers])] = True

    def by(self, own: Numbers) -> NDArray[np.bool_]:
        """For each of the own numbers, who has it."""
        at = np.searchsorted(self._known, own)
        at[~contained(own, self._known)] = len(self._known)
        found: NDArray[np.bool_] = self._by[at]
        return found


@dataclass(frozen=True, slots=True)
class Crowd:
    """Reports that hang together by their samples: a few of them, and whose they all are."""

    asked: NDArray[np.int64]
    sentences: Sayers
    rows: Sayers
    """Each two sentences in a row."""
    runs: Sayers
    agencies: int
    whole: bool
    """All of them are asked."""

    @classmethod
    def of(cls, shelf: Shelf, members: Sequence[int]) -> Crowd:
        asked = members[:: max(1, len(members) // _ASKED)]
        prints = [shelf.known[one].fingerprint for one in asked]
        return cls(
            asked=np.array(asked),
            sentences=Sayers([one.sentences for one in prints]),
            rows=Sayers([pairs(one.sentences) for one in prints]),
            runs=Sayers([one.inner for one in prints]),
            agencies=len(np.unique(shelf.agency[list(members)])),
            whole=len(asked) == len(members),
        )


@dataclass(frozen=True, slots=True)
class Near:
    """How many agencies whose reports are like a report altogether say each of its sentences, and
    each two of them in a row: where only some were asked, as many as it may well be."""

    sentences: NDArray[np.float64]
    rows: NDArray[np.float64]


def crowds(shelf: Shelf, alike: Mapping[int, Iterable[int]]) -> dict[int, Crowd]:
    """The crowd in which each report may stand."""
    loose = Clusters(len(shelf.known))
    for report, others in alike.items():
        for other in others:
            loose.link(report, other)
    found: dict[int, Crowd] = {}
    for members in loose.members():
        found |= dict.fromkeys(members, Crowd.of(shelf, members))
    return found


def near(shelf: Shelf, report: int, crowd: Crowd | None, limit: float) -> Near:
    """Who of the crowd has so much of the report, and what they say of it."""
    mine = shelf.known[report].fingerprint
    rows = pairs(mine.sentences)
    if crowd is None or not len(mine.sentences):
        return Near(np.zeros(len(mine.sentences)), np.zeros(len(rows)))
    others = shelf.apart(np.full(len(crowd.asked), report), crowd.asked)
    same = crowd.sentences.by(mine.sentences)
    # By runs, or by sentences whatever their figures.
    like = others & ((_share(same) >= limit) | (_share(crowd.runs.by(mine.inner)) >= limit))
    asked = int(others.sum())
    counted = (same[:, like].sum(1), crowd.rows.by(rows)[:, like].sum(1))
    return Near(*(_at_most(count.astype(np.float64), asked, crowd) for count in counted))


def _share(same: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Of the own numbers, by each of the asked; nothing where there are none."""
    share: NDArray[np.float64] = same.mean(0) if len(same) else np.zeros(same.shape[1])
    return share


def _at_most(count: NDArray[np.float64], asked: int, crowd: Crowd) -> NDArray[np.float64]:
    if not asked or crowd.whole:
        return count
    share = count / asked
    share += _SURE * np.sqrt(share * (1 - share) / asked)
    return np.minimum(share, 1.0) * (crowd.agencies - 1)
