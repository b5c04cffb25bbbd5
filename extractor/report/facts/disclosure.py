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
from extractor.report.facts.disclosure_fields import told_of_fields
from extractor.report.facts.disclosure_items import items_of
from extractor.report.facts.disclosure_names import fact_of_count
from extractor.report.facts.disclosure_outside import Reading
from extractor.report.facts.disclosure_total import (
    SURE,
    candidates,
    is_by_item,
    less,
    total_of,
)
from extractor.report.facts.disclosure_words import ITEM_UNITS, Count, count_of
from extractor.report.facts.model import Fact, Item

_HAS = re.compile(r"(?:一?共?有|一共|为|达到?|计)?")
_NEXT = re.compile(
    r"(?:其中)?(?:其次|再次|第[二三四]|还有|最后|另外|(?:数量|占比)?最[多高大]的)(?:是|为)?(?P<kind>[^，]{2,24})$"
)
_MOST = re.compile(
    r"(?:其中)?(?!其中)(?P<kind>[^，]{2,20}?)(?:占比|数量|的)?(?:为?最[多高大]|居首|居次|次之|较多|占了?大头|占了?[一二三四五六七八九]成(?:多|以上)?)"
)
# 各部门和乡镇公开310条, 专栏公开96条: not on the channel of the clause before.
_OTHERS = re.compile(r"(?:部门|单位|[乡镇]|街道|专[栏区]|栏目|板块)(?:[和及与、▁各共]|累计)*$")
_ASPECTS = ("applications", "supervision")


@dataclass(frozen=True, slots=True)
class Disclosure:
    total: Fact | None
    items: tuple[Item, ...]
    mentions: tuple[Fact, ...]
    counts: tuple[Count, ...]


def read_disclosure(
    passages: Iterable[Passage], year: int | None, agency: str | None = None
) -> Disclosure:
    told = [
        passage
        for passage in passages
        if passage.section in (None, "overview", "disclosure")
        and not (passage.headed and passage.aspect in _ASPECTS)
    ]
    counts = [c for passage in told for c in dealt_out(passage, list(_counts(passage, year)))]
    fields = told_of_fields(told, counts)
    ranked = [
        (score, count) for score, count in candidates(counts, agency) if id(count) not in fields
    ]
    best = total_of(counts, ranked)
    items = items_of(Reading(best, counts, told))
    listed = {item.start for item in items}
    mentions = tuple(
        fact_of_count(count)
        for score, count in sorted(ranked, key=lambda pair: pair[1].place)
        if best is not None
        and score + less(count, agency) >= SURE
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
            if number.unit not in ITEM_UNITS and not is_by_item(clause, number):
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


def _before_verb(clause: Clause, count: Count) -> str:
    return clause.left(count.number).rpartition(count.verb)[0]


def _subject(clause: Clause, count: Count, before: Clause | None) -> str:
    """公交线路调整类占比最高，有196条: the clause before names what is counted."""
    if before is None or before.numbers or not _HAS.fullmatch(clause.left(count.number)):
        return ""
    match = _NEXT.match(before.shown) or _MOST.match(before.shown)
    return match["kind"] if match else ""


def _carried(
    passage: Passage, clause: Clause, count: Count, before: Clause | None
) -> Channel | None:
    """公众号“…”由办公室兼管，全年推送96条: a channel that the clauses before made the subject."""
    if not count.verb or before is None or count.kind.startswith("其他"):
        return None
    if clause.lead == "、" or _OTHERS.search(_before_verb(clause, count)):
        return None
    for earlier in reversed([c for c in passage.clauses if c.end <= clause.start and not c.depth]):
        if found := channels(passage, earlier):
            return found[-1] if len({c.core for c in found}) == 1 else None
        if any(n.unit in ITEM_UNITS for n in earlier.numbers):
            return None
    return None
