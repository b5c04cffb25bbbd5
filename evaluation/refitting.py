"""The shipped linear model fitted again on some sentences more, in seconds.

The same features, strengths and solver as training (extractor/learning/linear.py), begun at the
shipped model's weights: the problem is convex, so the beginning moves nothing but the time. What
training adds, a temperature from cross-validation, changes no answer and is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from extractor.language.classify.labels import HEADS, Head
from extractor.language.classify.linear import LinearClassifier, weighted
from extractor.language.classify.terms import Terms
from extractor.learning.dataset import Example, sights
from extractor.learning.linear import DEFAULT, SEED, terms_of

Answers = dict[Head, NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Refitted:
    """The terms of every source, and a fitted model a head."""

    terms: tuple[Terms, ...]
    models: dict[Head, LogisticRegression]

    def answers(self, examples: Sequence[Example]) -> Answers:
        features = _joined(self.terms, examples)
        return {head: np.asarray(model.predict(features)) for head, model in self.models.items()}


class Refitter:
    """Holds what all refits share."""

    def __init__(self, development: Sequence[Example], shipped: LinearClassifier) -> None:
        self._development = list(development)
        self._shipped = shipped
        self._terms = {term: number for number, term in enumerate(_names(shipped.terms))}

    def before(self, examples: Sequence[Example]) -> Answers:
        answers = self._shipped.predict_proba(sights(examples))
        return {head: answers[head].argmax(axis=1) for head in HEADS}

    def refit(
        self, pool: Sequence[Example], chosen: Sequence[int], weight: float = 1.0
    ) -> Refitted:
        """With these sentences of the pool, each seen beside its neighbours in its report."""
        own = sights(pool)
        seen = sights(self._development) + [own[index] for index in chosen]
        examples = self._development + [pool[index] for index in chosen]
        fitted = terms_of(seen, DEFAULT.rarest)
        features = csr_matrix(hstack(weighted(fitted, seen), format="csr"))
        counted = np.ones(len(examples))
        counted[len(self._development) :] = weight
        places = np.array([self._terms.get(term, -1) for term in _names(fitted)])
        models = {head: self._fit(head, features, examples, counted, places) for head in HEADS}
        return Refitted(fitted, models)

    def _fit(
        self,
        head: Head,
        features: csr_matrix,
        examples: Sequence[Example],
        counted: NDArray[np.float64],
        places: NDArray[np.int64],
    ) -> LogisticRegression:
        wanted = numbers(examples, head)
        model = LogisticRegression(
            C=DEFAULT.strength[head], max_iter=400, random_state=SEED, warm_start=True
        )
        model.coef_, model.intercept_ = self._start(head, places, np.unique(wanted))
        return model.fit(features, wanted, sample_weight=counted)

    def _start(
        self, head: Head, places: NDArray[np.int64], classes: NDArray[np.int64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The shipped weights under the new numbering of terms; new terms begin at nothing."""
        shipped = self._shipped.heads[head]
        weights = np.zeros((len(classes), len(places)))
        known = places >= 0
        weights[:, known] = shipped.weights[places[known]][:, classes].T
        bias = shipped.bias[classes]
        if len(classes) == 2:
            # scikit-learn keeps one row for two labels: the second's log odds.
            return weights[1:] - weights[:1], bias[1:] - bias[:1]
        return weights, bias.copy()


def macro_f1(wanted: NDArray[np.int64], given: NDArray[np.int64]) -> float:
    """Over the labels that occur, as in learning/measures.py; fast enough to resample."""
    size = 1 + max(len(names) for names in HEADS.values())
    told = np.bincount(wanted * size + given, minlength=size * size).reshape(size, size)
    cases, claimed, right = told.sum(axis=1), told.sum(axis=0), told.diagonal()
    occur = cases > 0
    return float(np.mean(2 * right[occur] / (cases[occur] + claimed[occur])))


def numbers(examples: Sequence[Example], head: Head) -> NDArray[np.int64]:
    """The right answers, in the order of the head's labels."""
    order = list(HEADS[head])
    return np.array([order.index(example.labels.of(head)) for example in examples])


def _joined(terms: Sequence[Terms], examples: Sequence[Example]) -> csr_matrix:
    return csr_matrix(hstack(weighted(terms, sights(examples)), format="csr"))


def _names(terms: Sequence[Terms]) -> list[tuple[str, str]]:
    """Source and n-gram of every column."""
    return [(one.source.name, name) for one in terms for name in one.names]
