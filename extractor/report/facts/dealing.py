"""Figures dealt out in order: 微信、微博分别发布12条、3条; 低保、特困两类，分别为7条和5条."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.report.facts.channels import Channel, channels
from extractor.report.facts.clauses import Passage
from extractor.report.facts.disclosure_words import Count
from extractor.report.facts.standing import years_dealt

_DEAL = re.compile(r"分别|依次(?!是：|为：)|即(?=\d)")
_DISCLOSED = "公开"
_WHAT_IS_COUNTED = re.compile(r"^.*(?:公开|公布|公示|发布)[了的]?|(?:信息)?(?:共计?|合计)?\d.*$")
_PAIR = ("前者", "后者")
_SEPARATOR = re.compile(r"[、和与及]|以及")
_LEAD = re.compile(r"^(?:\d+条)?(?:其中|包括|涉及|有|按|在|通过)+")
_TAIL = re.compile(
    r"(?:[一二两三四五六七八九十\d]+(?:类|项|个方面|方面|大类|种)|等|类?(?:为|是)?重点.*"
    r"|的?(?:信息)?)$"
)
# 发布量居前三位的类别是…: how they rank is no part of the first one's name.
_RANKED = re.compile(
    r"^.*(?:居前|位列前|排名?前|前[一二三四五六七八九十\d]+[位名]|最[多高大]|靠前|领先)"
    r"(?P<what>[^，、]{0,12}?)(?:是|为|有|：)"
)
_BODIES = re.compile(r"(?:股室|科室|处室|单位|部门|乡镇|街道|[县区市镇乡村]|机构|地方|地区|社区)$")


def dealt_out(passage: Passage, counts: Sequence[Count]) -> list[Count]:
    """The counts, those behind 分别 with the channels or kinds that stand before it."""
    counts = _former_and_latter(passage, counts)
    deal = _DEAL.search(passage.text)
    place = deal.start() if deal else -1
    behind = [c for c in counts if c.number.start > place and not c.clause.depth]
    if place < 0 or len(behind) < 2 or years_dealt(passage):
        return list(counts)
    dealt = behind[: _run(behind)]
    if _ranks_bodies(passage, place):
        return [count for count in counts if count not in dealt]
    named: dict[int, Count] = {}
    if (places := _channels_before(passage, place, dealt)) and len(places) == len(dealt):
        named = {
            id(c): replace(c, channel=p, kind="", verb=c.verb or dealt[0].verb)
            for c, p in zip(dealt, places, strict=True)
        }
    elif len(names := _names_before(passage, place)) == len(dealt):
        named = {id(c): replace(c, kind=name) for c, name in zip(dealt, names, strict=True)}
    return [named.get(id(count), count) for count in counts]


def _former_and_latter(passage: Passage, counts: Sequence[Count]) -> Sequence[Count]:
    """前者80条，后者40条: the two channels or kinds named last before them."""
    pair = [c for word in _PAIR for c in counts if c.clause.left(c.number).startswith(word)]
    if len(pair) != len(_PAIR) or pair[0].place > pair[1].place:
        return counts
    place = pair[0].clause.start
    told = {
        id(c): replace(c, channel=channel, kind="", verb=c.verb or _DISCLOSED)
        for c, channel in zip(pair, _channels_before(passage, place, pair), strict=False)
    }
    names = [_WHAT_IS_COUNTED.sub("", name) for name in _names_before(passage, place)]
    if len(told) != len(_PAIR) and len(names) == len(_PAIR):
        told = {id(c): replace(c, kind=name) for c, name in zip(pair, names, strict=True)}
    return [told.get(id(count), count) for count in counts] if len(told) == len(_PAIR) else counts


def _run(counts: Sequence[Count]) -> int:
    """How many of the counts stand in the row that 分别 opens."""
    for index, count in enumerate(counts[1:], 1):
        if count.clause.lead not in "、和及与以" or count.kind:
            return index
    return len(counts)


def _channels_before(passage: Passage, place: int, dealt: Sequence[Count]) -> list[Channel]:
    """The channels of the last clause that names any; what they make up may stand between."""
    whole = sum(count.number.value for count in dealt)
    for clause in reversed(passage.clauses):
        if clause.start >= place or clause.depth:
            continue
        found = [channel for channel in channels(passage, clause) if channel.end <= place]
        own = [n.value for n in clause.numbers if n.unit != "%"]
        if found or (own and own != [whole]):
            return found
    return []


def _ranks_bodies(passage: Passage, place: int) -> bool:
    """发布最多的三个镇是甲、乙、丙，分别为…: how much the keenest put out divides nothing."""
    stretches = [s for s in re.split(r"[，,；;。]", passage.text[:place]) if s]
    ranked = _RANKED.match(stretches[-1]) if stretches else None
    return ranked is not None and _BODIES.search(ranked["what"]) is not None


def _names_before(passage: Passage, place: int) -> list[str]:
    """The parts of the last listing before 分别."""
    for stretch in reversed(re.split(r"[，,；;：:。]", passage.text[:place])):
        parts = _SEPARATOR.split(_TAIL.sub("", _LEAD.sub("", _RANKED.sub("", stretch))))
        if len(parts) > 1:
            return [_LEAD.sub("", part) for part in parts]
    return []
