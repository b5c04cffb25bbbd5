"""One quantity of one scope and period that the text tells with two values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.checks.contradictions.counted_twice import counted
from extractor.checks.contradictions.figures_told import (
    comparable,
    narrow_ones,
    sentence_at,
    words_around,
    words_before,
)
from extractor.checks.contradictions.ranked import ranked_twice
from extractor.checks.contradictions.recalled import recalled
from extractor.checks.model import Case, Said
from extractor.checks.tables.printed import count
from extractor.checks.tables.readable import readable
from extractor.report.facts.model import Fact

_TAKEN_UP = Said("所指的同一数据", "a figure taken up again")
_RANK = Said("评估名次", "the place in an evaluation")
_TOTAL = Said("主动公开信息总数", "items disclosed")
# The clause itself must say what is counted: 收到11件 may be of anything.
_RECEIVED = (
    ("received", Said("收到申请", "applications received"), re.compile("公开申请")),
    ("carried_in", Said("上年结转", "carried in"), re.compile("上年|上一年|结转")),
    ("carried_out", Said("结转下年", "carried out"), re.compile("下年|下一年|次年")),
)
_DISPUTES = {
    "review": Said("行政复议", "reviews"),
    "suit": Said("行政诉讼", "suits"),
}
_DECISIONS = {
    "licensing": Said("行政许可决定", "licensing decisions"),
    "penalties": Said("行政处罚决定", "penalties"),
    "coercion": Said("行政强制决定", "coercive measures"),
}
_DOCUMENTS = {
    "issued": Said("规范性文件制发", "normative documents issued"),
    "repealed": Said("规范性文件废止", "normative documents repealed"),
    "in_force": Said("规范性文件现行有效", "normative documents in force"),
}
_DECIDED = re.compile(r"(?:行政(?:许可|处罚|强制))?(?:处理)?决定")
# What is all told by the words of one channel or kind is no total of another's.
_CHANNEL = re.compile(
    r"网站|网$|门户|专栏|公众号|微信|微博|抖音|视频号|客户端|小程序|新媒体|平台|公示栏|公开栏|公报|广播|电视|系统"
    r"|渠道"
)
_STOCK = re.compile(
    r"截[至止]|至今|以来|历年|存量|网站(?:现|累计)|目前(?:共|已)|现有|新增|更新|转载|原创|连同|合并|包括|[（(]?含"
)
_AMONG = re.compile(r"\s*(?:在|从)?[^，。；,;\n\d]{2,16}[中里][，,:：]")
_GOVERNMENT = re.compile("政府信息")
_COUNTED = re.compile(r"\d[条件篇项份]")
_OPENLY = re.compile(r"公开")
_HANDLED_TOO = re.compile(r"含|连同|加上|合计|需办|应办|包括|共计?$")
# Not cases that the agency decides for others, nor other matters' cases.
_OF_OPENNESS = re.compile(r"(?:信息|政务)公开(?!.*(?:审理|办理|受理|代理|应诉|其中|全部行政))")
_SURE, _LIKELY = 0.9, 0.75


@dataclass(frozen=True, slots=True)
class Twice:
    """A quantity with its first telling, and the first that differs."""

    name: Said
    first: Fact
    second: Fact
    confidence: float


_remembered: tuple[Case, list[Twice]] | None = None


def told_twice(case: Case) -> list[Twice]:
    """Every quantity told with two values that no table settles; several checks ask in a row."""
    global _remembered
    if _remembered is None or _remembered[0] is not case:
        _remembered = (case, _told_twice(case))
    return _remembered[1]


def _told_twice(case: Case) -> list[Twice]:
    found = [*_totals(case), *_without_tables(case)]
    taken = {one.second.start for one in found} | {one.first.start for one in found}
    found += [one for one in _counted(case) if not {one.first.start, one.second.start} & taken]
    taken |= {place for one in found for place in (one.first.start, one.second.start)}
    found += [
        Twice(_TAKEN_UP, first, second, _LIKELY)
        for first, second in recalled(case)
        if second.start not in taken
    ]
    if ranks := ranked_twice(case):
        found.append(Twice(_RANK, *ranks, _LIKELY))
    return sorted(found, key=lambda one: one.second.start)


def settled_totals(case: Case) -> Mapping[int, set[float]]:
    """For the place of a total told twice the values told elsewhere: C305 has its flag."""
    places: dict[int, set[float]] = {}
    for one in told_twice(case):
        places.setdefault(one.first.start, set()).add(one.second.value)
        places.setdefault(one.second.start, set()).add(one.first.value)
    return places


def _totals(case: Case) -> Iterator[Twice]:
    mentions = case.report.facts.disclosure_mentions
    whole = [f for f in mentions if not _STOCK.search(words_before(case, f))]
    whole = [f for f in whole if _OPENLY.search(words_around(case, f))]
    whole = [f for f in whole if not _in_list(case, f)]
    for confidence, group in (
        (_SURE, [f for f in whole if not _CHANNEL.search(words_before(case, f))]),
        (_LIKELY, whole),
    ):
        told = _differing(case, comparable_facts(case, group))
        if told is None:
            continue
        first, second = told
        by_channel = [bool(_CHANNEL.search(words_before(case, f))) for f in told]
        # What one channel shows may be less than what was disclosed in all.
        more = second if by_channel[1] else first
        less = first if more is second else second
        if any(by_channel) and (all(by_channel) or more.value <= less.value):
            continue
        # A site shows news too, and only some of what it shows is 政府信息.
        if any(by_channel) and _wider_kind(case, more, less):
            continue
        yield Twice(_TOTAL, first, second, confidence)
        return


def _in_list(case: Case, fact: Fact) -> bool:
    """在主动公开的信息中，政策法规5条，信息公开30条，…: a kind, whatever it is called."""
    start, end = sentence_at(case, fact.start)
    opened = _AMONG.match(case.text, start, fact.start)
    return opened is not None and len(_COUNTED.findall(case.text, opened.end(), end)) > 1


def _wider_kind(case: Case, more: Fact, less: Fact) -> bool:
    told = [bool(_GOVERNMENT.search(words_before(case, fact))) for fact in (more, less)]
    return told == [False, True]


def comparable_facts(case: Case, mentions: Sequence[Fact]) -> list[Fact]:
    """Those of the report's own scope and year."""
    return [one.fact for one in comparable(case, mentions, narrow_ones(mentions))]


