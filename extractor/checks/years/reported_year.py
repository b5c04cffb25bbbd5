"""The year that most of title, period, signature and text say the report is on.

Reading takes it from the same voices. Here what the text says is weighed by the sentences that
tell of the agency's own work, so that comparisons and plans have no say, and a title's year counts
where 年 is missing (年度报告·2022).
"""

from __future__ import annotations

import re
from collections import Counter

from extractor.checks.model import Case
from extractor.checks.years.mentions import Mention, year_mentions
from extractor.checks.years.own_work import tells_own_work
from extractor.checks.years.periods import loose_period
from extractor.checks.years.words import PLAN_CUE
from extractor.language.times import year_number
from extractor.report.identity.stated import Stated

_BARE_YEAR = re.compile(r"(?<!\d)20\d\d(?![\d年])|二[〇○零][〇○零一二三四五六七八九]{2}(?!年)")


def report_year(case: Case) -> int | None:
    """The year of most voices; in a tie what reading says."""
    title, period, signature = titled_year(case), loose_period(case), _signed(case)
    named = [
        title.value if title else None,
        period.value[1].year if period else None,
        signature,
    ]
    if {year for year in named if year is not None} <= {case.year}:
        return case.year
    text = own_text_year(year_mentions(case))
    voices = [year for year in (*named, text) if year is not None]
    counts = Counter(voices).most_common(2)
    if len(counts) == 1 or counts[0][1] > counts[1][1]:
        return counts[0][0]
    # Title and period are what is left over from last year's file.
    return text if text is not None and text == signature else case.year


def titled_year(case: Case) -> Stated[int] | None:
    """The title's year, with or without 年."""
    identity = case.report.identity
    if identity.voices.title is not None or identity.title is None:
        return identity.voices.title
    title = identity.title
    found = _BARE_YEAR.findall(case.text, title.start, title.end)
    if len(found) != 1:
        return None
    match, year = _BARE_YEAR.search(case.text, title.start, title.end), year_number(found[0])
    return Stated(year, match.start(), match.end()) if match and year else None


def own_text_year(named: list[Mention]) -> int | None:
    """The year whose work the text tells most often, whichever the report's may be."""
    counts = Counter(mention.year for mention in named if _is_told(mention))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _is_told(mention: Mention) -> bool:
    """Told as work of its own year; what may be a plan is left out, so no year is preferred."""
    if mention.passage.section == "issues" or PLAN_CUE.search(mention.before + mention.rest):
        return False
    return bool(tells_own_work(mention, mention.year))


def _signed(case: Case) -> int | None:
    return case.report.identity.voices.signature
