"""How well the model of problems and measures tells an answer from a near miss.

`python -m evaluation.near_misses [FILES…]` asks `models/meant` about lists that it did not learn
from (`training_data/near/`): each problem with measures that mend it, and with measures on the very
same matter that mend another lack. Without files it writes results/near_misses.txt.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from extractor.language.meant import shipped
from extractor.learning.meant.lists import Listed, load_lists

NEAR = Path(__file__).parents[1] / "training_data" / "near"
RESULTS = Path(__file__).parent / "results" / "near_misses.txt"
# Of a hundred answers, so many may be refused; the near misses refused at that price are told.
_REFUSED = 0.05

Scorer = Callable[[Sequence[str], Sequence[str]], NDArray[np.float64]]


@dataclass(slots=True)
class Told:
    """What the model made of a hand's lists."""

    right: list[bool] = field(default_factory=list)
    """Of each answer, whether it was given to a problem that it answers."""
    answers: list[float] = field(default_factory=list)
    near: list[float] = field(default_factory=list)
    """The best score of each answer, and of each near miss."""

    def line(self, hand: str) -> str:
        truth = [True] * len(self.answers) + [False] * len(self.near)
        auc = float(roc_auc_score(truth, self.answers + self.near))
        limit = float(np.quantile(self.answers, _REFUSED))
        refused = float(np.mean(np.array(self.near) < limit))
        right = float(np.mean(self.right))
        return (
            f"{hand:8}  answers {len(self.answers):5}  to the right problem {right:.1%}"
            f"  near misses {len(self.near):5}  AUC {auc:.3f}  refused where 5 % of answers are:"
            f" {refused:.1%}"
        )


def asked(lists: Iterable[Listed], scores: Scorer) -> Told:
    told = Told()
    for listed in lists:
        table = scores(listed.problems, [text for text, _ in listed.measures])
        for place, (_, meant) in enumerate(listed.measures):
            column = table[:, place]
            if meant:
                told.right.append(int(column.argmax()) in meant)
            (told.answers if meant else told.near).append(float(column.max()))
    return told


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="only these lists")
    options = parser.parse_args(arguments)
    paths = options.files or sorted(NEAR.glob("*.jsonl"))
    out = [asked(load_lists([path]), shipped().scores).line(path.stem) for path in paths]
    out.append(asked(load_lists(paths), shipped().scores).line("all"))
    print("\n".join(out))
    if not options.files:
        RESULTS.write_text("\n".join(out) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
