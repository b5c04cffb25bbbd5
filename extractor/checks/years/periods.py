"""Statistical periods as the report states them, right or wrong."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractor.checks.model import Case
from extractor.language.numerals import chinese_number
from extractor.language.times import year_number
from extractor.report.flow import Flow
from extractor.report.identity.period import Period, period_of
from extractor.report.identity.stated import Stated
from extractor.report.outline import SectionKey

_Y = r"20\s?\d\s?\d|二[〇○零][〇○零一二三四五六七八九]{2}"
_TO = r"(?:[算记计]?[直截]?[至到]|截?止[于到]?|终于|[—–\-－~～―─]{1,3})"
_LAST = re.compile(
    r"\s{0,2}(?:[（(][^（）()]{1,6}[)）])?(?:零时|0时)?[算记计]?(?:起|始|开始)?\s{0,2}[，,、]?\s{0,2}"
    rf"{_TO}\s{{0,2}}(?:(?P<year>{_Y})\s?[年.\-/]\s?|(?:当年度?|同年|本年度?|该年)\s?)?"
    r"(?P<month>\d{1,2})\s?[月.\-/]\s?(?P<day>\d{1,2})(?:\s?[日号]|(?![\dA-Za-z.]))"
)
_SAID = re.compile(
    r"(?:统计|数据|数字|报告)[^。；\n]{0,12}(?:期限?|期间|时间|时段|时限|区间|周期|范围|口径|起止|自|从)|起止时间|报告期"
    r"|统计(?:数据|期)|所列(?:数据|数字|各项)|数据(?:期限|统计|来源|截)"
)
# In the sections other figures have periods too: 水资源费征收数据的统计期.
_OWN_FIGURES = re.compile(
    r"报告|所列|所称|文中|全文|[上以]述|以[上下]|本(?:部分|节|章|表)|[上下附各]表|表中|各项"
)
_OPENS = re.compile(r"[□※（(\d一二三四五六七八九十、.．)）\s]{0,8}(?:统计|数据|数字|报告期|起止)")
_FIGURES = re.compile("数据|数字|统计|口径|报告期|跨度|时段|各项")
_UNTIL = re.compile(
    r"截(?:[至止]到?|到)?(?:于|日期|日|时间|时点)?[为是：:]?\s{0,2}$|时点[为是：:]?$|统计[至到]$"
)
_BY_LIMIT = re.compile(r"\s?为(?:限|止|截止|统计)")
# What an applicant asked for, or what is compared with, is no period of the report.
_ANOTHERS = re.compile(
    r"申请人|要求公开|申请公开|要求提供|索[要取]|同期|相比|对比|可比|基数|[较比与]\s{0,2}$"
)
_COMPARED = re.compile("[^，。；]{0,6}(?:基数|可比|对比|同期)")
_WHOLE_YEAR = re.compile(rf"(?P<year>{_Y})\s?年度?(?:全年|整年|一整年|自然年)")
_YEAR = re.compile(_Y)
_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
# 从1月1日算到10月31日, 2023年1月1日为起点，以当年12月30日为终点: a preamble's range in any words.
_FROM_JANUARY = re.compile(
    rf"(?:(?P<year>{_Y})\s?年度?\s?[（(]?|(?<![\d.]))(?:自|从)?(?:0?1|一|元)\s?[月.]\s?(?:0?1|一)(?!\d)\s?[日号]?"
    r"(?=[^。；\n]{0,14}[至到止算和以终—–\-－~～―─])[^。；\n\d]{0,3}(?:0\s?时)?[^。；\n\d]{0,14}?"
    rf"(?:(?P<year2>{_Y})\s?年)?\s?(?P<month>{_NUMBER})\s?月\s?(?P<day>{_NUMBER})\s?[日号]"
)
_MONTH_AND_DAY = re.compile(
    r"(?<![\d一二三四五六七八九十])(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s?月\s?"
    r"(?P<day>\d{2}|[二三]?十[一二三四五六七八九]?)\s?[日号]"
)
# February has 29 days here: whether the year is a leap year is not worth a quarrel.
_MOST_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# 12月3l日: what could be damaged is no date.
_DAMAGED = re.compile(r"(?!\d{1,2}\s?[时点:：])[A-Za-z\d]")
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
    impossible: bool = False
    """Its last day is none of the calendar (11月31日); `last` is that month's last."""

    def is_year(self, year: int) -> bool:
        ends = (date(year, 1, 1), date(year, 12, 31))
        return not self.impossible and (self.first, self.last) == ends

    @property
    def from_january(self) -> bool:
        """From a first of January on, and for more than that month."""
        return (self.first.month, self.first.day) == (1, 1) and self.last.month > 1

    def within(self, year: int) -> bool:
        return self.first.year == self.last.year == year and self.first <= self.last


