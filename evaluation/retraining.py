"""What retraining on a user's labels is worth, and whether `label` chooses them well.

`python -m evaluation.retraining` takes a hand unlike the training data (new_hand/): the shipped
model before, then retrained on the shipped data with 100, 200 and 400 sentences more, chosen by the
code of `nianjian label` or at random, each for five seeds. It measures on that hand's held-back
reports and on the old held-back hands (totals only) and keeps results/retraining.txt. Within the
pool alone it measures, too, how much a user's label should count.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t as student

from evaluation.labelling import LABELS
from evaluation.refitting import Answers, Refitter, macro_f1, numbers
from extractor.language.classify.folder import read_manifest
from extractor.language.classify.labels import HEADS, Head
from extractor.language.classify.linear import LinearClassifier
from extractor.language.classify.shipped import shipped_folder
from extractor.learning.choosing import Candidate, choose, doubt
from extractor.learning.dataset import Example, load_examples, sights
from extractor.learning.near import Near
from extractor.learning.train import DEVELOPMENT, HELD

FOLDER = Path(__file__).parent
NEW_HAND, RESULTS = FOLDER / "new_hand", FOLDER / "results" / "retraining.txt"
SIZES, SEEDS, ARMS = (100, 200, 400), 5, ("label", "random")
# Each seed sees another part of the pool, as another office would: else `label` has one answer.
_SHARE = 0.8
_BOOTSTRAPS, _BOOTSTRAP_SEED = 500, 3
_WEIGHTS, _WEIGHED, _WEIGHT_SEEDS = (1.0, 3.0, 5.0), 200, 3


@dataclass(frozen=True, slots=True)
class Data:
    """Everything that is measured with; the parts never meet."""

    development: list[Example]
    old: list[Example]
    pool: list[Example]
    new: list[Example]


@dataclass(frozen=True, slots=True)
class Run:
    """One retraining: how the labels were chosen, how many, and what it then answered."""

    arm: str
    size: int
    seed: int
    taken: int
    new: Answers
    old: Answers


Weighed = dict[tuple[float, Head], float]


@cache
def data() -> Data:
    found = Data(
        load_examples(LABELS / DEVELOPMENT),
        load_examples(LABELS / HELD),
        load_examples(NEW_HAND / "pool.jsonl"),
        load_examples(NEW_HAND / "held.jsonl"),
    )
    shared = {e.report for e in found.pool} & {e.report for e in found.new}
    if shared:
        raise SystemExit(f"reports in pool and held alike: {', '.join(sorted(shared))}")
    return found


@cache
def shipped() -> LinearClassifier:
    return LinearClassifier.load(shipped_folder())


@cache
def refitter() -> Refitter:
    return Refitter(data().development, shipped())


def by_doubt(part: Sequence[int], pool: Sequence[Example], count: int) -> list[int]:
    """What `nianjian label` takes of these sentences of the pool."""
    known = Near(example.text for example in data().development)
    return [one.key for one in choose(_candidates(part, pool), count, known)]


def _candidates(part: Sequence[int], pool: Sequence[Example]) -> Iterator[Candidate]:
    """As the record tells them: confidence by head, and which heads are below their threshold."""
    answers = shipped().predict_proba(sights(pool))
    limits: dict[Head, float] = read_manifest(shipped_folder())["doubt"]
    for index in part:
        sure = {head: float(answers[head][index].max()) for head in HEADS}
        example = pool[index]
        uncertain = any(sure[head] < limits[head] for head in HEADS)
        yield Candidate(
            index, example.text, example.section, example.report, doubt(sure), uncertain
        )


def sub_pool(pool: Sequence[Example], seed: int) -> list[int]:
    """Four of five of the pool's reports."""
    reports = sorted({example.report for example in pool})
    kept = max(1, round(_SHARE * len(reports)))
    drawn = np.random.default_rng(seed).permutation(len(reports))[:kept]
    chosen = {reports[number] for number in drawn}
    return [index for index, example in enumerate(pool) if example.report in chosen]


def runs_of(seed: int) -> list[Run]:
    """Both ways of choosing, all sizes, on one part of the pool."""
    own, found = data(), []
    part = sub_pool(own.pool, seed)
    order = np.random.default_rng(1_000 + seed).permutation(len(part))
    for size in SIZES:
        doubted = by_doubt(part, own.pool, size)
        drawn = [part[number] for number in order[: len(doubted)]]
        for arm, chosen in zip(ARMS, (doubted, drawn), strict=True):
            model = refitter().refit(own.pool, sorted(chosen))
            new, old = model.answers(own.new), model.answers(own.old)
            found.append(Run(arm, size, seed, len(chosen), new, old))
            _progress(f"seed {seed} {arm} {size}")
    return found