def _differing(case: Case, told: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """The first telling and the first one in another sentence that it does not bear out."""
    tolerance = case.settings.thresholds.approx_tolerance
    outright = [fact for fact in told if not fact.derived and not fact.approx]
    if not outright or _sums(outright):
        return None
    first = outright[0]
    for other in outright[1:]:
        apart = sentence_at(case, first.start) != sentence_at(case, other.start)
        if apart and not _same(first, other, tolerance):
            return first, other
    return None


def _sums(told: Sequence[Fact]) -> bool:
    """Whether one telling is the sum of others: then those were parts."""
    whole = max(fact.value for fact in told)
    return len(told) > 2 and sum(fact.value for fact in told) == 2 * whole


def _same(one: Fact, other: Fact, tolerance: float) -> bool:
    if _shortened(one.text) or _shortened(other.text):
        return abs(one.value - other.value) <= max(one.value, other.value) * tolerance
    return one.value == other.value


def _shortened(text: str) -> bool:
    """2.97万条 stands for what is told to the item elsewhere."""
    return re.search("[万亿]", text) is not None


def _without_tables(case: Case) -> Iterator[Twice]:
    """What the tables would settle, where they do not say."""
    facts = case.report.facts
    groups: list[tuple[Said, Iterable[Fact]]] = []
    if not any(readable(case, "applications")):
        groups += [
            (
                name,
                [f for f in facts.applications.get(key, ()) if words.search(words_around(case, f))],
            )
            for key, name, words in _RECEIVED
        ]
    if not any(readable(case, "disputes")):
        groups += [
            (name, [f for f in told if _OF_OPENNESS.search(words_around(case, f))])
            for key, name in _DISPUTES.items()
            for told in [facts.disputes.get(key, {}).get("total", ())]
        ]
    groups += [
        (name, [f for f in facts.decisions.get(key, ()) if _DECIDED.search(words_around(case, f))])
        for key, name in _DECISIONS.items()
        if not _in_table(case, key, "decisions")
    ]
    groups += [
        (name, facts.normative_documents.get(key, ()))
        for key, name in _DOCUMENTS.items()
        if not _in_table(case, "normative_documents", key)
    ]
    for name, mentions in groups:
        # None told, and some told, are statements that exclude each other (C307).
        some = [f for f in mentions if f.value or f.text[:1].isdigit()]
        some = [f for f in some if not _HANDLED_TOO.search(words_around(case, f))]
        told = _differing(case, comparable_facts(case, some))
        if told and not (name is _RECEIVED[0][1] and _with_carried_in(case, *told)):
            yield Twice(name, *told, _LIKELY)


def _with_carried_in(case: Case, one: Fact, other: Fact) -> bool:
    """收到5件, 上年结转1件, and elsewhere 共6件."""
    carried = case.report.facts.applications.get("carried_in", ())
    return abs(one.value - other.value) in {fact.value for fact in carried}


def _in_table(case: Case, row: str, column: str) -> bool:
    return any(
        count(table.figure(row, column)) is not None for table in readable(case, "disclosure")
    )


def _counted(case: Case) -> Iterator[Twice]:
    """Acts that reports count: 培训2期, 新闻发布会3场, a channel's own figure."""
    for name, facts in counted(case):
        if told := _differing(case, facts):
            yield Twice(name, *told, _LIKELY)
