"""PDF files: PDFium gives characters and lines, our own geometry tables and paragraphs."""

from __future__ import annotations

from extractor.reading.document import Document
from extractor.reading.source import Source


def read_pdf(source: Source) -> Document:
    """The file as a document; ReadingError P101 if it is damaged, P102 if it is encrypted."""
    from extractor.reading.pdf.reader import read

    return read(source)
