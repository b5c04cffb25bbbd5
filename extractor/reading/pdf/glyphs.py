"""A page's characters, from PDFium to runs.

The calls per character and the loop that follows are most of the reading time. So there are no
more of them: blanks that PDFium made up are known by their empty box, line
ends by geometry, turned text by the runs of one or two characters that it falls into.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pypdfium2.raw as pdfium_c

from extractor.reading.characters import is_word_like
from extractor.reading.pdf.calls import char_boxes, char_codes
from extractor.reading.pdf.clipping import Sides, hidden_characters
from extractor.reading.pdf.frame import Frame
from extractor.reading.pdf.shapes import LOST, Run, across, along

# A dense A4 page holds some 3,000 characters, a poster of fine print 30,000.
MAX_CHARACTERS = 100_000
# Neighbours further apart than this (in ems) may belong to different cells or columns.
_GAP = 0.45
# The same backwards: kerning and slanted glyphs overlap a little, the next line's start much more.
_OVERLAP = 0.6
# Characters whose middles lie further apart than this (in ems) stand on different lines.
_LINE = 0.6
# The same if both have about the same height: flat glyphs are high or low on their own line.
_SHIFTED = 0.3
# A character again at almost the same place (in its widths) is poor man's bold.
_REPEATED = 0.25
# Blanks narrower than this are the work of PDFium, not of the file.
_MADE_UP_BLANK = 0.01
# Longer runs are upright for sure: turned text does not advance to the right.
_SURELY_UPRIGHT = 3
# A code that is read as no character at all.
_DROPPED = 0x01
# PDFium writes a hyphen at a line's end as one of these.
_LINE_END_HYPHENS = (0x02, 0xFFFE)
# Wingdings and Symbol bullets, which Word leaves in the private area with a meaning all know.
_BULLETS = {
    0xF0B7: "•", 0xF06C: "●", 0xF06E: "■", 0xF075: "◆", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0A7: "▪",
    0xF0A8: "□", 0xF0FE: "☑", 0xF06F: "□",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """Characters with their boxes along (u) and across (v) their reading direction."""

    chars: Sequence[str]
    u0: Sequence[float]
    v0: Sequence[float]
    u1: Sequence[float]
    v1: Sequence[float]
    turns: Sequence[int]
    index: Sequence[int]
    """Each character's number in PDFium."""


def count_characters(text_page: pdfium_c.FPDF_TEXTPAGE) -> int:
    """How many characters the page has, blanks included."""
    return max(0, int(pdfium_c.FPDFText_CountChars(text_page)))


def read_runs(
    text_page: pdfium_c.FPDF_TEXTPAGE, frame: Frame, clipped: Mapping[int, Sides]
) -> tuple[list[Run], int]:
    """The page's runs in the file's order, and how many slanted characters were left out."""
    count = min(count_characters(text_page), MAX_CHARACTERS)
    codes, sides = char_codes(text_page, count), char_boxes(text_page, count)
    if clipped:
        for index in hidden_characters(text_page, sides, clipped):
            codes[index] = _DROPPED
    if frame.turns == 0:
        glyphs = _upright(codes, sides, frame)
        runs, firsts = _runs(glyphs)
        if not any(
            len(run.text) < _SURELY_UPRIGHT and _turn(text_page, first, frame) != 0
            for run, first in zip(runs, firsts, strict=True)
        ):
            return runs, 0
    glyphs, slanted = _turned(text_page, codes, sides, frame)
    return _runs(glyphs)[0], slanted


def _upright(codes: list[int], sides: list[float], frame: Frame) -> _Glyphs:
    left, top = frame.left, frame.top
    return _Glyphs(
        chars=[chr(code) if 0x20 <= code < 0xD800 else _odd_character(code) for code in codes],
        u0=[side - left for side in sides[0::4]],
        v0=[top - side for side in sides[1::4]],
        u1=[side - left for side in sides[2::4]],
        v1=[top - side for side in sides[3::4]],
        turns=[0] * len(codes),
        index=range(len(codes)),
    )


