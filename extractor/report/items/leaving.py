"""When an unmarked clause behind a marked item explains it no longer, but stands for itself."""

from __future__ import annotations

import re
from itertools import takewhile

from extractor.report.items import bounds, cues, deeds, generic, naming, unsaid
from extractor.report.items.counts import counted
from extractor.report.items.drafts import Lead
from extractor.report.items.labels import NOUN_PROBLEM, label_of
from extractor.report.items.state import State
from extractor.report.items.tense import tells_measure

ONE_PROBLEM = re.compile(
    rf"(?:针对|对于?|围绕|就)(?:第[一二三四五六七八九\d]个?|{NOUN_PROBLEM}[一二三四五六七八九\d](?=[，：])"
    rf"|(?!上述|以上|这些|存在|此类|以下|前述)[^，。；：]{{4,40}}?)(?:的?{NOUN_PROBLEM})?(?=[，：]|$)"
)
"""Which problem a measure or a list of measures meets."""

_ONLY = re.compile("，[^，。；]{0,8}(?:只有|仅有|仅为|只占|仅占)\\d[^，。；]{0,4}$")
_ALSO = re.compile("(?:同时|此外|另外|与此同时)，?(?:还|也)?")

_ANEW = re.compile("(?:目前|当前|本年度?|今年|现有|现存|仍?存在|主要)的?")


def leaves_item(state: State, index: int, lead: Lead | None) -> bool:
    """Whether an unmarked clause behind a marked one does more than explain it."""
    clause, frame = state.clauses[index], state.frames[-1]
    shadow = state.shadow(clause)
    goes_on = state.goes_on(index, frame)
    if lead is not None:
        return lead.mode != frame.lead.mode or _takes_up_list(state, index)
    if frame.lead.mode != "measure":
        if _is_second_problem(state, index) or (not goes_on and _makes_up_count(state, index)):
            return True
        if naming.measure_is(shadow):
            return True
        if naming.begins_measure(shadow) or naming.is_own_deed(shadow):
            return True
        met_before = len(state.drafts) > 1 and state.drafts[-2].kind == "measure"
        if met_before and naming.is_counted_deed(shadow):
            return True
        if naming.completes(shadow) or naming.opens_ahead(shadow, state.year):
            return True
        if is_met_in_block(state, index):
            return True
        if not goes_on and clause.opens_line:
            if naming.surely_acts(shadow):
                return True
            return not _is_met_next(state, index) and unsaid.sounds_like_measure(state, clause)
        # 全年镇长办公会开了18次，公开的只有2次: counted for the sake of the lack
        told = tells_measure(shadow, state.year) and not _ONLY.search(shadow)
        return not goes_on and told
    if clause.opens_line and bounds.is_led(shadow):
        return True  # 从全年看，还存在…等问题, behind what became of last year's
    if naming.opens_field(state.words(clause), state.text.text):
        return True  # 队伍建设方面，…, where the lists before it began in the same way
    if goes_on or generic.is_slogan(state.words(clause)):
        return False
    if _ANEW.match(shadow) and naming.says_problem_is(shadow):
        return True  # 目前的问题是…, behind what became of last year's
    met = ONE_PROBLEM.match(shadow) if clause.opens_line else None
    if met is not None and re.search(NOUN_PROBLEM, met.group()):
        state.about = ""
        return True  # 针对第三个问题，…, where the list before it met the second
    if naming.adds_plan(shadow) or _adds_measure(state, index):
        return True
    if naming.adds_to_list(shadow) and _told_bare(state, index):
        return True
    return frame.lead.done is not False and naming.begins_plan(shadow)


def is_met_in_block(state: State, index: int) -> bool:
    """Behind a problem and what explains it, who did or will do what."""
    shadow = state.shadow(state.clauses[index])
    if deeds.is_told(shadow):
        return True
    return deeds.is_likely(shadow) and state.meets_in_blocks(index)


def _is_met_next(state: State, index: int) -> bool:
    """审核把关有疏漏 / 全年查出错字9处。 / 改进举措：… — in between the lack is explained."""
    following = state.following(index)
    label = label_of(state.words(following), state.year) if following else None
    return label is not None and label.sort == "measure"


def _told_bare(state: State, index: int) -> bool:
    """一是…；二是…；三是…。我局还将… — no point of the list has a sentence that explains it."""
    told = state.clauses[index - 1 :: -1]
    run = list(takewhile(lambda clause: clause.line == state.clauses[index].line, told))
    begun = next((place for place, c in enumerate(run) if c.mark and c.mark.number == 1), None)
    return begun is not None and begun > 0 and all(c.mark for c in run[: begun + 1])


def _adds_measure(state: State, index: int) -> bool:
    """…；三是…；同时加强与上级部门沟通 — behind the list's last, one more without a number."""
    clause, before = state.clauses[index], state.clauses[index - 1]
    told = _ALSO.match(state.shadow(clause))
    joined = before.stop == "；" and before.line == clause.line and before.mark is not None
    return told is not None and joined and naming.acts(state.shadow(clause)[told.end() :])


def _is_second_problem(state: State, index: int) -> bool:
    """一方面，…；… — behind a semicolon, a second problem in the same item."""
    before, clause = state.clauses[index - 1], state.clauses[index]
    if naming.explains(state.words(clause)) or naming.explains(state.words(before)):
        return False
    if before.mark is None and not _is_behind_label(state, index - 1):
        return False  # 落实不到位。公示率九成；变动后更新不及时: both explain
    if before.stop != "；" or before.line != clause.line or state.frames[-1].lead.mode == "off":
        return False
    shadow = state.shadow(clause)
    first = shadow.split("，", 1)[0]
    return bool(cues.NAMES_PROBLEM.search(first)) and not naming.begins_measure(shadow)


def _is_behind_label(state: State, index: int) -> bool:
    """1.主要问题：A；B；C — the number is the label's, and A is no item of a list."""
    head = state.clauses[index - 1] if index else None
    if head is None or head.stop != "：" or head.line != state.clauses[index].line:
        return False
    mark = head.mark or (index > 1 and not state.words(state.clauses[index - 2]))
    label = label_of(state.words(head), state.year)
    return bool(mark) and label is not None and label.sort == "problem"


def _makes_up_count(state: State, index: int) -> bool:
    """一方面，…；另一方面，…。…。针对上述三方面不足，…: what was counted up is one more."""
    clause = state.clauses[index]
    shadow = state.shadow(clause)
    lacks = cues.NAMES_PROBLEM.search(shadow) and not naming.begins_measure(shadow)
    if clause.mark or clause.stop not in ("。", "\n") or not lacks:
        return False
    if naming.explains(state.words(clause)):
        return False
    return counted(state.text.text[clause.end :]) == state.problems + 1


def _takes_up_list(state: State, index: int) -> bool:
    """Whether behind a lead a list that was being read goes on or begins again."""
    following = state.following(index)
    if following is None or following.mark is None:
        return state.clauses[index].opens_line
    return any(frame.style == following.mark.style for frame in state.frames)
