"""Every year that a report's sentences and headings name, with the words around it.

Titles in 《》, quotations, document numbers and what stands in brackets name other things' years:
they are covered, so that neither their years nor their words are seen.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.checks.model import Case
from extractor.checks.years.words import COVER
from extractor.report.classified import Classified
from extractor.report.outline import Heading, SectionKey

_ENCLOSED = re.compile(
    r"“[^”\n]{0,80}”|[（(][^（）()\n]{0,60}[)）]|[〔\[［][^〕\]］\n]{0,12}[〕\]］]"
)
_SIGNS = "，。；：！？,;:!?.\n"
_SIGN = re.compile(rf"[{_SIGNS}](?!\d)")

# No sentence worth reading is longer on either side of a year; the bound keeps hostile text cheap.
_SIDE = 400
# No report names more; what goes beyond is hostile.
_MOST_YEARS = 2000
_HALF = re.compile(r"(?<!\d)[,;:]|[,;:](?!\d)")
_FULL = {",": "，", ";": "；", ":": "："}


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or a heading; `words` are covered, of the same length as the printed ones."""

    start: int
    end: int
    words: str
    section: SectionKey | None
    heading: str | None
    """The heading under which it stands; of a heading its own text."""
    is_heading: bool = False
    opens: bool = False
    """The first sentence of 总体情况."""
    previous: str = ""
    following: str = ""
    """The sentences beside it in the same paragraph."""
    planned: bool = False
    """The classifier takes it for a plan and is sure."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A year with its clause: `lead` stands before it, `rest` behind it, without blanks."""

    year: int
    start: int
    end: int
    passage: Passage
    before: str
    """The sentence before the clause begins."""
    lead: str
    clause: str
    """What follows up to the next sign."""
    rest: str
    """What follows up to the sentence's end."""


class Passages:
    """A report's sentences and headings, found by place."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self.words = _covered(case)
        self._sentences = case.sentences
        self._starts = [sentence.told.start for sentence in case.sentences]
        self._headings = _headings(case, self.words)
        self._last: tuple[int, Passage] | None = None

    def at(self, offset: int) -> Passage | None:
        """The sentence or heading that holds an offset."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._sentences[index].told.end:
            if self._last is None or self._last[0] != index:
                self._last = index, self._sentence(index)
            return self._last[1]
        return next((h for h in self._headings if h.start <= offset < h.end), None)

    def _sentence(self, index: int) -> Passage:
        sentence = self._sentences[index]
        told = sentence.told
        section = self._case.report.outline.section(told.section) if told.section else None
        heading = section.heading.text if section and section.heading else None
        before = self._sentences[index - 1].told.section if index else None
        return Passage(
            told.start,
            told.end,
            self.words[told.start : told.end],
            told.section,
            told.heading or heading,
            opens=told.section == "overview" and before != "overview",
            previous=self._beside(sentence, index - 1),
            following=self._beside(sentence, index + 1),
            planned=sentence.labels["tense"] == "planned" and "tense" not in sentence.uncertain,
        )

    def _beside(self, sentence: Classified, index: int) -> str:
        """The neighbour's words, if no line break lies between."""
        if not 0 <= index < len(self._sentences):
            return ""
        own, other = sentence.told, self._sentences[index].told
        between = self.words[min(own.end, other.end) : max(own.start, other.start)]
        return "" if "\n" in between else self.words[other.start : other.end]


def year_mentions(case: Case, passages: Passages | None = None) -> list[Mention]:
    """Every year that is not covered, in order."""
    passages = passages or Passages(case)
    found = []
    for year in case.report.analysis.years[:_MOST_YEARS]:
        if COVER in passages.words[year.start : year.end]:
            continue
        passage = passages.at(year.start)
        if passage is not None and year.end <= passage.end:
            found.append(_mention(passage, year.value, year.start, year.end))
    return found


def _mention(passage: Passage, year: int, start: int, end: int) -> Mention:
    words = passage.words
    at, behind = start - passage.start, end - passage.start
    least, most = max(0, at - _SIDE), min(len(words), behind + _SIDE)
    first = max(least, *(words.rfind(sign, least, at) + 1 for sign in _SIGNS))
    stop = _SIGN.search(words, behind, most)
    return Mention(
        year,
        start,
        end,
        passage,
        _dense(words[least:first]),
        _dense(words[first:at]),
        _dense(words[behind : stop.start() if stop else most]),
        _dense(words[behind:most]),
    )


def _covered(case: Case) -> str:
    """The running text with 《》, document numbers, quotations and brackets covered."""
    text, analysis = case.text, case.report.analysis
    marks = [(title.start, title.end) for title in analysis.titles]
    marks += [(number.start, number.end) for number in analysis.document_numbers]
    pieces, position = [], 0
    for start, end in sorted(marks):
        if start >= position:
            pieces += [text[position:start], COVER * (end - start)]
            position = end
    return _ENCLOSED.sub(lambda m: COVER * len(m.group()), "".join(pieces) + text[position:])


def _headings(case: Case, words: str) -> list[Passage]:
    outline = case.report.outline
    headed: Sequence[tuple[Heading | None, SectionKey]] = [
        *((section.heading, section.key) for section in outline.sections),
        *((aspect.heading, "overview") for aspect in outline.aspects),
    ]
    return [
        Passage(h.start, h.end, words[h.start : h.end], key, h.text, is_heading=True)
        for h, key in headed
        if h is not None and not h.run_in
    ]


def _dense(words: str) -> str:
    """Without the blanks that converters put anywhere, half-width signs made full."""
    return _HALF.sub(lambda m: _FULL[m.group()], "".join(words.split()))
