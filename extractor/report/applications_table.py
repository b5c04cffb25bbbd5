"""Table three: applications by outcome (rows) and applicant (columns).

A row is placed by its label. A row whose label was lost or garbled is placed only where its
neighbours leave exactly one row of the form for it; anything else is said, not guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.reading.document import Cell, Place
from extractor.report.alignment import at_same_numbers, under, window, window_starts
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
    APPLICANT_LABELS,
    APPLICANTS,
    APPLICATION_ROWS,
    GROUPS,
    OTHER_2019,
    TABLE_NAMES,
    Form,
)
from extractor.report.placing import Unplaced, place_by_neighbours
from extractor.report.segments import Line, Segment

_LABELS = {row.key: row.label for row in (*APPLICATION_ROWS, OTHER_2019)}


@dataclass(frozen=True, slots=True)
class _Numbers:
    """A line's figures with the label cell they stand behind; `cells` None: not read safely."""

    line: Line
    label: Cell | None
    cells: tuple[Cell, ...] | None

    @property
    def word(self) -> str:
        if self.label is None:
            return ""
        word = self.line.words[self.line.cells.index(self.label)]
        # Only the group's label is left: the row's own is lost.
        lost = any(GROUPS[group].search(word) for group in GROUPS if group != "other")
        return "" if lost else word

    @property
    def place(self) -> Place | None:
        return self.label.place if self.label else self.line.cells[0].place


@dataclass(slots=True)
class _Reading:
    rows: dict[str, Row] = field(default_factory=dict)
    foreign: list[ForeignRow] = field(default_factory=list)
    problems: list[TableProblem] = field(default_factory=list)


def read_applications(
    segments: Sequence[Segment],
) -> tuple[StatutoryTable | None, list[TableProblem]]:
    """Table three from the lines that belong to it."""
    lines = [numbers for segment in segments for numbers in _number_lines(segment)]
    named: list[tuple[str | None, _Numbers]] = [(_key(numbers), numbers) for numbers in lines]
    named = _settle_other(named)
    reading = _Reading()
    order: list[str | Unplaced] = []
    for key, numbers in named:
        if key is None:
            order.append(Unplaced(numbers.word, len(order)))
        else:
            order.append(key)
            _add(reading, key, numbers)
    found = place_by_neighbours(order)
    for index, (key, numbers) in enumerate(named):
        if key is None:
            _add_unnamed(reading, found.get(index), numbers, named[:index])
    if not reading.rows:
        return None, reading.problems
    rows = {key: reading.rows[key] for key in _LABELS if key in reading.rows}
    table = StatutoryTable("applications", _form(rows), rows, tuple(reading.foreign))
    return table, reading.problems


def _number_lines(segment: Segment) -> list[_Numbers]:
    header, first = _header(segment)
    body = [line for line in segment.lines[first:] if not _is_header(line)]
    split = [_split(line, header) for line in body]
    offsets = _usual_offsets(split)
    if not header.aligned and not _numbers_hold(header, body, split):
        header = _Header()
    found = []
    for line, (labels, rest) in zip(body, split, strict=True):
        label = next((cell for cell in reversed(labels) if cell.text.strip()), None)
        cells = _values(rest, header, line, offsets.get((len(labels), len(rest))))
        if label is None and (cells is None or not any(cell.text.strip() for cell in cells)):
            continue  # an empty row is no data
        if not rest:
            continue  # a group's label or a heading on a line of its own
        found.append(_Numbers(line, label, cells))
    return found


@dataclass(frozen=True, slots=True)
class _Header:
    """The seven applicant cells above the values, in the form's order; none if not all are sure.

    `width`: how many cells every header line has, None if they differ.
    """

    cells: tuple[Cell, ...] = ()
    aligned: bool = True
    width: int | None = None


def _header(segment: Segment) -> tuple[_Header, int]:
    """The header, and the first line behind it."""
    cells: dict[str, Cell] = {}
    widths: set[int] = set()
    body = 0
    for index, line in enumerate(segment.lines):
        if not _is_header(line):
            if cells:
                break
            continue
        body = index + 1
        widths.add(len(line.cells))
        for cell, word in zip(line.cells, line.words, strict=True):
            for key, pattern in APPLICANT_LABELS.items():
                if pattern.search(word):
                    cells[key] = cell
    found = tuple(cells[key] for key in APPLICANTS if key in cells)
    columns = [cell.column for cell in found]
    if len(found) < len(APPLICANTS) or columns != sorted(set(columns)):
        return _Header(), body
    width = widths.pop() if len(widths) == 1 else None
    return _Header(found, segment.table.aligned, width), body


def _is_header(line: Line) -> bool:
    named = {
        key
        for word in line.words
        for key, pattern in APPLICANT_LABELS.items()
        if pattern.search(word)
    }
    words = "".join(line.words)
    return len(named) >= 2 or "申请人情况" in words or "勾稽关系" in words


