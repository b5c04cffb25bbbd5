"""Opens a PDF with PDFium and reads its pages' content; every handle is closed again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractor.reading.document import ReadingError
from extractor.reading.pdf.drawing import read_drawing
from extractor.reading.pdf.frame import Frame
from extractor.reading.pdf.glyphs import MAX_CHARACTERS, count_characters, read_runs
from extractor.reading.pdf.shapes import PageContent, Run

DAMAGED = "PDF 文件已损坏或不完整，无法打开：请重新下载，或向报送单位索取完好的文件。"
_ENCRYPTED = "PDF 文件设有打开密码，无法读取：请索取不加密的文件，或解除密码后另存再试。"
# Most files end within a few bytes of this mark; servers may append a little.
_END_MARK = b"%%EOF"
_END_REGION = 4096
# A page larger than this (3.5 m) or smaller than a stamp is damage.
_LARGEST_PAGE = 14_400.0
_SMALLEST_PAGE = 20.0
# A page is turned as a whole if this much of its text is; row labels alone are far less.
_SIDEWAYS = 0.8


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """The document, or a P-coded error that says what to do."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (
            pdfium_c.FPDF_ERR_PASSWORD,
            pdfium_c.FPDF_ERR_SECURITY,
        ):
            raise ReadingError("P102", _ENCRYPTED) from error
        raise ReadingError("P101", DAMAGED) from error
    try:
        if len(document) == 0 or _is_cut_off(document, data):
            raise ReadingError("P101", DAMAGED)
        yield document
    finally:
        document.close()


def is_repaired(document: pdfium.PdfDocument) -> bool:
    """Whether the file's index of objects was broken, so that PDFium searched for them itself."""
    return not pdfium_c.FPDF_DocumentHasValidCrossReferenceTable(document.raw)


def _is_cut_off(document: pdfium.PdfDocument, data: bytes) -> bool:
    """PDFium opens half a file too, with whatever pages are left: that would be a silent gap."""
    return is_repaired(document) and _END_MARK not in data[-_END_REGION:]


def read_page(document: pdfium.PdfDocument, index: int) -> PageContent | None:
    """One page's content; None if the page is damaged."""
    page = pdfium_c.FPDF_LoadPage(document.raw, index)
    if not page:
        return None
    try:
        frame = _frame(page)
        text_page = pdfium_c.FPDFText_LoadPage(page) if frame else None
        if not frame or not text_page:
            return None
        try:
            return _content(page, text_page, index + 1, frame)
        finally:
            pdfium_c.FPDFText_ClosePage(text_page)
    finally:
        pdfium_c.FPDF_ClosePage(page)


def _content(
    page: pdfium_c.FPDF_PAGE, text_page: pdfium_c.FPDF_TEXTPAGE, number: int, frame: Frame
) -> PageContent:
    drawing = read_drawing(page, frame)
    runs, slanted = read_runs(text_page, frame, drawing.clipped)
    sideways = _sideways(runs)
    if sideways:
        # A landscape page printed without /Rotate: read, and placed, as it is meant to be held.
        frame = replace(frame, turns=(frame.turns - sideways) % 4)
        drawing = read_drawing(page, frame)
        runs, slanted = read_runs(text_page, frame, drawing.clipped)
    width, height = frame.size
    cut = count_characters(text_page) > MAX_CHARACTERS
    return PageContent(number, width, height, runs, drawing, slanted > 0, cut)


def _sideways(runs: list[Run]) -> int:
    """The quarter turns of nearly all of the page's text."""
    total = sum(len(run.text) for run in runs)
    for turn in (1, 2, 3):
        if sum(len(run.text) for run in runs if run.turn == turn) > _SIDEWAYS * total:
            return turn
    return 0


def _frame(page: pdfium_c.FPDF_PAGE) -> Frame | None:
    box = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDF_GetPageBoundingBox(page, box):
        return None
    turns = max(0, pdfium_c.FPDFPage_GetRotation(page)) % 4
    frame = Frame(box.left, box.bottom, box.right, box.top, turns)
    if not all(_SMALLEST_PAGE < side < _LARGEST_PAGE for side in frame.size):
        return None
    return frame
