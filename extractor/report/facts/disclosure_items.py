"""The kinds and channels told with a figure: parts of the total, or beside it.

Parts are what 其中, a colon or a bracket opens behind the total, and what follows of the same unit.
New media stand outside unless the report counts them in: said so, listed so, or by the sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.disclosure_words import (
    BESIDE,
    EXCLUDED,
    Count,
    fact_of_count,
    name_of,
    starts_otherwise,
)
from extractor.report.facts.model import Item, Relation, is_narrow

_OPENS = re.compile(
    r"^(?:其中|按[^，：]{1,10}(?:分|看|统计|类|计)|从[^，：]{1,16}[看分]|具体|包括|分别|主要(?:是|有|包括|为|公开)|(?:主要)?(?:公开)?(?:的)?内容(?:有|包括|涉及|主要|为)"
    r"|公开(?:的)?(?:内容|信息)(?:有|包括|涉及|主要|为|中)|分类(?:情况|看)|涉及|涵盖|[^，：]{0,24}(?:公开|发布|公示)的[\d,，]+条(?:信息)?[里中内]|[^，：]{0,20}(?:公开|发布|公示)的?(?:政府)?信息中)"
)
_OPENING_CLAUSE = re.compile(
    r"^▁*(?:其中|包括|分别|主要(?:是|有|包括|为)|按[^，]{1,10}(?:分|看|统计)|从[^，]{1,16}[看分]|内容(?:有|包括)|具体)"
)
_DISCLOSES = re.compile(r"公开|公布|公示|发布|上传|上网|登|录入|发")
_BACK = re.compile(r"^(?:以上|上述|这部分|这些|该|此|均|都|其|两|前述|新媒体)")
_COUNTED = frozenset({"条", "篇", "份", "件", "期", "则", "条次"})
_MEDIA = re.compile(r"新媒体|公众号|微信|微博|抖音|头条|视频号|客户端|两微")
_LISTED = re.compile(
    r"[一二三四五六七八九十\d]{1,2}(?:[.．、]|是)|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑨]"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The total with all figures around it."""

    total: Count | None
    counts: Sequence[Count]
    passages: Sequence[Passage]


def items_of(reading: Reading) -> tuple[Item, ...]:
    """The items, in the order in which they are printed."""
    parts = {id(c): c for c in (*_partition(reading), *_before(reading), *_Walk(reading).parts())}
    outside = {id(c): c for c in _excluded(reading) if id(c) not in parts}
    if not any(_is_media(count) for count in parts.values()):
        outside |= {id(c): c for c in _pushed(reading) if id(c) not in parts}
    items = [_item(count, "part") for count in parts.values()]
    items += [_item(count, "outside") for count in outside.values()]
    return tuple(sorted(items, key=lambda item: item.start))


def _item(count: Count, relation: Relation) -> Item:
    fact = fact_of_count(count)
    return Item(
        value=fact.value, unit=fact.unit, approx=fact.approx, scope=fact.scope, text=fact.text,
        start=fact.start, end=fact.end, name=name_of(count), relation=relation,
    )  # fmt: skip


def _is_media(count: Count) -> bool:
    return bool(_MEDIA.search(name_of(count)))


def _adds_up(counts: Sequence[Count], total: Count | None) -> bool:
    if total is None or len(counts) < 2:
        return False
    return sum(count.number.value for count in counts) == total.number.value


def _usable(count: Count) -> bool:
    stands = count.stands
    return not (
        count.kept
        or stands.compared
        or stands.ages
        or stands.part
        or stands.year is not None
        or count.reference
    )


def _before(reading: Reading) -> list[Count]:
    """Kinds told before their total (…，全年累计公开433条), if they add up to it."""
    total = reading.total
    if total is None:
        return []
    told = [
        c
        for c in reading.counts
        if c.place < total.place
        and c.passage.aspect == total.passage.aspect
        and c.number.unit == total.number.unit
        and _usable(c)
        and (c.kind or c.channel)
        and (c.verb or total.bare)
    ]
    return told if _adds_up(told, total) else []


