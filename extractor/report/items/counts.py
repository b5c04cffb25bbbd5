"""How many problems a later sentence counts: 针对上述三方面不足, 围绕以上两点."""

from __future__ import annotations

import re

from extractor.report.items.labels import NOUN_PROBLEM

_NUMBERS = {"两": 2} | {char: n for n, char in enumerate("一二三四五六七八九", 1)}
_COUNTED = re.compile(
    r"(?:以上|上述|这)(?P<n>[两二三四五六七八]|\d)(?:个|点|项|条|类|处)?(?:方面)?"
    rf"的?(?:{NOUN_PROBLEM}|情况)?(?=[，。；：]|$)"
)
_MEETS = re.compile("(?:针对|对于?|围绕|对照|就|为(?:了|切实|有效|着力)?(?:解决|破解|弥补|补齐))")


def counted(text: str) -> int | None:
    """How many are spoken of as told above, where the text first says so."""
    found = _COUNTED.search(text)
    return _number(found) if found else None


def meets_counted(text: str) -> int | None:
    """As counted, of a measure that begins by saying that it meets them."""
    opening = _MEETS.match(text)
    found = _COUNTED.match(text, opening.end()) if opening else None
    return _number(found) if found else None


def _number(found: re.Match[str]) -> int:
    said = found["n"]
    return int(said) if said.isdecimal() else _NUMBERS[said]
