"""Titles of single points: lines of their own or in 【】, above the sentences that name."""

from __future__ import annotations

import re

from extractor.report.items import cues, naming
from extractor.report.items.clauses import Clause
from extractor.report.items.drafts import Frame, Lead
from extractor.report.items.labels import is_topic, label_of
from extractor.report.items.state import State

_MAX_LINE_TITLE = 18
_MAX_FIELD = 4
_STYLE = "title"
"""The frame of what stands under a title."""
# 【对应问题1】: which problem is met, and not how.
_REFERRING = re.compile(
    r"(?:针对|对应|对于?|关于|回应|答复)?(?:第?[一二三四五六七八九十\d]{1,2}个?)?(?:问题|不足|短板)[一二三四五六七八九十\d]{0,2}"
)


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
    if state.take_titled_lack(clause, state.above.mode):
        state.govern(Lead("problem"), clause.sentence)
        state.single = len(state.drafts) - 1
        return
    answered = clause.stop == "】" and (answered_on_line(state, index) or _left_alone(state, index))
    if clause.stop == "】" and not answered and _names_item(state, clause, following):
        return
    if naming.is_countered(shadow):
        lead = Lead("measure", True if "情况" in shadow else None)
    elif state.above.mode == "measure":
        lead = state.above
    elif _names_deed(state, shadow):
        if clause.stop != "】":
            lead = Lead("measure", state.default)
    elif answered or cues.SUGGESTS_PROBLEM.search(shadow) or lead.mode == "problem":
        lead = Lead("problem")
    else:
        lead = Lead("open", state.default)
    if lead.mode != "measure":
        state.aside += state.since
        state.since = []  # what stands under another title is answered there
    state.govern(lead, following.sentence)
    state.about = state.words(clause)
    state.frames = [frame for frame in state.frames if frame.style != _STYLE]
    if is_topic(state.words(clause)) and lead.mode != "measure":
        state.frames.append(Frame(_STYLE, lead, led=True))
        state.headed = following.line


def _names_deed(state: State, shadow: str) -> bool:
    """加强平台建设 announces measures; 公开内容 under 存在问题 is a field with a verb's look."""
    if cues.NAMES_PROBLEM.search(shadow) or not naming.acts(shadow):
        return False
    return state.above.mode != "problem" or len(shadow) > _MAX_FIELD


def _names_item(state: State, clause: Clause, following: Clause) -> bool:
    """【解读针对性不强】仅占8.6%。 【分业态定制解读】制作短视频。 — the title is the item."""
    shadow = state.shadow(clause)
    if is_topic(state.words(clause)) or _REFERRING.fullmatch(state.words(clause)):
        return False
    lacks = bool(cues.NAMES_PROBLEM.search(shadow))
    measure = state.lead.mode == "measure" if not lacks else naming.begins_measure(shadow)
    field = not measure and cues.NAMES_PROBLEM.search(state.shadow(following))
    if not lacks and (field or not (measure or naming.acts(shadow))):
        return False  # 【公开平台】广播与网站信息不一致。
    if measure or not lacks:
        state.lead = state.lead if state.lead.mode == "measure" else Lead("measure", state.default)
    elif state.lead.mode != "problem":
        state.lead = Lead("problem")
    state.frames = [frame for frame in state.frames if frame.style != _STYLE]
    state.frames.append(Frame(_STYLE, state.lead, led=True, named=True))
    state.inside = True
    if state.lead.mode == "measure":
        if not state.drafts or state.drafts[-1].kind == "problem":
            state.new_group()
        state.record_measure(clause, clause.start)
    else:
        state.record_problem(clause, clause.start)
    return True


def answered_on_line(state: State, index: int) -> bool:
    """【答复周期】平均18.2个工作日。补强：… — the title's line goes on to its measure."""
    line = state.clauses[index].line
    for clause in state.clauses[index + 1 :]:
        if clause.line != line or clause.stop == "】":
            break
        if clause.paired is not None:
            return clause.paired.side == "measure"
        label = label_of(state.words(clause), state.year) if clause.stop == "：" else None
        if label is not None:
            return label.sort == "measure"
    return False


def _left_alone(state: State, index: int) -> bool:
    """【答复周期】…补强：…【老年群体】适老版本缺位。 — where its fellows each have a measure."""
    clause, following = state.clauses[index], state.clauses[index + 1]
    met = [
        place
        for place, other in enumerate(state.clauses[:index])
        if other.stop == "】" and answered_on_line(state, place)
    ]
    titles = sum(other.stop == "】" for other in state.clauses[:index])
    behind = state.clauses[index - 1].line != clause.line
    acts = naming.begins_measure(state.shadow(following)) or naming.acts(state.shadow(following))
    return behind and len(met) > 1 and len(met) == titles and not acts
