"""Y404: a past year, or the report's own, as the plan for the future."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.years.mentions import Passage, Passages, year_mentions
from extractor.checks.years.plan_words import NEXT_YEAR_NAMED
from extractor.checks.years.plans import CUED, plans
from extractor.checks.years.reported_year import report_year


def check(case: Case) -> Iterator[Finding]:
    year = report_year(case)
    if year is None:
        return
    passages = Passages(case)
    told = [
        (plan.mention.passage, plan.mention.year, plan.sure)
        for plan in plans(case, year_mentions(case, passages), year)
    ]
    told += _named_next(case, passages, year)
    seen: set[int] = set()
    for passage, planned, sure in sorted(told, key=lambda one: one[0].start):
        if passage.start not in seen:
            seen.add(passage.start)
            yield _finding(case, passage, planned, sure, year)


def _named_next(case: Case, passages: Passages, year: int) -> Iterator[tuple[Passage, int, float]]:
    """新的一年（2023年）: the report says itself which year it takes for the next."""
    for match in NEXT_YEAR_NAMED.finditer(case.text):
        passage = passages.at(match.start("year"))
        if passage is not None and int(match["year"]) <= year:
            yield passage, int(match["year"]), CUED


def _finding(case: Case, passage: Passage, planned: int, sure: float, year: int) -> Finding:
    past = "报告年度本身" if planned == year else "已经过去的年份"
    return Finding(
        message=Said(
            f"把{planned}年写成今后的计划，而它是{past}（报告年度{year}年）：请核对年份。",
            f"{planned} is told as the future, but the report is on {year}.",
        ),
        section=passage.section,
        place=passage.heading,
        evidence=case.report.flow.printed(passage.start, passage.end).strip(),
        expected=f"{year + 1}年或以后",
        found=f"{planned}年",
        confidence=sure,
        start=passage.start,
        end=passage.end,
    )


RULE = Rule(
    code="Y404",
    name=Said("以过去的年份为今后计划", "A past year as the plan for the future"),
    severity="warning",
    why=Said(
        "报告写于次年，今后的打算只能是次年或以后；写成报告年度或更早的，多因沿用旧稿。",
        "The report is written in the next year: plans are for that year or later.",
    ),
    bad="2023年度报告：2023年，我局将进一步加强政策解读。",
    good="年初印发方案，明确2023年将河湖信息纳入公开范围。",
    check=check,
)
