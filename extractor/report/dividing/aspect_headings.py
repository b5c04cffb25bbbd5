"""Sub-headings within 总体情况: which lines they are, and which aspect each names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.report.dividing.aspect_titles import MAX_FREE, free_aspect, usual_aspect
from extractor.report.dividing.enumerators import NO_NUMBER, Enumerator, Kind, enumerator
from extractor.report.dividing.squashed import Squashed, squashed
from extractor.report.flow import Flow
from extractor.report.outline import AspectKey, Heading

_KINDS: tuple[Kind, ...] = ("bracket", "digit", "chinese", "none", "bracket_digit", "item", "part")
_TRAILING = "。：:；;.．,，、—-"
_ENDS = "。：:；;"
# 主动公开方面，全年… is a sentence; only behind a number the comma ends a heading.
_COMMA = "，,"
_TOPIC_END = re.compile(r"(?:方面|情况|工作|上)$")
# Where text begins right behind a heading's words; after 情况 and 方面 it may begin more freely.
_GLUED = re.compile(
    r"(?=20\d\d年|本年|今年|全年|我[局镇乡县市区委办厅院省]|本[局镇乡委厅单机]|一是|按照|根据|截至)"
    r"|(?<=情况|方面)(?=[无没未积严认加做本全]|1[.．、]|（[一1]）)"
)
_BRACED = re.compile(r"[【〔\[](?P<words>[\u4e00-\u9fff、]{2,20})[】〕\]]")
_INSIDE = re.compile(r"(?<=[。；;！!：:])\s*(?=[（(]?[一二三四五六七八九1-9][）)、.．是])")
# Without numbers a line is a heading only if it is short and no sentence.
_MAX_UNNUMBERED = 16
_NO_HEADING = re.compile(r"[。；;！？，,]|\d")
# Freely worded headings need company to be told from the items of a list.
_MIN_FREE = 2
_MIN_FREE_UNNUMBERED = 3
_MIN_ITEMS = 2
# So many headings no overview has.
_MAX_CANDIDATES = 400


@dataclass(frozen=True, slots=True)
class SubHeading:
    """A line that may head an aspect; `usual` is its key if its words are the usual ones."""

    usual: AspectKey | None
    free: AspectKey | None
    number: Enumerator
    heading: Heading
    text_start: int
    inside: bool
    sentence: bool = False
    """Only the number stands apart: a sentence follows it, whose first clause tells `free`."""


@dataclass(frozen=True, slots=True)
class Named:
    """Where an aspect begins; key None if something else does, heading None without title."""

    key: AspectKey | None
    heading: Heading | None
    start: int
    text_start: int


def aspect_headings(flow: Flow, start: int, end: int) -> list[Named]:
    """The sub-headings of a stretch in order; empty if it is not divided by sub-headings."""
    found = _candidates(flow, start, end)
    kind = _kind(found)
    if kind is None:
        return []
    own = _level([one for one in found if one.number.kind == kind], kind)
    usual = {one.usual for one in own}
    stray = [one for one in found if one.number.kind != kind and _is_stray(one, usual, own)]
    return _named(sorted([*own, *stray], key=lambda one: one.heading.start))


def _candidates(flow: Flow, start: int, end: int) -> list[SubHeading]:
    found: list[SubHeading] = []
    for line in flow.stretches:
        if line.paragraph is None or line.end <= start or line.start >= end:
            continue
        begin, stop = max(line.start, start), min(line.end, end)
        found += _sub_heading(squashed(flow.text, begin, stop), inside=False)
        for match in _INSIDE.finditer(flow.text, begin + 1, stop):
            found += _sub_heading(squashed(flow.text, match.end(), stop), inside=True)
        if len(found) >= _MAX_CANDIDATES:
            break
    return found


def _sub_heading(head: Squashed, *, inside: bool) -> list[SubHeading]:
    if not head.text:
        return []
    number = enumerator(head.text)
    numbered = number.kind != "none"
    if inside and not numbered:
        return []
    braced = None if inside else _BRACED.match(head.text)
    if braced and usual_aspect(braced["words"]):
        return [_braced(head, braced)]
    end = _words_end(head, number)
    if end is None:
        return [_sentence(head, number, inside=inside)] if numbered else []
    words = head.text[number.end : end].rstrip(_TRAILING)
    whole = head.whole and end >= len(head.text.rstrip(_TRAILING))
    if not words or (not numbered and not _is_plain(words, whole, head.text)):
        return []
    usual = usual_aspect(words)
    if inside and usual is None:
        return [_sentence(head, number, inside=inside)]
    begin = len(head.text) - len(head.text[end:].lstrip(_TRAILING))
    last = number.end + len(words)
    heading = Heading(head.printed(0, last), head.start(0), head.end(last), not whole)
    text_start = head.offsets[-1] if whole else head.start(begin)
    return [SubHeading(usual, usual or free_aspect(words), number, heading, text_start, inside)]


def _braced(head: Squashed, match: re.Match[str]) -> SubHeading:
    """【主动公开】全年公开…"""
    key = usual_aspect(match["words"])
    rest = head.text[match.end() :].lstrip(_TRAILING)
    start = head.start(len(head.text) - len(rest))
    shown = Heading(head.printed(0, match.end()), head.start(0), head.end(match.end()), bool(rest))
    return SubHeading(key, key, NO_NUMBER, shown, start, False)


def _sentence(head: Squashed, number: Enumerator, *, inside: bool) -> SubHeading:
    clause = re.split("[，,。：:；;、]", head.text[number.end : number.end + MAX_FREE])[0]
    heading = Heading(head.printed(0, number.end), head.start(0), head.end(number.end), True)
    start = head.start(min(number.end, len(head.text)))
    free = free_aspect(clause)
    return SubHeading(None, free, number, heading, start, inside, sentence=True)


def _words_end(head: Squashed, number: Enumerator) -> int | None:
    """Where the heading's words end, or None if no heading can stand here."""
    text, start = head.text, number.end
    numbered = number.kind != "none"
    limit = start + MAX_FREE + 1
    stop = next((i for i in range(start, min(len(text), limit)) if text[i] in _ENDS), None)
    if numbered:
        for glued in _GLUED.finditer(text, start, limit):
            if (stop is None or glued.end() < stop) and usual_aspect(text[start : glued.end()]):
                return glued.end()
    for index in range(start + 1, min(stop or limit, len(text))):
        named = head.blank_before(index) or (numbered and text[index] in _COMMA)
        if named and _ends_topic(text[start:index], head.blank_before(index)):
            return index
    if stop is not None:
        return stop
    return len(text) if head.whole and len(text) <= limit else None


