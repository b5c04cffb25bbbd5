"""Lines, beginnings of paragraphs and items that may head a part of 总体情况."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.report.dividing.aspect_titles import (
    MAX_FREE,
    free_aspect,
    two_aspects,
    usual_aspect,
)
from extractor.report.dividing.enumerators import NO_NUMBER, Enumerator, bare_enumerator, enumerator
from extractor.report.dividing.squashed import Squashed, squashed
from extractor.report.flow import Flow
from extractor.report.outline import AspectKey, Heading

_TRAILING = "。：:；;.．,，、—-"
_ENDS = "。：:；;"
# 主动公开方面，全年… is a sentence; only behind a number the comma ends a heading.
_COMMA = "，,"
_TOPIC_END = re.compile(r"(?:方面|情况|工作|上)$")
# Where text begins right behind a heading's words; after 情况 and 方面 it may begin more freely.
_GLUED = re.compile(
    r"(?=20\d\d年|本年|今年|全年|我[局镇乡县市区委办厅院省]|本[局镇乡委厅单机]|一是|按照|根据|截至)"
    r"|(?<=情况|方面)(?=[无没未积严认加做本全]|1[.．、]|（[一1]）)"
)
_BRACED = re.compile(r"[【〔\[](?P<words>[\u4e00-\u9fff、]{2,20})[】〕\]]")
_INSIDE = re.compile(
    r"(?<=[。；;！!：:])\s*(?=[（(]?[一二三四五六七八九1-9][）)、.．是]|[①-⑨⑴-⑼㈠-㈨])"
)
_SLOGAN = re.compile(
    "(?P<words>[\u4e00-\u9fff、]{2,20})：(?![无未没已正])[\u4e00-\u9fff、，“”]{4,20}"
)
# Behind a dash stands a slogan (主动公开——让群众看得到), or else the text itself.
_DASH = re.compile("[—－-]{2}|—")
_FIGURE = re.compile(r"\d")
_MAX_SLOGAN = 20
# 管好信息的出口。乡里发的东西… : a phrase in front of each paragraph.
_PHRASE = re.compile(
    "(?!我|本|全|今年|一年|去年|在|为|按|根据|总|目前|其中|此外|没有|无|未|共|经|截|同时|另|县|乡|镇|市)"
    "(?P<words>[\u4e00-\u9fff、，]{4,14})。(?=.)"
)
_MIN_PHRASES = 3
_MOST_OTHERS = 1
# Without numbers a line is a heading only if it is short and no sentence.
_MAX_UNNUMBERED = 16
_NO_HEADING = re.compile(r"[。；;！？，,]|\d")
# So many headings no overview has.
_MAX_CANDIDATES = 400


@dataclass(frozen=True, slots=True)
class SubHeading:
    """A line that may head an aspect; `usual` is its key if its words are the usual ones."""

    usual: AspectKey | None
    free: AspectKey | None
    number: Enumerator
    heading: Heading
    text_start: int
    inside: bool
    sentence: bool = False
    """Only the number stands apart: a sentence follows it, whose first clause tells `free`."""
    also: AspectKey | None = None
    """The second aspect of a heading for two."""
    words: str = ""
    """What stands behind the number: the heading's words, or the sentence's first clause."""


def sub_headings(flow: Flow, start: int, end: int) -> list[SubHeading]:
    """Everything in a stretch that may head a part of it, in order."""
    found: list[SubHeading] = []
    for line in flow.stretches:
        if line.paragraph is None or line.end <= start or line.start >= end:
            continue
        begin, stop = max(line.start, start), min(line.end, end)
        found += _sub_heading(squashed(flow.text, begin, stop), inside=False)
        for match in _INSIDE.finditer(flow.text, begin + 1, stop):
            found += _sub_heading(squashed(flow.text, match.end(), stop), inside=True)
        if len(found) >= _MAX_CANDIDATES:
            break
    return found


def lead_phrases(flow: Flow, start: int, end: int) -> list[SubHeading]:
    """The short sentences with which nearly all paragraphs of a stretch begin; else none."""
    found: list[SubHeading] = []
    others = 0
    for line in flow.stretches:
        if line.paragraph is None or line.end <= start or line.start >= end:
            continue
        head = squashed(flow.text, max(line.start, start), min(line.end, end))
        match = _PHRASE.match(head.text)
        if match is None:
            others += bool(head.text)
            continue
        words = match["words"]
        heading = Heading(head.printed(0, len(words)), head.start(0), head.end(len(words)), True)
        text_start = head.start(match.end())
        free = free_aspect(words)
        found.append(SubHeading(None, free, NO_NUMBER, heading, text_start, False))
    return found if len(found) >= _MIN_PHRASES and others <= _MOST_OTHERS else []


def _sub_heading(head: Squashed, *, inside: bool) -> list[SubHeading]:
    if not head.text:
        return []
    number = enumerator(head.text)
    if number.kind == "none" and not inside:
        number = _bare(head)
    numbered = number.kind != "none"
    if inside and not numbered:
        return []
    braced = None if inside else _BRACED.match(head.text)
    if braced and usual_aspect(braced["words"]):
        return [_braced(head, braced)]
    end = _slogan_end(head, number) or _words_end(head, number)
    if end is None:
        return [_sentence(head, number, inside=inside)] if numbered else []
    words = head.text[number.end : end].rstrip(_TRAILING)
    whole = head.whole and end >= len(head.text.rstrip(_TRAILING))
    if not words or (not numbered and not _is_plain(words, whole, head.text)):
        return []
    usual, also = usual_aspect(words.split("：")[0]), None
    if pair := two_aspects(words):
        usual, also = pair
    if inside and usual is None:
        return [_sentence(head, number, inside=inside)]
    begin = len(head.text) - len(head.text[end:].lstrip(_TRAILING))
    last = number.end + len(words)
    heading = Heading(head.printed(0, last), head.start(0), head.end(last), not whole)
    text_start = head.offsets[-1] if whole else head.start(begin)
    free = usual or free_aspect(words)
    return [SubHeading(usual, free, number, heading, text_start, inside, also=also, words=words)]


def _bare(head: Squashed) -> Enumerator:
    """The number that lost its sign (1 主动公开), where usual words alone follow it."""
    number = bare_enumerator(head.text)
    words = head.text[number.end :].rstrip(_TRAILING)
    return number if number.end and head.whole and usual_aspect(words) else NO_NUMBER


def _slogan_end(head: Squashed, number: Enumerator) -> int | None:
    """The line's end, where a slogan stands behind the words (主动公开：让出行看得见)."""
    match = _SLOGAN.fullmatch(head.text, number.end) if head.whole else None
    return len(head.text) if match and usual_aspect(match["words"]) else None


