"""Unmarked clauses: what leads, what explains, what names a problem or a measure."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.report.items import cues, generic, naming
from extractor.report.items.clauses import Clause
from extractor.report.items.drafts import Draft, Lead
from extractor.report.items.labels import NOUN_PROBLEM, announced, label_of
from extractor.report.items.leads import lead_of, speaks_of_redress
from extractor.report.items.paragraphs import explains_paragraph, explains_problem, explains_title
from extractor.report.items.state import State
from extractor.report.items.tense import tells_measure, told
from extractor.report.items.voice import SURE, SURE_BEFORE

# 大多是转发省厅的: without a subject of its own it goes on about the lack before it.
_ONLY_ADDS = re.compile(
    "大多|多数|多半|其余|平均|最[长多少晚高低]|甚至|往往|有时|为此|其(?![他它])"
)

_DATED_CASE = re.compile(rf"{cues.DATED}(?!将|拟|计划)|\d{{1,2}}月|[^，。；]{{2,14}}期间，")


def take_prose(state: State, index: int) -> None:
    """An unmarked clause leads, explains the item before it, or names something itself."""
    clause = state.clauses[index]
    lead = _lead(state, index)
    lead = state.behind_past(lead) if lead else None
    if state.inside and not _leaves_item(state, index, lead):
        return
    if lead is None:
        _free(state, index)
    elif lead is state.lead and state.clauses[index].stop == "：" and lead.mode == "measure":
        state.inside = False  # 公开内容方面：… only says what the next of the measures is about
    elif lead.mode == "measure" and state.inside and state.belongs_to_item(index):
        state.inline(lead)
        state.fresh = True
    else:
        state.govern(lead, clause.sentence)


def _lead(state: State, index: int) -> Lead | None:
    clause, following = state.clauses[index], state.following(index)
    if following and label_of(state.words(following), state.year):
        following = None
    words = state.words(clause)
    lead = lead_of(clause, following, words, state.lead, state.year)
    listed = clause.sentence == state.lead_sentence and clause.stop in ("；", "。")
    if lead and lead.mode == state.lead.mode == "problem" and listed and generic.has_subject(words):
        return None
    return lead


def _leaves_item(state: State, index: int, lead: Lead | None) -> bool:
    """Whether an unmarked clause behind a marked one does more than explain it."""
    clause, frame = state.clauses[index], state.frames[-1]
    shadow = state.shadow(clause)
    goes_on = state.goes_on(index, frame)
    if lead is not None:
        return lead.mode != frame.lead.mode or _takes_up_list(state, index)
    if frame.lead.mode != "measure":
        if _is_second_problem(state, index):
            return True
        if naming.measure_is(shadow):
            return True
        if naming.begins_measure(shadow) or naming.is_own_deed(shadow):
            return True
        if naming.completes(shadow):
            return True
        if not goes_on and clause.opens_line:
            return naming.surely_acts(shadow) or _sounds_like_measure(state, clause)
        return not goes_on and tells_measure(shadow, state.year)
    if clause.opens_line and naming.is_led(shadow):
        return True  # 从全年看，还存在…等问题, behind what became of last year's
    if naming.opens_field(state.words(clause), state.text.text):
        return True  # 队伍建设方面，…, where the lists before it began in the same way
    if goes_on or generic.is_slogan(state.words(clause)):
        return False
    if naming.adds_plan(shadow):
        return True
    return frame.lead.done is not False and naming.begins_plan(shadow)


def _is_second_problem(state: State, index: int) -> bool:
    """一方面，…；… — behind a semicolon, a second problem in the same item."""
    before, clause = state.clauses[index - 1], state.clauses[index]
    if naming.explains(state.words(clause)) or naming.explains(state.words(before)):
        return False
    if before.mark is None:
        return False  # 落实不到位。公示率九成；变动后更新不及时: both explain
    if before.stop != "；" or before.line != clause.line or state.frames[-1].lead.mode == "off":
        return False
    shadow = state.shadow(clause)
    first = shadow.split("，", 1)[0]
    return bool(cues.NAMES_PROBLEM.search(first)) and not naming.begins_measure(shadow)


def _takes_up_list(state: State, index: int) -> bool:
    """Whether behind a lead a list that was being read goes on or begins again."""
    following = state.following(index)
    if following is None or following.mark is None:
        return state.clauses[index].opens_line
    return any(frame.style == following.mark.style for frame in state.frames)


def _free(state: State, index: int) -> None:
    """A clause that stands for itself."""
    clause = state.clauses[index]
    words, shadow = state.words(clause), state.shadow(clause)
    in_lead_sentence = clause.sentence == state.lead_sentence
    if state.inside:
        state.leave_item(index)
    if _told_by_word(state, clause, words) or _is_past(state, clause, shadow):
        return
    listed = in_lead_sentence and state.lead.mode == "problem"
    deed = (
        bool(state.since)
        and not listed
        and (naming.is_deed(shadow) or tells_measure(shadow, state.year))
        and not naming.turns_to_lack(shadow)
    )
    deed = deed or naming.begins_measure(shadow) or _begins_paragraph(state, clause, shadow)
    deed = deed or (bool(state.drafts) and not listed and _sounds_like_measure(state, clause))
    if state.lead.mode != "measure" and deed:
        _turn_to_measures(state, shadow)
    elif not in_lead_sentence and _returns_to_problem(state, clause, shadow):
        state.lead = Lead("problem")
    if state.lead.mode != "measure" and naming.opens_with_generic(shadow):
        state.lead, state.lead_sentence = Lead("problem"), clause.sentence
        in_lead_sentence = True
    if state.lead.mode == "measure":
        _take_measure(state, index, words)
    elif not state.strict or state.lead.mode == "problem":
        _take_problem(state, index, in_lead_sentence and state.lead.mode == "problem")


def _is_past(state: State, clause: Clause, shadow: str) -> bool:
    """Whether last year's problems are still being told, and not yet how they were met."""
    if state.lead.mode != "past":
        return False
    if clause.sentence == state.lead_sentence:
        return True
    if naming.begins_measure(shadow) or naming.acts(shadow) or naming.is_deed(shadow):
        state.lead = Lead("measure", True, redress=True)
        state.new_group()
        return False
    state.lead = Lead("open", state.default)
    return False


