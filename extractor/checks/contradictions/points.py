"""Percentage points against the two rates they stand between: 由82%提高到91%，提高9个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.checks.contradictions.growth import FalseRate
from extractor.checks.contradictions.percents import decimals
from extractor.checks.contradictions.tellings import Figure, Telling
from extractor.checks.model import Said

_UNITS = frozenset({"个百分点", "百分点"})
# Nothing but the movement may stand before the points: another noun has its own rates.
_MOVED = re.compile(
    r"^(?:[，,（(]|略|共|又|则)*"
    r"(?:(?P<up>提高|提升|上升|增长|增加|高出?|升)|(?P<down>下降|降低|减少|回落|下滑|降|低))(?:了|约|近|达)*$"
)
_FROM = re.compile(r"[由从][^，。；\d]{0,14}$")
_TO = re.compile(r"^[^，。；\d]{0,8}[至到为]$")
_AGAINST = re.compile(
    r"^[，,、（(]?(?:[较比与同]|相比)[^，。；\d]{0,14}(?:20\d\d年[^，。；\d]{0,8})?$"
)
_BEFORE = re.compile(r"^[（(](?:上年|去年|(?:19|20)\d\d年)(?:度|同期)?[为是]?$")
_SURE = 0.9


def false_points(told: Sequence[Telling]) -> Iterator[FalseRate]:
    for telling in told:
        if "百分点" in telling.text:
            figures = telling.figures
            for first, second, points in zip(figures, figures[1:], figures[2:], strict=False):
                if points.unit in _UNITS and first.unit == second.unit == "%":
                    yield from _false(telling, first, second, points)


def _false(telling: Telling, first: Figure, second: Figure, points: Figure) -> Iterator[FalseRate]:
    moved = _MOVED.match(telling.text[second.end : points.start].lstrip("）)"))
    between = telling.text[first.end : second.start]
    if moved is None or first.low != first.high or second.low != second.high:
        return
    if _FROM.search(telling.text, 0, first.start) and _TO.match(between):
        past, now = first, second
    elif _AGAINST.match(between) or _BEFORE.match(between):
        past, now = second, first
    else:
        return
    sign = 1 if moved["up"] else -1
    right = now.value - past.value
    room = 1.05 / 10 ** min(decimals(first), decimals(second), decimals(points))
    if points.low - room <= right * sign <= points.high + room:
        return
    formula = f"{now.text} − {past.text} = {right:.4g}个百分点"
    yield FalseRate(
        telling,
        (first, second, points),
        f"{'提高' if sign > 0 else '下降'}{points.text}",
        f"{'提高' if right >= 0 else '下降'}{abs(right):.4g}个百分点",
        Said(formula, f"{now.text} − {past.text} = {right:.4g} points"),
        _SURE,
    )
