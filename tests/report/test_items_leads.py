"""Leads, labels and lists whose stops, signs or words say little of what they announce."""

from __future__ import annotations

import pytest

from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "behind but": "全年办件量居前列，但{p:留言的人工回复率只有四成}。",
    "headings that ask": "哪里没做好\n{p:渡口公告贴得晚}。\n明年怎么干\n{n0>0:公告提前三天贴}。",
    "a bare noun heads its sentences": (
        "（一）关于水价。{p:水价构成解释不清}。{n2025>0:2025年拟编印水价说明}。"
    ),
    "a list that counts for itself": (
        "一方面，{p:水位公布偏慢}；另一方面，{p:巡查频次不足}。"
        "下一步，一要{n:每日公布水位}；二要{n:增加巡查}；三要{n:用好测站}。"
    ),
    "a label glued to its list": (
        "（一）存在的主要问题1.{p:船票价格更新慢}2.{p:渡口电话打不通}"
        "（二）改进措施1.{n:当日更新}2.{n:改由值班室接听}"
    ),
    "signs printed as letters": "主要问题\nØ {p:渡口电话打不通}\nØ {p:票价更新慢}",
    "columns of a ledger": (
        "问题1：{p:票价更新慢}。整改：{n:当日更新}。责任科室：运管科。时限：2025年6月底前。"
    ),
    "counted by 曰": "一曰{p:目录陈旧，久未修订}；二曰{p:解读寡淡，读者寥寥}。",
    "to say what is lacking": "没有什么大问题。要说不足，就是{p:船员考试通知不醒目}。",
    "what a semicolon joins": "{p:停航通告平均在停航当天发布}；{p:收费依据没有上墙}。",
    "therefore we": "{p:渡口公告贴得晚}，{n2025:因此2025年我局将提前三天张贴}。",
    "told over again": (
        "去年我们在报告里讲，渡口电话打不通、票价更新慢。今年都有了交代："
        "{d>:电话专人接听}；{d>:票价当日更新}。"
    ),
    "a slogan is none": "{p:票价更新慢}。新的一年，我局将提高政治站位，强化责任担当，砥砺前行。",
    "broken at the page's edge": (
        "存在的主要问题是：{p:渡口停航通告发布以后沿线各站没\n有同步张贴}；{p:票价构成解释不清}。下"
        "一步我们将采取\n以下措施：{n:通告同日张贴}；{n:编印票价说明}。"
    ),
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_lead(marked: str) -> None:
    assert_items(marked, read_issues(plain(marked)))
