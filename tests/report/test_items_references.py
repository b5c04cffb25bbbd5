"""Measures that say by number which problems they meet."""

from __future__ import annotations

import pytest

from extractor.report.items.references import reference, references
from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "two at once": (
        "存在的问题：一是{p:采伐公示更新慢}；二是{p:公示牌破损}；三是{p:解读材料少}。"
        "{d>0,2:针对第一、第三个问题，采伐公示与解读已交同一个科室办理}。{d>1:针对第二个问题，破损的6块已更换}。"
    ),
    "the points above": (
        "第一，{p:采伐公示不写地块}。\n第二，{p:护林员补助公开得晚}。\n第三，{p:防火政策解读只有文字}。\n"
        "{d>0:上述第一项，自6月起公示附示意图}。{d>2:上述第三项，已拍方言短片3部}。"
    ),
}


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("针对第一、第三个问题，逐块核对", (0, 2)),
        ("对第（1）项，做了两件事", (0,)),
        ("就（2）和（3），已补录", (1, 2)),
        ("上述第三项，改在菜市场办", (2,)),
        ("听了第二句，换了站牌", (1,)),
        ("针对通报指出的第一个问题，即“要素不全”，已补齐", (0,)),
        ("针对前两方面，拟于三月前补齐", (0, 1)),
        ("后两项已完成", (1, 2)),
    ],
)
def test_which_problems(text: str, to: tuple[int, ...]) -> None:
    found = reference(text, 3)
    assert found is not None
    assert (found.led, found.to) == (True, to)


@pytest.mark.parametrize(
    "text",
    ["第一季度，逐站补齐", "对第三方评估，已整改", "对第一批名单，已公示", "针对第四项，已改"],
)
def test_no_reference(text: str) -> None:
    assert reference(text, 3) is None


def test_bare_numbers_refer_where_one_is_left_out_or_told_so() -> None:
    problems = ["补贴不到户，是第一笔", "照片不公开，是第二笔", "主体不明，是第三笔"]
    assert references(["第一笔，已到户", "第二笔，已上传"], problems) != [None, None]
    plain_ones = ["更新慢", "解读少", "互动少"]
    assert references(["第一项，定人管", "第二项，配图解"], plain_ones) == [None, None]
    assert None not in references(["第一项，定人管", "第三项，配图解"], plain_ones)


@pytest.mark.parametrize("name", CASES)
def test_references(name: str) -> None:
    marked = CASES[name]
    assert_items(marked, read_issues(plain(marked)))
