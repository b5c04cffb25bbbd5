"""What two models' right and wrong answers say, and when one may take the other's place."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.language.classify.labels import HEADS
from extractor.learning.retrain.compare import Comparison, Difference, compare
from extractor.learning.retrain.decide import AT_WORST, MARGIN, decide
from tests.learning.invented import examples

gains = st.floats(-0.5, 0.5)


@st.composite
def comparisons(draw: st.DrawFn, most: int = 400) -> Comparison:
    def difference() -> Difference:
        ahead, width = draw(gains), draw(st.floats(0, 0.4))
        return Difference(0.5, 0.5 + ahead, ahead, (ahead - width, ahead + width))

    heads = {head: difference() for head in HEADS}
    return Comparison(
        draw(st.integers(0, most)),
        draw(st.integers(0, 40)),
        heads,
        difference(),
        draw(st.floats(0, 1)),
    )


@given(comparisons(), st.none() | comparisons(), comparisons(99))
def test_never_with_fewer_than_a_hundred_held_out_labels(
    frozen: Comparison, shipped: Comparison | None, own: Comparison
) -> None:
    decision = decide(frozen, shipped, own)
    assert not decision.promote
    assert decision.reasons


@given(comparisons(), st.none() | comparisons(), st.none() | comparisons())
def test_promoted_is_only_what_lost_nothing_and_gained_for_certain(
    frozen: Comparison, shipped: Comparison | None, own: Comparison | None
) -> None:
    decision = decide(frozen, shipped, own)
    assert all(reason.zh and reason.en for reason in decision.reasons)
    if decision.promote:
        assert own is not None
        assert own.mean.interval[0] > 0
        for compared in (frozen, shipped) if shipped else (frozen,):
            assert all(d.ahead >= -MARGIN for d in compared.heads.values())
            assert all(d.interval[0] >= -AT_WORST for d in compared.heads.values())


def told(ahead: float, low: float, high: float, **more: Any) -> Comparison:
    d = Difference(0.8, 0.8 + ahead, ahead, (low, high))
    given_: dict[str, Any] = {"labels": 120, "reports": 12, "champion_right": 0.6}
    return Comparison(heads=dict.fromkeys(HEADS, d), mean=d, **(given_ | more))


GAIN, EVEN = told(0.05, 0.02, 0.08), told(0.0, -0.01, 0.01)


@pytest.mark.parametrize(
    ("frozen", "shipped", "own", "outcome", "words"),
    [
        (EVEN, None, GAIN, "promote", "0.800 → 0.850"),
        (told(-0.02, -0.02, 0.0), None, GAIN, "worse", "固定留出集：主题"),
        (told(0.0, -0.03, 0.03), None, GAIN, "worse", "区间下限 -0.030"),
        (EVEN, told(-0.02, -0.03, 0.0), GAIN, "worse", "随程序安装的模型"),
        (EVEN, None, None, "not_enough", "还差 100 句"),
        (EVEN, None, told(0.05, 0.02, 0.08, labels=40), "not_enough", "再标 200 句"),
        (EVEN, None, told(0.05, 0.02, 0.08, reports=4), "not_enough", "4 份报告"),
        (EVEN, None, told(0.05, 0.02, 0.08, champion_right=0.05), "not_enough", "判错"),
        (EVEN, None, told(-0.05, -0.08, -0.02), "worse", "您的留出标注：主题"),
        (EVEN, None, EVEN, "not_better", "区间含零"),
    ],
)
def test_what_is_said_of_each(
    frozen: Comparison, shipped: Comparison | None, own: Comparison | None, outcome: str, words: str
) -> None:
    decision = decide(frozen, shipped, own)
    assert decision.outcome == outcome
    assert words in "".join(reason.zh for reason in decision.reasons)


def test_a_comparison_counts_reports_and_pairs_its_draws() -> None:
    data = examples()
    right, wrong = {}, {}
    for head, names in HEADS.items():
        order = list(names)
        rows = np.zeros((len(data), len(names)))
        rows[np.arange(len(data)), [order.index(e.labels.of(head)) for e in data]] = 1.0
        right[head], wrong[head] = rows, np.roll(rows, 1, axis=1)
    found = compare(data, wrong, right)
    assert found is not None
    assert (found.labels, found.reports, found.champion_right) == (72, 12, 0.0)
    assert found.mean.ahead == 1.0
    same = compare(data, right, right)
    assert same is not None
    assert same.mean.interval == (0.0, 0.0)
    assert Comparison.from_data(json.loads(json.dumps(found.as_data()))) == found
    assert compare([], right, right) is None
