"""What B507 weighs is what was learned from the pairs."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.retold import _pairs_of, fitted, pairs, told, years
from extractor.checks.boilerplate import b507_same_problems as b507


def test_the_weights_are_those_learned() -> None:
    model = fitted([*pairs(), *_pairs_of(years())])
    assert model.coef_[0] == pytest.approx(b507._WEIGHTS, abs=0.02)
    assert model.intercept_[0] == pytest.approx(b507._AT_NOUGHT, abs=0.02)


@pytest.mark.parametrize("line", ["same\t慢", "alike\t慢\t迟", "other\t\t迟"])
def test_a_line_that_is_no_pair_is_told(tmp_path: Path, line: str) -> None:
    path = tmp_path / "x.tsv"
    path.write_text(f"same\t更新慢\t更新不及时\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        pairs(path)


def test_most_must_be_the_same_and_the_doubt_small() -> None:
    assert b507.mostly_same([0.95, 0.95, 0.55])
    assert not b507.mostly_same([0.9, 0.3, 0.3])
    assert not b507.mostly_same([0.7, 0.7, 0.7])
    assert not b507.mostly_same([0.99, 0.5])


def test_offices_told_again_are_told_by_weights_of_other_offices() -> None:
    outcome = told(years(), pairs())
    again, others = (outcome[name] for name in ("all of last year's told again", "others only"))
    assert sum(again) / len(again) > 0.4
    assert sum(others) / len(others) < 0.06


def test_in_other_words_or_another_lack() -> None:
    again = b507.odds_same("栏目长期没有更新，有的停在去年", "栏目内容更新不及时，个别半年未换")
    other = b507.odds_same("栏目长期没有更新，有的停在去年", "栏目层级太深，群众找不到入口")
    assert again > 0.5 > other
