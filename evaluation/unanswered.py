"""B506 learns to decide: which problem of a section was left without a measure.

`python -m evaluation.unanswered` reads development sections, whole and changed
(`unanswered_sections`), learns how much place, words and sense count, says how often it would be
right on hands that it did not learn from, and writes `models/meant/` and `models/unanswered/`.

What sense says of a section must come from a model that does not know it, or it would be trusted
too much: `models/meant` is learned from the sections too, so it is fitted once without each share
of the hands, and at last with all, which is the one that ships. Needs PyTorch.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from evaluation.taught_sections import taught_sections
from evaluation.unanswered_sections import Asked, Text, as_lists, asked, texts
from extractor.checks.boilerplate.decided import KIND, TREES, Decided, Tree
from extractor.checks.boilerplate.weighing import NAMES, decided, features
from extractor.language.classify.folder import write_manifest
from extractor.language.meant.model import MeantFor
from extractor.learning.meant.lists import Listed, load_lists
from extractor.learning.meant.written import write

ROOT = Path(__file__).parents[1]
LISTS = ROOT / "training_data" / "answers"
SEED = 20260101
_FOLDS = 6
# Of the hands, for the fits of `models/meant` that each leave one share out.
_SHARES = 3
# Against all else: sections written to teach this hold the ways of writing that are hard.
_TAUGHT = 2.0
_LIMITS = (0.5, 0.7, 0.8, 0.85, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Example:
    """A section's problems in numbers, and which of them were left without a measure."""

    hand: str
    kind: str
    table: NDArray[np.float64]
    left: tuple[bool, ...]


def examples(sections: Iterable[Asked], sense: MeantFor) -> Iterator[Example]:
    for one in sections:
        table = features(one.problems, one.measures, sense)
        if len(table):
            yield Example(one.hand, one.kind, table[list(one.kept)], one.left)


@dataclass(frozen=True, slots=True)
class Share:
    """Sections whose features come from a model that learned from `lists`, none of theirs."""

    sections: frozenset[str]
    lists: Sequence[Listed]


def shares(lists: Sequence[Listed], found: Sequence[Text]) -> list[Share]:
    """At last the reports of `earlier`, on which the model that ships is to be measured: it learns
    from all others."""
    own = [text for text in found if text.part != "earlier"]
    hands = sorted({text.hand for text in own})
    out = [frozenset(hands[share::_SHARES]) for share in range(_SHARES)]
    groups = [[text for text in own if text.hand in hands] for hands in out]
    groups.append([text for text in found if text.part == "earlier"])
    return [
        Share(
            frozenset(text.name for text in one),
            [*lists, *(x for text in own if text not in one for x in as_lists(text))],
        )
        for one in groups
    ]


def fitted(lists: Sequence[Listed]) -> MeantFor:
    from extractor.learning.meant.train import fit

    return fit(lists)


def sections(names: frozenset[str]) -> list[Asked]:
    return list(asked(list(texts()), names))


def _model() -> GradientBoostingClassifier:
    return GradientBoostingClassifier(
        n_estimators=160,
        learning_rate=0.07,
        max_depth=4,
        min_samples_leaf=25,
        subsample=0.7,
        max_features=0.5,
        random_state=SEED,
    )


def learned_from(found: Iterable[Example]) -> GradientBoostingClassifier:
    found = list(found)
    taught = {one.hand for one in taught_sections()}
    table = np.concatenate([e.table for e in found])
    left = [x for e in found for x in e.left]
    weights = [_TAUGHT if e.hand in taught else 1.0 for e in found for _ in e.left]
    return _model().fit(table, left, sample_weight=weights)


def measured(found: Sequence[Example]) -> list[str]:
    """How often the decision is right on hands left out, section by section."""
    firsts: list[tuple[Example, NDArray[np.float64]]] = []
    hands = [example.hand for example in found]
    for learned, rest in GroupKFold(_FOLDS).split(hands, groups=hands):
        model = learned_from(found[i] for i in learned)
        firsts += [(found[i], model.predict_proba(found[i].table)[:, 1]) for i in rest]
    out = [
        "limit: sections told wrongly, whole and answered in other words; left problems found: as "
        "written, struck, exchanged, near misses; others told beside them"
    ]
    limits = {f"{limit:.2f}": limit for limit in _LIMITS} | {"product": None}
    for name, limit in limits.items():
        told = [(example, _told(example, odds, limit)) for example, odds in firsts]
        row = f"  {name:7}"
        for kind in ("whole", "answered"):
            false = [bool(said.any()) for example, said in told if example.kind == kind]
            row += f"  {kind} {sum(false)} of {len(false)} ({np.mean(false):.1%})"
        others = 0
        for kind in ("left", "struck", "exchanged", "near"):
            own = [(np.array(e.left), said) for e, said in told if e.kind == kind]
            hits = [bool((left & said).any()) for left, said in own]
            others += sum(bool((~left & said).any()) for left, said in own)
            row += f"  {kind} {sum(hits)} of {len(hits)} ({np.mean(hits):.1%})"
        out.append(f"{row}  another problem {others}")
    return out


def _told(example: Example, odds: NDArray[np.float64], limit: float | None) -> NDArray[np.bool_]:
    """Which problems are told as left: from a limit on, or as the product decides."""
    if limit is not None:
        return odds >= limit
    found = np.zeros(len(odds), dtype=bool)
    found[decided(example.table, odds.tolist())] = True
    return found


def as_decided(model: GradientBoostingClassifier) -> Decided:
    trees = []
    for (grown,) in model.estimators_:
        tree = grown.tree_
        trees.append(
            Tree(
                [int(n) for n in tree.feature],
                [float(x) for x in tree.threshold],
                [int(n) for n in tree.children_left],
                [int(n) for n in tree.children_right],
                [round(float(x), 6) for x in tree.value[:, 0, 0]],
            )
        )
    answered, left = model.init_.class_prior_
    return Decided(float(np.log(left / answered)), model.learning_rate, NAMES, trees)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "models", help="default: %(default)s")
    options = parser.parse_args(arguments)
    known = list(texts())
    apart = shares(load_lists(sorted(LISTS.glob("*.jsonl"))), known)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        fits = list(pool.map(fitted, [share.lists for share in apart]))
    write(fits[-1], apart[-1].lists, options.out / "meant")
    # Reports are read with it: only now, and by processes that have not loaded another.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        names = [share.sections for share in apart]
        read = list(pool.map(sections, names))
    found = [one for own, model in zip(read, fits, strict=True) for one in examples(own, model)]
    print("\n".join(measured(found)))
    left = [x for example in found for x in example.left]
    as_decided(learned_from(found)).save(options.out / "unanswered")
    card = {"trained_on": {"sections": len(found), "problems": len(left), "left": sum(left)}}
    write_manifest(options.out / "unanswered", KIND, card, [TREES])
    return 0


if __name__ == "__main__":
    sys.exit(main())
