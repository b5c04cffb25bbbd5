"""Hiding runs of characters: what the encoder must guess while it is pretrained."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractor.language.classify.bert_input import MASK, SEP, SPECIAL

# Runs of one to three characters, two on average: words, not single characters, have to be
# guessed. Runs overlap now and then, so the beginnings are a little more than half of the share.
SHARE = 0.15
_BEGINNINGS = 0.081
_RUNS = 3
# As in BERT: of the hidden characters a tenth is shown as it is, a tenth as another one.
_SHOWN, _OTHER = 0.1, 0.1
_MASK, _SEP, _FIRST = SPECIAL.index(MASK), SPECIAL.index(SEP), len(SPECIAL)


@dataclass(frozen=True, slots=True)
class Hidden:
    """A batch with runs hidden: what is shown, where the hidden stand, and what they were."""

    shown: NDArray[np.int64]
    segments: NDArray[np.int64]
    places: NDArray[np.int64]
    answers: NDArray[np.int64]


def hide(rows: NDArray[np.int32], rng: np.random.Generator, size: int) -> Hidden:
    """Hides in every row; the special numbers are never hidden. `size` is the vocabulary's."""
    begins = rng.random(rows.shape) < _BEGINNINGS
    lengths = rng.integers(1, _RUNS + 1, rows.shape)
    hidden = begins.copy()
    for more in range(1, _RUNS):
        hidden[:, more:] |= (begins & (lengths > more))[:, :-more]
    hidden &= rows >= _FIRST
    chance = rng.random(rows.shape)
    others = rng.integers(_FIRST, size, rows.shape)
    shown = np.where(hidden & (chance >= _SHOWN + _OTHER), _MASK, rows)
    shown = np.where(hidden & (chance < _OTHER), others, shown).astype(np.int64)
    places = np.flatnonzero(hidden).astype(np.int64)
    return Hidden(shown, _segments(rows), places, rows.reshape(-1)[places].astype(np.int64))


def _segments(rows: NDArray[np.int32]) -> NDArray[np.int64]:
    """The first line is segment A, what follows B: as place and words will be."""
    closed = rows == _SEP
    behind = (np.cumsum(closed, axis=1) - closed) > 0
    return np.asarray(behind, dtype=np.int64)
