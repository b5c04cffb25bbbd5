"""Themes, what is specific, tense, year and answers of items; and that bad input costs no time."""

from __future__ import annotations

import time

import pytest

from extractor.report.items import Items
from tests.report.items_markup import read_issues, read_sections

THEMES = {
    "信息更新不及时": {"及时性"},
    "公开范围不够广，重点领域覆盖不全": {"广度"},
    "公开内容停留在表面，深度不够": {"深度"},
    "政策解读形式单一": {"解读"},
    "对群众留言回应不够主动": {"回应互动"},
    "专职人员缺乏，业务培训少": {"队伍"},
    "少数干部公开意识淡薄": {"意识"},
    "微信公众号栏目设置不合理": {"平台"},
    "依申请公开答复程序不规范": {"程序"},
    "考核监督机制不健全": {"机制"},
}
SPECIFIC = (
    "有两件答复没有写明救济途径",
    "《供水条例》的解读晚了十天",
    "学校网页超过三个月未更新的有5所",
    "“临溪水务”公众号下半年停更",
    "月报的口径说明由法规科漏写",
)
VAGUE = (
    "公开意识有待提高",
    "信息公开的广度和深度有待进一步拓展",
    "工作人员业务水平不够高",
    "公开内容不够全面，更新不够及时",
    "政策解读形式单一",
)


def problems_of(text: str) -> Items:
    return read_issues(f"存在问题：一是{text}。")


@pytest.mark.parametrize(("text", "named"), THEMES.items())
def test_theme(text: str, named: set[str]) -> None:
    (problem,) = problems_of(text).problems
    assert named <= set(problem.themes)


def test_several_themes() -> None:
    (problem,) = problems_of("公开意识不强，网站栏目更新不及时").problems
    assert problem.themes == ("及时性", "意识", "平台")


def test_no_theme() -> None:
    (problem,) = problems_of("工作做得不好").problems
    assert problem.themes == ()


@pytest.mark.parametrize("text", SPECIFIC)
def test_specific(text: str) -> None:
    (problem,) = problems_of(text).problems
    assert problem.specific


@pytest.mark.parametrize("text", VAGUE)
def test_vague(text: str) -> None:
    (problem,) = problems_of(text).problems
    assert not problem.specific


MEASURES = {
    # measure, label: tense, year
    ("每月通报一次", "改进情况："): ("done", None),
    ("每月通报一次", "下一步措施："): ("planned", None),
    ("加大培训力度", "针对上述问题，"): ("planned", None),
    ("已于10月完成栏目改版", "下一步措施："): ("done", None),
    ("2025年将增设两个查阅点", "改进情况："): ("planned", 2025),
    ("2024年9月起按周公布检测结果", "改进情况："): ("done", 2024),
    ("将公示情况纳入村干部考核", "改进情况："): ("done", None),
    ("修订《2023年公开目录》", "下一步措施："): ("planned", None),
    ("落实临政办〔2023〕5号文件要求", "下一步措施："): ("planned", None),
    ("把2015年以前的公报补录上网", "下一步措施："): ("planned", None),
    ("建立台账，为了便于查找逐条编号", "下一步措施："): ("planned", None),
    ("建立台账", "2025年改进措施："): ("planned", 2025),
}


@pytest.mark.parametrize(("told", "meant"), MEASURES.items())
def test_tense_and_year(told: tuple[str, str], meant: tuple[str, int | None]) -> None:
    words, label = told
    items = read_issues(f"存在问题：一是公开不及时；二是公开不全面。{label}一是{words}。")
    (measure,) = items.improvements
    assert (measure.text, measure.tense, measure.year) == (words, *meant)


def test_answers_by_order_where_as_many() -> None:
    items = read_issues("存在问题：一是甲类信息少；二是乙类信息少。改进：一是增加；二是补充。")
    assert [measure.answers for measure in items.improvements] == [(0,), (1,)]


def test_answers_by_content_where_not_as_many() -> None:
    items = read_issues(
        "存在问题：一是信息员业务不熟；二是网站栏目更新慢；三是解读少。"
        "改进措施：一是加强领导；二是每月检查网站栏目更新；三是办信息员培训班；四是落实责任。"
    )
    assert [measure.answers for measure in items.improvements] == [(), (1,), (0,), ()]


def test_unsure_answers_nothing() -> None:
    items = read_issues("存在问题：一是公开不快；二是公开不全。下一步，我局将加强领导。")
    assert [measure.answers for measure in items.improvements] == [()]


def test_two_sections_count_their_problems_on() -> None:
    items = read_sections(
        [
            ("issues", "五、存在的主要问题及改进情况", "问题：一是人手少。措施：一是增加人手。"),
            ("issues", "六、存在的主要问题及改进情况", "问题：一是经费少。措施：一是增加经费。"),
        ]
    )
    assert [problem.text for problem in items.problems] == ["人手少", "经费少"]
    assert [measure.answers for measure in items.improvements] == [(0,), (1,)]


@pytest.mark.parametrize(
    "text",
    [
        "一是" * 4000,
        "（" * 6000,
        "“" * 3000 + "”" * 3000,
        "存在问题" * 3000,
        "，".join(["主要存在的的的有不足"] * 1500),
        "，".join(["进一步不断切实全面提升工作水平"] * 1500),
        "1." * 5000,
        "；".join(["一是更新不及时"] * 2000),
        "\n".join(["公开不全面。下一步将改进。"] * 800),
        "不" * 20000,
    ],
    ids=lambda text: str(text)[:8],
)
def test_hostile_text_costs_little(text: str) -> None:
    began = time.process_time()
    read_issues(text)
    assert time.process_time() - began < 3.0
