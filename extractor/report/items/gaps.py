"""Blanks that stand for a stop: 1、意识不强 部分科室认为…; cells of a ledger told in a line.

Converters put blanks anywhere, so one is taken for a stop only where several lines have theirs
in the same place.
"""

from __future__ import annotations

import itertools
import re

from extractor.report.items import cues, naming
from extractor.report.items.compact import Compact
from extractor.report.items.labels import label_of
from extractor.report.items.marks import marks

ARROW = "→"
"""The stop between a problem's cell and its measure's."""
_STOPS = re.compile("[，。；：！？]")
_PLAIN = re.compile("[\u4e00-\u9fff“”《》（）]{2}")
_MIN_PIECE = 4
_MAX_TITLE = 14
_MAX_CELLS = 6
_MANY = 2


def stops_at_gaps(text: Compact) -> dict[int, str]:
    """The blanks that end a clause, with the stop that they stand for."""
    found: dict[int, str] = {}
    titles: dict[int, str] = {}
    cells: list[dict[int, str]] = []
    for first, last in text.lines:
        begin = _behind_mark(text, first, last)
        gaps = _gaps(text, begin, last)
        if not gaps:
            continue
        listed = _listed(text, begin, last)
        row = _cells(text, begin, last, gaps)
        if listed:
            found |= listed
        elif row:
            cells.append(row)
        elif begin > first and _is_title(text, begin, last, gaps):
            titles[gaps[0]] = "。"
    if len(titles) >= _MANY:
        found |= titles
    if len(cells) >= _MANY:
        for row in cells:
            found |= row
    return found


def _behind_mark(text: Compact, first: int, last: int) -> int:
    found = marks(text.shadow[first:last], text.gaps, first)
    return found[0].end if found and found[0].start == first else first


def _gaps(text: Compact, begin: int, end: int) -> list[int]:
    """Blanks between characters; those around figures and Latin letters are the printer's."""
    return [
        place
        for place in range(begin + 1, end)
        if place in text.gaps and _PLAIN.fullmatch(text.text[place - 1 : place + 1])
    ]


def _is_title(text: Compact, begin: int, last: int, gaps: list[int]) -> bool:
    """公开意识不强 部分科室认为…，…。 — a short title, a blank, and sentences."""
    title, rest = text.shadow[begin : gaps[0]], text.shadow[gaps[0] : last]
    if not _MIN_PIECE <= len(title) <= _MAX_TITLE or _STOPS.search(title) or len(gaps) > 1:
        return False
    named = cues.NAMES_PROBLEM.search(title) or naming.acts(title)
    return bool(named) and len(rest) > len(title) and bool(_STOPS.search(rest))


def _listed(text: Compact, begin: int, last: int) -> dict[int, str]:
    """存在问题：更新不及时 解读不到位 人员不稳定"""
    colon = text.shadow.find("：", begin, last)
    if colon < 0 or label_of(text.text[begin:colon], None) is None:
        return {}
    gaps = _gaps(text, colon + 2, last)
    edges = [colon + 1, *gaps, last]
    pieces = [text.shadow[a:b] for a, b in itertools.pairwise(edges)]
    plain = all(len(piece) >= _MIN_PIECE and not _STOPS.search(piece) for piece in pieces)
    alike = all(cues.NAMES_PROBLEM.search(piece) for piece in pieces) or all(
        naming.acts(piece) for piece in pieces
    )
    return dict.fromkeys(gaps, "；") if plain and alike else {}


def _cells(text: Compact, begin: int, last: int, gaps: list[int]) -> dict[int, str]:
    """公开不够及时 建立限时公开制度 办公室 — a problem, its measure, and who."""
    if len(gaps) >= _MAX_CELLS:
        return {}
    edges = [begin, *gaps, last]
    pieces = [text.shadow[a:b] for a, b in itertools.pairwise(edges)]
    if any(re.search("[。；：]", piece[:-1]) for piece in pieces) or len(pieces[0]) < _MIN_PIECE:
        return {}
    lack, measure = pieces[0], pieces[1]
    told = naming.acts(measure) or naming.begins_measure(measure)
    met = cues.NAMES_PROBLEM.search(lack) and told and not cues.NAMES_PROBLEM.search(measure)
    return dict.fromkeys(gaps, ARROW) if met else {}
