"""Measures that say by number which problems they meet: 针对第一、第三个问题，…; 听了第三句，…"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.report.items.labels import NOUN_PROBLEM

_NUMERALS = "一二三四五六七八九"
MOST = len(_NUMERALS)
"""Where it is not known how many problems there are."""
_COUNTER = r"(?:个?方面|[个点条项类处件笔句桩样种])"
_NOUN = rf"(?:的?(?:{NOUN_PROBLEM}|意见|建议|反映|欠账|短项|提醒|批评))"
_ONE = rf"(?:(?:第|问题)（?[{_NUMERALS}1-9]）?|（[{_NUMERALS}1-9]）)"
_MORE = (
    rf"(?:(?:、|和|与|及|以及)(?:第|问题)?（?[{_NUMERALS}1-9]）?"
    rf"(?=[两二三四五]?{_COUNTER}|{_NOUN}|[、和与及以，：])"
    # 第一个问题和第三个问题, 第一个和第三个问题
    rf"|(?:{_COUNTER}{_NOUN}?|{_NOUN})(?:、|以及|和|与|及)(?:第|问题)（?[{_NUMERALS}1-9]）?"
    rf"(?={_COUNTER}|{_NOUN}))"
)
# 第一至第三项, 第1到第3个问题
_RANGE = rf"(?P<range>[至到](?:第|问题)?（?[{_NUMERALS}1-9]）?(?={_COUNTER}|{_NOUN}|[，：的]))"
# 通报指出的第一个问题: whoever counted them
_WHOSE = (
    r"(?:(?:上述|以上|前述|前面|上面|其中|所列"
    r"|[^，。；：第]{2,14}(?:指出|提出|反映|列出|所列|反馈|说|讲|提)的?)的?)"
)
_OPENS = (
    r"(?:针对|对应|对照|对于?|围绕|[就按]|关于|至于|听了|说到"
    r"|为(?:了|切实|有效)?(?:解决|回应|补上|弥补))"
)
# 第一条，… alone may as well count the measures: where a word leads to it, it counts the problems.
_BY_NUMBER = re.compile(
    rf"(?:[^，。；：]{{0,10}}[：，])?(?P<led>{_OPENS}{_WHOSE}?|{_WHOSE})?"
    rf"(?P<numbers>{_ONE}(?:{_RANGE}|{_MORE}*))[两二三四五]?(?P<counter>{_COUNTER})?"
    rf"(?:(?P<noun>{_NOUN})|(?=[，：的]|已|均|都|将|拟|，?即))"
)
_BY_SIDE = re.compile(
    rf"(?:[^，。；：]{{0,10}}[：，])?(?P<led>{_OPENS}?{_WHOSE}?)(?P<side>[前后])(?P<many>[两二三四五六])"
    rf"{_COUNTER}{_NOUN}?(?=[，：的]|已|均|都|将|拟)"
)
_MANY = {"两": 2} | {char: n for n, char in enumerate(_NUMERALS, 1)}
_FIGURE = re.compile(f"[{_NUMERALS}1-9]")


@dataclass(frozen=True, slots=True)
class Reference:
    """Which problems, by their places in the list, and how far into the text it says so."""

    to: tuple[int, ...]
    end: int
    led: bool
    """针对第一条，…: nobody counts measures so."""
    words: str
    """第一笔: the last number with its counter."""


def reference(text: str, count: int) -> Reference | None:
    """What the opening of a measure says of the problems it meets, where there are `count`."""
    found = _BY_NUMBER.match(text)
    if found is not None:
        to = tuple(_place(number) for number in _FIGURE.findall(found["numbers"]))
        if found["range"]:
            to = tuple(range(to[0], to[-1] + 1))
        led = bool(found["led"] or found["noun"] or len(to) > 1)
        if to and (led or found["counter"]) and all(place < count for place in to):
            words = f"{found['numbers']}{found['counter'] or ''}"
            return Reference(to, found.end(), led, words)
        return None
    side = _BY_SIDE.match(text)
    many = _MANY[side["many"]] if side else 0
    if side is None or many >= count:
        return None
    places = range(many) if side["side"] == "前" else range(count - many, count)
    return Reference(tuple(places), side.end(), True, side["many"])


def references(texts: Sequence[str], problems: Sequence[str]) -> list[Reference | None]:
    """Of measures in their order. Such as 第一笔，… 第三笔，… refer to problems where they leave
    one out, or where the problems were counted in the same words (…，是第一笔)."""
    found = [reference(text, len(problems)) for text in texts]
    plain = [one for one in found if one is not None and not one.led]
    numbers = [one.to[0] for one in plain]
    skips = bool(plain) and sorted(set(numbers)) != list(range(len(set(numbers))))
    told = "。".join(problems)
    counted = bool(plain) and all(one.words in told for one in plain)
    kept = skips or counted or any(one is not None and one.led for one in found)
    return [one if one is None or one.led or kept else None for one in found]


def _place(number: str) -> int:
    return int(number) - 1 if number.isdecimal() else _NUMERALS.index(number)
