"""The statistical period, in all the ways in which preambles say it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from extractor.language.numerals import chinese_number
from extractor.language.times import DAMAGED, year_number
from extractor.report.flow import Flow
from extractor.report.identity.stated import Stated

Period = tuple[date, date]

_Y = r"(?:20\s?\d\s?\d|二[〇○◯零O0][一二三四五六七八九〇○零O0]{2})"
_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)"
_TO = (
    r"(?:[直截算记计]?[至到]|[-—－–~～―─→]{1,3}|截止到?|截?止于|终于"
    r"|为(?:起点|起|始)[，,、]?[以至到])"
)
# A few blanks may stand anywhere; more would only slow the search down.
_S = r"\s{0,3}"
_NOTE = rf"(?:[（(][^（）()]{{1,6}}[）)])?{_S}"
_HOUR = rf"(?:零时|0?0{_S}(?:时|[:：]{_S}00))?{_S}"
_LATER_YEAR = (
    rf"(?:(?P<year2>{_Y}){_S}[年.\-/]{_S}|(?P<word>当年度?|同年|本年度?|该年度?|次年){_S})?"
)
_BEGUN = r"(?:[算记计]?起|始|开始|以来)?"
_PERIOD = re.compile(
    rf"(?P<year>{_Y}){_S}[年.\-/]{_S}(?:度{_S})?[（(]?{_S}(?:自|从)?{_S}"
    rf"(?P<month>{_N}){_S}[月.\-/]{_S}(?P<day>{_N}){_S}[日号]?"
    rf"{_S}{_NOTE}{_HOUR}[）)]?{_S}{_BEGUN}{_S}[，,、]?{_S}(?:{_TO}|(?<=起[，,、])|(?<=起)){_S}{_LATER_YEAR}"
    rf"(?P<month2>{_N}){_S}[月.\-/]{_S}(?P<day2>{_N})(?:{_S}[日号]|(?!{_S}[{DAMAGED}]))"
)
_MONTHS = re.compile(
    rf"(?P<year>{_Y}){_S}年{_S}[（(]?{_S}(?P<month>{_N}){_S}月?份?{_S}{_TO}{_S}{_LATER_YEAR}"
    rf"(?P<month2>{_N}){_S}月(?!{_S}\d)(?!{_S}[一二三四五六七八九十]+[日号])"
)
# 2023.1—2023.12
_POINTED = re.compile(
    rf"(?P<year>{_Y})[.\-/](?P<month>\d{{1,2}}){_S}{_TO}{_S}"
    rf"(?P<year2>{_Y})[.\-/](?P<month2>\d{{1,2}})(?![\d.\-/])"
)
# 20230101-20231231
_COMPACT = re.compile(
    rf"(?<!\d)(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d){_S}{_TO}{_S}"
    r"(?P<year2>20\d\d)(?P<month2>\d\d)(?P<day2>\d\d)(?!\d)"
)
# 撤镇设街，故只报6月1日至12月31日: the year is the one that the sentence or the title names.
_YEARLESS = re.compile(
    rf"(?<![年\d.\-/])(?P<month>(?:1[0-2]|[1-9])){_S}月{_S}(?:(?P<day>\d{{1,2}}){_S}日{_S})?{_BEGUN}{_S}{_TO}{_S}"
    rf"(?:当年|同年|本年|年底[（(]?)?(?P<month2>12|十二){_S}月{_S}(?P<day2>31|三十一){_S}日"
)
# Both ends of a year told apart from each other, in either order, or without the year's number.
_FIRST_DAY = re.compile(
    rf"(?<![\d一二三四五六七八九十.])(?:0?1|一|元){_S}[月.\-/]{_S}(?:0?1(?![{DAMAGED}])|一)|元旦|年初|岁首"
)
_LAST_DAY = re.compile(
    rf"(?:12|十二){_S}[月.\-/]{_S}(?:31|三十一)|(?:12|十二){_S}月{_S}[底末]|年[底末]|岁末"
)
_BOUNDS = re.compile("起|始|从|自|截|止|至|到|终|—|－|-|~|～")
_YEAR = re.compile(_Y)
# 统计期限为2023年全年
_SAID_TO_BE = (
    r"(?:统计|数据|报告)的?(?:数据)?的?"
    r"(?:期间?限?|时间|时段|时限|区间|周期|范围|期间|口径)(?:范围|区间)?"
    rf"[为是系：:]{{0,2}}{_S}"
)
_ALL_YEAR = re.compile(
    rf"(?:{_SAID_TO_BE}(?P<year>{_Y}){_S}年?(?:全年|整年|一整年|自然年|度)(?:全年)?"
    r"|(?:统计|数据|数字|报告|所列|口径|范围|时段|周期)[^。，；：\n\d]{0,10}?[为是系：:]?"
    rf"(?P<said>{_Y}){_S}年度?(?:全年|整年|自然年|一整年|(?:第一|一|1)季度至(?:第四|四|4)季度"
    rf"|(?:1|一|元){_S}月(?:1|一){_S}日起[的]?一(?:整)?年))"
)
_STATISTICS = re.compile("统计|数据|期限|时限|起止|时间|区间|报告期|周期|所列|汇总|时段|数字|截止")
_REPORTED = re.compile(f"{_STATISTICS.pattern}|[只仅]报|报告|反映|涵盖|包括|汇集")
_SENTENCE_END = re.compile("[。\n]")
# What stands between both ends of a range that no word calls the period: 日，止于2023年
_NEAR = 12
_LEAST = 3
_FRONT, _WHOLE_YEAR, _SAID = 2, 3, 2


def period_of(
    flow: Flow, front: tuple[int, int], titled: int | None = None
) -> Stated[Period] | None:
    """The statistical period: what the preamble says, or a whole year that is said to be it."""
    best: tuple[int, int, Stated[Period]] | None = None
    for pattern in (_PERIOD, _MONTHS, _POINTED, _COMPACT):
        for match in pattern.finditer(flow.text):
            period = _period(match)
            if period is None:
                continue
            score = _score(flow, match, period, front, titled)
            if score >= _LEAST and (best is None or (score, -match.start()) > best[:2]):
                stated = Stated(period, match.start(), match.end())
                best = (score, -match.start(), stated)
    if best:
        return best[2]
    return (
        _all_year(flow, front) or _both_ends(flow, front, titled) or _yearless(flow, front, titled)
    )


def _yearless(flow: Flow, front: tuple[int, int], titled: int | None) -> Stated[Period] | None:
    """A part of the title's year up to its end, whose year the sentence need not repeat."""
    for match in _YEARLESS.finditer(flow.text, *front):
        start = max(flow.text.rfind(sign, front[0], match.start()) for sign in "。\n") + 1
        year = _one_year(flow.text, max(start, front[0]), match.end(), titled)
        said = _REPORTED.search(flow.text, max(start, front[0]), match.start())
        if year is None or not said:
            continue
        month, day = calendar_number(match["month"]), calendar_number(match["day"] or "1")
        try:
            return Stated((date(year, month, day), date(year, 12, 31)), *match.span())
        except ValueError:
            continue
    return None


