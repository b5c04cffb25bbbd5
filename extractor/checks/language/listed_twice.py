"""An item that one enumeration lists twice: 机构职能、政策法规、工作动态、政策法规、人事任免."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What an enumeration with 、 runs between; brackets and titles have lists of their own.
_BETWEEN = re.compile(r"[^，。；：！？,;:!?\n（）()《》〈〉“”‘’\"|\t]+")
_ITEM = re.compile(r"[\u4e00-\u9fff]{4,}")
# In a short list the same word may belong to two others: 人事信息、财政信息.
_FEWEST = 5


def listed_twice(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every item that stood in its list before.

    The first and the last item do not count: words of the sentence stand around them.
    """
    for run in _BETWEEN.finditer(text):
        items = run.group().split("、")
        if len(items) < _FEWEST:
            continue
        at = run.start() + len(items[0]) + 1
        seen: set[str] = set()
        for item in items[1:-1]:
            if item in seen and _ITEM.fullmatch(item):
                yield at, at + len(item)
            seen.add(item)
            at += len(item) + 1
