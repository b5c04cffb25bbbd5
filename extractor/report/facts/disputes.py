"""复议 and 诉讼 about 政府信息公开: totals and results, with the two ways to a suit.

An agency's general business (a 司法局's 132 cases) is not meant: it is told with 受理, 办理 and
without 信息公开.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractor.report.facts import dispute_words as words
from extractor.report.facts.attach import Governed, Term, dealt, denied, govern
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.dispute_implied import (
    all_ended,
    all_one_way,
    ended_at_once,
    ended_so_far,
    has_results,
    none_alone,
    none_pending,
    one_filed,
    sum_alone,
)
from extractor.report.facts.dispute_share import narrowed, own_share
from extractor.report.facts.dispute_told import Told
from extractor.report.facts.gathering import fact_of
from extractor.report.facts.model import RESULTS, Mentions
from extractor.report.facts.standing import Standing

_NO_OTHER = re.compile(
    r"(?:没有|无|未(?:发生|有|收到))(?:其[他它]|别的|另外)(?!结果|情形)|除此(?:之外|以外|外)?[，]?(?:再|均|都|也)?[无没未]"
)
_EVERY = re.compile(r"(?:复议)?(?:结果)?(?:均|都|全部|皆)")
_DENIED_FIRST = re.compile(
    r"(?:全年|本年度?|\d+年|，)*(?:没有|无|未发生)(?:发生)?(?:行政)?(?:复议|诉讼)"
)


def read_disputes(passages: Iterable[Passage], year: int | None) -> dict[str, Mentions]:
    reader = _Reader(year)
    before: Passage | None = None
    for passage in passages:
        if passage.section in ("issues", "other"):
            continue
        if passage.section == "disputes" and words.NOTHING.fullmatch(passage.text):
            reader.nothing(passage)
        elif passage.section == "disputes" or _about_disclosure(passage, before):
            reader.read(passage)
            before = passage
    return reader.told.result()


def _about_disclosure(passage: Passage, before: Passage | None) -> bool:
    """Outside its own section a dispute is ours only if it says so, or is denied."""
    if words.OURS.search(passage.text) and words.SPEAKS.search(passage.text):
        return True
    if not words.SPEAKS.search(passage.text):
        return False
    if before is not None and before.line == passage.line:
        return True
    if passage.aspect == "applications":
        return True
    if passage.aspect in ("supervision", "management"):
        return False
    return _DENIED_FIRST.match(passage.text) is not None


class _Reader:
    """Reads sentence by sentence and clause by clause."""

    def __init__(self, year: int | None) -> None:
        self.told = Told(year)
        self._foreign = False
        self._share: int | float = 0
        """How many of our own cases, told among foreign ones, have no result yet."""
        self._named: list[str] = []
        """Subjects of this sentence."""

    def nothing(self, passage: Passage) -> None:
        """The section says 无: neither review nor suit."""
        clause, end = passage.clauses[0], len(passage.text)
        item = Governed(Term("review", 0, end), None, clause, 0, end)
        for key in ("review", "suit"):
            self.told.gathered[key].add("total", fact_of(passage, item, Standing()))

    def read(self, passage: Passage) -> None:
        deals = dealt(passage, words.TERMS)
        self._foreign, self._named, self._share = False, [], 0
        self.told.begin()
        for item in deals:
            self.told.take(passage, item)
        dealt_end = max((item.end for item in deals), default=0)
        for clause in passage.clauses:
            found = words.TERMS.find(clause)
            if self._business(passage, clause, found):
                continue
            self._named += [t.key for t in found if t.key in ("review", "suit")]
            if clause.start >= dealt_end:
                self._clause(passage, clause, found)

    def _clause(self, passage: Passage, clause: Clause, found: Sequence[Term]) -> None:
        told = self.told
        if not self._foreign and narrowed(told, passage, clause, found):
            return
        items = govern(clause.only(words.UNITS), found, words.gap, words.behind)
        items = [item for item in items if item.number and item.number.unit in words.UNITS]
        items += self._denials(clause, found, items)
        reached = {item.term for item in items}
        for term in found:
            if term not in reached and term.key in ("review", "suit"):
                told.turn(term.key)
        for item in sorted(items, key=lambda item: item.start):
            told.turn_to_own(found, item)
            told.take(passage, item)
        ended_at_once(told, passage, clause, items, found)
        one_filed(told, passage, clause, found)
        ended_so_far(told, passage, clause)
        if not self._foreign:
            none_pending(told, passage, clause)
        if not items and not (
            not self._foreign and none_alone(told, passage, clause, self._named or self._last())
        ):
            self._kind_alone(passage, clause)
            own_share(told, passage, clause, found)
            if not self._foreign and (self._named or not has_results(told, told.target)):
                sum_alone(told, passage, clause)
            all_one_way(told, passage, clause, found)
            all_ended(told, passage, clause, found)

    def _last(self) -> list[str]:
        return [self.told.target] if self.told.target else []

    def _business(self, passage: Passage, clause: Clause, found: Sequence[Term]) -> bool:
        """Cases that the agency decides or defends for others; what follows them is theirs too."""
        other = words.of_another_act(clause.shown, passage.text[: clause.end])
        ours = not other and (
            words.is_ours(clause.shown) or (clause.depth == 0 and _before_is_ours(passage, clause))
        )
        if any(term.key in words.SUBJECTS for term in found):
            # 办理复议案件132件、应诉30件: what is joined on is business too.
            business = other or words.BUSINESS.search(clause.shown) is not None
            self._foreign = not ours and (self._foreign or business)
            if not self._foreign:
                return False
            self.told.target = next(t.key for t in found if t.key in words.SUBJECTS)
            self._share = 0
        return self._foreign and not ours and not self._of_share(clause, found)

    def _of_share(self, clause: Clause, found: Sequence[Term]) -> bool:
        """复议143件，其中政府信息公开类7件，维持5件、纠正2件: results next to the share are its."""
        told = sum(number.value for number in clause.only(words.UNITS).numbers)
        every = not clause.numbers and _EVERY.match(clause.shown) is not None
        fits = bool(found) and (every or told > 0) and told <= self._share and self._share > 0
        self._share = self._share - told if fits else 0
        return fits

    def _kind_alone(self, passage: Passage, clause: Clause) -> None:
        """办理复议案件132件，其中政府信息公开类3件: the kind stands for its subject."""
        target = self.told.target
        if not self._foreign or target is None or not words.OURS.search(clause.shown):
            return
        for number in clause.numbers:
            if number.unit in words.UNITS and words.OF_OURS.fullmatch(clause.left(number)):
                term = Term(target, number.start, number.end)
                item = Governed(term, number, clause, number.start, number.end)
                self.told.take(passage, item)
                self._share = number.value

    def _denials(
        self, clause: Clause, found: Sequence[Term], items: list[Governed]
    ) -> list[Governed]:
        reached = {item.term for item in items}
        # 除此之外没有其他诉讼 denies none that was told.
        if _NO_OTHER.search(clause.shown):
            return []
        said = [item for item in denied(clause, found) if item.term not in reached]
        keys = {item.term.key for item in said}
        if keys & set(RESULTS):
            # 没有被纠正的复议案件 denies the result, not the dispute.
            return [
                item for item in said if item.term.key in RESULTS and item.term.key != "pending"
            ]
        return [item for item in said if item.term.key in words.SUBJECTS]


def _before_is_ours(passage: Passage, clause: Clause) -> bool:
    """因政府信息公开，被申请行政复议3件: the reason stands a clause before."""
    before = [c for c in passage.clauses if c.end <= clause.start and not c.depth]
    return bool(before) and not before[-1].numbers and bool(words.OURS.search(before[-1].shown))
