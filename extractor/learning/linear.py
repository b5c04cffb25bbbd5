"""Training the linear classifier: needs scikit-learn only, and takes seconds.

Each head is a logistic regression over all n-gram sources; its temperature is found on sentences
of hands that the fit did not see, so that its confidence means what it says on new writers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from extractor.language.classify.features import SOURCES, texts
from extractor.language.classify.labels import HEADS, Head
from extractor.language.classify.linear import (
    LinearClassifier,
    LinearHead,
    stacked,
    vectorizer,
)
from extractor.learning.dataset import Example, sights

SEED = 20260101
_FOLDS = 5


@dataclass(frozen=True, slots=True)
class LinearSettings:
    """Chosen by cross-validation over development hands (`evaluation/results/classifier.txt`)."""

    strength: dict[Head, float]
    """Inverse regularisation of each head."""
    rarest: int = 2
    """An n-gram of fewer sentences than this is one writer's habit, not evidence."""


DEFAULT = LinearSettings({"topic": 12.0, "tense": 8.0, "substance": 4.0})


def fit_linear(
    examples: Sequence[Example],
    settings: LinearSettings = DEFAULT,
    weights: Sequence[float] | None = None,
) -> LinearClassifier:
    """The classifier of these sentences; `weights` let a user's own labels count more."""
    seen = sights(examples)
    fitted = tuple(
        vectorizer(source, min_df=settings.rarest).fit(texts(source, seen)) for source in SOURCES
    )
    features = stacked(fitted, seen)
    counted = np.ones(len(examples)) if weights is None else np.asarray(weights, dtype=float)
    groups = np.array([example.hand for example in examples])
    heads: dict[Head, LinearHead] = {}
    for head, names in HEADS.items():
        order = list(names)
        wanted = np.array([order.index(example.labels.of(head)) for example in examples])
        strength = settings.strength[head]
        matrix, bias = _fit(features, wanted, len(order), strength, counted)
        temperature = _temperature(features, wanted, len(order), strength, counted, groups)
        heads[head] = LinearHead(matrix, bias, temperature)
    return LinearClassifier(fitted, heads)


def _fit(
    features: csr_matrix,
    wanted: NDArray[np.int64],
    size: int,
    strength: float,
    weights: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights and bias with a row a label, also for labels that the examples do not hold."""
    model = LogisticRegression(C=strength, max_iter=400, random_state=SEED)
    model.fit(features, wanted, sample_weight=weights)
    matrix = np.zeros((size, features.shape[1]))
    bias = np.full(size, -20.0)  # a label never seen is never given
    if len(model.classes_) == 2:
        # scikit-learn keeps one row for two labels: the second's log odds.
        for label, sign in zip(model.classes_, (-0.5, 0.5), strict=True):
            matrix[label], bias[label] = sign * model.coef_[0], sign * model.intercept_[0]
    else:
        matrix[model.classes_], bias[model.classes_] = model.coef_, model.intercept_
    return matrix, bias


def _temperature(
    features: csr_matrix,
    wanted: NDArray[np.int64],
    size: int,
    strength: float,
    weights: NDArray[np.float64],
    groups: NDArray[np.str_],
) -> float:
    """The temperature that makes out-of-hand confidence honest."""
    folds = min(_FOLDS, len(set(groups)))
    if folds < 2:
        return 1.0
    scores = np.zeros((len(wanted), size))
    for train, test in GroupKFold(folds).split(features, wanted, groups):
        matrix, bias = _fit(features[train], wanted[train], size, strength, weights[train])
        scores[test] = features[test] @ matrix.T + bias

    def loss(log_temperature: float) -> float:
        scaled = scores / np.exp(log_temperature)
        top = scaled.max(axis=1, keepdims=True)
        total = top[:, 0] + np.log(np.exp(scaled - top).sum(axis=1))
        return float(np.average(total - scaled[np.arange(len(wanted)), wanted], weights=weights))

    found = minimize_scalar(loss, bounds=(-2.0, 2.0), method="bounded")
    return float(np.exp(found.x))
