"""Table two: regulations, normative documents, decisions, fees, and (2019 form) procurement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractor.reading.document import Cell
from extractor.report.alignment import at_same_numbers, right_edge, under, window
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
    squash,
)
from extractor.report.segments import Line, Segment

# A lost border leaves label and figure in one cell.
_WITHOUT_NUMBERS = re.compile(r"\d+$")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that a header line names; `copies` if converters printed a merged cell often."""

    key: str
    form: Form | None
    cell: Cell
    copies: int = 1


@dataclass(frozen=True, slots=True)
class _Header:
    columns: tuple[_Column, ...]
    line: Line

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(column.key for column in self.columns)

    @property
    def cells(self) -> list[Cell]:
        return [column.cell for column in self.columns]

    @property
    def fits_some_row(self) -> bool:
        return any(
            sorted(self.keys) == sorted(keys)
            for shape in DISCLOSURE_SHAPES.values()
            for keys in shape.values()
        )


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
    reading.problems += _doubtful(reading)
    if not reading.rows:
        return None, reading.problems
    table = StatutoryTable("disclosure", reading.form, reading.rows, tuple(reading.foreign))
    return table, reading.problems


def _doubtful(reading: _Reading) -> Iterator[TableProblem]:
    """Rows that may be the form's but cannot be placed: without a name, or garbled."""
    asked = DISCLOSURE_SHAPES[reading.form] if reading.form else DISCLOSURE_SHAPES["2019"]
    missing = [row for row in DISCLOSURE_ROWS if row.key in asked and row.key not in reading.rows]
    for row in reading.foreign:
        word = squash(row.label)
        if not word or word.isdecimal():
            message = "有一行数字读不出行名，无法确定是哪一行，未读取。"
        elif any(lost.names(_WITHOUT_NUMBERS.sub("", word)) for lost in missing):
            message = f"“{row.label}”一行的行名与数字连在一起，未读取。"
        else:
            continue
        message = TABLE_NAMES["disclosure"] + message
        yield TableProblem("disclosure", message, None, row.place)


def _take(reading: _Reading, line: Line) -> None:
    columns = _columns(line)
    label = _label(line)
    if columns and label is None:
        reading.header = _Header(tuple(columns), line)
        reading.votes.update(column.form for column in columns if column.form is not None)
    elif label is not None:
        row, index = label
        if _is_of_other_form(reading, row):
            _add_foreign(reading, line)
        else:
            _add_row(reading, row, line.cells[: index + 1], line)
    elif any(DISCLOSURE_ARTICLE.search(w) or DISCLOSURE_CONTENT.search(w) for w in line.words):
        reading.header = None
    else:
        _add_foreign(reading, line)


def _columns(line: Line) -> list[_Column]:
    found: list[_Column] = []
    for cell, word in zip(line.cells, line.words, strict=True):
        match = next(((k, f) for pattern, k, f in DISCLOSURE_COLUMNS if pattern.search(word)), None)
        if match and found and found[-1].key == match[0] and found[-1].cell.text == cell.text:
            found[-1] = replace(
                found[-1], cell=_joined(found[-1].cell, cell), copies=found[-1].copies + 1
            )
        elif match:
            found.append(_Column(*match, cell))
    return found


def _joined(first: Cell, last: Cell) -> Cell:
    return replace(first, column_span=last.column + last.column_span - first.column)


def _label(line: Line) -> tuple[RowLabel, int] | None:
    for index, word in enumerate(line.words):
        for row in DISCLOSURE_ROWS:
            if row.names(word):
                return row, index
    return None


def _is_of_other_form(reading: _Reading, row: RowLabel) -> bool:
    """A row that the table's form does not have and no header asks for: left over in a template."""
    if reading.form is None or row.key in DISCLOSURE_SHAPES[reading.form]:
        return False
    columns, _ = _expected_columns(reading, row)
    return not columns


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
    if header is not None:
        for shape in DISCLOSURE_SHAPES.values():
            if sorted(shape.get(row.key, ())) == sorted(header.keys):
                return shape[row.key], header
    # The header of this row's part is missing; what the others say of the form still holds.
    if reading.form is None:
        return (), None
    return DISCLOSURE_SHAPES[reading.form].get(row.key, ()), header


def _values(
    columns: tuple[str, ...], header: _Header | None, line: Line, labels: int
) -> dict[str, Figure] | None:
    if not columns:
        return None
    cells: Sequence[Cell] = line.cells[labels:]
    if header is not None and not header.fits_some_row:
        return None  # columns the form does not have, or one too few
    if header is None or sorted(header.keys) != sorted(columns):
        return _figures(columns, _in_order(cells, len(columns)))
    cells = _once(header, cells, line)
    chosen: list[Cell] | None = None
    if header.line.table is line.table:
        if line.aligned:
            chosen = under(header.cells, cells, right_edge(header.line.cells))
        elif len(header.line.cells) == len(line.cells):
            chosen = at_same_numbers(header.cells, cells)
    if chosen is None:
        chosen = _in_order(cells, len(columns))
    named = _figures(header.keys, chosen)
    return named and {key: named[key] for key in columns}


def _figures(keys: tuple[str, ...], cells: Sequence[Cell] | None) -> dict[str, Figure] | None:
    if cells is None:
        return None
    # 采购总金额 has no unit in the form: 251,000元 is the number with its unit.
    units = {"amount": "元"} if "projects" in keys else {}
    return {key: Figure.of(cell, units.get(key, "")) for key, cell in zip(keys, cells, strict=True)}


def _once(header: _Header, cells: Sequence[Cell], line: Line) -> Sequence[Cell]:
    """The cells with those as one that print the copies of one value below copies of a header."""
    if not line.aligned and len(header.line.cells) != len(line.cells):
        return cells
    found = list(cells)
    for column in header.columns:
        stop = column.cell.column + column.cell.column_span
        below = [cell for cell in found if column.cell.column <= cell.column < stop]
        if len(below) == column.copies > 1 and len({cell.text.strip() for cell in below}) == 1:
            at = found.index(below[0])
            found[at : at + len(below)] = [_joined(below[0], below[-1])]
    return found


def _in_order(cells: Sequence[Cell], width: int) -> list[Cell] | None:
    # Here padding only ever follows the values: rows of this table have one label cell.
    if len(cells) >= width and not any(cell.text.strip() for cell in cells[width:]):
        return list(cells[:width])
    return window(cells, width)


def _add_foreign(reading: _Reading, line: Line) -> None:
    printed = tuple(cell.printed for cell in line.cells)
    glued = any(_WITHOUT_NUMBERS.search(word) for word in line.words)
    if glued or any(Figure.of(cell).value is not None for cell in line.cells):
        after = next(reversed(reading.rows), None)
        reading.foreign.append(ForeignRow(printed[0], printed[1:], after, line.cells[0].place))
