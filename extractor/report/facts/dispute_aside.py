"""Disputes that the report tells and says itself that its table does not count."""

from __future__ import annotations

import re

from extractor.report.facts.clauses import Passage

_TABLE = "(?:上表|本表|上列|表[四内中]|其中|其内|在内|统计|此项|本[报项]|当年|本年度?)"
_NOT_COUNTED = re.compile(
    rf"(?:不|未)(?:再|作|予)?(?:重复)?(?:列入|计入|纳入|填入|算入|列|计|统计)(?:到|于)?{_TABLE}"
    r"|不(?:再)?(?:重复|另行)(?:计算|统计|计入|列入|填报)|未列入|未计入|不计入|不列入|(?<![合总共])另计|另行统计|另见"
    r"|不算(?:在|入|到|作)?(?:今年|本年度?|当年)(?:的|里|内|之内|数|案件)*"
    r"|不(?:在|属于?)(?:此|这里|本|上|该|前)[^，。；]{0,6}(?:统计|计算|填报|[上本]?表|范围|之列)"
    r"|[与和同跟](?:政府)?信息公开(?:工作)?(?:没有|无|并无|不相|均无)(?:直接)?(?:关系?|关联|干)"
)
# Where what is not counted begins: 另有3件…，不计入; 其他案件6件与信息公开无关.
_OPENS = re.compile("(?:^|[，,；;])(?:此外|另外?|其[他它余](?!结果|处理)|同时|至于|还有)|[；;]")
# 上一年度遗留的1件诉讼今年判了，不算今年的
_OLD_CASE = re.compile(
    r"(?:(?:上一?年度?|去年|往年)(?:遗留|结转|转来|转入|未结|未审结|剩下)?|(?:19|20)\d\d年度?(?:遗留|结转|转来|转入|未结|未审结))的?"
    r"(?=[\d一二两三四五六七八九十]+[件起宗例])"
)
_OURS = re.compile("信息公开|政务公开|依申请|申请公开")
_COUNT = re.compile(r"[\d一二两三四五六七八九十][件起宗例]")
_MARK = re.compile("[，,；;]")


def told_aside(passage: Passage) -> list[tuple[int, int]]:
    """The stretches of a sentence that the report puts outside of its figures."""
    text = passage.text
    found: list[tuple[int, int]] = []
    for match in _NOT_COUNTED.finditer(text):
        after = found[-1][1] if found else 0
        found.append((_begins(text, after, match.start()), match.end()))
    return found


def _begins(text: str, first: int, end: int) -> int:
    """At the word that opens it, else where the sentence begins, if it is not on 信息公开."""
    if old := list(_OLD_CASE.finditer(text, first, end)):
        return old[-1].start()
    clause = max((m.end() for m in _MARK.finditer(text, first, end)), default=first)
    opened = [m.start() for m in _OPENS.finditer(text, first, end)]
    if opened:
        return opened[-1]
    if _COUNT.search(text, clause, end):
        return clause
    if not _OURS.search(text, first, end):
        return first
    before = [m.end() for m in _MARK.finditer(text, first, end)]
    return before[-2] if len(before) > 1 else first if first else clause
