"""Reads Word's DOCX (also DOCM, DOTX, DOTM), zipped or written as one flat XML file."""

from __future__ import annotations

from extractor.reading.document import Document
from extractor.reading.docx.package import open_flat, open_package
from extractor.reading.docx.reader import read_package
from extractor.reading.source import Source

__all__ = ["read_docx", "read_flat_opc"]


def read_docx(source: Source) -> Document:
    """The document in a DOCX package."""
    return read_package(open_package(source))


def read_flat_opc(source: Source) -> Document:
    """The document in a package written as one XML file (`pkg:package`)."""
    return read_package(open_flat(source))
