"""Step 5: champion and challenger on the same sentences, side by side.

The difference's interval is a paired bootstrap over whole reports: both models answer the same
drawn reports, and sentences of one report are not taken for independent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extractor.language.classify.labels import HEADS, Head
from extractor.language.classify.model import Probabilities
from extractor.learning.dataset import Example
from extractor.learning.measures import confusions, macro_f1_of

_DRAWS = 2000
_SEED = 11
_DIGITS = 4
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Difference:
    """Macro-F1 of both, and how much the challenger is ahead."""

    champion: float
    challenger: float
    ahead: float
    interval: Interval
    """95 % of the difference."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One set of sentences, head by head and all heads together."""

    labels: int
    reports: int
    heads: dict[Head, Difference]
    mean: Difference
    champion_right: float
    """Share of sentences that the champion has right in every head."""

    def as_data(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_data(cls, told: Mapping[str, Any]) -> Comparison:
        heads = {head: _difference(told["heads"][head]) for head in HEADS}
        rest = {key: told[key] for key in ("labels", "reports", "champion_right")}
        return cls(heads=heads, mean=_difference(told["mean"]), **rest)


def _difference(told: Mapping[str, Any]) -> Difference:
    low, high = told["interval"]
    return Difference(told["champion"], told["challenger"], told["ahead"], (low, high))


def compare(
    examples: Sequence[Example], champion: Probabilities, challenger: Probabilities
) -> Comparison | None:
    """None without sentences: nothing can be said."""
    if not examples:
        return None
    reports = np.array([example.report for example in examples])
    drawn = _drawn(len(np.unique(reports)))
    right = np.ones(len(examples), dtype=bool)
    heads: dict[Head, Difference] = {}
    spreads = []
    for head, names in HEADS.items():
        order = list(names)
        wanted = np.array([order.index(example.labels.of(head)) for example in examples])
        given = [answers[head].argmax(axis=1) for answers in (champion, challenger)]
        right &= given[0] == wanted
        counts = [confusions(wanted, one, reports) for one in given]
        points = [float(macro_f1_of(one.sum(axis=0))) for one in counts]
        old, new = (macro_f1_of(np.tensordot(drawn, one, 1)) for one in counts)
        spread = new - old
        spreads.append(spread)
        heads[head] = _told(points[0], points[1], spread)
    mean = [
        float(np.mean([getattr(d, who) for d in heads.values()]))
        for who in ("champion", "challenger")
    ]
    together = _told(mean[0], mean[1], np.mean(spreads, axis=0))
    share = round(float(right.mean()), _DIGITS)
    return Comparison(len(examples), len(np.unique(reports)), heads, together, share)


def _drawn(reports: int) -> NDArray[np.float64]:
    """How often each report is drawn, a row a draw."""
    generator = np.random.default_rng(_SEED)
    return generator.multinomial(reports, np.full(reports, 1 / reports), _DRAWS).astype(float)


def _told(champion: float, challenger: float, spread: NDArray[np.float64]) -> Difference:
    low, high = np.percentile(spread, [2.5, 97.5])
    return Difference(
        round(champion, _DIGITS),
        round(challenger, _DIGITS),
        round(challenger - champion, _DIGITS),
        (round(float(low), _DIGITS), round(float(high), _DIGITS)),
    )
