"""The report's year and statistical period."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractor.language.numerals import chinese_number
from extractor.language.pipeline import Analysis
from extractor.language.times import year_number
from extractor.report.dividing.report_title import Title
from extractor.report.flow import Flow
from extractor.report.identity.stated import Stated

Period = tuple[date, date]

_Y = r"(?:20\s?\d\s?\d|二[〇○◯零O0][一二三四五六七八九〇○零O0]{2})"
_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)"
_TO = r"(?:[直截算记]?[至到]|[-—－–~～―─]{1,3}|截止到?|截?止于|为(?:起点|起|始)[，,、]?[以至到])"
# A few blanks may stand anywhere; more would only slow the search down.
_S = r"\s{0,3}"
_LATER_YEAR = rf"(?:(?P<year2>{_Y}){_S}[年.\-/]{_S}|(?P<word>当年|同年|本年|该年|次年){_S})?"
_PERIOD = re.compile(
    rf"(?P<year>{_Y}){_S}[年.\-/]{_S}(?:度{_S})?[（(]?{_S}(?:自|从)?{_S}"
    rf"(?P<month>{_N}){_S}[月.\-/]{_S}(?P<day>{_N}){_S}[日号]?"
    rf"{_S}(?:零时|0时|0:00)?{_S}(?:[算记]?起|始|开始)?{_S}[，,、]?{_S}(?:{_TO}|(?<=起[，,、])){_S}{_LATER_YEAR}"
    rf"(?P<month2>{_N}){_S}[月.\-/]{_S}(?P<day2>{_N})(?:{_S}[日号]|(?!{_S}\d))"
)
_MONTHS = re.compile(
    rf"(?P<year>{_Y}){_S}年{_S}[（(]?{_S}(?P<month>{_N}){_S}月?份?{_S}{_TO}{_S}{_LATER_YEAR}"
    rf"(?P<month2>{_N}){_S}月(?!{_S}\d)(?!{_S}[一二三四五六七八九十]+[日号])"
)
# 从1月1日算到12月31日, of the year that the sentence or the title names.
_YEARLESS = re.compile(
    rf"(?<![\d一二三四五六七八九十年.])(?P<month>{_N}){_S}月{_S}(?P<day>{_N}){_S}[日号]{_S}(?:起|始|开始)?"
    rf"{_S}[，,、]?{_S}{_TO}{_S}(?P<month2>{_N}){_S}月{_S}(?P<day2>{_N}){_S}[日号]"
)
_YEAR = re.compile(_Y)
# 统计期限为2023年全年
_ALL_YEAR = re.compile(
    r"(?:统计|数据|报告)的?(?:数据)?的?(?:期间?限?|时间|时段|时限|区间|周期|范围|期间)(?:范围|区间)?"
    rf"[为是系：:]{{0,2}}{_S}(?P<year>{_Y}){_S}年?(?:全年|整年|一整年|度)(?:全年)?"
)
# 从2023年元旦到年底, 2023年1月1日至12月底
_TO_ITS_END = re.compile(
    rf"(?P<year>{_Y}){_S}年{_S}(?:元旦|年初|岁首|1{_S}月(?:{_S}1{_S}日|初)?|一月(?:一日|初)?|元月)(?:起|始|开始)?"
    rf"[，,]?(?:终点是?|[直截算记]?[至到]|止于|[-—－–~～]{{1,2}})"
    rf"(?:当年|同年|本年|该年|(?P=year)年)?(?:的)?"
    rf"(?:12{_S}月{_S}31{_S}日|12{_S}月[底末]|十二月(?:三十一日|[底末])|年[底末]|岁末)"
)
_STATISTICS = re.compile("统计|数据|期限|时限|起止|时间|区间|报告期|周期|所列|汇总|时段")
_LEAST = 3
_FRONT, _WHOLE_YEAR, _SAID = 2, 3, 2

# Comparisons and other years' matters are no voice for the report's year.
_OTHER_YEAR = re.compile(r"(?:较|比|与|同|相比|自|从|截至|对比|年均|“)$")
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class YearVoices:
    """Which year each part of the report speaks for; None where it says nothing."""

    title: Stated[int] | None
    period: int | None
    signature: int | None
    text: Stated[int] | None
    published: int | None


def period_of(
    flow: Flow, front: tuple[int, int], titled: int | None = None
) -> Stated[Period] | None:
    """The statistical period: what the preamble says, or a whole year that is said to be it."""
    best: tuple[int, int, Stated[Period]] | None = None
    for pattern in (_PERIOD, _MONTHS):
        for match in pattern.finditer(flow.text):
            period = _period(match)
            if period is None:
                continue
            score = _score(flow, match, period, front)
            if score >= _LEAST and (best is None or (score, -match.start()) > best[:2]):
                stated = Stated(period, match.start(), match.end())
                best = (score, -match.start(), stated)
    return best[2] if best else _without_dates(flow, front) or _without_year(flow, front, titled)


def _without_dates(flow: Flow, front: tuple[int, int]) -> Stated[Period] | None:
    match = _ALL_YEAR.search(flow.text, *front) or _TO_ITS_END.search(flow.text, *front)
    year = year_number(match["year"]) if match else None
    if match is None or year is None:
        return None
    return Stated((date(year, 1, 1), date(year, 12, 31)), match.start(), match.end())


def _without_year(flow: Flow, front: tuple[int, int], titled: int | None) -> Stated[Period] | None:
    """A whole year in the preamble whose number stands before it, or in the title only."""
    for match in _YEARLESS.finditer(flow.text, *front):
        start = max(front[0], flow.text.rfind("。", 0, match.start()))
        named = _YEAR.findall(flow.text, start, match.start())
        year = year_number(named[-1]) if named else titled
        if year is None:
            continue
        month, day, month2, day2 = (_number(text) for text in match.groups())
        if (month, day, month2, day2) == (1, 1, 12, 31):
            return Stated((date(year, 1, 1), date(year, 12, 31)), match.start(), match.end())
    return None


def _period(match: re.Match[str]) -> Period | None:
    parts = match.groupdict()
    year = year_number(parts["year"])
    year2 = year_number(parts["year2"]) if parts["year2"] else year
    if year is None or year2 is None:
        return None
    year2 += parts.get("word") == "次年"
    month, month2 = _number(parts["month"]), _number(parts["month2"])
    try:
        day = _number(parts["day"]) if "day" in parts else 1
        day2 = _number(parts["day2"]) if "day2" in parts else monthrange(year2, month2)[1]
        first, last = date(year, month, day), date(year2, month2, day2)
    except ValueError:
        return None
    return (first, last) if first < last else None


def _number(text: str) -> int:
    if text == "元":
        return 1
    return int(text) if text.isdecimal() else chinese_number(text) or 0


def _score(flow: Flow, match: re.Match[str], period: Period, front: tuple[int, int]) -> int:
    first, last = period
    start = max(flow.text.rfind(sign, 0, match.start()) for sign in "。\n")
    ends = [at for sign in "。\n" if (at := flow.text.find(sign, match.end())) >= 0]
    sentence = flow.text[start + 1 : min(ends, default=len(flow.text))]
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    score = _WHOLE_YEAR * (whole and first.year == last.year)
    score += _FRONT * (front[0] <= match.start() < front[1])
    return score + _SAID * bool(_STATISTICS.search(sentence))


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
    """The year that preamble and sections name most, titles of documents and the period aside."""
    quoted = [(title.start, title.end) for title in analysis.titles]
    quoted += [(number.start, number.end) for number in analysis.document_numbers]
    quoted += [(period.start, period.end)] if period else []
    starts = [start for start, _ in sorted(quoted)]
    ends = [end for _, end in sorted(quoted)]
    counts: Counter[int] = Counter()
    first: dict[int, Stated[int]] = {}
    for year in analysis.years:
        if not any(start <= year.start < end for start, end in stretches):
            continue
        before = bisect_right(starts, year.start) - 1
        if before >= 0 and year.start < ends[before]:
            continue
        if _OTHER_YEAR.search(flow.text, max(0, year.start - 3), year.start):
            continue
        counts[year.value] += 1
        first.setdefault(year.value, Stated(year.value, year.start, year.end))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return first[ranked[0][0]]


def _published(notes: Sequence[str]) -> int | None:
    for note in notes:
        match = re.match(r"发布日期：(\d{4})-(\d{2})-(\d{2})$", note)
        if match:
            year, month, day = map(int, match.groups())
            return _year_before(date(year, month, day))
    return None
