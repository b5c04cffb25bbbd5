"""Table two: regulations, normative documents, decisions, fees, and (2019 form) procurement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.reading.document import Cell
from extractor.report.alignment import at_same_numbers, under, window
from extractor.report.figures import (
    UNREADABLE,
    Figure,
    ForeignRow,
    Row,
    StatutoryTable,
    TableProblem,
    print_the_same,
)
from extractor.report.forms import (
    DISCLOSURE_ARTICLE,
    DISCLOSURE_COLUMNS,
    DISCLOSURE_CONTENT,
    DISCLOSURE_ROWS,
    DISCLOSURE_SHAPES,
    TABLE_NAMES,
    Form,
    RowLabel,
)
from extractor.report.segments import Line, Segment


@dataclass(slots=True)
class _Header:
    keys: tuple[str, ...]
    cells: tuple[Cell, ...]
    line: Line


@dataclass(slots=True)
class _Reading:
    rows: dict[str, Row] = field(default_factory=dict)
    foreign: list[ForeignRow] = field(default_factory=list)
    problems: list[TableProblem] = field(default_factory=list)
    votes: Counter[Form] = field(default_factory=Counter)
    header: _Header | None = None

    @property
    def form(self) -> Form | None:
        return self.votes.most_common(1)[0][0] if self.votes else None


def read_disclosure(
    segments: Sequence[Segment],
) -> tuple[StatutoryTable | None, list[TableProblem]]:
    """Table two from the lines that belong to it."""
    reading = _Reading()
    for segment in segments:
        for line in segment.lines:
            _take(reading, line)
    if not reading.rows:
        return None, reading.problems
    table = StatutoryTable("disclosure", reading.form, reading.rows, tuple(reading.foreign))
    return table, reading.problems


def _take(reading: _Reading, line: Line) -> None:
    columns = _columns(line)
    label = _label(line)
    if columns and label is None:
        keys = tuple(key for key, _, _ in columns)
        reading.header = _Header(keys, tuple(cell for *_, cell in columns), line)
        reading.votes.update(form for _, form, _ in columns if form is not None)
    elif label is not None:
        row, index = label
        _add_row(reading, row, line.cells[: index + 1], line)
    elif not any(DISCLOSURE_ARTICLE.search(w) or DISCLOSURE_CONTENT.search(w) for w in line.words):
        _add_foreign(reading, line)


def _columns(line: Line) -> list[tuple[str, Form | None, Cell]]:
    found = []
    for cell, word in zip(line.cells, line.words, strict=True):
        match = next(((k, f) for pattern, k, f in DISCLOSURE_COLUMNS if pattern.search(word)), None)
        if match:
            found.append((match[0], match[1], cell))
    return found


def _label(line: Line) -> tuple[RowLabel, int] | None:
    for index, word in enumerate(line.words):
        for row in DISCLOSURE_ROWS:
            if row.names(word):
                return row, index
    return None


def _add_row(reading: _Reading, row: RowLabel, labels: Sequence[Cell], line: Line) -> None:
    columns, headers = _expected_columns(reading, row)
    values = _values(columns, headers, line, len(labels))
    place = labels[-1].place
    if values is None:
        message = f"{TABLE_NAMES['disclosure']}“{row.label}”一行的数字无法对应到列，未读取。"
        reading.problems.append(TableProblem("disclosure", message, row.key, place))
        values = dict.fromkeys(columns, UNREADABLE)
    known = reading.rows.get(row.key)
    if known is None:
        reading.rows[row.key] = Row(row.key, row.label, values)
    elif not print_the_same(known.figures, values):
        message = f"{TABLE_NAMES['disclosure']}“{row.label}”出现两次且数字不同，无法确定。"
        reading.problems.append(TableProblem("disclosure", message, row.key, place))
        unreadable = dict.fromkeys(known.figures, UNREADABLE)
        reading.rows[row.key] = Row(row.key, row.label, unreadable)


def _expected_columns(reading: _Reading, row: RowLabel) -> tuple[tuple[str, ...], _Header | None]:
    """The row's columns, and the header that names them if it belongs to this row's part."""
    header = reading.header
    if header is not None and any(
        shape.get(row.key) == header.keys for shape in DISCLOSURE_SHAPES.values()
    ):
        return header.keys, header
    # The header of this row's part is missing; what the others say of the form still holds.
    if reading.form is None:
        return (), None
    return DISCLOSURE_SHAPES[reading.form].get(row.key, ()), None


def _values(
    columns: tuple[str, ...], header: _Header | None, line: Line, labels: int
) -> dict[str, Figure] | None:
    if not columns:
        return None
    cells = line.cells[labels:]
    chosen: list[Cell] | None = None
    if header is not None and header.line.table is line.table:
        if line.aligned:
            chosen = under(header.cells, cells)
        elif len(header.line.cells) == len(line.cells):
            chosen = at_same_numbers(header.cells, cells)
    if chosen is None:
        chosen = _in_order(cells, len(columns))
    if chosen is None:
        return None
    return {key: Figure.of(cell) for key, cell in zip(columns, chosen, strict=True)}


def _in_order(cells: Sequence[Cell], width: int) -> list[Cell] | None:
    # Here padding only ever follows the values: rows of this table have one label cell.
    if len(cells) >= width and not any(cell.text.strip() for cell in cells[width:]):
        return list(cells[:width])
    return window(cells, width)


def _add_foreign(reading: _Reading, line: Line) -> None:
    printed = tuple(cell.printed for cell in line.cells)
    numbers = [figure for figure in map(Figure.of, line.cells) if figure.value is not None]
    if numbers:
        after = next(reversed(reading.rows), None)
        reading.foreign.append(ForeignRow(printed[0], printed[1:], after, line.cells[0].place))
