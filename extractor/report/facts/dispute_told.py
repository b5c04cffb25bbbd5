"""What has been told of disputes so far, and whose results come next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.report.facts import dispute_words as words
from extractor.report.facts.attach import Governed, Term
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.dispute_sums import Result, add_kinds, drop_excess, sum_suits
from extractor.report.facts.gathering import Gathered, fact_of
from extractor.report.facts.model import DISPUTES, RESULTS, Fact, Mentions
from extractor.report.facts.standing import standing

# 上一年未审结的1件行政诉讼: counted in its own year.
_OLD_CASE = re.compile(
    r"(?:上一?年度?|去年|(?:19|20)\d\d年度?)(?:尚?未(?:审结|结案|办结)|转入|转来|结转|遗留|未结)的?"
)
WAYS = ("suit_direct", "suit_after_review")


@dataclass(slots=True)
class Waiting:
    """Results told before their subject (维持3件、纠正1件，行政复议合计4件)."""

    passage: Passage
    item: Governed


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
        self._waiting: list[Waiting] = []
        self._results: list[Result] = []

    def begin(self) -> None:
        """A new sentence."""
        self.totals, self.base, self._waiting = [], None, []

    def result(self) -> dict[str, Mentions]:
        for key, fact in self._unsaid:
            if key in self._denied and fact.value:
                self.gathered[key].drop("total", fact)  # an agency's general business
        drop_excess(self.gathered, self._results)
        add_kinds(self.gathered, self._results)
        sum_suits(self.gathered)
        return {key: found for key in DISPUTES if (found := self.gathered[key].frozen())}

    def turn(self, key: str) -> None:
        self.target = key
        if key in ("review", "suit"):
            self.ways, self.resulted = [], set()
        elif key not in self.ways:
            self.ways.append(key)

    def turn_to_own(self, found: Sequence[Term], item: Governed) -> None:
        """没有复议纠错和诉讼败诉: each result has its own subject in front of it."""
        if item.term.key.rstrip("*") in RESULTS:
            before = [t for t in found if t.key in ("review", "suit") and t.end <= item.term.start]
            if before and before[-1].key != self.target:
                self.turn(before[-1].key)

    def take(self, passage: Passage, item: Governed) -> None:
        stands = standing(passage, item.clause, item.number, self._year)
        if stands.compared or stands.ages or _OLD_CASE.search(item.clause.shown):
            return
        fact = fact_of(passage, item, stands)
        key = item.term.key
        if key in words.SUBJECTS:
            self._total(passage, item, fact)
            return
        target = self.of_result()
        if target is None:
            if passage.section == "disputes":
                self._waiting.append(Waiting(passage, item))
            return
        self._result(target, passage, item, fact)

    def _total(self, passage: Passage, item: Governed, fact: Fact) -> None:
        key = item.term.key
        self.turn(key)
        self.base = None
        if item.number is None and words.OURS.search(item.clause.shown):
            self._denied.add(key)
        elif not words.OURS.search(passage.text[: item.end]):
            self._unsaid.append((key, fact))
        self.gathered[key].add("total", fact)
        self.totals.append((key, fact))
        waiting, self._waiting = self._waiting, []
        for told in waiting:
            self.take(told.passage, told.item)

    def _result(self, target: str, passage: Passage, item: Governed, fact: Fact) -> None:
        self.resulted.add(target)
        key = item.term.key.rstrip("*")
        word = passage.text[item.term.start : item.term.end]
        gathered = self.gathered[target]
        if item.term.key.endswith("*") and gathered.told("other"):
            named = [r for r in self._results if r.target == target and r.key == key and r.general]
            if named:
                return
        if item.number is not None:
            general = item.term.key == "other"
            self._results.append(
                Result(target, key, word, fact, item.clause.depth, passage.offsets[0], general)
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

    def derive(self, key: str, result: str, total: Fact, passage: Passage, clause: Clause) -> None:
        """A result without a figure of its own: 均维持."""
        start, end = passage.whole(clause.start, clause.end)
        text = passage.text[clause.start : clause.end]
        fact = replace(total, text=text, start=start, end=end, derived=True)
        self.resulted.add(key)
        if not self.gathered[key].told(result):
            self.gathered[key].add(result, fact)
