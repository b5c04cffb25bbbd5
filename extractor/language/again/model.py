"""Problems as points: the nearer two of them, the likelier one is the other told again.

`meant` knows what a problem is about, for it learned which measures meet it. The same column may
lack freshness one year and completeness the next; this model starts from what `meant` knows and
has learned to tell such lacks apart.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from extractor.language.classify.shipped import shipped_folder, shipped_manifest
from extractor.language.meant.grams import grams, own_pairs
from extractor.language.meant.table import GramTable, Points

KIND = "told-again"
VOCABULARY = "vocabulary.json"
WEIGHTS = "weights.npz"
MOST_SHARED = 4
"""More pairs of characters in common than this say no more."""
_NAME = "again"
# Sums of a few thousand products may differ in their last digits from machine to machine.
_DIGITS = 4
_REMEMBERED = 2048
_TINY = 1e-6


@dataclass(slots=True)
class ToldAgain:
    """The trained model."""

    vocabulary: Mapping[str, int]
    points: GramTable
    """A point for each gram."""
    centre: Points
    """What all problems are like."""
    scale: float
    shared: float
    """The weight of a pair of characters in common."""
    nothing: float
    """What a problem must exceed to be any told before."""
    weighs: tuple[float, ...] = ()
    """How much B507 gives for each of its numbers, of which the score is the last."""
    at_nought: float = 0.0
    _points: dict[str, Points] = field(default_factory=dict)

    def score(self, one: str, other: str) -> float:
        """The logarithm of the odds that one is the other told again rather than none."""
        near = float(self._point(one).astype(np.float64) @ self._point(other).astype(np.float64))
        common = min(MOST_SHARED, len(own_pairs(one) & own_pairs(other)))
        return round(self.scale * near + self.shared * common - self.nothing, _DIGITS)

    def _point(self, text: str) -> Points:
        if text not in self._points:
            if len(self._points) >= _REMEMBERED:
                self._points.clear()
            known = [self.vocabulary[gram] for gram in grams(text) if gram in self.vocabulary]
            total = self.points.point(known) - self.centre
            self._points[text] = total / (np.linalg.norm(total) + _TINY)
        return self._points[text]

    def save(self, folder: Path) -> None:
        """As plain arrays and JSON: loading runs no code."""
        folder.mkdir(parents=True, exist_ok=True)
        listed = sorted(self.vocabulary, key=self.vocabulary.__getitem__)
        text = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
        (folder / VOCABULARY).write_text(text + "\n", encoding="utf-8")
        np.savez_compressed(
            folder / WEIGHTS,
            **self.points.stored("points"),
            centre=self.centre,
            numbers=np.array([self.scale, self.shared, self.nothing, self.at_nought]),
            weighs=np.array(self.weighs),
        )

    @classmethod
    def load(cls, folder: Path) -> ToldAgain:
        listed = json.loads((folder / VOCABULARY).read_text(encoding="utf-8"))
        with np.load(folder / WEIGHTS, allow_pickle=False) as arrays:
            scale, shared, nothing, at_nought = map(float, arrays["numbers"])
            return cls(
                {gram: number for number, gram in enumerate(listed)},
                GramTable.loaded(arrays, "points"),
                arrays["centre"],
                scale,
                shared,
                nothing,
                tuple(map(float, arrays["weighs"])),
                at_nought,
            )


def manifest() -> dict[str, Any]:
    """Its files must be as they were when they were written."""
    return shipped_manifest(_NAME, KIND)


@lru_cache(maxsize=1)
def shipped() -> ToldAgain:
    """The model that ships with the product."""
    manifest()
    return ToldAgain.load(shipped_folder(_NAME))
