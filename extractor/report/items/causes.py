"""Causes told behind a problem (原因：涉密范围掌握过宽): they are no items."""

from __future__ import annotations

from extractor.report.items import naming
from extractor.report.items.clauses import Clause
from extractor.report.items.lists import frame_of
from extractor.report.items.state import State


def begin_cause(state: State, clause: Clause) -> None:
    """From a label of causes on nothing counts, up to the next label or what goes on above it."""
    if clause.mark is not None:
        frame_of(state, clause.mark).named = False
    state.inside = False
    state.cause, state.cause_style = clause, None


def in_cause(state: State, clause: Clause) -> bool:
    """Whether a clause still belongs to the causes that were announced."""
    cause = state.cause
    if cause is None:
        return False
    mark = clause.mark
    if mark is not None and mark.number == 1:
        state.cause_style = mark.style
    goes_on = (
        mark is not None
        and mark.style != state.cause_style
        and any(frame.style == mark.style for frame in state.frames)
    )
    left = not _fills_line(state, cause) and clause.line != cause.line
    if goes_on or (mark is None and (left or naming.begins_measure(state.shadow(clause)))):
        state.cause = None
    return state.cause is not None


def _fills_line(state: State, cause: Clause) -> bool:
    """【原因分析】 on a line of its own, whatever its brackets leave as its stop."""
    return state.text.lines[cause.line][1] - cause.end <= 1
