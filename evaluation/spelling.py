"""How numbers and dates may be written in Chinese prose."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

_NUMERALS = "一二三四五六七八九十百千万"
_DIGITS = "零一二三四五六七八九"
# Greatest number that is tried in Chinese numerals.
_MAX_NUMERAL = 99_999
_MYRIAD = 10_000


def numeral(number: int) -> str:
    """A number in Chinese numerals: 十二, 一百零三, 二万三千."""
    if number >= _MYRIAD:
        rest = number % _MYRIAD
        zero = "零" if 0 < rest < 1000 else ""
        return f"{numeral(number // _MYRIAD)}万{zero}{numeral(rest) if rest else ''}"
    if number < 10:
        return _DIGITS[number]
    if number < 20:
        return "十" + (_DIGITS[number - 10] if number > 10 else "")
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if gap else "") + _DIGITS[digit] + name
            gap = False
        else:
            gap = bool(text)
    return text


def spellings(value: int | float) -> set[str]:
    """The ways in which prose may write a number."""
    exact = Decimal(str(value))
    if exact != exact.to_integral_value():
        return {str(exact), f"{exact:,}", f"{exact:.2f}", f"{exact:,.2f}"}
    number = int(exact)
    forms = {str(number), f"{number:,}", f"{number:,}".replace(",", "，"), f"{number}.00"}
    if 0 < number <= _MAX_NUMERAL:
        chinese = numeral(number)
        forms |= {chinese, chinese.replace("二百", "两百").replace("二千", "两千")}
        forms |= {"一" + chinese} if chinese.startswith("十") else set()
        forms |= {"两", "俩"} if number == 2 else set()
    if number >= 1000:
        myriads = (exact / _MYRIAD).normalize()
        forms |= {f"{myriads:f}万", f"{myriads:,f}万"}
    return forms


def says(text: str, value: int | float) -> bool:
    """Whether the number stands in the text, not as a part of a longer one."""
    return any(
        re.search(rf"(?<!\d)(?<!\d[,.]){re.escape(form)}(?![\d千百]|万(?!元)|[,.]\d)", text)
        if form[0].isdigit()
        else re.search(rf"(?<![{_NUMERALS}]){form}(?![{_NUMERALS}])", text)
        for form in spellings(value)
    )


def spelt_dates(day: date, *, with_year: bool) -> set[str]:
    """The ways in which a report may write a date; `with_year` false takes month and day alone."""
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    months = {f"{day.month}月{day.day}日", f"{day.month:02}月{day.day:02}日"}
    chinese = f"{numeral(day.month)}月{numeral(day.day)}日"
    numeric = {
        f"{mark.join((str(day.month), str(day.day)))}" for mark in "-./"
    } | {f"{day.month:02}{mark}{day.day:02}" for mark in "-./"}  # fmt: skip
    if not with_year:
        return months | {chinese} | numeric
    dated = {f"{day.year}{mark}{part}" for part in numeric for mark in "-./"}
    return {f"{day.year}年{part}" for part in months} | {f"{year}年{chinese}"} | dated
