"""Prose in which a first sentence names and the sentences behind it explain."""

from __future__ import annotations

import re
from typing import Literal

from extractor.language.meant import pairs
from extractor.report.items import cues, naming
from extractor.report.items.clauses import Clause
from extractor.report.items.drafts import Draft
from extractor.report.items.state import State
from extractor.report.items.themes import themes

_EXAMPLE = re.compile(
    r"(?:(?:19|20)\d\d年度?，?)?(?:大多|多数|多半|目前|现在|当前|全年|年内|今年|本年度|有的|有些|个别|少数|特别是|尤其是|平均|最长|最多|曾|甚至|往往|抽查|检查|调查"
    r"|以[^，]{2,12}为例|据统计|仅|只)"
)
# 今年换了4个，…: counted without a word for what, which was told in front.
_ELLIPTIC = re.compile(
    r"(?:今年|全年|年内|本年度?|去年)(?:就|共|先后)?[^，。；\d]{1,2}了\d+[个次件条处名](?=，|$)"
)

_MEETS_ONE = re.compile(r"(?:针对|对于?|就|围绕)(?:第[一二三四五六\d]|[^，。；]{2,30}问题，)")
_SOME = re.compile("有的|有些|还有的?|个别|少数|一些|部分")
# 公开比例偏低。主要是隐名处理工作量大: why, and no lack of its own.
_MAINLY = re.compile("主要(?:还)?是(?!否)")
_AGAIN = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,6}?)(?:往往|大多|多半|多为|常常|一般|基本上?|通常)"
)
_ADDS = re.compile("同时，|此外，|另外，|与此同时，")
_ADDED_DEED = re.compile(
    rf"(?:同时|此外|另外)，?(?:{cues.SELF})?(?:还|也)?(?:(?:{cues.VERB.pattern})[^，。；]{{0,4}}了|将|拟|计划)"
)
# 个别干部意识淡薄 may as well be a problem of its own.
_OTHERS = re.compile("个别|少数|检查|抽查|调查")
# 村级公示更新慢。个别村的…: some of those that the lack was told of.
_AMONG = re.compile(
    r"(?:个别|少数|部分|有的|有些)(?P<who>[村组站所科股室乡镇局校院馆队]|社区|街道|部门|单位|学校|企业)"
    r"(?![\u4e00-\u9fff]{0,2}(?:干部|人员|负责|领导|工作|同志|群众|民))"
)
_MAX_HEAD = 18
_OPENING = 2


def explains_paragraph(state: State, index: int, kind: Literal["problem", "measure"]) -> bool:
    """Where each paragraph is an item, its first sentence names and the rest explains."""
    clause = state.clauses[index]
    if clause.opens_line or not state.drafts or state.drafts[-1].kind != kind:
        return False
    if naming.opens_field(state.words(clause), state.text.text):
        return False  # 平台建设方面，…, where each field has its sentence
    if kind == "measure" and (
        _MEETS_ONE.match(state.words(clause)) or _ADDED_DEED.match(state.shadow(clause))
    ):
        return False  # 针对第二个问题，将…, or 已将两份文件移入“已废止”栏目。同时建立了下架机制。
    first, last = _first_of_line(state, clause.line), state.drafts[-1]
    if first is None or first.mark or last.sentence == clause.sentence or not _names(first, last):
        return False
    return any(_is_item_line(state, line, kind) for line in (clause.line - 1, clause.line + 1))


def explains_problem(state: State, clause: Clause) -> bool:
    """A sentence that gives an example of the problem in front of it, or stands under its label."""
    if not state.drafts or state.drafts[-1].kind != "problem":
        return False
    last = state.drafts[-1]
    if last.sentence == clause.sentence:
        return False
    if state.single is not None and len(state.drafts) > state.single:
        return True
    if _alternates(state, clause):
        return True
    words = state.words(clause)
    if state.line_of(last) == clause.line and (_MAINLY.match(words) or _takes_up(state, words)):
        return True
    if not _EXAMPLE.match(words) or state.line_of(last) != clause.line:
        return False
    if _ELLIPTIC.match(words):
        return True
    named = state.text.text[last.start : last.end]
    if _SOME.match(words) and _SOME.match(named):
        return False  # 有的把公开当负担。有的政策没有解读。
    among = _AMONG.match(words)
    if among is not None and among["who"] in named:
        return True
    if pairs(words) & pairs(named) or set(themes(words)) & set(themes(named)):
        return True
    return naming.is_short(named) and not _OTHERS.match(words)


def _takes_up(state: State, words: str) -> bool:
    """意见的反馈过于笼统。反馈往往只写“已研究” — a word of the lack in front, and how it shows."""
    last = state.drafts[-1]
    again = _AGAIN.match(words)
    return again is not None and again["what"] in state.text.text[last.start : last.end]


def _alternates(state: State, clause: Clause) -> bool:
    """时效性还需提升。有的…，…。形式仍显单调。除网站外，…。 — short lacks, each told at length."""
    told = _run(state, clause)
    heads = [_is_plain_lack(state, c) for c in told]
    paired = len(told) % 2 == 0 and heads == [True, False] * (len(told) // 2)
    if not paired or len(told) <= 2 or _is_plain_lack(state, clause):
        return False
    if any(naming.begins_measure(state.shadow(c)) for c in told):
        return False
    alike = len({state.words(c)[:_OPENING] for c in told[::2]}) == 1
    return alike or all(_EXAMPLE.match(state.words(c)) for c in told[1::2] if c is not clause)


def _run(state: State, clause: Clause) -> list[Clause]:
    """The plain sentences of a line among which the clause stands."""
    run: list[Clause] = []
    for other in state.clauses:
        if other.line == clause.line and other.mark is None and other.stop in ("。", "\n"):
            run.append(other)
        elif clause in run:
            break
        else:
            run = []
    return run


def _is_plain_lack(state: State, clause: Clause) -> bool:
    shadow = state.shadow(clause)
    return (
        len(shadow) <= _MAX_HEAD and "，" not in shadow and bool(cues.NAMES_PROBLEM.search(shadow))
    )


def explains_title(state: State, index: int) -> bool:
    """加强学习培训。组织全体干部… — prose in which short titles name and the rest explains."""
    clause = state.clauses[index]
    words = state.words(clause)
    if not state.drafts or naming.is_title(words) or naming.opens_field(words, state.text.text):
        return False
    if _ADDS.match(words) or (naming.adds_to_list(words) and state.clauses[index - 1].mark):
        return False
    last = state.drafts[-1]
    titled = (d for d in state.drafts if d.kind == "measure" and d.group == state.group)
    if not all(naming.is_title(state.text.text[d.start : d.end]) for d in titled):
        return False
    if last.kind != "measure" or last.group != state.group or last.sentence == clause.sentence:
        return False
    named = next((c for c in state.clauses[index - 1 :: -1] if _names(c, last)), None)
    explained = named is not state.clauses[index - 1]
    if last.marked and explained and naming.begins_plan(words):
        return False  # 三是扩大宣传。…。2021年，将…: what explains a list's point has been read
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
        title = naming.is_short(shadow) and cues.is_praise(shadow)  # 队伍管理得到加强。
        return naming.acts(shadow) or naming.begins_measure(shadow) or title
    return bool(cues.NAMES_PROBLEM.search(shadow)) and not naming.begins_measure(shadow)


def _first_of_line(state: State, line: int) -> Clause | None:
    return state.first_of_line.get(line)


def _names(clause: Clause, draft: Draft) -> bool:
    return clause.start <= draft.start < clause.end
