"""Sums of disputes: suits told only by their two ways, one result told under two names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.report.facts.gathering import Gathered
from extractor.report.facts.model import RESULTS, Fact, primary


@dataclass(frozen=True, slots=True)
class Result:
    """A result with a figure, by the word that tells it."""

    target: str
    key: str
    word: str
    fact: Fact
    depth: int
    sentence: int
    general: bool
    """其他结果 itself, not one of its kinds (撤诉)."""
    again: bool
    """One more that ended the same way: 另一件也维持."""


def sum_suits(gathered: Mapping[str, Gathered]) -> None:
    """Suits told only by their two ways: the sums are the suits'."""
    direct, after = gathered["suit_direct"], gathered["suit_after_review"]
    for result in RESULTS:
        parts = [g.facts(result) for g in (direct, after)]
        known = [facts[0] for facts in parts if facts]
        # Of one way the total is told, of the other only results: nobody can add that up.
        if result == "total" and any(
            not g.facts("total") and any(g.facts(key) for key in RESULTS) for g in (direct, after)
        ):
            continue
        if gathered["suit"].facts(result) or not known:
            continue
        gathered["suit"].add(result, _sum(known))


def drop_first_of_row(gathered: Mapping[str, Gathered], results: Sequence[Result]) -> None:
    """行政复议维持3件、纠正1件: the subject's figure is that of its first result, no total."""
    for target in gathered:
        own = [r for r in results if r.target == target and r.fact.year is None]
        for fact in list(gathered[target].facts("total")):
            row = [r for r in own if r.fact.start == fact.start and r.fact.value and not fact.part]
            if row and (_goes_on(row[0], own) or _larger(gathered[target].facts("total"), row[0])):
                gathered[target].drop("total", fact)


def _goes_on(first: Result, own: Sequence[Result]) -> bool:
    return any(
        r.sentence == first.sentence and r.fact.start > first.fact.start and r.fact.value
        for r in own
    )


def _larger(totals: Sequence[Fact], first: Result) -> bool:
    """复议纠错1件；共被复议12件: the figure that counts all of them is told apart."""
    return any(
        f.year is None and not f.part and f.scope == first.fact.scope and f.value > first.fact.value
        for f in totals
    )


def drop_total_beside_carried(
    gathered: Mapping[str, Gathered], results: Sequence[Result], subjects: Iterable[str]
) -> None:
    """被复议7件，上年结转2件，审结8件，…: results of nine cases stand beside a total of seven."""
    for target in sorted(subjects):
        total = primary(gathered[target].facts("total"))
        own = [r for r in results if r.target == target and r.fact.year is None]
        if total is not None and sum(r.fact.value for r in _first_of_each(own)) > total.value:
            gathered[target].drop("total", total)


def drop_derived_excess(gathered: Mapping[str, Gathered]) -> None:
    """一审均胜诉，其中1件二审未开庭: what 均 said is not how all of them stand now."""
    for target in gathered:
        total = primary(gathered[target].facts("total"))
        told = {key: primary(gathered[target].facts(key)) for key in RESULTS if key != "total"}
        known = {key: fact for key, fact in told.items() if fact is not None}
        if total is None or sum(fact.value for fact in known.values()) <= total.value:
            continue
        printed = any(fact.value and not fact.derived for fact in known.values())
        for key, fact in known.items():
            if printed and fact.derived and fact.value == total.value:
                gathered[target].drop(key, fact)


def drop_excess(gathered: Mapping[str, Gathered], results: Sequence[Result]) -> None:
    """对两起被纠正案件逐一复盘: what a later sentence adds beyond the total is told again."""
    for target in gathered:
        total = primary(gathered[target].facts("total"))
        own = [r for r in results if r.target == target and r.fact.year is None]
        if total is None or not own:
            continue
        told = {r.key: r for r in reversed(own) if r.depth == own[0].depth}
        if sum(r.fact.value for r in told.values()) <= total.value:
            continue
        for result in own:
            later = result.sentence != own[0].sentence
            if later and any(result.fact is f for f in gathered[target].facts(result.key)):
                gathered[target].drop(result.key, result.fact)


def add_kinds(gathered: Mapping[str, Gathered], results: Sequence[Result]) -> None:
    """撤销1件、确认违法1件: two names of one result in a row, where the total has room for both."""
    for target in gathered:
        total = primary(gathered[target].facts("total"))
        own = [r for r in results if r.target == target and r.fact.year is None]
        if total is None or not own:
            continue
        for key in dict.fromkeys(r.key for r in own):
            kinds = _in_a_row([r for r in own if r.key == key])
            added = sum(r.fact.value for r in kinds)
            others = sum(r.fact.value for r in _first_of_each(own) if r.key != key)
            if len(kinds) > 1 and added + others <= total.value:
                for result in kinds:
                    if any(result.fact is fact for fact in gathered[target].facts(key)):
                        gathered[target].drop(key, result.fact)
                gathered[target].add(key, _sum([r.fact for r in kinds]), again=True)


def _in_a_row(results: Sequence[Result]) -> list[Result]:
    """The kinds told beside the first: other words, same sentence, not in its brackets."""
    first = results[0]
    kinds: dict[str, Result] = {}
    for result in results:
        if result.sentence == first.sentence and result.depth == first.depth and not result.general:
            kinds.setdefault(f"{result.word}{result.fact.start if result.again else ''}", result)
    return list(kinds.values())


def _first_of_each(results: Sequence[Result]) -> list[Result]:
    return list({result.key: result for result in reversed(results)}.values())


def _sum(facts: Sequence[Fact]) -> Fact:
    first, last = facts[0], facts[-1]
    value = sum(fact.value for fact in facts)
    text = "、".join(fact.text for fact in facts)
    end = max(first.end, last.end)
    return replace(first, value=value, text=text, end=end, derived=len(facts) > 1)
