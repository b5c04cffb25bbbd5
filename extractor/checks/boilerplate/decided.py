"""A decision learned with scikit-learn, as plain numbers: loading it runs no code.

Walking down the trees of a gradient boosting is all that is left to do, so that the product needs
neither pickles nor a converter; a test holds it to what scikit-learn says.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extractor.language.classify.shipped import shipped_folder, shipped_manifest

KIND = "unanswered"
TREES = "trees.json"
_NAME = "unanswered"
_LEAF = -1


@dataclass(frozen=True, slots=True)
class Tree:
    """Nodes by number; a leaf has no children and a value."""

    feature: Sequence[int]
    threshold: Sequence[float]
    left: Sequence[int]
    right: Sequence[int]
    value: Sequence[float]

    def reached(self, row: NDArray[np.float64]) -> float:
        node = 0
        while self.left[node] != _LEAF:
            goes_left = row[self.feature[node]] <= self.threshold[node]
            node = self.left[node] if goes_left else self.right[node]
        return self.value[node]


@dataclass(frozen=True, slots=True)
class Decided:
    """The sum of what all trees say, as logarithm of odds."""

    start: float
    pace: float
    names: Sequence[str]
    trees: Sequence[Tree]

    def probabilities(self, table: NDArray[np.float64]) -> list[float]:
        # The trees were grown on numbers of this size; a threshold lies between two of them.
        rows = table.astype(np.float32).astype(np.float64)
        sums = (
            self.start + self.pace * sum(tree.reached(row) for tree in self.trees) for row in rows
        )
        return [1 / (1 + exp(-total)) for total in sums]

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        trees = [
            [list(tree.feature), list(tree.threshold), list(tree.left), list(tree.right),
             list(tree.value)]
            for tree in self.trees
        ]  # fmt: skip
        told = {"start": self.start, "pace": self.pace, "names": list(self.names), "trees": trees}
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        (folder / TREES).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Decided:
        told = json.loads((folder / TREES).read_text(encoding="utf-8"))
        trees = [Tree(*columns) for columns in told["trees"]]
        return cls(told["start"], told["pace"], told["names"], trees)

    @classmethod
    def shipped(cls) -> Decided:
        return _shipped()


def manifest() -> dict[str, Any]:
    """Its files must be as they were when they were written."""
    return shipped_manifest(_NAME, KIND)


@lru_cache(maxsize=1)
def _shipped() -> Decided:
    manifest()
    return Decided.load(shipped_folder(_NAME))
