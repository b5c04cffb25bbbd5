"""Text and Markdown files, read, and what is in them."""

from __future__ import annotations

from pathlib import Path

from extractor.reading.document import Document, Paragraph, Table
from extractor.reading.plain import read_md, read_txt
from extractor.reading.source import Source
from tests.building import texts


def txt(text: str, encoding: str = "utf-8") -> Document:
    return read_txt(Source(Path("a.txt"), text.encode(encoding)))


def md(text: str) -> Document:
    return read_md(Source(Path("a.md"), text.encode()))


def outline(document: Document) -> list[str | list[list[str]]]:
    return [
        block.text if isinstance(block, Paragraph) else texts(block)
        for block in document.blocks
        if isinstance(block, Paragraph | Table)
    ]
