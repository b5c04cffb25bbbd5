"""How likely each named problem has no measure: what speaks for and against it, in numbers.

Place, number and words speak in `unanswered` and `measures_told`; sense speaks through the model of
`language.meant`. How much each counts was learned from development sections with a measure struck
out or exchanged (`python -m evaluation.unanswered`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import exp

import numpy as np
from numpy.typing import NDArray

from extractor.checks.boilerplate.citing import cited
from extractor.checks.boilerplate.decided import Decided
from extractor.checks.boilerplate.issues_told import ToldProblem
from extractor.checks.boilerplate.likeness import likeness
from extractor.checks.boilerplate.measures_told import Measure, unmet_by_words
from extractor.checks.boilerplate.unanswered import Unit, left_by_place, units_of
from extractor.language.meant import MeantFor, shipped

Numbers = NDArray[np.float64]
NAMES = (
    "best", "uncovered", "margin", "best part", "own block", "has own block", "by turns",
    "own to spare", "in place", "as many", "fewer", "more", "difference", "real difference",
    "problems", "only slogans", "last", "second best", "worst measure", "left by place",
    "left by words", "likeness", "all left by place", "all left by words", "likeness in place",
    "in order", "most in order", "ahead in order", "cited", "others cited", "citing",
    "others met", "spare", "best spare", "spare words", "spare anywhere",
)  # fmt: skip
# Chosen by the sections of `evaluation/left_alone/dev-*`: lower ones find few more of the problems
# left alone, and tell more of the whole sections wrongly.
_ALONE, _WITH_PLACE = 0.87, 0.82
_ABSENT = -6.0
_FAR = -4.0
"""What stands behind a problem is not meant for it."""
_A_PART = 5
_TWO = 2
_MANY_PROBLEMS, _MANY_MEASURES = 8, 10
# Of the walk through the measures, as logarithms of odds.
_SENSE, _WORDS = 0.9, 0.3
_TWICE, _BACKWARDS = 3.0, 2.0
_BEHIND, _IN_PLACE = 1.5, 0.7
_LIMIT = 30.0
_TINY = 1e-6


def left_over(problems: Sequence[ToldProblem], measures: Sequence[Measure]) -> list[int]:
    """The problems that surely have no measure; where place and number say so, less is enough."""
    table = features(problems, measures)
    return decided(table, odds_of_none(problems, measures, table)) if len(table) else []


def decided(table: Numbers, odds: Sequence[float]) -> list[int]:
    """The rows whose odds are enough; half of the problems at most, or all was misunderstood."""
    by_place = table[:, NAMES.index("left by place")] > 0
    enough = np.where(by_place, _WITH_PLACE, _ALONE)
    left = [i for i, odd in enumerate(odds) if odd >= enough[i] or _left_by_all(table[i])]
    return left if 2 * len(left) <= len(odds) else []


def _left_by_all(row: Numbers) -> bool:
    """Place and words leave it alone and no other, and by sense what stands behind it is far from
    it: then it does not matter what sense makes of measures that stand elsewhere."""
    told = dict(zip(NAMES, row.tolist(), strict=True))
    alone = told["left by place"] > 0 and told["all left by place"] == 1
    return bool(alone and told["left by words"] and told["by turns"] and told["own block"] <= _FAR)


def odds_of_none(
    problems: Sequence[ToldProblem], measures: Sequence[Measure], table: Numbers | None = None
) -> list[float]:
    """For each problem the learned probability that no measure is meant for it."""
    table = features(problems, measures) if table is None else table
    return Decided.shipped().probabilities(table) if len(table) else [0.0] * len(problems)


def features(
    problems: Sequence[ToldProblem], measures: Sequence[Measure], model: MeantFor | None = None
) -> Numbers:
    """A row a problem, a column each of NAMES; no rows where nothing can be weighed."""
    model = model or shipped()
    words = [problem.words for problem in problems]
    if len(words) < _TWO:
        return np.zeros((0, len(NAMES)))
    units = units_of([one for one in measures if one.answers or not one.last_years], words)
    if not units:
        return np.zeros((0, len(NAMES)))
    by_place = left_by_place(problems, measures)
    place = [-1.0 if by_place is None else float(i in by_place) for i in range(len(words))]
    by_words = {id(problem) for problem in unmet_by_words(problems, measures)}
    said = [float(id(problem) in by_words) for problem in problems]
    sense = model.scores(words, [unit.text for unit in units])
    alike = np.array([[likeness(word, unit.text) for unit in units] for word in words])
    layout = _Layout(units, len(words))
    citing = cited(words, [unit.text for unit in units])
    order = _in_order(_SENSE * sense + _WORDS * alike, layout)
    rows = [
        [
            *_by_sense(i, words[i], sense, units, model),
            *layout.told(i, sense[i]),
            *_more_by_sense(i, sense),
            place[i],
            said[i],
            float(alike[i].max()),
            sum(place),
            sum(said),
            float(alike[i, i]) if len(units) == len(words) else -1.0,
            order[i],
            max(order),
            order[i] - max(np.delete(order, i)),
            *citing[i],
            *_spare(i, sense, alike),
        ]
        for i in range(len(words))
    ]
    return np.array(rows)


def _by_sense(
    i: int, word: str, sense: Numbers, units: Sequence[Unit], model: MeantFor
) -> list[float]:
    others = np.maximum(np.delete(sense, i, 0).max(0), 0.0)
    share = _shares(sense)[i]
    parts = [_parts(unit.text) for unit in units]
    by_part = [
        float(model.scores([word], own)[0].max()) if len(own) > 1 else float(sense[i, j])
        for j, own in enumerate(parts)
    ]
    uncovered = float(np.log(1 - np.minimum(share, 0.999)).sum())
    return [float(sense[i].max()), uncovered, float((sense[i] - others).max()), max(by_part)]


def _more_by_sense(i: int, sense: Numbers) -> list[float]:
    ranked = np.sort(sense[i])
    return [float(ranked[-2]) if len(ranked) > 1 else _ABSENT, float(sense.max(0).min())]


def _spare(i: int, sense: Numbers, alike: Numbers) -> list[float]:
    """Measures that none of the other problems claims: how near the nearest is to this one."""
    others = np.delete(sense, i, 0).max(0)
    spare = others < 0
    met = float(np.delete(sense, i, 0).max(1).min())
    if not spare.any():
        return [met, 0.0, _ABSENT, 0.0, _ABSENT]
    own = sense[i, spare]
    return [
        met,
        float(spare.sum()),
        float(own.max()),
        float(alike[i, spare].max()),
        float(sense[:, spare].max()),
    ]


def _shares(sense: Numbers) -> Numbers:
    """Each measure's probability of being meant for each problem, the rest for none."""
    powers = np.exp(np.clip(sense, -_LIMIT, _LIMIT))
    return np.asarray(powers / (1.0 + powers.sum(0)))


