"""What a measure is meant for: by what both speak of, by place and number."""

from __future__ import annotations

import time

import pytest

from extractor.checks.boilerplate.b507_same_problems import alike
from extractor.checks.boilerplate.issues_told import ToldProblem
from extractor.checks.boilerplate.likeness import likeness
from extractor.checks.boilerplate.measures_told import Measure
from extractor.checks.boilerplate.unanswered import left_by_place

SLOW = "水费公示更新慢"
PLAIN = "水质月报全是化学名词，村民看不懂"
FEW = "管这项工作的人手少，忙起来顾不上"
BROKEN = "公示牌被雨水冲掉了6块"


def _problems(*names: str) -> list[ToldProblem]:
    return [ToldProblem(name, index) for index, name in enumerate(names)]


def _measure(text: str, behind: int, marked: bool = False) -> Measure:
    return Measure(
        text, frozenset(), False, False, False, None, behind=behind, marked=marked, named=True
    )


@pytest.mark.parametrize(
    ("problem", "own", "other"),
    [
        (SLOW, "每月25日前上传", "请县医院的医生写一页白话"),
        (PLAIN, "请县医院的医生写一页白话", "从渠道所抽调一名同志"),
        (FEW, "从渠道所抽调一名同志", "破损的全部重做"),
        (BROKEN, "换成钢架的，重新装好", "从渠道所抽调一名同志"),
    ],
)
def test_a_remedy_of_its_kind_needs_no_word_in_common(problem: str, own: str, other: str) -> None:
    assert likeness(problem, own) > likeness(problem, other)


def test_nothing_in_common_is_nothing() -> None:
    assert likeness(BROKEN, "值班电话转接到股长手机") == 0.0


def test_as_many_measures_as_problems_leave_none() -> None:
    told = [_measure("每月25日前更新水费公示", 2), _measure("请县医院的医生写一页白话", 2)]
    assert left_by_place(_problems(SLOW, PLAIN), told) == []


def test_of_three_problems_the_one_without_which_the_rest_fits() -> None:
    problems = _problems(SLOW, PLAIN, BROKEN)
    first, second, third = "水费公示每月25日前更新", "水质月报附一页白话", "6块公示牌已重做"
    for left, texts in enumerate([(second, third), (first, third), (first, second)]):
        told = [_measure(text, 3, marked=True) for text in texts]
        assert left_by_place(problems, told) == [left]


def test_in_doubt_which_one_it_is_nothing_is_told() -> None:
    told = [
        _measure("在岸边立一块石碑", 3, marked=True),
        _measure("把渠首的闸门刷成红色", 3, marked=True),
    ]
    assert left_by_place(_problems(SLOW, PLAIN, BROKEN), told) == []


def test_each_has_its_measure_right_behind_it_but_one() -> None:
    told = [_measure("8月起由股长盯着", 1), _measure("已经动手在办", 3)]
    assert left_by_place(_problems(SLOW, PLAIN, BROKEN), told) == [1]


def test_a_list_of_many_costs_little() -> None:
    problems = _problems(*(f"第{n}灌区放水日程没有上网{SLOW}" for n in range(8)))
    told = [_measure(f"{n}号渠的日程上网", 8, marked=True) for n in range(4)]
    started = time.process_time()
    left_by_place(problems, told)
    assert time.process_time() - started < 1.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("供水政策解读数量少", "供水政策解读质量不高，专业术语过多", False),
        ("水管站公示栏玻璃碎了没人换", "水管站公示栏的玻璃碎了4块，一直没人换", True),
        ("公开意识有待加强", "队伍能力有待提高", False),
    ],
)
def test_the_same_problem_is_told_anew(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same
