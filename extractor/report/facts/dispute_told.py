"""What has been told of disputes so far, and whose results come next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.report.facts import dispute_terms as terms
from extractor.report.facts import dispute_words as words
from extractor.report.facts.attach import Governed, Term
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.dispute_singles import Singles
from extractor.report.facts.dispute_sums import (
    Result,
    add_kinds,
    drop_derived_excess,
    drop_excess,
    drop_first_of_row,
    drop_total_beside_carried,
    sum_suits,
)
from extractor.report.facts.figures import Number
from extractor.report.facts.gathering import Gathered, fact_of
from extractor.report.facts.model import DISPUTES, RESULTS, Fact, Mentions, is_narrow
from extractor.report.facts.standing import standing

# 上一年未审结的1件行政诉讼: counted in its own year.
_OLD_CASE = re.compile(
    r"(?:上一?年度?|去年|(?:19|20)\d\d年度?)(?:尚?未(?:审结|结案|办结)|转入|转来|结转|遗留|未结)的?"
    r"|(?:上一?年度?|去年|往年)的(?=[\d一二两三四五六七八九十]+[件起宗](?:行政)?(?:诉讼|复议|案件))"
    r"|(?:上一?年度?|去年|往年)的(?:行政)?(?:复议|诉讼)(?:案件?)?(?=[\d一二两三四五六七八九十]+[件起宗])"
)
# 尚未审结的行政复议1件，已审结的行政复议3件: neither is the total.
_SOME = re.compile(r"(?:审结|办结|结案|未结)的?$")
WAYS = ("suit_direct", "suit_after_review")
_OF_THE_YEAR = re.compile(
    r"[，,]其中[，,]?(?:本年度?|今年|当年|(?P<year>(?:19|20)\d\d)年度?)(?=[\d一二两三])"
)
# 另一件也维持
_AGAIN = re.compile(r"^▁*(?:另|又|还有|第)|[件起宗例桩][^，。]{0,6}(?:也|亦|同样)")
_AMONG = re.compile(r"▁*(?:其中|这其中|当中)")


@dataclass(slots=True)
class Waiting:
    """Results told before their subject (维持3件、纠正1件，行政复议合计4件)."""

    passage: Passage
    item: Governed


@dataclass(frozen=True, slots=True)
class Open:
    """A total whose own clause does not say that it is about 信息公开, and its line."""

    fact: Fact
    line: int


class Told:
    """Totals and results by subject, and the subject that the next result belongs to."""

    def __init__(self, year: int | None) -> None:
        self._year = year
        self.gathered: dict[str, Gathered] = {key: Gathered() for key in DISPUTES}
        self.target: str | None = None
        self.ways: list[str] = []
        """Ways to a suit told last without results; both in a row speak of all suits again."""
        self.totals: list[tuple[str, Fact]] = []
        """Totals of this sentence."""
        self.base: Fact | None = None
        self.resulted: set[str] = set()
        self._denied: set[str] = set()
        """Denied in so many words: 未因政府信息公开…"""
        self._unsaid: list[tuple[str, Fact]] = []
        """Totals whose words do not say that they are about 信息公开."""
        self._against: list[tuple[str, Fact]] = []
        """Totals of all that was filed against the agency (以本局为被申请人)."""
        self._elsewhere: set[int] = set()
        """Where those stand that are told outside of the section about 信息公开."""
        self.open: dict[str, Open] = {}
        """Totals of which the share of 信息公开 may still be told."""
        self._of_part = False
        """Whether the total told last was a part of the one before."""
        self._waiting: list[Waiting] = []
        self.results: list[Result] = []
        self.singles = Singles()
        self._with_carried: set[str] = set()
        """Subjects told beside cases of last year, which have no column of their own."""

    def begin(self, *, same: bool) -> None:
        """A new sentence; `same`: it goes on with the case of the one before."""
        self.totals, self.base, self._waiting = self.totals if same else [], None, []

    def result(self) -> dict[str, Mentions]:
        for key, fact in self._unsaid:
            if key in self._denied and fact.value:
                # An agency's general business, and what became of it.
                self._drop_told(key, fact.start, self._next_total(key, fact))
                self.gathered[key].drop("total", fact)
        for key, fact in self._against:
            if self._is_general(key, fact):
                self._drop_told(key, fact.start, self._next_total(key, fact))
        drop_first_of_row(self.gathered, self.results)
        drop_total_beside_carried(self.gathered, self.results, self._with_carried)
        drop_excess(self.gathered, self.results)
        add_kinds(self.gathered, self.results)
        drop_derived_excess(self.gathered)
        sum_suits(self.gathered)
        return {key: found for key in DISPUTES if (found := self.gathered[key].frozen())}

    def turn(self, key: str) -> None:
        self.target = key
        if key in ("review", "suit"):
            self.ways, self.resulted = [], set()
        elif key not in self.ways:
            self.ways.append(key)

    def turn_to_sum(self, passage: Passage, clause: Clause) -> None:
        """诉讼3件，…；复议后起诉1件，驳回。以上合计，维持2件，未审结1件: results of all suits."""
        if self.target not in WAYS:
            return
        rest = [n for n in passage.numbers if n.start >= clause.start and n.unit in terms.UNITS]
        suits = [f for f in self.gathered["suit"].facts("total") if f.year is None]
        if suits and sum(n.value for n in rest) == suits[-1].value:
            self.turn("suit")
        else:
            self.target = None

    def turn_to_own(self, found: Sequence[Term], item: Governed) -> None:
        """没有复议纠错和诉讼败诉: each result has its own subject in front of it."""
        if item.term.key.rstrip("*") in RESULTS:
            before = [t for t in found if t.key in ("review", "suit") and t.end <= item.term.start]
            if before and before[-1].key != self.target:
                self.turn(before[-1].key)

    def take(self, passage: Passage, item: Governed, scope: str | None = None) -> None:
        """`scope`: whose figure it is, where its words say so in a manner of disputes."""
        stands = standing(passage, item.clause, item.number, self._year)
        stands = replace(stands, scope=scope or stands.scope)
        if item.term.key in terms.SUBJECTS and self._of_years(passage, item):
            self.turn(item.term.key)
            return
        several = stands.ages and item.value  # 近三年均未发生 says it of this year too
        if stands.compared or several or _OLD_CASE.search(item.clause.shown):
            return
        fact = fact_of(passage, item, stands)
        key = item.term.key
        whole = passage.in_front_of_bracket(item.clause)
        if key in terms.SUBJECTS:
            if whole is None or not self._is_result(passage, whole):
                self._total(passage, item, fact)
            return
        target = self.of_result()
        if target is None:
            if passage.section == "disputes":
                self._waiting.append(Waiting(passage, item))
            return
        if whole is not None and not self._is_total(target, whole):
            fact = replace(fact, part=True)
        self._result(target, passage, item, fact)

    def _is_result(self, passage: Passage, number: Number) -> bool:
        """Whether a number tells a result: 维持3件（直接起诉1件、复议后起诉2件）."""
        start, _ = passage.whole(number.start, number.end)
        return any(result.fact.start <= start < result.fact.end for result in self.results)

    def _is_total(self, target: str, number: Number) -> bool:
        """县直部门4件（维持3件、撤销1件）: results of a part that is no total of its own."""
        known = [f.value for f in self.gathered[target].facts("total")]
        return not known or number.value in known

    def _of_years(self, passage: Passage, item: Governed) -> bool:
        """累计3件，其中2023年1件: the year's own stand behind those of several years."""
        among = _OF_THE_YEAR.match(passage.text, item.clause.end)
        if item.number is None or among is None:
            return False
        return among["year"] is None or int(among["year"]) == self._year

    def _total(self, passage: Passage, item: Governed, fact: Fact) -> None:
        key = item.term.key
        self.turn(key)
        self.base = None
        fact = self._placed(passage, item, fact)
        if _SOME.search(item.clause.between(item.clause.start, item.term.start)):
            fact = replace(fact, part=True)
        ours = words.OURS.search(item.clause.shown)
        if item.number is None and ours:
            self._denied.add(key)
        elif not words.OURS.search(passage.text[: item.end]):
            self._unsaid.append((key, fact))
            if words.OPPONENT.search(item.clause.shown) and not fact.part:
                self._against.append((key, fact))
                self._elsewhere |= {fact.start} if passage.section != "disputes" else set()
        if not ours and item.number is not None and item.value:
            self.open[key] = Open(fact, passage.line)
        self.gathered[key].add("total", fact)
        self.totals.append((key, fact))
        waiting, self._waiting = self._waiting, []
        for told in waiting:
            self.take(told.passage, told.item)

    def _placed(self, passage: Passage, item: Governed, fact: Fact) -> Fact:
        """A total behind 其中: the share of 信息公开 in the one before, else a part of it."""
        key = item.term.key
        self._of_part = False
        before = [f for f in self.gathered[key].facts("total") if f.year is None]
        line = self.open[key].line if key in self.open else passage.line
        among = before and _AMONG.match(item.clause.shown) and line == passage.line
        if not among or before[-1].value < fact.value or before[-1].scope != fact.scope:
            return fact
        if key in self.open and words.OURS.search(item.clause.shown):
            self.forget(key)
            return fact
        self._of_part = True
        return replace(fact, part=True)

    def open_in(self, line: int) -> list[str]:
        """The subjects told in this line without a word of 信息公开, in the order of telling."""
        told = [(found.fact.start, key) for key, found in self.open.items() if found.line == line]
        return [key for _, key in sorted(told)]

    def forget(self, key: str) -> None:
        """What was told of all disputes, and not of those about 信息公开, is none of ours."""
        start = self.open.pop(key).fact.start
        self._drop_told(key, start, None)
        self.totals = [(k, f) for k, f in self.totals if k != key]
        self._unsaid = [(k, f) for k, f in self._unsaid if k != key or f.start < start]
        self._against = [(k, f) for k, f in self._against if k != key or f.start < start]
        self.results = [r for r in self.results if r.target != key or r.fact.start < start]
        self.resulted.discard(key)

    def _drop_told(self, key: str, start: int, end: int | None) -> None:
        """Drops a subject's figures that stand between two places."""
        for subject in (key, *WAYS) if key == "suit" else (key,):
            gathered = self.gathered[subject]
            for result in RESULTS:
                for fact in gathered.facts(result):
                    if start <= fact.start and (end is None or fact.start < end):
                        gathered.drop(result, fact)

    def _next_total(self, key: str, fact: Fact) -> int | None:
        later = [f.start for f in self.gathered[key].facts("total") if f.start > fact.start]
        return min(later, default=None)

    def _is_general(self, key: str, fact: Fact) -> bool:
        """以本局为被申请人的4件 beside a figure that says 信息公开, or far from its section."""
        totals = self.gathered[key].facts("total")
        if fact.start in self._elsewhere:
            return any(f is fact for f in totals)
        unsaid = [f for k, f in self._unsaid if k == key]
        said = [f for f in totals if f.year is None and all(f is not other for other in unsaid)]
        return any(f is fact for f in totals) and any(f.value != fact.value for f in said)

    def _result(self, target: str, passage: Passage, item: Governed, fact: Fact) -> None:
        self.resulted.add(target)
        key = item.term.key.rstrip("*")
        word = passage.text[item.term.start : item.term.end]
        fact = replace(fact, part=fact.part or self._of_part)
        gathered = self.gathered[target]
        if item.term.key.endswith("*") and gathered.told("other"):
            named = [r for r in self.results if r.target == target and r.key == key and r.general]
            if named:
                return
        if item.number is not None:
            general = item.term.key == "other"
            self.results.append(
                Result(
                    target,
                    key,
                    word,
                    fact,
                    item.clause.depth,
                    passage.offsets[0],
                    general,
                    again=_AGAIN.search(item.clause.shown) is not None,
                )
            )
        if not (item.term.key.endswith("*") and gathered.told("other")):
            gathered.add(key, fact)

    def of_result(self) -> str | None:
        """Whose result: both ways told in a row belong together again as 诉讼."""
        if self.target in WAYS:
            both = set(WAYS) <= set(self.ways)
            if both and "suit_direct" not in self.resulted:
                return "suit"
        return self.target

    def first_of_row(self, key: str, value: int | float) -> bool:
        """行政复议维持3件、撤回1件，共4件: the subject's figure is that of its first result."""
        results = [r.fact for r in self.results if r.target == key]
        totals = self.gathered[key].facts("total")
        same = [t for t in totals if any(t.start == fact.start for fact in results)]
        return len(same) == len(totals) and sum(fact.value for fact in results) == value

    def derive(self, key: str, result: str, total: Fact, passage: Passage, clause: Clause) -> None:
        """A result without a figure of its own: 均维持."""
        own = any(f.scope is None for f in self.gathered[key].facts("total"))
        if is_narrow(total.scope) and own:
            return  # 支队本级被复议1件，维持；各大队被复议1件，尚未审结
        start, end = passage.whole(clause.start, clause.end)
        text = passage.text[clause.start : clause.end]
        fact = replace(total, text=text, start=start, end=end, derived=True)
        self.resulted.add(key)
        if total.value == 1:
            self.singles.end(self.gathered[key], key, result, total, fact)
        elif not self.gathered[key].told(result):
            self.gathered[key].add(result, fact)

    def carried(self) -> None:
        """The sentence told of cases that came from last year, too."""
        self._with_carried |= {key for key, _ in self.totals}
