"""A point for each gram, a byte a number: a quarter of what floats would be, in memory too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float32]
_BYTE = 127


@dataclass(frozen=True, slots=True)
class GramTable:
    """Each row has its own step; a number is wrong by half of it at most, and scores by hundredths.

    What is made from floats is rounded at once, so that a model tried out decides like the one that
    is loaded.
    """

    numbers: NDArray[np.int8]
    steps: Points

    @classmethod
    def of(cls, points: Points) -> GramTable:
        steps = np.abs(points).max(axis=1, keepdims=True) / _BYTE
        steps[steps == 0] = 1.0
        return cls(np.round(points / steps).astype(np.int8), steps.astype(np.float32))

    @classmethod
    def loaded(cls, arrays: Mapping[str, Any], name: str) -> GramTable:
        return cls(arrays[name], arrays[f"{name}_steps"])

    def stored(self, name: str) -> dict[str, Any]:
        return {name: self.numbers, f"{name}_steps": self.steps}

    def rows(self, grams: Sequence[int] | slice = slice(None)) -> Points:
        """The points of these grams, or of all."""
        return self.numbers[grams] * self.steps[grams]

    def point(self, grams: Sequence[int]) -> Points:
        """Of a text with these grams: their sum, which does not grow with the text's length."""
        total = self.rows(grams).sum(axis=0) / np.sqrt(max(1, len(grams)))
        return np.asarray(total, dtype=np.float32)
