"""Prose in which a first sentence names and the sentences behind it explain."""

from __future__ import annotations

from typing import Literal

from extractor.report.items import cues, naming
from extractor.report.items.clauses import Clause
from extractor.report.items.drafts import Draft
from extractor.report.items.state import State


def explains_paragraph(state: State, index: int, kind: Literal["problem", "measure"]) -> bool:
    """Where each paragraph is an item, its first sentence names and the rest explains."""
    clause = state.clauses[index]
    if clause.opens_line or not state.drafts or state.drafts[-1].kind != kind:
        return False
    first, last = _first_of_line(state, clause.line), state.drafts[-1]
    if first is None or first.mark or last.sentence == clause.sentence or not _names(first, last):
        return False
    return any(_is_item_line(state, line, kind) for line in (clause.line - 1, clause.line + 1))


def explains_title(state: State, index: int) -> bool:
    """加强学习培训。组织全体干部… — prose in which short titles name and the rest explains."""
    clause = state.clauses[index]
    words = state.words(clause)
    if not state.drafts or naming.is_title(words) or naming.aside(words, state.text.text):
        return False
    last = state.drafts[-1]
    titled = (d for d in state.drafts if d.kind == "measure" and d.group == state.group)
    if not all(naming.is_title(state.text.text[d.start : d.end]) for d in titled):
        return False
    if last.kind != "measure" or last.group != state.group or last.sentence == clause.sentence:
        return False
    named = next((c for c in state.clauses[index - 1 :: -1] if _names(c, last)), None)
    same_line = named is not None and named.line == clause.line
    return same_line and naming.is_title(state.text.text[last.start : last.end])


def _is_item_line(state: State, line: int, kind: str) -> bool:
    """Whether the line, too, is a paragraph that begins with an item of the kind."""
    first = _first_of_line(state, line)
    if first is None or first.mark or first.stop in ("：", "\n"):
        return False
    if any(draft.kind == kind and _names(first, draft) for draft in state.drafts):
        return True
    shadow = state.shadow(first)
    if kind == "measure":
        return naming.acts(shadow) or naming.begins_measure(shadow)
    return bool(cues.NAMES_PROBLEM.search(shadow)) and not naming.begins_measure(shadow)


def _first_of_line(state: State, line: int) -> Clause | None:
    return state.first_of_line.get(line)


def _names(clause: Clause, draft: Draft) -> bool:
    return clause.start <= draft.start < clause.end
