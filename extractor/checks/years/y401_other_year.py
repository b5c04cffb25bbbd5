"""Y401: another year's work told as this year's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.years import words
from extractor.checks.years.mentions import Mention, year_mentions
from extractor.checks.years.own_work import FAIRLY, SURE, tells_own_work
from extractor.checks.years.periods import StatedPeriod, stated_periods, statistical
from extractor.checks.years.plans import plans
from extractor.checks.years.reported_year import report_year
from extractor.checks.years.voices import odd_title

# So many places with the same wrong year are last year's text taken over: one cause, one flag.
_TAKEN_OVER = 3
# 本年度（2022年）: the report says itself which year it takes for its own.
_EQUATED = re.compile(
    r"(?:本年度?|今年|报告期|报告年度|本报告期)[（(](?:即)?\s?(?P<year>20\d\d)\s?年度?[)）]"
)


@dataclass(frozen=True, slots=True)
class _Told:
    year: int
    start: int
    end: int
    mention: Mention | None
    sure: float


def check(case: Case) -> Iterator[Finding]:
    year = report_year(case)
    if year is None:
        return
    by_year: dict[int, list[_Told]] = defaultdict(list)
    for told in _told(case, year):
        by_year[told.year].append(told)
    for group in by_year.values():
        if len(group) >= _TAKEN_OVER:
            yield _finding(case, group[0], year, len(group))
        else:
            yield from (_finding(case, told, year, 1) for told in group)


def _told(case: Case, year: int) -> Iterator[_Told]:
    """One for a sentence; what another flag of the same cause tells is left out."""
    named = year_mentions(case)
    odd = odd_title(case, named)
    planned = {plan.mention.start for plan in plans(case, named, year)}
    periods = stated_periods(case)
    ranges = [(p.start, p.end) for p in statistical(case, periods)]
    seen: set[int] = set()
    for mention in named:
        if mention.year == year or mention.start in planned or mention.passage.start in seen:
            continue
        if any(start <= mention.start < end for start, end in ranges):
            continue
        if odd and mention.year == odd.year.value and mention.passage.section is None:
            continue
        sure = tells_own_work(mention, year) or _heads_problems(mention, named, year)
        if sure:
            seen.add(mention.passage.start)
            yield _Told(mention.year, mention.passage.start, mention.passage.end, mention, sure)
    yield from _in_ranges(case, year, periods)
    yield from _equated(case, year)


def _heads_problems(mention: Mention, named: list[Mention], year: int) -> float:
    """（一）2022年存在的主要问题, if the section does not set its own year against it."""
    passage = mention.passage
    if (
        passage.section != "issues"
        or mention.year > year
        or not (words.LEAD.fullmatch(mention.lead) and words.HEADS_PROBLEMS.match(mention.rest))
    ):
        return 0.0
    beside = any(m.year == year and m.passage.section == "issues" for m in named)
    return 0.0 if beside else FAIRLY


def _in_ranges(case: Case, year: int, periods: list[StatedPeriod]) -> Iterator[_Told]:
    """自2022年1月1日至12月31日，收到申请5件: the whole of another year, and what was done in it."""
    for period in periods:
        behind = case.text[period.end : period.sentence[1]]
        other = period.first.year
        if period.said or other == year or not period.is_year(other) or str(year) in behind:
            continue
        if words.COUNTED.search(behind) or words.NIL.search(behind):
            yield _Told(other, *period.sentence, None, SURE)


def _equated(case: Case, year: int) -> Iterator[_Told]:
    for match in _EQUATED.finditer(case.text):
        if int(match["year"]) != year:
            yield _Told(int(match["year"]), match.start(), match.end(), None, SURE)


def _finding(case: Case, told: _Told, year: int, count: int) -> Finding:
    flow = case.report.flow
    several = f"（同样的共{count}处）" if count > 1 else ""
    passage = told.mention.passage if told.mention else None
    section = next((s for s in case.report.outline.sections if s.start <= told.start < s.end), None)
    heading = section.heading.text if section and section.heading else None
    return Finding(
        message=Said(
            f"报告年度是{year}年，这里把{told.year}年的工作作为本年度情况写入{several}：请核对年份。",
            f"The report is on {year}, but this tells of {told.year} as its year"
            + (f" ({count} places)." if count > 1 else "."),
        ),
        section=section.key if section else None,
        place=passage.heading if passage else heading,
        evidence=flow.printed(told.start, told.end).strip(),
        expected=f"{year}年",
        found=f"{told.year}年",
        confidence=told.sure,
        start=told.start,
        end=told.end,
    )


RULE = Rule(
    code="Y401",
    name=Said("把其他年份的工作写成本年度", "Another year's work told as this year's"),
    severity="error",
    why=Said(
        "沿用往年文稿时年份忘了改，读者无法判断所述是哪一年的工作。",
        "A year left over from an earlier text: readers cannot tell which year is told of.",
    ),
    bad="2024年度报告：2023年度我局政务信息公开工作改进情况如下：",
    good="针对2023年度报告指出的问题，2024年我局已整改。",
    check=check,
)