def _braced(head: Squashed, match: re.Match[str]) -> SubHeading:
    """【主动公开】全年公开…"""
    key = usual_aspect(match["words"])
    rest = head.text[match.end() :].lstrip(_TRAILING)
    start = head.start(len(head.text) - len(rest))
    shown = Heading(head.printed(0, match.end()), head.start(0), head.end(match.end()), bool(rest))
    return SubHeading(key, key, NO_NUMBER, shown, start, False)


def _sentence(head: Squashed, number: Enumerator, *, inside: bool) -> SubHeading:
    clause = re.split("[，,。：:；;、]", head.text[number.end : number.end + MAX_FREE])[0]
    heading = Heading(head.printed(0, number.end), head.start(0), head.end(number.end), True)
    start = head.start(min(number.end, len(head.text)))
    free = free_aspect(clause)
    return SubHeading(None, free, number, heading, start, inside, sentence=True, words=clause)


def _words_end(head: Squashed, number: Enumerator) -> int | None:
    """Where the heading's words end, or None if no heading can stand here."""
    text, start = head.text, number.end
    numbered = number.kind != "none"
    limit = start + MAX_FREE + 1
    stop = next((i for i in range(start, min(len(text), limit)) if _ends(head, start, i)), None)
    if numbered:
        for glued in _GLUED.finditer(text, start, limit):
            if (stop is None or glued.end() < stop) and usual_aspect(text[start : glued.end()]):
                return glued.end()
    if numbered and (dash := _DASH.search(text, start, min(stop or limit, limit))):
        said = text[dash.end() : stop] if stop else text[dash.end() :]
        words = text[start : dash.start()]
        if (len(said) > _MAX_SLOGAN or _FIGURE.search(said)) and (
            usual_aspect(words) or free_aspect(words)
        ):
            return dash.start()
    for index in range(start + 1, min(stop or limit, len(text))):
        named = head.blank_before(index) or (numbered and text[index] in _COMMA)
        if named and _ends_topic(text[start:index], head.blank_before(index), numbered):
            return index
    if stop is not None:
        return stop
    return len(text) if head.whole and len(text) <= limit else None


def _ends(head: Squashed, start: int, index: int) -> bool:
    """Whether a sign ends the words; a point does so only where it stands in no number."""
    if head.text[index] in _ENDS:
        return True
    if head.text[index] not in ".．" or head.text[index - 1 : index].isdecimal():
        return False
    apart = head.blank_before(index + 1) or index + 1 == len(head.text)
    return apart or usual_aspect(head.text[start:index]) is not None


def _ends_topic(words: str, blank: bool, numbered: bool) -> bool:
    ends = bool(_TOPIC_END.search(words))
    return (blank or ends) and (usual_aspect(words) is not None or (numbered and blank and ends))


def _is_plain(words: str, whole: bool, line: str) -> bool:
    if whole and line.endswith(("。", "；")):
        return False
    if usual_aspect(words.split("：")[0]) or two_aspects(words):
        return True
    return whole and len(words) <= _MAX_UNNUMBERED and not _NO_HEADING.search(words)
