"""Text and Markdown files, as offices keep them and as converters print reports."""

from __future__ import annotations

from extractor.reading.document import Document, ReadingProblem
from extractor.reading.encodings import decoded
from extractor.reading.plain.lines import lines_of
from extractor.reading.plain.markdown import looks_marked, without_comments
from extractor.reading.plain.reader import blocks_of
from extractor.reading.source import Source

__all__ = ["read_md", "read_txt"]

# A report has some 10,000 characters; beyond this the rest is left unread and said so.
MAX_CHARS = 4_000_000
CUT = "文本过长，后面的内容没有读取：请只保留报告正文再试。"


def read_txt(source: Source) -> Document:
    """A text file; Markdown's marks count only where the file is evidently written in them."""
    text, notes, problems = _text(source)
    lines = lines_of(text)
    marked = looks_marked(lines)
    if marked:
        lines = lines_of(without_comments(text))
    return Document("txt", blocks_of(lines, marked), notes=notes, problems=problems)


def read_md(source: Source) -> Document:
    """A Markdown file."""
    text, notes, problems = _text(source)
    lines = lines_of(without_comments(text))
    return Document("md", blocks_of(lines, marked=True), notes=notes, problems=problems)


def _text(source: Source) -> tuple[str, tuple[str, ...], tuple[ReadingProblem, ...]]:
    """The file's text, and what there is to say about reading it."""
    read = decoded(source.data)
    notes: tuple[str, ...] = ()
    if read.replaced:
        notes = (
            f"有{read.replaced}个字符无法按{read.encoding}编码解读，显示为“�”，请对照原文件核对。",
        )
    problems = (ReadingProblem("P104", CUT),) if len(read.text) > MAX_CHARS else ()
    return read.text[:MAX_CHARS], notes, problems
