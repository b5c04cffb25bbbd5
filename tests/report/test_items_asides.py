"""Asides and turns within a section: what is said around a problem and is none of it."""

from __future__ import annotations

import pytest

from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "the most pressing": "问题还是有的。最要紧的是{p:河道采砂许可公开不及时}。",
    "though dealt with": "{p:超期答复14件，虽都办了延期，但申请人仍有意见}。",
    "who comes and goes": (
        "存在问题：{p:栏目更新慢}。改进情况：{d>0:建立周查台账}。\n"
        "{p:由协管员兼任的占一半，流动快}。改进情况：{d>1:固定了专人}。"
    ),
    "known to ourselves": (
        "说到不足，我们心里有数，{p:惠农补贴公示太晚}。老问题也有，新问题也有。{p:留言没人回}。"
    ),
    "told together": (
        "今年的问题和打算放在一起说。一是{p:更新不及时}。{n>0:下一步，将每周核对一次}。"
    ),
    "a decimal is no mark": "存在问题：1.{p:账号更新少，平均每月只发1.2条}；2.{p:解读不多}。",
    "what lacks in titles": (
        "（一）问题\n1.{p:网站内容更新不一致}\n同一通知有三个版本。\n2.{p:手机上的字小、词生}\n"
        "老人看着费劲。\n3.{p:公示不够详细}\n只有总数。"
    ),
    "next year's year": (
        "一是{p:公示栏木框朽坏，字看不清}。{n2025>0:2025年开春后换成铁皮栏}。二是{p:喇叭声音小}。"
    ),
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_aside(marked: str) -> None:
    assert_items(marked, read_issues(plain(marked)))
