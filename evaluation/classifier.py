"""How well sentences are classified: three models and a baseline, on hands nobody learned from.

`python -m evaluation.classifier` trains every model on the development hands, prints them side by
side on the held-back hands, and keeps the figures in `results/classifier.txt`. Held-back hands give
totals only; misses are listed for the development part (`--errors FILE`), each by a fit that did
not see its hand.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from evaluation.classifier_speed import speed_lines
from evaluation.heading_only import HeadingOnly
from evaluation.labelling import LABELS, agreement, load_passes
from extractor.language.classify.labels import HEADS, Head
from extractor.language.classify.linear import LinearClassifier
from extractor.language.classify.model import Probabilities, SentenceClassifier
from extractor.learning.bert import BertMissingError
from extractor.learning.dataset import Example, load_examples, sights
from extractor.learning.linear import Fitted, fit_linear
from extractor.learning.measures import HeadFigures, figures
from extractor.learning.textcat import TextcatClassifier
from extractor.learning.train import DEVELOPMENT, HELD

RESULTS = Path(__file__).parent / "results" / "classifier.txt"
MODELS = Path(__file__).resolve().parent.parent / "models"
_ENOUGH_CASES = 50
_CURVE = (4, 12)
_SEED = 11


def table(name: str, found: dict[Head, HeadFigures]) -> list[str]:
    """A model's line for each head."""
    return [
        f"  {name:14} {head:10} macro-F1 {f.macro_f1:.3f} [{f.interval[0]:.3f}, "
        f"{f.interval[1]:.3f}]  accuracy {f.accuracy:.3f}  calibration error "
        f"{f.calibration_error:.3f}"
        for head, f in found.items()
    ]


def by_label(found: dict[Head, HeadFigures]) -> list[str]:
    lines = []
    for head, f in found.items():
        for label in f.labels:
            few = "" if label.cases >= _ENOUGH_CASES else "  (few cases)"
            lines.append(
                f"  {head:10} {label.label:13} P {label.precision:.3f}  R {label.recall:.3f}"
                f"  F1 {label.f1:.3f}  cases {label.cases}{few}"
            )
    return lines


def confusion(found: dict[Head, HeadFigures]) -> list[str]:
    """Rows are the gold's labels, columns the answers."""
    lines = []
    for head, f in found.items():
        names = [label.label[:6] for label in f.labels]
        lines.append(f"  {head:13}" + "".join(f"{name:>7}" for name in names))
        for name, row in zip(names, f.confusion, strict=True):
            lines.append(f"  {name:13}" + "".join(f"{count:7d}" for count in row))
    return lines


def learning_curve(development: Sequence[Example], held: Sequence[Example]) -> list[str]:
    """Macro-F1 on the held-back hands from ever more development hands."""
    hands = sorted({example.hand for example in development})
    order = list(np.random.default_rng(_SEED).permutation(hands))
    lines = []
    for count in (*[c for c in _CURVE if c < len(order)], len(order)):
        chosen = set(order[:count])
        part = [example for example in development if example.hand in chosen]
        fitted = fit_linear(part) if count < len(order) else _linear(development)
        found = figures(held, fitted.classifier.predict_proba(sights(held)))
        told = "  ".join(f"{head} {f.macro_f1:.3f}" for head, f in found.items())
        lines.append(f"  {count:3} hands, {len(part):5} sentences: {told}")
    return lines


def write_errors(path: Path, development: Sequence[Example], fitted: Fitted) -> None:
    """The development part's surest mistakes first."""
    rows = []
    for head, names in HEADS.items():
        order = list(names)
        answers = fitted.out_of_hand[head]
        for example, answer in zip(development, answers, strict=True):
            given = order[int(answer.argmax())]
            if given != example.labels.of(head):
                rows.append((float(answer.max()), head, example, given))
    rows.sort(key=lambda row: -row[0])
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "head", "expected", "given", "confidence", "section", "text"))
        for confidence, head, example, given in rows:
            expected = example.labels.of(head)
            where = f"{example.section or 'preamble'}/{example.aspect or ''}"
            writer.writerow(
                (example.id, head, expected, given, f"{confidence:.2f}", where, example.text)
            )


@cache
def _fitted(path: Path) -> Fitted:
    """The linear model of a file's sentences; fitting with its cross-validation takes minutes."""
    return fit_linear(load_examples(path))


def _linear(_: Sequence[Example]) -> Fitted:
    return _fitted(LABELS / DEVELOPMENT)


def _bert(development: Sequence[Example]) -> SentenceClassifier:
    from extractor.learning.bert.finetune import BertClassifier

    return BertClassifier(MODELS / "encoder").fit(development)


MODELS_COMPARED: dict[str, Callable[[Sequence[Example]], SentenceClassifier]] = {
    "heading only": lambda examples: HeadingOnly().fit(examples),
    "linear": lambda examples: _linear(examples).classifier,
    "spacy textcat": lambda examples: TextcatClassifier().fit(examples),
    "bert": _bert,
}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", nargs="*", choices=list(MODELS_COMPARED), help="only these")
    parser.add_argument("--errors", type=Path, help="write the development part's misses as CSV")
    parser.add_argument("--quick", action="store_true", help="no learning curve, no speed")
    options = parser.parse_args(arguments)
    development = load_examples(LABELS / DEVELOPMENT)
    held = load_examples(LABELS / HELD)
    seen = sights(held)
    out = ["Labels", *(f"  {line}" for line in agreement(load_passes()))]
    out.append(f"Held-back hands: {len(held)} sentences, {len({e.hand for e in held})} hands")
    answers: dict[str, Probabilities] = {}
    for name in options.models or MODELS_COMPARED:
        try:
            answers[name] = MODELS_COMPARED[name](development).predict_proba(seen)
        except BertMissingError as error:
            out.append(f"  {name:14} not measured: {error}")
            continue
        out += table(name, figures(held, answers[name]))
    out += _shipped(held, quick=options.quick)
    if not options.quick:
        out += ["Learning curve of the linear model", *learning_curve(development, held)]
    fitted = _linear(development)
    out += ["Development hands, each by a fit that did not see it"]
    out += table("linear", figures(development, fitted.out_of_hand))
    if options.errors:
        write_errors(options.errors, development, fitted)
    print("\n".join(out))
    if not options.models and not options.quick:
        RESULTS.write_text("\n".join(out) + "\n", encoding="utf-8")
    return 0


def _shipped(held: Sequence[Example], *, quick: bool) -> list[str]:
    """The model that the product uses, as it stands in its folder."""
    model = LinearClassifier.load(MODELS / "default")
    found = figures(held, model.predict_proba(sights(held)))
    out = ["The shipped model (models/default) on the held-back hands"]
    out += table("shipped", found) + by_label(found)
    out += ["Confusion (rows: gold, columns: answers)", *confusion(found)]
    return out if quick else out + speed_lines(model, held)


if __name__ == "__main__":
    sys.exit(main())
