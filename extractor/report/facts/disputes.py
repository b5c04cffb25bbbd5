"""复议 and 诉讼 about 政府信息公开: totals and results, with the two ways to a suit.

An agency's general business (a 司法局's 132 cases) is not meant: it is told with 受理, 办理 and
without 信息公开.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractor.report.facts import dispute_terms as terms
from extractor.report.facts import dispute_words as words
from extractor.report.facts.attach import Governed, Term, dealt, govern
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.dispute_aside import told_aside
from extractor.report.facts.dispute_case import (
    Case,
    ended,
    ended_while_pending,
    goes_on,
    nth_case,
    opened,
    same_case,
)
from extractor.report.facts.dispute_gate import about_disclosure
from extractor.report.facts.dispute_implied import (
    all_ended,
    all_one_way,
    ended_at_once,
    ended_so_far,
    has_results,
    none_alone,
    none_pending,
    sum_alone,
)
from extractor.report.facts.dispute_items import (
    both_in_one,
    denials,
    filed_against,
    filed_as,
    heads,
    not_even_one,
    of_nearest,
    of_result,
    summed_up,
    went_on,
)
from extractor.report.facts.dispute_one import one_filed
from extractor.report.facts.dispute_rest import speaks_of_carried
from extractor.report.facts.dispute_share import narrowed, own_share
from extractor.report.facts.dispute_told import WAYS, Told
from extractor.report.facts.gathering import fact_of
from extractor.report.facts.model import Mentions
from extractor.report.facts.standing import Standing

_IN_ALL = re.compile(
    r"▁*(?:以上|上述|两类|两项|二者)?(?:案件)?(?:合计|总计|合起来|合并(?:统计|计算))(?!\d)"
)
_JUDGE = re.compile(
    r"▁*(?:其中|而|则|由|经)?(?:(?P<review>复议机[关构])|[^，。；\d]{0,4}?(?P<suit>(?:中级|高级)?(?:人民)?法院))"
)
_EVERY = re.compile(r"(?:复议)?(?:结果)?(?:均|都|全部|皆)")


def read_disputes(passages: Iterable[Passage], year: int | None) -> dict[str, Mentions]:
    reader = _Reader(year)
    before: Passage | None = None
    last: Passage | None = None
    line = ""
    for passage in passages:
        if passage.section in ("issues", "other"):
            continue
        behind, last = last, passage
        earlier = line if behind is not None and behind.line == passage.line else ""
        line = earlier + passage.text
        if passage.section == "disputes" and words.NOTHING.fullmatch(passage.text):
            reader.nothing(passage)
        elif passage.section == "disputes" or about_disclosure(passage, before, behind, earlier):
            reader.read(passage)
            before = passage
    return reader.told.result()


class _Reader:
    """Reads sentence by sentence and clause by clause."""

    def __init__(self, year: int | None) -> None:
        self.told = Told(year)
        self._foreign = False
        self._case: Case | None = None
        self._line = -1
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
        deals = dealt(passage, terms.TERMS)
        self._foreign, self._named, self._share, self._case = False, [], 0, None
        self.told.begin(same=same_case(self.told, passage, self._line))
        self._line = passage.line
        for item in deals:
            self.told.take(passage, item)
        dealt_end = max((item.end for item in deals), default=0)
        aside = told_aside(passage)
        for clause in passage.clauses:
            found = terms.TERMS.find(clause)
            if any(start <= clause.start < end for start, end in aside):
                continue
            if self._business(passage, clause, found):
                continue
            self._named += [t.key for t in found if t.key in ("review", "suit")]
            if clause.start >= dealt_end:
                self._clause(passage, clause, found)
        if speaks_of_carried(passage.text):
            self.told.carried()

    def _clause(self, passage: Passage, clause: Clause, found: Sequence[Term]) -> None:
        told = self.told
        if not self._foreign and narrowed(told, passage, clause, found):
            return
        if self._ends_case(passage, clause, found):
            return
        self._turn_to_judge(clause, found)
        if _IN_ALL.match(clause.shown) and not any(t.key in terms.SUBJECTS for t in found):
            told.turn_to_sum(passage, clause)
        items = govern(clause.only(terms.UNITS), found, terms.gap, terms.behind)
        items = [item for item in items if item.number and item.number.unit in terms.UNITS]
        items = [not_even_one(item) for item in items if not of_result(item, found)]
        items = [ended_while_pending(i, found) for i in items if not went_on(i, found)]
        items = [filed_as(passage, filed_against(item, found)) for item in items]
        items = of_nearest(items)
        items += denials(clause, found, items)
        # 行政复议诉讼：均为零 says it of each; 行政复议诉讼25件 of both together.
        none = bool(items) and not any(item.value for item in items)
        if (both_in_one(found) and not none) or summed_up(clause, found):
            told.target = None
            return
        reached = {item.term for item in items}
        for term in found:
            subject = term not in reached and term.key in ("review", "suit")
            if subject or (term.key in WAYS and heads(passage, clause, term)):
                told.turn(term.key)
        self._case = self._case or opened(told, clause, found, items)
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

    def _ends_case(self, passage: Passage, clause: Clause, found: Sequence[Term]) -> bool:
        """还有1件12月才受理，尚未审结: the result of what the clause before has opened."""
        case, self._case = self._case, None
        if (nth := nth_case(self.told, clause)) and ended(self.told, passage, clause, found, nth):
            return True
        if case is None or not goes_on(clause, found):
            return False
        if case.number.value == 1 and _EVERY.match(clause.shown):
            return False  # 1件涉及征地，1件涉及补偿，均维持: both of them
        if ended(self.told, passage, clause, found, case):
            return True
        self._case = case
        return False

    def _turn_to_judge(self, clause: Clause, found: Sequence[Term]) -> None:
        """复议4起、诉讼2起。复议机关维持3起，…；法院驳回2起: who decides says which they are."""
        judge = _JUDGE.match(clause.shown)
        if judge is None or any(t.key in terms.SUBJECTS for t in found):
            return
        key = "review" if judge["review"] else "suit"
        target = "suit" if self.told.target in WAYS else self.told.target
        if target not in (None, key) and self.told.gathered[key].facts("total"):
            self.told.turn(key)

    def _last(self) -> list[str]:
        return [self.told.target] if self.told.target else []

    def _business(self, passage: Passage, clause: Clause, found: Sequence[Term]) -> bool:
        """Cases that the agency decides or defends for others; what follows them is theirs too."""
        other = words.of_another_act(clause.shown, passage.text[: clause.end])
        before = [c.shown for c in passage.clauses if c.end <= clause.start and not c.depth][-1:]
        other = other or any(words.of_another_cause(shown) for shown in before)
        ours = not other and (
            words.is_ours(clause.shown) or (clause.depth == 0 and _before_is_ours(passage, clause))
        )
        if any(term.key in terms.SUBJECTS for term in found):
            # 办理复议案件132件、应诉30件: what is joined on is business too.
            business = other or words.BUSINESS.search(clause.shown) is not None
            business = business or words.decides_for_others(passage.text[: clause.start])
            business = business and not self._way_of_own(clause, found)
            self._foreign = not ours and (self._foreign or business)
            if not self._foreign:
                return False
            self.told.target = next(t.key for t in found if t.key in terms.SUBJECTS)
            self._share = 0
        return self._foreign and not ours and not self._of_share(clause, found)

    def _way_of_own(self, clause: Clause, found: Sequence[Term]) -> bool:
        """由一家培训企业未经复议直接起诉: how the suit just told came about, whoever filed it."""
        keys = {term.key for term in found} & terms.SUBJECTS
        numbers = clause.only(terms.UNITS).numbers
        return bool(self.told.totals) and keys <= set(WAYS) and not numbers and not self._foreign

    def _of_share(self, clause: Clause, found: Sequence[Term]) -> bool:
        """复议143件，其中政府信息公开类7件，维持5件、纠正2件: results next to the share are its."""
        told = sum(number.value for number in clause.only(terms.UNITS).numbers)
        every = not clause.numbers and _EVERY.match(clause.shown) is not None
        fits = bool(found) and (every or told > 0) and told <= self._share and self._share > 0
        self._share = self._share - told if fits else 0
        return fits

    def _kind_alone(self, passage: Passage, clause: Clause) -> None:
        """办理复议案件132件，其中政府信息公开类3件: the kind stands for its subject."""
        target = self.told.target
        if not self._foreign or target is None or not words.OURS.search(clause.shown):
            return
        if words.decides_for_others(passage.text[: clause.end]):
            return  # 作为复议机构办理176件，其中涉及政府信息公开的19件
        for number in clause.numbers:
            if number.unit in terms.UNITS and words.OF_OURS.fullmatch(clause.left(number)):
                term = Term(target, number.start, number.end)
                item = Governed(term, number, clause, number.start, number.end)
                self.told.take(passage, item)
                self._share = number.value


def _before_is_ours(passage: Passage, clause: Clause) -> bool:
    """因政府信息公开，被申请行政复议3件: the reason stands a clause before."""
    before = [c for c in passage.clauses if c.end <= clause.start and not c.depth]
    return bool(before) and not before[-1].numbers and bool(words.OURS.search(before[-1].shown))
