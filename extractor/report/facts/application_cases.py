"""Applications told one by one: 头一件给了；第二件涉及别家的账号，遮掉以后给了一部分；还有一位….

What became of each is told in everyday words (没给, 查无此档, 转到明年办). They are trusted only if
the cases add up to all that came: a word misread, or a case overlooked, leaves all of them unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from extractor.report.facts import application_words as words
from extractor.report.facts.application_case_words import (
    AGAINST,
    AT_LAST,
    CASE_UNITS,
    DENIED,
    FIRM_UNITS,
    IF_SO,
    NO_CASE,
    NONE_OF_THEM,
    ONE,
    OPENS,
    OUT,
    OUTCOME_WORD,
    REPLIED,
    WHAT_IT_WAS,
    YEAR,
)
from extractor.report.facts.application_sums import Told, all_of_them
from extractor.report.facts.clauses import BLOT, Clause, Passage
from extractor.report.facts.figures import Number
from extractor.report.facts.gathering import UNIT
from extractor.report.facts.model import Fact, primary
from extractor.report.facts.standing import standing

# How many characters may stand between the sentence of a case and that of its outcome.
_FAR = 40


@dataclass(frozen=True, slots=True)
class _Case:
    count: int | float
    outcome: str | None
    start: int
    end: int
    text: str
    among: bool
    """其中一位…: one of those of the case before."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a case opens."""

    passage: Passage
    clause: Clause
    start: int
    end: int
    count: int | float


def read_cases(told: Told, passages: Sequence[Passage], year: int | None) -> None:
    """Adds the outcomes of a telling case by case, if its cases are all that came."""
    came = _came(told)
    if came is None or _balanced(told, came):
        return
    unit = _unit(told)
    for _, group in groupby(passages, key=lambda p: p.line):
        line = [p for p in group if not NO_CASE.search(p.text)]
        cases = [case for case in _cases(line, unit, year) if case.outcome]
        # 收到8件，…: what is said of all of them at once is no telling case by case.
        if (len(cases) > 1 or came == 1) and _all_came(told, cases, came):
            _take(told, cases)
            return


def _came(told: Told) -> int | float | None:
    """All that came; where it is not told, what was answered and what was left."""
    if (came := all_of_them(told, with_out=True)) is not None:
        return came
    answered, out = (primary(told.facts.facts(key)) for key in ("answered", OUT))
    return None if answered is None else answered.value + (out.value if out else 0)


def _unit(told: Told) -> str:
    received = primary(told.facts.facts("received"))
    return received.unit if received is not None else UNIT


def _balanced(told: Told, came: int | float) -> bool:
    out = primary(told.facts.facts(OUT))
    left = out.value if out else 0
    several = [fact for key in words.OUTCOMES for fact in told.facts.facts(key) if not fact.derived]
    return bool(several) and sum(told.outcomes()) in (came, came - left)


def _all_came(told: Told, cases: Sequence[_Case], came: int | float) -> bool:
    """Whether the cases add up, and say nothing less than what is told outright."""
    own = [case for case in cases if not case.among]
    decided = sum(case.count for case in own if case.outcome != OUT)
    out = primary(told.facts.facts(OUT))
    left = out.value if out else 0
    if decided != came - left and (left or sum(case.count for case in own) != came):
        return False
    sums = _sums(cases)
    return all(
        key in sums and sums[key] >= fact.value
        for key in words.OUTCOMES
        for fact in told.facts.facts(key)
        if fact.value and fact.year is None and not fact.derived and not fact.part
    )


def _sums(cases: Sequence[_Case]) -> dict[str, int | float]:
    sums: dict[str, int | float] = {}
    for case in cases:
        if case.outcome is not None:
            sums[case.outcome] = sums.get(case.outcome, 0) + case.count
    return sums


def _take(told: Told, cases: Sequence[_Case]) -> None:
    # 三位问补偿表，都给了，其中一位的遮掉再给: of the three it is not said how many had all.
    parted = {id(one) for one, other in pairwise(cases) if other.among}
    unsure = {case.outcome for case in cases if id(case) in parted}
    for key in words.OUTCOMES:
        own = [case for case in cases if case.outcome == key]
        for fact in [f for f in told.facts.facts(key) if f.derived or own]:
            told.facts.drop(key, fact)
        if own and key not in unsure:
            fact = Fact(
                value=sum(case.count for case in own),
                unit=UNIT,
                text="、".join(case.text for case in own),
                start=own[0].start,
                end=own[-1].end,
                derived=True,
            )
            told.facts.add(key, fact, again=True)
    out = [case for case in cases if case.outcome == OUT]
    if out and not told.facts.facts(OUT):
        case = out[0]
        value = sum(c.count for c in out)
        fact = Fact(value=value, unit=UNIT, text=case.text, start=case.start, end=case.end)
        told.facts.add(OUT, replace(fact, derived=True))


def _cases(line: Sequence[Passage], unit: str, year: int | None) -> Iterator[_Case]:
    marks = [mark for passage in line for mark in _marks(passage, unit, year)]
    among = False
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        outcome = _in_front(mark) or _behind(line, mark, following, year)
        start, end = mark.passage.whole(mark.start, mark.end)
        text = mark.passage.text[mark.start : mark.end]
        left = mark.clause.between(mark.clause.start, mark.start)
        # 三位都给了，其中一位…: under a group that was decided as a whole.
        yield _Case(mark.count, outcome, start, end, text, among and left.endswith("其中"))
        among = outcome is not None and mark.count > 1


