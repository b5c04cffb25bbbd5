"""The lines that a report's authors wrote, each with its section and heading.

Title and signature count, tables and what a web page puts around the report do not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.model import Case, Finding, Said
from extractor.report.outline import Heading, SectionKey
from extractor.report.report import Report

# A sentence longer than this is shown from the clause before to the clause behind the words.
_LONGEST_EVIDENCE = 160
_CLAUSE_ENDS = "，,；;。：:\n"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the running text; `is_heading` if nothing but a heading stands in it."""

    start: int
    end: int
    text: str
    section: SectionKey | None
    heading: str | None
    is_heading: bool


# Every rule of the family asks for the lines of one report, one after the other.
_last_read: tuple[Report, tuple[Line, ...]] | None = None


def lines(case: Case) -> tuple[Line, ...]:
    """Every line from the title to the signature, in order."""
    global _last_read
    known = _last_read
    if known is None or known[0] is not case.report:
        known = _last_read = (case.report, tuple(_read(case)))
    return known[1]


def _read(case: Case) -> Iterator[Line]:
    first, last = _extent(case)
    headed = _headings(case)
    starts = [heading.start for heading, _ in headed]
    for stretch in case.report.flow.stretches:
        if stretch.paragraph is None or stretch.end <= first or stretch.start >= last:
            continue
        text = case.text[stretch.start : stretch.end]
        indent = stretch.start + len(text) - len(text.lstrip())
        index = bisect_right(starts, max(stretch.start, indent)) - 1
        heading, key = headed[index] if index >= 0 else (None, None)
        alone = heading is not None and not heading.run_in and heading.start >= stretch.start
        yield Line(stretch.start, stretch.end, text, key, heading.text if heading else None, alone)


def body(case: Case) -> Iterator[Line]:
    """The lines that are no headings, behind the title."""
    first = case.report.outline.title_end
    return (line for line in lines(case) if not line.is_heading and line.end > first)


def finding(
    case: Case,
    line: Line,
    start: int,
    end: int,
    message: Said,
    *,
    expected: str | None = None,
    found: str | None = None,
    confidence: float = 0.9,
) -> Finding:
    """A finding about words of a line; their sentence, as printed, is the evidence."""
    first, last = around(case, start, end)
    return Finding(
        message=message,
        section=line.section,
        place=line.heading,
        evidence=case.report.flow.printed(first, last).strip(),
        expected=expected,
        found=found,
        confidence=confidence,
        start=start,
        end=end,
    )


def around(case: Case, start: int, end: int) -> tuple[int, int]:
    """The sentence in which words stand; of a very long one their own clauses."""
    sentences = case.report.analysis.sentences
    index = bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
    first, last = start, end
    if index >= 0 and sentences[index].end > start:
        first, last = sentences[index].start, max(end, sentences[index].end)
    if last - first <= _LONGEST_EVIDENCE:
        return first, last
    before = max(case.text.rfind(sign, first, start) for sign in _CLAUSE_ENDS) + 1
    behind = min(
        (at for sign in _CLAUSE_ENDS if (at := case.text.find(sign, end, last)) >= 0), default=last
    )
    return max(first, before), behind


def _extent(case: Case) -> tuple[int, int]:
    outline, title = case.report.outline, case.report.identity.title
    first = title.start if title else outline.preamble[0]
    ends = [section.end for section in outline.sections] or [outline.preamble[1]]
    return first, max(*ends, outline.signature[1] if outline.signature else 0, 0)


def _headings(case: Case) -> list[tuple[Heading, SectionKey]]:
    outline = case.report.outline
    found: list[tuple[Heading, SectionKey]] = [
        *((s.heading, s.key) for s in outline.sections if s.heading is not None),
        *((a.heading, "overview") for a in outline.aspects if a.heading is not None),
    ]
    return sorted(found, key=lambda pair: pair[0].start)
