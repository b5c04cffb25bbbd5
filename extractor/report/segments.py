"""Which lines of the document's tables belong to which statutory table.

Two statutory tables may be fused into one, one may be split in several, and a report may hold
other tables too: so every line is told apart by its own words, and a table counts only if it says
enough that only the form says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from extractor.reading.blocks import is_section_title
from extractor.reading.document import Cell, Document, Paragraph, Table
from extractor.report.forms import (
    APPLICATION_ROWS,
    APPLICATIONS_HEADER,
    DISCLOSURE_ARTICLE,
    DISCLOSURE_COLUMNS,
    DISCLOSURE_CONTENT,
    DISCLOSURE_ROWS,
    DISPUTE_GROUP_LABELS,
    DISPUTE_RESULT_LABELS,
    DISPUTE_SUITS,
    GROUPS,
    TableKey,
    applicant_keys,
    squash,
)

# The longest label of the form has 40 characters; a cell much longer is narrative in a layout.
_MAX_LABEL = 60
# So many different rows of table three are no accident; a table that merely mentions 信访 or
# 重复申请 has one or two.
_MIN_APPLICATION_ROWS = 3
_MIN_APPLICANTS = 4
_MIN_DISPUTE_RESULTS = 4
_SENTENCE_ENDS = ("。", "：", ":", "；")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table as it stands in the document."""

    cells: tuple[Cell, ...]
    table: Table
    words: tuple[str, ...]
    """The cells' squashed texts; too long ones, which cannot be labels, as blank."""

    @property
    def aligned(self) -> bool:
        return self.table.aligned


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive lines of one table of the document that belong to one statutory table."""

    key: TableKey
    lines: tuple[Line, ...]

    @property
    def table(self) -> Table:
        return self.lines[0].table


def segments(document: Document) -> list[Segment]:
    """The document's tables cut into their statutory parts, in reading order."""
    found: list[Segment] = []
    previous: TableKey | None = None
    for block in document.blocks:
        if isinstance(block, Paragraph) and _ends_table(block.text):
            previous = None
        elif isinstance(block, Table):
            for segment in _cut(block, previous):
                found.append(segment)
                previous = segment.key
    return found


def _ends_table(text: str) -> bool:
    """Whether what stands behind a paragraph is no part of the table before it.

    Captions, a label that slipped out of the grid, or 续表 stand between a table's parts too.
    """
    return text.endswith(_SENTENCE_ENDS) or is_section_title(text.strip())


def lines_of(table: Table) -> list[Line]:
    lines = []
    for cells in filter(None, table.rows()):
        words = (squash(cell.text) for cell in cells)
        short = tuple(word if len(word) <= _MAX_LABEL else "" for word in words)
        lines.append(Line(tuple(cells), table, short))
    return lines


def _cut(table: Table, previous: TableKey | None) -> Iterator[Segment]:
    lines = lines_of(table)
    kinds = [_kind(line) for line in lines]
    # What stands in front of a table's first words of its own continues the one before.
    first = next(filter(None, kinds), previous)
    current = previous if first == previous else None
    filled: list[TableKey | None] = []
    for kind in kinds:
        current = kind or current
        filled.append(current)
    start = 0
    for key, run in groupby(filled):
        size = len(list(run))
        part = lines[start : start + size]
        start += size
        if key is not None and (key == previous or _says_enough(key, part)):
            yield Segment(key, tuple(part))


def _kind(line: Line) -> TableKey | None:
    words = [word for word in line.words if word]
    if any(DISCLOSURE_ARTICLE.search(word) or DISCLOSURE_CONTENT.search(word) for word in words):
        return "disclosure"
    if any(APPLICATIONS_HEADER.search(word) for word in words):
        return "applications"
    if any(_dispute_word(word) for word in words):
        return "disputes"
    if any(application_keys(word) for word in words) or any(
        pattern.search(word) for pattern in GROUPS.values() for word in words
    ):
        return "applications"
    if words and any(row.names(word) for row in DISCLOSURE_ROWS for word in words[:2]):
        return "disclosure"
    return None


# The same labels stand in every report and are asked for many times in each; what is longer than
# any label is not kept, or a hostile file could fill the memory.
_remembered = lru_cache(maxsize=4096)
_LONGEST_LABEL = 80


def application_keys(word: str) -> list[str]:
    """The rows of table three that a squashed label may name; bare 总计 and 其他 say too little."""
    return list(_keys(word) if len(word) <= _LONGEST_LABEL else _keys.__wrapped__(word))


@_remembered
def _keys(word: str) -> tuple[str, ...]:
    return tuple(
        row.key
        for row in APPLICATION_ROWS
        if row.names(word) and (row.key not in ("total", "other.other") or word[0] in "七3")
    )


def _dispute_word(word: str) -> bool:
    short = len(word) <= _LONGEST_LABEL
    return _names_dispute(word) if short else _names_dispute.__wrapped__(word)


@_remembered
def _names_dispute(word: str) -> bool:
    if DISPUTE_SUITS.search(word) or DISPUTE_GROUP_LABELS["review"].search(word):
        return True
    return any(
        pattern.search(word)
        for key, pattern in (DISPUTE_RESULT_LABELS | DISPUTE_GROUP_LABELS).items()
        if key not in ("total", "review")
    )


def _says_enough(key: TableKey, lines: list[Line]) -> bool:
    words = [word for line in lines for word in line.words if word]
    if key == "disclosure":
        return any(
            DISCLOSURE_ARTICLE.search(word) or any(p.search(word) for p, _, _ in DISCLOSURE_COLUMNS)
            for word in words
        )
    if key == "applications":
        rows = {found for word in words for found in application_keys(word)}
        columns = {key for word in words for key in applicant_keys(word)}
        return len(rows) >= _MIN_APPLICATION_ROWS or len(columns) >= _MIN_APPLICANTS
    results = [w for w in words if any(p.search(w) for p in DISPUTE_RESULT_LABELS.values())]
    return len(results) >= _MIN_DISPUTE_RESULTS
