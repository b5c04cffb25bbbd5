"""Which applications a figure speaks of: all, a part, those that are left."""

from __future__ import annotations

import re

from extractor.report.facts import application_words as words
from extractor.report.facts.attach import Governed, Term
from extractor.report.facts.carrying import direction_in
from extractor.report.facts.clauses import Clause, Number, Passage

CHANNEL = re.compile(
    r"网络|网上|线上|在线|互联网|信函|邮寄|邮政|邮件|当面|现场|窗口|传真|书面|平台|(?:公开|申请"
    r"|办理|网络)系统|系统提交|渠道|自然人|个人|公民|企业|法人"
    r"|律师|机构|组织|村民|居民|群众"
)
ABOUT = re.compile(r"涉及|关于|有关|属于|转办|延期|逾期|提前|疑难")
ONLY_PART = re.compile(r"^(?:▁)*(?:其中|有|另有|另|含|包括|还有)")
_LEFT_OVER = re.compile(r"(?:还有|另有|另外|其余|剩余|余下|剩下|尚有|仍有|另|有|余)(?:的|仅)?$")
_REASONED = re.compile(r"[因经系正尚仍]|由于|依法|需|要")
_LEFT = re.compile(r"剩下|剩余|剩|余下|遗留")
APPLICANTS = re.compile(
    r"(?:是|为|系|来自)?(?:个人|自然人|公司|企业|单位|居民|村民|市民|律师|法人)"
)


def partly(item: Governed) -> bool:
    """通过网络收到8件, 其中收到转办2件: less than all."""
    assert item.number is not None
    clause = item.clause
    left = clause.between(clause.start, item.number.start)
    between = clause.between(item.term.end, item.number.start)
    special = CHANNEL.search(left) or ABOUT.search(between)
    general = re.search(r"自然人、|公民、法人|法人(?:或|和)|个人和|各类|各种|多种", left)
    return bool(ONLY_PART.match(left) or (special and not general))


def left_alone(clause: Clause, governed: list[Governed]) -> tuple[Number, Clause] | None:
    """A number that its clause leaves without a verb (另有2份因为…，没有公开)."""
    last = clause.numbers[-1]
    if any(item.number == last for item in governed):
        return None
    left, behind = clause.left(last), clause.right(last)
    beginning = not left.strip("▁") and _REASONED.match(behind)
    return (last, clause) if beginning or _LEFT_OVER.search(left) else None


def left_over(passage: Passage, term: Term) -> bool:
    """剩下2件 says which; 上年剩下的2件 came in."""
    if not _LEFT.match(passage.text, term.start, term.end):
        return False
    return direction_in(passage.text[max(0, term.start - 6) : term.start], None) is None


def ends(term: Term) -> bool:
    return term.key in (
        "carry",
        "pending",
        "refused",
        "partial",
        "unavailable",
        "not_processed",
    ) or (term.key.startswith("other."))


def under(passage: Passage, item: Governed) -> bool:
    """Whether a ground stands under its outcome: in brackets, or behind the outcome and 其中."""
    if item.clause.depth:
        return True
    group = item.term.key.split(".")[0]
    return any(
        term.key == group and term.start < item.start
        for clause in passage.clauses
        for term in words.TERMS.find(clause)
    )


def is_outcome(item: Governed) -> bool:
    """本机关不掌握2件 tells an outcome; 对涉及第三方权益的2件征求了意见 does not."""
    if item.number is None or item.term.key == "refused.third_party":
        return False
    clause = item.clause
    first = min(item.term.start, item.number.start)
    left = clause.between(clause.left_bound(item.number), first)
    behind = clause.between(max(item.term.end, item.number.end), clause.end)
    return len(left) <= 6 and not re.search("[对就]", left) and len(behind) <= 6
