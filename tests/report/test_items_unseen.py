"""Manners met in reports nobody tuned on: speakers, dashes, pairs, levels, bare lacks."""

from __future__ import annotations

import pytest

from extractor.report.items.answers import answer
from extractor.report.items.bounds import opens_with_generic
from extractor.report.items.compact import compact
from extractor.report.items.drafts import Draft, Lead
from extractor.report.items.labels import label_of
from extractor.report.items.marks import marks
from extractor.report.items.naming import says_problem_is
from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "one of the shortcomings, is": (
        "不足之一，是{p:林权流转公告只贴在乡里}。全年仅见两次。改进之道，是{n>0:明年起同步上网}。\n"
        "不足之二，是{p:护林员名册没有公开}。解决之策，是{d>1:已于9月在站内专栏公布名册}。"
    ),
    "numbers before numbers": (
        "问题 1 : {p:检疫结果公布太慢}\n对策 1 : {d>0:5月起改为当天公布}\n"
        "问题 2 : {p:屠宰点名单不全}\n对策 2 : {n>1:拟于年内补全}"
    ),
    "two-level enumerators": (
        "5.1 上年整改。{d>:2022年度报告所提“附件打不开”，当年6月全部更换完毕}。\n"
        "5.2 本年不足。※ {p:茶园补贴名单更新慢};※ {p:短信提醒覆盖窄}。\n"
        "5.3 整改打算。※ {n>0:名单改为按月更新};※ {n>1:把种茶大户全部纳入短信名册}。"
    ),
    "speakers and replies": (
        "年初请村民来座谈，大家当面提了不足。\n"
        "果农代表说：{p:补贴到账的时间对不上}。我们的回应：{n>0:明年把到账日期一并张榜}。\n"
        "养殖户反映：{p:疫苗通知只在镇上贴}。镇里的答复：{d>1:已从10月起发到各村微信群}。"
    ),
    "lies in, and in": (
        "今年看到的新问题，在于{p:馆藏目录只列名称、不附图片}；也在于{p:预约电话常常占线}。"
        "前者，{n>0:目录页面拟分批配图}；后者，{n>1:下一年起增设两条线路}。"
    ),
    "lacks without a cue in an announced sentence": (
        "问题还是有的，{p:菜价一天一个样，公示牌一周才换一次}；{p:摊位分配表有早有晚}。"
        "{d>0:公示牌从7月开始改成电子屏，天天换}。"
    ),
    "counted list of low scores": (
        "评估得分低于平均值的指标有三项：{p:听证意见的采纳说明，多以“已阅”二字带过}；"
        "{p:小额项目的办事解读，文字艰深}；{p:市直分局栏目的维护，6个栏目中有2个空窗}。"
    ),
    "dashes": (
        "政务号停更——两个月一条没发。".replace(
            "政务号停更——两个月一条没发", "{p:政务号停更——两个月一条没发}"
        )
        + "{d>0:后来定了每周两发，没断过}。\n{p:水价表——只写总数，没有明细}。"
        "{n>1:局里答应明年把明细列上}。"
    ),
    "a title whose paragraph goes on to its measure": (
        "【办理周期】{p:跨科室事项平均17.5个工作日，偏于压线}。补强：{n>0:实行5日预审}。\n"
        "【数据】{p:两个栏目的数字对不上}。补强：{d>1:改由同一数据库取数，11月抽查全部一致}。"
    ),
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_unseen(marked: str) -> None:
    assert_items(marked, read_issues(plain(marked), year=2023))


def test_decimals_are_no_enumerators() -> None:
    assert marks("比上年高3.5个百分点", frozenset(), 0) == []
    assert [m.style for m in marks("5.2本年不足", frozenset(), 0)] == ["level"]


def test_a_time_keeps_its_colon() -> None:
    assert compact("9:30开门", 0, 6).text == "9:30开门"
    assert compact("对策1:8月起", 0, 7).text == "对策1：8月起"


def test_replies_are_labels_and_last_years_mending_is_redress() -> None:
    reply, last = label_of("我们的回应", 2023), label_of("上年整改", 2023)
    assert reply is not None
    assert reply.sort == "measure"
    assert last is not None
    assert last.redress
    assert label_of("群众的说法", 2023) is None


def test_what_opens_a_sentence_of_lacks() -> None:
    assert opens_with_generic("问题还是有的，名单有早有晚")
    assert not opens_with_generic("名单有早有晚，最晚的拖了23天")
    assert says_problem_is("今年看到的新问题，在于目录不全")
    assert not says_problem_is("目录不全")


def test_measures_told_in_another_order() -> None:
    problems = ["低保停发没写原因", "乡镇名单报送有早有晚", "橱窗玻璃碎了没人管"]
    texts = ["停发原因已加一栏", "橱窗玻璃换好3块", "乡镇名单报送每月催一遍"]
    drafts = [Draft("measure", 0, 1, n, Lead("measure"), near=(0, 1, 2)) for n in range(3)]
    assert answer(drafts, texts, problems) == [(0,), (2,), (1,)]
