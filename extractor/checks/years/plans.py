"""Years that are told as the future: plans, each with the year that it is for."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from extractor.checks.model import Case
from extractor.checks.years import plan_words as cues
from extractor.checks.years import words
from extractor.checks.years.mentions import Mention
from extractor.report.items.model import Improvement

CUED, LISTED = 0.9, 0.75
_SPOKEN = ("issues", "other")
_TOLD_AS_DONE = re.compile(r"已|(?<![除为])了(?!解)|完成(?!率)|全部|均|实际|多数|基本")


@dataclass(frozen=True, slots=True)
class Plan:
    mention: Mention
    sure: float


def plans(case: Case, named: list[Mention], year: int | None) -> list[Plan]:
    """Plans for the report's year or one before it; none for a later year."""
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
    if str(report_year + 1) in said + mention.rest:
        return 0.0
    if _is_label(mention):
        return CUED
    if cues.PLANNED_THEN.search(said):
        return 0.0
    if cues.CARRIED_OUT.search(_near(mention.rest)) or cues.LASTING.match(mention.rest):
        return 0.0
    if cues.OF_THAT_TIME.match(mention.rest):
        return 0.0
    if _is_cued(mention, said):
        return CUED
    if mention.year == report_year and _carries_on(mention, said, report_year):
        return LISTED
    return LISTED if _is_listed(case, mention) else 0.0


def _near(rest: str) -> str:
    """The first clauses: what is told behind them may be another matter."""
    return "，".join(re.split("[，。；]", rest, maxsplit=3)[:3])


def _is_label(mention: Mention) -> bool:
    """（二）2023年工作打算; 2023年度的不足及2023年打算."""
    lead = mention.lead.strip(words.COVER)
    alone = words.LEAD.fullmatch(lead) or lead == "关于" or cues.BESIDE_LABEL.search(lead)
    match = cues.LABEL.match(mention.rest)
    if match is None or not alone or mention.before.strip() or not _is_spoken(mention):
        return False
    if match["kind"] not in cues.MAY_BE_DONE:
        return True
    behind = mention.rest[match.end() :] + mention.passage.following
    return match["heads"] is not None and not _TOLD_AS_DONE.search(behind)


def _is_spoken(mention: Mention) -> bool:
    return mention.passage.section in _SPOKEN


def _is_cued(mention: Mention, said: str) -> bool:
    """Words of the future before or behind the year; outside the last sections only sure ones."""
    time = cues.TIME.match(mention.rest)
    behind = mention.rest[time.end() :] if time else mention.rest
    leads = _leads(mention)
    if leads and cues.SURELY_BEHIND.match(behind):
        return True
    return _is_spoken(mention) and _is_meant(mention, said, behind, leads)


def _leads(mention: Mention) -> bool:
    lead = re.sub("(?:[到至]|直到)$", "", mention.lead)
    return words.LEAD.fullmatch(lead) is not None or cues.NEXT.search(lead) is not None


def _is_meant(mention: Mention, said: str, behind: str, leads: bool) -> bool:
    """In the sections that tell of plans any word of the future will do."""
    rest = mention.rest
    if cues.ON_ITS_GROUND.match(rest):
        return False
    if leads and (cues.BEHIND.match(behind) or _lists_plans(behind)):
        return True
    if cues.FOR_THE_SAKE.search(mention.lead) and cues.SPEAKS_OF_FUTURE.search(rest):
        return True
    if cues.BY.search(mention.lead):
        return True
    if cues.FROM.search(mention.lead):
        return cues.FROM_THEN.match(rest) is not None
    if cues.REMAINDER.search(said) and cues.DEADLINE.match(rest):
        return True
    if re.search("(?:拟|计划|打算|准备|预计|答应)$", mention.lead):
        by = cues.DEADLINE.match(rest) or re.match("[^，。；]{1,6}前", behind)
        return bool(by or cues.GOES_ON.match(behind))
    is_time = cues.DEADLINE.match(rest) or cues.GOES_ON.match(behind)
    return bool(cues.NEXT.search(said) and is_time)


def _carries_on(mention: Mention, said: str, report_year: int) -> bool:
    """尚有2件结转2023年办理: what is left of this year cannot be left for this year."""
    if not cues.CARRIES_ON.search(said) or not cues.CARRIED_TO.match(mention.rest):
        return False
    return cues.CARRIED_IN.search(said) is None and str(report_year - 1) not in said


def _lists_plans(behind: str) -> bool:
    """2023年，一是推动…；二是…，预计用时8个月."""
    if not cues.LISTS.match(behind) or _TOLD_AS_DONE.search(behind):
        return False
    return cues.LISTED_FUTURE.search(behind) is not None


def _is_listed(case: Case, mention: Mention) -> bool:
    """A time in a measure that its list's own heading tells as planned."""
    if mention.passage.section != "issues":
        return False
    measure = _measure(case.report.items.improvements, mention.start)
    if measure is None or measure.tense != "planned" or _meant_later(mention):
        return False
    if cues.DEADLINE.match(mention.rest):
        return True
    # Reading takes 将 for the future where it may be 把: then only sure words count.
    if mention.start - measure.start > 1 or cues.DISPOSES.search(mention.rest):
        return False
    return words.LEAD.fullmatch(mention.lead) is not None and bool(cues.ACTS.match(mention.rest))


def _meant_later(mention: Mention) -> bool:
    """2023年5月开放水厂，…，计划每年一次: what is planned is another clause's."""
    own, *later = re.split("[，,；;]", mention.rest.lstrip("度，,"), maxsplit=1)
    if re.fullmatch(rf"(?:{cues.DEADLINE.pattern})", own) and later:
        own, *later = re.split("[，,；;]", later[0], maxsplit=1)
    front = mention.before + mention.lead
    return bool(later) and not (
        cues.MEANT.search(front) or cues.MEANT.search(own) or not cues.MEANT.search(later[0])
    )


def _measure(measures: tuple[Improvement, ...], offset: int) -> Improvement | None:
    index = bisect_right(measures, offset, key=lambda measure: measure.start) - 1
    return measures[index] if index >= 0 and offset < measures[index].end else None