def _parts(text: str) -> list[str]:
    return [part for part in re.split("[，；]", text) if len(part) >= _A_PART]


class _Layout:
    """Where measures stand: each behind its problem, or in a list behind all."""

    def __init__(self, units: Sequence[Unit], problems: int) -> None:
        ends = sorted({unit.behind for unit in units} - {0})
        self.units, self.problems = units, problems
        self.by_turns = len(ends) > 1 or (bool(ends) and ends[0] < problems)
        self._starts = dict(zip(ends, [0, *ends], strict=False))

    def stands_behind(self, i: int, unit: Unit) -> bool:
        return self.by_turns and self._starts.get(unit.behind, unit.behind) <= i < unit.behind

    def told(self, i: int, sense: Numbers) -> list[float]:
        count = len(self.units)
        own = [j for j, unit in enumerate(self.units) if self.stands_behind(i, unit)]
        sizes = [self.units[j].behind - self._starts[self.units[j].behind] for j in own]
        real = sum(not unit.stock for unit in self.units)
        listed = not self.by_turns
        return [
            max((float(sense[j]) for j in own), default=_ABSENT),
            float(bool(own)),
            float(self.by_turns),
            float(len(own) - min(sizes, default=0)),
            float(sense[i]) if listed and count == self.problems else _ABSENT,
            float(listed and count == self.problems),
            float(listed and count < self.problems),
            float(listed and count > self.problems),
            float(count - self.problems),
            float(real - self.problems),
            float(self.problems),
            float(bool(own) and all(self.units[j].stock for j in own)),
            float(i == self.problems - 1),
        ]


def _in_order(fit: Numbers, layout: _Layout) -> list[float]:
    """Logarithms of the odds that a walk through the measures, each for one problem or none, leaves
    the problem out: going back to an earlier problem is rare, meeting one twice rarer."""
    problems, measures = fit.shape
    if problems > _MANY_PROBLEMS or measures > _MANY_MEASURES:
        return [0.0] * problems
    states: dict[tuple[int, int], float] = {(0, -1): 1.0}
    for j, unit in enumerate(layout.units):
        onward: dict[tuple[int, int], float] = dict(states)
        for (met, last), weight in states.items():
            for i in range(problems):
                value = float(fit[i, j])
                value += _BEHIND if layout.stands_behind(i, unit) else 0.0
                value += _IN_PLACE if i == j and _side_by_side(layout) else 0.0
                value -= (_TWICE if met >> i & 1 else 0.0) + (_BACKWARDS if i < last else 0.0)
                key = met | 1 << i, max(i, last)
                onward[key] = onward.get(key, 0.0) + weight * exp(min(_LIMIT, value))
        total = sum(onward.values())
        states = {key: weight / total for key, weight in onward.items()}
    return [
        _log_odds(sum(w for (met, _), w in states.items() if not met >> i & 1))
        for i in range(problems)
    ]


def _side_by_side(layout: _Layout) -> bool:
    return not layout.by_turns and len(layout.units) == layout.problems


def _log_odds(share: float) -> float:
    share = min(max(share, _TINY), 1 - _TINY)
    return float(np.log(share / (1 - share)))
