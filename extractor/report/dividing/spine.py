"""The form's own headings 一 to 六, and what they settle: parts between them, and a second copy.

Where all six stand in order under their own numbers, nothing numbered alike between two of them
heads a section; a report pasted twice begins its six anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.report.dividing.section_headings import Candidate
from extractor.report.dividing.section_titles import is_the_forms
from extractor.report.outline import SECTIONS, SectionKey

# So many headings in the same words and order are a second copy, and no part of a section.
_COPIED = 4


def on_spine(own: Sequence[Candidate]) -> list[Candidate]:
    """Without what has a number that the six have used up, or stands between two of them.

    A heading in the words of one of the six stays: it is that section printed twice.
    """
    spine = _spine(own)
    if not spine:
        return list(own)
    words = {candidate.words for candidate in spine}
    first, last = spine[0].heading.start, spine[-1].heading.start
    return [
        c
        for c in own
        if c.words in words
        or c.heading.start < first
        or (c.heading.start > last and (c.number.value or 0) > len(SECTIONS))
    ]


def _spine(own: Sequence[Candidate]) -> list[Candidate]:
    """The six in order: up to the first sixth that follows all others, the last of each.

    Of several with one number those in the form's own words go before.
    """
    reached = -1
    for key in SECTIONS:
        reached = next((c.heading.start for c in _of(own, key) if c.heading.start > reached), -1)
        if reached < 0:
            return []
    spine: list[Candidate] = []
    for key in reversed(SECTIONS):
        before = [c for c in _of(own, key) if c.heading.start <= reached]
        best = [c for c in before if is_the_forms(c.words, key)] or before
        spine.insert(0, best[-1])
        reached = best[-1].heading.start - 1
    return spine


def _of(own: Sequence[Candidate], key: SectionKey) -> list[Candidate]:
    number = SECTIONS.index(key) + 1
    return [c for c in own if c.sure and c.keys == (key,) and c.number.value == number]


def begins_copy(
    candidate: Candidate, chosen: Sequence[Candidate], later: Sequence[Candidate]
) -> bool:
    """Whether the report begins anew: its first headings follow again in the same words."""
    if len(chosen) < _COPIED or not _same(candidate, chosen[0]):
        return False
    rest = iter(later)
    return all(any(_same(head, other) for other in rest) for head in chosen[1:_COPIED])


def second_copy(chosen: Sequence[Candidate]) -> int | None:
    """The index of the heading with which a second copy of the report begins."""
    for index in range(_COPIED, len(chosen)):
        if begins_copy(chosen[index], chosen[:index], chosen[index + 1 :]):
            return index
    return None


def _same(one: Candidate, other: Candidate) -> bool:
    return one.key is not None and (one.keys, one.number.value, one.words) == (
        other.keys,
        other.number.value,
        other.words,
    )
