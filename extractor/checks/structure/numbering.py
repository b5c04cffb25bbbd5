"""Where the numbers of headings break: one finding a run of headings, at the first that breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.report.dividing.enumerators import Enumerator, Kind

_CHINESE = "一二三四五六七八九十"
_TENS = 10
# A way of numbering is that of the run if so many of its headings have it.
_MIN_RUN = 3
# Lists stand in lists no deeper than this.
_MOST_DEEP = 3


@dataclass(frozen=True, slots=True)
class Head:
    """A heading of a run with its number; one of merged parts may count for `places` more."""

    number: Enumerator
    text: str
    start: int
    end: int
    places: int = 0
    told: bool = True
    """Whether a break here is one of headings: a list inside a paragraph is none."""


@dataclass(frozen=True, slots=True)
class Break:
    """A heading whose number does not follow, and the number that would."""

    head: Head
    expected: int
    last: int
    gap: int
    """How many numbers were left out; 0 if the number was there before or is no number at all."""


def shown(kind: Kind, value: int) -> str:
    """A number in its way of writing."""
    chinese = _chinese(value)
    return {
        "part": f"第{chinese}部分",
        "chinese": f"{chinese}、",
        "digit": f"{value}.",
        "bracket": f"（{chinese}）",
        "bracket_digit": f"（{value}）",
    }.get(kind, "")


def _chinese(value: int) -> str:
    if value <= _TENS:
        return _CHINESE[value - 1]
    tens, ones = divmod(value, _TENS)
    return (_CHINESE[tens - 1] if tens > 1 else "") + "十" + (_CHINESE[ones - 1] if ones else "")


def as_printed(number: Enumerator, text: str) -> str:
    """The number as the heading prints it."""
    return re.sub(r"[\s#*]+", "", text)[: number.end]


def kind_of(heads: Sequence[Head]) -> Kind | None:
    """The run's way of numbering; None if it has none, or too few headings to tell."""
    counted = Counter(head.number.kind for head in heads)
    kind, times = counted.most_common(1)[0] if counted else ("none", 0)
    return None if kind == "none" or times < _MIN_RUN or times * 2 <= len(heads) else kind


def broken(heads: Sequence[Head], kind: Kind, *, nested: bool = True) -> Break | None:
    """The first heading whose number does not go on; `nested`: a list within a part may count
    for itself.
    """
    lists: list[int] = [0]
    merged = 0
    for index, head in enumerate(heads):
        value = head.number.value if head.number.kind == kind else None
        last = lists[-1]
        if value is not None and last < value <= last + 1 + merged:
            lists[-1] = value
        elif value is not None and (outer := _outer(lists, value)) is not None:
            lists = [*lists[:outer], value]
        elif nested and value == 1 and _begins_list(heads, index, kind, last):
            lists = [*lists[-_MOST_DEEP:], 1]
        else:
            return Break(head, last + 1, last, max(0, (value or 0) - last - 1))
        merged = head.places
    return None


def _outer(lists: Sequence[int], value: int) -> int | None:
    """The list around this one that goes on with a number."""
    places = (i for i in range(len(lists) - 2, -1, -1) if lists[i] + 1 == value)
    return next(places, None)


def _begins_list(heads: Sequence[Head], index: int, kind: Kind, last: int) -> bool:
    """Whether a 1 is the first of a list: a 2 follows, and what it leaves was a list too."""
    behind = (heads[i].number for i in range(index + 1, len(heads)))
    following = next((number.value for number in behind if number.kind == kind), None)
    return last > 1 and following in (None, 2)
