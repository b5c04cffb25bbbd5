"""A page's bytes or text made an element tree, however broken or hostile the markup."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from extractor.reading.encodings import declared_charset, decoded

# A report's page is 20 kB to 3 MB with up to 60,000 tags (Word's export); beyond this the rest is
# left unread and said so.
MAX_MARKUP_CHARS = 16_000_000
MAX_TAGS = 600_000
# What stays of an embedded picture's data: enough to know that it is one.
_DATA_URI = re.compile(r"""(data:[\w/+.-]{0,40}(?:;[\w=-]{1,30}){0,3}),[^"'\s>)]{64,}""", re.I)
# `<` before a Chinese character opens no tag: 印发<政府信息公开…办法>的通知.
_FALSE_TAG = re.compile(r"<(?=/?[^\x00-\x7f])")
_PROLOG = re.compile(r"^\s*(?:<\?xml[^>]{0,200}\?>\s*)?")
_CONTROLS = bytes((*range(9), 11, 12, *range(14, 32), 127))
# What nests too deeply for the parser is nearly always formatting that was never closed.
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|big|em|font|i|ins|label|o:p|q|s|small|span|strong|sub|sup|u)\b[^<>]{0,2000}>",
    re.I,
)
_BLOCK_TAG = re.compile(
    r"</?(?:article|blockquote|center|dd|div|dl|dt|li|main|ol|section|ul)\b[^<>]{0,2000}>", re.I
)
# The parser stops at 256 open elements and drops the rest.
_TOO_DEEP = "depth"

# A page that begins with its root or body also closes it, or at least its last table.
_WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.I)
WHOLE_PAGE_CHARS = 50_000
_ENDING = re.compile(r"</(?:table|body|html)\s*>", re.I)

_HIDING = ("display", "visibility", "hid", "DISPLAY", "VISIBILITY", "HID", "Hid")

_BROKEN_OFF = "网页在表格中间中断，文件不完整：请重新下载或保存后再试。"
_CUT = "网页过长，后面的内容没有读取：请另存为只含报告正文的文件再试。"
_DEEP = "网页的标签嵌套过深，部分内容没有读出：请在浏览器中打开后另存为 PDF 再试。"


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page; `losses` says, for the user, what of it was not read."""

    root: etree._Element | None
    notes: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()
    may_hide: bool = True
    """False if the markup has no words that could hide an element."""


def page_from_bytes(data: bytes, declared: str | None = None) -> Page:
    """The page in `data`; `declared` is the character set an outer header names."""
    read = decoded(data, declared or declared_charset(data))
    page = page_from_text(read.text)
    if not read.replaced:
        return page
    note = f"有{read.replaced}个字符无法按{read.encoding}编码解读，显示为“�”，请对照原文件核对。"
    return Page(page.root, (note,), page.losses, page.may_hide)


def page_from_text(text: str) -> Page:
    """The page in `text`, with tags mistaken for text and embedded data out of the way."""
    if "data:" in text:
        text = _DATA_URI.sub(r"\1,", text)
    text, cut = _bounded(text)
    text = _FALSE_TAG.sub("&lt;", _PROLOG.sub("", text, count=1))
    root, deep = _parse(text)
    found = ((_CUT, cut), (_DEEP, deep), (_BROKEN_OFF, not cut and _breaks_off(text)))
    losses = tuple(message for message, lost in found if lost)
    return Page(root, (), losses, any(word in text for word in _HIDING))


def _breaks_off(text: str) -> bool:
    """Whether a whole page ends within a table: the rest of it, perhaps of a number, is lost."""
    tail = max(text.rfind("<table"), text.rfind("<TABLE"))
    if tail < 0 or not _WHOLE_PAGE.search(text, 0, WHOLE_PAGE_CHARS):
        return False
    return not _ENDING.search(text, tail)


def _bounded(text: str) -> tuple[str, bool]:
    tags = text.count("<")
    limit = min(MAX_MARKUP_CHARS, len(text) * MAX_TAGS // tags if tags > MAX_TAGS else len(text))
    return text[:limit], limit < len(text)


def _parse(text: str) -> tuple[etree._Element | None, bool]:
    """The tree, and whether content was lost; nesting is flattened only where it must be."""
    root, deep = _tree(text)
    if deep:
        text = _INLINE_TAG.sub("", text)
        root, deep = _tree(text)
    if deep:
        root, deep = _tree(_BLOCK_TAG.sub("<br><br>", text))
    return root, deep


def _tree(text: str) -> tuple[etree._Element | None, bool]:
    """The tree, and whether the parser gave up on its depth."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        data = text.encode("utf-8", "replace").translate(None, _CONTROLS)
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        root = None
    log = parser.error_log
    return root, len(log) > 0 and _TOO_DEEP in log[len(log) - 1].message
