"""Shares told in words: 四成五, 近六成, 过半, 三分之一, 近40%, as the intervals they may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.checks.contradictions.tellings import Figure, Telling

_WORDED = re.compile(
    r"(?P<near>接近|将近|近|大约|约|不足|不到|低于|少于|超过|超|逾|突破|高于|达到|达|占到)?"
    r"(?:(?P<tenths>[一两二三四五六七八九1-9])成(?P<more>[一二三四五六七八九半])?"
    r"|(?P<of>[三四五])分之(?P<parts>[一二三四])"
    r"|(?P<half>(?<!上)(?<!下)(?<!大)(?<!小)(?<!多)(?:一半|半数|(?<=[近占过])半(?=[，,。；;）)])|过半)))"
    r"(?P<after>以上|左右|上下|多|余|强|以下)?"
)
_PRINTED = re.compile(r"(?:接近|将近|近|大约|约|不足|不到|低于|少于|超过|超|逾|突破|高于)$")
_BEHIND = re.compile(r"以上|左右|上下|多|余|以下")
_DIGITS = {sign: n for n, sign in enumerate("一二三四五六七八九", 1)} | {"两": 2, "半": 5}
_BELOW = re.compile(r"不足|不到|低于|少于|以下")
_ALMOST = re.compile(r"近")
_ABOVE = re.compile(r"超|逾|突破|高于|以上|过")
_SOME_MORE = re.compile(r"多|余|强")
_ABOUT = re.compile(r"约|左右|上下")
# 减少一半 is a multiple.
_HALVED = re.compile(r"(?:减少|下降|降低|减)了?$")
_TENTH, _ROUNDED = 10.0, 0.6
_ALL = 100.0


def with_worded(telling: Telling) -> Telling:
    """The sentence with its worded and rough rates among the figures, as intervals."""
    text = telling.text
    worded = list(_worded(telling)) if any(s in text for s in ("成", "半", "分之")) else []
    figures = [_roughly(telling, f) if f.unit == "%" else f for f in telling.figures]
    if not worded and all(new is old for new, old in zip(figures, telling.figures, strict=True)):
        return telling
    taken = {(f.start, f.end) for f in worded}
    kept = [f for f in figures if not any(a < f.end and f.start < b for a, b in taken)]
    merged = sorted((*kept, *worded), key=lambda f: f.start)
    return replace(telling, figures=tuple(merged))


def _worded(telling: Telling) -> Iterator[Figure]:
    for match in _WORDED.finditer(telling.text):
        if match["half"] and _HALVED.search(telling.text, 0, match.start()):
            continue
        value, step, room = _meaning(match)
        words = match["near"] or ("过" if match["half"] == "过半" else "")
        low, high = _spread(value, step, room, words + (match["after"] or ""))
        yield _rate(telling, match.start(), match.end(), low, high)


def _meaning(match: re.Match[str]) -> tuple[float, float, float]:
    """The value, the step to the next word of the kind, and the room that the word alone has."""
    if match["half"]:
        return 50.0, _TENTH, 6.0
    if match["of"]:
        return _ALL * _DIGITS[match["parts"]] / _DIGITS[match["of"]], _TENTH, 6.0
    tenths = match["tenths"]
    value = _TENTH * (_DIGITS.get(tenths, 0) or int(tenths))
    if match["more"]:
        return value + _DIGITS[match["more"]], _TENTH / 2, 2.0
    return value, _TENTH, 8.0


def _spread(value: float, step: float, room: float, words: str) -> tuple[float, float]:
    if _BELOW.search(words):
        low, high = 0.0, value
    elif _ALMOST.search(words):
        low, high = value - step, value
    elif _ABOVE.search(words):
        low, high = value, max(_ALL, value)
    elif _SOME_MORE.search(words):
        low, high = value, value + step
    elif _ABOUT.search(words):
        low, high = value - 0.8 * step, value + 0.8 * step
    else:
        low, high = value - room, value + room
    return max(0.0, low - _ROUNDED), high + _ROUNDED


def _roughly(telling: Telling, figure: Figure) -> Figure:
    """近40%, 约95%, 60%以上."""
    before = _PRINTED.search(telling.text, max(0, figure.start - 3), figure.start)
    behind = _BEHIND.match(telling.text, figure.end)
    if before is None and behind is None:
        return figure
    whole = figure.value == int(figure.value)
    step = _TENTH if whole and figure.value % 10 == 0 else 5.0 if whole else 1.0
    words = (before.group() if before else "") + (behind.group() if behind else "")
    low, high = _spread(figure.value, step, step, words)
    return replace(figure, value=(low + high) / 2, low=low, high=high)


def _rate(telling: Telling, start: int, end: int, low: float, high: float) -> Figure:
    first, _ = telling.whole(start, end)
    text = telling.text[start:end]
    opened = telling.text.count("（", 0, start) > telling.text.count("）", 0, start)
    return Figure((low + high) / 2, low, high, "%", text, start, end, first, True, opened)
