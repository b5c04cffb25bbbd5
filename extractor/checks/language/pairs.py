"""Signs that stand in pairs: 《》（）“”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.checks.language.lines import Line

_OPENERS = {"《": "》", "（": "）", "(": "）", "“": "”"}
_SAME = {")": "）"}
# 1） and 一） number an item, and many print them so.
_ENUMERATOR = re.compile(
    r"(?:^|[\s：:；;。，,、])(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-zA-Z])\s?$"
)
# A closer may stand on the next line: converters break paragraphs.
_NEXT_LINES = 2
# Straight or reversed quotes everywhere are the writer's keyboard, not a slip.
_MOST = 4


def unpaired(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    """Lines with a sign that lacks its counterpart, and where: the first of each line."""
    alone = [_alone(line.text) for line in lines]
    found = []
    for index, (line, signs) in enumerate(zip(lines, alone, strict=True)):
        near = [s for other in alone[max(0, index - _NEXT_LINES) : index] for _, s in other]
        near += [s for other in alone[index + 1 : index + 1 + _NEXT_LINES] for _, s in other]
        first = next((at for at, sign in signs if not _answered(sign, near)), None)
        if first is not None:
            found.append((line, first))
    return found if len(found) <= _MOST else []


def _answered(sign: str, near: list[str]) -> bool:
    """Whether a line nearby holds the counterpart."""
    return any(_fits(sign, other) or _fits(other, sign) for other in near)


def _fits(opener: str, closer: str) -> bool:
    return _OPENERS.get(opener) == _SAME.get(closer, closer)


def _alone(text: str) -> list[tuple[int, str]]:
    """Signs without their counterpart within a line."""
    open_signs: list[tuple[int, str]] = []
    found: list[tuple[int, str]] = []
    for at, sign in _signs(text):
        if sign in _OPENERS:
            open_signs.append((at, sign))
            continue
        index = next(
            (i for i in range(len(open_signs) - 1, -1, -1) if _fits(open_signs[i][1], sign)), None
        )
        if index is not None:
            del open_signs[index]
        elif not (sign in "）)" and _ENUMERATOR.search(text[:at])):
            found.append((at, sign))
    return sorted(found + open_signs)


def _signs(text: str) -> Iterator[tuple[int, str]]:
    return ((at, sign) for at, sign in enumerate(text) if sign in "《》（）()“”")
