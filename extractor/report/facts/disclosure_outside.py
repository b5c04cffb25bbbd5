"""What stands beside the total: said to be left out, or published by new media of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from extractor.report.facts.channels import Channel
from extractor.report.facts.clauses import Passage
from extractor.report.facts.disclosure_names import name_of, starts_otherwise
from extractor.report.facts.disclosure_sums import divisions
from extractor.report.facts.disclosure_words import BESIDE, COUNTED, EXCLUDED, Count, shared

_BACK = re.compile(r"^(?:以上|上述|这部分|这些|该|此|均|都|其|两|前述|新媒体|这后?[两三]样)")
_SEVERAL = re.compile(
    r"均|都|上述|以上|这些|前述|两者|三者|两个|三个|两样|三样|后两|后三|所有|新媒体"
)
# 推送1,512条，已计入新媒体数
COUNTED_IN = re.compile(
    r"[，（(](?:均|都|该数|这部分)?已?(?:计入|计在|算在|纳入|包含在|包括在|含在)"
)
# How far in front of 未计入 its subject may stand.
_REACH = 14
_LESS = re.compile(r"不含|不包[括含]")
_MEDIA_LEFT_OUT = re.compile(r"新媒体[^，。；：\d]{0,12}$")
# 各渡口公示牌另外张贴60张
_AND_ALSO = re.compile(r"另(?:外|行)?(?:还|又|再)?$")
_REST = re.compile(r"其[他它余]|等")
_LEFT_OUT_AHEAD = re.compile(r"[^，。；：]*[:：]")


@dataclass(frozen=True)
class Reading:
    """The total with all figures around it."""

    total: Count | None
    counts: Sequence[Count]
    passages: Sequence[Passage]

    @cached_property
    def divisions(self) -> list[list[Count]]:
        return divisions(self.counts, self.total) if self.total is not None else []

    @cached_property
    def following(self) -> dict[int, Passage]:
        """The sentence after each one, in the same paragraph."""
        return {id(a): b for a, b in pairwise(self.passages) if a.line == b.line}


def pushed(reading: Reading) -> Iterator[Count]:
    """What new media, boards and gazettes published, where it is not the total's own channel."""
    total = reading.total
    own = total.channel.core if total is not None and total.channel is not None else None
    if total is not None and shared(total):
        own = None
    seen: set[str] = set()
    for count in reading.counts:
        channel = count.channel
        if channel is None or count is total or not count.verb or not count.usable:
            continue
        if shared(count) or COUNTED_IN.match(count.passage.text, count.number.end):
            continue
        if count.number.unit not in COUNTED | {"张", "个", "部"} or channel.core == own:
            continue
        if count.number.unit == "个" and "视频" not in count.kind + channel.name:
            continue
        if channel.kind in ("site", "system", "gazette"):
            continue
        if channel.core not in seen and not starts_otherwise(count):
            seen.add(channel.core)
            yield count


def excluded(reading: Reading) -> Iterator[Count]:
    for count in reading.counts:
        if count is reading.total or not count.usable:
            continue
        outside = said_outside(count, reading) or _beside(count, reading)
        if not outside and not beyond_division(count, reading):
            continue
        beside = count.clause.shown.startswith(("其中", "有"))
        published = count.verb or (count.channel and count.number.unit != "期")
        counted = count.number.unit in COUNTED | {"张", "次"} or "视频" in count.kind
        if published and counted and name_of(count) and not beside and not starts_otherwise(count):
            yield count


def said_outside(count: Count, reading: Reading) -> bool:
    """未计入, said behind the figure or by the next sentence.

    It is said of the figure nearest before it; 均未计入 and 上述 of every channel before it.
    """
    passage = count.passage
    ahead = EXCLUDED.search(passage.text, 0, count.number.start)
    if ahead and _LEFT_OUT_AHEAD.match(passage.text, ahead.end(), count.number.start):
        return True  # 新媒体账号单独计数：公众号1,320条、…
    if ahead and ahead.start() >= count.clause.start and _LESS.match(ahead.group()):
        return True  # 公开1,020条（不含公众号发布的2,300条）
    if ahead and _of_all_media(count, passage.text[: ahead.start()]):
        return True
    match = EXCLUDED.search(passage.text, count.number.end)
    limit = match.start() if match else len(passage.text)
    if match is None:
        following = reading.following.get(id(passage))
        if following is None or not _BACK.match(following.text):
            return False
        match = EXCLUDED.search(following.text)
        if match is None:
            return False
    first = max(0, match.start() - _REACH)
    if _SEVERAL.search(match.string, first, match.end()):
        return count.channel is not None and count.channel.kind != "site"
    return not any(
        count.number.end <= other.start < limit and other.unit in COUNTED | {"张"}
        for other in passage.numbers
    )


def _of_all_media(count: Count, before: str) -> bool:
    """新媒体推送另计，公众号512篇、微博1,044条: said of every one of them."""
    media = count.channel is not None and count.channel.kind == "media"
    return media and _MEDIA_LEFT_OUT.search(before) is not None


def beyond_division(count: Count, reading: Reading) -> bool:
    """信用平台公示260条 behind a total that is divided among three other channels.

    So is a kind with more than any kind into which all of it was divided: it fits into none.
    """
    total = reading.total
    own = count.verb and count.verb in count.clause.left(count.number)
    if total is None or count.place < total.place or not own:
        return False
    return any(_fits_nowhere(count, row) for row in reading.divisions)


def _fits_nowhere(count: Count, row: Sequence[Count]) -> bool:
    if count.place < row[-1].place or count.number.unit != row[0].number.unit:
        return False
    told = [c.channel for c in row if c.channel is not None]
    if len(told) == len(row):
        rest = any(_REST.search(name_of(c)) for c in row)
        return count.channel is not None and not rest and _of_new_kind(count.channel, told)
    more = count.number.value > max(c.number.value for c in row)
    return not told and count.channel is None and bool(count.kind) and more


def _of_new_kind(channel: Channel, told: Sequence[Channel]) -> bool:
    """“石桥发布”公众号 may be one of the 新媒体 told before; a 信用平台 is none of them."""
    return channel.kind not in {other.kind for other in told}


def _beside(count: Count, reading: Reading) -> bool:
    """另外在公众号发布205条，在各站张贴通知600份: what 另外 opens is beside the total."""
    total = reading.total
    if total is None or not count.verb or total.passage.line != count.passage.line:
        return False
    if count.place < total.place or count.number.unit == total.number.unit:
        return False
    if _AND_ALSO.search(count.clause.left(count.number).rpartition(count.verb)[0]):
        return True
    clauses = [c for c in count.passage.clauses if c.start <= count.clause.start and not c.depth]
    return any(BESIDE.match(clause.shown) for clause in clauses)
