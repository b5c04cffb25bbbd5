"""Titles of single points: lines of their own or in 【】, above the sentences that name."""

from __future__ import annotations

from extractor.report.items import cues, naming
from extractor.report.items.drafts import Frame, Lead
from extractor.report.items.labels import is_topic, label_of
from extractor.report.items.state import State

_MAX_LINE_TITLE = 18
_STYLE = "title"
"""The frame of what stands under a title."""


def is_title(state: State, index: int) -> bool:
    """居民看不懂 on a line of its own above its paragraph; 【更新慢】 in front of it."""
    clause, following = state.clauses[index], state.following(index)
    if following is None or state.lead.mode == "off":
        return False
    if clause.stop == "】":
        return following.line == clause.line
    if clause.mark or clause.stop != "\n" or not clause.opens_line or following.mark:
        return False
    words = state.words(clause)
    return len(words) <= _MAX_LINE_TITLE and "，" not in words and following.stop in "。；！？"


def take_title(state: State, index: int) -> None:
    """What the title is about decides whether its sentences begin with a problem."""
    clause, following = state.clauses[index], state.clauses[index + 1]
    shadow = state.shadow(clause).strip("【［")
    lead = state.lead
    if naming.acts(shadow) and not cues.NAMES_PROBLEM.search(shadow):
        if clause.stop != "】":
            lead = Lead("measure", state.default)
    elif state.above.mode == "measure":
        lead = state.above
    elif (
        (clause.stop == "】" and _answered_on_line(state, index))
        or cues.SUGGESTS_PROBLEM.search(shadow)
        or lead.mode == "problem"
    ):
        lead = Lead("problem")
    else:
        lead = Lead("open", state.default)
    if lead.mode != "measure":
        state.since = []  # what stands under another title is answered there
    state.govern(lead, following.sentence)
    state.frames = [frame for frame in state.frames if frame.style != _STYLE]
    if is_topic(state.words(clause)) and lead.mode != "measure":
        state.frames.append(Frame(_STYLE, lead, led=True))
        state.headed = following.line


def _answered_on_line(state: State, index: int) -> bool:
    """【答复周期】平均18.2个工作日。补强：… — the title's line goes on to its measure."""
    line = state.clauses[index].line
    for clause in state.clauses[index + 1 :]:
        if clause.line != line or clause.stop == "】":
            break
        label = label_of(state.words(clause), state.year) if clause.stop == "：" else None
        if label is not None:
            return label.sort == "measure"
    return False
