"""A table cell's printed text → the number it shows, or None. Nothing is repaired."""

from __future__ import annotations

import re

Number = int | float

# A number as offices print it: sign, thousands separators of either width, decimals, and the
# unit that the column has anyway.
_NUMBER = re.compile(
    r"(?P<sign>[-−－﹣+＋]?)\s*(?P<whole>\d{1,3}(?:[,， ]\d{3})+|\d+)(?P<fraction>[.．]\d+)?"
    r"\s*[（(]?(?:件|条|个|项|起|宗|份|次|万元)?[)）]?"
)

_SEPARATORS = re.compile(r"[,， ]")


def number(text: str, unit: str = "") -> Number | None:
    """The number a cell shows; None for blank, "/", words and what is not one number for sure.

    `unit` may stand behind it where the form leaves the unit open.
    """
    text = text.strip()
    if text.isascii() and text.isdecimal():
        return int(text)  # nearly all cells
    match = _NUMBER.fullmatch(text) or _NUMBER.fullmatch(text.removesuffix(unit))
    if match is None:
        return None
    whole = _SEPARATORS.sub("", match["whole"])
    negative = match["sign"] not in ("", "+", "＋")
    if match["fraction"]:
        amount: Number = float(whole + "." + match["fraction"][1:])
    else:
        amount = int(whole)
    return -amount if negative else amount
