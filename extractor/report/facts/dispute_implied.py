"""Disputes told without a figure of their own: 均维持, 一件也没有, 均为直接起诉, 全部审结."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.report.facts import dispute_terms as terms
from extractor.report.facts import dispute_words as words
from extractor.report.facts.attach import Governed, Term, denied
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.dispute_case import of_second_court
from extractor.report.facts.dispute_rest import left_of
from extractor.report.facts.dispute_told import WAYS, Told
from extractor.report.facts.figures import Number
from extractor.report.facts.gathering import fact_of
from extractor.report.facts.model import RESULTS, Fact
from extractor.report.facts.standing import Standing

_ALL_ENDED = re.compile(
    r"(?:均|全部|都|已全部)(?:已经?|依法)*(?:审结|办结|结案|审理完毕|了结|有了?(?:结果|结论))"
    r"|(?:无|没有|不存在)(?:仍|尚)?(?:未(?:审|办)?结|未了结|待审|在审|正在审理)的?(?:案件|情况|情形)?▁*$"
)
_RESULT_IS = re.compile(r"▁*(?:复议|诉讼|审理|裁判)?(?:结果|结论)(?:是|为|：)?")
_IS = re.compile(r"系|为|属|是")
_EVERY = re.compile(r"均|全部|都(?!市)|皆|悉数")
_NONE_ALONE = re.compile(
    r"(?:全年|本年度?|今年|(?:19|20)\d\d年度?|目前|年内|当年|上述|两者|两项|以上|案件|数量)*(?:也|均|都|皆|暂|亦|全)?"
    r"(?:(?:一[件起宗例]|1[件起宗])?(?:也|都)?(?:无|没有|未发生|未有|零(?:发生)?)|[为是](?:零|0))"
    r"(?:过|发生|案件)*"
)
_SUM_ALONE = re.compile(
    r"(?:全年|本年度?|当年|今年)?计|(?:全年|本年度?|当年|今年)?(?:(?:人民)?法院|复议机关)?(?:总计|共计|合计|一?共有?|总数为?|数量为?|有|发生)?(?:审理|受理|收到?|新收到?|新增|接到|被(?:申请|提起|诉))?"
    r"|(?:以)?[我本](?:[局厅委办镇乡县区市]|街道|机关|单位)?(?:作为|为|是|系)?被(?:申请人|告)的(?:案件)?"
)


def none_alone(told: Told, passage: Passage, clause: Clause, named: Sequence[str]) -> bool:
    """行政诉讼：无; 复议和诉讼案件，今年一件也没有: nought for all that was named and not told."""
    if not _NONE_ALONE.fullmatch(clause.shown) or clause.lead not in "：:，,":
        return False
    # 行政复议：甲类2件；行政诉讼：无 speaks of what stands in front of its colon.
    before = [c for c in passage.clauses if c.end <= clause.start and not c.depth][-1:]
    own = {t.key for c in before for t in terms.TERMS.find(c)} if clause.lead in "：:" else set()
    keys = [key for key in named if not told.gathered[key].facts("total")]
    keys = [key for key in keys if key in own or not own]
    for key in keys:
        term = Term(key, clause.start, clause.end)
        told.take(passage, Governed(term, None, clause, clause.start, clause.end))
    return bool(keys)


def sum_alone(told: Told, passage: Passage, clause: Clause) -> None:
    """行政复议情况：总计2件; 行政复议：维持1件，…，总计2件."""
    if told.target is None or len(clause.numbers) != 1:
        return
    number = clause.numbers[0]
    left = clause.left(number)
    if len(told.totals) > 1 and _of_both(told, number.value) and _ALL.fullmatch(left):
        told.target = None  # 被复议3件、被诉1件，共4件，其中…: results of both together
        return
    before = list(told.gathered[told.target].facts("total"))
    if before and not told.first_of_row(told.target, number.value):
        return
    if number.unit in terms.UNITS and left and _SUM_ALONE.fullmatch(left):
        for fact in before:
            told.gathered[told.target].drop("total", fact)
        term = Term(told.target, number.start, number.end)
        told.take(passage, Governed(term, number, clause, number.start, number.end))


def _of_both(told: Told, value: int | float) -> bool:
    last = {key: fact.value for key, fact in told.totals if key in ("review", "suit")}
    return len(last) > 1 and sum(last.values()) == value


def all_one_way(told: Told, passage: Passage, clause: Clause, found: Sequence[Term]) -> None:
    """均为未经复议直接起诉: all suits went one way; their results remain 诉讼's."""
    way = next((t for t in found if t.key in WAYS), None)
    totals = told.gathered["suit"].facts("total")
    one = (
        bool(totals)
        and totals[-1].value == 1
        and (clause.depth or way == _whole_of(clause, found) or _IS.search(clause.shown))
    )
    if way is None or not totals or not (one or _EVERY.search(clause.shown)):
        return
    start, end = passage.whole(clause.start, clause.end)
    text = passage.text[clause.start : clause.end]
    fact = replace(totals[-1], text=text, start=start, end=end, derived=True)
    told.gathered[way.key].add("total", fact)
    told.target, told.ways = "suit", []