def _begins_paragraph(state: State, clause: Clause, shadow: str) -> bool:
    """A new paragraph behind the problems that begins with what somebody does."""
    if not state.since or not clause.opens_line:
        return False
    return naming.acts(shadow) and not cues.NAMES_PROBLEM.search(shadow)


def _told_by_word(state: State, clause: Clause, words: str) -> bool:
    """问题是…, 改进情况是…, and what became of last year's problems."""
    if naming.says_problem_is(words):
        state.lead, state.lead_sentence = Lead("problem"), clause.sentence
        return False
    behind = naming.measure_is(words)
    if behind:
        state.govern(Lead("measure", *announced(words[:behind], state.year)), clause.sentence)
        state.record_measure(clause, clause.start + behind)
        return True
    if speaks_of_redress(words, state.year):
        state.record_redress(clause)
        return True
    return False


def _turn_to_measures(state: State, shadow: str) -> None:
    if state.strict and state.lead.mode == "open":
        return
    done = naming.announced_by(shadow, state.default)
    # 2025年一季度，…。三个管理站…: the first says when, whatever the section's heading says.
    ahead = done is not False and told(shadow, state.year) == "planned"
    state.lead = Lead("measure", False if ahead else done, weak=ahead)
    state.new_group()


def _returns_to_problem(state: State, clause: Clause, shadow: str) -> bool:
    if state.lead.mode != "measure" or not naming.returns_to_problem(shadow):
        return False
    if state.lead.redress and not (clause.opens_line and naming.opens_generally(shadow)):
        return False
    # Within one sentence a list of measures stays one, whatever it complains of.
    return not (state.drafts and state.drafts[-1].sentence == clause.sentence)


def _take_problem(state: State, index: int, announced_here: bool) -> None:
    clause = state.clauses[index]
    if explains_paragraph(state, index, "problem") or explains_problem(state, clause):
        return
    shadow = state.shadow(clause)
    words = state.words(clause)
    # 还存在一些不足。例如，…: nothing was named yet that it could explain.
    first = state.lead.mode == "problem" and not state.since
    first = first and (naming.gives_example(words) or _is_first_behind_lead(state, clause))
    start = naming.problem_start(words, shadow, announced_here)
    unsaid = first or _is_sibling(state, index) or _sounds_like_problem(state, clause)
    if start is None and (unsaid or _turns(state, clause)):
        start = naming.problem_start(words, shadow, True)
    if start is not None:
        _take_passed(state, index)
        led = announced_here or naming.is_led(shadow)
        state.record_problem(clause, clause.start + start, led)
        _close_head(state, clause)


def _close_head(state: State, clause: Clause) -> None:
    """3.平台建设方面。回复率低。同时，账号重复。 — the first sentence names, the rest explains."""
    if state.headed != clause.line or not state.frames:
        return
    frame = state.frames[-1]
    frame.named, state.inside, state.headed = True, True, None
    if frame.lead.mode == "open":
        frame.lead = replace(frame.lead, mode="problem")


def _turns(state: State, clause: Clause) -> bool:
    """停运通知往年前一天才发，今年改为提前三天: what is different now was lacking."""
    turn = cues.TURNS_TO_MEASURE.search(state.shadow(clause))
    return bool(turn and turn.start()) and _may_lack(state, clause)


