"""Training the linear classifier: needs scikit-learn only, and takes minutes.

Each head is a logistic regression over all n-gram sources; its temperature is found on sentences
of hands that the fit did not see, so that its confidence means what it says on new writers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, hstack
from scipy.special import softmax as _softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

from extractor.language.classify.context import Sight
from extractor.language.classify.features import SOURCES, Source, texts
from extractor.language.classify.labels import HEADS, Head
from extractor.language.classify.linear import LinearClassifier, LinearHead, weighted
from extractor.language.classify.model import Probabilities
from extractor.language.classify.terms import Terms
from extractor.learning.dataset import DatasetError, Example, sights

SEED = 20260101
_FOLDS = 5
# Around the threshold an answer must still be right this often, judged on so many answers.
_GOOD_ENOUGH, _ENOUGH, _AT_MOST = 0.75, 30, 0.7


def softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(_softmax(scores, axis=1))


@dataclass(frozen=True, slots=True)
class LinearSettings:
    """Chosen by cross-validation over development hands; flat between half and double of these."""

    strength: dict[Head, float]
    """Inverse regularisation of each head."""
    rarest: int = 2
    """An n-gram of fewer sentences than this is one writer's habit, not evidence."""


DEFAULT = LinearSettings({"topic": 25.0, "tense": 40.0, "substance": 25.0})


@dataclass(frozen=True, slots=True)
class Fitted:
    """A classifier with what cross-validation over hands said of it."""

    classifier: LinearClassifier
    out_of_hand: Probabilities
    """Each sentence's answer by a fit that did not see its hand."""
    doubt: dict[Head, float]
    """Below this confidence an answer goes to the reviewer's list, not into a flag."""


def fit_linear(
    examples: Sequence[Example],
    settings: LinearSettings = DEFAULT,
    weights: Sequence[float] | None = None,
) -> Fitted:
    """The classifier of these sentences; `weights` let a user's own labels count more.

    On one core: threads that share such small sums wait for each other most of the time, and add
    them up in another order on another machine.
    """
    with threadpool_limits(1):
        return _fit_linear(examples, settings, weights)


def _fit_linear(
    examples: Sequence[Example], settings: LinearSettings, weights: Sequence[float] | None
) -> Fitted:
    seen = sights(examples)
    terms = terms_of(seen, settings.rarest)
    features = csr_matrix(hstack(weighted(terms, seen), format="csr"))
    counted = np.ones(len(examples)) if weights is None else np.asarray(weights, dtype=float)
    groups = np.array([example.hand for example in examples])
    heads: dict[Head, LinearHead] = {}
    answers: Probabilities = {}
    doubt: dict[Head, float] = {}
    for head, names in HEADS.items():
        order = list(names)
        wanted = np.array([order.index(example.labels.of(head)) for example in examples])
        strength = settings.strength[head]
        matrix, bias = _fit(features, wanted, len(order), strength, counted)
        scores = _out_of_hand(features, wanted, len(order), strength, counted, groups)
        temperature = _temperature(scores, wanted, counted)
        heads[head] = LinearHead(np.ascontiguousarray(matrix.T), bias, temperature)
        answers[head] = softmax(scores / temperature)
        doubt[head] = doubtful_below(wanted, answers[head])
    return Fitted(LinearClassifier(terms, heads), answers, doubt)


def vectorizer(source: Source, rarest: int) -> TfidfVectorizer:
    """Which n-grams one source has, and how rare each is."""
    pattern = {"token_pattern": r"\S+"} if source.analyzer == "word" else {}
    return TfidfVectorizer(
        analyzer=source.analyzer,
        ngram_range=source.ngrams,
        lowercase=False,
        sublinear_tf=True,
        min_df=rarest,
        dtype=np.float64,
        **pattern,
    )


def terms_of(seen: Sequence[Sight], rarest: int) -> tuple[Terms, ...]:
    """The terms that these sentences hold often enough."""
    terms = []
    for source in SOURCES:
        fitted = vectorizer(source, rarest).fit(texts(source, seen))
        terms.append(Terms.of(source, fitted.get_feature_names_out().tolist(), fitted.idf_))
    return tuple(terms)


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


def _out_of_hand(
    features: csr_matrix,
    wanted: NDArray[np.int64],
    size: int,
    strength: float,
    weights: NDArray[np.float64],
    groups: NDArray[np.str_],
) -> NDArray[np.float64]:
    """Every sentence's scores by a fit on other hands."""
    folds = min(_FOLDS, len(set(groups)))
    if folds < 2:
        raise DatasetError(
            "只有一个作者（hand）的句子，无法交叉验证：请补充其他单位的报告后再训练。",
            "All sentences are by one hand, which cannot be cross-validated: add other reports.",
        )
    scores = np.zeros((len(wanted), size))
    for train, test in GroupKFold(folds).split(features, wanted, groups):
        matrix, bias = _fit(features[train], wanted[train], size, strength, weights[train])
        scores[test] = features[test] @ matrix.T + bias
    return scores


def _temperature(
    scores: NDArray[np.float64], wanted: NDArray[np.int64], weights: NDArray[np.float64]
) -> float:
    """The temperature that makes out-of-hand confidence honest."""

    def loss(log_temperature: float) -> float:
        told = softmax(scores / np.exp(log_temperature))[np.arange(len(wanted)), wanted]
        return float(-np.average(np.log(np.maximum(told, 1e-12)), weights=weights))

    found = minimize_scalar(loss, bounds=(-2.0, 2.0), method="bounded")
    return float(np.exp(found.x))


def doubtful_below(wanted: NDArray[np.int64], answer: NDArray[np.float64]) -> float:
    """The lowest confidence from which on answers are right often enough for a flag."""
    sure, right = answer.max(axis=1), answer.argmax(axis=1) == wanted
    for threshold in np.arange(0.3, 0.95, 0.05):
        near = (sure >= threshold) & (sure < threshold + 0.1)
        if near.sum() >= _ENOUGH and right[near].mean() >= _GOOD_ENOUGH:
            return float(round(threshold, 2))
    return _AT_MOST
