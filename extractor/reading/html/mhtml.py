"""Web archives: the page among a MIME message's parts."""

from __future__ import annotations

import base64
import binascii
import codecs
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser

from extractor.reading.document import ReadingError
from extractor.reading.html.frames import FRAME_PAGE_CHARS
from extractor.reading.html.markup import page_from_bytes
from extractor.reading.html.page import Reading, read_page

# Browsers nest one or two levels; pages have some hundred parts (pictures, style sheets).
MOST_LEVELS = 6
MOST_PARTS = 3000
# Other pages of an archive that are looked at when its first one has no text (frames).
MOST_PAGES = 8

NO_PAGE = "网页归档文件（MHTML）中找不到网页正文：文件可能不完整，请重新保存或改存为 PDF 再试。"
_HEAD_END = re.compile(rb"\r?\n[ \t]*\r?\n")
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|body|table|p)\b", re.I)
_HEAD_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class _Part:
    """One part: its headers and its body as sent."""

    head: Message
    body: bytes


def read_parts(data: bytes) -> Reading:
    """The archive's page; if that has no text, the fullest of its frames."""
    pages = _pages(data)
    if not pages:
        raise ReadingError("P101", NO_PAGE)
    best: Reading | None = None
    for part in pages[:MOST_PAGES]:
        reading = read_page(page_from_bytes(_content(part), part.head.get_content_charset()))
        if best is None or reading.text_length > best.text_length:
            best = reading
        if best.told or best.text_length > FRAME_PAGE_CHARS:
            break
    assert best is not None
    return best


def _pages(data: bytes) -> list[_Part]:
    """The parts that are HTML, the one the archive starts with first."""
    top = _part(data)
    parts = list(_leaves(top, MOST_LEVELS))
    start = str(top.head.get_param("start") or "").strip("<> ")
    pages = [
        part
        for part in parts
        if part.head.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    pages.sort(
        key=lambda part: not (start and (part.head.get("Content-ID") or "").strip("<> ") == start)
    )
    if not pages and _MARKUP.search(data, 0, _HEAD_BYTES):
        # A page saved under the archive's name, without any MIME headers.
        return [_Part(Message(), data)]
    return pages


def _part(data: bytes) -> _Part:
    data = data.removeprefix(codecs.BOM_UTF8).lstrip()
    end = _HEAD_END.search(data, 0, _HEAD_BYTES)
    if end is None:
        return _Part(Message(), data)
    head = BytesHeaderParser().parsebytes(data[: end.end()])
    return _Part(head, data[end.end() :])


def _leaves(part: _Part, levels: int) -> Iterator[_Part]:
    """The parts that hold no further parts, in order."""
    boundary = part.head.get_boundary()
    if part.head.get_content_maintype() != "multipart" or not boundary or not levels:
        yield part
        return
    mark = b"--" + boundary.encode("utf-8", "replace")
    for index, piece in enumerate((b"\n" + part.body).split(b"\n" + mark)):
        if index == 0:
            continue
        if index > MOST_PARTS or piece.startswith(b"--"):
            return
        yield from _leaves(_part(piece), levels - 1)


def _content(part: _Part) -> bytes:
    """The part's body, decoded as far as it can be."""
    encoding = str(part.head.get("Content-Transfer-Encoding") or "").strip().lower()
    if encoding == "quoted-printable":
        return quopri.decodestring(part.body)
    if encoding == "base64":
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", part.body)
        try:
            return base64.b64decode(letters[: len(letters) // 4 * 4] + _tail(letters))
        except binascii.Error:
            return b""
    return part.body


def _tail(letters: bytes) -> bytes:
    """The last, incomplete group of base64 letters with its padding."""
    rest = letters[len(letters) // 4 * 4 :]
    return rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b""
