"""Aspects told by content, where 总体情况 has no sub-headings.

Each aspect is told in one stretch. Of all ways to cut the text, the one is taken whose sentences
weigh most for the aspects of their stretches, less a price for every cut: a high one within a
paragraph, where writers rarely change the aspect, and one for leaving the form's order.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from extractor.language.sentences import Sentence
from extractor.report.dividing.aspect_titles import two_aspects
from extractor.report.dividing.topics import (
    State,
    is_apart,
    is_introduction,
    names_its_topic,
    weights,
)
from extractor.report.outline import ASPECTS, AspectKey

_STATES: tuple[State, ...] = (None, *ASPECTS)
_CUT = 3.0
# A single paragraph for the whole changes its aspect from sentence to sentence.
_CUT_IN_ONE = 1.5
_CUT_AT_ITEM = 1.0
# Who begins each aspect with its name (平台建设方面，…) changes it nowhere else.
_CUT_AGAINST_TOPICS = 8.0
_MIN_TOPICS = 3
_CUT_AT_PARAGRAPH = 0.4
# Leaving the words of introduction is no change of the aspect.
_CUT_BEHIND_PREFACE = 1.2
_OUT_OF_ORDER = 0.6
_ITEM = re.compile(r"[一二三四五六七八九]是|[（(]?[一二三四五六七八九\d]{1,2}[）)、.．]")
_LEAD = re.compile("[\u4e00-\u9fff、]{4,20}(?=[，,：:])")
_SEMICOLON = re.compile("[；;](?=[\u4e00-\u9fff“《])")
_LONG = 60
_PRAISE = re.compile(
    "[^，。；：]{0,30}公开(?:工作)?(?:开展|运行|推进)?(?:总体|整体|基本)?"
    "(?:平稳|有序|顺利|良好|稳步|扎实)[^，。；：]{0,6}，"
)
# Less than this is a word in passing.
_LEAST = 2.0
_MAX_SENTENCES = 200
# An opening paragraph has no more sentences, weighs no more, and gives no figure but its year.
_MAX_OPENING = 2
_OPENING = 3.0
_FIGURE = re.compile(r"(?<!\d)\d+(?![\d\s]*年)|[未没]|全年")
# So many ways to cut the text so far are followed; more do not change the outcome.
_KEPT = 32


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of the text that speaks of one aspect."""

    key: AspectKey
    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to cut the sentences read so far: its total, and the chain of its states."""

    total: float
    state: State
    done: frozenset[AspectKey]
    before: _Way | None


def aspects_by_content(
    text: str, sentences: Sequence[Sentence], without: Collection[AspectKey] = ()
) -> list[Told]:
    """The stretch for each aspect that the sentences speak of, in order of the text."""
    sentences = _without_opening(text, _pieces(text, sentences)[:_MAX_SENTENCES])
    if not sentences:
        return []
    weighed = [weights(text[sentence.start : sentence.end]) for sentence in sentences]
    inside = _inside(text, sentences)
    done = frozenset(without)
    ways = [_Way(weighed[0][s], s, done, None) for s in _STATES if s not in done]
    for index in range(1, len(sentences)):
        price = _price(text, sentences[index - 1], sentences[index], inside)
        ways = _further(ways, weighed[index], price)
    states = _states(max(ways, key=lambda way: way.total))
    _take_remarks(text, sentences, states)
    _take_leads(text, sentences, states)
    found = [told for told in _stretches(sentences, weighed, states) if told.weight >= _LEAST]
    return [_without_praise(text, found[0]), *found[1:]] if found else []


def _pieces(text: str, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, long ones cut at their semicolons."""
    found: list[Sentence] = []
    for sentence in sentences:
        start = sentence.start
        if sentence.end - start >= _LONG:
            for sign in _SEMICOLON.finditer(text, start, sentence.end):
                found.append(Sentence(start, sign.end()))
                start = sign.end()
        if start < sentence.end:
            found.append(Sentence(start, sentence.end))
    return found


def _without_praise(text: str, told: Told) -> Told:
    """Without the clause that judges the whole: 我局信息公开工作总体平稳，…"""
    praise = _PRAISE.match(text, told.start, told.end)
    return replace(told, start=praise.end()) if praise else told


