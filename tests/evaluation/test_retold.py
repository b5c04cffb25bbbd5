"""What B507 weighs is what was learned from the pairs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from evaluation.retold import judged, ordered, pairs, told
from extractor.checks.boilerplate import b507_same_problems as b507
from extractor.language.again import ToldAgain, shipped
from extractor.learning.again.years import Years


def test_pairs_it_learned_nothing_of_are_in_the_right_order() -> None:
    assert ordered(pairs()) > 0.9


def test_its_numbers_are_those_that_were_learned() -> None:
    numbers = b507.in_numbers("更新慢", "更新不及时", shipped())
    assert len(numbers) == len(shipped().weighs)


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


def test_offices_are_judged_by_the_models_of_others() -> None:
    office = Years(
        office="县水利局",
        last=["栏目更新慢，有的半年没动", "解读材料专业术语多，村民看不懂"],
        retold=["栏目内容更新不及时，个别半年未换", "政策解读多是专业术语，群众难懂"],
        new=["公示栏的玻璃破了没人修", "答复书漏写救济途径"],
    )
    others = [office.model_copy(update={"office": str(n)}) for n in range(6)]
    asked = []

    def fit(known: Sequence[Years]) -> ToldAgain:
        asked.append({one.office for one in known})
        return shipped()

    found = judged(others, fit)
    assert [one.office.office for one in found] == [str(n) for n in range(6)]
    assert all(len(known) == 5 for known in asked)
    outcome = told(found)
    assert all(outcome["all of last year's told again"])
    assert not any(outcome["others only"])


def test_in_other_words_or_another_lack() -> None:
    again = b507.odds_same("栏目长期没有更新，有的停在去年", "栏目内容更新不及时，个别半年未换")
    other = b507.odds_same("栏目长期没有更新，有的停在去年", "栏目层级太深，群众找不到入口")
    assert again > 0.5 > other
