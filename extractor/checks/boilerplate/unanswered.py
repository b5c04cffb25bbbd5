"""Which named problems no measure is meant for: by place, by number, by what both speak of.

A measure may be meant for its problem in quite other words, so words alone prove little. Reports
have a measure for each problem nearly always, in the problems' order or right behind each: where
they have fewer, the problem is looked for without which the rest fits best.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from math import exp

from extractor.checks.boilerplate.issues_told import ToldProblem
from extractor.checks.boilerplate.likeness import likeness
from extractor.checks.boilerplate.measures_told import Measure

# Logarithms of odds, as all likenesses are. Of 240 development texts with several problems one has
# two measures and more, fewer than problems, and yet all are met; of eight with one measure, seven.
_MEETS_ANOTHER_TOO = -5.5
_IN_PARTS_TOO = -4.5
_OUT_OF_ORDER = -3.0
_RIGHT_BEHIND = 3.0
_SURE = 0.7
_NOTHING = 0.15
_POINTED_AT = 6.0
_A_PART = 5
_A_WORD = 1.4
"""The likeness of one pair of characters."""
_IN_PLACE = 2.5
_MEANT_FOR_OTHERS = 0.98
_MET_ANYWHERE = 3.0
_LONGEST_LIST = 8
_PERMUTED = 4
_TWO = 2
_ONE_TO_NINE = 9
_NUMERALS = "一二三四五六七八九123456789"
_POINTS = re.compile(
    r"(?:[^，。；：]{0,16}[：，])?(?:针对|对应|对于|对|围绕|就|关于)?"
    r"(?:(?P<side>[前后])[者项一](?!年)|(?:第|问题)?(?P<number>[一二三四五六七八九1-9])"
    r"(?:个|点|条|项|类|处|方面)?的?(?:问题|不足|短板)?(?=[，：]))"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure with all its clauses: one entry of a list, or one sentence's part."""

    text: str
    answers: frozenset[int]
    """Problems by their numbers in the record, as far as the items say."""
    behind: int
    """So many problems had been told."""
    listed: bool
    """An entry of a list."""
    stock: bool
    """Told in stock words alone."""


def units_of(measures: Sequence[Measure], words: Sequence[str]) -> list[Unit]:
    """Clauses put together again: those of one entry in a list, and what goes on behind one, unless
    it plainly turns to another problem."""
    found: list[list[Measure]] = []
    marks = [index for index, one in enumerate(measures) if one.marked]
    listed = len(marks) > 1
    for index, one in enumerate(measures):
        if listed and index < marks[0] and not one.named:
            continue  # 我局将对症施策: it leads the list
        opens = one.marked or (one.adds if listed else one.named)
        same = bool(found) and found[-1][-1].behind == one.behind
        if opens or not same or (not listed and _turns_away(found[-1], one, words)):
            found.append([one])
        else:
            found[-1].append(one)
    return [
        Unit(
            "；".join(one.text for one in group),
            frozenset().union(*(one.answers for one in group)),
            group[0].behind,
            group[0].marked,
            all(one.stock for one in group),
        )
        for group in found
        if any(one.real or one.marked or one.answers for one in group)
    ]


def _turns_away(before: Sequence[Measure], one: Measure, words: Sequence[str]) -> bool:
    likely = [likeness(word, one.text) for word in words]
    best = max(range(len(words)), key=likely.__getitem__)
    so_far = [max(likeness(word, clause.text) for clause in before) for word in words]
    return likely[best] >= _MET_ANYWHERE and so_far[best] < max(so_far)


def left_by_place(problems: Sequence[ToldProblem], measures: Sequence[Measure]) -> list[int] | None:
    """Numbers of the problems left without a measure; None where places and numbers say nothing."""
    words = [problem.words for problem in problems]
    told = units_of([one for one in measures if one.answers or not one.last_years], words)
    ends = sorted({unit.behind for unit in told} - {0})
    if not ends or any(not unit.behind for unit in told):
        return None
    if len(ends) > 1 or ends[0] < len(problems):
        if not _by_turns(told, ends):
            return []
        return _left_by_turns(words, told, ends)
    if 1 < len(told) < len(problems) <= _LONGEST_LIST:
        return _left_out(words, told, 0.0)
    return _left_by_words(words, told)


def _by_turns(told: Sequence[Unit], ends: Sequence[int]) -> bool:
    """Several problems and then several measures are a list: what follows was misunderstood."""
    starts = [0, *ends]
    return not any(
        end - start > 1 and sum(unit.behind == end for unit in told) > 1
        for start, end in zip(starts, ends, strict=False)
    )


