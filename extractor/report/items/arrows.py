"""Arrows: 更新慢 → 建立周查台账 → 6月底前, a problem, its measure, and until when."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.report.items import cues
from extractor.report.items.clauses import Clause
from extractor.report.items.drafts import Lead
from extractor.report.items.gaps import ARROW
from extractor.report.items.lists import frame_of
from extractor.report.items.state import State

_AHEAD = re.compile("前|底|长期|持续|计划|拟")
_OVER = re.compile("已|完成$|办结$")


def take_arrow(state: State, index: int) -> bool:
    """A clause in front of an arrow or behind one; whether it was such a clause."""
    clause = state.clauses[index]
    pointed = index > 0 and _is_pointed(clause, state.clauses[index - 1])
    if pointed and state.drafts and state.drafts[-1].kind == "measure":
        _take_time(state, clause)
        return True
    if pointed and state.drafts:
        _take_measure(state, clause)
        return True
    if clause.stop != ARROW:
        return False
    _take_problem(state, clause)
    return True


def _is_pointed(clause: Clause, before: Clause) -> bool:
    return before.stop == ARROW and clause.mark is None and clause.end > clause.start


def _take_problem(state: State, clause: Clause) -> None:
    state.lead = Lead("problem")
    if clause.mark is not None:
        frame = frame_of(state, clause.mark)
        frame.lead, frame.named, frame.detail = state.lead, True, False
        state.fresh = False
    state.inside = False
    state.record_problem(clause, clause.start)


def _take_measure(state: State, clause: Clause) -> None:
    state.lead, state.inside = Lead("measure", None), False
    state.lead_sentence = clause.sentence
    state.new_group()
    state.record_measure(clause, clause.start)


def _take_time(state: State, clause: Clause) -> None:
    """What stands behind a second arrow says until when, by whom, or that it is over."""
    last, words = state.drafts[-1], state.words(clause)
    if _OVER.search(words):
        last.lead = replace(last.lead, done=True, weak=False)
    elif _AHEAD.search(words) and not cues.NAMES_PROBLEM.search(words):
        last.lead = replace(last.lead, done=False, weak=False)
