"""Unmarked clauses: what leads, what explains, what names a problem or a measure."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.report.items import (
    bounds,
    cues,
    deeds,
    generic,
    naming,
    openings,
    parting,
    unsaid,
)
from extractor.report.items.clauses import Clause
from extractor.report.items.drafts import Lead
from extractor.report.items.labels import announced, label_of
from extractor.report.items.leads import lead_of
from extractor.report.items.leaving import ONE_PROBLEM, is_met_in_block, leaves_item
from extractor.report.items.paragraphs import explains_paragraph, explains_problem, explains_title
from extractor.report.items.redress import speaks_of_redress
from extractor.report.items.several import lacks
from extractor.report.items.state import State
from extractor.report.items.tense import tells_measure, told
from extractor.report.items.titles import answered_on_line

# 此外，还存在以下问题：
ADDS = re.compile("还|也|另|此外|同时|其他|其它|再")


def take_prose(state: State, index: int) -> None:
    """An unmarked clause leads, explains the item before it, or names something itself."""
    clause = state.clauses[index]
    lead = _lead(state, index)
    lead = state.behind_past(lead) if lead else None
    if state.inside and not leaves_item(state, index, lead):
        return
    if lead is None:
        _free(state, index)
    elif lead is state.lead and state.clauses[index].stop == "：" and lead.mode == "measure":
        state.inside = False  # 公开内容方面：… only says what the next of the measures is about
    elif lead.mode == "measure" and state.inside and state.belongs_to_item(index):
        state.inline(lead)
        state.fresh = True
    else:
        if lead.mode == "problem" and clause.stop == "：" and not _adds(state, clause):
            state.drop_background()
        state.govern(_under_heading(state, lead), clause.sentence)
        state.about = _met_by(state, clause) if lead.mode == "measure" else ""


def _met_by(state: State, clause: Clause) -> str:
    """针对第一个问题，采取三项措施：, 针对解读单一的问题，我局：: which problem the list meets."""
    named = ONE_PROBLEM.match(state.words(clause))
    return named.group() if named else ""


def _adds(state: State, clause: Clause) -> bool:
    """此外，还存在以下问题： and not 但还存在以下问题：, in front of which there was praise."""
    return bool(ADDS.search(state.words(clause))) and not cues.BUT.match(state.shadow(clause))


def _under_heading(state: State, lead: Lead) -> Lead:
    """（二）改进成效。…坚持边查边改：一是… — the sentence leaves open what the heading says."""
    above = state.above
    lead = state.under_heading(lead)
    if lead.mode != "measure" or lead.done is not None or above.mode != "measure":
        return lead
    return replace(lead, done=above.done, weak=above.weak)


def _lead(state: State, index: int) -> Lead | None:
    clause, following = state.clauses[index], state.following(index)
    if following and label_of(state.words(following), state.year):
        following = None
    words = state.words(clause)
    if following and clause.stop == "。" and _is_met_below(state, clause, following):
        following = None
    if following and _vows_in_passing(state, clause, following):
        return Lead("problem")
    lead = lead_of(clause, following, words, state.lead, state.year)
    listed = clause.sentence == state.lead_sentence and clause.stop in ("；", "。")
    if lead and lead.mode == state.lead.mode == "problem" and listed and generic.has_subject(words):
        return None
    return lead or _opening(state, index)


def _opening(state: State, index: int) -> Lead | None:
    """但工作中还有一些不尽如人意的地方。, 来年我局要把这几件事办好。 — no item beside real ones."""
    if openings.opens_problems(state, index):
        return Lead("problem")
    if openings.opens_measures(state, index):
        return Lead("measure", *announced(state.words(state.clauses[index]), state.year))
    return None


def _vows_in_passing(state: State, clause: Clause, following: Clause) -> bool:
    """但还有一些不足，我局坚持边查边改。在时效上，由于…，…偏慢。 — the lacks are told behind it."""
    parts = state.shadow(clause).split("，")
    if len(parts) == 1 or clause.stop not in ("。", "\n") or following.mark:
        return False
    vowed = deeds.is_motto(generic.behind_head(parts[-1]))
    if not vowed or not any(generic.is_generic_problem(part) for part in parts[:-1]):
        return False
    shadow = state.shadow(following)
    return not (naming.acts(shadow) or naming.begins_measure(shadow))


def _is_met_below(state: State, clause: Clause, following: Clause) -> bool:
    """主要有发布迟缓、解读单薄的问题。1.发布迟缓的改进… — the list meets what was just named."""
    if following.mark is None:
        return False
    words, shadow = state.words(following), state.shadow(following)
    acts = naming.acts(shadow) and not cues.NAMES_PROBLEM.search(shadow)
    if not (acts or naming.is_countered(words)):
        return False
    told = state.shadow(clause)
    start = bounds.problem_start(state.words(clause), told, False)
    return start is not None and len(lacks(told[start:], led=True)) > 1


def _free(state: State, index: int) -> None:
    """A clause that stands for itself."""
    clause = state.clauses[index]
    words, shadow = state.words(clause), state.shadow(clause)
    in_lead_sentence = clause.sentence == state.lead_sentence
    left = state.inside
    if left:
        state.leave_item(index)
    if _told_by_word(state, clause, words) or _is_past(state, clause, shadow):
        return
    answered = clause.opens_line and answered_on_line(state, index)
    if state.lead.mode == "measure" and (answered or _is_labelled_behind(state, index)):
        state.lead = Lead("problem")  # 时效——公布比规定晚5天。改进：…, where lines are alike
    if unsaid.is_lack_in_field(state, clause):
        state.lead = state.lead if state.lead.mode == "problem" else Lead("problem")
        _take_problem(state, index, True)
        return
    listed = in_lead_sentence and state.lead.mode == "problem"
    deed = (
        bool(state.since)
        and not listed
        and (
            naming.is_deed(shadow)
            or naming.opens_ahead(shadow, state.year)
            or tells_measure(shadow, state.year)
            or (left and naming.is_counted_deed(shadow))
            or is_met_in_block(state, index)
        )
        and not bounds.turns_to_lack(shadow)
    )
    deed = deed or naming.begins_measure(shadow) or _begins_paragraph(state, clause, shadow)
    listed = listed or _is_headed(state, clause)
    deed = deed or (bool(state.drafts) and not listed and unsaid.sounds_like_measure(state, clause))
    if state.lead.mode != "measure" and deed:
        _turn_to_measures(state, shadow)
    elif not in_lead_sentence and _returns_to_problem(state, clause, shadow):
        state.lead = Lead("problem")
    if state.lead.mode != "measure" and bounds.opens_with_generic(shadow):
        state.lead, state.lead_sentence = Lead("problem"), clause.sentence
        in_lead_sentence = True
    if state.lead.mode == "measure":
        _take_measure(state, index, words)
    elif not state.strict or state.lead.mode == "problem":
        _take_problem(state, index, in_lead_sentence and state.lead.mode == "problem")


def _is_labelled_behind(state: State, index: int) -> bool:
    """…；台账缺项多，改进情况：…; — the label behind the comma says that it is met there."""
    clause, following = state.clauses[index], state.following(index)
    if clause.stop != "，" or following is None or naming.begins_measure(state.shadow(clause)):
        return False
    label = label_of(state.words(following), state.year)
    return label is not None and label.sort == "measure"


def _is_headed(state: State, clause: Clause) -> bool:
    """（三）关于收费公示。分院还挂着原来的价目表。 — behind a head in a list of problems."""
    headed = state.headed == clause.line and bool(state.frames)
    return headed and state.frames[-1].lead.mode == "problem"


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
    if state.lead.redress and not (clause.opens_line and bounds.opens_generally(shadow)):
        return False
    # Within one sentence a list of measures stays one, whatever it complains of.
    return not (state.drafts and state.drafts[-1].sentence == clause.sentence)


def _take_problem(state: State, index: int, announced_here: bool) -> None:
    clause = state.clauses[index]
    if explains_paragraph(state, index, "problem") or explains_problem(state, clause):
        return
    if announced_here and unsaid.is_asked(state, clause, state.following(index)):
        return
    shadow = state.shadow(clause)
    words = state.words(clause)
    # 还存在一些不足。例如，…: nothing was named yet that it could explain.
    first = state.lead.mode == "problem" and not state.since
    first = first and (naming.gives_example(words) or unsaid.is_first_behind_lead(state, clause))
    start = bounds.problem_start(words, shadow, announced_here)
    lacks = first or unsaid.is_sibling(state, index) or unsaid.sounds_like_problem(state, clause)
    if start is None and (lacks or unsaid.turns(state, clause)):
        start = bounds.problem_start(words, shadow, True)
    if start is not None:
        _take_passed(state, index)
        led = announced_here or bounds.is_led(shadow)
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


def _take_passed(state: State, index: int) -> None:
    """The clause in front of a problem's semicolon that no word betrayed is one as well."""
    before = state.clauses[index - 1] if index else None
    if before is None or before.stop != "；" or before.mark is not None:
        return
    taken = state.drafts and state.drafts[-1].start >= before.start
    if taken or state.clauses[index].mark or before.sentence != state.clauses[index].sentence:
        return
    words, shadow = state.words(before), state.shadow(before)
    start = bounds.problem_start(words, shadow, True) if unsaid.may_lack(state, before) else None
    if start is not None:
        state.record_problem(before, before.start + start)


