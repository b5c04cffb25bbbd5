"""The day on which a report was signed or published, wherever and however it stands."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.report.dividing.signature import find_signature
from extractor.report.identity.issued import issued_of
from tests.report.invented import AFTER_OVERVIEW, OVERVIEW, read

TITLE = "云岭县财政局2024年政府信息公开工作年度报告"
SECTIONS = f"一、总体情况\n{OVERVIEW}\n{AFTER_OVERVIEW}"
DAY = date(2025, 1, 9)


def issued(text: str) -> date | None:
    flow, analysis, outline = read(text)
    signature = find_signature(flow, analysis, outline.sections[-1].start)
    found = issued_of(flow, analysis, outline, signature if outline.signature else None)
    return found.value if found else None


@pytest.mark.parametrize(
    "line",
    [
        "2025年1月9日",
        "（2025年1月9日）",
        "云岭县财政局 2025年1月9日",
        "发布时间：2025-01-09 来源：云岭县财政局 浏览次数：31",
        "来源：县政府网　发布日期：2025年1月9日　字号：大 中 小",
        "【发布时间：2025-01-09】【来源：财政局】",
        "索引号：001-2025 发文机关：云岭县财政局 成文日期：2025年01月09日",
        "时间：2025年1月9日 来源：县财政局",
    ],
)
def test_the_day_under_the_title(line: str) -> None:
    assert issued(f"{TITLE}\n{line}\n{SECTIONS}\n云岭县财政局") == DAY


@pytest.mark.parametrize(
    "line",
    [
        "报告时间：2024年1月1日—2024年12月31日",
        "时间：2024年1月1日至12月31日",
        "统计时间：2024年1月1日至2024年12月31日",
        "（2024年1月1日—2024年12月31日）",
        "我局于2024年3月20日挂牌成立。",
    ],
)
def test_other_days_under_the_title(line: str) -> None:
    assert issued(f"{TITLE}\n{line}\n{SECTIONS}\n云岭县财政局") is None


@pytest.mark.parametrize(
    "lines",
    [
        "云岭县财政局\n2025．1．9",
        "云岭县财政局\n2025年1月9日印",
        "云岭县财政局\n2025年1月9日发布",
        "云岭县财政局\n二 〇 二 五 年 一 月 九 日",
        "云岭县财政局\n贰零贰伍年壹月玖日（2025年1月9日）",
        "云岭县财政局\n公历2025年1月9日（农历腊月初十）",
        "云岭县财政局      2025年\n1月9日",
        "（云岭县财政局，2025年1月9日）",
    ],
)
def test_the_day_in_the_last_lines(lines: str) -> None:
    assert issued(f"{TITLE}\n{SECTIONS}\n{lines}") == DAY


@pytest.mark.parametrize(
    "line", ["附：截至2024年12月31日", "数据自2024年1月1日至2024年12月31日", "二〇二五年一月"]
)
def test_other_days_in_the_last_lines(line: str) -> None:
    assert issued(f"{TITLE}\n{SECTIONS}\n{line}\n云岭县财政局") is None


def test_the_signature_goes_before_the_page() -> None:
    page = f"{TITLE}\n发布时间：2025-02-03 来源：县财政局\n{SECTIONS}"
    assert issued(f"{page}\n云岭县财政局\n2025年1月9日") == DAY
