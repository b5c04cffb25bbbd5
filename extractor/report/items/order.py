"""Measures that meet their problems in whichever order they are told, by words and by sense."""

from __future__ import annotations

import numpy as np
from scipy.optimize import linear_sum_assignment

from extractor.language.meant import shipped
from extractor.report.items.drafts import Draft
from extractor.report.items.likeness import in_order, shared

_SEVERAL = 2
_MANY = 3
_MAX_ALIGNED, _MAX_CROSSED = 10, 8
# As logarithms of odds: how much better another order must be than the one that is printed, how
# much words in common add, and the most that one pair may say.
_CROSSED, _WORDS, _SURE = 5.0, 0.3, 6.0
_MEANT, _RATHER = 2.0, 2.0
"""For one problem rather than for none, and rather than for another."""


def spread(
    drafts: list[Draft], texts: list[str], problems: list[str], groups: dict[int, list[int]]
) -> dict[int, int]:
    """Done and planned together as many as the problems, each plainly speaking of another one."""
    told = [index for group in groups.values() for index in group]
    near = drafts[told[0]].near if told else ()
    alike = all(set(drafts[i].near) <= set(near) for i in told)
    if len(groups) < _SEVERAL or len(told) != len(near) or len(near) < _MANY or not alike:
        return {}
    scores = [[shared(texts[i], problems[p]) for p in near] for i in told]
    order = [max(range(len(near)), key=row.__getitem__) for row in scores]
    sure = all(row[place] > 0 for row, place in zip(scores, order, strict=True))
    if not sure or sorted(order) != list(range(len(near))):
        return {}
    return {i: near[place] for i, place in zip(told, order, strict=True)}


def crossed_over(
    drafts: list[Draft], texts: list[str], problems: list[str], groups: dict[int, list[int]]
) -> dict[int, int]:
    """As many measures as problems, but plainly told in another order, by sense and by words."""
    found: dict[int, int] = {}
    for group in groups.values():
        near = drafts[group[0]].near or tuple(range(len(problems)))
        if not 2 <= len(group) == len(near) <= _MAX_CROSSED:
            continue
        told = [texts[i] for i in group], [problems[p] for p in near]
        words = np.array([[shared(measure, problem) for problem in told[1]] for measure in told[0]])
        if words.diagonal().all() and (words.argmax(axis=1) == range(len(near))).all():
            continue  # in order by words: sense, which costs more, need not be asked
        sense = shipped().scores(told[1], told[0]).T + _WORDS * words
        # No single pair decides for all the others.
        scores = np.clip(sense, -_SURE, _SURE)
        rows, places = linear_sum_assignment(scores, maximize=True)
        if scores[rows, places].sum() >= scores.trace() + _CROSSED:
            found |= {i: near[place] for i, place in zip(group, places.tolist(), strict=True)}
    return found


def by_sense(text: str, problems: list[str]) -> int | None:
    """The one of several problems that a measure is surely meant for."""
    scores = shipped().scores(problems, [text])[:, 0]
    best = int(scores.argmax())
    others = max(0.0, *np.delete(scores, best))
    return best if scores[best] >= _MEANT and scores[best] - others >= _RATHER else None


def aligned(
    drafts: list[Draft], texts: list[str], problems: list[str], groups: dict[int, list[int]]
) -> dict[int, int]:
    """More numbered measures than problems: both go on in one order, as what they share tells."""
    found: dict[int, int] = {}
    for group in groups.values():
        near = drafts[group[0]].near
        numbered = all(drafts[i].number is not None for i in group)
        if not numbered or not 2 <= len(near) < len(group) <= _MAX_ALIGNED:
            continue
        scores = [[shared(texts[i], problems[p]) for p in near] for i in group]
        placed = in_order(scores)
        kept = all(p is None or row[p] == max(row) for row, p in zip(scores, placed, strict=True))
        if not kept or set(placed) - {None} != set(range(len(near))):
            continue
        for place, (index, at) in enumerate(zip(group, placed, strict=True)):
            # What comes behind the last problem's own measure may be meant for all of them.
            surplus = at in placed[:place] and not any(placed[place + 1 :])
            if at is not None and not surplus and sum(map(bool, scores[place])) == 1:
                found[index] = near[at]
    return found
