"""Shares with the figures that they are told of: 予以公开203件，占44.3%; 两项占61.4%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.contradictions.breakdown_words import many
from extractor.checks.contradictions.tellings import Figure, Telling

_OF = (
    r"(?:全部|全年|全[省市县区镇局]|当年|本年度?|总|主动公开|公开|政府信息|信息|申请|新收|受理|收到|办结|办理|答复|处理|结果|件"
    r"|[数量件的]|总数|总量|总计|比例|比重|其)*"
)
# 占44.3%, 占办结总数的44.3%, （45.1%）, 占比为38.9%.
_SHARE = re.compile(
    rf"^(?:[，,、]|▁)*[（(]?(?:约|大约|仅|则)?(?:占(?:比|了|到|去)?{_OF}(?:为|达到?|约|近|是|[:：])*|(?<=[（(])约?)$"
)
_JOINT = re.compile(
    rf"^[，,、；;]?(?:(?P<many>[两二三四五六])(?:项|者|类|种))?(?:合计|相加|之和|共计?|合)*占(?:比|全部|{_OF})*(?:为|达到?|约)*$"
)
_TOGETHER = re.compile(r"[两二三四五六](?:项|者|类|种)|合计|相加|之和|合占")
# 占比依次为47.7%、10.0%和13.8%
# 分别占47.7%、10.0%和13.8%
_IN_ORDER = re.compile(
    r"占(?:比|总数|全部|总量)?(?:的?比[例重])?(?:依次|分别)(?:为|是)?$"
    rf"|(?:依次|分别|各)占(?:比|{_OF})*(?:为|是)?$"
)
_GOES_ON = re.compile(r"^[、和与及]$")
# 本机关公开2,465条，不足三成，
_APART = re.compile(r"^[，,]$")
_COMPARES = re.compile(r"^(?:接近|将近|近|约|不足|不到|低于|超|逾|过)")
_CLOSED = re.compile(r"^[，,。；;]")
# 26件，占三成以上的是征地类: of what follows.
_OTHERS = re.compile(r"的(?:是|为|则)")
# 近六成来自市政府网站（3,326条）
_BEGINS = re.compile(r"(?:^|[，,。；;：:]|其中|有|约)$")
_CONSISTS = re.compile(
    r"^的?(?:信息|申请|内容|件)?(?:来自|来源于|出自|由|是|为|属于?|通过|集中在|涉及)[^，,。；;：:\d（(]{1,18}[（(]共?$"
)
# 占全市的24.1%
_SCOPE = re.compile(r"占(?:比|了|到|去)?(?:全部)?(?P<scope>全[省市县区镇乡州]|全系统)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A share with the figures that it is told of."""

    telling: Telling
    parts: tuple[Figure, ...]
    rate: Figure
    joint: bool = False
    some: bool = False
    """合计占: of the last figures, not said of how many."""
    of_all: bool = False
    """占总数的, 占全部的."""
    scope: str = ""
    """占全市的: the whole is told with these words."""
    apart: bool = False
    """Told without 占: of what the paragraph tells first."""

    def fits(self, whole: float, room: float) -> bool:
        values = [part.value for part in self.parts]
        counts = range(2 if self.some else len(values), len(values) + 1)
        sums = [sum(values[-count:]) for count in counts]
        return any(whole and abs(v / whole * 100 - self.rate.value) <= room for v in sums)


def pairs_of(telling: Telling) -> Iterator[Pair]:
    yield from _behind(telling)
    yield from _worded_first(telling)


def _behind(telling: Telling) -> Iterator[Pair]:
    figures = telling.figures
    for index, rate in enumerate(figures):
        if rate.unit != "%" or not index or _OTHERS.match(telling.text, rate.end):
            continue
        left = telling.text[figures[index - 1].end : rate.start]
        counts = [f for f in figures[:index] if not f.share]
        if _IN_ORDER.search(left):
            yield from _in_order(telling, index, counts)
        elif counts and _TOGETHER.search(left) and (match := _JOINT.match(left)):
            own = [f for f in counts if f.unit == counts[-1].unit]
            number = many(match["many"])
            parts = tuple(own[-(number or len(own)) :])
            if len(parts) > 1:
                of_all = re.search("全部|总", left) is not None
                yield Pair(telling, parts, rate, True, number is None, of_all)
        elif not figures[index - 1].share and _SHARE.match(left):
            named = _SCOPE.search(left)
            scope = named["scope"] if named else ""
            yield Pair(telling, (figures[index - 1],), rate, scope=scope)
        elif not figures[index - 1].share and _stands_apart(telling, rate, left):
            yield Pair(telling, (figures[index - 1],), rate, apart=True)


def _worded_first(telling: Telling) -> Iterator[Pair]:
    """近六成来自市政府网站（3,326条）."""
    for rate, part in zip(telling.figures, telling.figures[1:], strict=False):
        if rate.low == rate.high or rate.unit != "%" or part.share or not part.bracketed:
            continue
        begins = _BEGINS.search(telling.text, max(0, rate.start - 2), rate.start)
        if (begins or not rate.start) and _CONSISTS.match(telling.text[rate.end : part.start]):
            yield Pair(telling, (part,), rate, apart=True)


def _stands_apart(telling: Telling, rate: Figure, left: str) -> bool:
    worded = rate.low != rate.high and _COMPARES.match(rate.text) is not None
    apart = _APART.match(left) and _CLOSED.match(telling.text[rate.end :])
    return worded and apart is not None


def _in_order(telling: Telling, index: int, counts: Sequence[Figure]) -> Iterator[Pair]:
    """The shares of a row that stands in front, or behind 即."""
    figures = telling.figures
    row = [figures[index]]
    for last, figure in zip(figures[index:], figures[index + 1 :], strict=False):
        if figure.unit != "%" or not _GOES_ON.match(telling.text[last.end : figure.start]):
            break
        row.append(figure)
    behind = figures[index + len(row) : index + 2 * len(row)]
    follows = telling.text[row[-1].end :].startswith(("，即", "即"))
    parts = behind if follows else counts[-len(row) :]
    if len(parts) == len(row) and len({part.unit for part in parts}) == 1:
        for part, rate in zip(parts, row, strict=True):
            yield Pair(telling, (part,), rate)