def loose_period(case: Case) -> Stated[Period] | None:
    """The period that reading took, or what stands for one in the preamble under a title of
    another year, where reading is silent for want of a word that calls it so.
    """
    identity = case.report.identity
    if identity.period is not None:
        whole = not _DAMAGED.match(case.text, identity.period.end)
        return identity.period if whole else None
    begin, end = case.report.outline.preamble
    # Only the preamble: a range in the sections belongs to something else.
    front = Flow(case.text[begin:end], ())
    found = period_of(front, (0, end - begin), None)
    if found is None or _DAMAGED.match(front.text, found.end):
        return None
    return Stated(found.value, begin + found.start, begin + found.end)


def stated_periods(case: Case) -> list[StatedPeriod]:
    """Every range of two full dates, what reading took for the period, 数据截至…12月31日 and
    数据为2022年全年.
    """
    found = {period.start: period for period in _ranges(case)}
    for period in (*_from_january(case), *_whole_years(case), *_impossible(case)):
        if not any(p.sentence == period.sentence for p in found.values()):
            found[period.start] = period
    chosen = loose_period(case)
    if chosen is not None and not any(
        p.start < chosen.end and chosen.start < p.end for p in found.values()
    ):
        found[chosen.start] = _stated(case, *chosen.value, chosen.start, chosen.end)
    return [p for _, p in sorted(found.items()) if not _is_anothers(case, p)]


def _ranges(case: Case) -> Iterator[StatedPeriod]:
    for day in case.report.analysis.dates:
        match = _LAST.match(case.text, day.end)
        last = _last(match, day.value) if match else None
        if match and last:
            yield _stated(case, day.value, last[0], day.start, match.end(), impossible=last[1])
        elif _is_until(case, day.value, day.start, day.end):
            first = date(day.value.year, 1, 1)
            yield _stated(case, first, day.value, day.start, day.end)


def _is_until(case: Case, day: date, start: int, end: int) -> bool:
    """数据截至2022年12月31日, of the report's figures."""
    if (day.month, day.day) != (12, 31):
        return False
    text = case.text
    limit = text[start - 1 : start] == "以" and _BY_LIMIT.match(text, end)
    if not limit and not _UNTIL.search(text, max(0, start - 20), start):
        return False
    begin = max(text.rfind(sign, max(0, start - _SIDE), start) + 1 for sign in "。\n")
    told = _FIGURES.search(text, max(begin, start - 40), start) is not None
    near = re.search("[，,]", text[max(begin, start - 12) : start]) is None
    return told and (near or _in_preamble(case, start))


def _whole_years(case: Case) -> Iterator[StatedPeriod]:
    """数据为2022年全年, in the preamble."""
    front = case.report.outline.preamble
    for match in _WHOLE_YEAR.finditer(case.text, *front):
        year = year_number(match["year"])
        begin = _sentence_begin(case.text, front[0], match.start())
        if year and _FIGURES.search(case.text, begin, match.end() + 2):
            yield _stated(case, date(year, 1, 1), date(year, 12, 31), match.start(), match.end())