def _whole_of(clause: Clause, found: Sequence[Term]) -> Term | None:
    """The term that is all that the clause says."""
    return next((t for t in found if (t.start, t.end) == (clause.start, clause.end)), None)


def all_ended(told: Told, passage: Passage, clause: Clause, found: Sequence[Term]) -> None:
    """行政诉讼1件，判决维持; 复议3件，均维持: a result without a figure of its own."""
    if any(n.unit in terms.UNITS for n in clause.numbers) or not told.totals:
        return
    results = (replace(t, key=t.key.rstrip("*")) for t in found)
    ended = [t for t in results if t.key in RESULTS and not denied(clause, [t])]
    named = {t.key for t in found} & terms.SUBJECTS
    if words.FILED.search(clause.shown):
        # 得到维持决定的申请人随后起诉: what stands in front is how the review before it ended.
        filed = max((t.end for t in found if t.key in terms.SUBJECTS), default=0)
        ended = [t for t in ended if t.start >= filed]
    if len({t.key for t in ended}) != 1 or named - {told.target}:
        return
    every = bool(_EVERY.search(clause.shown))
    whole = passage.in_front_of_bracket(clause)
    for key, total in _meant(told, every, named):
        if whole is not None and whole.value != total.value and _before(passage, total, whole):
            continue  # 复议6件：县政府2件（均维持），部门4件: of the two only
        left = left_of(told.results, key, total, passage, clause)
        plain = len({t.key.rstrip("*") for t in found}) == 1  # not 一胜诉一未判
        if of_second_court(told, passage, clause, key, ended[0]):
            continue
        all_of_it = every or (
            plain and _of_all_told(told, passage, clause, key, total, ended[0].key)
        )
        if left is not None and left.value and (left.value == 1 or all_of_it):
            told.derive(key, ended[0].key, left, passage, clause)


def _of_all_told(
    told: Told, passage: Passage, clause: Clause, key: str, total: Fact, result: str
) -> bool:
    """复议2件，还没有出结果: right behind the total, and nothing is told of single ones."""
    if clause.depth or has_results(told, key):
        return False
    before = [c for c in passage.clauses if c.end <= clause.start and not c.depth][-1:]
    right_behind = bool(before) and passage.whole(before[0].start, before[0].end)[0] <= total.start
    end = passage.text.find("；", clause.end)
    part = range(clause.start, end if end >= 0 else len(passage.text))
    later = [n for n in passage.numbers if n.start in part and n.unit in terms.UNITS]
    said_of_all = result == "pending" or _RESULT_IS.match(clause.shown) is not None
    return right_behind and said_of_all and not later


def _before(passage: Passage, total: Fact, number: Number) -> bool:
    return total.start < passage.whole(number.start, number.end)[0]


