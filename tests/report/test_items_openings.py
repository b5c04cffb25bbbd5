"""Openings without a lack or a deed of their own, beside what they announce and alone."""

from __future__ import annotations

import pytest

from extractor.report.items.openings import is_vague, is_vow
from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "weak links that need a look, and a vow": (
        "2024年，我镇公开工作取得一定成效，但对照群众期盼，仍有一些薄弱环节需要正视。"
        "{p:移民后扶资金的公示比较笼统，只有总数}。{p:两处公示栏长期没有更新}。\n"
        "2025年，我镇将进一步统一认识、压实责任，对上述问题逐一加以解决。"
        "{n2025>0:把后扶资金的户名和金额逐笔列出}。{n2025>1:由包片干部每月更换公示栏内容}。"
    ),
    "far from what is asked, and a new level": (
        "全年工作稳步推进，但由于起步较晚、底子较薄，与上级要求和群众期待还有不小距离。"
        "{p:申请受理的制度不健全}。{p:河道公告的形式单一}。\n"
        "下一步，我乡将认真总结经验，切实采取措施，努力把信息公开工作提高到一个新水平。"
        "{n0>0:我乡将制定申请受理办法，写清各环节时限}。{n0>1:我乡将聘请双语干部录制河道公告}。"
    ),
    "some that want mending, told with their cause": (
        "街道付出了不少努力，但由于对政策的理解还不够深入，加之人手紧，工作中也还存在着一些亟待解决的问题。"
        "{p:转载信息占比偏高}。{p:解读的覆盖面不够广}。"
        "今后一个时期，街道将坚持把政府信息公开工作放在更加突出的位置抓紧抓实。"
        "{n0>0:我们将要求各科室每月采写原创信息三篇}。{n0>1:我们将在快递驿站设立解读投放点}。"
    ),
    "plain to see, and to be done well": (
        "我处公开工作虽然做了一些，但问题也是明摆着的。"
        "{p:放水次序公布得太晚}。{p:水费的去向从未公布过}。"
        "来年我处要把这几件事办好。{n0:每轮放水前七天把次序贴到斗口}。"
    ),
    "behind the measures": (
        "{p:公示栏更新不及时}。{n:我局将安排专人每周换栏}。"
        "我们将继续努力，推动政府信息公开工作再上新台阶。"
    ),
    "what exists only shows the lack that was named": (
        "{p:申请台账的管理不够规范，存在要素不全、节点缺失的情况}。"
        "{p:经办人员对边界把握不准，既有该公开的没有公开，也有把身份证号一并公开的情况}。"
    ),
    "lacks that are counted up are several": (
        "对照要求还有差距，存在{p:台账要素不全}、{p:办理节点缺失}等问题。"
    ),
    "a system of what is out already is no deed": (
        "{p:失效文件清理不及时}。下一步，我局将采取措施加以改进。{n:建立已公开信息定期评估制度，每半年排查一次}。"
    ),
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_openings_are_no_items(text: str) -> None:
    assert_items(text, read_issues(plain(text)))


def test_alone_they_are_all_that_is_said() -> None:
    vague = "由于起步较晚，与上级要求和群众期待还有不小距离"
    vow = "2025年，我镇将进一步提高认识、压实责任，对上述问题逐一加以解决"
    told = read_issues(f"全年工作有序推进，但{vague}。{vow}。")
    assert [problem.text for problem in told.problems] == [vague]
    assert [(measure.text, measure.year) for measure in told.improvements] == [(vow, 2025)]


@pytest.mark.parametrize(
    "words",
    [
        "依申请公开工作中还存在一些薄弱环节",
        "政策解读与群众期待还有不小距离",
        "村务公示栏存在一些打不开的地方",
        "公示栏长期没有更新，工作中还有一些不尽如人意的地方",
    ],
)
def test_a_field_or_a_lack_of_its_own_is_not_vague(words: str) -> None:
    assert not is_vague(words)


@pytest.mark.parametrize(
    "words",
    [
        "2025年，我镇将加强培训、压实责任",
        "下一步，我局将把上述问题交由法规科逐件解决，6月底前完成",
        "我局压实责任，认真总结经验",
        "下一步，我处将围绕居民关切开设三个专栏",
    ],
)
def test_a_deed_is_no_vow(words: str) -> None:
    assert not is_vow(words)
