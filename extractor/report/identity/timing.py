"""The report's year: what title, period, signature and text say of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from extractor.language.pipeline import Analysis
from extractor.report.dividing.report_title import Title
from extractor.report.flow import Flow
from extractor.report.identity.period import Period
from extractor.report.identity.stated import Stated

# Comparisons and other years' matters are no voice for the report's year.
_OTHER_YEAR = re.compile(r"(?:较|比|与|同|相比|自|从|截至|对比|年均|“)$")
# 现将2022年政府信息公开工作年度报告公布如下: the title again. 2024年，我局将…: a plan.
_NO_VOICE = re.compile(
    r"(?:[^，,。；;：\n《》]{0,24}?(?:信息|政务)公开)?(?:工作|情况|的|年度?){0,5}(?:报告|年报)|[，,]?[^，,。；;\n]{0,16}?(?:将(?!近)|计划于?|拟(?!定))"
    r"|(?:年?底|末)?前|起|以来"
)
# What may stand between a sentence's beginning and the year that opens it.
_OPENS = re.compile(
    r"(?:^|[。；;！\n\ufffc])\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s*)?(?:在|我局|本年度)?\s*$"
)
_LEAD = 12
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class YearVoices:
    """Which year each part of the report speaks for; None where it says nothing."""

    title: Stated[int] | None
    period: int | None
    signature: int | None
    text: Stated[int] | None
    published: int | None


def year_voices(
    flow: Flow,
    analysis: Analysis,
    title: Title | None,
    period: Stated[Period] | None,
    issued: date | None,
    stretches: Sequence[tuple[int, int]],
    notes: Sequence[str],
) -> YearVoices:
    """What title, period, signature and text say about the year."""
    return YearVoices(
        title=title_year(analysis, title),
        period=period.value[1].year if period else None,
        signature=_year_before(issued),
        text=_text_year(flow, analysis, stretches, period),
        published=_published(notes),
    )


def year_of(voices: YearVoices) -> int | None:
    """The year that most voices name.

    In a tie the title's side is right, unless text and signature agree against it: titles and
    periods are what is left over from last year's report.
    """
    title, text = (v.value if v else None for v in (voices.title, voices.text))
    named = [title, voices.period, voices.signature, text]
    votes = Counter(year for year in named if year is not None)
    if not votes:
        return voices.published
    most = max(votes.values())
    leading = [year for year, count in votes.items() if count == most]
    if len(leading) == 1:
        return leading[0]
    if voices.published in leading:
        return voices.published
    if most > 1 and text == voices.signature and text in leading:
        return text
    return next(year for year in (title, voices.period, text, leading[0]) if year in leading)


def title_year(analysis: Analysis, title: Title | None) -> Stated[int] | None:
    """The year in the title, of several the last."""
    if title is None:
        return None
    found = [year for year in analysis.years if title.start <= year.start < title.end]
    return Stated(found[-1].value, found[-1].start, found[-1].end) if found else None


def _year_before(day: date | None) -> int | None:
    """A report is signed in the year after its own; on 31 December in its own."""
    if day is None:
        return None
    return day.year if day.month == _DECEMBER else day.year - 1


def _text_year(
    flow: Flow,
    analysis: Analysis,
    stretches: Sequence[tuple[int, int]],
    period: Stated[Period] | None,
) -> Stated[int] | None:
    """The year that preamble and sections tell of most.

    A sentence that the year opens (2023年，我局…) tells of it; other mentions count only where no
    sentence begins so, or where those are divided.
    """
    opening: list[Stated[int]] = []
    beside: list[Stated[int]] = []
    for year in _own_years(flow, analysis, stretches, period):
        opens = _OPENS.search(flow.text, max(0, year.start - _LEAD), year.start)
        (opening if opens else beside).append(year)
    return _most(opening) or _most([*opening, *beside])


def _own_years(
    flow: Flow,
    analysis: Analysis,
    stretches: Sequence[tuple[int, int]],
    period: Stated[Period] | None,
) -> Iterator[Stated[int]]:
    """The years named, titles of documents, the period, the report itself and plans aside."""
    quoted = [(title.start, title.end) for title in analysis.titles]
    quoted += [(number.start, number.end) for number in analysis.document_numbers]
    quoted += [(period.start, period.end)] if period else []
    starts = [start for start, _ in sorted(quoted)]
    ends = [end for _, end in sorted(quoted)]
    for year in analysis.years:
        if not any(start <= year.start < end for start, end in stretches):
            continue
        before = bisect_right(starts, year.start) - 1
        if before >= 0 and year.start < ends[before]:
            continue
        if _OTHER_YEAR.search(flow.text, max(0, year.start - 3), year.start):
            continue
        if not _NO_VOICE.match(flow.text, year.end):
            yield Stated(year.value, year.start, year.end)


def _most(years: Sequence[Stated[int]]) -> Stated[int] | None:
    """The first mention of the year that is named most; none where two are."""
    ranked = Counter(year.value for year in years).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return next(year for year in years if year.value == ranked[0][0])


def _published(notes: Sequence[str]) -> int | None:
    for note in notes:
        match = re.match(r"发布日期：(\d{4})-(\d{2})-(\d{2})$", note)
        if match:
            year, month, day = map(int, match.groups())
            return _year_before(date(year, month, day))
    return None
