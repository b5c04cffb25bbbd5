"""A read file against its gold: the printed cells of the three tables, and the running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from evaluation.forms import APPLICANTS
from evaluation.gold import Gold
from evaluation.render.grid import Grid
from evaluation.render.layout import Block, Para
from extractor.reading.characters import normalise
from extractor.reading.document import Document
from extractor.report.record import Record

_BLANKS = re.compile(r"\s+")


def plain(text: str) -> str:
    """A text without blanks and with characters in their usual form."""
    return _BLANKS.sub("", normalise(text))


@dataclass(slots=True)
class Score:
    """Counts over one or more files."""

    files: int = 0
    failed: int = 0
    cells: int = 0
    right: int = 0
    unread: int = 0
    """Cells without a text: their table or row was not read, so nobody is misled."""
    wrong: int = 0
    """Cells with another text than the printed one: the dangerous kind."""
    flagged: int = 0
    """P104: tables that the product says it could not read safely."""
    paragraphs: int = 0
    found: int = 0
    foreign: int = 0
    """Paragraphs read that the report does not have (menus, page numbers, broken text)."""
    misses: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def raw_cells(record: Record) -> dict[tuple[str, str, str], str | None]:
    """Every cell of the record as printed, by table, row and column."""
    found: dict[tuple[str, str, str], str | None] = {}
    tables = record.tables
    for name, table in (("disclosure", tables.disclosure), ("disputes", tables.disputes)):
        for row, columns in (table.raw if table is not None else {}).items():
            found.update({(name, row, column): text for column, text in columns.items()})
    if tables.applications is not None:
        for row, texts in tables.applications.raw.items():
            for column, text in zip(APPLICANTS, texts, strict=True):
                found["applications", row, column] = text
    return found


def score_tables(gold: Gold, record: Record) -> Score:
    """The three tables of one file, cell by cell."""
    score = Score(files=1, failed=int(record.status == "failed"))
    score.flagged = sum(flag.code == "P104" for flag in record.flags)
    read = raw_cells(record)
    for place, expected in _gold_cells(gold):
        text = read.pop(place, None)
        score.cells += 1
        if text is not None and plain(text) == plain(expected):
            score.right += 1
            continue
        score.unread += text is None
        score.wrong += text is not None
        score.misses.append(f"{'/'.join(place)}: printed {expected!r}, read {text!r}")
    for place, text in read.items():
        if text is not None:
            score.wrong += 1
            score.misses.append(f"{'/'.join(place)}: not printed, read {text!r}")
    return score


def _gold_cells(gold: Gold) -> Iterator[tuple[tuple[str, str, str], str]]:
    for table, rows in gold.raw_tables().items():
        for row, columns in rows.items():
            for column, text in columns.items():
                yield (table, row, column), text


def score_text(blocks: list[Block], document: Document) -> Score:
    """Which printed paragraphs the document has exactly; a title's lines may have been joined."""
    read = Counter(plain(paragraph.text) for paragraph in document.paragraphs)
    read.pop("", None)
    expected = _paragraphs(blocks, read)
    score = Score(paragraphs=expected.total(), found=(expected & read).total())
    # Text in a full-width row between fused tables may be told as a paragraph as well.
    read -= Counter(plain(text) for text in _prose_cells(blocks))
    score.foreign = (read - expected).total()
    score.misses = [f"paragraph not found: {text[:60]}" for text in (expected - read).elements()]
    score.misses += [f"paragraph too many: {text[:60]}" for text in (read - expected).elements()]
    return score


def _prose_cells(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from (cell.text for cell in block.cells if cell.role == "prose")


def _paragraphs(blocks: list[Block], read: Counter[str]) -> Counter[str]:
    lines = [block for block in blocks if not isinstance(block, Grid)]
    title = "".join(plain(line.text) for line in lines if line.kind == "title")
    if not read[title]:
        return Counter(plain(line.text) for line in lines)
    rest = [Para("title", title), *(line for line in lines if line.kind != "title")]
    return Counter(plain(line.text) for line in rest)
