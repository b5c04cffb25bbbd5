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
from extractor.language.meant.table import GramTable, Points

VOCABULARY = "vocabulary.json"
WEIGHTS = "weights.npz"
MOST_SHARED = 3
"""More pairs of characters in common than this say no more."""
# Sums of a few thousand products may differ in their last digits from machine to machine.
_DIGITS = 4
_REMEMBERED = 2048


@dataclass(frozen=True, slots=True)
class Both:
    """What nearness alone cannot say: that a measure is on the problem's matter and mends its lack.

    A small network of one hidden layer. It sees where two points agree, where they differ, and both
    of them; `into` holds the weights of these four, one below the other.
    """

    into: Points
    start: Points
    out: Points

    def scores(
        self, rows: NDArray[np.float64], columns: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """A row a problem, a column a measure."""
        one, other = rows[:, np.newaxis], columns[np.newaxis]
        agree, differ, own, others = np.split(self.into.astype(np.float64), 4)
        hidden = (one * other) @ agree + np.abs(one - other) @ differ
        hidden += (rows @ own)[:, np.newaxis] + (columns @ others)[np.newaxis] + self.start
        return np.asarray(np.maximum(hidden, 0.0) @ self.out.astype(np.float64))


@dataclass(slots=True)
class MeantFor:
    """The trained model: a point for each gram as a problem's and as a measure's.

    It is the mean of as many fits as it has networks; their points stand side by side.
    """

    vocabulary: Mapping[str, int]
    problems: GramTable
    measures: GramTable
    both: tuple[Both, ...]
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
        told = self._told(rows.astype(np.float64), columns.astype(np.float64))
        return np.asarray(np.round(told + self.shared * np.array(common) - self.nothing, _DIGITS))

    def _told(self, rows: NDArray[np.float64], columns: NDArray[np.float64]) -> NDArray[np.float64]:
        fits = len(self.both)
        own = zip(
            self.both, np.split(rows, fits, axis=1), np.split(columns, fits, axis=1), strict=True
        )
        total = rows @ columns.T + sum(both.scores(one, other) for both, one, other in own)
        return np.asarray(total / fits)

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
            self._points[key] = table.point(known)
        return self._points[key]

    def save(self, folder: Path) -> None:
        """As plain arrays and JSON: loading runs no code."""
        folder.mkdir(parents=True, exist_ok=True)
        listed = sorted(self.vocabulary, key=self.vocabulary.__getitem__)
        text = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
        (folder / VOCABULARY).write_text(text + "\n", encoding="utf-8")
        np.savez_compressed(
            folder / WEIGHTS,
            **self.problems.stored("problems"),
            **self.measures.stored("measures"),
            both_into=np.stack([both.into for both in self.both]),
            both_start=np.stack([both.start for both in self.both]),
            both_out=np.stack([both.out for both in self.both]),
            numbers=np.array([self.shared, self.nothing]),
            centres=self.centres,
        )

    @classmethod
    def load(cls, folder: Path) -> MeantFor:
        listed = json.loads((folder / VOCABULARY).read_text(encoding="utf-8"))
        with np.load(folder / WEIGHTS, allow_pickle=False) as arrays:
            shared, nothing = map(float, arrays["numbers"])
            networks = (arrays["both_into"], arrays["both_start"], arrays["both_out"])
            return cls(
                {gram: number for number, gram in enumerate(listed)},
                GramTable.loaded(arrays, "problems"),
                GramTable.loaded(arrays, "measures"),
                tuple(Both(*one) for one in zip(*networks, strict=True)),
                shared,
                nothing,
                arrays["centres"],
            )


def _shared(problem: str, measure: str) -> int:
    return min(MOST_SHARED, len(own_pairs(problem) & own_pairs(measure)))
