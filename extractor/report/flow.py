"""A document as one running text, so that sentences, sections and facts are stretches of it.

Paragraphs are separated by line breaks; a table stands as one sign in a line of its own. Every
stretch leads back to its paragraph, and from there to page and box.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from extractor.reading.document import Block, Document, Paragraph, Place, Table
from extractor.report.prose_in_tables import pieces

TABLE = "\ufffc"
"""Stands where a table stands (the Unicode sign for an object in text)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A line of the running text: one paragraph, or a table (paragraph None)."""

    start: int
    end: int
    paragraph: Paragraph | None


@dataclass(frozen=True, slots=True)
class Flow:
    """The running text with its lines."""

    text: str
    stretches: tuple[Stretch, ...]

    def line_at(self, offset: int) -> Stretch:
        """The line in which the offset stands."""
        starts = [stretch.start for stretch in self.stretches]
        return self.stretches[max(0, bisect_right(starts, offset) - 1)]

    def places(self, start: int, end: int) -> list[Place]:
        """Page and box of every printed line that the stretch touches."""
        found: list[Place] = []
        for line in self.stretches:
            if line.paragraph is not None and line.start < end and line.end > start:
                first = max(0, start - line.start)
                found += line.paragraph.places(first, min(end, line.end) - line.start)
        return found

    def printed(self, start: int, end: int) -> str:
        """The stretch as it was printed, before characters were normalised."""
        parts = [
            line.paragraph.printed[max(0, start - line.start) : min(end, line.end) - line.start]
            for line in self.stretches
            if line.paragraph is not None and line.start < end and line.end > start
        ]
        return "\n".join(parts)


def flow_of(document: Document) -> Flow:
    """The document's running text; a table that holds prose gives that as lines of its own."""
    stretches: list[Stretch] = []
    texts: list[str] = []
    position = 0
    for paragraph in (line for block in document.blocks for line in _lines(block)):
        # A line break inside a paragraph would look like a paragraph's end.
        text = TABLE if paragraph is None else paragraph.text.replace("\n", " ")
        stretches.append(Stretch(position, position + len(text), paragraph))
        texts.append(text)
        position += len(text) + 1
    return Flow("\n".join(texts), tuple(stretches))


def _lines(block: Block) -> list[Paragraph | None]:
    if isinstance(block, Paragraph):
        return [block]
    return pieces(block) if isinstance(block, Table) else []
