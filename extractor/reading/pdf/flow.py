"""Printed lines become paragraphs again, over line ends and page breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.reading.characters import is_word_like, normalise, visible
from extractor.reading.document import Align, LineSpan, Paragraph, Place
from extractor.reading.pdf.lines import unit_width
from extractor.reading.pdf.shapes import Line

# Lines shorter than this share of the longest say nothing about the margins.
_LONG = 0.6
# Line ends within so many points of one another are one margin.
_SAME_END = 4.0
# Text whose lines all end left of this share of the page has no full line to measure.
_NARROW = 0.65
# In ems: an indent, the room that tells a forced line end, a blank side of a centred line.
_INDENT = 1.2
_SLACK = 0.6
_CENTRED_SIDE = 2.5
_UNEVEN = 1.2
# Lines further apart than the usual distance times this belong to different paragraphs.
_WIDE_GAP = 1.15
# Type that differs by more is a heading's: half a size of the printers' scale (三号, 小三).
_OTHER_SIZE = 1.09
# A signature stands within so many ems of the right margin and begins right of the middle.
_RIGHT_SIDE = 7.0

_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]")
_SENTENCE_END = "。！？；：.!?;:”）"


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the text stands on pages of one width, and how far apart its lines are."""

    left: float
    right: float
    pitch: float
    em: float


def margins(lines: Sequence[Line], page_width: float) -> Margins:
    """Measured from the lines outside tables."""
    if not lines:
        return Margins(0.0, 0.0, 0.0, 10.0)
    widest = max(line.x1 - line.x0 for line in lines)
    long = [line for line in lines if line.x1 - line.x0 >= _LONG * widest]
    em = _middle([line.em for line in long])
    steps = [
        below.top - above.top
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < below.top - above.top < 4 * em
    ]
    left, right = _left_edge(lines), _right_edge(long)
    if right < _NARROW * page_width:
        # All lines are short and end by themselves: the margins must be alike then.
        right = max(right, page_width - left)
    return Margins(
        left=left,
        right=right,
        pitch=_usual(steps) if steps else 2 * em,
        em=em,
    )


def paragraphs(lines: Sequence[Line], where: Margins) -> Iterable[Paragraph]:
    """Lines that follow one another without a table between, as paragraphs."""
    now: list[Line] = []
    for line in lines:
        if now and _starts_new(now, line, where):
            yield _paragraph(now, where)
            now = []
        now.append(line)
    if now:
        yield _paragraph(now, where)


def _starts_new(now: list[Line], line: Line, where: Margins) -> bool:
    """Whether a line begins a paragraph rather than goes on with the one before."""
    before = now[-1]
    em = before.em
    pitch = max(where.pitch, em, where.pitch * em / where.em)
    if not 1 / _OTHER_SIZE < line.em / em < _OTHER_SIZE:
        return True
    if _align(before, where) == "right" or _align(line, where) == "right":
        return True
    if _align(line, where) == "center" and _align(now[0], where) != "center":
        # The rest of a title too long for its line, else a heading below the text.
        return em < _OTHER_SIZE * where.em or where.right - before.x1 > 2 * em
    if before.page == line.page and line.top - before.top > _WIDE_GAP * pitch:
        return True
    if where.right - before.x1 > unit_width(line.text, em) + _SLACK * em:
        return True
    if line.x0 - where.left > _INDENT * em and line.x0 - before.x0 > -_INDENT * em:
        # Indented, and not the body of a list item that hangs as a whole.
        return len(now) == 1 or line.x0 - before.x0 > _INDENT * em
    return _is_heading(before, line, where)


def _is_heading(before: Line, line: Line, where: Margins) -> bool:
    """A short numbered line after a full line that happened to end its sentence."""
    return (
        bool(_HEADING.match(line.text))
        and where.right - line.x1 > _CENTRED_SIDE * where.em
        and line.text[-1] not in _SENTENCE_END
        and before.text[-1] in _SENTENCE_END
    )


def _align(line: Line, where: Margins) -> Align | None:
    em = line.em
    left, right = line.x0 - where.left, where.right - line.x1
    if min(left, right) > _CENTRED_SIDE * em and abs(left - right) < _UNEVEN * em:
        return "center"
    if right < _RIGHT_SIDE * em and line.x0 > (where.left + where.right) / 2:
        return "right"
    return None


def _paragraph(lines: list[Line], where: Margins) -> Paragraph:
    printed = ""
    spans: list[LineSpan] = []
    for line in lines:
        text = visible(line.text).strip()
        if printed and text and is_word_like(printed[-1]) and is_word_like(text[0]):
            # A number broken at the line's end has no blank; two words do.
            printed += "" if printed[-1].isdigit() and text[0].isdigit() else " "
        spans.append(LineSpan(len(printed), Place(line.page, line.box)))
        printed += text
    return Paragraph(normalise(printed), printed, tuple(spans), align=_align(lines[0], where))


def _left_edge(lines: Sequence[Line]) -> float:
    """The leftmost place where several lines begin."""
    starts = Counter(round(line.x0 / 3) for line in lines)
    often = [place for place, count in starts.items() if count >= max(2, len(lines) // 20)]
    place = min(often, default=min(starts))
    return min(line.x0 for line in lines if round(line.x0 / 3) == place)


def _right_edge(long: Sequence[Line]) -> float:
    """Where most long lines end: a few stop short, and punctuation may hang over the margin."""
    ends = Counter(round(line.x1 / _SAME_END) for line in long)
    place, _ = max(ends.items(), key=lambda item: (item[1], item[0]))
    return max(line.x1 for line in long if round(line.x1 / _SAME_END) == place)


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _usual(steps: list[float]) -> float:
    """The most frequent distance between lines."""
    return Counter(round(step) for step in steps).most_common(1)[0][0]
