"""Decisions told by their kinds, with the sum behind: 设立许可64件，经营许可12件，合计76件."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.report.facts.attach import Governed, Term, Terms
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.figures import Number
from extractor.report.facts.gathering import Gathered, fact_of
from extractor.report.facts.standing import standing

_SUM = re.compile(r"(?:以上|上述)?(?:[两三四]类|[两三四]项|两者)?(?:一?共计?|合计|总计)(?:为|达)?")
# 公示许可40件、处罚2件: what was published or asked for is not what was decided.
_NO_DECISION = re.compile(r"公开|公示|发布|公布|受理|申请|立案|备案|收到|报送|归集")


def take_sums(
    passage: Passage, terms: Terms, units: frozenset[str], gathered: Gathered, year: int | None
) -> None:
    """The sum goes in the place of the kinds that add up to it, where all are of one key."""
    for clause in passage.clauses:
        own = clause.only(units).numbers
        if clause.depth or len(own) != 1 or not _SUM.fullmatch(clause.left(own[0])):
            continue
        row = [c for c in _row(passage, clause) if c.only(units).numbers]
        told = [number.value for c in row for number in c.only(units).numbers]
        keys = {term.key for c in row for term in terms.find(c)}
        decided = not any(_NO_DECISION.search(c.shown) for c in row)
        if decided and len(told) > 1 and sum(told) == own[0].value and len(keys) == 1:
            _put(passage, clause, own[0], keys.pop(), row[0].start, gathered, year)


def _row(passage: Passage, clause: Clause) -> Iterator[Clause]:
    """The clauses before, back to the last semicolon."""
    outer = [c for c in passage.clauses if not c.depth and c.start <= clause.start]
    first = max((c.start for c in outer if c.lead in "；;"), default=0)
    return (c for c in outer if first <= c.start < clause.start)


def _put(
    passage: Passage,
    clause: Clause,
    number: Number,
    key: str,
    first: int,
    gathered: Gathered,
    year: int | None,
) -> None:
    item = Governed(Term(key, number.start, number.end), number, clause, number.start, number.end)
    stands = replace(standing(passage, clause, number, year), scope=None)
    start, end = passage.whole(first, number.start)
    for fact in list(gathered.facts(key)):
        if start <= fact.start < end:
            gathered.drop(key, fact)
    gathered.add(key, fact_of(passage, item, stands))
