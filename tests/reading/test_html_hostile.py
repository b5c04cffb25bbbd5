"""Broken and hostile pages: a Document, quickly."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from extractor.reading.document import Document, ReadingError
from extractor.reading.html import read_html, read_mhtml
from extractor.reading.source import Source
from tests.reading import html_pages

# Far above what a broken page takes (some 5 ms), far below what a quadratic step would.
SECONDS = 5.0


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes cut, flipped, with tags dropped or parts repeated."""
    kind = chance.randrange(4)
    at = chance.randrange(len(data))
    if kind == 0:
        return data[:at]
    if kind == 1:
        broken = bytearray(data)
        for _ in range(30):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        return bytes(broken)
    if kind == 2:
        parts = data.split(b"<")
        kept = [part for part in parts if chance.random() > 0.1]
        return b"<".join(kept)
    return data[:at] + data[max(0, at - 500) :]


def test_a_hundred_damaged_pages() -> None:
    data = html_pages.portal_page(html_pages.report_body("word")).encode()
    chance = random.Random(20240118)
    started = time.process_time()
    for _ in range(100):
        document = read_html(Source(Path("x.html"), damaged(data, chance)))
        assert isinstance(document, Document)
        for table in document.tables:
            assert all(c.row_span >= 1 and c.column_span >= 1 for c in table.cells)
    assert time.process_time() - started < SECONDS


def test_a_hundred_damaged_archives() -> None:
    data = html_pages.archive(html_pages.portal_page())
    chance = random.Random(20240119)
    for _ in range(100):
        try:
            read_mhtml(Source(Path("x.mht"), damaged(data, chance)))
        except ReadingError as error:
            assert error.code == "P101"  # noqa: PT017 — it may be read, too


@pytest.mark.parametrize(
    "piece",
    ["<p>", "<div>", "<table>", "<td>", "<tr><td rowspan=9999 colspan=9999>1", "<b><p>", "<!--",
    "<",
     "&", "<a b=c ", "\n \n", "<br>", "<p style='display:none'>", "data:a/b,", "<table><tr><td>0",
     "<p>一、总体情况</p>", "<script>", "<img src=x>"],
)  # fmt: skip
def test_endless_repetition_is_bounded(piece: str) -> None:
    data = (piece * (200_000 // len(piece))).encode()
    started = time.process_time()
    assert isinstance(read_html(Source(Path("x.html"), data)), Document)
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize(
    "data", [b"", b"\0", b" ", b"<", b"\xff\xfe", b"<!-- x", bytes(range(256))]
)
def test_next_to_nothing(data: bytes) -> None:
    assert isinstance(read_html(Source(Path("x.html"), data)), Document)
