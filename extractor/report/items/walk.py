"""Reads a section clause by clause: labels, marked items, and prose."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.report.items import cues
from extractor.report.items.arrows import take_arrow
from extractor.report.items.causes import begin_cause, in_cause
from extractor.report.items.clauses import Clause
from extractor.report.items.compact import Compact
from extractor.report.items.drafts import Draft, Lead, Mode
from extractor.report.items.labels import Label, Sort, is_column, label_of
from extractor.report.items.lists import frame_of, take_marked
from extractor.report.items.prose import ADDS, take_prose
from extractor.report.items.state import State
from extractor.report.items.titles import is_title, take_title
from extractor.report.items.voice import Voice

_MODES: dict[Sort, Mode] = {
    "problem": "problem",
    "measure": "measure",
    "both": "open",
    "past": "past",
    "off": "off",
}


def read(
    text: Compact,
    found: list[Clause],
    lead: Lead,
    year: int | None,
    strict: bool,
    voice: Voice,
) -> list[Draft]:
    """The items of a section; `strict` takes none before a lead has announced them."""
    state = State(text, found, lead, year, strict, voice)
    labels = (_label(state, clause) for clause in found)
    state.labelled_singly = (
        sum(label is not None and label.sort == "problem" for label in labels) > 1
    )
    skipped = -1
    for index, clause in enumerate(found):
        if index == skipped and clause.mark is None:
            continue
        if clause.paired is not None and clause.paired.side == "asked":
            continue
        if clause.stop == "：" and is_column(state.words(clause)):
            skipped = index + 1
            _take_deadline(state, clause, skipped)
            continue
        label = _label(state, clause)
        if label is not None and _shows(state, clause, label):
            continue
        if label is not None and label.sort == "cause":
            begin_cause(state, clause)
        elif label is not None:
            state.cause = None
            _announce(state, index, label)
        elif in_cause(state, clause) or take_arrow(state, index):
            continue
        elif is_title(state, index):
            take_title(state, index)
        elif clause.mark is not None:
            take_marked(state, index)
        elif state.lead.mode != "off":
            take_prose(state, index)
    return state.drafts


def _take_deadline(state: State, column: Clause, index: int) -> None:
    """时限：2024年6月底前 behind a measure: it is still to come."""
    last = state.drafts[-1] if state.drafts else None
    if last is None or last.kind != "measure" or index >= len(state.clauses):
        return
    told = state.words(state.clauses[index])
    if re.search("[时期]限|时间|情况", state.words(column)) and re.search("^已|完成$|办结$", told):
        last.lead = replace(last.lead, done=True, weak=False)
    elif re.search("[时期]限|时间", state.words(column)) and re.search("前|底|长期|持续", told):
        last.lead = replace(last.lead, done=False, weak=False)


def _label(state: State, clause: Clause) -> Label | None:
    words = state.words(clause)
    if clause.paired is not None and clause.paired.side != "asked":
        return Label(clause.paired.side, done=clause.paired.done, weak=clause.paired.done is None)
    if not words or clause.stop == "；":
        return None
    if clause.stop == "" and clause.mark is None and not state.opens(clause):
        return None
    label = label_of(words, state.year)
    if label is not None and label.sort == "off" and cues.NAMES_PROBLEM.search(words):
        return None  # 建议提案办理结果公开不完整 is about them, and no heading
    return label


_SHOWS = re.compile("表现|描述|情形|症状|现象")


def _shows(state: State, clause: Clause, label: Label) -> bool:
    """（一）检测信息公开不充分 / 问题表现：… — how the lack shows that has just been named."""
    named = state.inside and bool(state.frames) and state.frames[-1].named
    last = state.drafts[-1] if state.drafts else None
    told = label.sort == "problem" and last is not None and last.kind == "problem"
    return named and told and clause.mark is None and bool(_SHOWS.search(state.words(clause)))


def _begins_own_list(state: State, index: int) -> bool:
    following = state.following(index)
    mark = following.mark if following else None
    return mark is not None and mark.number == 1 and mark.style != state.frames[-1].style


def _announce(state: State, index: int, label: Label) -> None:
    """A label governs what follows it, or only the item in which it stands."""
    clause = state.clauses[index]
    lead = Lead(_MODES[label.sort], label.done, label.year, label.redress, label.weak)
    lead = state.behind_past(lead)
    if clause.opens_line and clause.stop == "\n":
        state.above = lead
        state.since, state.aside = state.aside + state.since, []
    else:
        lead = state.under_heading(lead)
    pointed = clause.mark is None or clause.mark.style == "bullet"  # 更新慢。→改进：…
    if pointed and lead.mode == "measure" and state.belongs_to_item(index):
        state.inline(lead)
        state.labelled = True
        # 改进措施：（1）…；（2）…: a list of its own within the item.
        state.fresh = _begins_own_list(state, index)
        state.lead_sentence = clause.sentence
        return
    if clause.mark is not None:
        frame = frame_of(state, clause.mark)
        frame.named = frame.detail = False
        frame.lead = lead
    if label.sort == "problem" and not ADDS.search(state.words(clause)):
        state.drop_background()
    state.govern(lead, clause.sentence)
    state.labelled = True
    state.inner = clause.mark.style if clause.mark else None
    if label.sort == "problem" and state.labelled_singly:
        state.single = len(state.drafts)
