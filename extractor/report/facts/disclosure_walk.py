"""The parts of the total in order, each under the figure that its 其中 goes back to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.report.facts.clauses import Passage
from extractor.report.facts.disclosure_names import name_of, starts_otherwise
from extractor.report.facts.disclosure_outside import (
    COUNTED_IN,
    Reading,
    beyond_division,
    said_outside,
)
from extractor.report.facts.disclosure_whose import names_a_body
from extractor.report.facts.disclosure_words import BESIDE, COUNTED, MEDIA, Count
from extractor.report.facts.model import is_narrow

_OPENS = re.compile(
    r"^(?:其中|按[^，：]{1,10}(?:分|看|统计|类|计)|分[^，：]{1,6}[看说]|就[^，：]{1,8}而言"
    r"|[^，：]{1,4}上[，,]|从[^，：]{1,16}[看分]|具体"
    r"|包括|分别|主要(?:是"
    r"|有|包括|为|公开)|(?:主要)?(?:公开)?(?:的)?内容(?:有|包括|涉及|主要|为)"
    r"|公开(?:的)?(?:内容|信息)(?:有|包括|涉及|主要|为|中)|分类(?:情况|看)|涉及|涵盖"
    r"|[^，：]{0,24}(?:公开|发布|公示)的[\d,，]+条(?:信息)?[里中内]|[^，：]{0,20}(?:公开|发布"
    r"|公示)的?(?:政府)?信息中)"
)
# What divides all of it goes back to the total, whatever stands between.
_BY = re.compile(
    r"(?:按[^，：]{1,10}[分看类计]|从[^，：]{1,10}[看分]|就[^，：]{1,8}而言|[^，：]{1,4}上[，,])"
)
_OPENING_CLAUSE = re.compile(
    r"^▁*(?:其中|包括|分别|主要(?:是|有|包括|为)|按[^，]{1,10}(?:分|看|统计)|从[^，]{1,16}[看分]"
    r"|内容(?:有|包括)|具体)"
)
# 网站公开312条，其中…；通过微博发布95条: told beside the site's, not of them.
_THROUGH_MEDIA = re.compile(rf"(?:通过|利用|依托|在)[^，；]{{0,16}}?(?:{MEDIA.pattern})")
# 点击量达97,269次 stands between the total and its parts, and is neither.
_READ = re.compile(r"(?:总)?(?:点击|浏览|阅读|访问|播放|关注|粉丝)")
_DISCLOSES = re.compile(r"公开|公布|公示|发布|上传|上网|登|录入|发")
_ADVERB = re.compile(r"[后时又再先新另均已才]$")
_LISTED = re.compile(
    r"[一二三四五六七八九十\d]{1,2}(?:[.．、]|是)|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑨]"
)


class Walk:
    """Goes through the figures in order, knowing under which figure a 其中 stands."""

    def __init__(self, reading: Reading, known: Sequence[Count]) -> None:
        self._reading = reading
        self._known = {id(count) for count in known}
        self._values = {count.number.value for count in known}
        self._under_total = reading.total is None
        self._open = False
        self._parts: list[Count] = []
        self._last: Count | None = None
        """The part told last, whose list may go on in the next clause."""

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
        total = self._reading.total
        if total is not None and passage.line == total.passage.line and _BY.match(text):
            self._under_total = True
        opens = _OPENS.match(text) or listed or self._bare_kinds(passage, counts)
        self._open = bool(self._under_total and opens)
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
                afresh = BESIDE.match(clause.shown) or _THROUGH_MEDIA.match(clause.shown)
                self._open = self._open and not afresh
            for count in by_clause.get(id(clause), []):
                told_here = self._count(count, told_here) or told_here

    def _bare_kinds(self, passage: Passage, counts: list[Count]) -> bool:
        """Two kinds at least, told without a verb, in the total's own paragraph."""
        total = self._reading.total
        if total is None or passage.line != total.passage.line:
            return False
        bare = [
            c
            for c in counts
            if c.number.unit == total.number.unit
            and c.kind
            and not c.verb
            and c.usable
            and not starts_otherwise(c)
        ]
        return len(bare) > 1

    def _count(self, count: Count, told_here: bool) -> bool:
        """Whether the figure is the total itself or a reference to it."""
        total = self._reading.total
        if total is not None and (count is total or _told_again(count, total)):
            self._under_total, self._open = True, self._open or count.reference
            return True
        again = count.reference or not count.clause.left(count.number).strip("▁")
        if again and count.number.value in self._values and id(count) not in self._known:
            self._under_total = True
            return False
        if not count.usable:
            return False
        if id(count) in self._known:
            self._under_total = True
        elif self._part(count, told_here):
            self._parts.append(count)
            self._last = count
            self._values.add(count.number.value)
            self._under_total = True
        elif count.clause.depth == 0 and not _READ.match(count.kind):
            self._under_total, self._open = False, False
        return False

    def _part(self, count: Count, told_here: bool) -> bool:
        total = self._reading.total
        if not name_of(count) or said_outside(count, self._reading):
            return False
        if starts_otherwise(count, listed=self._open) or _beside_share(count, total):
            return False
        if any(other.clause is not count.clause and _same(other, count) for other in self._parts):
            return False
        unit = total.number.unit if total else "条"
        if total is not None and count.number.value > total.number.value:
            return False
        if total is not None and count.number.value == total.number.value and not count.kind:
            return False
        if self._open and (count.number.unit == unit or count.number.unit in COUNTED):
            return True
        if COUNTED_IN.match(count.passage.text, count.number.end) and count.channel and count.verb:
            return count.number.unit in COUNTED
        apart = BESIDE.match(count.clause.shown) and (count.channel or count.verb or not told_here)
        if count.number.unit != unit or apart:
            return False
        if MEDIA.search(name_of(count)) and not (told_here and not count.verb):
            return self._beside_site(count)
        if beyond_division(count, self._reading):
            return False
        narrow = is_narrow(count.stands.scope) and bool(count.verb)
        discloses = bool(_DISCLOSES.search(count.verb))
        return (
            bool(discloses and (count.kind or count.channel))
            or (discloses and self._of_kind_in_front(count))
            or narrow
            or (told_here and bool(count.kind or count.channel))
            or self._goes_on(count)
        )

    def _of_kind_in_front(self, count: Count) -> bool:
        """公共资源交易公开90条: what stands in front of the verb is no body, but a kind."""
        total = self._reading.total
        same_line = total is not None and total.passage.line == count.passage.line
        named = count.subject and not names_a_body(count.subject)
        return same_line and bool(named) and _ADVERB.search(count.subject) is None

    def _goes_on(self, count: Count) -> bool:
        """公开征地信息63条，住房信息21条，…: kinds behind the first, which has the verb for all."""
        last = self._last
        if last is None or last.passage is not count.passage or count.verb or not count.kind:
            return False
        between = count.passage.text[last.number.end : count.clause.start]
        return count.clause.depth == last.clause.depth and between in ("，", ",", "、")

    def _beside_site(self, count: Count) -> bool:
        """网站公开507条，公众号公开283条: told alike, where no total is told of either."""
        return self._reading.total is None and any(
            part.passage is count.passage
            and part.channel is not None
            and part.channel.kind in ("site", "system")
            and bool(count.verb)
            and part.verb[-2:] == count.verb[-2:]
            for part in self._parts
        )


def _told_again(count: Count, total: Count) -> bool:
    """公开的204条里 goes back to a figure, 发布信息1,862条 tells the total once more."""
    if count.stands.compared or count.stands.year is not None:
        return False
    return count.reference or (not count.kind and count.number.value == total.number.value)


def _beside_share(count: Count, total: Count | None) -> bool:
    """更新1,890条，其中主动公开950条，转载940条: a part of what the total is a part of."""
    if total is None or count.passage is not total.passage or count.place < total.place:
        return False
    whole = total.number.value + count.number.value
    shared = total.clause.shown.startswith("其中") and not count.clause.depth
    return shared and any(
        number.value == whole and number.end <= total.clause.start
        for number in total.passage.numbers
    )


def _same(one: Count, other: Count) -> bool:
    """One channel's figure told again."""
    if one.channel is None or other.channel is None or one.channel.core != other.channel.core:
        return False
    return name_of(one) == name_of(other)
