"""Chinese numerals to numbers: 一千二百零三, 两万, 二〇二五, 十."""

from __future__ import annotations

_DIGITS = {
    **{char: value for value, char in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "○": 0,
    "Ｏ": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}

NUMERAL = "零一二三四五六七八九〇○两十百千万亿"


def chinese_number(text: str) -> int | None:
    """The number that a run of Chinese numerals says, or None if it says none."""
    if not text:
        return None
    if not any(char in _SMALL or char in _LARGE for char in text):
        return _digit_by_digit(text)
    total = section = 0
    digit: int | None = None
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            # 十二 begins without its one; 百 and 千 need a digit in front.
            if digit is None and (char != "十" or section % 100):
                return None
            section += (1 if digit is None else digit) * _SMALL[char]
            digit = None
        elif char in _LARGE:
            section += digit or 0
            if section == 0:
                return None
            total = (total + section) * _LARGE[char] if char == "亿" else total + section * 10_000
            section, digit = 0, None
        else:
            return None
    return total + section + (digit or 0)


def _digit_by_digit(text: str) -> int | None:
    """二〇二五 as 2025; a single digit as itself; 二三 (two or three) is no number."""
    if any(char not in _DIGITS for char in text):
        return None
    if len(text) in (2, 3):
        return None
    return int("".join(str(_DIGITS[char]) for char in text))
