"""Years that are told as the future: plans, each with the year that it is for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.checks.model import Case
from extractor.checks.years import plan_words as cues
from extractor.checks.years import words
from extractor.checks.years.mentions import Mention

CUED, LISTED = 0.9, 0.75


@dataclass(frozen=True, slots=True)
class Plan:
    mention: Mention
    sure: float


def plans(case: Case, named: list[Mention]) -> list[Plan]:
    """Plans for the report's year or one before it; none for a later year."""
    year = case.year
    if year is None:
        return []
    found = []
    for mention in named:
        sure = _planned(case, mention, year) if mention.year <= year else 0.0
        if sure:
            found.append(Plan(mention, sure))
    return found


def _planned(case: Case, mention: Mention, report_year: int) -> float:
    said = mention.before + mention.lead
    # Beside the next year's number this one belongs to what went before.
    if cues.PLANNED_THEN.search(said) or str(report_year + 1) in said + mention.rest:
        return 0.0
    if _is_label(mention):
        return CUED
    if cues.CARRIED_OUT.search(_near(mention.rest)) or cues.LASTING.match(mention.rest):
        return 0.0
    if _is_cued(mention, said):
        return CUED
    return LISTED if _is_listed(case, mention) else 0.0


def _near(rest: str) -> str:
    """The first clauses: what is told behind them may be another matter."""
    return "，".join(re.split("[，。；]", rest, maxsplit=3)[:3])


def _is_label(mention: Mention) -> bool:
    alone = mention.lead.strip(words.COVER) in ("", "在", "关于") and not mention.before.strip()
    spoken = mention.passage.section in ("issues", "other")
    return alone and spoken and cues.LABEL.match(mention.rest) is not None


def _is_cued(mention: Mention, said: str) -> bool:
    """Words of the future before or behind the year; outside the last sections only sure ones."""
    time = cues.TIME.match(mention.rest)
    behind = mention.rest[time.end() :] if time else mention.rest
    leads = words.LEAD.fullmatch(mention.lead) is not None or cues.NEXT.search(mention.lead)
    if leads and cues.SURELY_BEHIND.match(behind):
        return True
    if mention.passage.section not in ("issues", "other"):
        return False
    if leads and cues.BEHIND.match(behind):
        return True
    if cues.BY.search(mention.lead):
        return True
    if re.search("(?:拟|计划|打算|准备|预计|答应)$", mention.lead):
        by = cues.DEADLINE.match(mention.rest) or re.match("[^，。；]{1,6}前", behind)
        return bool(by or cues.GOES_ON.match(behind))
    is_time = cues.DEADLINE.match(mention.rest) or cues.GOES_ON.match(behind)
    return bool(cues.NEXT.search(said) and is_time)


def _is_listed(case: Case, mention: Mention) -> bool:
    """A deadline in a measure that its list's own heading tells as planned."""
    if mention.passage.section != "issues" or not cues.DEADLINE.match(mention.rest):
        return False
    return any(
        measure.tense == "planned" and measure.start <= mention.start < measure.end
        for measure in case.report.items.improvements
    )
