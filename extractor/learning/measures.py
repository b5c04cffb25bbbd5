"""What a classifier is worth on sentences that it did not learn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import confusion_matrix, f1_score, precision_recall_fscore_support

from extractor.language.classify.labels import HEADS, Head
from extractor.language.classify.model import Probabilities
from extractor.learning.dataset import Example

_BOOTSTRAPS = 500
_BINS = 10
_SEED = 7


@dataclass(frozen=True, slots=True)
class LabelFigures:
    label: str
    precision: float
    recall: float
    f1: float
    cases: int


@dataclass(frozen=True, slots=True)
class HeadFigures:
    """One head's figures on one part."""

    head: Head
    accuracy: float
    macro_f1: float
    interval: tuple[float, float]
    """95 %, by resampling whole reports: sentences of one report are not independent."""
    calibration_error: float
    labels: tuple[LabelFigures, ...]
    confusion: NDArray[np.int64]


def figures(examples: Sequence[Example], answers: Probabilities) -> dict[Head, HeadFigures]:
    return {head: _of_head(head, examples, answers[head]) for head in HEADS}


def _of_head(head: Head, examples: Sequence[Example], answer: NDArray[np.float64]) -> HeadFigures:
    order = list(HEADS[head])
    wanted = np.array([order.index(example.labels.of(head)) for example in examples])
    given = answer.argmax(axis=1)
    precision, recall, f1, cases = precision_recall_fscore_support(
        wanted, given, labels=range(len(order)), zero_division=0
    )
    reports = np.array([example.report for example in examples])
    return HeadFigures(
        head,
        float((wanted == given).mean()),
        macro_f1(wanted, given),
        _interval(wanted, given, reports),
        calibration_error(wanted, answer),
        tuple(
            LabelFigures(name, float(p), float(r), float(f), int(n))
            for name, p, r, f, n in zip(order, precision, recall, f1, cases, strict=True)
        ),
        np.asarray(confusion_matrix(wanted, given, labels=range(len(order)))),
    )


def macro_f1(wanted: NDArray[np.int64], given: NDArray[np.int64]) -> float:
    """Over the labels that occur: a label without a case says nothing."""
    return float(
        f1_score(wanted, given, labels=np.unique(wanted), average="macro", zero_division=0)
    )


def _interval(
    wanted: NDArray[np.int64], given: NDArray[np.int64], reports: NDArray[np.str_]
) -> tuple[float, float]:
    generator = np.random.default_rng(_SEED)
    counts = confusions(wanted, given, reports)
    size = len(counts)
    times = [
        np.bincount(generator.integers(0, size, size), minlength=size) for _ in range(_BOOTSTRAPS)
    ]
    drawn = macro_f1_of(np.tensordot(np.array(times, dtype=float), counts, 1))
    low, high = np.percentile(drawn, [2.5, 97.5])
    return float(low), float(high)


def confusions(
    wanted: NDArray[np.int64], given: NDArray[np.int64], reports: NDArray[np.str_]
) -> NDArray[np.float64]:
    """A confusion matrix for each report: sums of them are those of any draw of reports."""
    _, number = np.unique(reports, return_inverse=True)
    size = int(max(wanted.max(), given.max())) + 1
    counts = np.zeros((number.max() + 1, size, size))
    np.add.at(counts, (number, wanted, given), 1)
    return counts


def macro_f1_of(confusion: NDArray[np.float64]) -> NDArray[np.float64]:
    """The same from a confusion matrix, or from each of many."""
    hits = np.diagonal(confusion, axis1=-2, axis2=-1)
    cases, told = confusion.sum(axis=-1), confusion.sum(axis=-2)
    f1, occurs = 2 * hits / np.maximum(cases + told, 1), cases > 0
    return np.asarray((f1 * occurs).sum(axis=-1) / np.maximum(occurs.sum(axis=-1), 1))


def calibration_error(wanted: NDArray[np.int64], answer: NDArray[np.float64]) -> float:
    """Mean distance between confidence and share right, over ten bins of confidence."""
    sure, right = answer.max(axis=1), answer.argmax(axis=1) == wanted
    bins = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    error = 0.0
    for number in range(_BINS):
        inside = bins == number
        if inside.any():
            error += inside.mean() * abs(sure[inside].mean() - right[inside].mean())
    return float(error)


def kappa(first: Sequence[str], second: Sequence[str]) -> float:
    """Cohen's kappa between two passes of labels."""
    from sklearn.metrics import cohen_kappa_score

    return float(cohen_kappa_score(list(first), list(second)))
