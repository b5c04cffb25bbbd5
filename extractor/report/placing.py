"""Rows of table three whose label was lost: placed only if their neighbours leave no choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from extractor.report.forms import APPLICATION_ROWS, squash

# A garbled label (a lost or swapped character or two) still shares most of its characters with
# the row's own; a foreign row's label shares hardly any.
_MIN_LIKENESS = 0.6

_ORDER = [row.key for row in APPLICATION_ROWS]
_ROWS = {row.key: row for row in APPLICATION_ROWS}


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A row with figures but without a label that names one row."""

    word: str
    index: int


def place_by_neighbours(order: Sequence[str | Unplaced]) -> Mapping[int, str]:
    """Index → row key, for the runs of unplaced rows that exactly fill the gap they stand in."""
    found: dict[int, str] = {}
    known = {item for item in order if isinstance(item, str)}
    run: list[Unplaced] = []
    before: str | None = None
    for item in order:
        if isinstance(item, Unplaced):
            run.append(item)
            continue
        if run and before is not None:
            found |= _fill(before, item, run, known)
        run, before = [], item
    return found


def _fill(before: str, after: str, run: Sequence[Unplaced], known: set[str]) -> dict[int, str]:
    if before not in _ORDER or after not in _ORDER:
        return {}
    gap = list(_ORDER[_ORDER.index(before) + 1 : _ORDER.index(after)])
    if len(gap) != len(run) or known & set(gap):
        return {}
    # A label of which nothing is left does not speak against the row.
    if not all(
        not item.word or resembles(item.word, key) for item, key in zip(run, gap, strict=True)
    ):
        return {}
    return {item.index: key for item, key in zip(run, gap, strict=True)}


def resembles(word: str, key: str) -> bool:
    """Whether a squashed label may be the row's own, garbled."""
    label = squash(_ROWS[key].label)
    return SequenceMatcher(None, word, label, autojunk=False).ratio() >= _MIN_LIKENESS
