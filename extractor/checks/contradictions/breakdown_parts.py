"""The parts of one list: figures of the total's unit, each with what it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from extractor.checks.contradictions import breakdown_words as words
from extractor.checks.contradictions.tellings import Figure

Opener = Literal["among", "of", "by", "from", "each", "colon", "bracket"]
_NAME_ENDS = re.compile(r"[，,、；;：:。▁]")
# 办结5件，其中…；剩余1件跨年: what was not settled is no part of what was.
_LEFT = re.compile(
    r"(?:申请)?(?:均|都|已|尚|正|仍|还)*(?:跨年|未办|未到|未答|结转|转[到入下]|在办|在(?:依法)?办理|留[到待]|延至)"
)
_MOST_PARTS = 40
# 微信公开170，: a part without its unit is no figure, and the list cannot be added up.
_BARE = re.compile(r"(?<![\d.])\d{1,7}(?=[，,；;、])")
# 参训120人次, 3.5万元, 5%: told beside a part, no part of another unit.
_BESIDE = frozenset({"人", "人次", "元", "%", "‰", "天", "日", "工作日", "个工作日", "个月"})


@dataclass(frozen=True, slots=True)
class Opened:
    """Words that open a list."""

    kind: Opener
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    figure: Figure
    times: int = 1

    @property
    def low(self) -> float:
        return self.figure.low * self.times

    @property
    def high(self) -> float:
        return self.figure.high * self.times

    @property
    def value(self) -> float:
        return self.figure.value * self.times


class Listed(NamedTuple):
    parts: tuple[Part, ...]
    broken: bool
    """The list breaks off where a part is divided itself."""
    mixed: bool
    """Some parts are counted in another unit (视频8期)."""


def parts_behind(
    text: str, outer: Sequence[Figure], opens: Sequence[Opened], opened: Opened, unit: str
) -> Listed:
    parts: list[Part] = []
    position = opened.end
    nested = mixed = False
    for index, figure in enumerate(outer):
        if figure.start < opened.end:
            continue
        between = text[position : figure.start]
        if parts and _BARE.search(between):
            return Listed(tuple(parts), True, mixed)
        opens_here = [o for o in opens if position <= o.start < figure.start and o is not opened]
        if nested or (parts and (words.NESTED.search(between) or opens_here)):
            nested = not re.search(r"[；;][^；;]*$", between) or bool(
                words.NESTED.search(re.split("[；;]", between)[-1])
            )
            if any(_anew(text, position, o) for o in opens_here):
                return Listed(tuple(parts), False, mixed)
        if _ended(between, figure, outer[index + 1 :], opens, len(parts)):
            break
        if figure.unit == unit and not nested:
            part = part_of(text, between, figure)
            if parts and words.REST.match(part.name) and _LEFT.match(text, figure.end):
                break
            if parts and _settles(part.name, parts[-1].name):
                return Listed(tuple(parts), True, mixed)
            if parts and _begins_anew(part.name, parts[-1].name):
                break
            parts.append(part)
        elif not nested and figure.unit not in _BESIDE:
            if parts and words.REST.match(parts[-1].name) and re.search("[；;]", between):
                break  # 其他9条；办理申请30件: 其他 has ended the list
            mixed = True
        position = figure.end
    return Listed(tuple(parts), nested, mixed)


def _begins_anew(name: str, before: str) -> bool:
    """Whether a part has an act of its own, or tells a whole of its own (公众号共发布473篇), where
    the part before it has none.
    """
    return any(
        sign.match(name) is not None and sign.match(before) is None
        for sign in (words.ACT, words.IN_ALL)
    )


def _settles(name: str, before: str) -> bool:
    """县政府收到20件、办结19件: what came and what became of it are no two parts."""
    return bool(words.ANSWERED.match(name) and words.CAME_IN.match(before))


def _ended(
    between: str, figure: Figure, later: Sequence[Figure], opens: Sequence[Opened], count: int
) -> bool:
    if words.ENDS.search(between) or count >= _MOST_PARTS:
        return True
    if count and (words.RANKED.search(between) or words.WITHIN.search(between)):
        return True
    return count > 0 and _another_total(between, figure, later, opens)


def _anew(text: str, position: int, opened: Opened) -> bool:
    """Whether an opener divides the same total in another way: 按渠道分, or a 其中 that stands
    behind more than the last part (个人2件、企业1件，已全部答复，其中…)."""
    if opened.kind in ("by", "from", "of"):
        return True
    between = text[position : opened.start]
    return "；" in between or ";" in between or len(between.strip("，,、▁")) > 1


def _another_total(
    between: str, figure: Figure, later: Sequence[Figure], opens: Sequence[Opened]
) -> bool:
    """；被提起行政诉讼2件，其中…: behind a semicolon the next total stands before its opener."""
    if not re.search("[；;]", between):
        return False
    following = next((f.start for f in later if not f.share), None)
    return following is not None and any(figure.end <= o.start < following for o in opens)


def part_of(text: str, between: str, figure: Figure) -> Part:
    each = words.EACH.search(between)
    names = [n for n in words.JOINT.split(each["names"]) if n] if each else []
    return Part(_name(text, between, figure), figure, max(1, len(names)))


def _name(text: str, between: str, figure: Figure) -> str:
    """What is counted: in front of the number, or behind it (2件维持, 其余344条是综合政务类)."""
    pieces = [piece for piece in _NAME_ENDS.split(between) if piece]
    front = pieces[-1] if pieces else ""
    behind = re.match(r"[^，,、；;：:。▁\d]{0,14}", text[figure.end :])
    return front if len(front) > 1 else front + (behind.group() if behind else "")
