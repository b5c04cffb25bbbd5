"""Y402: the statistical period is not the report's year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.years.mentions import year_mentions
from extractor.checks.years.periods import StatedPeriod, stated_periods, statistical
from extractor.checks.years.reported_year import report_year
from extractor.checks.years.voices import odd_title

_PART_CONFIDENCE = 0.7
_FOUNDED = r"(?:成立|组建|挂牌|揭牌|设立|新设|建局|建制|运行|履职|办公)"


def check(case: Case) -> Iterator[Finding]:
    year = report_year(case)
    if year is None:
        return
    periods = statistical(case, stated_periods(case))
    whole = any(period.is_year(year) for period in periods)
    odd = odd_title(case, year_mentions(case))
    for period in periods:
        if period.is_year(year) or (odd and period.is_year(odd.year.value)):
            continue
        if period.impossible or not period.within(year):
            yield _wrong(case, period, year)
        elif not whole and not _founded_then(case, period):
            yield _part(case, period, year)


def _wrong(case: Case, period: StatedPeriod, year: int) -> Finding:
    printed = case.report.flow.printed(period.start, period.end)
    backwards = period.first > period.last
    zh = "统计期限的起止日期颠倒" if backwards else f"统计期限不是{year}年全年"
    en = "The period ends before it begins" if backwards else f"The period is not all of {year}"
    if period.impossible:
        zh, en = "统计期限中的日期不存在", "The period has a day that no calendar has"
    return _finding(case, period, year, Said(f"{zh}：{printed}。", f"{en}: {printed}."))


def _part(case: Case, period: StatedPeriod, year: int) -> Finding:
    printed = case.report.flow.printed(period.start, period.end)
    said = Said(
        f"统计期限只是{year}年的一部分：{printed}；年内新设或合并的机关请说明，否则应为全年。",
        f"The period is a part of {year} only: {printed}; say so if founded or merged in it.",
    )
    return _finding(case, period, year, said, part=True)


def _finding(
    case: Case, period: StatedPeriod, year: int, said: Said, *, part: bool = False
) -> Finding:
    sentence = case.report.flow.printed(*period.sentence).strip()
    return Finding(
        message=said,
        section=period.section,
        place="统计期限",
        evidence=sentence,
        expected=f"{year}年1月1日至{year}年12月31日",
        found=case.report.flow.printed(period.start, period.end),
        confidence=_PART_CONFIDENCE if part else 1.0,
        severity="hint" if part else None,
        start=period.start,
        end=period.end,
    )


def _founded_then(case: Case, period: StatedPeriod) -> bool:
    """Whether the report says that the agency began on the day on which its period does."""
    if period.first == date(period.first.year, 1, 1):
        return False
    day = rf"(?:{period.first.month}\s?月\s?{period.first.day}\s?[日号]|[该此]日|当[日天])"
    month = rf"{period.first.month}\s?月份?(?!\s?\d)"
    near = (
        rf"(?:{day}|{month})[^。\n]{{0,25}}{_FOUNDED}"
        rf"|{_FOUNDED}[^。\n]{{0,6}}(?:之日|当[日天]|于[^。\n]{{0,8}}{day})"
    )
    return re.search(near, case.text) is not None


RULE = Rule(
    code="Y402",
    name=Said("统计期限有误", "Wrong statistical period"),
    severity="error",
    why=Said(
        "年度报告统计上一年1月1日至12月31日；期限写错，所列数据是哪一年的就说不清。",
        "The report covers 1 January to 31 December of its year; otherwise nobody knows which"
        " year the figures belong to.",
    ),
    bad="2023年度报告：所列数据的统计期限自2022年1月1日起至2022年12月31日止。",
    good="所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
    check=check,
)