def names_one(clause: Clause) -> bool:
    """第三份, 名单那件: one of those counted before."""
    return ONE.search(clause.shown) is not None


def _marks(passage: Passage, unit: str, year: int | None) -> list[_Mark]:
    """The places where a case, or a group of them, is opened."""
    found: list[_Mark] = []
    for clause in passage.clauses:
        if clause.depth:
            continue
        counted = [n for n in clause.numbers if _opens(passage, clause, n, unit, year)]
        found += [_Mark(passage, clause, n.start, n.end, n.value) for n in counted]
        for match in [] if counted else ONE.finditer(clause.shown):
            start, end = clause.start + match.start(), clause.start + match.end()
            found.append(_Mark(passage, clause, start, end, 1))
    return sorted(found, key=lambda mark: mark.start)


def _opens(passage: Passage, clause: Clause, number: Number, unit: str, year: int | None) -> bool:
    if number.unit not in CASE_UNITS or standing(passage, clause, number, year).compared:
        return False
    left = clause.between(clause.start, number.start)
    return number.unit in FIRM_UNITS or number.unit == unit or bool(OPENS.fullmatch(left))


def _in_front(mark: _Mark) -> str | None:
    """没给1件，要的是别人的病历: the outcome stands in front of its number."""
    left = mark.clause.between(mark.clause.start, mark.start)
    told = list(OUTCOME_WORD.finditer(left))
    near = [m for m in told if left[m.end() :] in ("", "的", "了", "了的")]
    if len({m.lastgroup for m in told}) > 1:
        return None  # 予以公开、部分公开22件
    if near:
        return near[-1].lastgroup
    if mark.clause.between(mark.end, mark.clause.end).strip(BLOT):
        return None
    if not left:
        return _told_before(mark)
    # 乡里没有这东西、给不出来的3件, 给一半留一半的2件: the count ends its clause.
    return told[-1].lastgroup if told and left.endswith("的") else None


def _told_before(mark: _Mark) -> str | None:
    """涂掉名字再给的，也就是部分公开，11封: the count alone in its clause, in the end."""
    text = mark.passage.text
    start = max(text.rfind(sign, 0, mark.start) for sign in "；;。：:") + 1
    if any(start <= n.start < mark.start for n in mark.passage.numbers):
        return None
    told = list(OUTCOME_WORD.finditer(text[start : mark.start]))
    return told[-1].lastgroup if told else None


def _behind(
    line: Sequence[Passage], mark: _Mark, following: _Mark | None, year: int | None
) -> str | None:
    """What the first stretch that tells any outcome says in the end; it is never far."""
    for passage in line[line.index(mark.passage) :]:
        if passage.offsets[0] > mark.passage.offsets[-1] + _FAR:
            return None
        last = following is not None and following.passage is passage
        start = mark.end if passage is mark.passage else 0
        end = _front_of(following) if last and following else len(passage.text)
        for stretch in re.split("[；;]", _shown(passage)[start:end]):
            told = [m for m in OUTCOME_WORD.finditer(stretch) if not _not_so(stretch, m, year)]
            if told:
                return _in_the_end(stretch, [str(m.lastgroup) for m in told], mark.count)
        if last:
            return None
    return None


def _front_of(mark: _Mark) -> int:
    """Where the case behind begins: with its outcome, if that stands in front (没给1件)."""
    left = mark.clause.between(mark.clause.start, mark.start)
    if not _in_front(mark) and not OUTCOME_WORD.search(left):
        return mark.start
    if mark.start > mark.clause.start:
        return mark.clause.start
    return max(mark.passage.text.rfind(sign, 0, mark.start) for sign in "；;。：:") + 1


def _in_the_end(stretch: str, told: list[str], count: int | float) -> str | None:
    if IF_SO.search(stretch):
        return None
    if count > 1 and len(set(told)) > 1 and not {"granted", "partial"}.isdisjoint(told):
        return None  # 两份都答了，图给了，账给了一部分
    if told[-1] == "granted" and "partial" in told:
        return "partial"
    mixed = "granted" in told and not AGAINST.isdisjoint(told)
    return None if mixed and not AT_LAST.search(stretch) else told[-1]


def _not_so(stretch: str, match: re.Match[str], year: int | None) -> bool:
    """没有转到下年的, and 转到2023年来 in the report of 2023: nothing was carried out."""
    if WHAT_IT_WAS.search(stretch, 0, match.start()):
        return True
    gave = match.lastgroup == "granted" and "给" in match.group()
    if gave and REPLIED.search(stretch, 0, match.start()):
        return True
    if match.lastgroup != OUT:
        return DENIED.search(stretch, 0, match.start()) is not None
    named = YEAR.search(match.group())
    other = named is not None and year is not None and int(named.group()) != year + 1
    return other or NONE_OF_THEM.search(stretch, 0, match.start()) is not None


def _shown(passage: Passage) -> str:
    """The sentence with what stands in titles and brackets blotted out."""
    shown = list(passage.text)
    for clause in passage.clauses:
        if not clause.depth:
            shown[clause.start : clause.end] = clause.shown
    return "".join(shown)
