"""Sentences cut into clauses, each with its numbers: what the grammar of the facts works on.

Blanks are dropped first (converters put them between any two characters). Titles in 《》 and what
stands in brackets are blotted out of the clause around them; a bracket is a clause of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from extractor.language.pipeline import Analysis
from extractor.report.facts.figures import Number, figures_of
from extractor.report.flow import TABLE, Flow
from extractor.report.outline import AspectKey, Outline, SectionKey

BLOT = "▁"
# No report comes near these; they bound the time that a hostile text can cost.
_MOST_SENTENCES = 5000
_LONGEST = 2000
_BLANK = re.compile(r"\s")
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_BRACKET = re.compile(r"[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]")
_SEMICOLON = re.compile(
    r"(?:[；;]|(?<=[\u4e00-\u9fff）)])[.．](?=[\u4e00-\u9fff（(]))(?![^（(）)]*[）)])"
)
# 由5件降为2件: where it came from is no figure of this year.
_FROM = re.compile(
    r"[由从](?:去年|上年|上一?年度|(?:19|20)\d\d年度?)?(?:同期)?的?(?:[\d,，.]{1,12}|[零一二两三四五六七八九十百]{1,7})"
    r"万?(?:余)?[件条起宗份篇个](?:大幅|小幅|进一步)?(?:[降增减升]|下降|上升|增加|减少|增长|回落|变|提高|提升)(?=[至为到])"
)
# Half-width stops between Chinese characters end sentences too.
_STOP = re.compile(
    r"[，,；;：:。！？!?、]|(?<=[\u4e00-\u9fff）)])[.．](?=[\u4e00-\u9fff（(]|\d+[件份宗起条]|$)"
)
# A sign that stays inside a clause: 不予公开：2件, 共计：13件.
_NUMBER_FOLLOWS = re.compile(r"\s*(?:共计|共|约|近|有)?(?=\d|[零〇一二三四五六七八九十百两])")
_TIME_UNITS = frozenset({"个工作日", "工作日", "个月", "天", "日"})
# 两家水厂发布停水、水质信息60条: who did it, beside what is counted.
_BODY_UNITS = frozenset({"家", "户", "所", "类", "种", "大类"})
_OF_THEM = re.compile(r"(?:案件|申请)?(?:之?中|里面?|当中)")
_JOINT = re.compile(r"和|及|以及|与|并|或")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between two signs, with the sign before it and the numbers in it."""

    start: int
    end: int
    shown: str
    """Its text, titles and brackets blotted out; same length, so offsets hold."""
    lead: str
    depth: int
    numbers: tuple[Number, ...]

    def between(self, start: int, end: int) -> str:
        """The shown text between two places of the passage."""
        return self.shown[max(0, start - self.start) : max(0, end - self.start)]

    def left(self, number: Number) -> str:
        """What stands between the number before (or the clause's start) and this number."""
        return self.between(self.left_bound(number), number.start)

    def right(self, number: Number) -> str:
        return self.between(number.end, self.right_bound(number))

    def only(self, units: frozenset[str]) -> Clause:
        """The clause with the numbers of some units only: a day or a share parts no words."""
        kept = tuple(number for number in self.numbers if number.unit in units)
        return self if len(kept) == len(self.numbers) else replace(self, numbers=kept)

    def left_bound(self, number: Number) -> int:
        # In order and apart from each other: a list of hundreds is asked for each of its figures.
        index = bisect_left(self.numbers, number.start, key=_start)
        return self.numbers[index - 1].end if index else self.start

    def right_bound(self, number: Number) -> int:
        index = bisect_left(self.numbers, number.end, key=_start)
        return self.numbers[index].start if index < len(self.numbers) else self.end


_start = attrgetter("start")


@dataclass(frozen=True)
class Passage:
    """A sentence with its clauses, and where in the report it stands."""

    text: str
    offsets: Sequence[int]
    """Where each character of `text` stands in the flow; one more for the end."""
    numbers: tuple[Number, ...]
    section: SectionKey | None
    aspect: AspectKey | None
    line: int
    headed: bool = True
    """Whether a heading told the aspect: a paragraph told by its content speaks of others too."""

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Cut when first asked for: most sentences tell nothing in figures."""
        return tuple(_clauses(self.text, self.numbers))

    @cached_property
    def parts(self) -> tuple[Passage, ...]:
        """The passage cut at its semicolons: some offices tell everything in one sentence."""
        cuts = [m.end() for m in _SEMICOLON.finditer(self.text)]
        if not cuts or cuts == [len(self.text)]:
            return (self,)
        bounds = pairwise(sorted({0, *cuts, len(self.text)}))
        return tuple(self._part(start, end) for start, end in bounds)

    def _part(self, start: int, end: int) -> Passage:
        own = [number for number in self.numbers if start <= number.start < end]
        moved = [replace(n, start=n.start - start, end=n.end - start) for n in own]
        offsets = self.offsets[start : end + 1]
        return replace(self, text=self.text[start:end], offsets=offsets, numbers=tuple(moved))

    def part_at(self, place: int) -> str:
        """The text of the part in which a place stands."""
        end = 0
        for part in self.parts:
            end += len(part.text)
            if place < end:
                return part.text
        return self.text

    def in_front_of_bracket(self, clause: Clause) -> Number | None:
        """维持3件（直接起诉1件、…）: the number right before a clause's bracket."""
        start = self.text.rfind("（", 0, clause.start) if clause.depth else -1
        start = max(start, self.text.rfind("(", 0, clause.start) if clause.depth else -1)
        return next((n for n in self.numbers if start >= 0 and n.end == start), None)

    def under(self, aspect: AspectKey) -> bool:
        """Whether it stands under a heading of this aspect."""
        return self.headed and self.aspect == aspect

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """The place in the flow of a stretch of this passage."""
        first = self.offsets[start]
        return first, max(first, self.offsets[end - 1] + 1 if end > start else first)


