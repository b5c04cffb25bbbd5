"""Package → styles and numbering → body, notes → document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractor.reading.document import (
    Block,
    Document,
    Paragraph,
    Picture,
    ReadingError,
    ReadingProblem,
    Table,
)
from extractor.reading.docx.body import FOREIGN_PART, StoryReader
from extractor.reading.docx.numbering import Numbering
from extractor.reading.docx.package import BROKEN_PART, NO_BODY, Package
from extractor.reading.docx.runs import RunReader
from extractor.reading.docx.styles import read_styles
from extractor.reading.docx.xmlparts import Element, W

# A page as a picture is at least half of A4 each way, in points.
_PAGE_WIDTH, _PAGE_HEIGHT = 250.0, 350.0
# Fewer characters than this beside such a picture are a caption or a stamp, no report.
_SCARCE_TEXT = 200

DAMAGED_TABLE = "文件已损坏，表中内容可能缺失或有误"
SCANNED = "文档中主要是图片，没有可读的文字：请提供文字版，或先作文字识别。"
ONLY_FOREIGN = "文档内容以其他格式嵌入（altChunk），无法直接读取：请用 Word 打开后另存为 DOCX。"
ONLY_HEADERS = "正文没有文字，读取的是页眉页脚。"


def read_package(package: Package) -> Document:
    """The package's main document with its notes."""
    name, body = package.main()
    parts = _Parts(package, name)
    story = _story_reader(parts)
    blocks = story.story(body)
    blocks += _notes(parts, story)
    remarks = list(story.remarks)
    if not _text_length(blocks) and not any(isinstance(block, Picture) for block in blocks):
        if FOREIGN_PART in remarks:
            raise ReadingError("P106", ONLY_FOREIGN)
        blocks = _headers(parts, story)
        if blocks:
            remarks.append(ONLY_HEADERS)
        elif package.damaged:
            raise ReadingError("P101", NO_BODY)
    if package.damaged:
        blocks = [_doubted(block) for block in blocks]
    notes = dict.fromkeys([*package.notes, *remarks])
    return Document("docx", tuple(blocks), None, tuple(notes), _problems(package, blocks, remarks))


class _Parts:
    """The parts that the main one refers to, by kind; by usual name where references are lost."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._folder = main.rpartition("/")[0]
        self._references = package.references(main)

    def all(self, kind: str) -> list[Element]:
        names = dict.fromkeys(item.target for item in self._references if item.kind == kind)
        if not names:
            usual = f"{self._folder}/{kind}.xml".lstrip("/")
            names = dict.fromkeys(name for name in self._package.names if name == usual)
        return [root for root in map(self._package.xml, names) if root is not None]

    def one(self, kind: str) -> Element | None:
        return next(iter(self.all(kind)), None)


def _story_reader(parts: _Parts) -> StoryReader:
    styles = read_styles(parts.one("styles"))
    numbering = Numbering(lambda: parts.one("numbering"), styles)
    return StoryReader(styles, numbering, RunReader(styles))


def _notes(parts: _Parts, story: StoryReader) -> list[Block]:
    """The foot- and endnotes that the text refers to, in that order."""
    blocks: list[Block] = []
    for kind in ("footnotes", "endnotes"):
        wanted = dict.fromkeys(key for mark, key in story.note_marks if mark == kind)
        root = parts.one(kind) if wanted else None
        if root is None:
            continue
        by_id = {note.get(W + "id", ""): note for note in root.iterfind(W + kind.removesuffix("s"))}
        for key in wanted:
            if key in by_id:
                blocks += story.story(by_id[key])
    return blocks


def _headers(parts: _Parts, story: StoryReader) -> list[Block]:
    return [
        block
        for kind in ("header", "footer")
        for root in parts.all(kind)
        for block in story.story(root)
    ]


def _doubted(block: Block) -> Block:
    """In a damaged file any digit may be missing."""
    if isinstance(block, Table):
        return replace(block, doubts=(*block.doubts, DAMAGED_TABLE))
    return block


def _problems(
    package: Package, blocks: Iterable[Block], remarks: Iterable[str]
) -> tuple[ReadingProblem, ...]:
    problems: list[ReadingProblem] = []
    if package.damaged:
        problems.append(ReadingProblem("P104", BROKEN_PART))
    problems += [ReadingProblem("P104", remark) for remark in remarks if remark != ONLY_HEADERS]
    if _is_scan(list(blocks)):
        problems.append(ReadingProblem("P103", SCANNED))
    return tuple(problems)


def _is_scan(blocks: list[Block]) -> bool:
    sizes = [
        (block.width or _PAGE_WIDTH, block.height or _PAGE_HEIGHT)
        for block in blocks
        if isinstance(block, Picture)
    ]
    length = _text_length(blocks)
    pages = [size for size in sizes if size[0] >= _PAGE_WIDTH and size[1] >= _PAGE_HEIGHT]
    return bool(pages and length < _SCARCE_TEXT) or bool(sizes and not length)


def _text_length(blocks: Iterable[Block]) -> int:
    length = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            length += len(block.text)
        elif isinstance(block, Table):
            length += sum(len(cell.text) for cell in block.cells)
    return length
