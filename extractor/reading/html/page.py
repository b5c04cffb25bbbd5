"""A parsed page made a Document."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.reading.blocks import is_cut, is_numbered, paragraph
from extractor.reading.document import (
    Block,
    Document,
    Format,
    Paragraph,
    ReadingProblem,
)
from extractor.reading.html.furniture import publication_date
from extractor.reading.html.inline import BREAK
from extractor.reading.html.markup import Page
from extractor.reading.html.region import content_region
from extractor.reading.html.walk import Piece, pieces_of

# Lines are joined up to this length: real paragraphs have a few hundred characters.
LONGEST_JOINED = 5000

EMPTY = (
    "网页中没有正文文字，内容可能由脚本载入或只有图片：请在浏览器中打开网页，"
    "另存为 PDF 或“网页，单个文件”后再试。"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page gives: its blocks, the notes about it, and whether its report was found."""

    blocks: tuple[Block, ...]
    notes: tuple[str, ...]
    problems: tuple[ReadingProblem, ...]
    told: bool

    @property
    def text_length(self) -> int:
        return sum(
            len(block.text)
            if isinstance(block, Paragraph)
            else sum(len(cell.text) for cell in getattr(block, "cells", ()))
            for block in self.blocks
        )


def read_page(page: Page) -> Reading:
    """The report on a page: elements → pieces → content region → blocks."""
    problems = tuple(ReadingProblem("P104", message) for message in page.losses)
    if page.root is None:
        return Reading((), page.notes, problems, told=False)
    region = content_region(pieces_of(page.root, page.may_hide))
    blocks = [block for piece in region.pieces for block in _blocks(piece)]
    published = publication_date([*region.metadata, *_meta_dates(page)])
    notes = (*page.notes, f"发布日期：{published}") if published else page.notes
    return Reading(tuple(blocks), notes, problems, region.told)


def as_document(reading: Reading, kind: Format) -> Document:
    """The reading as a Document; a page without content says so."""
    notes = reading.notes if reading.blocks else (*reading.notes, EMPTY)
    return Document(kind, reading.blocks, notes=notes, problems=reading.problems)


def _meta_dates(page: Page) -> list[str]:
    """Dates in the meta elements that government sites must carry (PubDate)."""
    if page.root is None:
        return []
    return [
        f"发布日期：{meta.get('content') or ''}"
        for meta in page.root.iter("meta")
        if (meta.get("name") or "").lower() in ("pubdate", "publishdate", "firstpublishedtime")
    ]


def _blocks(piece: Piece) -> list[Block]:
    if piece.table is not None:
        return [piece.table]
    if piece.picture is not None:
        return [piece.picture]
    found: list[Block] = []
    for text in _paragraph_texts(piece.text):
        made = paragraph(text, piece.heading, piece.align)
        if made:
            found.append(made)
    return found


def _paragraph_texts(text: str) -> list[str]:
    """The paragraphs of a text with line breaks in it. A break ends a paragraph unless it cuts a
    sentence within a full line.
    """
    if BREAK not in text:
        return [text]
    found: list[str] = []
    joinable = False
    for line in text.split(BREAK):
        if not line.strip():
            joinable = False
            continue
        if joinable and len(found[-1]) < LONGEST_JOINED and _continues(found[-1], line):
            found[-1] = found[-1].rstrip() + line.strip()
        else:
            found.append(line)
        joinable = True
    return found


def _continues(before: str, line: str) -> bool:
    indent = len(line) - len(line.lstrip())
    return indent < 2 and is_cut(before.strip()) and not is_numbered(line.strip())
