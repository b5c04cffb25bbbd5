"""Prose within a table: where two statutory tables were made one, the heading and the sentences
between them became rows that span it.
"""

from __future__ import annotations

from extractor.reading.document import Cell, LineSpan, Paragraph, Table
from extractor.report.dividing.enumerators import enumerator
from extractor.report.dividing.section_titles import section_title
from extractor.report.forms import squash

_SENTENCE_ENDS = ("。", "！")
# 无。 says something only behind its heading; a label is never that short and ends so.
_SHORTEST_SENTENCE = 8


def pieces(table: Table) -> list[Paragraph | None]:
    """The table's rows in order: None for a run of rows of figures, a paragraph for prose."""
    found: list[Paragraph | None] = []
    behind_title = False
    for cells in table.rows():
        printed = [cell for cell in cells if cell.text.strip()]
        cell = printed[0] if len(printed) == 1 else None
        if cell is not None and (_is_title(cell) or _is_sentence(cell, behind_title)):
            behind_title = _is_title(cell)
            found.append(_paragraph(cell))
        elif printed:
            behind_title = False
            if not found or found[-1] is not None:
                found.append(None)
    return found or [None]


def _is_title(cell: Cell) -> bool:
    words = "".join(cell.text.split())
    title = section_title(words[enumerator(words).end :])
    return title is not None and title.sure and len(squash(words)) > len("申请人情况")


def _is_sentence(cell: Cell, behind_title: bool) -> bool:
    text = cell.text.strip()
    shortest = 2 if behind_title else _SHORTEST_SENTENCE
    return text.endswith(_SENTENCE_ENDS) and len(text) >= shortest


def _paragraph(cell: Cell) -> Paragraph:
    # Text and printed stay of one length; line breaks become blanks in both.
    text, printed = cell.text.replace("\n", " "), cell.printed.replace("\n", " ")
    lines = (LineSpan(0, cell.place),) if cell.place else ()
    return Paragraph(text, printed, lines)