def _progress(told: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {told}", file=sys.stderr, flush=True)


def report(runs: Sequence[Run]) -> list[str]:
    """Before and after, on the new hand and on the old ones."""
    own = data()
    out = [_told("Pool of the new hand", own.pool), _told("Held back of it", own.new)]
    out.append(_told("Old held-back hands (totals only)", own.old))
    before = {name: refitter().before(part) for name, part in _parts().items()}
    for name, part in _parts().items():
        out += ["", f"{_NAMES[name]}: macro-F1 before, after, gain [95 %, resampled reports]"]
        for head in HEADS:
            told = _Told(name, head, numbers(part, head), before[name][head], _places(part))
            out.append(f"  {head}: shipped {told.score(told.before):.3f}")
            for size in SIZES:
                out += [told.after(runs, arm, size) for arm in ARMS]
                out.append(told.against(runs, size))
        out += ["  mean of the heads, label − random (t over seeds)"]
        out += [f"    {size:3}: {_all_heads(runs, name, part, size)}" for size in SIZES]
    return out


def _all_heads(runs: Sequence[Run], name: str, part: Sequence[Example], size: int) -> str:
    heads = [_Told(name, head, numbers(part, head), _NOTHING, []) for head in HEADS]
    return _interval(np.mean([told.apart(runs, size) for told in heads], axis=0))


def _interval(apart: NDArray[np.float64]) -> str:
    """Mean and 95 % by Student's t."""
    half = student.ppf(0.975, len(apart) - 1) * apart.std(ddof=1) / np.sqrt(len(apart))
    return f"{apart.mean():+.3f} [{apart.mean() - half:+.3f}, {apart.mean() + half:+.3f}]"


_NOTHING = np.zeros(0, dtype=np.int64)
_NAMES = {"new": "New hand, held-back reports", "old": "Old held-back hands"}


def _parts() -> dict[str, list[Example]]:
    return {"new": data().new, "old": data().old}


def _told(name: str, examples: Sequence[Example]) -> str:
    return f"{name}: {len(examples)} sentences, {len({e.report for e in examples})} reports"


def _places(part: Sequence[Example]) -> list[NDArray[np.intp]]:
    """Where each report's sentences stand."""
    names = np.array([example.report for example in part])
    return [np.flatnonzero(names == name) for name in np.unique(names)]


@dataclass(frozen=True, slots=True)
class _Told:
    """One head on one part: the right answers and the shipped model's."""

    name: str
    head: Head
    wanted: NDArray[np.int64]
    before: NDArray[np.int64]
    places: list[NDArray[np.intp]]

    def score(self, given: NDArray[np.int64]) -> float:
        return macro_f1(self.wanted, given)

    def answers(self, runs: Sequence[Run], arm: str, size: int) -> list[NDArray[np.int64]]:
        """In the order of the seeds."""
        own = [run for run in runs if (run.arm, run.size) == (arm, size)]
        return [getattr(run, self.name)[self.head] for run in own]

    def after(self, runs: Sequence[Run], arm: str, size: int) -> str:
        answers = self.answers(runs, arm, size)
        scores = [self.score(given) for given in answers]
        mean = float(np.mean(scores))
        low, high = self._resampled(answers)
        taken = np.mean([run.taken for run in runs if (run.arm, run.size) == (arm, size)])
        return (
            f"    {arm:6} {size:3} ({taken:5.1f} taken): {mean:.3f} (seeds {min(scores):.3f}–"
            f"{max(scores):.3f})  gain {mean - self.score(self.before):+.3f} "
            f"[{low:+.3f}, {high:+.3f}]"
        )

    def apart(self, runs: Sequence[Run], size: int) -> NDArray[np.float64]:
        """Seed by seed, since both chose from the same part of the pool."""
        one, two = (
            np.array([self.score(given) for given in self.answers(runs, arm, size)]) for arm in ARMS
        )
        return np.asarray(one - two)

    def against(self, runs: Sequence[Run], size: int) -> str:
        return f"    label − random: {_interval(self.apart(runs, size))} (t over seeds)"

    def _resampled(self, answers: Sequence[NDArray[np.int64]]) -> tuple[float, float]:
        """The mean gain's interval: sentences of one report are not independent."""
        generator = np.random.default_rng(_BOOTSTRAP_SEED)
        count, drawn = len(self.places), []
        for _ in range(_BOOTSTRAPS):
            picked = np.concatenate([self.places[i] for i in generator.integers(0, count, count)])
            wanted = self.wanted[picked]
            own = [macro_f1(wanted, given[picked]) for given in answers]
            drawn.append(np.mean(own) - macro_f1(wanted, self.before[picked]))
        low, high = np.percentile(drawn, [2.5, 97.5])
        return float(low), float(high)


def weighed(seed: int) -> Weighed:
    """Macro-F1 by weight and head: chosen from one half of the pool's reports, measured on the
    other; the held-back reports decide nothing."""
    pool = data().pool
    learn, test = _halves(pool, seed)
    chosen = sorted(by_doubt(learn, pool, _WEIGHED))
    asked = [pool[index] for index in test]
    found: Weighed = {}
    for weight in _WEIGHTS:
        answers = refitter().refit(pool, chosen, weight).answers(asked)
        for head in HEADS:
            found[weight, head] = macro_f1(numbers(asked, head), answers[head])
        _progress(f"seed {seed} weight {weight:g}")
    return found


def weights_told(found: Sequence[Weighed]) -> list[str]:
    out = [
        "",
        "How many shipped labels one of the user's counts for: macro-F1 within the pool, "
        f"{_WEIGHED} labels, halves of {_WEIGHT_SEEDS} seeds",
    ]
    for weight in _WEIGHTS:
        told = (f"{head} {np.mean([own[weight, head] for own in found]):.3f}" for head in HEADS)
        out.append(f"  weight {weight:g}: " + "  ".join(told))
    return out


def _halves(pool: Sequence[Example], seed: int) -> tuple[list[int], list[int]]:
    reports = sorted({example.report for example in pool})
    drawn = np.random.default_rng(100 + seed).permutation(len(reports))[: len(reports) // 2]
    learn = {reports[number] for number in drawn}
    indices = range(len(pool))
    return (
        [index for index in indices if pool[index].report in learn],
        [index for index in indices if pool[index].report not in learn],
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args(arguments)
    with ProcessPoolExecutor(options.jobs, get_context("spawn")) as pool:
        own = pool.map(weighed, range(_WEIGHT_SEEDS))
        runs = [run for found in pool.map(runs_of, range(SEEDS)) for run in found]
        out = [*report(runs), *weights_told(list(own))]
    print("\n".join(out))
    RESULTS.write_text("\n".join(out) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
