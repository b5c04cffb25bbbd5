"""HTML pages and MHTML files: the report they print, without the site around it."""

from __future__ import annotations

from lxml import etree

from extractor.reading.document import Document, Table
from extractor.reading.html.frames import read_with_frames
from extractor.reading.html.grid import laid_out, raw_table
from extractor.reading.html.inline import settle
from extractor.reading.html.markup import page_from_bytes, page_from_text
from extractor.reading.html.mhtml import read_parts
from extractor.reading.html.page import as_document
from extractor.reading.source import Source

__all__ = ["read_html", "read_mhtml", "table_from_element", "tables_in_markup"]


def read_html(source: Source) -> Document:
    """The report on a saved web page."""
    return as_document(read_with_frames(page_from_bytes(source.data), source.path), "html")


def read_mhtml(source: Source) -> Document:
    """The report in a web archive (.mht, .mhtml)."""
    return as_document(read_parts(source.data), "mhtml")


def table_from_element(table: etree._Element) -> Table:
    """One parsed table element on its grid; tables within cells become text."""
    settle(table)
    return laid_out(raw_table(table, frozenset()).rows)


def tables_in_markup(markup: str) -> list[Table]:
    """The outermost tables of a piece of HTML, as Markdown and converters' text embed them."""
    root = page_from_text(markup).root
    if root is None:
        return []
    outer = [
        table for table in root.iter("table")
        if all(above.tag != "table" for above in table.iterancestors())
    ]  # fmt: skip
    return [made for made in map(table_from_element, outer) if made.cells]
