"""Word's binary format of 1997 to 2003 (.doc), which old WPS writes as .wps."""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from typing import Literal

from extractor.reading import office
from extractor.reading.cfb import root_streams
from extractor.reading.doc import fib as parts
from extractor.reading.doc.fib import parse_fib
from extractor.reading.doc.fkps import character_runs, paragraph_runs
from extractor.reading.doc.formats import Formats
from extractor.reading.doc.numbering import read_numbering
from extractor.reading.doc.pictures import is_scan, read_pictures
from extractor.reading.doc.pieces import read_characters
from extractor.reading.doc.printed import read_fonts, read_printed
from extractor.reading.doc.sprms import Budget
from extractor.reading.doc.story import Reader
from extractor.reading.doc.styles import read_styles
from extractor.reading.document import Block, Document, ReadingError, ReadingProblem, Table
from extractor.reading.source import Source

__all__ = ["Content", "read_doc", "read_streams"]

_SCANNED = "文档中主要是图片，没有可读的文字：请提供文字版，或先作文字识别。"
_DAMAGED_TABLE = "文件已损坏，表中内容可能缺失或有误"
_INCOMPLETE = "文件结构有损坏，读到的文字和表格可能不完整：请对照原文件。"
_REPAIRED = "文件结构有损坏，由 LibreOffice 修复后读取，内容可能不全：请对照原文件。"


def read_doc(source: Source, format: Literal["doc", "wps"]) -> Document:
    """The document; where it is too old or damaged, as LibreOffice reads it, if there is one."""
    try:
        content = read_streams(_streams(source.data))
    except ReadingError as error:
        if error.code == "P102" or not office.available():
            raise
        return _by_office(source, format, error)
    problems = [ReadingProblem("P103", _SCANNED)] if is_scan(content.blocks) else []
    document = Document(format, tuple(content.blocks), problems=tuple(problems))
    return document if content.whole else _doubted(document, _INCOMPLETE)


def _by_office(source: Source, format: Literal["doc", "wps"], error: ReadingError) -> Document:
    try:
        document = office.read_by_office(source, format)
    except ReadingError:
        raise error from None
    if error.code == "P106":  # an old version: LibreOffice knows it, nothing is damaged
        return document
    return _doubted(document, _REPAIRED)


def _doubted(document: Document, problem: str) -> Document:
    """In a damaged file any digit may be missing."""
    blocks = tuple(
        replace(block, doubts=(*block.doubts, _DAMAGED_TABLE))
        if isinstance(block, Table)
        else block
        for block in document.blocks
    )
    problems = (*document.problems, ReadingProblem("P104", problem))
    return replace(document, blocks=blocks, problems=problems)


def _streams(data: bytes) -> dict[str, bytes]:
    return root_streams(data, ("WordDocument", "0Table", "1Table", "Data"))


@dataclass(frozen=True, slots=True)
class Content:
    """What was read; `whole` is False if parts of the file are missing or senseless."""

    blocks: list[Block]
    whole: bool


def read_streams(streams: dict[str, bytes]) -> Content:
    """Body, text boxes and notes; P-coded errors for what cannot be read."""
    try:
        return _read(streams)
    except (struct.error, IndexError) as error:
        raise ReadingError(
            "P101", "文件已损坏（内部结构不完整）：请重新获取原文件，或另存为 PDF 后再试。"
        ) from error


def _read(streams: dict[str, bytes]) -> Content:
    word, data = streams.get("WordDocument", b""), streams.get("Data", b"")
    fib = parse_fib(word)
    table = streams.get(fib.table_stream) or streams.get("0Table") or streams.get("1Table") or b""

    characters = read_characters(fib.part(parts.PIECES, table), word)
    styles = read_styles(fib.part(parts.STYLES, table))
    paragraphs = paragraph_runs(fib.part(parts.PARAGRAPH_FORMATS, table), word)
    runs = character_runs(fib.part(parts.RUN_FORMATS, table), word)
    fonts = read_fonts(fib.part(parts.FONTS, table))
    budget = Budget()
    formats = Formats(characters, paragraphs, styles, data, budget)
    reader = Reader(
        printed=read_printed(characters, runs, styles, fonts, budget),
        formats=formats,
        styles=styles,
        numbering=read_numbering(
            fib.part(parts.LISTS, table),
            fib.after(parts.LISTS, table),
            fib.part(parts.LIST_OVERRIDES, table),
        ),
        pictures=read_pictures(
            data, fib.part(parts.SHAPES, table), fib.part(parts.TEXT_BOXES, table)
        ),
    )
    length = len(characters.text)
    # Some converters leave the lengths out: then all that is stored is the body.
    ranges = fib.stories.ranges() if fib.stories.main else [(0, length)]
    stories = [(min(start, length), min(end, length)) for start, end in ranges]
    blocks = [block for start, end in stories for block in reader.blocks(start, end)]
    complete = fib.stories.main <= length and not any(
        "\0" in characters.text[start:end] for start, end in stories
    )
    return Content(blocks, complete and paragraphs.whole and runs.whole and not formats.missing)
