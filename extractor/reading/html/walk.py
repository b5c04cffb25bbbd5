"""The element tree in reading order: pieces of text, tables and pictures, each with its holder."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from extractor.reading.document import Align, Picture, Table
from extractor.reading.html.inline import BLOCKS, BREAK, collapse, settle
from extractor.reading.html.pictures import picture_of
from extractor.reading.html.tables import nested_cells, table_parts

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Blocks that are a paragraph themselves: what holds them is the element around.
_LEAVES = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "dt", "figcaption"))
_ALIGNS: dict[str, Align] = {
    "left": "left", "start": "left", "justify": "left", "center": "center", "middle": "center",
    "-webkit-center": "center", "right": "right", "end": "right", "-webkit-right": "right",
}  # fmt: skip
_TEXT_ALIGN = re.compile(r"text-align(?:-last)?\s*:\s*([\w-]+)", re.I)
_OUTLINE = re.compile(r"mso-outline-level\s*:\s*([1-9])", re.I)


@dataclass(slots=True)
class Piece:
    """Something printed, before it is known whether it belongs to the report."""

    holder: etree._Element
    text: str = ""
    linked: int = 0
    """How many of the text's characters are links."""
    heading: int | None = None
    align: Align | None = None
    table: Table | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    """What a block hands down to the text in it."""

    heading: int | None = None
    align: Align | None = None


_PLAIN = _Style()


def pieces_of(root: etree._Element, may_hide: bool) -> list[Piece]:
    """Everything a page prints, in order; the tree is settled for it."""
    settle(root, may_hide)
    walker = _Walker(nested_cells(root))
    bodies = root.findall("body") or [root]
    for body in bodies:
        walker.block(body, body, _PLAIN)
    return walker.pieces


class _Walker:
    """Collects running text until a block ends, then makes pieces of it."""

    def __init__(self, nested: frozenset[etree._Element]) -> None:
        self.pieces: list[Piece] = []
        self._nested = nested
        self._text: list[str] = []
        self._linked = 0

    def block(self, element: etree._Element, holder: etree._Element, style: _Style) -> None:
        """A block element: its text stands apart from what is before and after."""
        self._flush(holder, style)
        inside = _style_of(element, style)
        own = holder if element.tag in _LEAVES else element
        self._content(element, own, inside, link=False, pre=element.tag == "pre")
        self._flush(own, inside)

    def _content(
        self, element: etree._Element, holder: etree._Element, style: _Style, link: bool, pre: bool
    ) -> None:
        self._add(element.text, link, pre)
        for child in element:
            tag = child.tag
            if tag == "br":
                self._text.append(BREAK)
            elif tag == "img":
                self._picture(child, holder, style)
            elif tag == "table":
                self._flush(holder, style)
                self._table(child, holder, style)
            elif tag in BLOCKS:
                self.block(child, holder, style)
            else:
                linked = link or (tag == "a" and child.get("href") is not None)
                self._content(child, holder, style, linked, pre)
            self._add(child.tail, link, pre)

    def _add(self, text: str | None, link: bool, pre: bool) -> None:
        if text:
            self._text.append(text.replace("\n", BREAK) if pre else text)
            if link:
                self._linked += len(text.strip())

    def _flush(self, holder: etree._Element, style: _Style) -> None:
        """Ends the running text."""
        if not self._text:
            return
        text = collapse("".join(self._text))
        if text and not text.isspace():
            self.pieces.append(Piece(holder, text, self._linked, style.heading, style.align))
        self._text.clear()
        self._linked = 0

    def _picture(self, image: etree._Element, holder: etree._Element, style: _Style) -> None:
        picture = picture_of(image)
        if picture:
            self._flush(holder, style)
            self.pieces.append(Piece(holder, picture=picture))

    def _table(self, element: etree._Element, holder: etree._Element, style: _Style) -> None:
        """A table of data becomes a piece; one that lays out the page gives its cells' content."""
        raw, parts = table_parts(element, self._nested)
        for text in raw.stray:
            self._text.append(text)
            self._flush(holder, style)
        for caption in raw.captions:
            self.block(caption, element, style)
        for part in parts:
            if part.cell is not None:
                self.block(part.cell, holder, style)
            elif part.table is not None and part.table.cells:
                linked = sum(len("".join(map(str, a.itertext()))) for a in element.iter("a"))
                self.pieces.append(Piece(element, linked=linked, table=part.table))


def _style_of(element: etree._Element, outer: _Style) -> _Style:
    """Heading level and alignment within a block."""
    heading = _HEADINGS.get(element.tag, outer.heading)
    align = outer.align
    if element.tag == "center":
        align = "center"
    attribute = element.get("align")
    if attribute:
        align = _ALIGNS.get(attribute.lower(), align)
    css = element.get("style")
    if css:
        found = _TEXT_ALIGN.search(css)
        align = _ALIGNS.get(found.group(1).lower(), align) if found else align
        outline = _OUTLINE.search(css)
        heading = int(outline.group(1)) if outline else heading
    if heading == outer.heading and align == outer.align:
        return outer
    return _Style(heading, align)