def _all_year(flow: Flow, front: tuple[int, int]) -> Stated[Period] | None:
    match = _ALL_YEAR.search(flow.text, *front)
    year = year_number(match["year"] or match["said"]) if match else None
    return _whole(year, match.start(), match.end()) if match and year else None


def _both_ends(flow: Flow, front: tuple[int, int], titled: int | None) -> Stated[Period] | None:
    """A sentence that gives the first and the last day of one year, whatever stands between."""
    start = front[0]
    while start < front[1]:
        stop = _SENTENCE_END.search(flow.text, start, front[1])
        end = stop.start() if stop else front[1]
        first = _FIRST_DAY.search(flow.text, start, end)
        last = _LAST_DAY.search(flow.text, start, end)
        if first and last and _BOUNDS.search(flow.text, start, end):
            begin, behind = min(first.start(), last.start()), max(first.end(), last.end())
            year = _one_year(flow.text, start, behind, titled)
            said = _STATISTICS.search(flow.text, start, end) is not None
            near = 0 <= last.start() - first.end() <= _NEAR and year == titled
            if year is not None and (said or near):
                return _whole(year, begin, behind)
        start = end + 1
    return None


def _one_year(text: str, start: int, end: int, titled: int | None) -> int | None:
    """The one year that a sentence names; the title's if it names none, or that too."""
    named = {year_number(year) for year in _YEAR.findall(text, start, end)}
    if not named or titled in named:
        return titled
    return named.pop() if len(named) == 1 else None


def _whole(year: int, start: int, end: int) -> Stated[Period]:
    return Stated((date(year, 1, 1), date(year, 12, 31)), start, end)


def _period(match: re.Match[str]) -> Period | None:
    parts = match.groupdict()
    year = year_number(parts["year"])
    year2 = year_number(parts["year2"]) if parts["year2"] else year
    if year is None or year2 is None:
        return None
    year2 += parts.get("word") == "次年"
    month, month2 = calendar_number(parts["month"]), calendar_number(parts["month2"])
    try:
        day = calendar_number(parts["day"]) if "day" in parts else 1
        day2 = calendar_number(parts["day2"]) if "day2" in parts else monthrange(year2, month2)[1]
        first, last = date(year, month, day), date(year2, month2, day2)
    except ValueError:
        return None
    return (first, last) if first < last else None


def calendar_number(text: str) -> int:
    """Of a month or a day; 元月 and 正月 are the first month."""
    if text in ("元", "正"):
        return 1
    return int(text) if text.isdecimal() else chinese_number(text) or 0


def _score(
    flow: Flow,
    match: re.Match[str],
    period: Period,
    front: tuple[int, int],
    titled: int | None,
) -> int:
    first, last = period
    start = max(flow.text.rfind(sign, 0, match.start()) for sign in "。\n")
    ends = [at for sign in "。\n" if (at := flow.text.find(sign, match.end())) >= 0]
    sentence = flow.text[start + 1 : min(ends, default=len(flow.text))]
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    said = bool(_STATISTICS.search(sentence))
    if not said and titled not in (None, first.year):
        return 0
    score = _WHOLE_YEAR * (whole and first.year == last.year)
    return score + _FRONT * (front[0] <= match.start() < front[1]) + _SAID * said
