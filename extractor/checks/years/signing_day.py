"""When the report says it was signed: a day, a month without its day, or a day that cannot be."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from extractor.checks.model import Case
from extractor.language.numerals import chinese_number
from extractor.language.times import year_number

_CHINESE = "[一二三四五六七八九十]{1,3}"
# A line of nothing but a date, perhaps behind the agency's name. All of 年月日 have to stand there:
# what lost its signs in conversion is no date.
_LINE = re.compile(
    r"[\u4e00-\u9fff（）()、\s]{0,40}?[（(]?\s?"
    r"(?P<date>(?P<year>20\s?\d\s?\d|二[〇○◯零O0][〇○◯零O0一二三四五六七八九]{2})\s?年\s?"
    rf"(?P<month>\d\s?\d|\d|{_CHINESE}|元)\s?月(?:\s?(?P<day>\d\s?\d|\d|{_CHINESE})\s?[日号])?)"
    r"\s?[）)]?\s*"
)
# The signature is among the last lines; a date below the title stands before the first section.
_LAST_LINES, _LONGEST = 24, 90


@dataclass(frozen=True, slots=True)
class SigningDay:
    """From `first` to `last`: one day, or a whole month where the day is left out."""

    first: date
    last: date
    start: int
    end: int
    possible: bool = True
    """False for 2月30日; then `first` and `last` only tell the month, if there is one."""

    @property
    def whole_month(self) -> bool:
        return self.first != self.last


def signing_day(case: Case) -> SigningDay | None:
    """What reading took for the date, else a dated line that it could not take."""
    issued = case.report.identity.issued
    if issued is not None:
        return SigningDay(issued.value, issued.value, issued.start, issued.end)
    outline, lines = case.report.outline, case.report.flow.stretches
    last = outline.sections[-1].start if outline.sections else outline.title_end
    for line in reversed(lines[-_LAST_LINES:]):
        if line.start < last or line.end - line.start > _LONGEST:
            continue
        match = _LINE.fullmatch(case.text, line.start, line.end)
        found = _day(match) if match else None
        if found is not None:
            return found
    return None


def _day(match: re.Match[str]) -> SigningDay | None:
    year, month = year_number(match["year"]), _number(match["month"])
    day = _number(match["day"]) if match["day"] else None
    start, end = match.span("date")
    if year is None:
        return None
    if not 1 <= month <= 12:
        return SigningDay(date(year, 1, 1), date(year, 12, 31), start, end, possible=False)
    whole = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if day is None:
        return SigningDay(*whole, start, end)
    if not 1 <= day <= whole[1].day:
        return SigningDay(*whole, start, end, possible=False)
    return SigningDay(date(year, month, day), date(year, month, day), start, end)


def _number(text: str) -> int:
    plain = "".join(text.split())
    if plain == "元":
        return 1
    return int(plain) if plain.isdecimal() else chinese_number(plain) or 0