def passages(flow: Flow, outline: Outline, analysis: Analysis) -> list[Passage]:
    """The sentences of the report's body; title, preamble and signature tell no facts."""
    starts = [quantity.start for quantity in analysis.quantities]
    lines = [stretch.start for stretch in flow.stretches]
    found = []
    for sentence in analysis.sentences[:_MOST_SENTENCES]:
        if sentence.end - sentence.start > _LONGEST:
            continue
        section, aspect, start, headed = _standing(outline, sentence.start, sentence.end)
        if section is None and outline.sections:
            continue
        if flow.text.startswith(TABLE, start):
            continue
        within = analysis.quantities[bisect_left(starts, start) : bisect_left(starts, sentence.end)]
        line = bisect_right(lines, sentence.start)
        text, offsets = _squeeze(flow.text, start, sentence.end)
        numbers = figures_of(text, offsets, within)
        found.append(Passage(text, offsets, numbers, section, aspect, line, headed))
    return found


def _standing(
    outline: Outline, start: int, end: int
) -> tuple[SectionKey | None, AspectKey | None, int, bool]:
    """Section and aspect of a sentence, and where it begins: a run-in heading is not part of it."""
    section = next((s for s in outline.sections if s.start < end and start < s.end), None)
    aspect = next((a for a in outline.aspects if a.start < end and start < a.end), None)
    if section is not None:
        start = max(start, section.start)
    if aspect is not None:
        start = max(start, aspect.start)
    headed = aspect is not None and aspect.heading is not None
    return section.key if section else None, aspect.key if aspect else None, start, headed


def _squeeze(text: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    own = text[start:end]
    if not _BLANK.search(own):
        return own, range(start, end + 1)
    kept = [index for index in range(start, end) if not text[index].isspace()]
    return "".join(text[index] for index in kept), (*kept, end)


def _clauses(text: str, numbers: Sequence[Number]) -> list[Clause]:
    titled = _TITLE.sub(lambda m: "《" + BLOT * (len(m.group()) - 2) + "》", text)
    for start, end in [match.span() for match in _FROM.finditer(titled)]:
        titled = titled[:start] + BLOT * (end - start) + titled[end:]
        numbers = [number for number in numbers if not start <= number.start < end]
    brackets = [match.span() for match in _BRACKET.finditer(titled)]
    shown = list(titled)
    found: list[Clause] = []
    for start, end in brackets:
        shown[start:end] = BLOT * (end - start)
        inner = [number for number in numbers if start <= number.start < end]
        found += _cut(titled, start + 1, end - 1, inner, "（", 1)
    outer = [n for n in numbers if not any(start <= n.start < end for start, end in brackets)]
    found += _cut("".join(shown), 0, len(text), outer, "", 0)
    return sorted(found, key=lambda clause: (clause.start, clause.depth))


def _cut(
    shown: str, start: int, end: int, numbers: list[Number], lead: str, depth: int
) -> list[Clause]:
    """The clauses of a stretch; a number's own commas do not cut."""
    cuts = [start - 1, *_stops(shown, start, end, numbers), end]
    bounds: list[tuple[int, int, str]] = []
    for before, cut in pairwise(sorted(set(cuts))):
        sign = lead if before < start else shown[before]
        # A joint word (和, 及) begins the clause behind it; a sign is left out.
        first = before + 1 if before < start or _STOP.match(sign) else before
        if cut > first:
            bounds.append((first, cut, sign))
    found = []
    for first, last, sign in bounds:
        own = tuple(n for n in numbers if first <= n.start < last)
        found.append(Clause(first, last, shown[first:last], sign, depth, own))
    return found


def _stops(shown: str, start: int, end: int, numbers: list[Number]) -> Iterator[int]:
    inside = {index for number in numbers for index in range(number.start, number.end)}
    ends = {number.end for number in numbers}
    for match in _STOP.finditer(shown, start, end):
        place, sign = match.start(), match.group()
        if place in inside:
            continue
        if sign in "：:" and _counts_alone(shown, place + 1, numbers):
            continue
        if sign == "、" and len(shown[:place].rstrip(BLOT)) not in ends:
            continue
        yield place
    for one, other in pairwise(numbers):
        if one.unit in _TIME_UNITS and other.unit in _TIME_UNITS:
            continue
        if one.unit in _BODY_UNITS and other.unit != one.unit:
            continue
        if (joint := _joint(shown, one.end, other.start)) is not None:
            yield joint


def _counts_alone(shown: str, start: int, numbers: Sequence[Number]) -> bool:
    """不予公开：2件, goes on behind its colon; 复议后起诉：一宗维持 begins anew."""
    match = _NUMBER_FOLLOWS.match(shown, start)
    number = next((n for n in numbers if n.start >= start), None)
    if match is None or number is None or number.start > match.end():
        return False
    behind = shown[number.end : number.end + 1]
    return not behind or behind == BLOT or _STOP.match(behind) is not None


def _joint(shown: str, start: int, end: int) -> int | None:
    """Where two numbers' words part if no comma does: 2件维持、1件纠正; 维持2件和纠正1件."""
    between = shown[start:end]
    if not between or _STOP.search(between.replace("、", "")):
        return None
    bare = between.rstrip(BLOT)
    if _OF_THEM.fullmatch(between):
        return start  # 复议3件中2件维持1件撤销
    if "、" in bare:
        place = start + bare.index("、")
        return None if place == start else place
    match = _JOINT.match(between) or _JOINT.search(between, max(0, len(between) - 2))
    if match and (match.start() == 0 or match.end() == len(between)):
        return start + match.start()
    return None
