"""What cannot be read is said, with a code; nothing is guessed, nothing hangs."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.reading.document import Document, Picture, ReadingError
from extractor.reading.pdf import read_pdf
from extractor.reading.source import MAX_PAGES, Source
from tests.building import texts
from tests.reading.pdf_drawn import Sheet, drawn, read

DATA = Path(__file__).parent / "data" / "pdf"
WHOLE_PAGE = "q 595 0 0 842 0 0 cm /Im Do Q"


def read_bytes(data: bytes) -> Document:
    return read_pdf(Source(Path("report.pdf"), data))


def outcome(data: bytes) -> str:
    try:
        read_bytes(data)
    except ReadingError as error:
        return error.code
    return "read"


def code_of(data: bytes) -> str:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data)
    assert "请" in caught.value.message
    return caught.value.code


def test_damaged_files() -> None:
    data = (DATA / "libreoffice.pdf").read_bytes()
    assert code_of(data[: len(data) // 2]) == "P101"
    assert code_of(b"no PDF at all") == "P101"
    assert code_of(drawn()) == "P101"


def test_a_password_is_asked_for() -> None:
    assert code_of(drawn(Sheet(), password=b"x")) == "P102"


def test_a_broken_index_is_repaired_and_noted() -> None:
    sheet = Sheet()
    sheet.text(60, 100, "正文内容。")
    document = read_bytes(drawn(sheet).replace(b"startxref\n", b"startxref\n9"))
    assert document.paragraphs[0].text == "正文内容。"
    assert "索引已损坏" in document.notes[0]


def test_scanned_pages_are_named_in_one_problem() -> None:
    text = Sheet()
    text.text(60, 100, "正文内容。")
    scans = [Sheet(image=True, operators=[WHOLE_PAGE]) for _ in range(3)]
    document = read(text, *scans)
    (problem,) = document.problems
    assert problem.code == "P103"
    assert "第2—4页" in problem.message
    assert [type(block) for block in document.blocks].count(Picture) == 3


def test_a_scan_with_recognised_text_is_read_with_a_note() -> None:
    sheet = Sheet(image=True, operators=[WHOLE_PAGE + " 3 Tr"])
    for line in range(4):
        sheet.text(60, 100 + 20 * line, "识别出来的文字共计十三个字")
    document = read(sheet)
    assert document.problems == ()
    assert "OCR" in document.notes[0]
    assert "识别出来的文字" in document.paragraphs[0].text


def test_a_picture_in_the_text_keeps_its_place() -> None:
    sheet = Sheet(image=True, operators=["q 400 0 0 200 60 400 cm /Im Do Q"])
    sheet.text(60, 100, "表格如下：")
    _, picture = read(sheet).blocks
    assert isinstance(picture, Picture)
    assert picture.place is not None
    assert picture.place.box is not None
    assert (picture.width, picture.place.box.top) == (400, 242)


def test_glyphs_without_a_mapping_are_doubted_not_guessed() -> None:
    # An Identity-H font without ToUnicode: PDFium would give the glyph number 0x31 as "1".
    sheet = Sheet()
    sheet.grid([60, 160, 200], [100, 120])
    sheet.text(64, 114, "许可")
    sheet.operators.append("BT /F2 10 Tf 1 0 0 1 164 728 Tm <00310032> Tj ET")
    data = drawn(sheet).replace(b"/UniGB-UCS2-H", b"/Identity-H  ").replace(b"(GB1)", b"(Own)")
    (table,) = read_bytes(data).tables
    assert table.cells[1].text == "\ufffd\ufffd"
    assert "字体缺失" in table.doubts[0]


def test_a_table_without_lines_is_read_only_if_two_readers_agree() -> None:
    sheet = Sheet()
    for number in range(4):
        sheet.row([60, 200, 300, 400], 100 + 20 * number, [f"item {number}", "12", "7", "305"])
    (table,) = read(sheet).tables
    assert not table.aligned
    assert "没有表格线" in table.doubts[0]
    assert texts(table)[0] == ["item 0", "12", "7", "305"]


def test_a_table_without_lines_and_with_wrapped_labels_is_not_guessed() -> None:
    sheet = Sheet()
    for number in range(4):
        sheet.row([60, 200, 300, 400], 100 + 30 * number, [f"item {number}", "12", "7", "305"])
        sheet.text(64, 114 + 30 * number, "goes on here")
    document = read(sheet)
    assert document.tables == []
    assert [problem.code for problem in document.problems] == ["P104"]
    assert any("item 0" in paragraph.text for paragraph in document.paragraphs)


def test_cells_that_are_no_rectangles_are_a_problem() -> None:
    sheet = Sheet()
    for x in (60, 260):
        sheet.line(x, 100, x, 160)
    for y in (100, 160):
        sheet.line(60, y, 260, y)
    sheet.line(160, 100, 160, 130)
    sheet.line(60, 130, 160, 130)
    sheet.line(210, 130, 210, 160)
    sheet.row([60, 160], 120, ["12", "34"])
    document = read(sheet)
    assert document.tables == []
    assert [problem.code for problem in document.problems] == ["P104"]
    assert "34" in document.paragraphs[0].text


def test_only_the_first_pages_of_an_endless_file_are_read() -> None:
    sheet = Sheet()
    sheet.text(60, 100, "正文内容。")
    document = read(*[sheet] * (MAX_PAGES + 1))
    assert document.pages == MAX_PAGES + 1
    assert f"只读入前{MAX_PAGES}页" in document.notes[0]


def test_a_page_full_of_lines_ends_quickly() -> None:
    sheet = Sheet()
    for step in range(1_600):
        sheet.line(0, 0.5 * step, 595, 0.5 * step)
        sheet.line(0.3 * step, 0, 0.3 * step, 842)
    assert read(sheet).pages == 1


@pytest.mark.parametrize("producer", ["libreoffice", "chromium"])
def test_broken_variants_end_in_a_document_or_a_code(producer: str) -> None:
    whole = (DATA / f"{producer}.pdf").read_bytes()
    dice = random.Random(7)
    for attempt in range(30):
        data = bytearray(whole)
        if attempt % 3 == 0:
            del data[dice.randrange(len(data)) :]
        elif attempt % 3 == 1:
            for _ in range(dice.choice([1, 20, 300])):
                data[dice.randrange(len(data))] = dice.randrange(256)
        else:
            start = dice.randrange(len(data))
            del data[start : start + dice.choice([1, 50, 2_000])]
        assert outcome(bytes(data)) in ("read", "P101"), attempt


def test_pdfplumber_is_not_imported_for_ordinary_files() -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from extractor.reading.pdf import read_pdf\n"
        "assert 'pypdfium2' not in sys.modules\n"
        "from extractor.reading.source import load\n"
        f"read_pdf(load(Path({str(DATA / 'libreoffice.pdf')!r})))\n"
        "assert 'pdfplumber' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
