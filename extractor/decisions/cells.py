"""Cells that spreadsheets leave alone: no formulas, no dates made of fractions, and back again."""

from __future__ import annotations

import re

# What Excel and WPS run as a formula or command when a cell begins with it.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_GUARD = "'"
# Text that a spreadsheet would turn into a date, a time, a fraction or a rounded number.
_MISTAKEN = re.compile(
    r"\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?|\d{1,4}(?:\.\d{1,4}){2}|\d{1,2}:\d{2}(?::\d{2})?|0\d+|\d{12,}|\d+(?:\.\d+)?[eE]\d+"
    r"|\d{1,4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|\(\d+\)"
)


def harmless(text: str) -> str:
    """The text with a leading apostrophe where a spreadsheet would make something else of it."""
    text = text.replace("\x00", "")
    guarded = text.startswith((*_DANGEROUS, _GUARD)) or _MISTAKEN.fullmatch(text.strip())
    return _GUARD + text if guarded else text


def as_typed(cell: str) -> str:
    """What `harmless` was given; a cell that it did not touch comes back as it is."""
    rest = cell[1:]
    return rest if cell.startswith(_GUARD) and harmless(rest) == cell else cell
