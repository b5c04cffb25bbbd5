"""The decision of B506: learned trees as plain numbers, and what they are asked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sklearn.ensemble import GradientBoostingClassifier

from evaluation.unanswered import as_decided
from extractor.checks.boilerplate.decided import Decided, Tree
from extractor.checks.boilerplate.issues_told import ToldProblem
from extractor.checks.boilerplate.measures_told import Measure
from extractor.checks.boilerplate.weighing import NAMES, features, odds_of_none

PROBLEMS = (
    "水费公示更新慢，有的晚了两个月",
    "水质月报全是化学名词，村民看不懂",
    "管信息公开的人手少，忙起来顾不上",
)
MEASURES = (
    "水费公示每月25日前更新，逾期由办公室催办",
    "水质月报附一页白话说明和图解",
    "从渠道所抽调一名同志专职负责信息公开",
)
BESIDE = "对办公楼消防设施进行了检修"


def _problems(*names: str) -> list[ToldProblem]:
    return [ToldProblem(name, index) for index, name in enumerate(names)]


def _measures(*texts: str, behind: int = 3) -> list[Measure]:
    return [
        Measure(text, frozenset(), False, False, False, None, behind, marked=True, named=True)
        for text in texts
    ]


def test_the_trees_say_what_the_library_says() -> None:
    drawn = np.random.default_rng(7)
    table = drawn.normal(size=(400, len(NAMES)))
    left = (table[:, 0] + table[:, 3] * table[:, 5] > 0.3).astype(int)
    model = GradientBoostingClassifier(n_estimators=20, max_depth=3, random_state=0)
    model.fit(table, left, sample_weight=np.where(table[:, 1] > 0, 2.0, 1.0))
    own = as_decided(model).probabilities(table)
    assert np.allclose(own, model.predict_proba(table)[:, 1], atol=1e-4)


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    tree = Tree([0, -2, -2], [0.5, -2.0, -2.0], [1, -1, -1], [2, -1, -1], [0.0, -1.0, 2.0])
    decided = Decided(0.1, 0.5, ["x"], [tree])
    decided.save(tmp_path)
    table = np.array([[0.5], [0.6]])
    low, high = decided.probabilities(table)
    assert low < 0.5 < high
    assert Decided.load(tmp_path).probabilities(table) == [low, high]


def test_the_shipped_decision_was_learned_from_these_numbers() -> None:
    """A number more or fewer, or in another place, would be asked the wrong question."""
    assert tuple(Decided.shipped().names) == NAMES
    assert features(_problems(*PROBLEMS), _measures(*MEASURES)).shape == (3, len(NAMES))


def test_a_whole_list_leaves_nothing() -> None:
    assert max(odds_of_none(_problems(*PROBLEMS), _measures(*MEASURES))) < 0.3


@pytest.mark.parametrize("left", range(3))
def test_the_problem_whose_measure_is_struck_out(left: int) -> None:
    kept = [text for i, text in enumerate(MEASURES) if i != left]
    odds = odds_of_none(_problems(*PROBLEMS), _measures(*kept))
    assert int(np.argmax(odds)) == left
    assert odds[left] > 0.8


@pytest.mark.parametrize("left", range(3))
def test_the_problem_whose_measure_is_exchanged(left: int) -> None:
    changed = [BESIDE if i == left else text for i, text in enumerate(MEASURES)]
    odds = odds_of_none(_problems(*PROBLEMS), _measures(*changed))
    assert int(np.argmax(odds)) == left


def test_one_problem_or_no_measure_is_not_weighed() -> None:
    assert odds_of_none(_problems(PROBLEMS[0]), _measures(BESIDE, behind=1)) == [0.0]
    assert odds_of_none(_problems(*PROBLEMS), []) == [0.0, 0.0, 0.0]


def test_a_long_list_takes_no_time() -> None:
    problems = _problems(*(f"{text}之{n}" for n in range(4) for text in PROBLEMS))
    odds = odds_of_none(problems, _measures(*(MEASURES * 4), behind=12))
    assert len(odds) == 12
