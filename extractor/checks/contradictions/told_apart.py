"""The done and the open of the same things, told in two places: 发现问题26个，改毕24个 and
26个问题里有3个未改."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.checks.contradictions.breakdown_parts import Part
from extractor.checks.contradictions.breakdown_rows import Row
from extractor.checks.contradictions.breakdowns import Mismatch
from extractor.checks.contradictions.exclusive import label_of
from extractor.checks.contradictions.tellings import Figure, Telling

_THINGS = re.compile(r"问题|隐患|意见|建议|留言")
_BEHIND = 6
_DONE, _OPEN = "is", frozenset({"not", "rest"})
_LIKELY = 0.8
# Small numbers meet by chance.
_LEAST, _MOST = 5, 12


class _Half(NamedTuple):
    telling: Telling
    thing: str
    whole: Figure
    part: Figure
    done: bool


def told_apart(told: Sequence[Telling]) -> Iterator[Mismatch]:
    halves = [half for telling in told for half in _halves(telling)][:_MOST]
    for done in halves:
        for left in halves:
            added = done.part.low + left.part.low
            if done.done and not left.done and added > done.whole.high and _of_one(done, left):
                yield _mismatch(done, left)


def _of_one(done: _Half, left: _Half) -> bool:
    """The same number of the same things, and told in two sentences."""
    apart = done.telling is not left.telling and done.thing == left.thing
    return apart and (done.whole.value, done.whole.unit) == (left.whole.value, left.whole.unit)


def _halves(telling: Telling) -> Iterator[_Half]:
    if len(telling.figures) < 2 or not _THINGS.search(telling.text):
        return
    for whole, part in zip(telling.figures, telling.figures[1:], strict=False):
        if whole.unit != part.unit or whole.share or not _LEAST <= whole.value > part.value:
            continue
        behind = telling.text[whole.end : whole.end + _BEHIND]
        thing = _THINGS.search(re.split("[，,]", behind)[0]) or _THINGS.search(
            telling.before(whole)
        )
        label = label_of(telling, part)
        if not thing or label is None or label.family != "done" or whole.approx or part.approx:
            continue
        if label.which == _DONE or label.which in _OPEN:
            yield _Half(telling, thing.group(), whole, part, label.which == _DONE)


def _mismatch(done: _Half, left: _Half) -> Mismatch:
    parts = (Part("", done.part), Part("", left.part))
    first = done if done.whole.place < left.whole.place else left
    telling = max(done, left, key=lambda half: half.part.place).telling
    row = Row("among", telling, telling, (first.whole,), (), parts, "", True)
    return Mismatch(row, first.whole, parts, True, _LIKELY)
