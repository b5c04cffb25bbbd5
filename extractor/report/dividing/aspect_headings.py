"""Sub-headings within 总体情况: which lines they are, and which aspect each names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.report.dividing.aspect_titles import goes_on_disclosing, is_foreign
from extractor.report.dividing.enumerators import Kind
from extractor.report.dividing.sub_headings import SubHeading, lead_phrases, sub_headings
from extractor.report.flow import Flow
from extractor.report.outline import AspectKey, Heading

_KINDS: tuple[Kind, ...] = ("bracket", "digit", "chinese", "none", "bracket_digit", "item", "part")
# Freely worded headings need company to be told from the items of a list.
_MIN_FREE = 2
_NEEDED_FREE: dict[Kind, int] = {"none": 3, "item": 4}
_MIN_ITEMS = 2
_MIN_SLOGANS = 3


_CHANNEL = re.compile("(?:网站|公众号|微博|渠道|栏)$")


@dataclass(frozen=True, slots=True)
class Named:
    """Where an aspect begins; key None if something else does, heading None without title."""

    key: AspectKey | None
    heading: Heading | None
    start: int
    text_start: int
    also: AspectKey | None = None
    """The second aspect of a heading for two, whose text counts for the first."""
    open: bool = False
    """Whether its words name nothing at all, so that what stands under it tells the aspect."""


def aspect_headings(flow: Flow, start: int, end: int) -> list[Named]:
    """The sub-headings of a stretch in order; empty if it is not divided by sub-headings."""
    found = sub_headings(flow, start, end)
    kind = _kind(found)
    if kind:
        return _named(_chosen(found, kind))
    kind = _counted(found)
    return _named(_chosen(found, kind) if kind else lead_phrases(flow, start, end))


def _kind(found: Sequence[SubHeading]) -> Kind | None:
    """The way of numbering that carries the aspects' sub-headings."""
    usual: dict[Kind, set[AspectKey]] = defaultdict(set)
    free: dict[Kind, set[AspectKey]] = defaultdict(set)
    for one in found:
        if _CHANNEL.search(one.heading.text):
            continue  # an item of a list: 1.政府网站：120条
        usual[one.number.kind] |= {key for key in (one.usual, one.also) if key}
        if one.free and not one.inside and not one.sentence:
            free[one.number.kind].add(one.free)
    best = max(_KINDS, key=lambda kind: (len(usual[kind]), len(free[kind]), -_KINDS.index(kind)))
    if len(usual[best]) >= (_MIN_ITEMS if best in ("item", "none") else 1):
        return best
    best = max(_KINDS, key=lambda kind: (len(free[kind]), -_KINDS.index(kind)))
    return best if len(free[best]) >= _NEEDED_FREE.get(best, _MIN_FREE) else None


def _counted(found: Sequence[SubHeading]) -> Kind | None:
    """A way of numbering that counts slogans from one up, on lines of their own or before text.

    Items of a sentence (一是…) and what has no number are headings only on lines of their own.
    """
    for kind in _KINDS:
        own = [one for one in found if one.number.kind == kind and not one.inside]
        values = [one.number.value for one in own]
        counted = kind == "none" or values == list(range(1, len(own) + 1))
        if not counted or len(own) < _MIN_SLOGANS:
            continue
        alone = kind in ("item", "none")
        if any(
            one.sentence or (alone and one.heading.run_in) or _CHANNEL.search(one.heading.text)
            for one in own
        ):
            continue
        return kind
    return None


def _chosen(found: Sequence[SubHeading], kind: Kind) -> list[SubHeading]:
    """Without the items of lists within an aspect, numbered in the same way or otherwise."""
    known = {key for one in found if one.number.kind == kind for key in (one.usual, one.also)}
    chosen: list[SubHeading] = []
    nested = 0
    for index, one in enumerate(found):
        last = chosen[-1] if chosen else None
        if one.number.kind != kind:
            if _is_stray(one, known, last):
                chosen.append(one)
        elif _is_item(one, kind, chosen, nested, found[index + 1 :]):
            nested = one.number.value or 0
        else:
            nested = 0
            chosen.append(one)
    return chosen


def _is_item(
    one: SubHeading,
    kind: Kind,
    before: Sequence[SubHeading],
    nested: int,
    later: Sequence[SubHeading],
) -> bool:
    """Whether a candidate is only an item of a list that counts anew; `nested` is its last one."""
    value, last = one.number.value or 0, (before[-1].number.value or 0) if before else 0
    if one.usual is not None:
        same = [other for other in (*before, *later) if other.usual == one.usual]
        return value < last and any((other.number.value or 0) > value for other in same)
    if kind == "none":
        return False
    if value <= last or (nested and value == nested + 1):
        return True
    return (one.sentence or kind == "item") and value != last + 1


def _is_stray(one: SubHeading, known: set[AspectKey | None], last: SubHeading | None) -> bool:
    """A usual heading numbered otherwise, for an aspect that has no other: a number got lost,
    or the writer went on with another sign.
    """
    if one.usual is None or one.usual in known or one.inside or one.number.kind == "item":
        return False
    if one.number.kind == "none":
        return not one.heading.run_in
    # Where the others have lost their numbers, nothing tells which should come next.
    lost = last is not None and last.number.kind == "none" and not one.heading.run_in
    return last is None or lost or one.number.value == (last.number.value or 0) + 1


def _named(headings: Sequence[SubHeading]) -> list[Named]:
    """A free heading names an aspect only if no other heading does so."""
    usual = {key for one in headings for key in (one.usual, one.also) if key}
    taken: set[AspectKey] = set()
    found: list[Named] = []
    for one in headings:
        key = one.usual
        last = found[-1].key if found else None
        ours = key is None and one.free in (None, "disclosure")
        if ours and last == "disclosure" and goes_on_disclosing(one.words):
            continue
        if key is None and one.free is not None and one.free not in usual | taken:
            key = one.free
            taken.add(key)
        heading = None if one.sentence else one.heading
        tells = key is not None or one.sentence or is_foreign(one.heading.text)
        found.append(Named(key, heading, one.heading.start, one.text_start, one.also, not tells))
    return found