def _without_opening(text: str, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Without a short first paragraph that gives no figures: 2023年，我局把预算公开放在前面。"""
    ends = (
        i
        for i in range(1, len(sentences))
        if "\n" in text[sentences[i - 1].end : sentences[i].start]
    )
    first = next(ends, 0)
    if not 0 < first <= _MAX_OPENING:
        return sentences
    paragraph = text[sentences[0].start : sentences[first - 1].end]
    said = weights(paragraph)
    if _FIGURE.search(paragraph) or max(said[key] for key in ASPECTS) > _OPENING:
        return sentences
    return sentences[first:]


def _inside(text: str, sentences: Sequence[Sentence]) -> float:
    """The price of a cut within a paragraph, in the manner of this text."""
    topics = [names_its_topic(text[sentence.start : sentence.end]) for sentence in sentences]
    if topics.count(True) >= _MIN_TOPICS:
        return _CUT_AGAINST_TOPICS
    return _CUT if "\n" in text[sentences[0].end : sentences[-1].start] else _CUT_IN_ONE


def _price(text: str, before: Sentence, after: Sentence, inside: float) -> float:
    if "\n" in text[before.end : after.start]:
        return _CUT_AT_PARAGRAPH
    line = text.rfind("\n", 0, after.start) + 1
    if _ITEM.match(text, after.start):
        return _CUT_AT_ITEM
    if names_its_topic(text[after.start : after.end]):
        return _CUT_AT_PARAGRAPH
    # 信息管理和平台建设，… announces that the paragraph will turn.
    lead = _LEAD.match(text, line)
    return _CUT_AT_PARAGRAPH if lead and two_aspects(lead.group()) else inside


def _further(ways: Sequence[_Way], weight: dict[State, float], price: float) -> list[_Way]:
    best: dict[tuple[State, frozenset[AspectKey]], _Way] = {}
    for way in ways:
        for state in _STATES:
            if state in way.done:
                continue
            done = way.done
            if state != way.state and way.state is not None:
                done = done | {way.state}
            total = way.total + weight[state] - _cut(way, state, price)
            known = best.get((state, done))
            if known is None or total > known.total:
                best[state, done] = _Way(total, state, done, way)
    return sorted(best.values(), key=lambda way: -way.total)[:_KEPT]


def _cut(way: _Way, state: State, price: float) -> float:
    if state == way.state:
        return 0.0
    cost = min(price, _CUT_BEHIND_PREFACE) if way.state is None else price
    if state is not None and any(ASPECTS.index(key) > ASPECTS.index(state) for key in _told(way)):
        cost += _OUT_OF_ORDER
    return cost


def _told(way: _Way) -> list[AspectKey]:
    return [*way.done, *([way.state] if way.state else [])]


def _states(way: _Way | None) -> list[State]:
    found: list[State] = []
    while way is not None:
        found.append(way.state)
        way = way.before
    return found[::-1]


def _take_remarks(text: str, sentences: Sequence[Sentence], states: list[State]) -> None:
    """What says nothing of an aspect belongs to what stands before it in the paragraph."""
    for index in range(1, len(sentences)):
        before, after = sentences[index - 1], sentences[index]
        if states[index] is not None or "\n" in text[before.end : after.start]:
            continue
        if not is_apart(text[after.start : after.end]):
            states[index] = states[index - 1]


def _take_leads(text: str, sentences: Sequence[Sentence], states: list[State]) -> None:
    """A paragraph's first sentences that say nothing of their own lead to what follows in it."""
    for index in range(len(sentences) - 2, -1, -1):
        before, after = sentences[index], sentences[index + 1]
        if states[index] is not None or "\n" in text[before.end : after.start]:
            continue
        if names_its_topic(text[after.start : after.end]):
            continue  # 主动公开方面，… begins its aspect itself
        if not is_introduction(text[before.start : before.end]):
            states[index] = states[index + 1]


def _stretches(
    sentences: Sequence[Sentence],
    weighed: Sequence[dict[State, float]],
    states: Sequence[State],
) -> list[Told]:
    found: list[Told] = []
    for index, (sentence, state) in enumerate(zip(sentences, states, strict=True)):
        if state is None:
            continue
        weight = weighed[index][state]
        if found and index and states[index - 1] == state:
            last = found[-1]
            found[-1] = Told(last.key, last.start, sentence.end, last.weight + weight)
        else:
            found.append(Told(state, sentence.start, sentence.end, weight))
    return found
