"""Whether two problems of successive years are one: what B507 decides by, learned and measured.

`python -m evaluation.retold` (needs the extra `[bert]`, takes ten minutes) learns from
`training_data/retold.jsonl` (an office's problems of last year, the same told again, others),
writes `models/again/`, and prints how often whole reports of offices that it did not learn from
would be told, and how well it orders the pairs of `training_data/retold.tsv`, of which it learns
nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import KFold

from extractor.checks.boilerplate.b507_same_problems import (
    bounded,
    in_numbers,
    mostly_same,
    odds_same,
)
from extractor.language import meant
from extractor.language.again import ToldAgain
from extractor.language.again.model import KIND, VOCABULARY, WEIGHTS
from extractor.language.classify.folder import write_manifest
from extractor.learning.again.years import Years, load_years

_ROOT = Path(__file__).parents[1]
PAIRS, YEARS = _ROOT / "training_data" / "retold.tsv", _ROOT / "training_data" / "retold.jsonl"
OUT = _ROOT / "models" / "again"
_FOLDS = 6
_SEED = 7

Numbers = NDArray[np.float64]
Fit = Callable[[Sequence[Years]], ToldAgain]


@dataclass(frozen=True, slots=True)
class Pair:
    """This year's problem and last year's."""

    same: bool
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Judged:
    """An office's pairs in numbers, by a model that learned nothing of the office."""

    office: Years
    model: ToldAgain
    table: Numbers
    same: NDArray[np.bool_]


def pairs(path: Path = PAIRS) -> list[Pair]:
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        label, _, rest = line.partition("\t")
        one, _, other = rest.partition("\t")
        if label not in ("same", "other") or not (one and other):
            raise ValueError(f"{path}: line {number}: same or other, and two problems, are wanted")
        found.append(Pair(label == "same", one, other))
    return found


def _pairs_of(office: Years) -> Iterator[Pair]:
    for other_place, other in enumerate(office.last):
        for place, one in enumerate(office.retold):
            yield Pair(place == other_place, one, other)
        for one in office.new:
            yield Pair(False, one, other)


def judged(found: Sequence[Years], fit: Fit) -> list[Judged]:
    """Each office by the model of the others."""
    out: dict[int, Judged] = {}
    for learned, asked in KFold(_FOLDS, shuffle=True, random_state=_SEED).split(found):
        model = fit([found[i] for i in learned])
        for i in asked:
            own = list(_pairs_of(found[i]))
            table = np.array([in_numbers(pair.one, pair.other, model) for pair in own])
            out[i] = Judged(found[i], model, table, np.array([pair.same for pair in own]))
    return [out[i] for i in range(len(found))]


def fitted(found: Sequence[Judged]) -> LogisticRegression:
    table = np.concatenate([one.table for one in found])
    same = np.concatenate([one.same for one in found])
    return LogisticRegression(C=10.0, class_weight="balanced", max_iter=5000).fit(table, same)


def matched(
    model: LogisticRegression, again: ToldAgain, now: Sequence[str], before: Sequence[str]
) -> list[float]:
    """How likely each of this year's problems is the one of last year's that fits it best."""
    table = [in_numbers(one, other, again) for one in now for other in before]
    learned = model.predict_proba(np.array(table))[:, 1]
    odds = np.array([bounded(*pair) for pair in zip(table, learned, strict=True)])
    odds = odds.reshape(len(now), len(before))
    rows, columns = linear_sum_assignment(odds, maximize=True)
    return [float(odd) for odd in odds[rows, columns]]


def told(found: Sequence[Judged]) -> dict[str, list[bool]]:
    """Whether each office's year would be told, by weights learned from other offices."""
    outcome: dict[str, list[bool]] = {}
    drawn = np.random.default_rng(_SEED)
    for learned, asked in KFold(_FOLDS, shuffle=True, random_state=_SEED).split(found):
        model = fitted([found[i] for i in learned])
        for one in (found[i] for i in asked):
            office = one.office
            for name, now in _made(office, int(drawn.integers(len(office.last)))).items():
                odds = matched(model, one.model, now, office.last)
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


def ordered(found: Sequence[Pair]) -> float:
    """Of two pairs, the same and another, how often the same is thought likelier (AUC)."""
    odds = [odds_same(pair.one, pair.other) for pair in found]
    return float(roc_auc_score([pair.same for pair in found], odds))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="folder (default: %(default)s)")
    options = parser.parse_args(arguments)
    from extractor.learning.again.train import Settings, fit

    found = load_years(YEARS)
    settings = Settings()
    by_others = judged(found, lambda known: fit(known, meant.shipped(), settings))
    weighing = fitted(by_others)
    print("weights", ", ".join(f"{weight:.2f}" for weight in weighing.coef_[0]), end="; ")
    print(f"at nought {weighing.intercept_[0]:.2f}")
    for name, outcome in told(by_others).items():
        print(f"  {name}: {sum(outcome)} of {len(outcome)} ({np.mean(outcome):.1%}) told")
    model = fit(found, meant.shipped(), settings)
    model.weighs = tuple(round(float(weight), 4) for weight in weighing.coef_[0])
    model.at_nought = round(float(weighing.intercept_[0]), 4)
    model.save(options.out)
    card = {"trained_on": {"offices": len(found), "seed": settings.seed}}
    write_manifest(options.out, KIND, card, [VOCABULARY, WEIGHTS])
    if options.out == OUT:
        print(f"pairs it learned nothing of: {ordered(pairs()):.3f} of 1 in the right order")
    return 0


if __name__ == "__main__":
    sys.exit(main())
