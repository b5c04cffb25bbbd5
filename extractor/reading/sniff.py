"""What a file is, told by its content: extensions lie, above all after mail and web portals."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from extractor.reading import cfb
from extractor.reading.document import ReadingError
from extractor.reading.source import Source

Kind = Literal["pdf", "docx", "flat_opc", "doc", "wps", "rtf", "html", "mhtml", "txt", "md"]

_HEAD = 4096
# A text may hold a stray control character or two; a binary file is full of them.
_MAX_CONTROL_SHARE = 0.02

# Word's and WPS's own notes of who has a document open: 162 bytes, or a few more.
_LOCK_BYTES = 1024
_LOCK = "这是 Office 打开文件时留下的临时文件（~$…），不是报告：请提供文件名不带“~$”的原文件。"

_PICTURE = "这是一张图片：请用文字识别（OCR）软件转成 DOCX 或可检索的 PDF 后再试。"
_SAVE_AS = "请在原程序中打开并另存为 PDF 或 DOCX 后再试"
_FOREIGN = {
    b"Rar!": "RAR 压缩包不能直接读取：请解压后再试。",
    b"7z\xbc\xaf": "7z 压缩包不能直接读取：请解压后再试。",
    b"\x1f\x8b": "gzip 压缩文件不能直接读取：请解压后再试。",
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"BM": _PICTURE,
    b"II*\x00": _PICTURE,
    b"MM\x00*": _PICTURE,
    b"MZ": "这是一个程序文件，不是报告：请检查是否发错文件，切勿运行。",
}

# Chinese text in the right byte order is ideographs, CJK punctuation, and ASCII; in the wrong one,
# or in binary data, characters of all scripts mix.
_USUAL = re.compile(r"[\t\n\r\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef‘-”…—]").match
_MIN_USUAL_SHARE = 0.95

_TAG = re.compile(
    rb"<\s*(?:!doctype\s+html|html|head|body|meta|table|div|p|span|h[1-6]|title|font|center)\b",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(
    r"^(?:#{1,6}\s|\|.*\|\s*$|\|?\s*:?-{3,}:?\s*\||\*\*|!\[|```|[-*+]\s)", re.MULTILINE
)


def kind(source: Source) -> Kind:
    """The file's format, or a P-coded error for what cannot be a report."""
    data = source.data
    head = data[:_HEAD]
    if source.path.name.startswith("~$") and len(data) <= _LOCK_BYTES:
        raise ReadingError("P106", _LOCK)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(cfb.MAGIC):
        return _ole(source)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip(data)
    if head.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    for magic, message in _FOREIGN.items():
        if head.startswith(magic) and (len(magic) > 2 or _binary(head)):
            raise ReadingError("P106", message)
    return _text(source, head)


def _ole(source: Source) -> Kind:
    try:
        streams = cfb.root_names(source.data)
    except ReadingError:
        # What still holds a Word document is for the DOC reader and its fallback to decide.
        if "WordDocument".encode("utf-16-le") in source.data:
            return "doc"
        raise
    if "encryptedpackage" in streams:
        raise ReadingError("P102", "文件有打开密码：请用密码打开、取消加密并另存后再试。")
    if "worddocument" in streams:
        return "wps" if source.path.suffix.lower() in (".wps", ".wpt") else "doc"
    if streams & {"workbook", "book"}:
        raise ReadingError("P106", f"这是 Excel 表格，不是报告全文：{_SAVE_AS}。")
    if "powerpoint document" in streams:
        raise ReadingError("P106", f"这是 PowerPoint 演示文稿：{_SAVE_AS}。")
    raise ReadingError("P106", f"不认识的 Office 文件：{_SAVE_AS}。")


def _zip(data: bytes) -> Kind:
    names = _zip_names(data)
    lowered = {name.lower() for name in names}
    if any(name.startswith("word/") for name in lowered):
        return "docx"
    if "ofd.xml" in lowered:
        raise ReadingError("P106", "暂不支持 OFD 版式文件：请用阅读器导出为 PDF 后再试。")
    if any(name.startswith("xl/") for name in lowered):
        raise ReadingError("P106", f"这是 Excel 表格，不是报告全文：{_SAVE_AS}。")
    if any(name.startswith("ppt/") for name in lowered):
        raise ReadingError("P106", f"这是 PowerPoint 演示文稿：{_SAVE_AS}。")
    if "content.xml" in lowered:
        raise ReadingError("P106", f"暂不支持 OpenDocument 文件：{_SAVE_AS}。")
    if "[content_types].xml" in lowered or not names:
        return "docx"  # renamed or damaged parts: the DOCX reader tries, and says what is wrong
    raise ReadingError("P106", "这是 ZIP 压缩包：请解压后再试，或把压缩包交给 nianjian score。")


def _zip_names(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except Exception:
        # Truncated archives have lost their directory; the members' own headers still name them.
        found = re.findall(rb"PK\x03\x04.{22}(.)\x00..([\x20-\x7e]{1,80})", data, re.DOTALL)
        return [name[: length[0]].decode("ascii") for length, name in found]


def _binary(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return False
    control = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return control > len(head) * _MAX_CONTROL_SHARE


def _text(source: Source, head: bytes) -> Kind:
    # UTF-16 puts a zero beside every ASCII character: fold it away for the look at the tags.
    ascii_head = source.data[: 16 * _HEAD].replace(b"\x00", b"")
    start = ascii_head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if re.match(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}", start) and re.search(
        rb"^(?:mime-version|content-type:\s*multipart/)", start[:_HEAD], re.I | re.M
    ):
        return "mhtml"
    if start.startswith(b"<?xml") and b"<pkg:package" in start[:_HEAD]:
        return "flat_opc"
    if start.startswith(b"<?xml") and re.search(rb"<w:wordDocument", start[:_HEAD]):
        raise ReadingError("P106", f"这是 Word 2003 XML 文件：{_SAVE_AS}。")
    if not head.strip(b"\x00 \t\r\n"):
        raise ReadingError("P101", "文件没有任何内容：请重新下载或向报送单位索取。")
    if _binary(head) and not _utf16(head):
        raise ReadingError("P106", f"不认识的文件格式：{_SAVE_AS}。")
    if source.path.suffix.lower() in (".md", ".markdown"):
        return "md"
    return _markup(source, start)


def _markup(source: Source, start: bytes) -> Kind:
    suffix = source.path.suffix.lower()
    tags = len(_TAG.findall(start))
    if start.startswith(b"<") and tags:
        return "html"
    if suffix in (".html", ".htm", ".shtml", ".xhtml", ".jsp", ".aspx", ".asp") and tags:
        return "html"
    text = start.decode("utf-8", "ignore")
    if len(_MARKDOWN.findall(text)) >= 3:
        return "md"
    # A text that merely mentions a tag is text; a page without <html> is full of them.
    return "html" if tags >= 5 and suffix != ".txt" else "txt"


def _utf16(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    for codec in ("utf-16-le", "utf-16-be"):
        text = head[: len(head) // 2 * 2].decode(codec, "replace")
        usual = sum(_USUAL(char) is not None for char in text)
        if usual > len(text) * _MIN_USUAL_SHARE:
            return True
    return False
