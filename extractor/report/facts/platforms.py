"""Named channels, each once, with its figure of the year if one is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractor.report.facts.channels import Channel, channels, named
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.disclosure import Disclosure
from extractor.report.facts.disclosure_names import fact_of_count
from extractor.report.facts.disclosure_words import Count, shared
from extractor.report.facts.model import Fact, Platform

_SECTIONS = (None, "overview", "disclosure")
_NOT_ITEMS = frozenset({"次", "个", "项", "类", "幅", "段", "部"})


def read_platforms(passages: Iterable[Passage], disclosure: Disclosure) -> tuple[Platform, ...]:
    found: dict[str, Platform] = {}
    for passage in passages:
        if passage.section not in _SECTIONS:
            continue
        for clause in passage.clauses:
            if clause.depth:
                continue
            for channel in channels(passage, clause):
                _add(found, passage, clause, channel, disclosure)
    return tuple(found.values())


def _add(
    found: dict[str, Platform],
    passage: Passage,
    clause: Clause,
    channel: Channel,
    disclosure: Disclosure,
) -> None:
    count = _figure(passage, clause, channel, disclosure)
    if channel.kind == "board" and count is None:
        return
    if not named(channel) and (count is None or _of_a_kind(channel, count, disclosure)):
        return
    start, end = passage.whole(channel.start, channel.end)
    new = Platform(channel.name, count, start, end)
    known = found.get(channel.core)
    if known is None:
        found[channel.core] = new
    elif known.count is None and count is not None:
        found[channel.core] = replace(known, count=count)


def _of_a_kind(channel: Channel, count: Fact, disclosure: Disclosure) -> bool:
    """网站 and 政务新媒体 without a name are kinds, unless they are where the total stands."""
    if channel.name in ("网站", "新媒体", "政务新媒体", "微信", "网"):
        return True
    total = disclosure.total
    if channel.kind == "site" and total is not None and not (total.scope or "").startswith("全"):
        return False
    told = channel.kind in ("site", "board", "system")
    return told and (total is None or total.start != count.start)


def _figure(
    passage: Passage, clause: Clause, channel: Channel, disclosure: Disclosure
) -> Fact | None:
    """The item that bears the channel's name, else what its clause says it published."""
    told = [c for c in disclosure.counts if c.passage is passage and _of(c, channel)]
    chosen = _chosen(told, disclosure)
    return fact_of_count(chosen) if chosen is not None else None


def _of(count: Count, channel: Channel) -> bool:
    own = count.channel is not None and count.channel.core == channel.core
    return own and not shared(count)


def _chosen(told: list[Count], disclosure: Disclosure) -> Count | None:
    items = {item.start for item in disclosure.items}
    if disclosure.total is not None:
        items.add(disclosure.total.start)
    for count in told:
        if count.place in items:
            return count
    usable = [
        c
        for c in told
        if c.number.unit not in _NOT_ITEMS
        and not c.stands.compared
        and (c.verb or c.number.unit == "期")
        and not (c.verb.startswith("更新") and c.channel and c.channel.kind == "site")
    ]
    # 编发1,102期3,406条: the items say more than the issues.
    return min(usable, key=lambda c: c.number.unit == "期", default=None)
