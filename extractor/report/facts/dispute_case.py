"""A case opened in one clause and ended in another: 另有1件认为理由不实，予以纠正."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.report.facts import dispute_terms as terms
from extractor.report.facts.attach import Governed, Term, denied
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.dispute_told import Told
from extractor.report.facts.figures import Number
from extractor.report.facts.model import RESULTS

_OPENS = re.compile(r"▁*(?:其中|另外?|还|尚|仍|又|有|余下|剩下|其余|剩余|的|案件)*")
_NTH = re.compile(
    r"▁*(?:其中)?((?:第|头)[一二三四五六七八九][件起桩个宗回例]|其[一二三四五](?![他它]))"
)
_SECOND_COURT = re.compile(r"二审|终审|再审|上诉|中级?法?院|高级?法?院|原判|原审|一审判决")
# 该申请人后自愿撤回: the next sentence goes on with the one case of the sentence before.
_SAME_CASE = re.compile(r"(?:该|此)(?:案|件|申请人|当事人|原告|复议|诉讼|起)|复议机[关构]|法院")


@dataclass(frozen=True, slots=True)
class Case:
    """Cases whose clause counts them, and does not say how they ended."""

    number: Number
    home: Clause


def opened(
    told: Told, clause: Clause, found: Sequence[Term], items: Sequence[Governed]
) -> Case | None:
    """The cases that a clause opens, if they are some of those told of before."""
    numbers = clause.only(terms.UNITS).numbers or _nth(clause)
    target = told.of_result()
    if len(numbers) != 1 or found or items or target is None or clause.depth:
        return None
    number = numbers[0]
    totals = [fact.value for fact in told.gathered[target].facts("total")]
    fits = bool(totals) and 0 < number.value < totals[-1]
    return Case(number, clause) if fits and _OPENS.fullmatch(clause.left(number)) else None


def nth_case(told: Told, clause: Clause) -> Case | None:
    """第一件维持: opened and ended in one clause."""
    return opened(told, clause, (), ()) if _nth(clause) else None


def _nth(clause: Clause) -> tuple[Number, ...]:
    """第一件维持，第二件撤销: each of them is one."""
    nth = _NTH.match(clause.shown)
    if nth is None:
        return ()
    start, end = clause.start + nth.start(1), clause.start + nth.end(1)
    return (Number(1, "件", False, nth[1], start, end),)


def goes_on(clause: Clause, found: Sequence[Term]) -> bool:
    """Whether a clause may still speak of the case that the clauses before have opened."""
    own = not clause.only(terms.UNITS).numbers and not any(t.key in terms.SUBJECTS for t in found)
    return own and clause.lead in "，,"


def ended(told: Told, passage: Passage, clause: Clause, found: Sequence[Term], case: Case) -> bool:
    """Takes the result that the clause tells of the case."""
    results = [t for t in found if t.key.rstrip("*") in RESULTS]
    if len({t.key.rstrip("*") for t in results}) != 1 or denied(clause, results):
        return False
    if of_second_court(told, passage, clause, str(told.of_result()), results[0]):
        return True  # 一审均驳回，其中1件上诉，二审维持原判
    number, term = case.number, replace(results[0], key=results[0].key.rstrip("*"))
    told.take(passage, Governed(term, number, case.home, number.start, number.end))
    return True


def of_second_court(told: Told, passage: Passage, clause: Clause, key: str, ended: Term) -> bool:
    """一审败诉，二审维持原判: what the first court decided stands."""
    word = passage.text[ended.start : ended.end]
    known = any(told.gathered[key].facts(result) for result in RESULTS if result != "total")
    return known and "维持" in word and _SECOND_COURT.search(clause.shown) is not None


def ended_while_pending(item: Governed, found: Sequence[Term]) -> Governed:
    """1件在审理中由申请人撤回: it was withdrawn, and is pending no more."""
    number, clause = item.number, item.clause
    if item.term.key != "pending" or number is None or number.start > item.term.start:
        return item
    end = clause.right_bound(number)
    later = [t for t in found if item.term.end <= t.start < end and t.key == "other*"]
    return replace(item, term=later[0]) if later else item


def same_case(told: Told, passage: Passage, line: int) -> bool:
    """Whether a sentence goes on with the one case that the sentence before it told.

    复议1件、诉讼1件。复议机关维持了答复；法院驳回了请求: who decides says which of two.
    """
    keys = [key for key, fact in told.totals if fact.value == 1]
    one = 0 < len(told.totals) == len(keys) == len(set(keys))
    return one and line == passage.line and _SAME_CASE.match(passage.text) is not None
