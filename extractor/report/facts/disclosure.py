"""The year's disclosed items: the total, its parts by kind and channel, and what stands outside.

A figure of one kind (工作动态40余条) is no total, nor is one of a part of the year, of another
year, or of a part of those who report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extractor.report.facts.channels import Channel, channels
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.dealing import dealt_out
from extractor.report.facts.disclosure_items import items_of
from extractor.report.facts.disclosure_outside import Reading
from extractor.report.facts.disclosure_sums import row_before
from extractor.report.facts.disclosure_words import (
    EXCLUDED,
    ITEM_UNITS,
    TOTAL_UNITS,
    Count,
    count_of,
    fact_of_count,
    strength,
)  # fmt: skip
from extractor.report.facts.model import Fact, Item, is_narrow

# Below this a figure says too little of itself to be the year's total.
_SURE = 3
# All that stands on the site, not what the year added.
_EXACTLY = re.compile(r"(?:准确|确切|精确|具体|实际)(?:的)?(?:数|数字|数量)?(?:为|是)$")
_NOT_TOTAL = re.compile(r"转为|拟公开|应当?公开|其中|不予|制作|印发|更新$")
_HAS = re.compile(r"(?:共?有|为|达到?|计)?")
_NEXT = re.compile(r"(?:其次|再次|第[二三四]|还有|最后|另外)(?:是|为)?(?P<kind>[^，]{2,24})$")
_MOST = re.compile(
    r"(?:其中)?(?P<kind>[^，]{2,20}?)(?:占比|数量|的)?(?:为?最[多高大]|居首|较多|占大头)"
)
_STOCK = re.compile(r"(?:目前|现有|现存|存量|历年|网站).{0,14}总(?:量|数)|存量")
_ASPECTS = ("applications", "supervision")


@dataclass(frozen=True, slots=True)
class Disclosure:
    total: Fact | None
    items: tuple[Item, ...]
    mentions: tuple[Fact, ...]
    counts: tuple[Count, ...]


def read_disclosure(passages: Iterable[Passage], year: int | None) -> Disclosure:
    told = [
        passage
        for passage in passages
        if passage.section in (None, "overview", "disclosure") and passage.aspect not in _ASPECTS
    ]
    counts = [c for passage in told for c in dealt_out(passage, list(_counts(passage, year)))]
    ranked = sorted(
        ((strength(c) - _less(c), c) for c in counts if _general(c)),
        key=lambda pair: (-pair[0], pair[1].place),
    )
    best = ranked[0][1] if ranked and ranked[0][0] >= _SURE else None
    best = _sum(counts, best) or best
    best = _exact(best, counts) if best is not None else None
    if best is not None and _side_by_side(best, counts):
        best = None
    items = items_of(Reading(best, counts, told))
    listed = {item.start for item in items}
    mentions = tuple(
        fact_of_count(count)
        for score, count in sorted(ranked, key=lambda pair: pair[1].place)
        if best is not None
        and score + _less(count) >= _SURE
        and count.number.unit == best.number.unit
        and count.place not in listed
    )
    total = fact_of_count(best) if best is not None else None
    return Disclosure(total, items, mentions, tuple(counts))


def _counts(passage: Passage, year: int | None) -> Iterator[Count]:
    verb, before = "", None
    for clause in passage.clauses:
        inherited = verb if clause.lead in "、和及与以并" and not clause.depth else ""
        for number in clause.numbers:
            if number.unit not in ITEM_UNITS:
                continue
            count = count_of(passage, clause, number, year, inherited)
            if count.channel is None and not clause.depth:
                count = replace(count, channel=_carried(passage, clause, count, before))
            if not count.kind and count.channel is None and not count.verb:
                named = channels(passage, before) if before is not None else ()
                kind = _subject(clause, count, before)
                channel = named[0] if kind and len(named) == 1 else None
                count = replace(count, kind=kind, channel=channel)
            verb = count.verb
            yield count
        if not clause.numbers and clause.lead not in "、":
            verb = ""
        if not clause.depth:
            before = clause


def _subject(clause: Clause, count: Count, before: Clause | None) -> str:
    """公交线路调整类占比最高，有196条: the clause before names what is counted."""
    if before is None or before.numbers or not _HAS.fullmatch(clause.left(count.number)):
        return ""
    match = _MOST.match(before.shown) or _NEXT.match(before.shown)
    return match["kind"] if match else ""


def _carried(
    passage: Passage, clause: Clause, count: Count, before: Clause | None
) -> Channel | None:
    """公众号“…”由办公室兼管，全年推送96条: a channel that the clauses before made the subject."""
    if not count.verb or before is None or count.kind.startswith("其他"):
        return None
    if clause.lead == "、":
        return None
    for earlier in reversed([c for c in passage.clauses if c.end <= clause.start and not c.depth]):
        if found := channels(passage, earlier):
            if len({c.core for c in found}) == 1 or earlier is before:
                return found[-1]
            return None
        if any(n.unit in ITEM_UNITS for n in earlier.numbers):
            return None
    return None


def _general(count: Count) -> bool:
    """Whether it may be the total: items in general, of this year, disclosed, not a remark."""
    if count.kind or count.reference or not count.clean or count.bare:
        return False
    if count.number.unit not in TOTAL_UNITS - {"项", "个"}:
        return False
    stands = count.stands
    if stands.compared or stands.part or stands.ages or stands.year is not None:
        return False
    left = count.clause.between(count.clause.start, count.number.start)
    noun = re.search(r"信息", left) or re.match(
        r"的?(?:各类|政府|政务)*信息", count.clause.right(count.number)
    )
    if not count.verb and not (noun and re.search(r"公开|发布", left)):
        return False
    if count.kept or _STOCK.search(left):
        return False
    return not _NOT_TOTAL.search(left)


def _less(count: Count) -> int:
    """A part of those who report (市本级公开2.1万条) gives way to the whole."""
    return 4 if is_narrow(count.stands.scope) else 0


def _sum(counts: list[Count], best: Count | None) -> Count | None:
    """网站200条、公众号80条，共计280条: 共计 is the total if the figures before add up to it."""
    for count in counts:
        if not count.bare or count.number.unit not in TOTAL_UNITS:
            continue
        before = [
            c
            for c in counts
            if c.passage.aspect == count.passage.aspect
            and c.place < count.place
            and c.number.unit == count.number.unit
            and not c.stands.compared
        ]
        added = row_before(before, count)
        if added and (best is None or any(c is best for c in added)):
            return count
    return None


def _exact(best: Count, counts: list[Count]) -> Count:
    """近1,500条，准确数为1,487条: the exact figure goes before the rounded one."""
    later = [c for c in counts if c.passage is best.passage and c.place > best.place]
    if best.number.approx and later and _EXACTLY.search(later[0].clause.left(later[0].number)):
        return later[0]
    return best


def _side_by_side(best: Count, counts: list[Count]) -> bool:
    """网站发布116条，微博发布100条: channels told alike are parts of a total that is not told."""
    if best.channel is None:
        return False
    return any(
        c.passage is best.passage
        and c.channel is not None
        and c.channel.core != best.channel.core
        and c.verb[-2:] == best.verb[-2:]
        and not c.kind
        and c.number.unit == best.number.unit
        and not EXCLUDED.search(c.passage.text, c.number.end)
        and not c.clause.shown.startswith(("其中", "另", "此外"))
        for c in counts
    )