class _Walk:
    """Goes through the figures in order, knowing under which figure a 其中 stands."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._under_total = reading.total is None
        self._open = False
        self._parts: list[Count] = []

    def parts(self) -> list[Count]:
        total = self._reading.total
        by_passage: dict[int, list[Count]] = {}
        for count in self._reading.counts:
            by_passage.setdefault(id(count.passage), []).append(count)
        before: Passage | None = None
        for passage in self._reading.passages:
            counts = by_passage.get(id(passage), [])
            if total is None or passage.offsets[-1] > total.place:
                self._passage(passage, counts, before)
            before = passage
        return self._parts

    def _passage(self, passage: Passage, counts: list[Count], before: Passage | None) -> None:
        listed = bool(
            self._open
            and before is not None
            and before.text[-1:] in "：:；;"
            and _LISTED.match(passage.text)
        )
        text = (
            _LISTED.sub("", passage.text, count=1) if _LISTED.match(passage.text) else passage.text
        )
        self._open = bool(self._under_total and (_OPENS.match(text) or listed))
        by_clause: dict[int, list[Count]] = {}
        for count in counts:
            by_clause.setdefault(id(count.clause), []).append(count)
        told_here = False
        for clause in passage.clauses:
            if self._under_total and (
                _OPENING_CLAUSE.match(clause.shown) or (told_here and clause.lead in "：:（(")
            ):
                self._open = True
            if clause.lead in "；;" and told_here and not _OPENING_CLAUSE.match(clause.shown):
                self._open = self._open and not BESIDE.match(clause.shown)
            for count in by_clause.get(id(clause), []):
                told_here = self._count(count, told_here) or told_here

    def _count(self, count: Count, told_here: bool) -> bool:
        """Whether the figure is the total itself or a reference to it."""
        total = self._reading.total
        if total is not None and (count is total or _told_again(count, total)):
            self._under_total, self._open = True, self._open or count.reference
            return True
        if not _usable(count):
            return False
        if self._part(count, told_here):
            self._parts.append(count)
            self._under_total = True
        elif count.clause.depth == 0:
            self._under_total, self._open = False, False
        return False

    def _part(self, count: Count, told_here: bool) -> bool:
        total = self._reading.total
        if not name_of(count) or _said_outside(count):
            return False
        if starts_otherwise(count, listed=self._open):
            return False
        if any(other.clause is not count.clause and _same(other, count) for other in self._parts):
            return False
        unit = total.number.unit if total else "条"
        if total is not None and count.number.value > total.number.value:
            return False
        if total is not None and count.number.value == total.number.value and not count.kind:
            return False
        if self._open and (count.number.unit == unit or count.number.unit in _COUNTED):
            return True
        if count.number.unit != unit or BESIDE.match(count.clause.shown):
            return False
        if _is_media(count) and not (told_here and not count.verb):
            return False
        narrow = is_narrow(count.stands.scope) and bool(count.verb)
        discloses = bool(_DISCLOSES.search(count.verb))
        return (
            bool(discloses and (count.kind or count.channel))
            or narrow
            or (told_here and bool(count.kind or count.channel))
        )


def _told_again(count: Count, total: Count) -> bool:
    """公开的204条里 goes back to a figure, 发布信息1,862条 tells the total once more."""
    if count.stands.compared or count.stands.year is not None:
        return False
    return count.reference or (not count.kind and count.number.value == total.number.value)


def _same(one: Count, other: Count) -> bool:
    """One channel's figure told again."""
    if one.channel is None or other.channel is None or one.channel.core != other.channel.core:
        return False
    return name_of(one) == name_of(other)


def _pushed(reading: Reading) -> Iterator[Count]:
    """What new media, boards and gazettes published, where it is not the total's own channel."""
    total = reading.total
    own = total.channel.core if total is not None and total.channel is not None else None
    seen: set[str] = set()
    for count in reading.counts:
        channel = count.channel
        if channel is None or count is total or not count.verb or not _usable(count):
            continue
        if count.number.unit not in _COUNTED | {"张", "个", "部"} or channel.core == own:
            continue
        if count.number.unit == "个" and "视频" not in count.kind + channel.name:
            continue
        if channel.kind in ("site", "system", "gazette"):
            continue
        if channel.core not in seen and not starts_otherwise(count):
            seen.add(channel.core)
            yield count


def _partition(reading: Reading) -> list[Count]:
    """Channels told in a row, if they add up to the total: then new media are counted in."""
    told = [c for c in reading.counts if c.channel and _usable(c) and c is not reading.total]
    told = [c for c in told if c.verb or c.clause.lead]
    return told if _adds_up(told, reading.total) else []


def _excluded(reading: Reading) -> Iterator[Count]:
    for count in reading.counts:
        if (
            count is reading.total
            or not _usable(count)
            or not _said_outside(count, reading.passages)
        ):
            continue
        beside = count.clause.shown.startswith(("其中", "有"))
        published = count.verb or (count.channel and count.number.unit != "期")
        counted = count.number.unit in _COUNTED | {"张"} or "视频" in count.kind
        if published and counted and name_of(count) and not beside and not starts_otherwise(count):
            yield count


def _said_outside(count: Count, passages: Sequence[Passage] = ()) -> bool:
    """未计入, said behind the figure, or by the next sentence of what was told before it."""
    passage = count.passage
    if EXCLUDED.search(passage.text, count.number.end) and not _between_total(count, passage):
        return True
    for one, following in pairwise(passages):
        if one is passage and following.line == passage.line and _BACK.match(following.text):
            return bool(EXCLUDED.search(following.text))
    return False


def _between_total(count: Count, passage: Passage) -> bool:
    """Another matter lies between the figure and the exclusion: it is that which is left out."""
    match = EXCLUDED.search(passage.text, count.number.end)
    if match is None:
        return False
    between: list[Clause] = [
        c for c in passage.clauses if count.clause.end <= c.start < match.start() and not c.depth
    ]
    return any(BESIDE.match(clause.shown) for clause in between)
