"""Marked clauses: which list they belong to, and what their items are."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.report.items import cues, generic, naming
from extractor.report.items.clauses import Clause
from extractor.report.items.drafts import Frame, Lead
from extractor.report.items.labels import NOUN_PROBLEM, announced, is_topic
from extractor.report.items.marks import Mark
from extractor.report.items.state import State

_CAUSE = re.compile(
    r"(?:存在|产生|形成)?(?:问题)?的?(?:主要)?(?:原因|成因|根源)(?:分析|剖析)?(?:：|$)"
)
# Last year's problem (更新迟缓问题。), in front of the sentence that says how it was met.
_LACK = re.compile(rf"^[^，。；]{{2,30}}{NOUN_PROBLEM}$")
_MAX_FIELD = 14
_FIELD_END = re.compile(rf"方面(?:的?{NOUN_PROBLEM})?$")
# “突击公开”多: what is quoted hides the lack, not that something is said of it.
_PREDICATE = re.compile(
    "[，过太较偏很极]|存在|出现|[多少散乱虚弱差慢低]$"
    # 公开意识有反弹
    "|有(?:所)?(?:反弹|回落|下滑|下降|退步|滑坡|松动|温差|落差|反复|出入|疏漏|脱节|断点)$"
)
# （一）公开渠道方面的不足。仅在网站公示，… — says in what field something is lacking.
_FIELD_OF_LACKS = re.compile(rf"[^，。；：]{{2,12}}方面(?:存在)?的?(?:主要)?{NOUN_PROBLEM}")
_PAIRED = re.compile(
    r"(?:针对|对于?|围绕)[^，]{2,40}(?:问题|不足|情况|现象)"
    r"(?:，[^，。；]{0,8}?(?:采取|落实|做好|抓好|开展|推出|制定)[^，。；]{0,6}[两二三四五六几\d]项?[^，。；]{0,4}"
    r"(?:措施|举措|工作|办法|对策))?"
)


def take_marked(state: State, index: int) -> None:
    """A marked clause is an item, the head of what follows, or a detail of an item."""
    clause = state.clauses[index]
    assert clause.mark is not None
    _worded(state, clause.mark)
    frame = frame_of(state, clause.mark)
    if frame.lead.mode in ("off", "past"):
        state.inside = False
        return
    if frame.detail:
        state.inside = True
        return
    state.fresh = False
    following = state.following(index)
    if state.take_titled_lack(clause, frame.lead.mode):
        frame.named = state.inside = True
        return
    if following and following.mark is None and naming.is_countered(state.words(clause)):
        state.govern(
            Lead("measure", True if "情况" in state.words(clause) else None), clause.sentence
        )
        frame.lead, frame.named, state.about = state.lead, False, state.words(clause)
        return
    if _leads_on(state, clause, following):
        state.govern(Lead("measure", *announced(state.words(clause), state.year)), clause.sentence)
        frame.named = False
        return
    frame.named = not _is_head(state, clause, state.following(index))
    state.headed = None if frame.named else clause.line
    if not frame.named:
        state.heads.add(state.words(clause))
    state.inside = frame.named
    if not frame.named:
        return
    restarted = clause.mark.number == 1 and bool(state.drafts)
    mode = naming.mode_of_item(state.shadow(clause), frame.lead.mode, restarted)
    if clause.mark.style == "pair" and restarted and _takes_up_pair(state, clause):
        mode = "measure"
    if mode == "measure" and frame.lead.mode == "open" and _list_of_lacks(state, index):
        mode = "problem"
    turns = mode == "measure" and frame.lead.mode == "problem" and not restarted
    if turns and _go_on_lacking(state, index):
        mode = "problem"
    if mode != frame.lead.mode:
        frame.lead = state.lead = replace(state.lead, mode=mode)
        state.new_group()
    if mode == "measure":
        state.record_measure(clause, clause.start)
    else:
        state.record_problem(clause, clause.start)


def _leads_on(state: State, clause: Clause, following: Clause | None) -> bool:
    """第三，明年打算抓好两件事：一要…；二要… — a point that leads into a list of its own."""
    inner, outer = following.mark if following else None, clause.mark
    if inner is None or outer is None or inner.number != 1 or inner.style == outer.style:
        return False
    words = state.words(clause)
    dated = announced(words, state.year)[1] is not None or re.search(cues.NEXT, words)
    return clause.stop == "：" and bool(dated) and generic.is_generic_measure(words)


def _takes_up_pair(state: State, clause: Clause) -> bool:
    """前者，…；后者，… behind two problems: what is said of each is its measure."""
    return len(state.since) > 1 and not cues.NAMES_PROBLEM.search(state.shadow(clause))


def _list_of_lacks(state: State, index: int) -> bool:
    """一是公开责任落实有温差；二是解读质量不高 — the other items say what the first is."""
    mark = state.clauses[index].mark
    if naming.begins_measure(state.shadow(state.clauses[index])):
        return False
    others = []
    for clause in state.clauses[index + 1 :]:
        if clause.mark is None or mark is None or clause.mark.style != mark.style:
            continue
        if clause.mark.number is None or clause.mark.number == 1:
            break
        shadow = state.shadow(clause)
        lacks = cues.NAMES_PROBLEM.search(shadow.split("，", 1)[0])
        others.append(bool(lacks) and not naming.begins_measure(shadow))
    return bool(others) and all(others)


def _go_on_lacking(state: State, index: int) -> bool:
    """…；二是今年已有两个村的栏被拆；三是更新慢 — a list does not turn for one item."""
    mark = state.clauses[index].mark
    number, lacking = mark.number if mark else None, False
    if mark is None or number is None:
        return False
    for clause in state.clauses[index + 1 :]:
        if clause.mark is None or clause.mark.style != mark.style:
            continue
        if clause.mark.number != number + 1:
            break
        number += 1
        shadow = state.shadow(clause)
        if not cues.NAMES_PROBLEM.search(shadow) or naming.begins_measure(shadow):
            return False
        lacking = True
    return lacking


def frame_of(state: State, mark: Mark) -> Frame:
    """The list to which a mark belongs, made if it begins one."""
    for depth in range(len(state.frames) - 1, -1, -1):
        frame = state.frames[depth]
        if frame.style != mark.style:
            continue
        if mark.number == 1 and _ended(state, depth):
            break
        nested = depth > 0 or depth + 1 < len(state.frames)
        if mark.number == 1 and (state.fresh or nested):
            del state.frames[depth:]
            break
        left = any(inner.style == state.inner for inner in state.frames[depth + 1 :])
        del state.frames[depth + 1 :]
        return _next_item(state, frame, mark, left)
    if _takes_over(state, mark):
        frame = state.frames[-1]
        frame.style = mark.style
        return _next_item(state, frame, mark)
    explains = not state.fresh and bool(state.frames) and state.frames[-1].named
    begun = Frame(mark.style, state.lead, mark.number or 1, detail=explains, led=state.fresh)
    state.frames.append(begun)
    return begun


def _ended(state: State, depth: int) -> bool:
    """（一）健全制度。一是…, where the problems before the lead were counted 一是, too."""
    return not state.fresh and any(frame.led for frame in state.frames[depth + 1 :])


def _takes_over(state: State, mark: Mark) -> bool:
    """（二）… 3.… — a hurried hand goes on counting in another style."""
    if not state.frames or mark.number is None or mark.number < 2:
        return False
    return state.frames[-1].number + 1 == mark.number and not state.frames[-1].detail


def _next_item(state: State, frame: Frame, mark: Mark, left: bool = False) -> Frame:
    """A list goes on: under its own lead, or under one that was read since.

    `left`: that one stood in a list within the item before (（一）…1.表现…2.措施…（二）…).
    """
    spent = state.spent and mark.number != 1
    if state.fresh and not spent and not left:
        frame.lead = state.lead
    else:
        state.lead = frame.lead
    frame.number = mark.number or frame.number + 1
    return frame


def _worded(state: State, mark: Mark) -> None:
    """问题一：… 措施一：… — the mark itself says what the item is."""
    if state.lead.mode == "off":
        return
    if mark.style == "word-problem" and state.lead.mode != "problem":
        state.govern(Lead("problem"), -1)
    elif mark.style == "word-measure" and state.lead.mode != "measure":
        told = "情况" in state.text.text[mark.start : mark.end]
        state.govern(Lead("measure", True if told else None), -1)


def _is_field(state: State, clause: Clause, following: Clause | None) -> bool:
    """（一）关于公开标准。各地理解不一致。 — a bare noun; what lacks is told behind it."""
    if _titles_name(state, clause):
        return False
    words, shadow = state.words(clause), state.shadow(clause)
    if len(words) > _MAX_FIELD or _PREDICATE.search(words):
        return False
    # 监测数据“看得见、用不上”: a lack in quotes is one.
    if cues.SUGGESTS_PROBLEM.search(shadow) or cues.NAMES_PROBLEM.search(words):
        return False
    if naming.acts(shadow) or state.frames[-1].lead.mode == "measure":
        return False
    if following is None:
        return False
    if following.mark:
        return _heads_list(state, clause, following)
    return words.startswith("关于") or bool(cues.NAMES_PROBLEM.search(state.shadow(following)))


def _heads_list(state: State, clause: Clause, following: Clause) -> bool:
    """1.政策供给端。①不同步起草解读；②… — a field above its own list."""
    inner, outer = following.mark, clause.mark
    if inner is None or outer is None or inner.number != 1 or inner.style == outer.style:
        return False
    return bool(cues.NAMES_PROBLEM.search(state.shadow(following)))


def _titles_name(state: State, clause: Clause) -> bool:
    """手机上的字小、词生, where the titles beside it (更新不一致, 公示不够详细) name what lacks."""
    if clause.mark is None or is_topic(state.words(clause)) or clause.stop != "\n":
        return False
    beside = [
        state.shadow(other)
        for other in state.clauses
        if other is not clause and other.mark and other.mark.style == clause.mark.style
    ]
    return len(beside) > 1 and all(cues.NAMES_PROBLEM.search(title) for title in beside)


def _is_head(state: State, clause: Clause, following: Clause | None) -> bool:
    """Whether a marked clause only says what its own list or sentences are about."""
    words, shadow = state.words(clause), state.shadow(clause)
    if not words:
        return True
    if _CAUSE.match(words):
        return True
    told_behind = following is not None and following.mark is None
    lacks = following and cues.SUGGESTS_PROBLEM.search(state.shadow(following))
    if told_behind and lacks and _FIELD_OF_LACKS.fullmatch(words):
        return True
    if state.frames[-1].lead.redress and _LACK.search(words) and told_behind:
        return True
    if cues.NAMES_PROBLEM.search(shadow) and not words.startswith("针对"):
        return False
    if words in state.heads and following is not None:
        return True  # 2.群众需求端。 headed problems before, now their measures
    if clause.stop not in ("：", "\n", "。", ""):
        return False
    if _is_field(state, clause, following):
        return True
    if clause.stop == "。" and (following is None or following.opens_line):
        return False  # 在业务系统里嵌入公开环节。 — nothing follows that it could head
    topic = is_topic(words) and (bool(_FIELD_END.search(words)) or not naming.acts(shadow))
    return topic or bool(_PAIRED.fullmatch(words))
