"""Lines of table three: which cells are the label, and which the figures behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.reading.document import Cell, Place
from extractor.report.applicant_columns import Header, is_header, read_header
from extractor.report.applicant_values import Rows
from extractor.report.figures import Figure
from extractor.report.forms import APPLICANTS, APPLICATION_ROWS, GROUPS, OTHER_2019
from extractor.report.segments import Line, Segment

_NOTE = re.compile(r"备?注|说明|填[表报]")


@dataclass(frozen=True, slots=True)
class Numbers:
    """A line's figures with the label cell they stand behind; `cells` None: not read safely."""

    line: Line
    label: Cell | None
    cells: tuple[Cell, ...] | None
    rest: tuple[Cell, ...]
    """All that stands behind the label."""

    @property
    def is_note(self) -> bool:
        return bool(_NOTE.match(self.word)) and not any(cell.text.strip() for cell in self.rest)

    @property
    def word(self) -> str:
        if self.label is None:
            return ""
        word = self.line.words[self.line.cells.index(self.label)]
        # Only the group's label is left: the row's own is lost.
        return "" if self.group or word.isdecimal() else word

    @property
    def group(self) -> str | None:
        """The group of outcomes that the row is named after, instead of one of its rows."""
        if self.label is None:
            return None
        word = self.line.words[self.line.cells.index(self.label)]
        groups = (group for group in GROUPS if group != "other")
        return next((group for group in groups if GROUPS[group].search(word)), None)

    @property
    def place(self) -> Place | None:
        return self.label.place if self.label else self.line.cells[0].place


def number_lines(segments: Sequence[Segment]) -> Iterator[Numbers]:
    header: Header | None = None
    for segment in segments:
        header, first = read_header(segment, header)
        body = [line for line in segment.lines[first:] if not is_header(line)]
        body = [part for line in body for part in _unfused(line)]
        split = [_split(line, header) for line in body]
        rows = Rows(header, body, split)
        for line, (labels, rest) in zip(body, split, strict=True):
            label = next((cell for cell in reversed(labels) if cell.text.strip()), None)
            # Without a label and figures it is an empty row: no data.
            if label is not None or any(Figure.of(cell).value is not None for cell in rest):
                yield Numbers(line, label, rows.values(line, labels, rest), tuple(rest))


def _unfused(line: Line) -> Iterator[Line]:
    """A line at whose end a converter lost the break, as the rows it holds."""
    start = 0
    for index, word in enumerate(line.words if not line.aligned else ()):
        between, behind = line.cells[start:index], line.cells[index:]
        if _is_label(word) and _has_figures(between) and _has_figures(behind):
            yield Line(between, line.table, line.words[start:index])
            start = index
    yield Line(line.cells[start:], line.table, line.words[start:])


def _split(line: Line, header: Header) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """The line's label cells and the cells behind them."""
    naming = [index for index, word in enumerate(line.words) if _is_label(word)]
    # What names a row behind figures is a remark, no label.
    last = max([i for i in naming if not _has_figures(line.cells[:i])], default=-1)
    if last >= 0 and len(line.cells) - last - 1 == len(APPLICANTS) and header.usual:
        return line.cells[: last + 1], line.cells[last + 1 :]
    if header.cells and header.aligned:
        left = min(cell.column for cell in header.cells)
        inside = [i for i, c in enumerate(line.cells) if c.column + c.column_span <= left]
    else:
        # Seven cells are figures: words in front of them are a label, garbled or foreign.
        front = line.words[: max(0, len(line.words) - len(APPLICANTS))]
        inside = [i for i, word in enumerate(front) if len(word) > 1 and not word.isdecimal()]
    last = max([last, *inside])
    return line.cells[: last + 1], line.cells[last + 1 :]


@lru_cache(maxsize=4096)
def _is_label(word: str) -> bool:
    """Kept: the form's labels and small numbers come again in every line of every report."""
    named = any(row.names(word) for row in (*APPLICATION_ROWS, OTHER_2019))
    return named or any(pattern.search(word) for pattern in GROUPS.values())


def _has_figures(cells: Sequence[Cell]) -> bool:
    # One number may stand in front of a label: the row's own.
    return sum(Figure.of(cell).value is not None for cell in cells) > 1
