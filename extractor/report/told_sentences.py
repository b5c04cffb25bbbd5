"""The sentences of a report in their places: what the classifier sees, and the record lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.language.classify.context import Sight, in_context
from extractor.language.pipeline import Analysis
from extractor.report.flow import TABLE, Flow
from extractor.report.outline import AspectKey, Outline, SectionKey


@dataclass(frozen=True, slots=True)
class ToldSentence:
    """A sentence of preamble or section; headings, tables, title and signature are none."""

    start: int
    end: int
    text: str
    section: SectionKey | None
    aspect: AspectKey | None
    heading: str | None


def told_sentences(flow: Flow, outline: Outline, analysis: Analysis) -> list[ToldSentence]:
    return list(_told(flow, outline, analysis))


def _told(flow: Flow, outline: Outline, analysis: Analysis) -> Iterator[ToldSentence]:
    bodies: list[tuple[int, int, SectionKey | None]] = [(*outline.preamble, None)]
    bodies += [(section.start, section.end, section.key) for section in outline.sections]
    headings = [a.heading for a in outline.aspects if a.heading is not None]
    for sentence in analysis.sentences:
        body = next((b for b in bodies if b[0] <= sentence.start < b[1]), None)
        inside = any(h.start <= sentence.start and sentence.end <= h.end + 1 for h in headings)
        if body is None or inside or flow.text[sentence.start] == TABLE:
            continue
        aspect = next((a for a in outline.aspects if a.start <= sentence.start < a.end), None)
        end = min(sentence.end, body[1])
        yield ToldSentence(
            sentence.start,
            end,
            flow.text[sentence.start : end],
            body[2],
            aspect.key if aspect else None,
            aspect.heading.text if aspect and aspect.heading else None,
        )


def sights_of(sentences: list[ToldSentence], year: int | None) -> list[Sight]:
    """What the classifier sees of a report's sentences."""
    return in_context([Sight(s.text, s.section, s.aspect, s.heading, year=year) for s in sentences])
