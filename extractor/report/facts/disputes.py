"""复议 and 诉讼 about 政府信息公开: totals and results, with the two ways to a suit.

An agency's general business (a 司法局's 132 cases) is not meant: it is told with 受理, 办理 and
without 信息公开.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractor.report.facts import dispute_words as words
from extractor.report.facts.attach import Governed, Term, dealt, denied, govern
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.dispute_aside import told_aside
from extractor.report.facts.dispute_case import (
    Case,
    ended,
    ended_while_pending,
    goes_on,
    opened,
    same_case,
)
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
from extractor.report.facts.dispute_rest import speaks_of_carried
from extractor.report.facts.dispute_share import narrowed, own_share
from extractor.report.facts.dispute_told import WAYS, Told
from extractor.report.facts.gathering import fact_of
from extractor.report.facts.model import RESULTS, Mentions
from extractor.report.facts.standing import Standing

_IN_ALL = re.compile(
    r"▁*(?:以上|上述|两类|两项|二者)?(?:案件)?(?:合计|总计|合起来|合并(?:统计|计算))(?!\d)"
)
_NO_OTHER = re.compile(
    r"(?:没有|无|未(?:发生|有|收到))(?:其[他它]|别的|另外)(?!结果|情形)|除此(?:之外|以外|外)?[，]?(?:再|均|都|也)?[无没未]"
)
_JUDGE = re.compile(
    r"▁*(?:其中|而|则|由|经)?(?:(?P<review>复议机[关构])|[^，。；\d]{0,4}?(?P<suit>(?:中级|高级)?(?:人民)?法院))"
)
# 复议、诉讼两项共, 复议和诉讼案件合计
# 及被上级机关纠正
_ONE_MORE = re.compile(r"(?:[、和与及或]|以及)被?(?:[\u4e00-\u9fff]{1,6})?")
_TOGETHER = re.compile(r"(?:案件)?(?:[、和与及]|以及)")
_BOTH = re.compile(r"(?:案件|中|▁)*(?:两[类项者种]|二者|合计|总计|共|一共|加起来|合起来)")
_ENDED = frozenset(key + star for key in RESULTS if key != "total" for star in ("", "*"))
_EVERY = re.compile(r"(?:复议)?(?:结果)?(?:均|都|全部|皆)")
_DENIED_FIRST = re.compile(
    r"(?:全年|本年度?|年内|\d+年度?|[我本](?:[局厅委办镇乡县区市]|街道|机关|单位|中心)|，)*"
    r"(?:没有|无|未发生|未有|未出现|未(?=被))(?:发生)?(?:举报|投诉|信访|[、和及与])*(?:被(?:申请|提起))?"
    r"(?:行政)?(?:复议|诉讼)"
    # 无复议申请超期情况 denies something else.
    r"(?=[、，,。；;和及与或]|案件|情[况形]|事[项件]|的[情案事]|发生|等|$)"
)
_NIL = (
    r"(?:案件|情况|数量?|均|为|[，,：:])*(?:无|没有|未发生|零发生|零|0)[件起宗]?"
    r"(?:发生)?[，,；;、。]?"
)
_EACH_DENIED = re.compile(
    rf"(?:全年|本年度?|，)*(?:(?:行政)?(?:复议|诉讼)(?:(?:案件)?[、和与及](?:行政)?诉讼)?{_NIL}){{1,2}}"
)
# 严格规范行政执法。未发生行政复议、诉讼。: none that the enforcement led to.
_OF_ENFORCEMENT = re.compile(r"执法|处罚|许可|审批|强制|征收|征地|拆迁|工伤|裁决")


def read_disputes(passages: Iterable[Passage], year: int | None) -> dict[str, Mentions]:
    reader = _Reader(year)
    before: Passage | None = None
    last: Passage | None = None
    for passage in passages:
        if passage.section in ("issues", "other"):
            continue
        behind, last = last, passage
        if passage.section == "disputes" and words.NOTHING.fullmatch(passage.text):
            reader.nothing(passage)
        elif passage.section == "disputes" or _about_disclosure(passage, before, behind):
            reader.read(passage)
            before = passage
    return reader.told.result()


def _about_disclosure(passage: Passage, before: Passage | None, last: Passage | None) -> bool:
    """Outside its own section a dispute is ours only if it says so, or is denied."""
    if not words.SPEAKS.search(passage.text):
        return False
    if words.OURS.search(passage.text) or words.ONE_ANSWER.search(passage.text):
        return True
    if before is not None and before.line == passage.line:
        return True
    if passage.aspect == "applications":
        return True
    if last is not None and last.line == passage.line and _OF_ENFORCEMENT.search(last.text):
        return False
    return bool(_DENIED_FIRST.match(passage.text) or _EACH_DENIED.fullmatch(passage.text))


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
        deals = dealt(passage, words.TERMS)
        self._foreign, self._named, self._share, self._case = False, [], 0, None
        self.told.begin(same=same_case(self.told, passage, self._line))
        self._line = passage.line
        for item in deals:
            self.told.take(passage, item)
        dealt_end = max((item.end for item in deals), default=0)
        aside = told_aside(passage)
        for clause in passage.clauses:
            found = words.TERMS.find(clause)
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
        if _IN_ALL.match(clause.shown) and not any(t.key in words.SUBJECTS for t in found):
            told.turn_to_sum(passage, clause)
        items = govern(clause.only(words.UNITS), found, words.gap, words.behind)
        items = [item for item in items if item.number and item.number.unit in words.UNITS]
        items = [item for item in items if not _of_result(item, found)]
        items = [ended_while_pending(i, found) for i in items if not _went_on(i, found)]
        items = _of_nearest(items)
        if _both_in_one(found) or _summed_up(clause, found):
            told.target = None
            return
        items += self._denials(clause, found, items)
        reached = {item.term for item in items}
        for term in found:
            subject = term not in reached and term.key in ("review", "suit")
            if subject or (term.key in WAYS and _heads(passage, clause, term)):
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
        if case is None or not goes_on(clause, found):
            return False
        if ended(self.told, passage, clause, found, case):
            return True
        self._case = case
        return False

    def _turn_to_judge(self, clause: Clause, found: Sequence[Term]) -> None:
        """复议4起、诉讼2起。复议机关维持3起，…；法院驳回2起: who decides says which they are."""
        judge = _JUDGE.match(clause.shown)
        if judge is None or any(t.key in words.SUBJECTS for t in found):
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
        ours = not other and (
            words.is_ours(clause.shown) or (clause.depth == 0 and _before_is_ours(passage, clause))
        )
        if any(term.key in words.SUBJECTS for term in found):
            # 办理复议案件132件、应诉30件: what is joined on is business too.
            business = other or words.BUSINESS.search(clause.shown) is not None
            business = business and not self._way_of_own(clause, found)
            self._foreign = not ours and (self._foreign or business)
            if not self._foreign:
                return False
            self.told.target = next(t.key for t in found if t.key in words.SUBJECTS)
            self._share = 0
        return self._foreign and not ours and not self._of_share(clause, found)

    def _way_of_own(self, clause: Clause, found: Sequence[Term]) -> bool:
        """由一家培训企业未经复议直接起诉: how the suit just told came about, whoever filed it."""
        keys = {term.key for term in found} & words.SUBJECTS
        numbers = clause.only(words.UNITS).numbers
        return bool(self.told.totals) and keys <= set(WAYS) and not numbers and not self._foreign

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
        if keys & set(RESULTS) and not _result_joined(clause, found):
            # 没有被纠正的复议案件 denies the result, not the dispute.
            return [
                item for item in said if item.term.key in RESULTS and item.term.key != "pending"
            ]
        return [item for item in said if item.term.key in words.SUBJECTS]


def _result_joined(clause: Clause, found: Sequence[Term]) -> bool:
    """未发生复议、诉讼及被纠正的情况: the result is one more of what did not happen."""
    return any(
        one.key in words.SUBJECTS
        and other.key in RESULTS
        and _ONE_MORE.fullmatch(clause.between(one.end, other.start)) is not None
        for one, other in pairwise(found)
    )


def _heads(passage: Passage, clause: Clause, term: Term) -> bool:
    """复议后起诉：维持1，…: a way that stands alone in front of its row."""
    alone = term.start == clause.start and term.end == clause.end
    return alone and passage.text[clause.end : clause.end + 1] in ("：", ":")


def _of_result(item: Governed, found: Sequence[Term]) -> bool:
    """无一例复议被纠正 denies the result, not the dispute."""
    if not item.none or item.term.key not in words.SUBJECTS:
        return False
    return any(t.key.rstrip("*") in RESULTS and t.start >= item.term.end for t in found)


def _went_on(item: Governed, found: Sequence[Term]) -> bool:
    """其中维持的1件又起诉: which of the reviews went on to court, no result of a suit."""
    if item.term.key.rstrip("*") not in RESULTS or item.number is None:
        return False
    between = item.clause.between(item.term.end, item.number.start)
    return between.startswith("的") and any(
        t.key in words.SUBJECTS and t.start >= item.number.end for t in found
    )


def _of_nearest(items: Sequence[Governed]) -> list[Governed]:
    """行政诉讼直接起诉2件, 行政复议被纠正的2件: the number is that of the word next to it."""

    def narrowed(item: Governed) -> bool:
        if item.term.key not in ("review", "suit") or item.number is None:
            return False
        others = [o.term for o in items if o.number == item.number and o.term.start > item.start]
        start = item.clause.start
        return any(
            (other.key in WAYS and other.start == item.term.end)
            or (other.key in RESULTS and item.clause.shown.startswith("被", other.start - start))
            for other in others
        )

    return [item for item in items if not narrowed(item)]


def _both_in_one(found: Sequence[Term]) -> bool:
    """行政复议应诉案件25件: reviews and suits together, or the defence in both."""
    return any(
        first.key == "review" and second.key == "suit" and first.end == second.start
        for first, second in pairwise(found)
    )


def _summed_up(clause: Clause, found: Sequence[Term]) -> bool:
    """复议、诉讼两项共纠正5件: a result of reviews and suits together is neither's."""
    numbers = clause.only(words.UNITS).numbers
    if len(numbers) != 1 or not numbers[0].value or not any(t.key in _ENDED for t in found):
        return False
    return any(
        {first.key, second.key} == {"review", "suit"}
        and _TOGETHER.fullmatch(clause.between(first.end, second.start))
        and _BOTH.match(clause.between(second.end, clause.end))
        for first, second in pairwise(found)
    )


def _before_is_ours(passage: Passage, clause: Clause) -> bool:
    """因政府信息公开，被申请行政复议3件: the reason stands a clause before."""
    before = [c for c in passage.clauses if c.end <= clause.start and not c.depth]
    return bool(before) and not before[-1].numbers and bool(words.OURS.search(before[-1].shown))
