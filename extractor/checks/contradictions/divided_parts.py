"""A part that holds parts of its own: 无法提供9件，含本机关不掌握7件、补正后仍不明确2件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.checks.contradictions.breakdown_parts import Part
from extractor.checks.contradictions.breakdown_rows import Row
from extractor.checks.contradictions.breakdowns import Mismatch
from extractor.checks.contradictions.tellings import Figure, Telling

_HOLDS = re.compile(r"[，,（(](?:含|内含|内中)(?![量税金])")
_ENDS = re.compile(r"[；;。）)]")
_SURE = 0.85


def divided_parts(told: Sequence[Telling]) -> Iterator[Mismatch]:
    for telling in told:
        if len(telling.figures) > 2 and ("含" in telling.text or "内中" in telling.text):
            yield from _holding(telling)


def _holding(telling: Telling) -> Iterator[Mismatch]:
    """内中全部公开32件、部分公开9件: of the figure right in front, which may be a part itself."""
    for match in _HOLDS.finditer(telling.text):
        whole = next((f for f in telling.figures if f.end == match.start()), None)
        if whole is None or whole.approx:
            continue
        held = _held(telling, match.end(), whole.unit)
        parts = tuple(Part(telling.before(f), f) for f in held)
        added = sum(part.low for part in parts)
        both = {name for part in parts for name in ("全部", "部分") if name in part.name}
        short = len(both) == len(parts) and sum(part.high for part in parts) < whole.low
        if len(parts) > 1 and (added > whole.high or short):
            yield _mismatch(telling, whole, parts)


def _held(telling: Telling, start: int, unit: str) -> list[Figure]:
    """Up to the list's end; behind 、 a comma ends it too."""
    held: list[Figure] = []
    position, listed = start, False
    for figure in telling.figures:
        if figure.start < start:
            continue
        between = telling.text[position : figure.start]
        if _ENDS.search(between) or figure.unit != unit or (listed and re.search("[，,]", between)):
            break
        listed = listed or (bool(held) and "、" in between)
        held.append(figure)
        position = figure.end
    return held


def _mismatch(telling: Telling, whole: Figure, parts: tuple[Part, ...]) -> Mismatch:
    row = Row("among", telling, telling, (whole,), (), parts, "", True)
    return Mismatch(row, whole, parts, True, _SURE)
