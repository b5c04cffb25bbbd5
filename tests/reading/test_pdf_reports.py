"""Whole reports as LibreOffice and Chromium print them, against the HTML they were made from.

The tables have columns so narrow that numbers wrap, and break over pages within rows and groups.
"""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest
from lxml import html

from extractor.reading.document import Document, Table
from extractor.reading.pdf import read_pdf
from extractor.reading.source import load

DATA = Path(__file__).parent / "data" / "pdf"
PRODUCERS = ("libreoffice", "chromium")

Grid = dict[tuple[int, int, int, int], str]


@pytest.fixture(scope="module", params=PRODUCERS)
def document(request: pytest.FixtureRequest) -> Document:
    return read_pdf(load(DATA / f"{request.param}.pdf"))


def _source() -> html.HtmlElement:
    parser = html.HTMLParser(encoding="utf-8")
    return html.document_fromstring((DATA / "report.html").read_bytes(), parser=parser)


def _expected(table: html.HtmlElement) -> Grid:
    taken: set[tuple[int, int]] = set()
    cells: Grid = {}
    for row, line in enumerate(table.iter("tr")):
        column = 0
        for cell in line.iter("td"):
            while (row, column) in taken:
                column += 1
            rows, columns = int(cell.get("rowspan", 1)), int(cell.get("colspan", 1))
            taken |= {(row + r, column + c) for r in range(rows) for c in range(columns)}
            cells[row, column, rows, columns] = cell.text_content().strip()
            column += columns
    return cells


def _read(table: Table) -> Grid:
    return {(c.row, c.column, c.row_span, c.column_span): c.text for c in table.cells}


def test_every_cell_of_every_table(document: Document) -> None:
    expected = [_expected(table) for table in _source().iter("table")]
    assert [_read(table) for table in document.tables] == expected
    assert [table.doubts for table in document.tables] == [(), (), ()]
    assert document.problems == ()


def test_paragraphs_are_whole_and_without_page_numbers(document: Document) -> None:
    source = _source()
    expected = [
        line
        for block in source.iter("h1", "h2", "p")
        for line in (block.itertext() if block.tag == "h1" else [block.text_content()])
    ]
    assert ["".join(p.text.split()) for p in document.paragraphs] == expected


def test_titles_are_centred_and_signatures_right_aligned(document: Document) -> None:
    aligns = [paragraph.align for paragraph in document.paragraphs]
    assert aligns[:2] == ["center", "center"]
    assert aligns[-2:] == ["right", "right"]


def test_every_line_and_cell_has_its_place(document: Document) -> None:
    assert document.pages is not None
    for paragraph in document.paragraphs:
        assert paragraph.lines[0].start == 0
        pages = [line.place.page for line in paragraph.lines]
        assert pages == sorted(pages)
    pages_of_table_three = {
        cell.place.page for cell in document.tables[1].cells if cell.place is not None
    }
    assert len(pages_of_table_three) >= 2
    assert max(pages_of_table_three) <= document.pages


def test_pdfplumber_reads_the_same_cells_where_no_page_breaks() -> None:
    path = DATA / "libreoffice.pdf"
    ours = [
        [cell.text for cell in row if cell.text] for row in read_pdf(load(path)).tables[0].rows()
    ]
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    with pdfplumber.open(path) as pdf:
        theirs = [
            ["".join(cell.split()) for cell in row if cell]
            for page in pdf.pages
            for table in page.extract_tables()[:1]
            for row in table
        ]
    assert theirs[: len(ours)] == ours


@pytest.mark.parametrize("producer", PRODUCERS)
def test_reading_takes_at_most_a_quarter_of_pdfplumbers_time(producer: str) -> None:
    source = load(DATA / f"{producer}.pdf")
    logging.getLogger("pdfminer").setLevel(logging.ERROR)

    def plumb() -> None:
        with pdfplumber.open(io.BytesIO(source.data)) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.extract_tables()

    read_pdf(source)
    ours = min(_seconds(lambda: read_pdf(source)) for _ in range(3))
    assert ours <= 0.25 * _seconds(plumb)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
