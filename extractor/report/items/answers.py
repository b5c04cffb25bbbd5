"""Which problems a measure answers: by word, by order, or by what both speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.language.meant import pairs
from extractor.report.items.counts import meets_counted
from extractor.report.items.drafts import Draft
from extractor.report.items.themes import themes

_ORDINAL = re.compile(
    r"(?:针对|对应|对于|对|围绕|就)?(?:第([一二三四五六七八九1-9])(?:个|点|条|项|类|方面)?(?:的)?(?:问题|不足|短板)?(?=[，的：])|(?:问题|不足)([一二三四五六七八九1-9])(?=[，的：]))"
)
# 就（2）和（3），…
_BRACKETED = re.compile(
    r"(?:针对|对应|对于?|围绕|就)(?:第|问题)?（(?P<first>[一二三四五六七八九1-9])）"
    r"(?:[和与及、](?:第|问题)?（(?P<second>[一二三四五六七八九1-9])）)?(?=[，的：问])"
)
_NUMBERS = {char: n for n, char in enumerate("一二三四五六七八九")} | {
    str(n + 1): n for n in range(9)
}
_ALL = re.compile(
    r"(?:针对|对于?|围绕|就|为解决)?(?:以上|上述|这些|前述)[^，。；]{0,6}(?:问题|不足|短板|情况|差距)"
    r"|(?:目前|现|以上)?，?(?:均|全部)已"
)
_MET_ABOVE = re.compile(
    r"(?:针对|对于?|围绕|就|为解决)(?!上述|以上|这|前述)[^，。；]{4,40}(?:问题|不足|短板|情况)，"
)
# 归档情况将由镇纪委抽查: what came of the measure before.
_OUTCOME = re.compile(
    r"(?:同时，)?(?P<of>[^，。；]{2,4})(?:情况|结果|成果|成效|进度)(?=[将由按每定纳与拟向])"
)
_TIED = re.compile("(?:同时|并|此外)(?!，?(?:针对|对于?|围绕|就))")
_MEETS = re.compile("针对|对|围绕|就")
# A measure's own invention (“一本账”), first told with more words (“惠农补贴一本账”).
_QUOTED = re.compile(r"“([^“”]{2,16})”")
_MIN_EVIDENCE = 3.0
_PART_EVIDENCE = 2.0
_NAMED = 3.0
"""A name in quotes (“五公开”) that both have."""
_MARGIN = 1.0
_ALONE = 2.0
"""Enough where no other problem has anything in common."""
_SAME_PLACE = 2.0
_CROSSED = 3.0
_LEAST = 1.0
_MAX_ALIGNED = 10
_CROSSED_BLANK = 1.5
"""As _CROSSED, where in order some measure has nothing to do with its problem."""


def answer(
    drafts: list[Draft],
    texts: list[str],
    problems: list[str],
    measures_told: Sequence[str] | None = None,
    problems_told: Sequence[str] | None = None,
) -> list[tuple[int, ...]]:
    """The problems that each measure answers; none where it is not clear.

    `…_told`: the same with the sentences that explain them.
    """
    found: list[tuple[int, ...]] = []
    sizes: dict[int, list[int]] = {}
    for index, draft in enumerate(drafts):
        if not draft.lead.redress and not _meets_all(texts[index], draft):
            sizes.setdefault(draft.group, []).append(index)
    at_length, told_problems = measures_told or texts, problems_told or problems
    begun: dict[tuple[int, ...], int] = {}
    crossed = _crossed(drafts, texts, problems, sizes) | _aligned(drafts, texts, problems, sizes)
    for index, draft in enumerate(drafts):
        if index in crossed:
            found.append((crossed[index],))
            continue
        group = sizes.get(draft.group, [])
        text, first = (
            (f"{draft.about}：" if draft.about else "") + texts[index],
            begun.setdefault(draft.near, draft.group),
        )
        if problems and _meets_all(texts[index], draft):
            found.append(draft.near)
            continue
        same = _same_as_before(drafts, texts, index)
        if same and found[index - 1]:
            found.append(found[index - 1])
            continue
        answered = _one(index, draft, group, text, problems, first == draft.group)
        if not answered and not draft.lead.redress and 1 < len(draft.near) != len(group):
            told = [told_problems[i] for i in draft.near]
            place = _place(index, draft, group) if first == draft.group else None
            answered = _by_content(at_length[index], told, draft.near, place)
        found.append(answered or _by_name(texts[index], texts[:index], found))
    for group in sizes.values():
        _close_gaps(drafts, group, found)
    return found


def _close_gaps(drafts: list[Draft], group: list[int], found: list[tuple[int, ...]]) -> None:
    """Where the others go on in order, the one measure in a gap answers the one problem in it."""
    near = drafts[group[0]].near
    told = [found[i] for i in group]
    single = [met[0] for met in told if met]
    left = set(near) - set(single)
    numbered = all(drafts[i].number is not None for i in group)
    in_order = single == sorted(single) and all(len(met) < 2 for met in told)
    if len(single) < 2 or len(left) != 1 or not (numbered and in_order):
        return
    for before, index, behind in zip(group, group[1:], group[2:], strict=False):
        if found[index] or not (found[before] and found[behind]):
            continue
        start = near.index(found[before][0])
        if near.index(found[behind][0]) == start + 2:
            found[index] = (near[start + 1],)


def _crossed(
    drafts: list[Draft], texts: list[str], problems: list[str], groups: dict[int, list[int]]
) -> dict[int, int]:
    """As many unnumbered measures as problems, but plainly told in another order."""
    found: dict[int, int] = {}
    for group in groups.values():
        near = drafts[group[0]].near or tuple(range(len(problems)))
        numbered = any(drafts[i].number is not None for i in group)
        if numbered or not 2 <= len(group) == len(near) <= 8:
            continue
        scores = [[_shared(texts[i], problems[p]) for p in near] for i in group]
        order = [max(range(len(near)), key=row.__getitem__) for row in scores]
        best = sum(row[place] for row, place in zip(scores, order, strict=True))
        placed = [row[place] for place, row in enumerate(scores)]
        margin = _CROSSED if all(placed) else _CROSSED_BLANK
        sure = all(row[place] for row, place in zip(scores, order, strict=True))
        if sure and sorted(order) == list(range(len(near))) and best >= sum(placed) + margin:
            found |= {i: near[place] for i, place in zip(group, order, strict=True)}
    return found


def _meets_all(text: str, draft: Draft) -> bool:
    """针对以上三个问题，…, where three stand in front of it."""
    return not draft.lead.redress and meets_counted(text) == len(draft.near) > 1


def _same_as_before(drafts: list[Draft], texts: list[str], index: int) -> bool:
    """针对…问题，已…；明年将…: one problem's sentence; …。归档情况将由…: the measure's outcome."""
    draft, text = drafts[index], texts[index]
    if not index or draft.marked or draft.group != drafts[index - 1].group:
        return False
    before = texts[index - 1]
    if _TIED.match(text) and (_ORDINAL.match(before) or _MET_ABOVE.match(before)):
        return True  # 针对第3项，已移入…。同时建立了下架机制
    if draft.sentence == drafts[index - 1].sentence:
        return bool(_MET_ABOVE.match(before)) and not _MEETS.match(text)
    outcome = _OUTCOME.match(text)
    return outcome is not None and outcome["of"] in before


def _aligned(
    drafts: list[Draft], texts: list[str], problems: list[str], groups: dict[int, list[int]]
) -> dict[int, int]:
    """More numbered measures than problems: both go on in one order, as what they share tells."""
    found: dict[int, int] = {}
    for group in groups.values():
        near = drafts[group[0]].near
        numbered = all(drafts[i].number is not None for i in group)
        if not numbered or not 2 <= len(near) < len(group) <= _MAX_ALIGNED:
            continue
        scores = [[_shared(texts[i], problems[p]) for p in near] for i in group]
        placed = _in_order(scores)
        kept = all(p is None or row[p] == max(row) for row, p in zip(scores, placed, strict=True))
        if not kept or set(placed) - {None} != set(range(len(near))):
            continue
        for place, (index, at) in enumerate(zip(group, placed, strict=True)):
            # What comes behind the last problem's own measure may be meant for all of them.
            surplus = at in placed[:place] and not any(placed[place + 1 :])
            if at is not None and not surplus and sum(map(bool, scores[place])) == 1:
                found[index] = near[at]
    return found


def _in_order(scores: list[list[float]]) -> list[int | None]:
    """The places, never going back, that share most with their rows; None where nothing is."""
    best: list[tuple[float, list[int | None]]] = [(0.0, [])] * len(scores[0])
    for row in scores:
        ahead: list[tuple[float, list[int | None]]] = []
        for place, score in enumerate(row):
            gained, told = max(best[: place + 1], key=lambda way: way[0])
            ahead.append((gained + score, [*told, place if score >= _LEAST else None]))
        best = ahead
    return max(best, key=lambda way: way[0])[1]


def _by_name(text: str, before: list[str], found: list[tuple[int, ...]]) -> tuple[int, ...]:
    """今后还要把“一本账”延伸到…: what is named was begun by an earlier measure."""
    names = tuple(f"{name}”" for name in _QUOTED.findall(text))
    for earlier, met in zip(reversed(before), reversed(found), strict=True):
        if met and any(name in earlier for name in names):
            return met
    return ()


def _one(
    index: int, draft: Draft, group: list[int], text: str, problems: list[str], in_order: bool
) -> tuple[int, ...]:
    if draft.lead.redress or not problems or not draft.near:
        return ()  # what was told before the first problem answers none
    said = _by_word(text, len(problems))
    if said:
        return said
    near = draft.near or tuple(range(len(problems)))
    if len(near) == 1:
        return near
    met = _by_lead(draft, problems, near)
    if met:
        return met
    if len(group) == 1 and _ALL.match(text):
        return near
    if len(group) < len(near) and not draft.marked:
        several = _by_parts(text, [problems[i] for i in near])
        if several:
            return tuple(near[i] for i in several)
    place = group.index(index)
    if len(group) == len(near):
        other = None if draft.number is not None else _rather(text, place, problems, near)
        return (near[place],) if other is None else other
    # Behind measures that have met the same problems in order, others may meet any of them.
    told_in = _place(index, draft, group) if in_order else None
    return _by_content(text, [problems[i] for i in near], near, told_in)


def _place(index: int, draft: Draft, group: list[int]) -> int:
    return group.index(index) if draft.number is None else draft.number - 1


def _rather(
    text: str, place: int, problems: list[str], near: tuple[int, ...]
) -> tuple[int, ...] | None:
    """What an unnumbered measure answers that has nothing to do with the problem in its place."""
    scores = [_shared(text, problems[i]) for i in near]
    if scores[place] > 0:
        return None
    best = max(range(len(scores)), key=scores.__getitem__)
    if scores[best] >= _PART_EVIDENCE and sum(1 for score in scores if score) == 1:
        return (near[best],)
    taught = _TAUGHT.search(problems[near[place]])
    return () if _TEACHES.search(text) and not taught else None


# 加强培训 meets a want of knowledge, and no other problem only because of its place.
_TEACHES = re.compile(r"培训|学习|轮训|宣传教育")
_TAUGHT = re.compile(
    r"理解|认识|意识|业务|能力|队伍|人员|把握|水平|素质|熟|掌握|重视|知识|质量|规范"
)


def _by_lead(draft: Draft, problems: list[str], near: tuple[int, ...]) -> tuple[int, ...]:
    """针对解读单一的问题，我局：一是…；二是… — all of the list meets what its lead names."""
    if not _MEETS.match(draft.about):
        return ()
    return _by_content(draft.about, [problems[i] for i in near], near, None)


def _by_word(text: str, count: int) -> tuple[int, ...]:
    """对第一个问题，…, 就（2）和（3），…: the measure itself says which."""
    match = _BRACKETED.match(text) or _ORDINAL.match(text)
    named = [_NUMBERS[number] for number in match.groups() if number] if match else []
    return tuple(number for number in named if number < count)


def _by_content(
    text: str, problems: list[str], near: tuple[int, ...], place: int | None
) -> tuple[int, ...]:
    """The one problem that speaks of the same things, if one does clearly."""
    scores = [_shared(text, problem) for problem in problems]
    if place is not None and place < len(scores) and scores[place] >= 1:
        scores[place] += _SAME_PLACE
    best = max(range(len(scores)), key=scores.__getitem__)
    others = [score for i, score in enumerate(scores) if i != best]
    rest = max(others, default=0.0)
    sure = scores[best] >= _MIN_EVIDENCE and scores[best] - rest >= _MARGIN
    return (near[best],) if sure or (scores[best] >= _ALONE and rest == 0) else ()


def _by_parts(text: str, problems: list[str]) -> list[int]:
    """Fewer sentences than problems: each part of a sentence may answer one."""
    found = set()
    for part in re.split("[，；]", text):
        scores = [_shared(part, problem) for problem in problems]
        best = max(range(len(scores)), key=scores.__getitem__)
        others = [score for i, score in enumerate(scores) if i != best]
        if scores[best] >= _PART_EVIDENCE and scores[best] - max(others) >= _MARGIN:
            found.add(best)
    return sorted(found)


def _shared(one: str, other: str) -> float:
    """Pairs of characters and themes in common, common words left out."""
    words = len(pairs(one) & pairs(other))
    names = len(set(_QUOTED.findall(one)) & set(_QUOTED.findall(other)))
    return words + 1.5 * len(set(themes(one)) & set(themes(other))) + _NAMED * names
