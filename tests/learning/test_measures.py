"""Figures about classifiers, against cases counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from extractor.language.classify.labels import HEADS
from extractor.learning.measures import calibration_error, figures, kappa, macro_f1
from tests.learning.invented import examples


def test_macro_f1_counts_labels_alike_and_only_those_that_occur() -> None:
    wanted, given = np.array([0, 0, 0, 1]), np.array([0, 0, 1, 1])
    assert macro_f1(wanted, given) == pytest.approx((0.8 + 2 / 3) / 2)


def test_calibration_error_of_an_honest_and_a_boastful_model() -> None:
    wanted = np.array([0] * 7 + [1] * 3)
    honest, boastful = np.tile([0.7, 0.3], (10, 1)), np.tile([0.99, 0.01], (10, 1))
    assert calibration_error(wanted, honest) == pytest.approx(0.0, abs=1e-9)
    assert calibration_error(wanted, boastful) == pytest.approx(0.29)


def test_kappa_is_agreement_beyond_chance() -> None:
    assert kappa(["a", "b", "a", "b"], ["a", "b", "a", "b"]) == pytest.approx(1.0)
    assert kappa(["a", "b", "a", "b"], ["a", "a", "b", "b"]) == pytest.approx(0.0)


def test_figures_of_right_answers() -> None:
    data = examples()
    answers = {}
    for head, names in HEADS.items():
        rows = np.full((len(data), len(names)), 0.0)
        for row, example in zip(rows, data, strict=True):
            row[list(names).index(example.labels.of(head))] = 1.0
        answers[head] = rows
    found = figures(data, answers)["topic"]
    assert found.macro_f1 == found.accuracy == 1.0
    assert found.calibration_error == 0.0
    assert found.interval == (1.0, 1.0)
    assert {label.cases for label in found.labels} == {0, 12}
