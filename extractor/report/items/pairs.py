"""Pairs of labels that a section makes for itself: 群众说：…我们改：…, 【过去】…【现在】….

No word of 我们改 says by itself that it announces measures. But where two labels take turns, one
telling lacks and the other deeds, they say what each sentence is, and what belongs to what.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from extractor.report.items import cues, naming
from extractor.report.items.compact import Compact
from extractor.report.items.labels import NOUN_PROBLEM, SPEAKER, is_column, label_of
from extractor.report.items.marks import marks

Side = Literal["problem", "measure", "asked"]
"""asked: 问 and 答 only say that somebody asks; what they announce is told in the question."""

_WORD = r"[^，。；：、！？【】［］（）“”《》\d]"
_BOXED = re.compile(rf"[【［](?P<word>{_WORD}{{1,10}})[】］]：?")
_BARE = re.compile(rf"(?P<word>{_WORD}{{1,8}})：")
_BEFORE = "。；！？】］"
_WHO = r"(?:群众|企业|市民|网友|居民|村民|代表|委员|百姓|老百姓|用户|公众|商户|家长|基层)"
_LACKS = re.compile(
    rf"{SPEAKER}|{_WHO}们?(?:呼声|诉求|吐槽|意见|点评|找茬|批评|困惑|疑问|怨言|心声)"
    rf"|(?:找|查|摆|晒|亮|认|揭)(?:{NOUN_PROBLEM}|差距|短|账|丑|根源)"
    r"|病症|病灶|症状|把脉|槽点|卡点|漏洞|欠账|失误|教训|吐槽"
)
_DEEDS = re.compile(
    r"(?:我们|我[局委办厅部镇乡街道县区市]{1,2}|街道|镇里|局里|乡里|县里)(?:的)?(?:这样|来|就|已)?"
    r"(?:改|办|做|补|整改|改进|解决|行动|动作|回应|答复|答)(?:法|了|的|进)?"
    rf"|(?:补|缩小?|消除?|销|破|解|治)(?:{NOUN_PROBLEM}|差距|账)|(?:抓|促|强)(?:整改|改进|提升)"
    r"|药方|处方|良方|开方|治法|疗法|疏通|破解|还账|销账|补课|实招"
)
# 整改前：公开率六成。整改后：九成。 — beside labels of their own such words only tell figures.
_ONCE, _NOW = (
    re.compile("(?:整改|改进|改)前|过去|以前|从前|以往"),
    re.compile("(?:整改|改进|改)后|现在|如今"),
)
_ASKS, _ANSWERS = re.compile("[问Qq]"), re.compile("[答Aa]")
_TWICE = 2


@dataclass(frozen=True, slots=True)
class Paired:
    """A label of a pair: what it announces, and whether as done."""

    side: Side
    done: bool | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    word: str
    start: int
    """Where the word begins, behind its bracket."""
    told: str
    """What stands behind it in its sentence."""
    marked: bool
    """It opens an item of a list."""


def paired_labels(text: Compact, year: int | None) -> dict[int, Paired]:
    """Where labels stand that only their fellows make labels, and what they announce."""
    found = [
        label
        for first, last in text.lines
        for label in _labels_of_line(text, first, last)
        if not is_column(label.word)
    ]
    asked = _asked(found)
    if asked:
        return asked
    sides = [_side(label, year) for label in found]
    if set(sides) == {None}:
        sides = [_side_in_time(label) for label in found]
    sides = _learned(found, sides, year)
    if not (_take_turns(sides) and _tell_so(found, sides)):
        return {}
    return {
        label.start: Paired(side, _told_done(label.word))
        for label, side in zip(found, sides, strict=True)
        if side is not None and label_of(label.word, year) is None
    }


def _labels_of_line(text: Compact, first: int, last: int) -> list[_Found]:
    line = text.shadow[first:last]
    found_marks = marks(line, text.gaps, first)
    listed = {mark.end - first for mark in found_marks if mark.style != "bullet"}
    begins = {0, *(mark.end - first for mark in found_marks)}
    begins |= {place + 1 for place, char in enumerate(line) if char in _BEFORE}
    matches = {match.start(): match for match in _BOXED.finditer(line)}
    for begin in begins - set(matches):
        bare = _BARE.match(line, begin)
        if bare is not None:
            matches[begin] = bare
    found = []
    for _, match in sorted(matches.items()):
        told = re.match("[^。；【［]*", line[match.end() :])
        start = first + match.start("word")
        marked = match.start() in listed
        found.append(_Found(match["word"], start, told.group() if told else "", marked))
    return found


def _side(label: _Found, year: int | None) -> Side | None:
    known = label_of(label.word, year)
    if known is not None:
        if known.redress:
            return None
        return "problem" if known.sort == "problem" else _measure(known.sort == "measure")
    if _LACKS.fullmatch(label.word):
        return "problem"
    return _measure(_DEEDS.fullmatch(label.word) is not None)


def _side_in_time(label: _Found) -> Side | None:
    """过去：…现在：…"""
    if _ONCE.fullmatch(label.word):
        return "problem"
    return _measure(_NOW.fullmatch(label.word) is not None)


def _measure(is_one: bool) -> Side | None:
    return "measure" if is_one else None


def _learned(found: list[_Found], sides: list[Side | None], year: int | None) -> list[Side | None]:
    """梗阻：…措施：…梗阻：…措施：… — a word that takes turns with a known label is its fellow."""
    counted = Counter(label.word for label in found)
    known = {label.word for label in found if label_of(label.word, year) is not None}
    told = [n for n, label in enumerate(found) if counted[label.word] >= _TWICE]
    words = [found[n].word for n in told]
    if len(set(words)) != _TWICE or len(words) < _TWICE + 1 or set(words) <= known:
        return sides
    first, second = words[0], next(word for word in words if word != words[0])
    before = [found[n].told for n in told if found[n].word == first]
    behind = [found[n].told for n in told if found[n].word == second]
    met = sum(pair == (first, second) for pair in pairwise(words))
    if met != len(behind) or met < len(before) - 1:
        return sides
    lacking = sum(_lacks(words) for words in before)
    if any(_acts(words) for words in before) or any(_lacks(words) for words in behind):
        return sides
    if lacking * _TWICE <= len(before) or not any(_acts(words) for words in behind):
        return sides
    if sides[told[0]] == "measure" or "problem" in (
        sides[n] for n in told if found[n].word == second
    ):
        return sides
    learned: dict[int, Side] = {n: "problem" if found[n].word == first else "measure" for n in told}
    return [learned.get(n, side) for n, side in enumerate(sides)]


def _take_turns(sides: list[Side | None]) -> bool:
    """Whether lacks and deeds are announced in turn, for the most part."""
    told = [side for side in sides if side is not None]
    if not told or told[0] != "problem":
        return False
    pairs = list(pairwise(told))
    met = sum(pair == ("problem", "measure") for pair in pairs)
    alone = sum(one == other for one, other in pairs)
    return met > 0 and alone <= met


def _tell_so(found: list[_Found], sides: list[Side | None]) -> bool:
    """Whether what stands behind the labels is of their kind.

    一是找差距：逐项自查；二是补短板：… — in a list both may be deeds.
    """
    told = list(zip(found, sides, strict=True))
    for label in (label for label, side in told if side == "problem"):
        if _acts(label.told) or (label.marked and not cues.NAMES_PROBLEM.search(label.told)):
            return False
    deeds = [label.told for label, side in told if side == "measure"]
    return sum(_lacks(told) for told in deeds) * _TWICE <= len(deeds)


def _lacks(told: str) -> bool:
    first = told.split("，", 1)[0]
    return bool(cues.NAMES_PROBLEM.search(first)) and not _acts(told)


def _acts(told: str) -> bool:
    return naming.begins_measure(told) or naming.acts(told) or naming.is_deed(told)


def _asked(found: list[_Found]) -> dict[int, Paired]:
    """【问】还差在哪里？【答】…【问】怎样补？【答】…"""
    asks = [label for label in found if _ASKS.fullmatch(label.word)]
    answers = [label for label in found if _ANSWERS.fullmatch(label.word)]
    if min(len(asks), len(answers)) < _TWICE:
        return {}
    return {label.start: Paired("asked") for label in asks + answers}


def _told_done(word: str) -> bool | None:
    """现在, 我们改了: what they announce is done; 我们改 leaves it open."""
    return True if _NOW.fullmatch(word) or word.endswith("了") else None
