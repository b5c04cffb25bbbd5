"""How much a measure has in common with a problem, as a whole and part by part."""

from __future__ import annotations

import re

from extractor.language.meant import pairs
from extractor.report.items.generic import behind_head
from extractor.report.items.themes import themes

# A measure's own invention (“一本账”), first told with more words (“惠农补贴一本账”).
QUOTED = re.compile(r"“([^“”]{2,16})”")
PART_EVIDENCE = 2.0
MARGIN = 1.0
_NAMED = 3.0
"""A name in quotes (“五公开”) that both have."""
_LEAST = 1.0


def shared(one: str, other: str) -> float:
    """Pairs of characters and themes in common, common words left out."""
    words = len(pairs(one) & pairs(other))
    names = len(set(QUOTED.findall(one)) & set(QUOTED.findall(other)))
    return words + 1.5 * len(set(themes(one)) & set(themes(other))) + _NAMED * names


# …编成手册，并请各村每季核对
_PART = re.compile("，(?:并|同时|且|另|还)|；")


def told_part_by_part(text: str, problems: list[str], near: tuple[int, ...]) -> bool:
    """One measure with as many parts as there are problems, none of which speaks of another."""
    parts, least = _PART.split(text), 1
    if len(parts) != len(near):
        parts, least = behind_head(text).split("，"), len(near)
    if len(parts) != len(near):
        return False
    met = 0
    for place, part in enumerate(parts):
        scores = [shared(part, problems[i]) for i in near]
        if max(scores) > scores[place]:
            return False
        met += scores[place] > 0
    return met >= least


def by_parts(text: str, problems: list[str]) -> list[int]:
    """Fewer sentences than problems: each part of a sentence may answer one."""
    found = set()
    for part in re.split("[，；]", text):
        scores = [shared(part, problem) for problem in problems]
        best = max(range(len(scores)), key=scores.__getitem__)
        others = [score for i, score in enumerate(scores) if i != best]
        if scores[best] >= PART_EVIDENCE and scores[best] - max(others) >= MARGIN:
            found.add(best)
    return sorted(found)


def in_order(scores: list[list[float]]) -> list[int | None]:
    """The places, never going back, that share most with their rows; None where nothing is."""
    best: list[tuple[float, list[int | None]]] = [(0.0, [])] * len(scores[0])
    for row in scores:
        ahead: list[tuple[float, list[int | None]]] = []
        for place, score in enumerate(row):
            gained, told = max(best[: place + 1], key=lambda way: way[0])
            ahead.append((gained + score, [*told, place if score >= _LEAST else None]))
        best = ahead
    return max(best, key=lambda way: way[0])[1]
