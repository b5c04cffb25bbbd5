"""Years, dates and periods as reports write them.

What could be damaged (202111日) is no date: a digit too many or too few is never interpreted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractor.language.numerals import chinese_number

# Converters put blanks between digits.
_ARABIC_YEAR = r"(?<!\d)(?:1\s?9|2\s?0)\s?\d\s?\d"
# Zeros are printed as many a round sign; full-width letters come here normalised.
_CHINESE_YEAR = r"[一二][九〇○◯零OＯo0][〇○◯零OＯo0一二三四五六七八九]{2}"
_DAY_NUMBER = r"\d\s?\d|\d|[一二三四五六七八九十]{1,3}|[元正]"
# What a converter leaves of a digit: 3l日, 3I日, 3□日.
DAMAGED = r"\dA-Za-z|□■?？*＊#_\ufffd\ue000-\uf8ff"
_DATE = re.compile(
    rf"(?P<year>{_ARABIC_YEAR}|{_CHINESE_YEAR})\s*(?:年|[-./])\s*"
    rf"(?P<month>{_DAY_NUMBER})\s*(?:(?P<named>月)|[-./])\s*(?P<day>{_DAY_NUMBER})"
    rf"(?:\s*[日号]|(?(named)(?!\s?[{DAMAGED}]\s?[日号])|)(?!\d))"
)
_YEAR = re.compile(rf"(?P<year>{_ARABIC_YEAR}|{_CHINESE_YEAR})\s*(?P<suffix>年度?|年)")


@dataclass(frozen=True, slots=True)
class Date:
    """A full calendar date."""

    value: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year that is named, alone or as part of a date."""

    value: int
    start: int
    end: int


def dates(text: str) -> list[Date]:
    """Every full date that exists in the calendar."""
    return list(_dates(text))


def _dates(text: str) -> Iterator[Date]:
    for match in _DATE.finditer(text):
        year, month = year_number(match["year"]), _number(match["month"])
        day = _number(match["day"])
        if year is None or month is None or day is None:
            continue
        try:
            yield Date(date(year, month, day), match.start(), match.end())
        except ValueError:
            continue


def years(text: str) -> list[Year]:
    """Every year that is named with 年."""
    found = []
    for match in _YEAR.finditer(text):
        value = year_number(match["year"])
        if value is not None:
            found.append(Year(value, match.start(), match.end()))
    return found


def year_number(text: str) -> int | None:
    """2024, ２０２４ (normalised), 二〇二四 → 2024."""
    plain = re.sub(r"\s", "", text)
    if plain.isdecimal():
        return int(plain)
    value = chinese_number(re.sub("[0OＯo◯]", "〇", plain))
    return value if value is not None and 1900 < value < 2100 else None


def _number(text: str) -> int | None:
    if text in ("元", "正"):
        return 1
    digits = text.replace(" ", "")
    return int(digits) if digits.isdecimal() else chinese_number(text)
