"""Reports that are like each other altogether: those of one template, by a few of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractor.batch.clusters import Clusters
from extractor.batch.shelf import Shelf, contained, pairs
from extractor.checks.boilerplate.fingerprint import Numbers

# Of a crowd so many are asked, wherever it is larger.
_ASKED = 64
_SURE = 2.0


@dataclass(frozen=True, slots=True)
class Member:
    report: int
    sentences: Numbers
    """Sorted."""
    rows: Numbers
    """Each two sentences in a row, sorted."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Reports that hang together by their samples: a few of them, and whose they all are."""

    asked: tuple[Member, ...]
    agencies: int
    whole: bool
    """All of them are asked."""


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
        agencies = len(np.unique(shelf.agency[members]))
        asked = members[:: max(1, len(members) // _ASKED)]
        crowd = Crowd(
            tuple(_member(shelf, one) for one in asked), agencies, len(asked) == len(members)
        )
        found |= dict.fromkeys(members, crowd)
    return found


def near(shelf: Shelf, report: int, crowd: Crowd | None, limit: float) -> Near:
    """Who of the crowd has so much of the report, and what they say of it."""
    mine = shelf.known[report].fingerprint.sentences
    rows = pairs(mine)
    told = Near(np.zeros(len(mine)), np.zeros(len(rows)))
    if crowd is None:
        return told
    asked = np.array([one.report for one in crowd.asked])
    apart = shelf.apart(np.full(len(asked), report), asked)
    others = [one for one, other in zip(crowd.asked, apart, strict=True) if other]
    for one in others:
        same = contained(mine, one.sentences)
        # By runs, or by sentences whatever their figures.
        if same.mean() >= limit or shelf.likeness(report, one.report) >= limit:
            told.sentences[:] += same
            told.rows[:] += contained(rows, one.rows)
    return Near(*(_at_most(count, len(others), crowd) for count in (told.sentences, told.rows)))


def _at_most(count: NDArray[np.float64], asked: int, crowd: Crowd) -> NDArray[np.float64]:
    if not asked or crowd.whole:
        return count
    share = count / asked
    share += _SURE * np.sqrt(share * (1 - share) / asked)
    return np.minimum(share, 1.0) * (crowd.agencies - 1)


def _member(shelf: Shelf, report: int) -> Member:
    said = shelf.known[report].fingerprint.sentences
    return Member(report, np.sort(said), np.sort(pairs(said)))