def _ends_topic(words: str, blank: bool) -> bool:
    return usual_aspect(words) is not None and (blank or bool(_TOPIC_END.search(words)))


def _is_plain(words: str, whole: bool, line: str) -> bool:
    if whole and line.endswith(("。", "；")):
        return False
    if usual_aspect(words):
        return True
    return whole and len(words) <= _MAX_UNNUMBERED and not _NO_HEADING.search(words)


def _kind(found: Sequence[SubHeading]) -> Kind | None:
    """The way of numbering that carries the aspects' sub-headings."""
    usual: dict[Kind, set[AspectKey]] = defaultdict(set)
    free: dict[Kind, set[AspectKey]] = defaultdict(set)
    for one in found:
        if one.usual:
            usual[one.number.kind].add(one.usual)
        if one.free and not one.inside and not one.sentence:
            free[one.number.kind].add(one.free)
    best = max(_KINDS, key=lambda kind: (len(usual[kind]), len(free[kind]), -_KINDS.index(kind)))
    if len(usual[best]) >= (_MIN_ITEMS if best in ("item", "none") else 1):
        return best
    best = max(_KINDS, key=lambda kind: (len(free[kind]), -_KINDS.index(kind)))
    needed = _MIN_FREE_UNNUMBERED if best == "none" else _MIN_FREE
    return best if best != "item" and len(free[best]) >= needed else None


def _level(own: Sequence[SubHeading], kind: Kind) -> list[SubHeading]:
    """Without the items of lists that are numbered in the same way within an aspect."""
    found: list[SubHeading] = []
    nested = 0
    for index, one in enumerate(own):
        value, last = one.number.value or 0, (found[-1].number.value or 0) if found else 0
        if value < last and one.usual and _is_within(one, found, own[index + 1 :]):
            nested = value
            continue
        if one.usual is None and kind != "none":
            within = value <= last or (nested and value == nested + 1)
            if within or ((one.sentence or kind == "item") and value != last + 1):
                nested = value
                continue
        nested = 0
        found.append(one)
    return found


def _is_within(one: SubHeading, before: Sequence[SubHeading], later: Sequence[SubHeading]) -> bool:
    """An item that counts anew and names an aspect that has its own heading."""
    same = [other for other in (*before, *later) if other.usual == one.usual]
    return any((other.number.value or 0) > (one.number.value or 0) for other in same)


def _is_stray(one: SubHeading, known: set[AspectKey | None], own: Sequence[SubHeading]) -> bool:
    """A usual heading numbered otherwise, for an aspect that has no other: a number got lost."""
    if (
        one.usual is None
        or one.sentence
        or one.usual in known
        or one.inside
        or one.number.kind == "item"
    ):
        return False
    if one.number.kind == "none":
        return not one.heading.run_in
    before = [other for other in own if other.heading.start < one.heading.start]
    return not before or one.number.value == (before[-1].number.value or 0) + 1


def _named(headings: Sequence[SubHeading]) -> list[Named]:
    """A free heading names an aspect only if no other heading does so."""
    usual = {one.usual for one in headings if one.usual}
    taken: set[AspectKey] = set()
    found = []
    for one in headings:
        key = one.usual
        if key is None and one.free is not None and one.free not in usual | taken:
            key = one.free
            taken.add(key)
        heading = None if one.sentence else one.heading
        found.append(Named(key, heading, one.heading.start, one.text_start))
    return found
