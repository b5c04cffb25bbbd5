"""Which sentences speak of applications: by where they stand, or by their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractor.report.facts import application_words as words
from extractor.report.facts.attach import Term
from extractor.report.facts.clauses import Passage

_PROCESS = re.compile(
    rf"(?:收到|接到|接收|受理|新收|办理|办结|答复|未|无|没有?|登记|共|结转"
    rf"|提出)[^。]{{0,30}}(?:{words.APPLICATION})"
    rf"|(?:{words.APPLICATION})[^。]{{0,25}}(?:\d|收到|接到|办结|答复|为零|无|没有|未)"
)
# A document's attribute, not an application: 认定主动公开391件、依申请公开207件、不予公开436件.
_ATTRIBUTE = re.compile(r"属性|认定|发文|公文|源头|转为|拟稿|三类|目录")
# 公文公开属性认定：依申请公开43件、不予公开22件, in a paragraph without a heading.
_BY_ATTRIBUTE = re.compile(r"属性[^。]*?(?:依申请公开|不予公开)[^，、；。\d]{0,4}\d")
# 主动公开90条、依申请公开80条、不予公开40条: the year's documents sorted, whatever sorts them.
_ITEMS = r"[\d,，.]+[万余多]*[条份篇项]"
_SORTED = re.compile(
    rf"主动公开(?:(?!主动公开|申请)[^。]){{0,20}}?{_ITEMS}(?:(?!申请)[^。])*?"
    rf"依申请公开(?:的)?(?:政府|政务)?(?:信息|文件|公文)?(?:数量?|总数)?(?:[及和与、]不予公开)?(?:的)?"
    rf"(?:有|为|共|计)?{_ITEMS}"
)
_MADE = re.compile(
    rf"(?:制作|制发|产生|形成|印制)[^，。；]{{0,12}}(?:信息|文件|公文)[^，。；]{{0,6}}{_ITEMS}"
)
_REST = re.compile(
    rf"依申请公开(?:的)?(?:政府|政务)?信息(?:数量?|总数)?(?:有|为|共)?{_ITEMS}[。；]?"
)
# 再说群众申请的。: the title of a paragraph that has no heading.
_OPENS = re.compile(
    r"(?:[先再后]|接着|最后|其次|下面|关于|至于|来)*(?:[说讲谈](?:说|到|及|一下)?)?"
    r"(?:群众|公众|村民|居民|老?百姓|依)申请(?:公开)?(?:的|方面|情况|事项|工作)*[。：]"
)
# 申请嘛，今年是18件; 说起申请公开，一共来了三位.
_TALKS = re.compile(
    r"(?:[先再后]|接着|至于|关于)*(?:[说讲谈](?:说|到|起|及)?)?(?:依|群众|信息公开)?申请(?:公开)?(?:信息)?"
    r"(?:的事|这头|这边|这一?块|这一?项|方面)?(?:嘛|呢|儿|吧)?(?:[，：:]|—|―)"
)
_ELSEWHERE = ("issues", "other", "disputes", "disclosure")
_CAME = re.compile(r"收到|接到|接收|受理|新收|收悉")


def spoken_of(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The sentences that speak of applications: by their place, or by their words."""
    before: Passage | None = None
    made: int | None = None
    opened: int | None = None
    for passage in passages:
        if _MADE.search(passage.text):
            made = passage.line
        if _sorts_documents(passage, made):
            continue
        if (_OPENS.fullmatch(passage.text) and passage.section not in _ELSEWHERE) or (
            _TALKS.match(passage.text) and passage.section not in _ELSEWHERE and not passage.headed
        ):
            opened = passage.line
        if opened == passage.line and not passage.headed:
            passage = replace(passage, aspect="applications")
        if opened == passage.line or _speaks(passage, before):
            before = passage
            yield passage
        elif before is not None and before.line != passage.line:
            before = None


def _sorts_documents(passage: Passage, made: int | None) -> bool:
    """依申请公开80条 beside what was disclosed: documents by attribute; `made` is the line that
    counts all of them.
    """
    if passage.section == "applications" or passage.aspect == "applications":
        return False
    if _CAME.search(passage.text):
        return False
    rest = made == passage.line and _REST.fullmatch(passage.text)
    return bool(rest or _SORTED.search(passage.text))


def _speaks(passage: Passage, before: Passage | None) -> bool:
    if passage.section in _ELSEWHERE:
        return False
    if not passage.headed and _BY_ATTRIBUTE.search(passage.text):
        return False
    if passage.section == "applications" or passage.aspect == "applications":
        return True
    if passage.aspect == "management" and _ATTRIBUTE.search(passage.text):
        return False
    if _PROCESS.search(passage.text) and not _ATTRIBUTE.search(passage.text):
        return True
    return bool(
        before is not None
        and before.line == passage.line
        and (passage.aspect in (None, before.aspect) or not passage.headed)
        and any(term.key in words.OUTCOMES or term.key == "carry" for term in terms_of(passage))
    )


def terms_of(passage: Passage) -> list[Term]:
    return [term for clause in passage.clauses for term in words.TERMS.find(clause)]


def admitted(term: Term, outcomes: bool, passage: Passage, *, answered: bool = False) -> bool:
    """公开7件 and 其他1件 are outcomes only in the company of outcomes, or where 其中 goes back
    to what was `answered` in the sentence before.
    """
    if not term.key.endswith("?") or term.key == "answered?":
        return True
    if term.key == "other?":
        return outcomes
    if "给" in passage.text[term.start : term.end]:
        return True
    if _opens(term, passage):
        return True
    if answered and _AMONG_THEM.fullmatch(passage.text, 0, term.start):
        return True
    return any(
        other.key.split(".")[0] in words.OUTCOMES and other != term for other in terms_of(passage)
    )


_AMONG_THEM = re.compile(r"其中[，,：:]?")


def _opens(term: Term, passage: Passage) -> bool:
    """收到申请12件，公开10件，2件转下年: a clause of its own behind what was received."""
    before = passage.text[: term.start]
    alone = before.endswith(("，", "；", "：", "其中", "、"))
    return alone and any(t.key == "received" and t.end <= term.start for t in terms_of(passage))
