"""Whether two problems of successive years are one: what B507 weighs, learned from pairs.

`python -m evaluation.retold` fits what stands in `training_data/retold.tsv` (same or other, this
year's problem, last year's) and `training_data/retold.jsonl` (an office's problems of last year,
the same told again, others), prints the weights that `b507_same_problems` holds, and how often
whole reports that it did not learn from would be told.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict
from scipy.optimize import linear_sum_assignment
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

from extractor.checks.boilerplate.b507_same_problems import at_most, in_numbers, mostly_same

_DATA = Path(__file__).parents[1] / "training_data"
PAIRS, YEARS = _DATA / "retold.tsv", _DATA / "retold.jsonl"
_FOLDS = 6
_SEED = 7

Numbers = NDArray[np.float64]


class Years(BaseModel):
    """One office: last year's problems, each told again at the same place, and other ones."""

    model_config = ConfigDict(extra="forbid")

    office: str
    last: list[str]
    retold: list[str]
    new: list[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """This year's problem and last year's."""

    same: bool
    one: str
    other: str


def pairs(path: Path = PAIRS) -> list[Pair]:
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        label, _, rest = line.partition("\t")
        one, _, other = rest.partition("\t")
        if label not in ("same", "other") or not (one and other):
            raise ValueError(f"{path}: line {number}: same or other, and two problems, are wanted")
        found.append(Pair(label == "same", one, other))
    return found


def years(path: Path = YEARS) -> list[Years]:
    text = path.read_text(encoding="utf-8")
    return [Years.model_validate_json(line) for line in text.splitlines() if line.strip()]


def _pairs_of(found: Sequence[Years]) -> Iterator[Pair]:
    for office in found:
        for other_place, other in enumerate(office.last):
            for place, one in enumerate(office.retold):
                yield Pair(place == other_place, one, other)
            for one in office.new:
                yield Pair(False, one, other)


def fitted(found: Sequence[Pair]) -> LogisticRegression:
    table = np.array([in_numbers(pair.one, pair.other) for pair in found])
    same = np.array([pair.same for pair in found])
    return LogisticRegression(C=10.0, class_weight="balanced", max_iter=2000).fit(table, same)


def matched(model: LogisticRegression, now: Sequence[str], before: Sequence[str]) -> list[float]:
    """How likely each of this year's problems is the one of last year's that fits it best."""
    table = [in_numbers(one, other) for one in now for other in before]
    learned = model.predict_proba(np.array(table))[:, 1]
    odds = np.array([at_most(*pair) for pair in zip(table, learned, strict=True)])
    odds = odds.reshape(len(now), len(before))
    rows, columns = linear_sum_assignment(odds, maximize=True)
    return [float(odd) for odd in odds[rows, columns]]


def told(found: Sequence[Years], known: Sequence[Pair]) -> dict[str, list[bool]]:
    """Whether each office's year would be told, by weights learned from other offices."""
    outcome: dict[str, list[bool]] = {}
    drawn = np.random.default_rng(_SEED)
    folds = KFold(_FOLDS, shuffle=True, random_state=_SEED).split(found)
    for learned, asked in folds:
        model = fitted([*known, *_pairs_of([found[i] for i in learned])])
        for office in (found[i] for i in asked):
            for name, now in _made(office, int(drawn.integers(len(office.last)))).items():
                odds = matched(model, now, office.last)
                outcome.setdefault(name, []).append(mostly_same(odds))
    return outcome


def _made(office: Years, place: int) -> dict[str, list[str]]:
    one_new, one_old = list(office.retold), list(office.new)
    one_new[place], one_old[place] = office.new[place], office.retold[place]
    return {
        "all of last year's told again": office.retold,
        "all but one told again": one_new,
        "one told again among others": one_old,
        "others only": office.new,
    }


def main() -> int:
    known, found = pairs(), years()
    model = fitted([*known, *_pairs_of(found)])
    weights = ", ".join(f"{weight:.2f}" for weight in model.coef_[0])
    print(f"weights {weights}; at nought {model.intercept_[0]:.2f}")
    for name, outcome in told(found, known).items():
        print(f"  {name}: {sum(outcome)} of {len(outcome)} ({np.mean(outcome):.1%}) told")
    return 0


if __name__ == "__main__":
    sys.exit(main())
