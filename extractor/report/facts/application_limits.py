"""What is denied of applications, and figures that speak of fewer than all, or of several years."""

from __future__ import annotations

import re

from extractor.report.facts import application_words as words
from extractor.report.facts.attach import Governed, Term
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.gathering import Gathered
from extractor.report.facts.model import Fact

# What an application may ask for without being of a kind: 要求公开政府信息的申请.
_OPENNESS = re.compile(
    r"(?:对外|本|我|机关|单位|[县市区镇乡局]|主动|依法|有关|相关|政府|政务|信息|公开|提供|获取|工作|事项|的)*"
)
_KIND = re.compile(
    r"(?:涉及|涉|关于|有关|属于|针对|要求|需要|需|应当|应|可能|不属于)(?P<what>[^，。；]{1,30}?)的?"
    rf"(?={words.APPLICATION}|申请)"
)
# 转来的4件不是申请
NO_APPLICATION = re.compile(
    r"(?:经[^，。；]{1,8})?(?:均|都|并|也|实际)?(?:不是|不属于?|不作为|不算|非)[^，。；]{0,8}申请"
)
# 延期答复2件: how some were answered, not how many.
_LATE = re.compile(
    r"(?:延期|逾期|超期|超时|延迟|延后|延长(?:答复|办理)?(?:期限|时限)?)(?:后|的|才|予以|依法|进行|作出)*$"
)
_LATE_TOLD = re.compile(
    r"(?:延期|逾期|超期|超时|延长[^，。；\d]{0,8})(?:后|的|才|予以|依法|进行|作出)*"
    r"(?:答复|办结|回复|办理|办复)[^，。；\d]{0,6}(?=[1-9一二两三四五六七八九十])"
    r"|[\d一二两三四五六七八九十][件宗份起][^，。；\d]{0,14}(?:延期|逾期|超期|超时|延长[^，。；\d]{0,8})(?:后|的|才|予以|依法|进行|作出)*"
    r"(?:答复|办结|回复|办理|办复)"
)
# 没有应公开而不予公开的: that none was withheld against the law, not that none was refused.
_DUE = re.compile(r"(?:应该?|应当|可以?)(?:予以?)?公开[而却但的]*$")
_IN_TIME = re.compile(r"(?:按期|按时|如期|提前|期限内|及时)(?:予以|依法|进行|作出)*$")
_OF_THE_YEAR = re.compile(r"全年|本年|当年|今年|年内|一年来|(?:19|20)\d\d年度?(?!底|末|\d|1?2月)")
_EVERY = re.compile(r"(?:申请)?(?:均|都|全部|皆)")
_HANDED_ON = re.compile(r"(?:(?<!结)转(?![入来到])|移交|移送|交由)[^，。；\d]{0,10}$")
_UNTIL = re.compile(r"截[至止到][^，。；]*")


def of_a_kind(behind: str) -> bool:
    """没有收到涉及国家秘密的申请: none of that kind, which says nothing of the others."""
    kind = _KIND.search(behind)
    return kind is not None and _OPENNESS.fullmatch(kind["what"]) is None


def denies(passage: Passage, clause: Clause, item: Governed, found: list[Term]) -> bool:
    """未收到申请 and 无申请 say that none came; 未收到投诉 does not."""
    key = item.term.key
    if key == "pending":
        # 没有没办完的, 无未办结申请; 未到期限 denies nothing of its own.
        return item.term.start - item.start <= 2 and item.start < item.term.start
    if key in ("granted?", "other?", "answered", "answered?"):
        return False
    if key == "refused" and _DUE.search(clause.between(clause.start, item.term.start)):
        return False
    if key not in ("received", "noun"):
        return not words.FOREIGN.search(clause.between(item.term.end, clause.end))
    behind = clause.between(item.term.end, clause.end)
    if key == "received":
        noun = any(t.key == "noun" for t in found) or re.search(words.APPLICATION, passage.text)
        subject = passage.aspect == "applications" or passage.section == "applications"
        alone = not behind.strip("到过任何的") and subject
        if not noun and not alone:
            return False
    elif any(t.key != "noun" for t in found) or "人" in behind[:1]:
        return False
    tail = re.split(rf"{words.APPLICATION}|申请", behind)[-1]
    if key == "noun" and clause.between(clause.start, item.term.start).endswith("的"):
        return False
    if words.OTHER_APPLICATIONS.search(behind) or of_a_kind(behind):
        return False
    return not words.FOREIGN.search(tail) and not re.search(
        r"不予|逾期|超期|延期|超时", clause.shown
    )


def in_one_manner(passage: Passage, term: Term) -> bool:
    """延期答复2件, and 按期答复10件 beside it."""
    if _LATE.search(passage.text, 0, term.start):
        return True
    in_time = _IN_TIME.search(passage.text, 0, term.start)
    return in_time is not None and _LATE_TOLD.search(passage.text) is not None


def accumulated(passage: Passage, item: Governed) -> bool:
    """累计收到48件, without a word that this was within the year."""
    if item.number is None:
        return False
    before = passage.text[max(0, item.clause.start - 14) : item.number.start]
    return "累计" in item.clause.left(item.number) and not _OF_THE_YEAR.search(
        _UNTIL.sub("", before)
    )


def of_this_year(item: Governed) -> bool:
    """其中本年收到5件: the year's own among those of several."""
    number = item.number
    return number is not None and bool(_OF_THE_YEAR.search(item.clause.left(number)))


def drop_accumulated(facts: Gathered, sums: list[Fact]) -> None:
    """累计收到48件 beside a smaller figure of what came: those of several years."""
    told = [f for f in facts.facts("received") if f.year is None and not f.derived and not f.part]
    for fact in sums:
        if any(all(f is not other for other in sums) and f.value < fact.value for f in told):
            facts.drop("received", fact)


def of_carried(item: Governed) -> bool:
    """上年结转1件已于1月办结: that one, whatever came besides."""
    clause, number = item.clause, item.number
    assert number is not None
    before = [t for t in words.TERMS.find(clause) if t.key == "carry" and t.end <= number.start]
    return bool(before) and clause.left_bound(number) <= before[-1].start


def handed_on(clause: Clause, term: Term) -> bool:
    """转部门办理3件: others handle these."""
    return _HANDED_ON.search(clause.between(clause.start, term.start)) is not None


def of_the_row(item: Governed) -> bool:
    """上年结转2件、新收20件均已办结: both, not the twenty alone."""
    clause, number = item.clause, item.number
    if number is None or not clause.lead or clause.lead not in "、和及与":
        return False
    return _EVERY.match(clause.right(number)) is not None
