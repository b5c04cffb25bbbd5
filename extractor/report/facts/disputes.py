"""复议 and 诉讼 about 政府信息公开: totals and results, with the two ways to a suit.

An agency's general business (a 司法局's 132 cases) is not meant: it is told with 受理, 办理 and
without 信息公开.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from extractor.report.facts.attach import (
    Governed,
    Term,
    Terms,
    dealt,
    denied,
    govern,
    light,
    light_behind,
)
from extractor.report.facts.clauses import Clause, Number, Passage
from extractor.report.facts.gathering import Gathered, fact_of
from extractor.report.facts.model import DISPUTES, RESULTS, Fact, Mentions
from extractor.report.facts.standing import Standing, standing

_UNITS = frozenset({"", "件", "宗", "起", "份", "次", "例", "个", "项", "件次", "桩"})
_TERMS = Terms(
    (
        "suit_direct",
        r"(?:未经|不经|未申请|没有经过)(?:行政)?复议(?:程序)?(?:而)?(?:直接)?(?:提起|提出)?(?:行政)?(?:起诉|诉讼)?|直接(?:向[^，]{0,8})?(?:提起|提出)?(?:行政)?(?:起诉|诉讼)",
    ),
    (
        "suit_after_review",
        r"(?:经)?(?:行政)?复议(?:程序)?(?:之)?后(?:再|又)?(?:提起|提出)?(?:的)?(?:行政)?(?:起诉|诉讼)|经复议(?:再)?(?:提起)?(?:起诉|诉讼)",
    ),
    ("corrected", r"(?:结果|被|予以|依法|判决)?(?:复议)?(?:纠正|撤销)(?!率)|(?:被)?(?:纠错|确认违法)(?!率)|败诉(?!率)"),
    ("upheld", r"(?:结果|予以|判决|决定)?维持(?!率|在)"),
    ("other", r"其[他它](?:结果|情形|情况|处理|方式)?(?=\d|的|为|均|：|共|有|$)|其[他它]结果"),
    ("other*", r"终止|撤回|撤诉|和解|驳回起诉"),
    (
        "pending",
        r"尚?未(?:审结|办结|结案|作出)|(?:尚|仍|还|正)?在(?:依法)?审理(?:中|之中|当中)?|未结|待审|在审|审理中",
    ),
    (
        "review",
        r"(?:被)?(?:申请|提起|提出|引起|引发|发生)?(?:的)?行政复议(?!机关|机构|决定|法|局|委员会)|(?<!行政)复议(?!机关|机构|决定|法|局|委|纠错率|后|率)",
    ),
    (
        "suit",
        r"(?:被)?(?:提起|提出|引起|引发|发生)?(?:的)?行政(?:诉讼|应诉|起诉)(?!法)|(?<!行政)(?:诉讼(?!法|请求)|(?<!出庭)应诉|被诉|被起诉|起诉)",
    ),
)  # fmt: skip
_SUBJECTS = frozenset(DISPUTES)
_SPEAKS = re.compile(r"复议|诉讼|起诉|应诉|被诉")
_OURS = re.compile(r"信息公开|依申请|政务公开")
_BUSINESS = re.compile(
    r"各类|受理|审理|办理|审结|办结|代理|承办|出庭|作为复议|复议机[关构]|应诉工作|法律顾问|化解|调解|服务|培训|旁听"
)
_LOST = frozenset({"corrected"})
_NOTHING = re.compile(
    r"(?:[\d一二三四五六七八九十年本度我局委镇乡街道县区市厅单位机关办在全上述期间共，,]|情况)*"
    r"(?:无|暂无|没有|未发生|未涉及|均?为(?:0|零)|均无|均未发生|不涉及|0件?|零)(?:过)?(?:任何)?(?:此类|相关|这类|该类|上述|以上|有关)?(?:的)?(?:内容|情况|案件|情形|事项|问题|事件|发生)*[。.；;]?"
)
_TOTAL_GAP = re.compile(
    r"[的了共总合计累有为是达到数量件情况形案事项引发生起被收申请提出约仅只类别均各政府信息公开：:“”▁]*"
)


def read_disputes(passages: Iterable[Passage], year: int | None) -> dict[str, Mentions]:
    reader = _Reader(year)
    before: Passage | None = None
    for passage in passages:
        if passage.section in ("issues", "other"):
            continue
        if passage.section == "disputes" and _NOTHING.fullmatch(passage.text):
            reader.nothing(passage)
        elif _SPEAKS.search(passage.text) or (before and before.line == passage.line):
            if passage.section == "disputes" or _about_disclosure(passage, before):
                reader.read(passage)
                before = passage
    return reader.result()


def _about_disclosure(passage: Passage, before: Passage | None) -> bool:
    """Outside its own section a dispute is ours only if it says so, or is denied."""
    if _OURS.search(passage.text) and _SPEAKS.search(passage.text):
        return True
    if before is not None and before.line == passage.line:
        return True
    if passage.aspect in ("supervision", "management") or not _SPEAKS.search(passage.text):
        return False
    return (
        re.match(
            r"(?:全年|本年度?|\d+年|，)*(?:没有|无|未发生)(?:发生)?(?:行政)?(?:复议|诉讼)",
            passage.text,
        )
        is not None
    )


_BEHIND = re.compile(
    r"(?:[因由]|涉及|的|政府信息公开|政务公开|信息公开|申请|工作|引发|引起|提起|类|案件|被|有关|答复|决定)*"
)


def _behind(between: str) -> bool:
    return light_behind(between) or (len(between) <= 20 and _BEHIND.fullmatch(between) is not None)


def _gap(term: Term, between: str) -> bool:
    if term.key in _SUBJECTS:
        return len(between) <= 20 and _TOTAL_GAP.fullmatch(between) is not None
    return light(term, between)


class _Reader:
    def __init__(self, year: int | None) -> None:
        self._year = year
        self._gathered = {key: Gathered() for key in DISPUTES}
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
        self._sum_suits()
        return {key: found for key in DISPUTES if (found := self._gathered[key].frozen())}

    def nothing(self, passage: Passage) -> None:
        """The section says 无: neither review nor suit."""
        clause, end = passage.clauses[0], len(passage.text)
        item = Governed(Term("review", 0, end), None, clause, 0, end)
        for key in ("review", "suit"):
            self._gathered[key].add("total", fact_of(passage, item, Standing()))

    def read(self, passage: Passage) -> None:
        every = [term for clause in passage.clauses for term in _TERMS.find(clause)]
        deals = dealt(passage, every)
        self._foreign, self._totals, self._base = False, [], None
        for item in deals:
            self._take(passage, item)
        for clause in passage.clauses:
            found = _TERMS.find(clause)
            if self._business(passage, clause, found):
                continue
            items = [] if deals else govern(clause, found, _gap, _behind)
            items = [item for item in items if item.number and item.number.unit in _UNITS]
            items += self._denials(clause, found, items)
            reached = {item.term for item in items}
            for term in found:
                if term not in reached:
                    self._mention(term)
            for item in sorted(items, key=lambda item: item.start):
                self._turn_to_own(found, item)
                self._take(passage, item)
            self._ended(passage, clause)
            if not items and not deals:
                self._kind_alone(passage, clause)
                self._sum_alone(passage, clause)
                self._all_one_way(passage, clause, found)
                self._all_ended(passage, clause, found)

    def _turn_to_own(self, found: list[Term], item: Governed) -> None:
        """没有复议纠错和诉讼败诉: each result has its own subject in front of it."""
        if item.term.key in RESULTS:
            before = [t for t in found if t.key in ("review", "suit") and t.end <= item.term.start]
            if before and before[-1].key != self._target:
                self._turn(before[-1].key)

    def _business(self, passage: Passage, clause: Clause, found: list[Term]) -> bool:
        """Cases that the agency decides or defends for others; what follows them is theirs too."""
        ours = bool(_OURS.search(clause.shown)) or (
            clause.depth == 0 and _before_is_ours(passage, clause)
        )
        if any(term.key in _SUBJECTS for term in found):
            # 办理复议案件132件、应诉30件: what is joined on is business too.
            self._foreign = not ours and (self._foreign or bool(_BUSINESS.search(clause.shown)))
            if not self._foreign:
                return False
            self._target = next(t.key for t in found if t.key in _SUBJECTS)
        return self._foreign and not ours

    def _kind_alone(self, passage: Passage, clause: Clause) -> None:
        """办理复议案件132件，其中政府信息公开类3件: the kind stands for its subject."""
        if not self._foreign or self._target is None or not _OURS.search(clause.shown):
            return
        for number in clause.numbers:
            if number.unit in _UNITS and _TOTAL_GAP.fullmatch(
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

    def _denials(self, clause: Clause, found: list[Term], items: list[Governed]) -> list[Governed]:
        reached = {item.term for item in items}
        said = [item for item in denied(clause, found) if item.term not in reached]
        keys = {item.term.key for item in said}
        if keys & set(RESULTS):
            # 没有被纠正的复议案件 denies the result, not the dispute.
            return [
                item for item in said if item.term.key in RESULTS and item.term.key != "pending"
            ]
        return [item for item in said if item.term.key in _SUBJECTS]

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
        if key in _SUBJECTS:
            self._turn(key)
            if item.number is None and _OURS.search(item.clause.shown):
                self._denied.add(key)
            elif not _OURS.search(passage.text[: item.end]):
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

    def _all_one_way(self, passage: Passage, clause: Clause, found: list[Term]) -> None:
        """均为未经复议直接起诉: all suits went one way; their results remain 诉讼's."""
        way = next((t for t in found if t.key in ("suit_direct", "suit_after_review")), None)
        totals = self._gathered["suit"].facts("total")
        one = bool(totals) and totals[-1].value == 1 and re.search(r"系|为|属", clause.shown)
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
        if clause.lead in "：:" and re.fullmatch(r"(?:暂)?无|没有|未发生|零", clause.shown):
            term = Term(self._target, clause.start, clause.end)
            self._take(passage, Governed(term, None, clause, clause.start, clause.end))
        if len(clause.numbers) != 1:
            return
        number = clause.numbers[0]
        if number.unit in _UNITS and re.fullmatch(
            r"(?:总计|共计|合计|共有?|总数为?|数量为?)", clause.left(number)
        ):
            term = Term(self._target, number.start, number.end)
            self._take(passage, Governed(term, number, clause, number.start, number.end))

    def _all_ended(self, passage: Passage, clause: Clause, found: list[Term]) -> None:
        """行政诉讼1件，判决维持; 复议3件，均维持: a result without a figure of its own."""
        if any(n.unit in _UNITS for n in clause.numbers) or not self._totals:
            return
        every = re.search(r"均|全部|都(?!市)", clause.shown)
        ended = [t for t in found if t.key in RESULTS and not denied(clause, [t])]
        if len(ended) != 1 or any(t.key in _SUBJECTS - {self._target} for t in found):
            return
        totals = [(key, fact) for key, fact in self._totals if key in ("review", "suit")]
        if self._base is not None and self._of_result() is not None:
            totals = [(self._of_result() or "", self._base)]
        for key, total in totals if every else (totals or self._totals)[-1:]:
            if not total.value or (total.value != 1 and not every):
                continue
            start, end = passage.whole(clause.start, clause.end)
            text = passage.text[clause.start : clause.end]
            fact = replace(total, text=text, start=start, end=end, derived=True)
            if not self._gathered[key].told(ended[0].key):
                self._gathered[key].add(ended[0].key, fact)

    def _ended(self, passage: Passage, clause: Clause) -> None:
        """已审结6件，均为维持: it is those six that were upheld."""
        for number in clause.numbers:
            if number.unit in _UNITS and re.search(
                r"(?<!未)(?:审结|判决|办结|裁决|结案)了?$", clause.left(number)
            ):
                term = Term("ended", number.start, number.end)
                item = Governed(term, number, clause, number.start, number.end)
                self._base = fact_of(passage, item, Standing())

    def _sum_suits(self) -> None:
        """Suits told only by their two ways: the sums are the suits'."""
        direct, after = self._gathered["suit_direct"], self._gathered["suit_after_review"]
        for result in RESULTS:
            parts = [g.facts(result) for g in (direct, after)]
            known = [facts[0] for facts in parts if facts]
            if self._gathered["suit"].facts(result) or not known:
                continue
            if result == "total" and len(known) < 2:
                continue
            first, last = known[0], known[-1]
            value = sum(fact.value for fact in known)
            text = "、".join(fact.text for fact in known)
            derived = len(known) > 1
            self._gathered["suit"].add(
                result,
                replace(
                    first, value=value, text=text, end=max(first.end, last.end), derived=derived
                ),
            )


def _before_is_ours(passage: Passage, clause: Clause) -> bool:
    """因政府信息公开，被申请行政复议3件: the reason stands a clause before."""
    before = [c for c in passage.clauses if c.end <= clause.start and not c.depth]
    return bool(before) and not before[-1].numbers and bool(_OURS.search(before[-1].shown))
