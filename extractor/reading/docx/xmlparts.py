"""XML of the package, parsed without ever resolving an entity, and its names.

Strict documents carry other namespace addresses for the same words; they are rewritten before
parsing, so that one set of names serves both.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from extractor.reading.document import ReadingError

Element = etree._Element

_BASE = "http://schemas.openxmlformats.org/"
W = f"{{{_BASE}wordprocessingml/2006/main}}"
A = f"{{{_BASE}drawingml/2006/main}}"
WP = f"{{{_BASE}drawingml/2006/wordprocessingDrawing}}"
PIC = f"{{{_BASE}drawingml/2006/picture}}"
M = f"{{{_BASE}officeDocument/2006/math}}"
MC = f"{{{_BASE}markup-compatibility/2006}}"
PR = f"{{{_BASE}package/2006/relationships}}"
CT = f"{{{_BASE}package/2006/content-types}}"
V = "{urn:schemas-microsoft-com:vml}"
PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
VAL = W + "val"

# A 60-page report has some 300,000 tags. Each element takes some 300 bytes of memory, so ten times
# that stays within what an office machine has.
MAX_TAGS = 4_000_000
TOO_COMPLEX = "文档内容过多，不像正常的报告：请用 Word 或 WPS 打开后另存再试。"

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TABLE_STYLE = re.compile(rb'\s*<w:style [^<>]*w:type="table"')
_STYLE_END = b"</w:style>"
_FALSE = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Parsed:
    """A part's root; `whole` is False if broken markup had to be passed over."""

    root: Element
    whole: bool


def parse(data: bytes, most_tags: int = MAX_TAGS) -> Parsed | None:
    """The part's tree, as much of it as can be had."""
    data = _without_table_styles(_strict_as_transitional(_as_utf8(data)))
    if data.count(b"<") > most_tags:
        raise ReadingError("P101", TOO_COMPLEX)
    try:
        return Parsed(etree.fromstring(data, _parser(recover=False)), whole=True)
    except (etree.XMLSyntaxError, ValueError):
        pass
    try:
        root = etree.fromstring(data, _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError):
        return None
    return None if root is None else Parsed(root, whole=False)


def _parser(recover: bool) -> etree.XMLParser:
    # Without huge_tree libxml2 itself bounds depth (256), text length and entity expansion.
    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _as_utf8(data: bytes) -> bytes:
    for mark, encoding in (
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"<\x00", "utf-16-le"),
        (b"\x00<", "utf-16-be"),
    ):
        if data.startswith(mark):
            text = data.decode(encoding, "replace").removeprefix("\ufeff")
            return re.sub(r"^<\?xml[^>]{0,200}>", "", text).encode("utf-8", "replace")
    return data


def _strict_as_transitional(data: bytes) -> bytes:
    if b"purl.oclc.org/ooxml" not in data:
        return data
    return _STRICT.sub(_BASE.encode() + rb"\1/2006/", data)


def _without_table_styles(data: bytes) -> bytes:
    """Templates carry a hundred table styles, half of all there is to parse; none matters here."""
    if b'w:type="table"' not in data:
        return data
    kept = [piece for piece in data.split(_STYLE_END) if not _TABLE_STYLE.match(piece)]
    return _STYLE_END.join(kept)


def on(element: Element | None) -> bool:
    """Whether an on-off property stands there and is not switched off."""
    return element is not None and element.get(VAL, "1").lower() not in _FALSE


def child(parent: Element, tag: str) -> Element | None:
    """The first child with that tag: for short lists of properties, far cheaper than `find`."""
    for found in parent:
        if found.tag == tag:
            return found
    return None


def properties(parent: Element, tag: str) -> dict[str, Element]:
    """What the properties element of that name holds, by tag."""
    by_tag: dict[str, Element] = {}
    # It comes first, in rows behind w:tblPrEx: no need to look through what follows.
    for held in islice(parent, 2):
        if held.tag == tag:
            for item in held:
                by_tag[item.tag] = item
            break
    return by_tag


def value(parent: Element | None, name: str) -> str | None:
    """The `w:val` of the child element of that name."""
    found = None if parent is None else child(parent, W + name)
    return None if found is None else found.get(VAL)


def integer(text: str | None) -> int | None:
    """The number in an attribute; None for what is none or absurdly large."""
    try:
        number = int(text) if text is not None and len(text) < 12 else None
    except ValueError:
        return None
    return number
