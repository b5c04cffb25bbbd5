"""The rhetoric with which a section takes its leave: no measure, though it says 将."""

from __future__ import annotations

import re

from extractor.report.items import generic
from extractor.report.items.state import State

_TIMED = re.compile(
    r"[一二三四五六七八九十]{1,2}月|[月季周]度?|[上下]半年|年[初底中]|每(?!一年|[一个位名])|按(?!部就班)|负责|起草|专人|专职"
)
# 阳光是…的消毒剂; 我们将像爱护眼睛一样…; 让老乡心里亮堂，是我们的心愿
_PARTING = re.compile(
    r"^[^，。；]{2,14}(?:是|就是)(?!否)[^，。；]{2,}|，是(?:我们|[我本][局委办厅镇乡县市区])[^，。；]*(?:事|愿|标|求|诺|任)$"
    r"|将(?:始终|永远|一如既往|像|以[^，。；]{2,24}为)|一[年步件天]一[年步件天]|初心|本色|使命|贡献|永远在路上"
)

_APHORISM = re.compile(
    "^[^，。；]{2,14}是(?!否)[^，。；]{2,}(?:，|$)|以[^，。；]{2,24}为[^，。；]{1,6}，"
)


def is_parting_word(text: str) -> bool:
    """登高望远，初心如磐，…: rhetoric, and nothing in it that could be checked."""
    if not _PARTING.search(text):
        return False
    rest = _APHORISM.sub("", text)
    return not (generic.COUNTS.search(rest) or generic.CONCRETE.search(rest) or _TIMED.search(rest))


def closes(state: State, index: int) -> bool:
    """Whether a sentence is the section's last paragraph, and measures stand above it."""
    clause, last = state.clauses[index], state.drafts[-1] if state.drafts else None
    alone = clause.opens_line and clause.mark is None and index == len(state.clauses) - 1
    return alone and last is not None and last.kind == "measure"