def ended_at_once(
    told: Told, passage: Passage, clause: Clause, items: Sequence[Governed], found: Sequence[Term]
) -> None:
    """两件行政复议均以维持结案: total and result in one clause, with one figure."""
    numbers = clause.only(terms.UNITS).numbers
    if len(items) != 1 or len(numbers) != 1 or items[0].term.key not in terms.SUBJECTS:
        return
    item = items[0]
    ended = [t for t in found if t.key.rstrip("*") in RESULTS and t.start >= item.end]
    if len({t.key for t in ended}) != 1 or not told.totals or denied(clause, ended):
        return
    key, total = told.totals[-1]
    if total.value and (total.value == 1 or _EVERY.search(clause.shown)):
        told.derive(key, ended[0].key.rstrip("*"), total, passage, clause)


def _meant(told: Told, every: bool, named: set[str]) -> list[tuple[str, Fact]]:
    """Whose result it is: the last one's, or with 均 that of all totals of the sentence."""
    target = told.of_result()
    if told.base is not None and target is not None:
        return [(target, told.base)]
    whole = [(key, fact) for key, fact in told.totals if key in ("review", "suit")]
    if target in WAYS or not whole:
        whole = told.totals
    own = [(key, fact) for key, fact in whole if key == target]
    if not every or target in WAYS:
        return own[-1:]
    # 复议9件，其中维持6件…；诉讼3件，均未审结: what has had its results is not meant.
    # Of two totals of one subject the later is meant: 未审结的1件，已审结的3件，均维持.
    last = dict(whole)
    open_ = [(k, fact) for k, fact in last.items() if not has_results(told, k) or k == target]
    return [(key, fact) for key, fact in open_ if not named or key in named]


def has_results(told: Told, key: str | None) -> bool:
    """Whether a subject's results have been told; that none is pending is not how they ended."""
    return key is not None and any(
        fact.year is None and not fact.derived and (fact.value or result != "pending")
        for result in RESULTS
        if result != "total"
        for fact in told.gathered[key].facts(result)
    )


def none_pending(told: Told, passage: Passage, clause: Clause) -> None:
    """全部审结: none is pending."""
    match = _ALL_ENDED.search(clause.shown)
    if match is None:
        return
    start, end = clause.start + match.start(), clause.start + match.end()
    item = Governed(Term("pending", start, end), None, clause, start, end)
    for key in _ended_subjects(told, passage, clause):
        if told.gathered[key].facts("total"):
            told.gathered[key].add("pending", fact_of(passage, item, Standing()))


def _ended_subjects(told: Told, passage: Passage, clause: Clause) -> list[str]:
    """复议2件，诉讼1件，均已审结: what was told right in front of it, else the last subject."""
    target = told.of_result()
    before = [c for c in passage.clauses if c.end <= clause.start and not c.depth][-2:]
    first = passage.whole(before[0].start, before[0].end)[0] if before else 0
    row = dict.fromkeys(k for k, f in told.totals if k in ("review", "suit") and f.start >= first)
    if len(row) > 1 and _EVERY.search(clause.shown) and not clause.only(terms.UNITS).numbers:
        return list(row)
    return [target] if target else []


def ended_so_far(told: Told, passage: Passage, clause: Clause) -> None:
    """已审结6件，均为维持: it is those six that were upheld."""
    for number in clause.numbers:
        ended = _ENDED.search(clause.left(number)) or _HAS_ENDED.fullmatch(clause.right(number))
        if told.totals and number.unit in terms.UNITS and ended:
            term = Term("ended", number.start, number.end)
            item = Governed(term, number, clause, number.start, number.end)
            told.base = fact_of(passage, item, Standing())


_ALL = re.compile(r"▁*(?:两[项类者])?(?:案件)?(?:一?共计?|合计|总计|总共)(?:有|为)?")
# 其中1件已审结，结果为维持
_HAS_ENDED = re.compile(r"(?:均|都)?已经?(?:审结|办结|结案|审理完毕|有了?结果)")
_ENDED = re.compile(r"(?<!未)(?:审结|判决|办结|裁决|结案|已结|已判|判了)了?$")