def _sounds_like_problem(state: State, clause: Clause) -> bool:
    """申请答复由法律顾问审核，往返需四个工作日: no word of lack, but the classifier hears one."""
    heard = state.heard(clause)
    enough = SURE if any(_is_measure(draft) for draft in state.drafts) else SURE_BEFORE
    shadow = state.shadow(clause)
    only_adds = _ONLY_ADDS.match(shadow) or naming.explains(state.words(clause))
    if heard is None or heard < enough or only_adds or _behind_plain_lack(state, clause):
        return False
    # 大家当面提了不足，我们一条条记了账: speaks of lacks and names none.
    general = any(generic.is_generic_problem(part) for part in shadow.split("，"))
    return not (general or re.search(NOUN_PROBLEM, shadow)) and _may_lack(state, clause)


def _behind_plain_lack(state: State, clause: Clause) -> bool:
    """首发时间偏晚。汛期期间，首条4小时后才上网: a dated case of the lack told in front of it."""
    if not _DATED_CASE.match(state.words(clause)):
        return False
    last = state.drafts[-1] if state.drafts else None
    if last is None or last.kind != "problem" or state.line_of(last) != clause.line:
        return False
    return bool(cues.NAMES_PROBLEM.search(state.text.shadow[last.start : last.end]))


def _sounds_like_measure(state: State, clause: Clause) -> bool:
    """三个管理站统一用一张巡护表: no word of doing, but the classifier hears a measure."""
    heard, first = state.heard(clause), state.shadow(clause).split("，", 1)[0]
    if heard is None or heard > -SURE or _turns(state, clause):
        return False
    if naming.turns_to_lack(state.shadow(clause)) or re.search(
        "(?<!不)[只仅](?![要有])", state.shadow(clause)
    ):
        return False
    return not cues.NAMES_PROBLEM.search(first)


def _is_sibling(state: State, index: int) -> bool:
    """…更新慢；…平均用时12天：what a semicolon joins to a problem is one."""
    clause, before = state.clauses[index], state.clauses[index - 1]
    last = state.drafts[-1] if state.drafts else None
    if last is None or last.kind != "problem" or last.sentence != clause.sentence:
        return False
    return before.stop == "；" and before.start <= last.start and _may_lack(state, clause)


def _take_passed(state: State, index: int) -> None:
    """The clause in front of a problem's semicolon that no word betrayed is one as well."""
    before = state.clauses[index - 1] if index else None
    if before is None or before.stop != "；" or before.mark is not None:
        return
    taken = state.drafts and state.drafts[-1].start >= before.start
    if taken or state.clauses[index].mark or before.sentence != state.clauses[index].sentence:
        return
    words, shadow = state.words(before), state.shadow(before)
    start = naming.problem_start(words, shadow, True) if _may_lack(state, before) else None
    if start is not None:
        state.record_problem(before, before.start + start)


def _may_lack(state: State, clause: Clause) -> bool:
    """Whether nothing in a clause speaks against its naming a problem."""
    shadow = state.shadow(clause)
    parts = [part for part in shadow.split("，") if part and not generic.is_generic_problem(part)]
    told = "，".join(parts)
    acts = not told or naming.acts(told) or naming.begins_measure(told)
    return not (acts or cues.PRAISE.search(told) or generic.is_slogan(state.words(clause)))


def _is_first_behind_lead(state: State, clause: Clause) -> bool:
    """先说不足。… — nothing was named since the lead: what follows it is what it announced."""
    shadow = state.shadow(clause)
    parts = [part for part in shadow.split("，") if part]
    praised = any(cues.PRAISE.search(part) or generic.is_generic_problem(part) for part in parts)
    return state.fresh and not praised and not generic.is_slogan(state.words(clause))


def _take_measure(state: State, index: int, words: str) -> None:
    clause = state.clauses[index]
    if (
        cues.is_nil(words)
        or generic.is_generic_measure(words)
        or generic.only_ties(words)
        or naming.explains(words)
    ):
        return
    if explains_title(state, index) or explains_paragraph(state, index, "measure"):
        return
    alone = not any(_is_measure(draft) for draft in state.drafts)
    if generic.is_slogan(words) and not (alone and naming.acts(state.shadow(clause))):
        return
    if _goes_on_to_plan(state, clause):
        state.new_group()
    state.record_measure(clause, clause.start)


def _goes_on_to_plan(state: State, clause: Clause) -> bool:
    """下一步，… behind a list of what was done: a plan that takes no place in the list."""
    if not naming.begins_plan(state.shadow(clause)) or not state.drafts:
        return False
    last = state.drafts[-1]
    told = sum(draft.group == last.group for draft in state.drafts)
    return last.kind == "measure" and last.sentence != clause.sentence and told > 1


def _is_measure(draft: Draft) -> bool:
    return draft.kind == "measure"
