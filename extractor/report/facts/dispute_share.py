"""Shares told without their subject: of 政府信息公开 in all disputes, of the agency in an area's.

复议12件，其中涉及政府信息公开的0件; 全县…复议5件，其中涉我局1件.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.report.facts import dispute_terms as terms
from extractor.report.facts import dispute_words as words
from extractor.report.facts.attach import Governed, Term
from extractor.report.facts.clauses import BLOT, Clause, Passage
from extractor.report.facts.dispute_told import Told
from extractor.report.facts.figures import Number
from extractor.report.facts.model import is_own_office

_AMONG = re.compile(r"▁*(?:其中|这其中|当中)(?:的|有|仅)?")
_OWN = re.compile(
    r"(?:其中|涉及?|属于?|由|有|以|▁)*(?P<own>[我本](?:局|厅|委|署|办|单位|机关)|[省市县区]?[局厅委]机关)"
    r"(?:[为作]*被申请人|[为作]*被告|机关|本级|的)*"
    r"(?:有|为|仅|共)*"
)


def narrowed(told: Told, passage: Passage, clause: Clause, found: Sequence[Term]) -> bool:
    """Takes the share for the totals before it, which were all of the agency's disputes."""
    if any(term.key in terms.SUBJECTS for term in found):
        return False
    keys = told.open_in(passage.line)
    if not keys:
        return False
    numbers = clause.only(terms.UNITS).numbers
    if not numbers and words.NONE_OURS.fullmatch(clause.shown):
        for key in keys:
            _take(told, passage, clause, key, None)
        return True
    if not numbers and words.NOT_OURS.fullmatch(clause.shown):
        for key in keys:
            told.forget(key)
        return True
    if not numbers or not _is_share(clause, numbers[0]):
        return False
    shares = _shares(told, passage, clause, numbers[0], keys)
    for key, number in shares:
        _take(told, passage, clause, key, number)
    return bool(shares)


def _is_share(clause: Clause, number: Number) -> bool:
    """其中涉及政府信息公开的2件, 其中2件涉及政府信息公开."""
    if words.OF_OURS.fullmatch(clause.left(number)):
        return True
    among = _AMONG.fullmatch(clause.left(number))
    return among is not None and words.OURS_BEHIND.fullmatch(clause.right(number)) is not None


def own_share(told: Told, passage: Passage, clause: Clause, found: Sequence[Term]) -> None:
    """全县政府信息公开行政复议5件，其中涉我局1件; 全系统…13件，其中以局机关为被申请人的6件."""
    numbers = clause.only(terms.UNITS).numbers
    if found or len(numbers) != 1 or not told.totals or clause.right(numbers[0]).strip(BLOT):
        return
    key, total = told.totals[-1]
    wider = total.scope is not None and not is_own_office(total.scope)
    own = _OWN.fullmatch(clause.left(numbers[0]))
    if wider and own and numbers[0].value <= total.value:
        number = numbers[0]
        item = Governed(Term(key, *_span(number)), number, clause, *_span(number))
        told.take(passage, item, scope=own["own"])


def _span(number: Number) -> tuple[int, int]:
    return number.start, number.end


def _shares(
    told: Told, passage: Passage, clause: Clause, first: Number, keys: Sequence[str]
) -> list[tuple[str, Number]]:
    """Which number is the share of which total; none where it could not be a share."""
    left = clause.left(first)
    if left.rstrip("为").endswith("分别"):
        row = [n for n in passage.numbers if n.start >= first.start and n.unit in terms.UNITS]
        pairs = list(zip(keys, row, strict=False)) if len(row) == len(keys) else []
    elif left.endswith(("各", "均为")):
        pairs = [(key, first) for key in keys]
    else:
        pairs = [(next((key for key in keys if key == told.target), keys[-1]), first)]
    fits = all(number.value <= told.open[key].fact.value for key, number in pairs)
    return pairs if fits else []


def _take(told: Told, passage: Passage, clause: Clause, key: str, number: Number | None) -> None:
    start, end = _span(number) if number else (clause.start, clause.end)
    item = Governed(Term(key, start, end), number, clause, start, end)
    told.forget(key)
    told.take(passage, item)
