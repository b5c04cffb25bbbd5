"""Lines made blocks: tables in whichever way they are written, headings, paragraphs, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.reading.blocks import paragraph
from extractor.reading.document import Block, Picture, Table
from extractor.reading.plain.embedded import MOST_UNCLOSED, embedded_tables, has_table
from extractor.reading.plain.grids import grid_table
from extractor.reading.plain.lines import reflowed, wrapping_width
from extractor.reading.plain.markdown import (
    FENCE,
    RULE_LINE,
    heading_of,
    pictures_in,
    plain,
    unquoted,
)
from extractor.reading.plain.pipes import pipe_table
from extractor.reading.plain.spaced import spaced_table
from extractor.reading.plain.tabbed import tabbed_table


def blocks_of(lines: list[str], marked: bool) -> tuple[Block, ...]:
    """The lines' blocks in order; `marked` if they are Markdown."""
    reader = _Reader(list(lines), marked, wrapping_width(lines))
    index = 0
    while index < len(reader.lines):
        index = reader.step(index)
    reader.flush()
    return tuple(reader.blocks)


@dataclass(slots=True)
class _Reader:
    """Collects lines of running text until something else begins."""

    lines: list[str]
    marked: bool
    width: int | None
    blocks: list[Block] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _unclosed: int = 0

    def step(self, index: int) -> int:
        """Takes what begins at a line, and tells the line to go on from."""
        line = self.lines[index]
        if not line.strip() and "\t" not in line:
            self._text.append("")
            return index + 1
        if self._unclosed < MOST_UNCLOSED and has_table(line):
            after = self._embedded(index)
            if after is not None:
                return after
        table, after = self._table(index)
        if table is not None:
            self._add(table)
            return after
        self._text.extend(self.lines[index : max(after, index + 1)])
        return max(after, index + 1)

    def _table(self, index: int) -> tuple[Table | None, int]:
        """The table that begins at a line, in whichever way it is written."""
        line = self.lines[index]
        if "\t" in line:
            return tabbed_table(self.lines, index)
        if line.lstrip().startswith("+"):
            return grid_table(self.lines, index)
        if "|" in line:
            return pipe_table(self.lines, index)
        return spaced_table(self.lines, index)

    def _embedded(self, index: int) -> int | None:
        found = embedded_tables(self.lines, index, self.marked)
        if found is None or not found.closed:
            self._unclosed += 1
        if found is None:
            return None
        self._text.append(found.before)
        for table in found.tables:
            self._add(table)
        if found.behind.strip():
            self.lines[found.after - 1] = found.behind
            return found.after - 1
        return found.after

    def _add(self, table: Table) -> None:
        self.flush()
        self.blocks.append(table)

    def flush(self) -> None:
        """Makes paragraphs of the running text so far."""
        lines = self._text
        if self.width is not None:
            lines = reflowed(lines, self.width)
        for number, line in enumerate(lines):
            if not line.strip():
                continue
            if self.marked:
                self._marked_line(line, lines[number + 1] if number + 1 < len(lines) else "")
            else:
                self._paragraph(line)
        self._text = []

    def _marked_line(self, line: str, following: str) -> None:
        """A line of Markdown: its marks, images and heading level taken off."""
        if RULE_LINE.fullmatch(line) or FENCE.fullmatch(line):
            return
        heading = heading_of(line)
        if heading is not None:
            level, text = heading
        else:
            level, text = _underlined(following), unquoted(line)
        for _ in range(pictures_in(text)):
            self.blocks.append(Picture())
        for part in plain(text).split("\n"):
            self._paragraph(part, level or None)

    def _paragraph(self, text: str, heading: int | None = None) -> None:
        made = paragraph(text.replace("\t", " "), heading)
        if made is not None:
            self.blocks.append(made)


def _underlined(following: str) -> int:
    """The heading level that a line of = or - below gives a text line."""
    line = following.strip()
    if len(line) >= 3 and not line.strip("="):
        return 1
    return 2 if len(line) >= 3 and not line.strip("-") else 0
