"""What stands beside the listed problems of section five: a detail of one, or a mere comment.

Where the problems bear numbers or labels, or share one sentence, a bare sentence behind them is
seldom one more: it says what the last one looked like (全年开会22次，公开的只有3次), or what is
thought of them all (三家反映的都是实情). What is led in by 此外 or 还有 is a problem of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.checks.boilerplate.facts_told import plain, tells_a_figure, without_enumerator
from extractor.checks.boilerplate.issues_told import IssuesTold, ToldProblem

_LEADS_IN = re.compile(
    "此外|另外?|同时|与此同时|还(?!是)|再者?|其次|最后|尤其|特别|[仍尚]|当然|也(?:有|存在)|第[一二三四五六]"
)
_LABEL = re.compile("[^，。；：]{1,12}：")
# 三家反映的都是实情: the number looks back.
_LOOKS_BACK = re.compile("^(?:这|以上|上述)?[两二三四五六七八九几]")
# 由于…。由于…。, 从队伍看，…。从服务看，…。: one more of the same making
_IN_A_ROW = "由因从在"
# 在公开实效上，供需错位。近年来…，这些内容反而难觅踪影。: what opens otherwise tells more of it
_FIELD = re.compile("在[^，。；]{2,10}[上中里]，|[^，。；]{2,8}方面，")
# 三件事都不算大，但件件连着群众的心
_NOT_BIG = re.compile(
    "^(?:这|以上|上述)?[两二三四五六七八九几][件个项点](?:事情?|问题)?[^，。；]{0,3}不(?:算|是)?[大多]，"
)
_GOES_ON = re.compile("近年|近[两几三]年|这[些几]|如|其中|有的|个别|例如|由此|导致|特别是|尤其")
_LONGEST_COMMENT, _LONGEST_TITLE = 12, 12
_LIST, _BLOCKS = 2, 2


def listed_only(told: IssuesTold) -> IssuesTold:
    """The section without comments among its problems, and details put to what they tell of."""
    kept: list[ToldProblem] = []
    kept_of: list[int] = []
    for index, one in enumerate(told.problems):
        others = [*told.problems[:index], *told.problems[index + 1 :]]
        bare = _bare(one, others)
        listed = sum(not _bare(other, []) for other in others) >= _LIST
        if bare and ((_comments(one) and listed) or (kept and _NOT_BIG.match(one.name))):
            pass
        elif kept and _tells_more(told, index, bare):
            kept[-1] = _with_detail(kept[-1], one)
        else:
            kept.append(one)
        kept_of.append(len(kept))
    if len(kept) == len(told.problems):
        return told
    behind = tuple(kept_of[count - 1] if count else 0 for count in told.behind)
    return replace(told, problems=tuple(kept), behind=behind)


def _bare(one: ToldProblem, others: Sequence[ToldProblem]) -> bool:
    """A sentence of its own, with no number or label before it and no 此外."""
    sentence = one.sentences[0]
    if any(sentence is other.sentences[0] for other in others):
        return False  # one of several between semicolons
    if not plain(sentence.text).startswith(one.name) or _LABEL.match(one.name):
        return False
    return without_enumerator(one.name) == one.name and not _LEADS_IN.match(one.name)


def _comments(one: ToldProblem) -> bool:
    """镇里没有辩解; 扣分虽少，警醒不小: a few words, no figure, nothing that explains them."""
    short = len(one.name) <= _LONGEST_COMMENT and not one.explained
    return short and not tells_a_figure(_LOOKS_BACK.sub("", one.name, count=1))


def _tells_more(told: IssuesTold, index: int, bare: bool) -> bool:
    """Right behind a problem, with nothing done about that before: its detail."""
    last, one = told.problems[index - 1], told.problems[index]
    if one.name[0] == last.name[0] and one.name[0] in _IN_A_ROW:
        return False
    if not bare or index in told.behind or last.sentences[0] is one.sentences[0]:
        return False
    if not _bare(last, []) or (_FIELD.match(last.name) and _GOES_ON.match(one.name)):
        return True
    # 更新不够勤。“抽检”栏目五个月没有新内容。为此，…: a title, where others have but one each.
    title = without_enumerator(last.sentences[0].text).strip("。；") == last.name
    short = len(last.name) <= _LONGEST_TITLE and "，" not in last.name
    ends = sorted(set(told.behind) - {0})
    by_turns = len(ends) >= _BLOCKS and index + 1 in ends and (index - 1 in (0, *ends))
    return title and short and by_turns and len(one.name) > len(last.name)


def _with_detail(problem: ToldProblem, detail: ToldProblem) -> ToldProblem:
    told = (problem.explained.rstrip("。"), detail.words)
    return replace(
        problem,
        sentences=[*problem.sentences, *detail.sentences],
        explained="。".join(part for part in told if part),
        details=problem.details | detail.numbers,
    )
