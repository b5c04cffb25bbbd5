"""What is left of the cases: 其余均维持, 除2件终止外均维持, and cases that came from last year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.dispute_sums import Result
from extractor.report.facts.model import Fact

_REST = re.compile(r"▁*(?:而|但|且|则)?(?:其余|剩余|剩下|余下)")
_EXCEPT = re.compile(r"除[^，。；]*外▁*$")
_CARRIED_IN = re.compile(
    r"(?:上一?年度?|去年|往年|以前年度|(?:19|20)\d\d年度?)的?(?:结转|转入|转来|遗留|未结)[^，。；]{0,8}[件起宗例]"
)


def left_of(
    results: Sequence[Result], key: str, total: Fact, passage: Passage, clause: Clause
) -> Fact | None:
    """What 均 speaks of: the total, or what the results before it leave of it.

    None where nobody can tell how many those are.
    """
    before = [c for c in passage.clauses if c.end <= clause.start and not c.depth][-1:]
    excepted = any(c.numbers and _EXCEPT.search(c.shown) for c in before)
    if not excepted and not _REST.match(clause.shown):
        return total
    told = [r for r in results if r.target == key and r.fact.start > total.start]
    ended = sum(r.fact.value for r in told if r.depth == told[0].depth)
    return replace(total, value=total.value - ended) if 0 < ended < total.value else None


def speaks_of_carried(text: str) -> bool:
    """上年结转2件: results of these stand among the year's."""
    return _CARRIED_IN.search(text) is not None
