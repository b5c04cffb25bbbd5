"""Cases told one by one, without a figure: 有1位居民申请了复议; 第二桩，也是复议."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.report.facts import dispute_terms as terms
from extractor.report.facts import dispute_words as words
from extractor.report.facts.attach import Term, denied
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.dispute_told import WAYS, Told
from extractor.report.facts.gathering import UNIT
from extractor.report.facts.model import Fact

# 另有一名个人…起诉: one beside others, not all.
_ONE_MORE = re.compile(r"▁*(?:另|还有|又有|再有|此外|同时)")
_NTH = re.compile(r"(?:第|头)[一二三四五六七八九][桩件起宗个例](?!次)")
_OWN_ASPECTS = (None, "applications", "supervision")


def one_filed(told: Told, passage: Passage, clause: Clause, found: Sequence[Term]) -> None:
    """Takes the case that a clause tells in words."""
    subject = next((t for t in found if t.key in terms.SUBJECTS), None)
    if subject is None or denied(clause, found) or clause.only(terms.UNITS).numbers:
        return
    key = "suit" if subject.key in WAYS else subject.key
    before = passage.text[: clause.end]
    if not (
        passage.section == "disputes"
        or passage.aspect in _OWN_ASPECTS
        or words.ONE_ANSWER.search(before)
    ):
        return
    nth = list(_NTH.finditer(before))[-1:]
    known = told.gathered[key].facts("total")
    if not _is_another(passage, clause, known, nth):
        return
    one = words.ONE_PERSON.search(before) or words.ONE_ANSWER.search(before)
    one = one or words.THE_ONE_CASE.search(passage.text, clause.end) or next(iter(nth), None)
    several = [n for n in passage.numbers if n.unit in terms.UNITS and n.value > 1]
    if one and any(one.start() < n.start < clause.start for n in several):
        return  # 李某对其中2件维持决定不服，又提起诉讼
    if one and words.FILED.search(clause.shown):
        _take(told, passage, clause, key, known)


def _is_another(
    passage: Passage, clause: Clause, known: Sequence[Fact], nth: Sequence[re.Match[str]]
) -> bool:
    """另有一名个人起诉 is the second of those told in words; beside a figure it may be in it."""
    if not all(fact.derived for fact in known):
        return False
    if nth and known:
        return passage.whole(nth[0].start(), nth[0].end())[0] > known[-1].end
    return bool(known) == (_ONE_MORE.match(clause.shown) is not None)


def _take(told: Told, passage: Passage, clause: Clause, key: str, known: Sequence[Fact]) -> None:
    start, end = passage.whole(clause.start, clause.end)
    text = passage.text[clause.start : clause.end]
    fact = Fact(value=1, unit=UNIT, text=text, start=start, end=end, derived=True)
    told.turn(key)
    told.base = None
    together = replace(fact, value=1 + sum(other.value for other in known))
    if known:
        told.singles.count(key, {start, *(other.start for other in known)})
    for earlier in list(known):
        told.gathered[key].drop("total", earlier)
    told.gathered[key].add("total", together)
    told.totals.append((key, fact))
