"""Where prose turns: from last year to this one, from a lack to a deed, from deed to plan."""

from __future__ import annotations

import pytest

from extractor.report.items.answers import answer
from extractor.report.items.drafts import Draft, Lead
from extractor.report.items.redress import speaks_of_redress
from extractor.report.items.tense import tells_measure, told
from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "a talker's headings": (
        "先讲去年的整改。{d>:上年报告所列的“目录过时”一项，已重新编排}。"
        "再讲今年的不足。{p:船闸停航通告发得太晚}。怎么办呢？{n0>0:停航通告提前三天发布}。"
    ),
    "counting goes on in another style": (
        "（一）{p:航道水深公布不及时}。（二）{p:船员考试通知不醒目}。3.{p:收费依据没有上墙}。"
    ),
    "two lacks in one item": (
        "一方面，{p:站点公示牌更新不及时}；{p:线路图缺少英文标注}。"
        "另一方面，{p:投诉处理结果公开少}。"
    ),
    "titles in brackets": (
        "【票价公开】{p:联程票价没有公布，旅客难以比较}。【改进】{n0>0:将在售票口张贴联程票价表}。"
    ),
    "titles on lines": (
        "旅客找不到\n{p:失物招领信息散在各站，旅客要逐站去问}。\n"
        "我们贴得少\n{p:临时停运通告只贴在站内}。我们{d:x}"
    ).replace("我们{d:x}", "{d0>1:我们在12个站外加装了公告栏}。"),
    "for this, before a list": (
        "存在的问题：{p:水价构成解释不清}。为此，我局采取了以下做法：●{d0>0:编印水价说明}。"
    ),
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_turn(marked: str) -> None:
    assert_items(marked, read_issues(plain(marked)))


def test_the_subject_may_be_the_work() -> None:
    assert tells_measure("停航通告从9月起改为每日发布", 2024)
    assert not tells_measure("停航通告更新太慢", 2024)


def test_a_counted_deed_that_goes_on_is_done() -> None:
    assert told("开展宣讲活动，发放手册800册，此项工作还将继续推进", 2024) == "done"
    assert told("发放手册，今后将继续推进", 2024) == "planned"


def test_last_year_is_not_this_year() -> None:
    assert speaks_of_redress("2023年报告所列的检索不便问题，已改版解决", 2024)
    assert not speaks_of_redress("公开目录更新不及时，群众意见较大", 2024)


def test_what_a_measure_began_it_answers_later() -> None:
    lead = Lead("measure")
    drafts = [Draft("measure", 0, 1, n, lead, near=(0, 1), group=n) for n in range(3)]
    texts = ["对第二个问题，推出“一码查”", "补录三年档案", "把“一码查”延伸到乡镇"]
    found = answer(drafts, texts, ["目录陈旧", "查询要跑三个窗口"])
    assert found[0] == (1,)
    assert found[2] == (1,)
