"""What became of findings since an earlier run: they remain, are new, or are mended."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from extractor.decisions.model import MUTES
from extractor.report.record import Flag


def standing(flags: Iterable[Flag]) -> list[Flag]:
    """Not what a reviewer refuted."""
    return [flag for flag in flags if flag.verdict != MUTES]


@dataclass(frozen=True, slots=True)
class Since:
    """Findings of now by whether the earlier run had them; a finding is known by its number."""

    remaining: list[Flag]
    new: list[Flag]


def since(now: Iterable[Flag], before: Collection[str]) -> Since:
    told = Since([], [])
    for flag in now:
        (told.remaining if flag.id in before else told.new).append(flag)
    return told


def mended(before: Iterable[Flag], now: Iterable[Flag]) -> list[Flag]:
    """What the earlier run had and this one has no more."""
    ids = {flag.id for flag in now}
    return [flag for flag in before if flag.id not in ids]
