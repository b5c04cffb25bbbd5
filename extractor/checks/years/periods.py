"""Statistical periods as the report states them, right or wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractor.checks.model import Case
from extractor.language.times import year_number
from extractor.report.outline import SectionKey

_Y = r"20\s?\d\s?\d|二[〇○零][〇○零一二三四五六七八九]{2}"
_TO = r"(?:[直截]?[至到]|截?止[于到]?|终于|[—–\-－~～―─]{1,3})"
_LAST = re.compile(
    r"\s{0,2}(?:[（(][^（）()]{1,6}[)）])?(?:零时|0时)?[算记计]?(?:起|始|开始)?\s{0,2}[，,、]?\s{0,2}"
    rf"{_TO}\s{{0,2}}(?:(?P<year>{_Y})\s?[年.\-/]\s?|(?:当年度?|同年|本年度?|该年)\s?)?"
    r"(?P<month>\d{1,2})\s?[月.\-/]\s?(?P<day>\d{1,2})(?:\s?[日号]|(?![\dA-Za-z.]))"
)
_SAID = re.compile(
    r"(?:统计|数据|数字|报告)[^。；\n]{0,12}(?:期限?|期间|时间|时段|时限|区间|周期|范围|口径|起止|自|从)|起止时间|报告期"
    r"|统计(?:数据|期)|所列(?:数据|数字|各项)|数据(?:期限|统计|来源|截)"
)
_UNTIL = re.compile(r"(?:统计|数据|数字)[^，。；\n]{0,8}截[至止]到?\s{0,2}$")
# What an applicant asked for, or what is compared with, is no period of the report.
_ANOTHERS = re.compile(
    r"申请人|要求公开|申请公开|要求提供|索[要取]|同期|相比|对比|[较比与]\s{0,2}$"
)
# 12月3l日: what could be damaged is no date.
_DAMAGED = re.compile("[A-Za-z\\d]")
# How far a period's sentence is looked for on either side.
_SIDE = 400
_SENTENCE_END = re.compile("[。\n]")


@dataclass(frozen=True, slots=True)
class StatedPeriod:
    """A period with its sentence; `said`: words call it the period of the figures."""

    first: date
    last: date
    start: int
    end: int
    sentence: tuple[int, int]
    section: SectionKey | None
    said: bool

    def is_year(self, year: int) -> bool:
        return (self.first, self.last) == (date(year, 1, 1), date(year, 12, 31))

    def within(self, year: int) -> bool:
        return self.first.year == self.last.year == year and self.first <= self.last


def stated_periods(case: Case) -> list[StatedPeriod]:
    """Every range of two full dates, what reading took for the period, and 数据截至…12月31日."""
    found = {period.start: period for period in _ranges(case)}
    period = case.report.identity.period
    if period is not None and _DAMAGED.match(case.text, period.end):
        period = None
    if period is not None and not any(p.start <= period.start < p.end for p in found.values()):
        made = _stated(case, *period.value, period.start, period.end)
        found[period.start] = made
    return [p for _, p in sorted(found.items()) if not _is_anothers(case, p)]


def _ranges(case: Case) -> Iterator[StatedPeriod]:
    for day in case.report.analysis.dates:
        match = _LAST.match(case.text, day.end)
        last = _last(match, day.value) if match else None
        if match and last:
            yield _stated(case, day.value, last, day.start, match.end())
        elif _UNTIL.search(case.text, max(0, day.start - 20), day.start) and (
            (day.value.month, day.value.day) == (12, 31)
        ):
            first = date(day.value.year, 1, 1)
            yield _stated(case, first, day.value, day.start, day.end)


def _last(match: re.Match[str], first: date) -> date | None:
    year = year_number(match["year"]) if match["year"] else first.year
    try:
        return date(year or first.year, int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _stated(case: Case, first: date, last: date, start: int, end: int) -> StatedPeriod:
    text, outline = case.text, case.report.outline
    least, most = max(0, start - _SIDE), min(len(text), end + _SIDE)
    begin = max(least, *(text.rfind(sign, least, start) + 1 for sign in "。\n"))
    stop = _SENTENCE_END.search(text, end, most)
    until = stop.end() if stop else most
    section = next((s.key for s in outline.sections if s.start <= start < s.end), None)
    said = _SAID.search(text, begin, until) is not None
    return StatedPeriod(first, last, start, end, (begin, until), section, said)


def _is_anothers(case: Case, period: StatedPeriod) -> bool:
    return _ANOTHERS.search(case.text, period.sentence[0], period.start) is not None


def statistical(case: Case, periods: list[StatedPeriod]) -> list[StatedPeriod]:
    """Those that the report calls the period of its figures."""
    chosen = case.report.identity.period
    return [
        p
        for p in periods
        if p.said or (chosen is not None and p.start <= chosen.start < p.end and p.section is None)
    ]
