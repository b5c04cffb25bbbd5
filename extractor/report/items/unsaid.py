"""What no word tells: problems and measures that the classifier hears, or their place betrays."""

from __future__ import annotations

import re

from extractor.report.items import bounds, cues, generic, naming
from extractor.report.items.clauses import Clause
from extractor.report.items.drafts import Draft
from extractor.report.items.labels import NOUN_PROBLEM
from extractor.report.items.state import State
from extractor.report.items.voice import SURE, SURE_BEFORE

# 大多是转发省厅的: without a subject of its own it goes on about the lack before it.
_ONLY_ADDS = re.compile(
    "大多|多数|多半|其余|平均|最[长多少晚高低]|甚至|往往|有时|为此|其(?![他它])"
)
_DATED_CASE = re.compile(rf"{cues.DATED}(?!将|拟|计划)|\d{{1,2}}月|[^，。；]{{2,14}}期间，")


def turns(state: State, clause: Clause) -> bool:
    """停运通知往年前一天才发，今年改为提前三天: what is different now was lacking."""
    turn = cues.TURNS_TO_MEASURE.search(state.shadow(clause))
    return bool(turn and turn.start()) and may_lack(state, clause)


def sounds_like_problem(state: State, clause: Clause) -> bool:
    """申请答复由法律顾问审核，往返需四个工作日: no word of lack, but the classifier hears one."""
    heard = state.heard(clause)
    enough = SURE if any(is_measure(draft) for draft in state.drafts) else SURE_BEFORE
    shadow = state.shadow(clause)
    only_adds = _ONLY_ADDS.match(shadow) or naming.explains(state.words(clause))
    if heard is None or heard < enough or only_adds or behind_plain_lack(state, clause):
        return False
    # 大家当面提了不足，我们一条条记了账: speaks of lacks and names none.
    general = any(generic.is_generic_problem(part) for part in shadow.split("，"))
    return not (general or re.search(NOUN_PROBLEM, shadow)) and may_lack(state, clause)


def behind_plain_lack(state: State, clause: Clause) -> bool:
    """首发时间偏晚。汛期期间，首条4小时后才上网: a dated case of the lack told in front of it."""
    if not _DATED_CASE.match(state.words(clause)):
        return False
    last = state.drafts[-1] if state.drafts else None
    if last is None or last.kind != "problem" or state.line_of(last) != clause.line:
        return False
    return bool(cues.NAMES_PROBLEM.search(state.text.shadow[last.start : last.end]))


def sounds_like_measure(state: State, clause: Clause) -> bool:
    """三个管理站统一用一张巡护表: no word of doing, but the classifier hears a measure."""
    heard, first = state.heard(clause), state.shadow(clause).split("，", 1)[0]
    if heard is None or heard > -SURE or turns(state, clause):
        return False
    if bounds.turns_to_lack(state.shadow(clause)) or re.search(
        "(?<!不)[只仅](?![要有])|^(?:个别|少数|有的|有些)|后才|[^，]被", state.shadow(clause)
    ):
        return False
    return not cues.NAMES_PROBLEM.search(first)


def is_sibling(state: State, index: int) -> bool:
    """…更新慢；…平均用时12天：what a semicolon joins to a problem is one."""
    clause, before = state.clauses[index], state.clauses[index - 1]
    last = state.drafts[-1] if state.drafts else None
    if last is None or last.kind != "problem" or last.sentence != clause.sentence:
        return False
    return before.stop == "；" and before.start <= last.start and may_lack(state, clause)


def may_lack(state: State, clause: Clause) -> bool:
    """Whether nothing in a clause speaks against its naming a problem."""
    shadow = state.shadow(clause)
    parts = [part for part in shadow.split("，") if part and not generic.is_generic_problem(part)]
    told = "，".join(parts)
    acts = not told or naming.acts(told) or naming.begins_measure(told)
    return not (acts or cues.PRAISE.search(told) or generic.is_slogan(state.words(clause)))


def is_first_behind_lead(state: State, clause: Clause) -> bool:
    """先说不足。… — nothing was named since the lead: what follows it is what it announced."""
    shadow = state.shadow(clause)
    parts = [part for part in shadow.split("，") if part]
    praised = any(cues.PRAISE.search(part) or generic.is_generic_problem(part) for part in parts)
    return state.fresh and not praised and not generic.is_slogan(state.words(clause))


def is_lack_in_field(state: State, clause: Clause) -> bool:
    """在登记上，…。在送达上，既不…，又不… — a field beside one in which something was lacking."""
    last = state.drafts[-1] if state.drafts else None
    if last is None or last.kind != "problem" or state.line_of(last) != clause.line:
        return False
    one, other = naming.field_of(state.text.shadow[last.start : last.end]), state.shadow(clause)
    if not one or one != naming.field_of(other):
        return False
    rest = other.partition("，")[2]
    heard = state.heard(clause)
    if heard is not None and heard >= SURE and cues.SUGGESTS_PROBLEM.search(rest):
        return True
    together = last.sentence == clause.sentence or cues.SUGGESTS_PROBLEM.search(rest)
    return bool(together) and not naming.begins_measure(rest)


def is_asked(state: State, clause: Clause, following: Clause | None) -> bool:
    """有人问：补贴怎么查不到？名单只贴在村里，没有上网。 — the answer says what is lacking."""
    if clause.stop != "？" or following is None or following.line != clause.line:
        return False
    return bool(cues.NAMES_PROBLEM.search(state.shadow(following)))


def is_measure(draft: Draft) -> bool:
    return draft.kind == "measure"
