"""Sums told behind what they sum up: 网站200条、公众号80条，共计290条."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.contradictions import breakdown_words as words
from extractor.checks.contradictions.breakdown_rows import compared, shown
from extractor.checks.contradictions.tellings import Figure, Telling

_SURE, _LIKELY = 0.9, 0.75
# A sum over more figures, or any of so many sums, would be chance.
_MOST = 8
# 新收23件、结转3件，应办26件: what was at hand is the sum of what came and what was left.
_AT_HAND = re.compile(
    r"^[，,；;、]?(?:共|合计|总共|全年|当年|本年)*(?:应|需|须)(?:办理?|处理|办结)(?:的)?(?:政府信息公开|公开)?(?:申请)?(?:共计?|合计)?(?:为)?$"
)
_CAME = re.compile(r"新收|收到|受理|新增|新到|接收")
_EACH_OF = re.compile(
    r"(?P<many>\d{1,4})[个家名类处所位项种][^，。；\d]{0,10}?[，,]?(?:各|每)[^，。；\d]{0,12}$"
)
# 各站所各有联络员1名: nobody tells how many that makes.
_EACH_HAS = re.compile(
    r"(?:[各均都](?=[有配设派选])|每(?!年|季|月|周|[日天]))[^，,、。；;\d]{0,14}$"
    r"|[一二两三四五六七八九十][^，,、。；;\d]{1,8}各[^，,、。；;\d]{0,12}$"
)
_LEFT = re.compile(r"结转|转来|遗留|未办结|转入|上年|未了")


@dataclass(frozen=True, slots=True)
class FalseSum:
    """A sum with the figures that it sums up."""

    telling: Telling
    total: Figure
    parts: tuple[Figure, ...]
    confidence: float

    @property
    def added(self) -> float:
        return round(sum(part.value for part in self.parts), 2)

    @property
    def figures(self) -> set[int]:
        return {self.total.place, *(part.place for part in self.parts)}


def false_sums(told: Sequence[Telling], year: int | None, tolerance: float) -> Iterator[FalseSum]:
    for telling in told:
        yield from _within(telling, year, tolerance)


def _within(telling: Telling, year: int | None, tolerance: float) -> Iterator[FalseSum]:
    text = shown(telling)
    outer = [f for f in telling.figures if not f.bracketed and not f.share]
    for index, figure in enumerate(outer):
        left = text[outer[index - 1].end if index else 0 : figure.start]
        before = [f for f in outer[:index] if f.unit == figure.unit]
        before = [f for f in before if not compared(telling, f, year)]
        confidence = _summed(text, left, before)
        if confidence is None or len(before) < 2 or len(before) > _MOST:
            continue
        if _each_of_several(text, before, figure) or _has_each(text, outer[:index]):
            continue
        if _with_other_units(outer[:index], figure):
            continue
        shared = confidence < _SURE and _shared(text, before, figure)
        if not shared and _differ(_choices(telling, before, figure), figure, tolerance):
            yield FalseSum(telling, figure, tuple(before), confidence)


def _summed(text: str, left: str, before: Sequence[Figure]) -> float | None:
    """How sure it is that the words before a figure sum up what stands before them."""
    if match := words.SUMMED.match(left):
        count = words.many(match["many"])
        if count is not None:
            return _SURE if count == len(before) else None
        opened = words.AMONG.search(text, 0, before[-1].end) if before else None
        return _LIKELY if opened is None else None
    if _AT_HAND.match(left) and len(before) == 2:
        first, second = text[: before[0].end], text[before[0].end : before[1].end]
        apart = (_CAME.search(first) and _LEFT.search(second)) or (
            _LEFT.search(first) and _CAME.search(second)
        )
        return _LIKELY if apart else None
    return None


def _each_of_several(text: str, before: Sequence[Figure], total: Figure) -> bool:
    """4个单位各公开2条，共8条: the sum of the last alone, as often as there are bodies."""
    each = before[-1]
    start = before[-2].end
    several = _EACH_OF.search(text, start, each.start)
    return several is not None and each.value * int(several["many"]) == total.value


def _with_other_units(before: Sequence[Figure], total: Figure) -> bool:
    """许可证84本，经营许可4件，其余106件，共194件: copies are in the sum too."""
    added = 0.0
    for figure in reversed(before):
        added += figure.value
        if added >= total.value:
            break
    return added == total.value


def _has_each(text: str, before: Sequence[Figure]) -> bool:
    """Whether a figure is told of each of several bodies: the sum holds it many times."""
    return any(
        _EACH_HAS.search(text, 0, figure.start) or _EACH_OF.search(text, 0, figure.start)
        for figure in before
    )


def _shared(text: str, before: Sequence[Figure], total: Figure) -> bool:
    """网站126条、公众号80条，共150条: one item on two channels counts once in the sum."""
    if total.low >= sum(figure.high for figure in before):
        return False
    starts = [0, *(figure.end for figure in before)]
    names = [text[start : f.start] for start, f in zip(starts, before, strict=False)]
    return sum(words.CHANNEL.search(name) is not None for name in names) > 1


def _choices(telling: Telling, before: Sequence[Figure], total: Figure) -> list[tuple[Figure, ...]]:
    """For each figure itself, or one in its brackets: 61件（转报14件、审批47件）."""
    ends = [*(figure.start for figure in before[1:]), total.start]
    return [
        (
            figure,
            *(
                inner
                for inner in telling.figures
                if inner.bracketed
                and inner.unit == total.unit
                and figure.end <= inner.start < end
                and inner.value < figure.value
            ),
        )
        for figure, end in zip(before, ends, strict=True)
    ]


def _differ(choices: Sequence[tuple[Figure, ...]], total: Figure, tolerance: float) -> bool:
    """Whether no choice of the figures before makes up the sum."""
    rough = total.approx or any(figures[0].approx for figures in choices)
    slack = tolerance * total.value if rough else 0.001
    sums = {(0.0, 0.0)}
    for figures in choices:
        sums |= {(low + f.low, high + f.high) for low, high in sums for f in figures}
    return not any(low - slack <= total.high and high + slack >= total.low for low, high in sums)
