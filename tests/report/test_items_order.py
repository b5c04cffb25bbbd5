"""Measures told in another order than their problems: sense says which is meant for which."""

from __future__ import annotations

import pytest

from tests.report.items_markup import assert_items, plain, read_issues

CROSSED = {
    "two numbered lists": (
        "（一）存在的问题\n1.{p:经办人员业务能力不足}。\n2.{p:政策解读形式单一}。\n"
        "3.{p:部分栏目更新不及时}。\n（二）改进措施\n1.{n>2:落实每周巡查、逾期催办的规矩}。\n"
        "2.{n>0:分批选送股室骨干到市里跟班学习}。\n3.{n>1:把重点文件做成图解和动漫}。"
    ),
    "one after another": (
        "一是{p:群众参与渠道不多}；二是{p:依申请答复质量不高}；三是{p:主动公开范围偏窄}。\n"
        "下一步，一是{n>2:对照基本目录逐项补齐应公开而未公开的事项}；"
        "二是{n>0:开设网上意见征集，定期举办政府开放日}；"
        "三是{n>1:统一文书格式，由法律顾问逐件审核}。"
    ),
    "sentences without numbers": (
        "{p:个别科室对公开工作重视不够}。{p:历史文件缺漏较多}。{p:新媒体账号长期无人打理}。\n"
        "{n>2:下一步，将公众号交由宣传科专人运营}。{n>1:组织力量清理补录往年公文}。"
        "{n>0:把此项工作纳入科室年度考核}。"
    ),
}
IN_ORDER = {
    "near in words, and in order all the same": (
        "1.{p:解读材料发布不及时}。\n2.{p:解读材料群众看不懂}。\n"
        "针对上述问题：\n1.{n>0:解读稿与文件同步起草、同步报审、同步上网}。\n"
        "2.{n>1:解读稿一律改用大白话，并配图表}。"
    ),
    "what may be meant for either": (
        "一是{p:公开意识有待增强}；二是{p:公开质量有待提高}。\n"
        "下一步，一是{n>0:加强学习，提高认识}；二是{n>1:加强审核，严把发布关口}。"
    ),
    "measures that say little": (
        "一是{p:平台建设有待加强}；二是{p:业务水平有待提升}；三是{p:信息内容不够丰富}。\n"
        "下一步，一是{n>0:进一步强化统筹}；二是{n>1:进一步压实责任}；三是{n>2:进一步抓好落实}。"
    ),
}


@pytest.mark.parametrize("marked", CROSSED.values(), ids=CROSSED.keys())
def test_another_order_is_seen(marked: str) -> None:
    assert_items(marked, read_issues(plain(marked)))


@pytest.mark.parametrize("marked", IN_ORDER.values(), ids=IN_ORDER.keys())
def test_the_printed_order_stands_where_nothing_speaks_against_it(marked: str) -> None:
    assert_items(marked, read_issues(plain(marked)))
