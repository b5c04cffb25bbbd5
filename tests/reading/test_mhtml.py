"""Web archives as browsers save them."""

from __future__ import annotations

import base64
import quopri
from pathlib import Path

import pytest

from extractor.reading.document import Document, ReadingError
from extractor.reading.html import read_mhtml
from extractor.reading.source import Source
from tests.reading import html_pages


def read(data: bytes) -> Document:
    return read_mhtml(Source(Path("x.mhtml"), data))


def lines(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_a_page_in_every_transfer_encoding(encoding: str, charset: str) -> None:
    document = read(html_pages.archive(html_pages.portal_page(), encoding, charset))
    assert document.format == "mhtml"
    assert lines(document) == html_pages.EXPECTED
    assert [len(table.cells) for table in document.tables] == [30, 215, 34]


def test_crlf_and_nested_multiparts() -> None:
    inner = html_pages.archive(html_pages.report_body())
    data = (
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"outer\"\n\n--outer\n"
        + inner + b"\n--outer--\n"
    ).replace(b"\n", b"\r\n")  # fmt: skip
    assert lines(read(data)) == html_pages.EXPECTED


def test_the_start_parameter_names_the_page() -> None:
    other = quopri.encodestring("<p>广告页</p>".encode())
    wanted = base64.b64encode(html_pages.report_body().encode())
    data = (
        b'Content-Type: multipart/related; type="text/html"; start="<b@x>"; boundary=X\n\n'
        b"--X\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n"
        b"Content-ID: <a@x>\n\n" + other + b"\n--X\nContent-Type: text/html; charset=utf-8\n"
        b"Content-Transfer-Encoding: base64\nContent-ID: <b@x>\n\n" + wanted + b"\n--X--\n"
    )
    assert lines(read(data)) == html_pages.EXPECTED


def test_a_frame_is_read_where_the_page_is_empty() -> None:
    frame = html_pages.report_body().encode()
    data = (
        b"Content-Type: multipart/related; boundary=X\n\n--X\nContent-Type: text/html\n\n"
        b"<iframe src='cid:1'></iframe>\n--X\nContent-Type: text/html; charset=utf-8\n\n"
        + frame + b"\n--X--"
    )  # fmt: skip
    assert lines(read(data)) == html_pages.EXPECTED


def test_a_page_under_an_archives_name() -> None:
    assert lines(read(html_pages.report_body().encode())) == html_pages.EXPECTED


@pytest.mark.parametrize("data", [b"", b"x" * 500, b"Content-Type: image/png\n\nabc"])
def test_without_a_page(data: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        read(data)
    assert caught.value.code == "P101"
    assert "重新保存" in caught.value.message


def test_a_byte_order_mark_in_front_of_the_headers() -> None:
    data = b"\xef\xbb\xbf" + html_pages.archive(html_pages.portal_page(), "base64", "utf-8")
    assert lines(read(data)) == html_pages.EXPECTED