def _split(line: Line, header: _Header) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """The line's label cells and the cells behind them."""
    last = -1
    for index, word in enumerate(line.words):
        if _names_row(word) or any(pattern.search(word) for pattern in GROUPS.values()):
            last = index
    if header.cells and header.aligned:
        left = header.cells[0].column
        inside = [i for i, c in enumerate(line.cells) if c.column + c.column_span <= left]
    else:
        # Seven cells are figures: words in front of them are a label, garbled or foreign.
        front = line.words[: max(0, len(line.words) - len(APPLICANTS))]
        inside = [i for i, word in enumerate(front) if len(word) > 1 and not word.isdecimal()]
    last = max([last, *inside])
    return line.cells[: last + 1], line.cells[last + 1 :]


def _names_row(word: str) -> bool:
    return any(row.names(word) for row in (*APPLICATION_ROWS, OTHER_2019))


def _usual_offsets(
    split: Sequence[tuple[tuple[Cell, ...], tuple[Cell, ...]]],
) -> dict[tuple[int, int], int]:
    """Where values begin behind the labels in lines of one shape, if all sure lines agree."""
    seen: dict[tuple[int, int], set[int]] = {}
    for labels, rest in split:
        starts = window_starts(rest, len(APPLICANTS))
        if len(starts) == 1:
            seen.setdefault((len(labels), len(rest)), set()).add(starts[0])
    return {shape: offsets.pop() for shape, offsets in seen.items() if len(offsets) == 1}


def _numbers_hold(
    header: _Header,
    body: Sequence[Line],
    split: Sequence[tuple[tuple[Cell, ...], tuple[Cell, ...]]],
) -> bool:
    """Whether every row printed in full stands right below the header: then no row was shifted."""
    full = [
        (line, rest)
        for line, (_, rest) in zip(body, split, strict=True)
        if sum(bool(cell.text.strip()) for cell in rest) == len(APPLICANTS)
    ]
    return bool(full) and all(
        header.width == len(line.cells) and at_same_numbers(header.cells, rest) is not None
        for line, rest in full
    )


def _values(
    rest: tuple[Cell, ...], header: _Header, line: Line, usual: int | None
) -> tuple[Cell, ...] | None:
    width = len(APPLICANTS)
    if len(rest) == width:
        return rest
    chosen: list[Cell] | None = None
    if header.cells and header.aligned:
        chosen = under(header.cells, rest)
    elif header.cells:
        chosen = at_same_numbers(header.cells, rest)
    if chosen is None:
        chosen = window(rest, width)
    if chosen is None and usual is not None and usual in window_starts(rest, width):
        chosen = list(rest[usual : usual + width])
    return tuple(chosen) if chosen is not None else None


def _key(numbers: _Numbers) -> str | None:
    word = numbers.word
    keys = [row.key for row in APPLICATION_ROWS if row.names(word)]
    if OTHER_2019.names(word):
        return OTHER_2019.key
    return keys[0] if len(keys) == 1 else None


def _settle_other(
    named: list[tuple[str | None, _Numbers]],
) -> list[tuple[str | None, _Numbers]]:
    """其他处理 is a row in the 2019 form; where its three rows stand too, it was their label."""
    detailed = any(key is not None and key.startswith("other.") for key, _ in named)
    if not detailed:
        return named
    return [(None if key == OTHER_2019.key else key, numbers) for key, numbers in named]


def _add(reading: _Reading, key: str, numbers: _Numbers) -> None:
    figures = dict.fromkeys(APPLICANTS, UNREADABLE)
    name = f"{TABLE_NAMES['applications']}“{_LABELS[key]}”"
    if numbers.cells is None:
        message = f"{name}一行的数字无法对应到七列，未读取。"
        reading.problems.append(TableProblem("applications", message, key, numbers.place))
    else:
        figures = _figures(numbers.cells)
    known = reading.rows.get(key)
    if known is not None and not print_the_same(known.figures, figures):
        message = f"{name}出现两次且数字不同，无法确定。"
        reading.problems.append(TableProblem("applications", message, key, numbers.place))
        figures = dict.fromkeys(APPLICANTS, UNREADABLE)
    reading.rows[key] = Row(key, _LABELS[key], figures)


def _add_unnamed(
    reading: _Reading,
    key: str | None,
    numbers: _Numbers,
    before: Sequence[tuple[str | None, _Numbers]],
) -> None:
    if key is not None:
        _add(reading, key, numbers)
        return
    printed = tuple(cell.printed for cell in (numbers.cells or numbers.line.cells))
    label = numbers.label.printed if numbers.label else ""
    if not numbers.word:
        message = f"{TABLE_NAMES['applications']}有一行数字读不出行名，无法确定是哪一行，未读取。"
        reading.problems.append(TableProblem("applications", message, None, numbers.place))
    after = next((name for name, _ in reversed(before) if name), None)
    reading.foreign.append(ForeignRow(label, printed, after, numbers.place))


def _figures(cells: Sequence[Cell]) -> dict[str, Figure]:
    return {key: Figure.of(cell) for key, cell in zip(APPLICANTS, cells, strict=True)}


def _form(rows: dict[str, Row]) -> Form | None:
    if OTHER_2019.key in rows:
        return "2019"
    if any(key.startswith("other.") for key in rows):
        return "2021"
    return None
