"""The quantities that this year's and last year's reports both tell, and where this year's does.

Only those whose kind is certain in both and that are exact in both: applications received, items
published, decisions of table two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.model import Said
from extractor.report.facts import Fact, Facts
from extractor.report.facts.model import primary
from extractor.report.read_again import ReadAgain
from extractor.report.record import Record, SentenceRecord
from extractor.report.record.base import Quantity, Value

_TOTAL = 6
_RECEIVED = Said("申请收到数", "applications received")
_PUBLISHED = Said("主动公开总数", "items published")
_LICENSING = Said("行政许可决定数", "licensing decisions")
_PENALTIES = Said("行政处罚决定数", "penalties")
# Told again: nothing but the quantity itself is named (青石镇收到12件 is another body's).
_PLAINLY = re.compile(
    r"(?:全年|年内|今年|当年|本年度?|(?:19|20)\d\d年度?|[我本](?:[局委厅办署院镇乡县市区]|街道|单位|机关)|累计|总共|一?共计?"
    r"|合计|总计|依法|主动|对外|新|已|的|各类|公民|法人|和|其[他它]组织|提[出交]|收到|受理|接收|收|公开|发布|作出|做出|办理"
    r"|政府|政务|信息|申请|行政|许可|处罚|处理|决定|总?[数量]|为|是|达到?|[，、：（(])*"
)


@dataclass(frozen=True, slots=True)
class Compared:
    """This year's figure and last year's, of one kind."""

    name: Said
    now: Quantity
    before: float


def compared_quantities(now: Record, before: Record) -> Iterator[Compared]:
    said, then = now.narrative, before.narrative
    received = [_exact(then.applications.received), _received(before)]
    licensing = [_exact(then.decisions.licensing), _decisions(before, "licensing")]
    penalties = [_exact(then.decisions.penalties), _decisions(before, "penalties")]
    pairs = [
        (_RECEIVED, said.applications.received, received),
        (_PUBLISHED, said.disclosure.total, [_exact(then.disclosure.total)]),
        (_LICENSING, said.decisions.licensing, licensing),
        (_PENALTIES, said.decisions.penalties, penalties),
    ]
    for name, quantity, known in pairs:
        values = {value for value in known if value is not None}
        # Text and table of last year's report disagree: nobody knows which is right.
        if quantity is not None and _exact(quantity) is not None and len(values) == 1:
            yield Compared(name, quantity, values.pop())


def places_told(compared: Compared, again: ReadAgain) -> Iterator[tuple[SentenceRecord, int]]:
    """Each sentence that tells the quantity itself, and where in it the figure begins.

    代表建议12件 is not what came in, though twelve applications did; nor is 其中网络申请12件.
    """
    first, mentions = _mentions(compared, again.facts)
    for fact in mentions:
        own = fact.year is None and fact.scope is None and not fact.part and not fact.derived
        if not own or fact.approx or fact.value != compared.now.value:
            continue
        found = again.sentence_at(fact.start)
        if found is None:
            continue
        start, sentence = found
        clause = re.split("[。；]", "".join(again.text[start : fact.start].split()))[-1]
        if fact.start == first or _PLAINLY.fullmatch(clause):
            yield sentence, fact.start - start


def _mentions(compared: Compared, facts: Facts) -> tuple[int | None, Sequence[Fact]]:
    """Where the record's own figure stands, and all tellings of the quantity."""
    if compared.name is _PUBLISHED:
        total = facts.disclosure_total
        others = [one for one in facts.disclosure_mentions if total and one.start != total.start]
        return (total.start, [total, *others]) if total else (None, ())
    if compared.name is _RECEIVED:
        mentions = facts.applications.get("received", ())
    else:
        key = "licensing" if compared.name is _LICENSING else "penalties"
        mentions = facts.decisions.get(key, ())
    first = primary(mentions)
    return first.start if first else None, mentions


def _exact(quantity: Quantity | None) -> float | None:
    if quantity is None or quantity.approx or quantity.scope is not None:
        return None
    return float(quantity.value)


def _received(record: Record) -> float | None:
    table = record.tables.applications
    row = table.rows.get("new") if table else None
    return _number(row[_TOTAL]) if row and len(row) > _TOTAL else None


def _decisions(record: Record, row: str) -> float | None:
    table = record.tables.disclosure
    return _number(table.rows.get(row, {}).get("decisions")) if table else None


def _number(value: Value) -> float | None:
    return None if value is None else float(value)
