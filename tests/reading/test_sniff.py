"""A file is what it contains, whatever it is called."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from extractor.reading import ReadingError, read
from extractor.reading.sniff import kind
from extractor.reading.source import Source

PAGE = "<html><head><title>年报</title></head><body><p>正文</p></body></html>"


def told(data: bytes, name: str = "报告") -> str:
    return kind(Source(Path(name), data))


def refused(data: bytes, name: str = "报告") -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        told(data, name)
    return caught.value


def packed(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            # Without the time of writing: the bytes name the test, in each worker the same.
            archive.writestr(zipfile.ZipInfo(name), "x" * 20)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"%PDF-1.7\n", "a.doc", "pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.4", "a.pdf", "pdf"),
        (packed("[Content_Types].xml", "word/document.xml"), "a.doc", "docx"),
        (packed("word/document.xml")[:40], "a.docx", "docx"),
        (rb"{\rtf1\ansi", "a.doc", "rtf"),
        (PAGE.encode(), "a.doc", "html"),
        (PAGE.encode("gb18030"), "a", "html"),
        (PAGE.encode("utf-16"), "a", "html"),
        (b"<table><tr><td>1</td></tr></table>", "a.htm", "html"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x",
            "a.doc",
            "mhtml",
        ),
        (b"From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n", "a.mht", "mhtml"),
        ("一、总体情况\n正文".encode(), "a.txt", "txt"),
        ("一、总体情况\n正文".encode("gb18030"), "a.pdf", "txt"),
        ("一、总体情况\n正文2023年".encode("utf-16"), "a", "txt"),
        ("一、总体情况\n2023年 12 条\n".encode("utf-16-le"), "a", "txt"),
        ("# 标题\n\n## 一、总体情况\n\n## 二、主动\n".encode(), "a.txt", "md"),
        ("一、总体情况".encode(), "a.md", "md"),
        ("印发<管理办法>的通知，用 <p> 标签\n".encode(), "a.txt", "txt"),
        (b"BMW: a text that only begins like a picture", "a.txt", "txt"),
        (b"<?xml version='1.0'?><pkg:package xmlns:pkg='x'>", "a.xml", "flat_opc"),
    ],
)
def test_formats(data: bytes, name: str, expected: str) -> None:
    assert told(data, name) == expected


@pytest.mark.parametrize(
    ("data", "code", "hint"),
    [
        (packed("OFD.xml", "Doc_0/Document.xml"), "P106", "PDF"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "P106", "Excel"),
        (packed("ppt/presentation.xml"), "P106", "PowerPoint"),
        (packed("content.xml", "mimetype"), "P106", "OpenDocument"),
        (packed("年报/某局.pdf"), "P106", "解压"),
        (b"Rar!\x1a\x07\x00", "P106", "解压"),
        (b"7z\xbc\xaf\x27\x1c", "P106", "解压"),
        (b"\x89PNG\r\n\x1a\n", "P106", "OCR"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "P106", "OCR"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "P106", "程序"),
        (bytes(range(256)) * 4, "P106", "另存"),
        (b"\x00" * 500, "P101", "内容"),
        (b"  \n\n ", "P101", "内容"),
    ],
)
def test_what_is_no_report_says_what_to_do(data: bytes, code: str, hint: str) -> None:
    error = refused(data)
    assert error.code == code
    assert hint in error.message


def test_an_empty_or_missing_file_is_told(tmp_path: Path) -> None:
    empty = tmp_path / "空.pdf"
    empty.touch()
    for path in (empty, tmp_path / "没有.pdf"):
        with pytest.raises(ReadingError) as caught:
            read(path)
        assert caught.value.code == "P101"


def test_office_lock_files_are_no_reports() -> None:
    data = b"\x06admin" + b"\0" * 156
    assert "临时文件" in refused(data, "~$年报.docx").message