def _left_by_turns(words: Sequence[str], told: Sequence[Unit], ends: Sequence[int]) -> list[int]:
    """Problem, measure, problem, measure: one without a measure behind it has none, unless what
    both speak of says otherwise."""
    left: list[int] = []
    start = 0
    for end in ends:
        block = range(start, end)
        own = [unit for unit in told if unit.behind == end]
        if len(block) == 1 and all(unit.stock for unit in own):
            left.append(start)  # only a slogan behind it
        elif len(own) < len(block) <= _LONGEST_LIST:
            missing = _left_out([words[i] for i in block], own, _RIGHT_BEHIND)
            left += [start + i for i in missing]
        start = end
    left += range(start, len(words))
    # What stands right in front of a measure is met by it, or explains what is.
    in_front = {unit.behind - 1 for unit in told if not unit.stock}
    left = [i for i in left if i not in in_front]
    return [i for i in left if all(likeness(words[i], unit.text) < _MET_ANYWHERE for unit in told)]


def _left_by_words(words: Sequence[str], told: Sequence[Unit]) -> list[int]:
    """Measures enough, or only one: a problem has none where all are plainly meant for others."""
    if len(told) == 1 and _may_mean_several(told[0]):
        return []
    without = [1.0] * len(words)
    for place, unit in enumerate(told):
        row = _row(words, unit)
        if unit.stock and max(row) < _NOTHING:
            continue  # a slogan is meant for nothing
        if len(told) == len(words):
            row[place] += _IN_PLACE
        total = sum(map(exp, row))
        without = [odd * (1 - exp(one) / total) for odd, one in zip(without, row, strict=True)]
    return [i for i, odd in enumerate(without) if odd >= _MEANT_FOR_OTHERS]


def _row(words: Sequence[str], unit: Unit) -> list[float]:
    """How well the measure fits each problem; 后者…, 对第二项… says which it is for."""
    pointed = _points_at(unit.text, len(words))
    return [
        likeness(word, unit.text) + (_POINTED_AT if place == pointed else 0.0)
        for place, word in enumerate(words)
    ]


def _points_at(text: str, count: int) -> int | None:
    match = _POINTS.match(text)
    if not match:
        return None
    if match["side"]:
        return {"前": 0, "后": 1}[match["side"]] if count == _TWO else None
    return _NUMERALS.index(match["number"]) % _ONE_TO_NINE


def _may_mean_several(unit: Unit) -> bool:
    """更换公开栏，集中学习《条例》，逐字审读: one sentence, but several acts."""
    parts = [part for part in unit.text.split("，") if len(part) >= _A_PART]
    return len(unit.answers) > 1 or (not unit.listed and len(parts) > 1)


def _left_out(words: Sequence[str], units: Sequence[Unit], behind: float) -> list[int]:
    """Of all ways to give each measure a problem of its own, how likely each problem has none."""
    table = [_row(words, unit) for unit in units]
    without = [0.0] * len(words)
    total = 0.0
    for chosen, value in _ways(table, len(words)):
        if len(words) - 1 in chosen:
            value += behind
        weight = exp(value)
        missing = [i for i in range(len(words)) if i not in chosen]
        odds = [
            sum(exp(_also(u) + row[i]) for u, row in zip(units, table, strict=True))
            for i in missing
        ]
        total += weight
        for i, odd in zip(missing, odds, strict=True):
            without[i] += weight / (1 + odd)
    left = [i for i, weight in enumerate(without) if weight >= _SURE * total]
    return [i for i in left if not any(_in_passing(i, words, unit) for unit in units)]


def _in_passing(left: int, words: Sequence[str], unit: Unit) -> bool:
    """延长征求意见的期限，并与导航企业对接数据: a part that is meant for the problem if for any."""
    parts = [part for part in unit.text.split("，") if len(part) >= _A_PART]
    if len(parts) < _TWO:
        return False
    for part in parts:
        row = [likeness(word, part) for word in words]
        if row[left] >= _A_WORD and row[left] == max(row):
            return True
    return False


def _also(unit: Unit) -> float:
    return _IN_PARTS_TOO if "，" in unit.text else _MEETS_ANOTHER_TOO


def _ways(table: Sequence[Sequence[float]], count: int) -> Iterator[tuple[tuple[int, ...], float]]:
    """Each choice of as many problems as there are measures, and how well they fit."""
    for chosen in combinations(range(count), len(table)):
        yield chosen, sum(row[i] for row, i in zip(table, chosen, strict=True))
        if len(table) <= _PERMUTED:
            for other in permutations(chosen):
                if other != chosen:
                    fit = sum(row[i] for row, i in zip(table, other, strict=True))
                    yield other, fit + _OUT_OF_ORDER
