"""结转 in or out: from the year before, or into the next."""

from __future__ import annotations

import re
from typing import Literal

from extractor.report.facts.application_words import TERMS
from extractor.report.facts.attach import Governed, Term
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.figures import Number

Direction = Literal["carried_in", "carried_out"]

_PAST = re.compile(r"上一?年|去年|往年|前年|头一?年|历年|以前|以往|年初|上期|前期|此前|之前|期初")
_FUTURE = re.compile(r"下一?年|次年|明年|来年|翌年|下期|跨年|转出|结出")
_GOES_ON = re.compile(
    r"继续|(?:本年度?|今年|当年)(?:也|亦)?(?:无|没有?|未)(?:结转|遗留|[剩留])|需要?结转|应结转|待结转|年末|年底|期末|岁末"
)
_ONWARD = re.compile(r"结转(?:至|到)|[转留移](?:到|至|入)|顺延|剩下")
_FROM_OR_TO = re.compile(
    r"(?P<from>(?:19|20)\d\d年度?(?:结转|转[来入]))|(?:结转|转)(?:至|到|入)?(?:19|20)\d\d年"
)
# 2023年未了的7件加上当年新到的94件
_WITH_NEW = re.compile(r"(?:加上|连同|和|及|与)(?:当年|本年度?|今年|年内)新")
# 办理40件（含结转4件）: they came with those that were handled.
_INCLUDING = re.compile(r"▁*(?:其中)?(?:含|包括|包含)")
_TIME = re.compile(r"年|下期|跨|节后")
_YEAR = re.compile(r"(?:19|20)\d\d")
# 收到市局转来的申请2件: from another agency, not from another year.
_HANDED_OVER = re.compile(r"(?:转|移交)(?:过来|来)的?")
# 转到执法中队办: to another office; 转到下年 has its time with it.
_HANDED_TO = re.compile(r"转[到至入]")
# 今年没有结转来的
_BROUGHT = re.compile(r"(?:结转|转|带|移)过?来的?$|[到入至](?:今年|本年|当年)")
# 截至2024年1月15日，结转的2件已办结
_AS_OF = re.compile(
    r"(?:截[至止]|[到至])?(?:目前)?(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}[日号]|[初底末])?(?:止|前)?"
)
# 挂牌时由市局移交未办结申请1件
_TAKEN_OVER = re.compile(r"(?:移交|划转|接收|承接|并入)[^，。；]{0,8}$")
# 由县政府办公室转来2件，转出0件: to another agency as well.
_HANDED_OUT = re.compile(r"(?:办公?室|部门|单位|政府|[局委厅])转来")


def handed_over(passage: Passage, clause: Clause, term: Term) -> bool:
    """转来 without a word of time."""
    word = passage.text[term.start : term.end]
    if word.startswith("转出") and _HANDED_OUT.search(passage.text, 0, term.start):
        return True
    if _HANDED_TO.fullmatch(word) and not _TIME.search(clause.shown):
        return True
    if term.key != "carry" or not _HANDED_OVER.fullmatch(word):
        return False
    around = _clause_before(passage, clause) + clause.shown
    return not (_PAST.search(around) or _FUTURE.search(around) or _YEAR.search(around))


def direction(passage: Passage, item: Governed, year: int | None, *, settled: bool) -> Direction:
    """Told by the words around the verb; without any, by the order of telling.

    What is left when the outcomes have been told (`settled`) goes out.
    """
    clause, number = item.clause, item.number
    near = clause.left(number) if number else passage.text[item.start : clause.end]
    wide = near + clause.right(number) if number else clause.shown
    word = passage.text[item.term.start : item.term.end]
    brought = _BROUGHT.search(word) and not _FUTURE.search(wide)
    taken_over = item.term.key == "pending" and _TAKEN_OVER.search(passage.text, 0, item.term.start)
    if _WITH_NEW.search(wide) or brought or taken_over:
        return "carried_in"
    for text in (*_own_words(item), near, wide, _clause_before(passage, clause)):
        if (known := direction_in(text, year)) is not None:
            return known
    if _INCLUDING.match(clause.shown):
        return "carried_in"
    onward = item.term.key == "pending" or _ONWARD.search(wide) or settled
    return "carried_out" if onward else "carried_in"


def direction_behind(
    home: Clause, number: Number, clause: Clause, term: Term, year: int | None
) -> Direction:
    """The direction of a number that its clause leaves alone, told by what stands behind it."""
    if term.key == "carry":
        return direction_in(clause.shown, year) or "carried_out"
    # 有1件上年未办完的申请
    before = home.between(number.end, term.start) if home is clause else ""
    return "carried_in" if direction_in(before, year) == "carried_in" else "carried_out"


def _own_words(item: Governed) -> tuple[str, ...]:
    """上年结转、结转下年均为零: what stands between the other of the two and this one."""
    clause, term = item.clause, item.term
    others = [t for t in TERMS.find(clause) if t.key == term.key and t != term]
    if term.key != "carry" or not others:
        return ()
    start = max((t.end for t in others if t.end <= term.start), default=clause.start)
    end = min((t.start for t in others if t.start >= term.end), default=term.end)
    return clause.between(start, term.end), clause.between(start, end)


def direction_in(text: str, year: int | None) -> Direction | None:
    """The direction that a text names: 下年 before 上年 before 继续 (上年结转继续办理)."""
    years = {int(match.group()) for match in _YEAR.finditer(text)}
    if _FUTURE.search(text) or (year is not None and year + 1 in years):
        return "carried_out"
    if _PAST.search(text) or (year is not None and year - 1 in years):
        return "carried_in"
    if year is None and (named := _FROM_OR_TO.search(text)):
        return "carried_in" if named["from"] else "carried_out"
    return "carried_out" if _GOES_ON.search(text) else None


def _clause_before(passage: Passage, clause: Clause) -> str:
    """The clause before, if it only says when (上年度，)."""
    before = [c for c in passage.clauses if c.end <= clause.start and not c.depth]
    if not before:
        return ""
    says_when = len(before[-1].shown) <= 8 or _AS_OF.fullmatch(before[-1].shown)
    return before[-1].shown if says_when else ""
