"""Dates as people and spreadsheets write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from extractor.checks.model import Said
from extractor.language.numerals import chinese_number
from extractor.language.times import year_number

# Day 1 is 1900-01-01, and the spreadsheets count a 29 February 1900 that never was.
_EPOCH = date(1899, 12, 30)
# The law on reports is of 2008; a serial number outside of these years is some other number.
_FIRST, _LAST = date(2008, 5, 1), date(2099, 12, 31)
# 9:30, 9:30:05 AM, 上午9:00, 9时30分: what follows the day.
_TIME = re.compile(
    r"(?<=[\d日号一二三四五六天)）])"
    r"(?:[\sT]+|\s*(?=[上下中早晚凌]))(?:[上下中]午|早[上晨]|晚上|凌晨)?\s*"
    r"(?:\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m)?(?:Z|[+-]\d{2}:\d{2})?"
    r"|\d{1,2}[时点](?:\d{1,2}分?|半)?(?:\d{1,2}秒)?)$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\s*[（(]?(?:星期|周|礼拜)[一二三四五六日天][)）]?$")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_BETWEEN = r"(?:\s*[-/.。、,_\\]\s*|\s+)"
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{1,2}})\s*[日号]?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})")
# 20240125, and with hours, minutes and seconds as systems write them.
_SOLID = re.compile(r"(20\d\d)(\d\d)(\d\d)(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?")
_NUMERAL = "[一二三四五六七八九十元正]{1,3}"
_CHINESE = re.compile(
    rf"(\d{{4}}|[一二][〇○零OoＯ0-9一二三四五六七八九]{{3}})\s*年\s*(\d{{1,2}}|{_NUMERAL})\s*月"
    rf"\s*(\d{{1,2}}|{_NUMERAL})\s*[日号]?"
)
_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_ENGLISH = re.compile(r"(\d{1,2})[-\s]([A-Za-z]{3})[a-z]*[-\s,]+(\d{4}|\d\d)")
_NO_YEAR = re.compile(r"\d{1,2}月\d{1,2}[日号]?|\d{1,2}[-/.]\d{1,2}")
_NO_DAY = re.compile(r"\d{4}\s*(?:年|[-/.])\s*\d{1,2}\s*月?")


def read_date(typed: str) -> date | Said:
    """The day, or why there is none."""
    plain = _TIME.sub("", unicodedata.normalize("NFKC", typed).strip())
    plain = _WEEKDAY.sub("", plain)
    parts = _parts(plain)
    if parts is None:
        return _unknown(typed, plain)
    if isinstance(parts, Said):
        return parts
    try:
        day = parts if isinstance(parts, date) else date(*parts)
    except ValueError:
        return Said(
            f"发布日期“{typed}”不存在，未采用：请核对。",
            f"there is no day '{typed}'; it was left out.",
        )
    if not _FIRST <= day <= _LAST:
        return Said(
            f"发布日期“{typed}”（{day.isoformat()}）不可能是年报的发布日期，未采用：请核对年份。",
            f"'{typed}' ({day.isoformat()}) cannot be a report's day of publication; left out.",
        )
    return day


def may_be_of(published: date | None, year: int | None) -> bool:
    """Reports on a year are published in the next; the roster's day may be another year's."""
    if published is None or year is None:
        return False
    return date(year, 12, 31) <= published <= date(year + 1, 12, 31)


def _parts(plain: str) -> tuple[int, int, int] | date | Said | None:
    if match := _SERIAL.fullmatch(plain):
        return _EPOCH + timedelta(days=int(match[1]))
    for pattern in (_YEAR_FIRST, _SOLID):
        if match := pattern.fullmatch(plain):
            return int(match[1]), int(match[2]), int(match[3])
    if match := _CHINESE.fullmatch(plain):
        return year_number(match[1]) or 0, _number(match[2]), _number(match[3])
    if match := _ENGLISH.fullmatch(plain):
        return _english(match)
    if match := _YEAR_LAST.fullmatch(plain):
        return _day_and_month(plain, int(match[1]), int(match[2]), int(match[3]))
    return None


def _day_and_month(typed: str, first: int, second: int, year: int) -> tuple[int, int, int] | Said:
    """1/25/2024 can only be January; 3/2/2024 may be either, and nothing is guessed."""
    if first == second or first > 12 or second > 12:
        return (year, second, first) if first > 12 else (year, first, second)
    return Said(
        f"发布日期“{typed}”分不清月和日，未采用：请写成 {year}-01-31 这样。",
        f"day and month of '{typed}' cannot be told apart; write it as {year}-01-31.",
    )


def _english(match: re.Match[str]) -> tuple[int, int, int] | None:
    month = match[2].lower()
    year = int(match[3])
    at = _MONTHS.find(month)
    if at % 3:
        return None
    return year if year > 99 else year + 2000, at // 3 + 1, int(match[1])


def _number(text: str) -> int:
    if text in ("元", "正"):
        return 1
    return int(text) if text.isdecimal() else chinese_number(text) or 0


def _unknown(typed: str, plain: str) -> Said:
    lacks_zh, lacks_en = "看不懂", "is not understood"
    if _NO_YEAR.fullmatch(plain):
        lacks_zh, lacks_en = "没有年份", "has no year"
    elif _NO_DAY.fullmatch(plain):
        lacks_zh, lacks_en = "没有写到日", "has no day"
    return Said(
        f"发布日期“{typed}”{lacks_zh}，未采用：请写成 2024-01-31 这样。",
        f"publication date '{typed}' {lacks_en} and was left out: write it as 2024-01-31.",
    )
