"""The kinds and channels told with a figure: parts of the total, or beside it.

Parts are what 其中, a colon or a bracket opens behind the total, and what adds up to it. New media
stand outside unless the report counts them in: said so, listed so, or by the sum.
"""

from __future__ import annotations

from extractor.report.facts.disclosure_names import fact_of_count, name_of
from extractor.report.facts.disclosure_outside import Reading, excluded, pushed
from extractor.report.facts.disclosure_sums import adding_up
from extractor.report.facts.disclosure_walk import Walk
from extractor.report.facts.disclosure_words import MEDIA, Count
from extractor.report.facts.model import Item, Relation


def items_of(reading: Reading) -> tuple[Item, ...]:
    """The items, in the order in which they are printed."""
    summed = adding_up(reading.counts, reading.total) if reading.total else []
    values = [count.number.value for count in summed]
    # 388条涉及低保、特困两类 goes back to a figure that was told.
    summed = [
        count
        for index, count in enumerate(summed)
        if name_of(count)
        and (count.clause.left(count.number).strip("▁") or count.number.value not in values[:index])
    ]
    parts = {id(c): c for c in (*summed, *Walk(reading, summed).parts())}
    outside = {id(c): c for c in excluded(reading) if id(c) not in parts}
    if not any(MEDIA.search(name_of(count)) for count in parts.values()):
        outside |= {id(c): c for c in pushed(reading) if id(c) not in parts}
    items = [_item(count, "part") for count in parts.values()]
    items += [_item(count, "outside") for count in outside.values()]
    return tuple(sorted(items, key=lambda item: item.start))


def _item(count: Count, relation: Relation) -> Item:
    fact = fact_of_count(count)
    return Item(
        value=fact.value, unit=fact.unit, approx=fact.approx, scope=fact.scope, text=fact.text,
        start=fact.start, end=fact.end, name=name_of(count), relation=relation,
    )  # fmt: skip
