"""Finding the parts of a package, and how long reading takes."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable

import pytest

from extractor.reading.document import ReadingError
from extractor.reading.docx import read_docx, read_flat_opc
from tests.reading.docx_parts import (
    content_types,
    document,
    files,
    p,
    packed,
    source,
    style,
    tbl,
    tc,
    tr,
)

BODY = (
    p("青禾县虚构局年度报告") + tbl(*[tr(tc("新收"), tc("12"), tc("0"))] * 4) + p("全年公开8条。")
)
STYLED = files(BODY + p("文", '<w:pStyle w:val="1"/>'), styles=style("1", "heading 1"))
OFFICE = re.compile(r"http://schemas.openxmlformats.org/(\w+)/2006/")
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
EXPECTED = ["青禾县虚构局年度报告", "全年公开8条。"]


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read_docx(source(data)).paragraphs]


def error(data: bytes) -> str:
    with pytest.raises(ReadingError) as caught:
        read_docx(source(data))
    assert re.search("[\u4e00-\u9fff]{6}", caught.value.message)
    return caught.value.code


@pytest.mark.parametrize(
    "main", ["word/document.xml", "word/document2.xml", "正文/body.xml", "d.xml"]
)
def test_the_main_part_is_where_the_package_says(main: str) -> None:
    contents = files(BODY, main=main)
    assert texts(packed(contents)) == EXPECTED
    absolute = {key: text.replace('Target="', 'Target="/', 1) for key, text in contents.items()}
    assert texts(packed(absolute)) == EXPECTED


def test_the_main_part_by_content_type_by_name_and_by_content() -> None:
    contents = files(BODY, main="word/document7.xml")
    without = {key: text for key, text in contents.items() if key != "_rels/.rels"}
    assert texts(packed(without)) == EXPECTED
    assert texts(packed({"word/document.xml": document(BODY)})) == EXPECTED
    assert texts(packed({"a/b.xml": "<x/>", "c/lost.bin": document(BODY)})) == EXPECTED


def test_names_in_other_case_and_with_backslashes() -> None:
    contents = files(BODY, styles=style("1", "heading 1"))
    renamed = {key.upper().replace("/", "\\"): text for key, text in contents.items()}
    assert texts(packed(renamed)) == EXPECTED


def test_strict_documents_and_other_encodings() -> None:
    strict = {
        name: OFFICE.sub(r"http://purl.oclc.org/ooxml/\1/", text) if name[0] == "w" else text
        for name, text in STYLED.items()
    }
    found = read_docx(source(packed(strict)))
    assert [(held.text, held.heading) for held in found.paragraphs][-1] == ("文", 1)
    assert len(found.tables) == 1
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "gb18030"):
        name = "UTF-16" if encoding.startswith("utf") else encoding
        text = document(BODY).replace("UTF-8", name)
        assert texts(packed({"word/document.xml": text.encode(encoding)})) == EXPECTED


def test_templates_and_macro_documents() -> None:
    for kind in (
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ):
        types = re.sub(
            'ContentType="[^"]*main.xml"', f'ContentType="{kind}"', content_types("x/y.xml")
        )
        assert texts(packed({"[Content_Types].xml": types, "x/y.xml": document(BODY)})) == EXPECTED


def test_flat_packages() -> None:
    parts = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{text.removeprefix(DECLARATION)}</pkg:xmlData>'
        "</pkg:part>"
        for name, text in STYLED.items()
        if name != "[Content_Types].xml"
    )
    picture = '<pkg:part pkg:name="/word/a.png"><pkg:binaryData>iVBOR</pkg:binaryData></pkg:part>'
    flat = (
        '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/'
        f'xmlPackage">{picture}{parts}</pkg:package>'
    )
    found = read_flat_opc(source(flat.encode()))
    assert [held.text for held in found.paragraphs] == [*EXPECTED, "文"]
    assert found.paragraphs[-1].heading == 1
    for broken in (b"<pkg:package", b"<html/>", b""):
        with pytest.raises(ReadingError):
            read_flat_opc(source(broken))


def test_what_is_no_package_or_has_no_document() -> None:
    assert error(b"not a zip at all" * 50) == "P101"
    assert error(b"PK\x03\x04") == "P101"
    assert error(packed({"xl/workbook.xml": "<workbook/>"})) == "P101"
    assert error(packed({"word/document.xml": "<w:document/>"})) == "P101"
    assert error(packed({"word/document.xml": "no markup"})) == "P101"


def test_a_locked_archive() -> None:
    data = bytearray(packed(files(BODY)))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    assert error(bytes(data)) == "P102"


def test_reading_takes_less_than_four_tenths_of_python_docx() -> None:
    docx = pytest.importorskip("docx")
    made = docx.Document()
    for _ in range(40):
        made.add_paragraph("本机关全年主动公开信息一百二十条，其中网站八十条，微信四十条。" * 4)
    for rows, columns in ((16, 4), (30, 10), (4, 15)):
        table = made.add_table(rows, columns)
        for row in table.rows:
            for cell in row.cells:
                cell.text = "0"
        table.cell(0, 0).merge(table.cell(2, 1))
    buffer = io.BytesIO()
    made.save(buffer)
    data = buffer.getvalue()

    def theirs() -> int:
        opened = docx.Document(io.BytesIO(data))
        length = sum(len(paragraph.text) for paragraph in opened.paragraphs)
        for table in opened.tables:
            length += sum(len(cell.text) for row in table.rows for cell in row.cells)
        return length

    def ours() -> int:
        return len(read_docx(source(data)).blocks)

    # Processor time, taken in turns: a busy machine slows both alike.
    rounds = [(_time(ours), _time(theirs)) for _ in range(8)]
    assert min(own for own, _ in rounds) <= 0.4 * min(other for _, other in rounds)


def _time(action: Callable[[], int]) -> float:
    begun = time.process_time()
    action()
    return time.process_time() - begun
