"""Y404: a past year, or the report's own, as the plan for the future."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.years.mentions import year_mentions
from extractor.checks.years.plans import plans


def check(case: Case) -> Iterator[Finding]:
    year = case.year
    seen: set[int] = set()
    for plan in plans(case, year_mentions(case)):
        mention, passage = plan.mention, plan.mention.passage
        if year is None or passage.start in seen:
            continue
        seen.add(passage.start)
        printed = case.report.flow.printed(passage.start, passage.end).strip()
        past = "报告年度本身" if mention.year == year else "已经过去的年份"
        yield Finding(
            message=Said(
                f"把{mention.year}年写成今后的计划，而它是{past}（报告年度{year}年）：请核对年份。",
                f"{mention.year} is told as the future, but the report is on {year}.",
            ),
            section=passage.section,
            place=passage.heading,
            evidence=printed,
            expected=f"{year + 1}年或以后",
            found=f"{mention.year}年",
            confidence=plan.sure,
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
