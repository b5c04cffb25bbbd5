"""Which of the governed numbers of a clause tell disputes, and which word they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.report.facts import dispute_terms as terms
from extractor.report.facts.attach import Governed, Term, denied
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.dispute_told import WAYS
from extractor.report.facts.model import RESULTS

_NO_OTHER = re.compile(
    r"(?:没有|无|未(?:发生|有|收到))(?:其[他它]|别的|另外|第二)(?!结果|情形)"
    r"|除此(?:之外|以外|外)?[，]?(?:行政|复议|诉讼|官司|案件|[、和])*(?:再|均|都|也)*[无没未]"
)
# 复议、诉讼两项共, 复议和诉讼案件合计
# 及被上级机关纠正
_ONE_MORE = re.compile(r"(?:[、和与及或]|以及)被?(?:[\u4e00-\u9fff]{1,6})?")
_TOGETHER = re.compile(r"(?:案件)?(?:[、和与及]|以及)")
_BOTH = re.compile(r"(?:案件|中|▁)*(?:两[类项者种]|二者|合计|总计|共|一共|加起来|合起来)")
_ENDED = frozenset(key + star for key in RESULTS if key != "total" for star in ("", "*"))


_AGAINST = re.compile(r"(?:就|对|针对|因|不服)(?:其中的?|上述)?$")
# 也没有结果 denies something else.
_NOT_EVEN = re.compile(
    r"(?:的|案件?|情况)*[也都](?:没有?|未|不曾)(?:发生|打|收到|遇到|碰到|出现|有)?过?▁*"
)


def denials(clause: Clause, found: Sequence[Term], items: list[Governed]) -> list[Governed]:
    reached = {item.term for item in items}
    # 除此之外没有其他诉讼 denies none that was told.
    if _NO_OTHER.search(clause.shown):
        return []
    said = [item for item in denied(clause, found) if item.term not in reached]
    keys = {item.term.key for item in said}
    if keys & set(RESULTS) and not result_joined(clause, found):
        # 没有被纠正的复议案件 denies the result, not the dispute.
        return [item for item in said if item.term.key in RESULTS and item.term.key != "pending"]
    return [item for item in said if item.term.key in terms.SUBJECTS]


def result_joined(clause: Clause, found: Sequence[Term]) -> bool:
    """未发生复议、诉讼及被纠正的情况: the result is one more of what did not happen."""
    return any(
        one.key in terms.SUBJECTS
        and other.key in RESULTS
        and _ONE_MORE.fullmatch(clause.between(one.end, other.start)) is not None
        for one, other in pairwise(found)
    )


def heads(passage: Passage, clause: Clause, term: Term) -> bool:
    """复议后起诉：维持1，…: a way that stands alone in front of its row."""
    alone = term.start == clause.start and term.end == clause.end
    return alone and passage.text[clause.end : clause.end + 1] in ("：", ":")


def of_result(item: Governed, found: Sequence[Term]) -> bool:
    """无一例复议被纠正 denies the result, not the dispute."""
    if not item.none or item.term.key not in terms.SUBJECTS:
        return False
    return any(t.key.rstrip("*") in RESULTS and t.start >= item.term.end for t in found)


def not_even_one(item: Governed) -> Governed:
    """一件官司也没打: the one is counted, and denied behind its word."""
    if item.value != 1 or item.number is None or item.number.start > item.term.start:
        return item
    behind = item.clause.between(item.term.end, item.clause.end)
    return replace(item, none=True) if _NOT_EVEN.fullmatch(behind) else item


def went_on(item: Governed, found: Sequence[Term]) -> bool:
    """其中维持的1件又起诉: which of the reviews went on to court, no result of a suit."""
    if item.term.key.rstrip("*") not in RESULTS or item.number is None:
        return False
    between = item.clause.between(item.term.end, item.number.start)
    return between.startswith("的") and any(
        t.key in terms.SUBJECTS and t.start >= item.number.end for t in found
    )


def filed_against(item: Governed, found: Sequence[Term]) -> Governed:
    """就其中1件维持决定向法院起诉: a suit against what had been upheld."""
    if item.term.key != "upheld" or item.number is None or item.number.start > item.term.start:
        return item
    filed = [t for t in found if t.key == "suit" and t.start >= item.term.end]
    against = _AGAINST.search(item.clause.left(item.number)) is not None
    return replace(item, term=filed[0], end=filed[0].end) if filed and against else item


# 驳回复议申请1件（按其他结果统计）
_FILED_AS = re.compile(
    r"[（(](?:均|都)?(?:按|以|计入|列入|列为|归入|计为|算作?|作为)[“\"]?(?:结果)?"
    r"(?:(?P<other>其[他它])|(?P<upheld>维持)|(?P<corrected>纠正))(?:结果)?[”\"]?(?:结果)?(?:处理|统计|填报|一栏|栏)?[）)]"
)


def filed_as(passage: Passage, item: Governed) -> Governed:
    """驳回复议申请1件（按其他结果统计）: the row in which the report counts it."""
    filed = _FILED_AS.match(passage.text, item.end)
    if filed is None or item.term.key.rstrip("*") not in RESULTS or not filed.lastgroup:
        return item
    return replace(item, term=replace(item.term, key=filed.lastgroup))


def of_nearest(items: Sequence[Governed]) -> list[Governed]:
    """行政诉讼直接起诉2件, 行政复议被纠正的2件, 复议纠错0件: it counts the word next to it."""

    def narrowed(item: Governed) -> bool:
        if item.term.key not in ("review", "suit") or item.number is None:
            return False
        others = [o.term for o in items if o.number == item.number and o.term.start > item.start]
        start, next_to = item.clause.start, {"", "被", "案件", "案件被"}
        return any(
            (other.key in WAYS and other.start == item.term.end)
            or (
                other.key in RESULTS
                and not item.value
                and item.clause.between(item.term.end, other.start) in next_to
            )
            or (other.key in RESULTS and item.clause.shown.startswith("被", other.start - start))
            for other in others
        )

    return [item for item in items if not narrowed(item)]


def both_in_one(found: Sequence[Term]) -> bool:
    """行政复议应诉案件25件: reviews and suits together, or the defence in both."""
    return any(
        first.key == "review" and second.key == "suit" and first.end == second.start
        for first, second in pairwise(found)
    )


def summed_up(clause: Clause, found: Sequence[Term]) -> bool:
    """复议、诉讼两项共纠正5件: a result of reviews and suits together is neither's."""
    numbers = clause.only(terms.UNITS).numbers
    if len(numbers) != 1 or not numbers[0].value or not any(t.key in _ENDED for t in found):
        return False
    return any(
        {first.key, second.key} == {"review", "suit"}
        and _TOGETHER.fullmatch(clause.between(first.end, second.start))
        and _BOTH.match(clause.between(second.end, clause.end))
        for first, second in pairwise(found)
    )
