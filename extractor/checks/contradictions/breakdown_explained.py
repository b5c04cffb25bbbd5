"""Whether a list makes up its total in any way in which it may be meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extractor.checks.contradictions import breakdown_words as words
from extractor.checks.contradictions.breakdown_rows import Row
from extractor.checks.contradictions.tellings import Figure, Telling

_Span = tuple[float, float]
_EXACT = 0.001
_FINE = re.compile(r"\d\.\d+[万亿]")
# So many figures carried over, and rates, one sentence may have.
_MOST = 4


def add_up(row: Row, tolerance: float) -> bool:
    """Some stretch of the list, which may go on behind its end (结转下年1件), makes up a figure
    that may be its total; or a part is told together with its own parts."""
    spans = [(part.low, part.high) for part in row.parts]
    rests = {i for i, part in enumerate(row.parts) if words.REST.match(part.name)}
    wholes = _Wholes(row, tolerance)
    longer = spans + [(figure.low, figure.high) for figure in row.beyond]
    return any(
        wholes.hold(low, high)
        for low, high, first, last in _stretches(longer, _begins(row))
        # 其他 belongs to the list
        if not rests or any(first <= rest <= last for rest in rests)
    ) or (not rests and any(wholes.hold(low, high) for low, high in _without_inner(spans)))


class _Wholes:
    """The figures that may be the total, as intervals apart from each other."""

    def __init__(self, row: Row, tolerance: float) -> None:
        rough = any(part.figure.approx for part in row.parts)
        spans: list[_Span] = []
        for low, high, approx in _wholes(row):
            # 约12.9万条 is as exact as its last digit.
            fine = _FINE.search(row.totals[0].text) is not None
            slack = tolerance * high if (rough or approx) and not fine else _EXACT
            spans.append((low - slack, high + slack))
        self.lows: list[float] = []
        self.highs: list[float] = []
        for low, high in sorted(spans):
            if self.highs and low <= self.highs[-1]:
                self.highs[-1] = max(high, self.highs[-1])
            else:
                self.lows.append(low)
                self.highs.append(high)

    def hold(self, low: float, high: float) -> bool:
        nearest = bisect_right(self.lows, high) - 1
        return nearest >= 0 and self.highs[nearest] >= low


def _begins(row: Row) -> list[int]:
    """Where a list may begin: with the first part, or where another view of the whole does
    (网站96条、微信30条，供水58条…)."""
    parts = row.parts
    begins = [0]
    for index in range(1, len(parts)):
        before, name = parts[index - 1], parts[index].name
        between = row.telling.text[before.figure.end : parts[index].figure.start]
        turns = bool(words.CHANNEL.search(before.name)) != bool(words.CHANNEL.search(name))
        if turns or words.CARRIED.search(before.name) or re.search("[；;]", between):
            begins.append(index)
    return begins


def _stretches(
    spans: Sequence[_Span], begins: Sequence[int]
) -> Iterator[tuple[float, float, int, int]]:
    """Sums of two neighbours or more."""
    for first in begins:
        low, high = spans[first]
        for last in range(first + 1, len(spans)):
            low, high = low + spans[last][0], high + spans[last][1]
            yield low, high, first, last


def _wholes(row: Row) -> Iterator[tuple[float, float, bool]]:
    """Figures that may be the total; what was carried over may be counted in or out."""
    if row.near and row.opener in ("colon", "of", "bracket"):
        known = list(row.totals[:1])
    else:
        known = list(dict.fromkeys(row.named or (*row.totals, *row.also)))
    carried = [f for t in (row.home, row.telling) for f in t.figures if _carried(t, f)][:_MOST]
    between = range(row.totals[0].place, row.parts[0].figure.place)
    rates = [
        f.value / 100
        for t in (row.home, row.telling)
        for f in t.figures
        if f.unit == "%" and f.place in between
    ]
    for figure in known:
        yield figure.low, figure.high, figure.approx
        # 发放200份，回收率93%: the parts are of what came back.
        yield from ((figure.low * r - 1, figure.high * r + 1, False) for r in rates if r < 1)
        for other in carried:
            yield figure.low + other.low, figure.high + other.high, figure.approx
            yield figure.low - other.high, figure.high - other.low, figure.approx
    if len(row.totals) > 1:
        # 建议8件、提案5件，其中…: all that stands in front.
        everyone = row.totals
        yield sum(f.low for f in everyone), sum(f.high for f in everyone), False
        two = row.totals[:2]
        yield sum(f.low for f in two), sum(f.high for f in two), False


def _carried(telling: Telling, figure: Figure) -> bool:
    return words.CARRIED.search(telling.before(figure)) is not None


def _without_inner(spans: Sequence[_Span]) -> Iterator[_Span]:
    """网站96条，工作动态50条、公告46条，微信30条: sums without the stretch that a neighbour
    sums up."""
    low, high = sum(span[0] for span in spans), sum(span[1] for span in spans)
    for first in range(len(spans)):
        inner = 0.0
        for last in range(first, len(spans)):
            inner += spans[last][0]
            around = [*spans[max(0, first - 1) : first], *spans[last + 1 : last + 2]]
            if last > first and any(span == (inner, inner) for span in around):
                yield low - inner, high - inner