def _from_january(case: Case) -> Iterator[StatedPeriod]:
    """A preamble's range from the first of January, however its two ends are connected."""
    front = case.report.outline.preamble
    for match in _FROM_JANUARY.finditer(case.text, *front):
        year = year_number(match["year"]) if match["year"] else case.year
        last_year = year_number(match["year2"]) if match["year2"] else year
        if not year or not last_year:
            continue
        month, day = _number(match["month"]), _number(match["day"])
        last = _possible(last_year, month, day)
        if last is not None and last[0].month > 1:
            first = date(year, 1, 1)
            yield _stated(
                case, first, last[0], match.start(), match.end(), impossible=last[1], said=True
            )


def _impossible(case: Case) -> Iterator[StatedPeriod]:
    """止于同年11月31日: a day that no calendar has, in a preamble's sentence about its figures."""
    front = case.report.outline.preamble
    for match in _MONTH_AND_DAY.finditer(case.text, *front):
        month, day = _number(match["month"]), _number(match["day"])
        if not 1 <= month <= 12 or not 1 <= day <= 39 or day <= _MOST_DAYS[month]:
            continue
        begin = _sentence_begin(case.text, front[0], match.start())
        named = _YEAR.findall(case.text, max(begin, match.start() - _SIDE), match.start())
        year = year_number(named[-1]) if named else case.year
        if year and _FIGURES.search(case.text, begin, match.start()):
            last = date(year, month, monthrange(year, month)[1])
            first = date(year, 1, 1)
            yield _stated(case, first, last, match.start(), match.end(), impossible=True)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else chinese_number(text) or 0


def _sentence_begin(text: str, least: int, offset: int) -> int:
    near = max(least, offset - _SIDE)
    return max(near, *(text.rfind(sign, near, offset) + 1 for sign in "。\n"))


def _last(match: re.Match[str], first: date) -> tuple[date, bool] | None:
    """The last day, and whether it had to be made possible (11月31日)."""
    named = year_number(match["year"]) if match["year"] else first.year
    return _possible(named or first.year, int(match["month"]), int(match["day"]))


def _possible(year: int, month: int, day: int) -> tuple[date, bool] | None:
    if not 1 <= month <= 12 or not 1 <= day <= 39:
        return None
    most = monthrange(year, month)[1]
    return date(year, month, min(day, most)), day > most


def _stated(
    case: Case,
    first: date,
    last: date,
    start: int,
    end: int,
    *,
    impossible: bool = False,
    said: bool = False,
) -> StatedPeriod:
    text, outline = case.text, case.report.outline
    least, most = max(0, start - _SIDE), min(len(text), end + _SIDE)
    begin = max(least, *(text.rfind(sign, least, start) + 1 for sign in "。\n"))
    stop = _SENTENCE_END.search(text, end, most)
    until = stop.end() if stop else most
    section = next((s.key for s in outline.sections if s.start <= start < s.end), None)
    said = said or _SAID.search(text, begin, until) is not None
    if section is not None and said:
        own = _OWN_FIGURES.search(text, begin, until) or _OPENS.match(text, begin)
        said = own is not None
    return StatedPeriod(first, last, start, end, (begin, until), section, said, impossible)


def _in_preamble(case: Case, offset: int) -> bool:
    front = case.report.outline.preamble
    return front[0] <= offset < front[1]


def _is_anothers(case: Case, period: StatedPeriod) -> bool:
    before = _ANOTHERS.search(case.text, period.sentence[0], period.start)
    return before is not None or _COMPARED.match(case.text, period.end) is not None


def statistical(case: Case, periods: list[StatedPeriod]) -> list[StatedPeriod]:
    """Those that the report calls the period of its figures, and in the preamble any from the
    first of January on.
    """
    chosen = loose_period(case)
    return [
        p
        for p in periods
        if p.said
        or (_in_preamble(case, p.start) and p.from_january)
        or (chosen is not None and p.start <= chosen.start < p.end and p.section is None)
    ]
