"""Which problems a measure answers: by word, by order, or by what both speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.report.items.counts import meets_counted
from extractor.report.items.drafts import Draft
from extractor.report.items.likeness import (
    MARGIN,
    PART_EVIDENCE,
    QUOTED,
    by_parts,
    shared,
    told_part_by_part,
)
from extractor.report.items.order import aligned, by_sense, crossed_over, spread
from extractor.report.items.references import reference

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
    r"(?:针对|对于?|围绕|就|为解决)(?!上述|以上|这|前述)[^，。；]{2,40}(?:问题|不足|短板|情况)，"
)
# 归档情况将由镇纪委抽查: what came of the measure before.
_OUTCOME = re.compile(
    r"(?:同时，)?(?P<of>[^，。；]{2,4})(?:情况|结果|成果|成效|进度)(?=[将由按每定纳与拟向])"
)
_FLAWED = r"的?(?:问题|短板|不足|状况|现象|局面|难题|弱项)"
# 针对解读单一，…, 为弥补人手短板，…; 对公示栏逐块登记，… says on what, and not what for.
_AIM = re.compile(
    r"(?:同时，|此外，)?(?!(?:针对|对于?|围绕|就)(?:上述|以上|这|前述|第))"
    rf"(?:(?:针对|为(?:了|切实|有效|着力|尽快)?(?:解决|破解|补齐|弥补|改变|克服|扭转|缓解|使|让|方便|便于|消除))"
    rf"(?P<aim>[^，。；]{{3,40}}?)(?:{_FLAWED})?|(?:对于?|围绕|就)(?P<about>[^，。；]{{2,40}}?){_FLAWED})，"
)
_TIED = re.compile("(?:同时|并|此外)(?!，?(?:针对|对于?|围绕|就))")
# 已编成问答。在此基础上，明年将拍成短片: in the same paragraph, on what was just told
_BUILDS = re.compile("(?:同时，)?(?:在此基础上|在这一?基础上|以此为基础)，")
_REST = re.compile(
    r"(?:剩下|剩余|余下|其余|另外?)的?[一二两三四五六七八九十百\d]+[个处块件条项户家村站所类台份]"
)
_MEETS = re.compile("针对|对|围绕|就|为(?!此)")
_MIN_EVIDENCE = 3.0
_ALONE = 2.0
"""Enough where no other problem has anything in common."""
_SAME_PLACE = 2.0


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
    crossed = crossed_over(drafts, texts, problems, sizes) | aligned(drafts, texts, problems, sizes)
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
        named = answered or _by_name(texts[index], texts[:index], found)
        found.append(named or _built_upon(drafts, texts, index, found))
    for group in sizes.values():
        _close_gaps(drafts, group, found)
    for index, met in spread(drafts, texts, problems, sizes).items():
        found[index] = found[index] or (met,)
    for index, draft in enumerate(drafts):
        if not found[index] and not draft.lead.redress and len(draft.near) > 1:
            meant = by_sense(texts[index], [problems[i] for i in draft.near])
            found[index] = () if meant is None else (draft.near[meant],)
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


def _meets_all(text: str, draft: Draft) -> bool:
    """针对以上三个问题，…, where three stand in front of it."""
    return not draft.lead.redress and meets_counted(text) == len(draft.near) > 1


def _same_as_before(drafts: list[Draft], texts: list[str], index: int) -> bool:
    """针对…问题，已…；明年将…: one problem's sentence; …。归档情况将由…: the measure's outcome."""
    draft, text = drafts[index], texts[index]
    if not index or draft.marked or draft.group != drafts[index - 1].group:
        return False
    before = texts[index - 1]
    if _REST.match(text):
        return True  # 路灯已修七盏；其余三盏四月前修好
    if _TIED.match(text) and (_ORDINAL.match(before) or _MET_ABOVE.match(before)):
        return True  # 针对第3项，已移入…。同时建立了下架机制
    if draft.sentence == drafts[index - 1].sentence:
        anew = _AIM.match(text) or _ORDINAL.match(text) or text.startswith("针对")
        return bool(_MET_ABOVE.match(before)) and not anew
    outcome = _OUTCOME.match(text)
    return outcome is not None and outcome["of"] in before


def _built_upon(
    drafts: list[Draft], texts: list[str], index: int, found: list[tuple[int, ...]]
) -> tuple[int, ...]:
    """已编成问答。在此基础上，明年将拍成短片: what the sentence in front has met."""
    if not index or drafts[index].opens_line or not _BUILDS.match(texts[index]):
        return ()
    return found[-1] if drafts[index].sentence == drafts[index - 1].sentence + 1 else ()


def _by_name(text: str, before: list[str], found: list[tuple[int, ...]]) -> tuple[int, ...]:
    """今后还要把“一本账”延伸到…: what is named was begun by an earlier measure."""
    names = tuple(f"{name}”" for name in QUOTED.findall(text))
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
    met = _by_aim(text, problems, near)
    if met:
        return met
    met = _by_lead(draft, problems, near)
    if met:
        return met
    if len(group) == 1 and _ALL.match(text):
        return near
    if len(group) < len(near) and not draft.marked:
        several = by_parts(text, [problems[i] for i in near])
        if len(several) > 1 or (several and not told_part_by_part(text, problems, near)):
            return tuple(near[i] for i in several)
    alone = len(group) == 1 and not (draft.marked or draft.about)
    if alone and told_part_by_part(text, problems, near):
        return near
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
    scores = [shared(text, problems[i]) for i in near]
    if scores[place] > 0:
        return None
    best = max(range(len(scores)), key=scores.__getitem__)
    if scores[best] >= PART_EVIDENCE and sum(1 for score in scores if score) == 1:
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


def _by_aim(text: str, problems: list[str], near: tuple[int, ...]) -> tuple[int, ...]:
    """为弥补窗口人手短板，…: what a measure says it is for goes before its place and its means."""
    aim = _AIM.match(text)
    if aim is None:
        return ()
    return _by_content(aim["aim"] or aim["about"], [problems[i] for i in near], near, None)


def _by_word(text: str, count: int) -> tuple[int, ...]:
    """对第一个问题，…, 针对第一、第三项，…: the measure itself says which."""
    referred = reference(text, count)
    if referred is not None and referred.led:
        return referred.to
    match = _BRACKETED.match(text) or _ORDINAL.match(text)
    named = [_NUMBERS[number] for number in match.groups() if number] if match else []
    return tuple(number for number in named if number < count)


def _by_content(
    text: str, problems: list[str], near: tuple[int, ...], place: int | None
) -> tuple[int, ...]:
    """The one problem that speaks of the same things, if one does clearly."""
    scores = [shared(text, problem) for problem in problems]
    if place is not None and place < len(scores) and scores[place] >= 1:
        scores[place] += _SAME_PLACE
    best = max(range(len(scores)), key=scores.__getitem__)
    others = [score for i, score in enumerate(scores) if i != best]
    rest = max(others, default=0.0)
    sure = scores[best] >= _MIN_EVIDENCE and scores[best] - rest >= MARGIN
    return (near[best],) if sure or (scores[best] >= _ALONE and rest == 0) else ()