def _turned(
    text_page: pdfium_c.FPDF_TEXTPAGE, codes: list[int], sides: list[float], frame: Frame
) -> tuple[_Glyphs, int]:
    """The same character by character, with one more call for each; and how many are slanted."""
    found: list[tuple[str, float, float, float, float, int, int]] = []
    slanted = 0
    for index, code in enumerate(codes):
        turn = _turn(text_page, index, frame)
        if turn is None:
            slanted += 1
            continue
        char = chr(code) if 0x20 <= code < 0xD800 else _odd_character(code)
        x0, high, x1, low = sides[index * 4 : index * 4 + 4]
        box = frame.box(x0, low, x1, high)
        found.append((char, *along(turn, box.x0, box.top, box.x1, box.bottom), turn, index))
    if not found:
        return _Glyphs((), (), (), (), (), (), ()), slanted
    return _Glyphs(*zip(*found, strict=True)), slanted


def _odd_character(code: int) -> str:
    """Outside the usual range: line ends are dropped, what has no known meaning is LOST."""
    if code in _LINE_END_HYPHENS:
        return "-"
    if code in _BULLETS:
        return _BULLETS[code]
    if 0xF900 <= code < 0xFFF0 or 0x1D000 <= code < 0xE0000:
        return chr(code)
    return "" if 0 < code < 0x20 else LOST


def _turn(text_page: pdfium_c.FPDF_TEXTPAGE, index: int, frame: Frame) -> int | None:
    clockwise = pdfium_c.FPDFText_GetCharAngle(text_page, index)
    return frame.turn_of(math.cos(clockwise), -math.sin(clockwise))


def _runs(glyphs: _Glyphs) -> tuple[list[Run], list[int]]:
    """Splits the characters where the next one does not follow on closely.

    One flat loop with the growing run in local names: it is passed once per character.
    """
    runs: list[Run] = []
    firsts: list[int] = []
    chars: list[str] = []
    starts: list[float] = []
    ends: list[float] = []
    top = bottom = middle = size = 0.0
    turn, first, blank = 0, 0, False
    for char, u0, v0, u1, v1, turned, index in zip(
        glyphs.chars, glyphs.u0, glyphs.v0, glyphs.u1, glyphs.v1, glyphs.turns, glyphs.index,
        strict=True,
    ):  # fmt: skip
        if not char:
            continue
        if char == " " and u1 - u0 < _MADE_UP_BLANK:
            blank = True
            continue
        if chars:
            gap = u0 - ends[-1]
            nearby = _REPEATED * (u1 - u0)
            if char == chars[-1] and -nearby < u0 - starts[-1] < nearby > abs(v0 - top):
                continue
            if (
                -_OVERLAP * size < gap < _GAP * size
                and -_LINE * size < (v0 + v1) / 2 - middle < _LINE * size
                and not (v1 - bottom > _SHIFTED * size < v0 - top)
                and not (top - v0 > _SHIFTED * size < bottom - v1)
                and turned == turn
            ):
                if blank:
                    blank = False
                    if is_word_like(chars[-1]) and is_word_like(char):
                        chars.append(" ")
                        starts.append(ends[-1])
                        ends.append(u0)
                chars.append(char)
                starts.append(u0)
                ends.append(u1)
                if v0 < top:
                    top = v0
                if v1 > bottom:
                    bottom = v1
                continue
            runs.append(_run(chars, starts, ends, top, bottom, turn))
            firsts.append(first)
        blank = False
        if char.isspace():
            chars = []
            continue
        chars, starts, ends = [char], [u0], [u1]
        top, bottom, middle, turn, first = v0, v1, (v0 + v1) / 2, turned, index
        size = max(u1 - u0, v1 - v0)
    if chars:
        runs.append(_run(chars, starts, ends, top, bottom, turn))
        firsts.append(first)
    return runs, firsts


def _run(
    chars: list[str],
    starts: list[float],
    ends: list[float],
    top: float,
    bottom: float,
    turn: int,
) -> Run:
    while chars[-1].isspace():
        del chars[-1], starts[-1], ends[-1]
    box = across(turn, min(starts), top, max(ends), bottom)
    return Run("".join(chars), *box, starts, ends, turn)
