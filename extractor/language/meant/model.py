"""A problem and a measure as points in one space: the nearer, the likelier they belong together.

没人专干 is met by 定岗定人, 看不懂 by 图解: no word in common, and yet one is meant for the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractor.language.meant.grams import grams, own_pairs

VOCABULARY = "vocabulary.json"
WEIGHTS = "weights.npz"
MOST_SHARED = 3
"""More pairs of characters in common than this say no more."""
# Sums of a few thousand products may differ in their last digits from machine to machine.
_DIGITS = 4
_REMEMBERED = 2048
_BYTE = 127

Points = NDArray[np.float32]


@dataclass(slots=True)
class MeantFor:
    """The trained model: a point for each gram as a problem's and as a measure's."""

    vocabulary: Mapping[str, int]
    problems: Points
    measures: Points
    shared: float
    """The weight of a pair of characters in common."""
    nothing: float
    """What a measure must exceed to be meant for any problem at all."""
    centres: Points
    """The means of the problems and of the measures that it learned from: what all are like."""
    _points: dict[tuple[bool, str], Points] = field(default_factory=dict)

    def scores(self, problems: Sequence[str], measures: Sequence[str]) -> NDArray[np.float64]:
        """A row a problem, a column a measure: the logarithm of the odds that the measure is meant
        for the problem rather than for none."""
        if not problems or not measures:
            return np.zeros((len(problems), len(measures)))
        rows = np.stack([self._point(text, of_problem=True) for text in problems])
        columns = np.stack([self._point(text, of_problem=False) for text in measures])
        common = [[_shared(problem, measure) for measure in measures] for problem in problems]
        near = rows.astype(np.float64) @ columns.astype(np.float64).T
        return np.asarray(np.round(near + self.shared * np.array(common) - self.nothing, _DIGITS))

    def score(self, problem: str, measure: str) -> float:
        return float(self.scores([problem], [measure])[0, 0])

    def alike(self, one: str, other: str, *, problems: bool = True) -> float:
        """How far two problems want the same measures, or two measures mend the same problems: from
        -1 to 1, told in whatever words."""
        centre = self.centres[0 if problems else 1]
        a, b = (self._point(text, of_problem=problems) - centre for text in (one, other))
        length = float(np.linalg.norm(a) * np.linalg.norm(b))
        return round(float(a @ b) / length, _DIGITS) if length else 0.0

    def centred(self, problems: Iterable[str], measures: Iterable[str]) -> MeantFor:
        """The same with the means of these texts as centres."""
        points = (
            [self._point(text, of_problem=True) for text in problems],
            [self._point(text, of_problem=False) for text in measures],
        )
        return replace(self, centres=np.stack([np.mean(one, axis=0) for one in points]), _points={})

    def _point(self, text: str, *, of_problem: bool) -> Points:
        key = of_problem, text
        if key not in self._points:
            if len(self._points) >= _REMEMBERED:
                self._points.clear()
            table = self.problems if of_problem else self.measures
            known = [self.vocabulary[gram] for gram in grams(text) if gram in self.vocabulary]
            total = table[known].sum(axis=0) / np.sqrt(max(1, len(known)))
            self._points[key] = np.asarray(total, dtype=np.float32)
        return self._points[key]

    def save(self, folder: Path) -> None:
        """As plain arrays and JSON: loading runs no code."""
        folder.mkdir(parents=True, exist_ok=True)
        listed = sorted(self.vocabulary, key=self.vocabulary.__getitem__)
        text = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
        (folder / VOCABULARY).write_text(text + "\n", encoding="utf-8")
        problems, measures = _in_bytes(self.problems), _in_bytes(self.measures)
        np.savez_compressed(
            folder / WEIGHTS,
            problems=problems[0],
            problem_steps=problems[1],
            measures=measures[0],
            measure_steps=measures[1],
            numbers=np.array([self.shared, self.nothing]),
            centres=self.centres,
        )

    @classmethod
    def load(cls, folder: Path) -> MeantFor:
        listed = json.loads((folder / VOCABULARY).read_text(encoding="utf-8"))
        with np.load(folder / WEIGHTS, allow_pickle=False) as arrays:
            shared, nothing = map(float, arrays["numbers"])
            return cls(
                {gram: number for number, gram in enumerate(listed)},
                arrays["problems"] * arrays["problem_steps"],
                arrays["measures"] * arrays["measure_steps"],
                shared,
                nothing,
                arrays["centres"],
            )


def _in_bytes(points: Points) -> tuple[NDArray[np.int8], Points]:
    """A byte a number, and each row's step: a quarter of the size, and scores move by hundredths at
    most."""
    steps = np.abs(points).max(axis=1, keepdims=True) / _BYTE
    steps[steps == 0] = 1.0
    return np.round(points / steps).astype(np.int8), steps.astype(np.float32)


def _shared(problem: str, measure: str) -> int:
    return min(MOST_SHARED, len(own_pairs(problem) & own_pairs(measure)))
