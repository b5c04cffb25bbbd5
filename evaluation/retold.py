"""Whether two problems of successive years are one: what B507 weighs, learned from pairs.

`python -m evaluation.retold` fits what stands in `training_data/retold.tsv` (same or other, this
year's problem, last year's), prints the weights that `b507_same_problems` holds, and how often
whole reports made of such pairs would be told.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from extractor.checks.boilerplate.b507_same_problems import in_numbers, mostly_same

PAIRS = Path(__file__).parents[1] / "training_data" / "retold.tsv"
_DRAWN = 3000
_MADE_OF = ((3, 0), (2, 0), (2, 1), (1, 2), (0, 3), (0, 2))


def pairs(path: Path = PAIRS) -> list[tuple[bool, str, str]]:
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        label, _, rest = line.partition("\t")
        one, _, other = rest.partition("\t")
        if label not in ("same", "other") or not (one and other):
            raise ValueError(f"{path}: line {number}: same or other, and two problems, are wanted")
        found.append((label == "same", one, other))
    return found


def fitted(
    found: Sequence[tuple[bool, str, str]],
) -> tuple[LogisticRegression, NDArray[np.float64], NDArray[np.bool_]]:
    table = np.array([in_numbers(one, other) for _, one, other in found])
    same = np.array([label for label, _, _ in found])
    return LogisticRegression(C=10.0).fit(table, same), table, same


def main() -> int:
    model, table, same = fitted(pairs())
    weights = ", ".join(f"{weight:.2f}" for weight in model.coef_[0])
    print(f"weights {weights}; at nought {model.intercept_[0]:.2f}")
    odds = cross_val_predict(model, table, same, cv=10, method="predict_proba")[:, 1]
    for limit in (0.5, 0.6, 0.7, 0.8):
        told = odds >= limit
        print(f"  {limit}: the same {told[same].mean():.1%} told, another {told[~same].mean():.1%}")
    drawn = np.random.default_rng(7)
    for old, new in _MADE_OF:
        hits = [
            mostly_same([*drawn.choice(odds[same], old), *drawn.choice(odds[~same], new)])
            for _ in range(_DRAWN)
        ]
        print(f"  reports of {old} old problems and {new} new ones: {np.mean(hits):.1%} told")
    return 0


if __name__ == "__main__":
    sys.exit(main())
