"""Figures that speak of one field only, though their own words are general.

做好规划公开。设立专栏，本年度公开信息30条: what the item of a list, or the clause before, is about
decides what 公开信息30条 counts. A figure that names 政府信息 or 主动公开 itself speaks for all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.report.facts.clauses import Passage
from extractor.report.facts.disclosure_words import Count

_BARE = re.compile(
    r"(?:其中|并|且|共|累计|全年|本年度?|当年|今年|年内|(?:19|20)\d\d年度?|已|▁)*"
    r"(?:公开|发布|公布|公示|推送|更新)(?:了|各类|相关|有关)*(?:信息)?(?:共|累计|约)*"
)
_FIELD_BEFORE = re.compile(
    r"(?P<field>[^，]{2,30}?)(?:等)?(?:(?:领域|方面)的?(?:政府|政务)?(?:信息)?(?:公开)?(?:工作)?"
    r"|(?:专[栏区]|栏目|板块))$"
)
# 二是做好规划公开。 and （3）推进食品安全信息公开。: the item's own title.
_NEXT_ITEM = re.compile(r"▁*(?:[一二三四五六七八九十]是|[（(]\d{1,2}[)）]|\d{1,2}[.．、])")
_ITEM = re.compile(
    rf"{_NEXT_ITEM.pattern}"
    r"(?P<field>[^，。；：]{2,30}?)(?:信息)?公开(?:工作|力度)?[。；：]?"
)
# What is left of a field without these names one.
_NO_FIELD = re.compile(
    r"做好|推进|加强|强化|深化|加大|抓好|抓实|规范|扎实|持续|积极|全面|进一步|切实|落实|突出|提升|推动|坚持|不断"
    r"|主动|依法|及时|政府|政务|信息|公开|各类|基层|工作|内容|的"
)
_SHORTEST_FIELD = 2


def told_of_fields(passages: Sequence[Passage], counts: Sequence[Count]) -> set[int]:
    """The identities of counts that are of one field."""
    under = _under_items(passages)
    return {
        id(count)
        for count in counts
        if _BARE.fullmatch(count.clause.left(count.number))
        and (id(count.passage) in under or _field_before(count))
    }


def _under_items(passages: Sequence[Passage]) -> set[int]:
    """The passages that stand below the title of an item that names a field."""
    found: set[int] = set()
    line, inside = -1, False
    for passage in passages:
        if passage.line != line:
            line, inside = passage.line, False
        if _NEXT_ITEM.match(passage.text):
            title = _ITEM.fullmatch(passage.text)
            inside = title is not None and _names_one(title["field"])
        elif inside:
            found.add(id(passage))
    return found


def _field_before(count: Count) -> bool:
    """…等民生领域的信息公开，公开信息54条: the clause before names the field."""
    before = [c for c in count.passage.clauses if c.end <= count.clause.start and not c.depth]
    if not before or before[-1].numbers:
        return False
    named = _FIELD_BEFORE.search(before[-1].shown.rstrip("▁"))
    return named is not None and _names_one(named["field"])


def _names_one(words: str) -> bool:
    return len(_NO_FIELD.sub("", words)) >= _SHORTEST_FIELD
