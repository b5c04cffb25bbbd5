"""Named channels, each once, with its figure of the year if one is told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

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
    told = [
        (passage, clause, channel)
        for passage in passages
        if passage.section in _SECTIONS
        for clause in passage.clauses
        if not clause.depth
        for channel in channels(passage, clause)
    ]
    owners = {_owner(channel) for *_, channel in told if channel.kind == "site" and named(channel)}
    several = _several(owners)
    for passage, clause, channel in told:
        # 门户网站发布96条 where two sites are named: nobody can tell whose.
        if several and channel.kind == "site" and not named(channel):
            continue
        _add(found, passage, clause, channel, disclosure, several)
    return tuple(found.values())


_LEVELS = "省市县区州旗镇乡"
# 市政府采购网 is no page of 市政府网站.
_ALL_ITS_OWN = re.compile(r"(?:采购|市场|交易|人才|信用)网$")
_GOVERNMENT = re.compile(rf"(?P<level>[{_LEVELS}]?)(?:人民)?政府")
_ENDING = re.compile(r"(?:政府|政务)?(?:官方|门户)*(?:信息)?(?:网站|网|官网)$|[“”\"「」]")


def _owner(channel: Channel) -> str:
    """Whose site it is: 临溪县人民政府门户网站, 临溪县门户网站 and 县政府网站 are one."""
    if _ALL_ITS_OWN.search(channel.name):
        return channel.name
    government = _GOVERNMENT.search(channel.name)
    if government:
        return f"{government['level'] or ''}政府"
    bare = _ENDING.sub("", channel.name)
    return f"{bare[-1]}政府" if bare and bare[-1] in _LEVELS else bare


def _several(owners: set[str]) -> bool:
    """Whether two sites are surely meant; 政府 alone may be any government's."""
    plain = sorted(owner for owner in owners if owner and owner != "政府")
    return any(not _alike(one, other) for one, other in combinations(plain, 2))


def _alike(one: str, other: str) -> bool:
    """云岭财政 and 云岭县财政局 may be one; 县政府 and 市政府 are not."""
    if one.endswith("政府") or other.endswith("政府"):
        return one == other
    return any(one[at : at + 2] in other for at in range(len(one) - 1))


def _add(
    found: dict[str, Platform],
    passage: Passage,
    clause: Clause,
    channel: Channel,
    disclosure: Disclosure,
    several: bool,
) -> None:
    key = f"{_owner(channel)}/site" if several and channel.kind == "site" else channel.core
    count = _figure(passage, clause, channel, disclosure, several)
    if _are_a_class(passage, channel) or (channel.kind == "board" and count is None):
        return
    if not named(channel) and (count is None or _of_a_kind(channel, count, disclosure)):
        return
    start, end = passage.whole(channel.start, channel.end)
    new = Platform(channel.name, count, start, end)
    known = found.get(key)
    if known is None:
        found[key] = new
    elif known.count is None and count is not None:
        found[key] = replace(known, count=count)


_SEVERAL = re.compile(r"[\d一二两三四五六七八九十百多余几]个[^，。；“”]{0,14}$")


# 各校通过各自的校园网站公开: others' channels.
_OF_EACH = re.compile(r"各自(?:所属|开设|开办)?的?$")


def _are_a_class(passage: Passage, channel: Channel) -> bool:
    """全县39个政务微信、微博账号: no channel of its own."""
    if _OF_EACH.search(passage.text, 0, channel.start):
        return True
    behind = passage.text[channel.end : channel.end + 2]
    return (
        not named(channel)
        and behind in ("账号", "帐号")
        and _SEVERAL.search(passage.text[: channel.start]) is not None
    )


# 政务服务大厅电子屏223条: it says where the board hangs.
_OWN_BOARD = re.compile(r"[\u4e00-\u9fff]{2,}(?:大厅|中心)(?:电子显示屏|电子屏|显示屏|触摸屏)")
_CLASS = re.compile(rf"网站|网|微信|(?:全?[{_LEVELS}]|各级|各类|各|其[他它余])?(?:政务)?新媒体")


def _of_a_kind(channel: Channel, count: Fact, disclosure: Disclosure) -> bool:
    """网站 and 政务新媒体 without a name are kinds, unless they are where the total stands."""
    if _CLASS.fullmatch(channel.name):
        return True
    total = disclosure.total
    if channel.kind == "site" and total is not None and not (total.scope or "").startswith("全"):
        return False
    if channel.kind == "board" and _OWN_BOARD.fullmatch(channel.name):
        return False
    told = channel.kind in ("site", "board", "system", "gazette")
    return told and (total is None or total.start != count.start)


def _figure(
    passage: Passage, clause: Clause, channel: Channel, disclosure: Disclosure, several: bool
) -> Fact | None:
    """The item that bears the channel's name, else what its clause says it published."""
    told = [c for c in disclosure.counts if c.passage is passage and _of(c, channel)]
    if several and channel.kind == "site":
        told = [c for c in told if c.channel and _owner(c.channel) == _owner(channel)]
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
