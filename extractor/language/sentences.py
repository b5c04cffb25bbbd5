"""Sentences: full stops outside of 《》, brackets and quotes, and the items of lists.

一是…；二是… and 1.…；2.… are one sentence by their punctuation, but each item says a thing of its
own: an item begins a sentence, and so does what a list's lead (主要有以下问题：) leads to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

_OPEN = {"《": "》", "〈": "〉", "（": "）", "(": ")", "“": "”", "‘": "’", "「": "」", "【": "】"}
_CLOSE = frozenset(_OPEN.values())
_STOPS = "。！？!?"
_CLOSERS = "”’」）)》"
# Longer stretches in quotes or brackets are more likely an unbalanced sign than one sentence.
_MAX_ENCLOSED = 120
ENUMERATOR = (
    r"(?:[一二三四五六七八九十]{1,2}\s*(?:是(?![否以])|要(?=[加强进持优完推健全])|、(?=\S)|．|\.(?!\d))"
    r"|第[一二三四五六七八九十]{1,2}(?=[，,、])|其[一二三四五六七八九十](?=[，,、])"
    r"|[(（]\s*[一二三四五六七八九十\d]{1,2}\s*[)）]"
    r"|\d{1,2}\s*(?:[.．](?!\d)|、|[)）])|[①-⑳⑴-⒇])"
)
_ITEM = re.compile(rf"(?<=[；;：:。！？!?\n])\s*(?={ENUMERATOR})")
# With a comma only 一是/二是 is sure to begin an item: 1、2 may be parts of a listing.
_ITEM_AFTER_COMMA = re.compile(r"(?<=[，,、])\s*(?=[一二三四五六七八九]是(?![否以]))")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's place in the text; blanks around it are left out."""

    start: int
    end: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text whose paragraphs are separated by line breaks."""
    found: list[Sentence] = []
    position = 0
    for line in text.split("\n"):
        found += [_trim(text, position + start, position + end) for start, end in _cut(line)]
        position += len(line) + 1
    return [sentence for sentence in found if sentence.end > sentence.start]


def _cut(line: str) -> list[tuple[int, int]]:
    enclosed = _enclosed(line)
    breaks = {0, len(line), *_stops(line, enclosed)}
    for pattern in (_ITEM, _ITEM_AFTER_COMMA):
        breaks |= {m.end() for m in pattern.finditer(line) if not enclosed[m.start()]}
    order = sorted(breaks)
    return list(pairwise(order))


def _stops(line: str, enclosed: Sequence[bool]) -> set[int]:
    found: set[int] = set()
    for match in re.finditer(f"[{_STOPS}]+", line):
        end = match.end()
        if not enclosed[match.start()]:
            found.add(end)
        elif line[end : end + 1] and line[end] in _CLOSERS:
            # 。” ends the sentence too, unless the sentence goes on behind the quotation.
            behind = end + 1
            if not enclosed[end] or behind >= len(line) or line[behind] not in "，,、；;的":
                found.add(behind)
    return found


def _enclosed(line: str) -> list[bool]:
    """For each character whether it stands within a closed pair of brackets or quotes."""
    # How many pairs more, or fewer, are open from a character on.
    changes = [0] * (len(line) + 1)
    stack: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()
    for index, char in enumerate(line):
        if char in _OPEN:
            stack.append((_OPEN[char], index))
            waiting[_OPEN[char]] += 1
        while char in _CLOSE and waiting[char]:
            closer, opened = stack.pop()
            waiting[closer] -= 1
            if closer == char:
                if index - opened <= _MAX_ENCLOSED:
                    changes[opened + 1] += 1
                    changes[index] -= 1
                break
    return [depth > 0 for depth in accumulate(changes)]


def _trim(text: str, start: int, end: int) -> Sentence:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(start, end)
