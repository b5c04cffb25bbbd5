"""The numbered headings directly below a section's own, as they are printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from extractor.checks.model import Case
from extractor.report.dividing.enumerators import Enumerator, Kind, enumerator
from extractor.report.dividing.squashed import Squashed, squashed
from extractor.report.outline import Section

# 一是 and the like number what a sentence lists, not headings.
_KINDS: tuple[Kind, ...] = ("part", "chinese", "bracket", "digit", "bracket_digit")
# More headings no section has.
_MOST_LINES = 200
_MAX_ALONE = 30
_MAX_RUN_IN = 20
_NO_HEADING = re.compile(r"[，,；;！!？?。]|\d+(?:条|件|次|项|人|篇)")
# 强化主动公开，让权力在阳光下运行 on a line of its own, without a full stop.
_NO_SLOGAN = re.compile(r"[；;！!？?。]|[，,].*[，,]|\d+(?:条|件|次|项|人|篇)")
_STOP = re.compile(r"[。：:]")
_TRAILING = "。：:；;"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number."""

    number: Enumerator
    text: str
    """Number and title; of a line that is no heading only its first words."""
    start: int
    end: int
    titled: bool
    """Whether it reads like a heading, on a line of its own or in front of its text."""
    run_in: bool


def numbered_lines(case: Case, section: Section) -> list[Numbered]:
    """Every line of a section that begins with a number, in order."""
    found: list[Numbered] = []
    lines = case.report.flow.stretches
    first = bisect_right(lines, section.start, key=lambda line: line.end)
    for line in islice(lines, first, None):
        if line.start >= section.end or len(found) >= _MOST_LINES:
            break
        if line.paragraph is None:
            continue
        head = squashed(case.text, max(line.start, section.start), min(line.end, section.end))
        number = enumerator(head.text) if head.text else None
        if number is not None and number.kind in _KINDS:
            found.append(_numbered(head, number))
    return found


def _numbered(head: Squashed, number: Enumerator) -> Numbered:
    words = head.text[number.end :]
    stop = _STOP.search(words)
    alone = head.whole and (stop is None or stop.end() == len(words))
    last = number.end + (len(words.rstrip(_TRAILING)) if alone or stop is None else stop.start())
    title = head.text[number.end : last]
    # A line that ends with a full stop is a sentence, unless it is as short as a title.
    sentence = alone and words.endswith("。") and len(words) > _MAX_RUN_IN
    titled = (
        (alone or stop is not None)
        and 1 < len(title) <= (_MAX_ALONE if alone else _MAX_RUN_IN)
        and not sentence
        and not (_NO_SLOGAN if alone and stop is None else _NO_HEADING).search(title)
    )
    last = max(last, number.end) if titled else min(len(head.text), number.end + _MAX_RUN_IN)
    start, end = head.start(0), head.end(last)
    return Numbered(number, head.printed(0, last), start, end, titled, not alone)


def top_kind(lines: Sequence[Numbered]) -> Kind | None:
    """The way of numbering of a section's own sub-headings: that of the first of them."""
    titled = [line for line in lines if line.titled]
    if not titled:
        return None
    kind = titled[0].number.kind
    own = [line for line in lines if line.number.kind == kind]
    counted = Counter(line.titled for line in own)
    return kind if counted[True] > counted[False] else None


def top_headings(case: Case, section: Section) -> list[Numbered]:
    """The sub-headings of a section; those within its parts are none of them."""
    lines = numbered_lines(case, section)
    kind = top_kind(lines)
    return [line for line in lines if line.titled and line.number.kind == kind]
