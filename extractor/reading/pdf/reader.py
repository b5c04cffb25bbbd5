"""The PDF reader's stages: content → layout → inspection → text without furniture → blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import pypdfium2 as pdfium

from extractor.reading.document import Block, Document, Picture, ReadingError, Table
from extractor.reading.pdf.file import DAMAGED, is_repaired, opened, read_page
from extractor.reading.pdf.flow import Margins, margins, paragraphs
from extractor.reading.pdf.fragments import Fragment, table
from extractor.reading.pdf.furniture import without_furniture
from extractor.reading.pdf.inspection import Page, inspect, notes, scan_problems
from extractor.reading.pdf.joining import continues, joined, whole_words
from extractor.reading.pdf.layout import lay_out
from extractor.reading.pdf.shapes import Line, PageContent
from extractor.reading.source import MAX_PAGES, Source

# 500 pages of dense text; a file beyond is no report and would only cost time and memory.
_MAX_CHARACTERS = 2_000_000
_REPAIRED = "文件的内部索引已损坏，按修复后的内容读出：请留意有无缺漏。"
_TOO_LONG = "文件共{total}页，只读入前{read}页。"

Item: TypeAlias = Line | Fragment | Table | Picture


def read(source: Source) -> Document:
    """Reads a PDF: every page once, closed again before the next."""
    with opened(source.data) as document:
        total = len(document)
        repaired = is_repaired(document)
        contents, damaged = _contents(document)
    layouts = lay_out(contents)
    pages = _without_furniture(inspect(source.data, layouts))
    remarks = [_REPAIRED] if repaired else []
    if len(contents) + len(damaged) < total:
        remarks.append(_TOO_LONG.format(total=total, read=len(contents) + len(damaged)))
    problems = scan_problems(contents, damaged)
    return Document(
        format="pdf",
        blocks=tuple(_blocks(pages)),
        pages=total,
        notes=(*remarks, *notes(layouts)),
        problems=(*problems, *(problem for page in pages for problem in page.problems)),
    )


def _contents(document: pdfium.PdfDocument) -> tuple[list[PageContent], list[int]]:
    """The readable pages, and the numbers of the damaged ones."""
    contents: list[PageContent] = []
    damaged: list[int] = []
    characters = 0
    for index in range(min(len(document), MAX_PAGES)):
        content = read_page(document, index)
        if content is None:
            damaged.append(index + 1)
            continue
        contents.append(content)
        characters += sum(len(run.text) for run in content.runs)
        if characters > _MAX_CHARACTERS:
            break
    if not contents:
        raise ReadingError("P101", DAMAGED)
    return contents, damaged


def _without_furniture(pages: list[Page]) -> list[Page]:
    kept = without_furniture([page.lines for page in pages], [page.height for page in pages])
    return [replace(page, lines=lines) for page, lines in zip(pages, kept, strict=True)]


def _blocks(pages: Sequence[Page]) -> list[Block]:
    """The document in reading order, over page breaks."""
    width = max(page.width for page in pages)
    where = margins([line for page in pages for line in page.lines], width)
    growing = _Blocks(where, whole_words(page.fragments for page in pages))
    for page in pages:
        for item in _in_order(page):
            growing.add(item)
    growing.close()
    return growing.blocks


def _in_order(page: Page) -> list[Item]:
    placed: list[tuple[float, Item]] = [(line.top, line) for line in page.lines]
    placed += [(part.first.box.top, part) for part in page.fragments if part.first.box]
    placed += [(line.top, table) for line, table in page.tables]
    placed += [
        (picture.place.box.top, picture)
        for picture in page.pictures
        if picture.place and picture.place.box
    ]
    return [item for _, item in sorted(placed, key=lambda pair: pair[0])]


@dataclass(slots=True)
class _Blocks:
    """Blocks so far, and the lines or the table parts that may still go on."""

    where: Margins
    known: frozenset[str]
    blocks: list[Block] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    parts: list[Fragment] = field(default_factory=list)

    def add(self, item: Item) -> None:
        if isinstance(item, Line):
            self._close_table()
            self.lines.append(item)
        elif isinstance(item, Fragment):
            self._close_lines()
            if self.parts and not self._goes_on(self.parts[-1], item):
                self._close_table()
            self.parts.append(item)
        else:
            self.close()
            self.blocks.append(item)

    def close(self) -> None:
        self._close_lines()
        self._close_table()

    def _goes_on(self, upper: Fragment, lower: Fragment) -> bool:
        return lower.first.page == upper.last.page + 1 and continues(upper, lower)

    def _close_lines(self) -> None:
        self.blocks.extend(paragraphs(self.lines, self.where))
        self.lines = []

    def _close_table(self) -> None:
        if self.parts:
            whole = table(joined(self.parts, self.known))
            # Boxes without any text are decoration.
            if any(cell.text for cell in whole.cells):
                self.blocks.append(whole)
            self.parts = []
