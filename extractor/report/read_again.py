"""Where a record's text tells its figures: a record keeps them without their places.

What asks how a figure stands in its sentence, when the original is no longer at hand, reads the
sections of the record once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.language.pipeline import analyse
from extractor.reading.document import Paragraph
from extractor.report.facts import Facts, read_facts
from extractor.report.flow import Flow, Stretch
from extractor.report.outline import Aspect, Heading, Outline, Section
from extractor.report.record import Record, SentenceRecord


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """The text of the sections with its facts, and where the record's sentences stand in it."""

    text: str
    facts: Facts
    sentences: tuple[tuple[int, SentenceRecord], ...]

    def sentence_at(self, place: int) -> tuple[int, SentenceRecord] | None:
        """The sentence around a place, and where it begins."""
        return next(
            (
                (start, one)
                for start, one in self.sentences
                if start <= place < start + len(one.text)
            ),
            None,
        )


def read_again(record: Record) -> ReadAgain:
    text = "\n".join(section.text for section in record.sections)
    outline = _outline(record, text)
    facts = read_facts(_flow(text), outline, analyse(text), record.meta.year, record.meta.agency)
    return ReadAgain(text, facts, tuple(_sentences(record, text)))


def _flow(text: str) -> Flow:
    stretches = []
    start = 0
    for line in text.split("\n"):
        stretches.append(Stretch(start, start + len(line), Paragraph(line, line)))
        start += len(line) + 1
    return Flow(text, tuple(stretches))


def _outline(record: Record, text: str) -> Outline:
    """The sections one below the other, headings left out; aspects where their text stands."""
    sections = []
    start = 0
    for one in record.sections:
        sections.append(Section(one.key, None, start, start + len(one.text)))
        start += len(one.text) + 1
    return Outline(0, (0, 0), tuple(sections), tuple(_aspects(record, text)), None)


def _aspects(record: Record, text: str) -> Iterator[Aspect]:
    behind = 0
    for one in record.aspects:
        start = text.find(one.text, behind) if one.text else -1
        if start < 0:
            continue
        behind = start + len(one.text)
        heading = Heading(one.title, start, start) if one.title is not None else None
        yield Aspect(one.key, heading, start, behind)


def _sentences(record: Record, text: str) -> Iterator[tuple[int, SentenceRecord]]:
    behind = 0
    for one in record.sentences:
        # The preamble, and what else stands in no section, tells no facts.
        start = text.find(one.text, behind) if one.section is not None else -1
        if start >= 0:
            behind = start + len(one.text)
            yield start, one
