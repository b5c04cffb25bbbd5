"""A finding's evidence in the sentence around it, as text in turns: plain, marked, plain, …"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from extractor.outputs.masks import MASK, mask_for
from extractor.reading.characters import normalise
from extractor.report.record import Flag, Record

# Evidence of several places is joined with this sign by the checks.
_JOINT = "；"
# Long enough to see what the words are about, short enough for a page of thousands of reports.
_AROUND = 60
_LONGEST = 260
_MOST_QUOTES = 5
# No sentence is longer; looking for more would only cost time.
_LONGEST_WANTED = 2000
_GAP = "…"

Quote = list[str]
"""Even: as it stands; odd: evidence."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence, or a line that is no sentence (a heading); `bare` is what is compared."""

    text: str
    section: str | None
    page: int | None

    @property
    def bare(self) -> str:
        return _bare(self.text)


class Quotes:
    """The lines of one report in which evidence is looked for."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._masked = mask_for(record)

    def of(self, flag: Flag) -> list[Quote]:
        """The evidence in its sentence; by itself where no sentence holds it."""
        return [[self._masked(text) for text in quote] for quote in self._quotes(flag)]

    def _quotes(self, flag: Flag) -> list[Quote]:
        if not flag.evidence.strip():
            return []
        whole = self._found(flag, flag.evidence)
        if whole is not None:
            return [whole]
        parts = [part for part in flag.evidence.split(_JOINT) if part.strip()]
        if MASK in flag.evidence:
            # Masked words stand in no sentence; their evidence is a whole sentence anyway.
            parts = [flag.evidence]
        found = [self._found(flag, part) for part in parts[:_MOST_QUOTES]]
        if not any(found):
            return [["", _cut(flag.evidence.strip())]]
        quotes = [quote or ["", _cut(part)] for quote, part in zip(found, parts, strict=False)]
        # Two parts of one sentence are one quotation with two marks.
        return _joined(quotes)

    def _found(self, flag: Flag, evidence: str) -> Quote | None:
        wanted = _bare(evidence)
        if not wanted or len(wanted) > _LONGEST_WANTED:
            return None
        lines = [line for line, bare in self._lines if wanted in bare]
        if not lines:
            return self._across(wanted)
        best = max(lines, key=lambda line: (line.page == flag.page, line.section == flag.section))
        return _marked(best.text, wanted)

    def _across(self, wanted: str) -> Quote | None:
        """Evidence that goes over the end of a sentence."""
        at = self._running.find(wanted)
        if at < 0:
            return None
        first = bisect_right(self._starts, at) - 1
        last = bisect_right(self._starts, at + len(wanted) - 1)
        return _marked("".join(line.text for line, _ in self._lines[first:last]), wanted)

    @cached_property
    def _running(self) -> str:
        return "".join(bare for _, bare in self._lines)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(bare) for _, bare in self._lines)]

    @cached_property
    def _lines(self) -> list[tuple[_Line, str]]:
        return [(line, line.bare) for line in _lines(self._record)]


def _lines(record: Record) -> Iterator[_Line]:
    for sentence in record.sentences:
        yield _Line(sentence.text, sentence.section, sentence.page)
    for section in record.sections:
        yield from _split(section.title or "", section.key, section.page)
        yield from _split(section.text, section.key, None)


def _split(text: str, section: str, page: int | None) -> Iterator[_Line]:
    return (_Line(line, section, page) for line in text.splitlines())


def _bare(text: str) -> str:
    return "".join(normalise(text).split())


def _marked(text: str, wanted: str) -> Quote:
    """The text around the evidence, which may have blanks and widths of its own there."""
    shown = normalise(text)
    places = [index for index, char in enumerate(shown) if not char.isspace()]
    at = "".join(shown[index] for index in places).find(wanted)
    start, end = places[at], places[at + len(wanted) - 1] + 1
    before, after = text[:start], text[end:]
    if len(before) > _AROUND:
        before = _GAP + before[-_AROUND:]
    if len(after) > _AROUND:
        after = after[:_AROUND] + _GAP
    return [_spaced(before), _spaced(_cut(text[start:end])), _spaced(after)]


def _joined(quotes: Iterable[Quote]) -> list[Quote]:
    """Quotations from one sentence as one, where their marks do not touch."""
    out: list[Quote] = []
    for quote in quotes:
        whole = "".join(out[-1]) if out else ""
        if len(quote) == 3 and out and len(out[-1]) >= 3 and "".join(quote) == whole:
            last = out[-1]
            start = len(whole) - len(last[-1])
            inner = len(quote[0]) - start
            if inner >= 0:
                tail = last.pop()
                last += [tail[:inner], quote[1], quote[2]]
                continue
        out.append(quote)
    return out


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + _GAP


def _spaced(text: str) -> str:
    """Line breaks as blanks: the page shows running text."""
    return " ".join(text.split("\n"))
