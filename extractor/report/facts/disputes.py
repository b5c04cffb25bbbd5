"""复议 and 诉讼 about 政府信息公开: totals and results, with the two ways to a suit.

An agency's general business (a 司法局's 132 cases) is not meant: it is told with 受理, 办理 and
without 信息公开.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractor.report.facts import dispute_words as words
from extractor.report.facts.attach import Governed, Term, dealt, denied, govern
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.dispute_sums import sum_suits
from extractor.report.facts.gathering import UNIT, Gathered, fact_of
from extractor.report.facts.model import DISPUTES, RESULTS, Fact, Mentions
from extractor.report.facts.standing import Standing, standing

_ALL_ENDED = re.compile(r"(?:均|全部|都|已全部)(?:已|依法)*(?:审结|办结|结案|审理完毕)")
_NONE_ALONE = re.compile(r"(?:全年|本年度?|今年)?(?:均|暂)?(?:无|没有|未发生|零)")
_SUM_ALONE = re.compile(
    r"(?:全年|本年度?|当年|今年)?(?:总计|共计|合计|一?共有?|总数为?|数量为?|有|发生)?"
)
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
    return reader.result()


def _about_disclosure(passage: Passage, before: Passage | None) -> bool:
    """Outside its own section a dispute is ours only if it says so, or is denied."""
    if words.OURS.search(passage.text) and words.SPEAKS.search(passage.text):
        return True
    if not words.SPEAKS.search(passage.text):
        return False
    if before is not None and before.line == passage.line:
        return True
    if passage.aspect in ("supervision", "management"):
        return False
    return _DENIED_FIRST.match(passage.text) is not None


class _Reader:
    def __init__(self, year: int | None) -> None:
        self._year = year
        self._gathered: dict[str, Gathered] = {key: Gathered() for key in DISPUTES}
        self._target: str | None = None
        self._ways: list[str] = []
        """Ways to a suit told last without results; both in a row speak of all suits again."""
        self._totals: list[tuple[str, Fact]] = []
        """Totals of this sentence."""
        self._base: Fact | None = None
        self._denied: set[str] = set()
        """Denied in so many words: 未因政府信息公开…"""
        self._unsaid: list[tuple[str, Fact]] = []
        """Totals whose words do not say that they are about 信息公开."""
        self._resulted: set[str] = set()
        self._foreign = False

    def result(self) -> dict[str, Mentions]:
        for key, fact in self._unsaid:
            if key in self._denied and fact.value:
                self._gathered[key].drop("total", fact)  # an agency's general business
        sum_suits(self._gathered)
        return {key: found for key in DISPUTES if (found := self._gathered[key].frozen())}

    def nothing(self, passage: Passage) -> None:
        """The section says 无: neither review nor suit."""
        clause, end = passage.clauses[0], len(passage.text)
        item = Governed(Term("review", 0, end), None, clause, 0, end)
        for key in ("review", "suit"):
            self._gathered[key].add("total", fact_of(passage, item, Standing()))

    def read(self, passage: Passage) -> None:
        deals = dealt(passage, words.TERMS)
        self._foreign, self._totals, self._base = False, [], None
        for item in deals:
            self._take(passage, item)
        for clause in passage.clauses:
            found = words.TERMS.find(clause)
            if self._business(passage, clause, found):
                continue
            counted = clause.only(words.UNITS)
            items = [] if deals else govern(counted, found, words.gap, words.behind)
            items = [item for item in items if item.number and item.number.unit in words.UNITS]
            items += self._denials(clause, found, items)
            reached = {item.term for item in items}
            for term in found:
                if term not in reached:
                    self._mention(term)
            for item in sorted(items, key=lambda item: item.start):
                self._turn_to_own(found, item)
                self._take(passage, item)
            self._one_filed(passage, clause, found)
            self._ended(passage, clause)
            self._none_pending(passage, clause)
            if not items and not deals:
                self._kind_alone(passage, clause)
                self._sum_alone(passage, clause)
                self._all_one_way(passage, clause, found)
                self._all_ended(passage, clause, found)

    def _turn_to_own(self, found: Sequence[Term], item: Governed) -> None:
        """没有复议纠错和诉讼败诉: each result has its own subject in front of it."""
        if item.term.key in RESULTS:
            before = [t for t in found if t.key in ("review", "suit") and t.end <= item.term.start]
            if before and before[-1].key != self._target:
                self._turn(before[-1].key)

    def _business(self, passage: Passage, clause: Clause, found: Sequence[Term]) -> bool:
        """Cases that the agency decides or defends for others; what follows them is theirs too."""
        ours = bool(words.OURS.search(clause.shown)) or (
            clause.depth == 0 and _before_is_ours(passage, clause)
        )
        if any(term.key in words.SUBJECTS for term in found):
            # 办理复议案件132件、应诉30件: what is joined on is business too.
            self._foreign = not ours and (
                self._foreign or bool(words.BUSINESS.search(clause.shown))
            )
            if not self._foreign:
                return False
            self._target = next(t.key for t in found if t.key in words.SUBJECTS)
        return self._foreign and not ours

    def _one_filed(self, passage: Passage, clause: Clause, found: Sequence[Term]) -> None:
        """有1位居民申请了复议: one case, told in words."""
        subject = next((t for t in found if t.key in ("review", "suit")), None)
        if subject is None or passage.section != "disputes" or denied(clause, found):
            return
        before = passage.text[: clause.end]
        if clause.only(words.UNITS).numbers or self._gathered[subject.key].facts("total"):
            return
        if words.FILED.search(clause.shown) and words.ONE_PERSON.search(before):
            start, end = passage.whole(clause.start, clause.end)
            text = passage.text[clause.start : clause.end]
            one = Fact(value=1, unit=UNIT, text=text, start=start, end=end, derived=True)
            self._turn(subject.key)
            self._gathered[subject.key].add("total", one)
            self._totals.append((subject.key, one))

    def _kind_alone(self, passage: Passage, clause: Clause) -> None:
        """办理复议案件132件，其中政府信息公开类3件: the kind stands for its subject."""
        if not self._foreign or self._target is None or not words.OURS.search(clause.shown):
            return
        for number in clause.numbers:
            if number.unit in words.UNITS and words.TOTAL_GAP.fullmatch(
                clause.left(number).replace("其中", "").replace("类", "")
            ):
                item = Governed(
                    Term(self._target, number.start, number.end),
                    number,
                    clause,
                    number.start,
                    number.end,
                )
                self._take(passage, item)

    def _denials(
        self, clause: Clause, found: Sequence[Term], items: list[Governed]
    ) -> list[Governed]:
        reached = {item.term for item in items}
        said = [item for item in denied(clause, found) if item.term not in reached]
        keys = {item.term.key for item in said}
        if keys & set(RESULTS):
            # 没有被纠正的复议案件 denies the result, not the dispute.
            return [
                item for item in said if item.term.key in RESULTS and item.term.key != "pending"
            ]
        return [item for item in said if item.term.key in words.SUBJECTS]

    def _mention(self, term: Term) -> None:
        if term.key in ("review", "suit"):
            self._turn(term.key)

    def _turn(self, key: str) -> None:
        self._target = key
        if key in ("review", "suit"):
            self._ways, self._resulted = [], set()
        elif key not in self._ways:
            self._ways.append(key)

    def _take(self, passage: Passage, item: Governed) -> None:
        stands = standing(passage, item.clause, item.number, self._year)
        if stands.compared or stands.ages:
            return
        fact = fact_of(passage, item, stands)
        key = item.term.key
        if key in words.SUBJECTS:
            self._turn(key)
            if item.number is None and words.OURS.search(item.clause.shown):
                self._denied.add(key)
            elif not words.OURS.search(passage.text[: item.end]):
                self._unsaid.append((key, fact))
            self._gathered[key].add("total", fact)
            self._totals.append((key, fact))
            return
        target = self._of_result()
        if target is None:
            return
        self._resulted.add(target)
        if key.endswith("*"):
            if not self._gathered[target].told("other"):
                self._gathered[target].add("other", fact)
        else:
            self._gathered[target].add(key, fact)

    def _of_result(self) -> str | None:
        """Whose result: both ways told in a row belong together again as 诉讼."""
        if self._target in ("suit_direct", "suit_after_review"):
            both = {"suit_direct", "suit_after_review"} <= set(self._ways)
            if both and "suit_direct" not in self._resulted:
                return "suit"
        return self._target

    def _all_one_way(self, passage: Passage, clause: Clause, found: Sequence[Term]) -> None:
        """均为未经复议直接起诉: all suits went one way; their results remain 诉讼's."""
        way = next((t for t in found if t.key in ("suit_direct", "suit_after_review")), None)
        totals = self._gathered["suit"].facts("total")
        one = (
            bool(totals)
            and totals[-1].value == 1
            and (clause.depth or re.search(r"系|为|属", clause.shown))
        )
        if way is None or not totals or not (one or re.search(r"均|全部|都", clause.shown)):
            return
        start, end = passage.whole(clause.start, clause.end)
        text = passage.text[clause.start : clause.end]
        fact = replace(totals[-1], text=text, start=start, end=end, derived=True)
        self._gathered[way.key].add("total", fact)
        self._target, self._ways = "suit", []

    def _sum_alone(self, passage: Passage, clause: Clause) -> None:
        """行政复议情况：总计2件; 行政复议：维持1件，…，总计2件; 行政诉讼：无."""
        if self._target is None or self._foreign or self._gathered[self._target].facts("total"):
            return
        if clause.lead in "：:，," and _NONE_ALONE.fullmatch(clause.shown):
            term = Term(self._target, clause.start, clause.end)
            self._take(passage, Governed(term, None, clause, clause.start, clause.end))
        if len(clause.numbers) != 1:
            return
        number = clause.numbers[0]
        left = clause.left(number)
        if number.unit in words.UNITS and left and _SUM_ALONE.fullmatch(left):
            term = Term(self._target, number.start, number.end)
            self._take(passage, Governed(term, number, clause, number.start, number.end))

    def _all_ended(self, passage: Passage, clause: Clause, found: Sequence[Term]) -> None:
        """行政诉讼1件，判决维持; 复议3件，均维持: a result without a figure of its own."""
        if any(n.unit in words.UNITS for n in clause.numbers) or not self._totals:
            return
        every = re.search(r"均|全部|都(?!市)", clause.shown)
        results = (replace(t, key=t.key.rstrip("*")) for t in found)
        ended = [t for t in results if t.key in RESULTS and not denied(clause, [t])]
        if len(ended) != 1 or any(t.key in words.SUBJECTS - {self._target} for t in found):
            return
        totals = [(key, fact) for key, fact in self._totals if key in ("review", "suit")]
        if self._base is not None and self._of_result() is not None:
            totals = [(self._of_result() or "", self._base)]
        own = [(key, fact) for key, fact in totals or self._totals if key == self._target]
        for key, total in totals if every else own[-1:]:
            if not total.value or (total.value != 1 and not every):
                continue
            start, end = passage.whole(clause.start, clause.end)
            text = passage.text[clause.start : clause.end]
            fact = replace(total, text=text, start=start, end=end, derived=True)
            if not self._gathered[key].told(ended[0].key):
                self._gathered[key].add(ended[0].key, fact)

    def _none_pending(self, passage: Passage, clause: Clause) -> None:
        """全部审结: none is pending."""
        match = _ALL_ENDED.search(clause.shown)
        target = self._of_result()
        if match and target and not self._foreign and self._gathered[target].facts("total"):
            start, end = clause.start + match.start(), clause.start + match.end()
            item = Governed(Term("pending", start, end), None, clause, start, end)
            self._gathered[target].add("pending", fact_of(passage, item, Standing()))

    def _ended(self, passage: Passage, clause: Clause) -> None:
        """已审结6件，均为维持: it is those six that were upheld."""
        for number in clause.numbers:
            if number.unit in words.UNITS and re.search(
                r"(?<!未)(?:审结|判决|办结|裁决|结案)了?$", clause.left(number)
            ):
                term = Term("ended", number.start, number.end)
                item = Governed(term, number, clause, number.start, number.end)
                self._base = fact_of(passage, item, Standing())


def _before_is_ours(passage: Passage, clause: Clause) -> bool:
    """因政府信息公开，被申请行政复议3件: the reason stands a clause before."""
    before = [c for c in passage.clauses if c.end <= clause.start and not c.depth]
    return bool(before) and not before[-1].numbers and bool(words.OURS.search(before[-1].shown))
