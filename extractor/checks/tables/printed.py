"""What a cell prints: a number, the sign for none, a blank, or a word."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from extractor.report.figures import Figure
from extractor.report.forms import TableKey
from extractor.report.values import Number

Kind = Literal["number", "none", "blank", "word", "unread"]

# "/" and "—" with all that keyboards offer for them.
_NONE = re.compile(r"[/\\|\-‐‑‒–—―─━−]{1,4}")


def kind_of(table: TableKey, figure: Figure) -> Kind:
    """Only table two has things that an agency may not have at all: there "/" says none."""
    if figure.printed is None:
        return "unread"
    if figure.value is not None:
        return "number"
    printed = "".join(unicodedata.normalize("NFKC", figure.printed).split())
    if not printed:
        return "blank"
    return "none" if table == "disclosure" and _NONE.fullmatch(printed) else "word"


def count(figure: Figure | None) -> int | None:
    """The count that a cell prints; a negative or broken number is no count (T208 tells it)."""
    if figure is None or figure.value is None or not is_count(figure.value):
        return None
    return int(figure.value)


def is_count(value: Number) -> bool:
    return value >= 0 and value == int(value)
