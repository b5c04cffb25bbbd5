"""Groups of measures that meet their problems one for one, in whichever order they are told."""

from __future__ import annotations

from extractor.report.items.drafts import Draft
from extractor.report.items.likeness import in_order, shared

_SEVERAL = 2
_MANY = 3
_CROSSED = 3.0
_MAX_ALIGNED = 10
_CROSSED_BLANK = 1.5
"""As _CROSSED, where in order some measure has nothing to do with its problem."""


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
    """As many unnumbered measures as problems, but plainly told in another order."""
    found: dict[int, int] = {}
    for group in groups.values():
        near = drafts[group[0]].near or tuple(range(len(problems)))
        numbered = any(drafts[i].number is not None for i in group)
        if numbered or not 2 <= len(group) == len(near) <= 8:
            continue
        scores = [[shared(texts[i], problems[p]) for p in near] for i in group]
        order = [max(range(len(near)), key=row.__getitem__) for row in scores]
        best = sum(row[place] for row, place in zip(scores, order, strict=True))
        placed = [row[place] for place, row in enumerate(scores)]
        margin = _CROSSED if all(placed) else _CROSSED_BLANK
        sure = all(row[place] for row, place in zip(scores, order, strict=True))
        if sure and sorted(order) == list(range(len(near))) and best >= sum(placed) + margin:
            found |= {i: near[place] for i, place in zip(group, order, strict=True)}
    return found


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
