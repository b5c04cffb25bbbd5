"""The parts of an Open XML package and how they refer to each other."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from extractor.reading.document import ReadingError
from extractor.reading.docx.archive import Archive, open_archive
from extractor.reading.docx.xmlparts import CT, MAX_TAGS, PKG, PR, Element, Parsed, W, parse
from extractor.reading.source import MAX_UNPACKED_BYTES, Source

_MAIN_TYPE = re.compile(r"wordprocessingml\.(document|template)\.main|\.macroenabled.*\.main", re.I)
# Enough to see the root element's name after an XML declaration and a comment.
_PEEK_BYTES = 4096
# Content types and relationships are small; a body lost under another name is among the first few.
_MAX_PEEKS = 200
# Base64 of pictures: never text, and far over what the parser takes in one text node.
_BINARY = re.compile(rb"<pkg:binaryData>[^<]*</pkg:binaryData>")

NO_BODY = "文件中没有正文（document.xml 缺失或损坏）：请用 Word 或 WPS 打开并修复后另存为 DOCX。"
BROKEN_PART = "文档部分内容已损坏，读到的文字和表格可能不完整：请用 Word 或 WPS 修复后另存再读。"


@dataclass(frozen=True, slots=True)
class Reference:
    """A relationship: the last word of its type, and the part it points to."""

    kind: str
    target: str


@dataclass(slots=True)
class Package:
    """Parts by lower-case name, parsed when asked for; `notes` tells what was amiss."""

    names: tuple[str, ...]
    fetch: Callable[[str], Parsed | None]
    find_body: Callable[[], list[str]]
    notes: list[str] = field(default_factory=list)

    def xml(self, name: str) -> Element | None:
        """The part's root element, with a note if the part is damaged."""
        parsed = self.fetch(name)
        if parsed is None:
            return None
        if not parsed.whole and BROKEN_PART not in self.notes:
            self.notes.append(BROKEN_PART)
        return parsed.root

    @property
    def damaged(self) -> bool:
        return BROKEN_PART in self.notes

    def references(self, name: str) -> list[Reference]:
        """What the part refers to; the package itself has the empty name."""
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return []
        return [
            Reference(item.get("Type", "").rpartition("/")[2], _resolved(folder, item))
            for item in root.iter(PR + "Relationship")
            if item.get("TargetMode") != "External"
        ]

    def main(self) -> tuple[str, Element]:
        """The main document part: by reference, by content type, by name, by looking inside."""
        tried: set[str] = set()
        for name in self._candidates():
            if name in tried:
                continue
            tried.add(name)
            root = self.xml(name)
            body = None if root is None else next(root.iter(W + "body"), None)
            if body is not None:
                return name, body
        raise ReadingError("P101", NO_BODY)

    def _candidates(self) -> Iterator[str]:
        yield from (
            reference.target
            for reference in self.references("")
            if reference.kind == "officeDocument"
        )
        types = self.xml("[content_types].xml")
        if types is not None:
            for item in types.iter(CT + "Override"):
                if _MAIN_TYPE.search(item.get("ContentType", "")):
                    yield item.get("PartName", "").lstrip("/").lower()
        yield "word/document.xml"
        yield from self.find_body()


def _resolved(folder: str, item: Element) -> str:
    target = item.get("Target", "").replace("\\", "/")
    joined = posixpath.normpath(posixpath.join("/", folder, target))
    return joined.lstrip("/").lower()


def open_package(source: Source) -> Package:
    """The package in a ZIP archive."""
    archive = open_archive(source.data)
    # The limits hold for all parts together: a hostile package could have thousands.
    bytes_left, tags_left = MAX_UNPACKED_BYTES, MAX_TAGS

    def fetch(name: str) -> Parsed | None:
        nonlocal bytes_left, tags_left
        unpacked = archive.unpack(name, bytes_left)
        if unpacked is None:
            return None
        parsed = parse(unpacked.data, tags_left)
        bytes_left -= len(unpacked.data)
        tags_left -= unpacked.data.count(b"<")
        return parsed and Parsed(parsed.root, parsed.whole and unpacked.whole)

    package = Package(tuple(archive.entries), fetch, lambda: _bodies(archive))
    if archive.salvaged:
        package.notes.append(BROKEN_PART)
    return package


def _bodies(archive: Archive) -> list[str]:
    """Entries that look like a main document inside, whatever they are called."""
    found = []
    for name in list(archive.entries)[:_MAX_PEEKS]:
        head = archive.peek(name, _PEEK_BYTES).replace(b"\x00", b"")
        if re.search(rb"<\w*:?document[\s>]", head) and b"wordprocessingml" in head:
            found.append(name)
    return found


def open_flat(source: Source) -> Package:
    """The package written as one XML file (Word's "Flat OPC")."""
    parsed = parse(_BINARY.sub(b"", source.data))
    if parsed is None or parsed.root.tag != PKG + "package":
        raise ReadingError("P101", NO_BODY)
    parts: dict[str, Parsed] = {}
    for part in parsed.root.iter(PKG + "part"):
        content = part.find(PKG + "xmlData")
        if content is not None and len(content):
            name = part.get(PKG + "name", "").lstrip("/").lower()
            parts.setdefault(name, Parsed(content[0], parsed.whole))
    return Package(tuple(parts), parts.get, lambda: list(parts))