def _take_measure(state: State, index: int, words: str) -> None:
    clause = state.clauses[index]
    if (
        cues.is_nil(words)
        or generic.is_generic_measure(words)
        or generic.only_ties(words)
        or naming.explains(words)
        or clause.stop == "？"  # 这件事怎样办好？
    ):
        return
    if explains_title(state, index) or explains_paragraph(state, index, "measure"):
        return
    if parting.closes(state, index) and parting.is_parting_word(words):
        return
    alone = not any(unsaid.is_measure(draft) for draft in state.drafts)
    # 我局将提高认识，摆上重要位置；…；… — the first of several is told against the first lack.
    told = words if clause.stop != "；" else generic.behind_head(words)
    if generic.is_slogan(words) and not (alone and naming.acts(told)):
        return
    if not alone and openings.is_vow(words):
        return
    if _goes_on_to_plan(state, clause):
        state.new_group()
    state.record_measure(clause, clause.start)
    state.spent = state.labelled


def _goes_on_to_plan(state: State, clause: Clause) -> bool:
    """下一步，… behind a list of what was done: a plan that takes no place in the list."""
    if not naming.begins_plan(state.shadow(clause)) or not state.drafts:
        return False
    last = state.drafts[-1]
    told = sum(draft.group == last.group for draft in state.drafts)
    return last.kind == "measure" and last.sentence != clause.sentence and told > 1
