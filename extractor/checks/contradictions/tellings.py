"""The report's sentences with their figures in order: what sums and shares are read from.

Blanks are dropped, as converters put them anywhere; the lines of a list stay in the sentence that
opens it (渠道如下：…), because its figures belong to that sentence's total.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.contradictions.figures_told import last_place
from extractor.checks.model import Case
from extractor.language.quantities import Quantity
from extractor.report.flow import TABLE
from extractor.report.outline import SectionKey
from extractor.report.report import Report

# A text without paragraphs is cut here: no list of figures is longer.
_LONGEST = 3000
_MOST_FIGURES = 120
_ENUMERATOR = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}(?:[)）.．、]|是)|[①-⑳●·※▪◆-])")
_BLANK = re.compile(r"\s+")
_OPENS_LIST = re.compile(r"[：:]\s*$")
# 两项合计, 三类相加占: says how many figures are meant, and is none.
_SUMS_UP = re.compile(
    r"[两二三四五六七八九](?:项|类|种|个渠道|个平台)(?:合计|相加|之和|共|合|总计|并计|加起来|占)"
)
# Half-width stops between Chinese characters end sentences too.
_STOP = re.compile(r"[。！？!?]|(?<=[\u4e00-\u9fff）)])[.．](?=[\s\u4e00-\u9fff（(])")
_CLASSES = {
    **dict.fromkeys(("宗", "起", "份", "例", "桩", "件次", "笔"), "件"),
    **dict.fromkeys(("则", "条次"), "条"),
    **dict.fromkeys(("名", "位"), "人"),
    "万元": "元",
    "亿元": "元",
}
_IN_YUAN = {"万元": 10_000, "亿元": 100_000_000}
_SCALE = re.compile(r"\d(?:\.(?P<decimals>\d+))?(?P<scale>十万|百万|千万|万|亿)")
_SCALES = {"十万": 10**5, "百万": 10**6, "千万": 10**7, "万": 10**4, "亿": 10**8}
_ABOVE = re.compile(r"[余多几来]|超|逾|以上|突破|不少于|至少")
_BELOW = re.compile(r"近|以内")


_Body = tuple[SectionKey | None, int, int]


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of a sentence; what it may be is an interval, as 12.9万 is rounded."""

    value: float
    low: float
    high: float
    unit: str
    """件 also for 宗 and 起, 条 for 则, 元 for 万元."""
    text: str
    start: int
    end: int
    """In the sentence's text."""
    place: int
    """In the running text."""
    approx: bool
    bracketed: bool

    @property
    def share(self) -> bool:
        return self.unit in ("%", "‰")


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence without blanks, and where it stands."""

    text: str
    offsets: Sequence[int]
    figures: tuple[Figure, ...]
    section: SectionKey | None
    line: int
    """The place at which its paragraph begins."""

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """The place in the running text of a stretch of this sentence."""
        return self.offsets[start], self.offsets[max(start, end - 1)] + 1

    def before(self, figure: Figure) -> str:
        """What stands between the figure before (or the sentence's start) and this one."""
        ends = [f.end for f in self.figures if f.end <= figure.start]
        return self.text[max(ends, default=0) : figure.start]

    def after(self, figure: Figure) -> str:
        starts = [f.start for f in self.figures if f.start >= figure.end]
        return self.text[figure.end : min(starts, default=len(self.text))]


_remembered: tuple[Report, list[Telling]] | None = None


def tellings(case: Case) -> list[Telling]:
    """The sentences of the report's body that hold figures; several checks ask in a row."""
    global _remembered
    if _remembered is None or _remembered[0] is not case.report:
        _remembered = (case.report, _tellings(case))
    return _remembered[1]


def opening_tellings(case: Case) -> list[Telling]:
    """Those between the title and the first section: what the report covers."""
    outline = case.report.outline
    end = min((section.start for section in outline.sections), default=outline.title_end)
    return _of_bodies(case, [(None, outline.title_end, end)])


def _tellings(case: Case) -> list[Telling]:
    outline = case.report.outline
    sections: list[_Body] = [(s.key, s.start, s.end) for s in outline.sections]
    return _of_bodies(case, sections or [(None, outline.title_end, len(case.text))])


def _of_bodies(case: Case, bodies: Sequence[_Body]) -> list[Telling]:
    quantities = case.report.analysis.quantities
    starts = [quantity.start for quantity in quantities]
    found = []
    for section, line, start, end in _sentences(case, bodies):
        within = quantities[bisect_left(starts, start) : bisect_left(starts, end)]
        within = [q for q in within if not _SUMS_UP.match(case.text, q.start)]
        if within:
            found.append(_telling(case, section, line, (start, end), within[:_MOST_FIGURES]))
    return found


def _sentences(
    case: Case, bodies: Sequence[_Body]
) -> Iterator[tuple[SectionKey | None, int, int, int]]:
    text = case.text
    for key, first, last in bodies:
        for start, end in _paragraphs(text, first, last):
            for begin, stop in _cut(text, start, end):
                yield key, start, begin, stop


def _paragraphs(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Lines; those that a colon opens as a list go with it."""
    start = position = first
    for line in text[first:last].split("\n"):
        end = position + len(line)
        behind = text[end + 1 : end + 12]
        goes_on = _OPENS_LIST.search(text, start, end) or (
            position > start and line.rstrip().endswith(("；", ";"))
        )
        listed = bool(goes_on and _ENUMERATOR.match(behind)) and end - start < _LONGEST
        if not listed:
            if text[start:end].strip() not in ("", TABLE):
                yield start, end
            start = end + 1
        position = end + 1


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        yield begin, stop.end()
        begin = stop.end()
    if begin < end:
        yield begin, end


def _telling(
    case: Case,
    section: SectionKey | None,
    line: int,
    span: tuple[int, int],
    within: Sequence[Quantity],
) -> Telling:
    start, end = span
    squeezed = case.text[start:end]
    offsets: Sequence[int] = range(start, end)
    if _BLANK.search(squeezed):
        offsets = [start + index for index, char in enumerate(squeezed) if not char.isspace()]
        squeezed = _BLANK.sub("", squeezed)
    figures = tuple(_figure(quantity, squeezed, offsets) for quantity in within)
    return Telling(squeezed, offsets, figures, section, line)


def _bracketed(text: str, place: int) -> bool:
    opened = max(text.rfind("（", 0, place), text.rfind("(", 0, place))
    closed = max(text.rfind("）", 0, place), text.rfind(")", 0, place))
    return opened > closed


def _figure(quantity: Quantity, text: str, offsets: Sequence[int]) -> Figure:
    start, end = bisect_left(offsets, quantity.start), bisect_left(offsets, quantity.end)
    times = _IN_YUAN.get(quantity.unit, 1)
    value = round(float(quantity.value) * times, 6)
    low, high = extent(quantity, times)
    return Figure(
        value=value,
        low=low,
        high=high,
        unit=_CLASSES.get(quantity.unit, quantity.unit),
        text=quantity.text,
        start=start,
        end=end,
        place=quantity.start,
        approx=quantity.approx,
        bracketed=_bracketed(text, start),
    )


def extent(quantity: Quantity, times: int = 1) -> tuple[float, float]:
    """The least and the most that the printed number can stand for."""
    value = float(quantity.value) * times
    if quantity.approx:
        place = last_place(value)
        low = value if _ABOVE.search(quantity.text) else value - place
        high = value if _BELOW.search(quantity.text) else value + place
        return low, float(quantity.upper or 0) * times or high
    scaled = _SCALE.search(quantity.text)
    if scaled is None:
        return value, value
    half = 0.5 * _SCALES[scaled["scale"]] / 10 ** len(scaled["decimals"] or "")
    return value - half, value + half
