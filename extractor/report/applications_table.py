"""Table three: applications by outcome (rows) and applicant (columns).

A row is placed by its label. A row whose label was lost or garbled is placed only where its
neighbours leave exactly one row of the form for it; anything else is said, not guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.reading.document import Cell
from extractor.report.applicant_lines import Numbers, number_lines
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
    APPLICANTS,
    APPLICATION_ROWS,
    OTHER_2019,
    TABLE_NAMES,
    Form,
)
from extractor.report.placing import Unplaced, place_by_neighbours, resembles
from extractor.report.segments import Segment

_FORM_ROWS = frozenset(row.key for row in APPLICATION_ROWS)
_GLUED = re.compile(r"(.*\D)\d+")
# So many unread rows and no other: the reason is not in the rows.
_MANY = 3
_TWICE = "出现两次且数字不同，无法确定。"
_OUTCOMES = (_FORM_ROWS | {OTHER_2019.key}) - {"new", "carried_in", "total", "carried_out"}
_LABELS = {row.key: row.label for row in (*APPLICATION_ROWS, OTHER_2019)}


@dataclass(slots=True)
class _Reading:
    rows: dict[str, Row] = field(default_factory=dict)
    foreign: list[ForeignRow] = field(default_factory=list)
    problems: list[TableProblem] = field(default_factory=list)


def read_applications(
    segments: Sequence[Segment],
) -> tuple[StatutoryTable | None, list[TableProblem]]:
    """Table three from the lines that belong to it."""
    lines = list(number_lines(segments))
    named: list[tuple[str | None, Numbers]] = [(_key(numbers), numbers) for numbers in lines]
    named = _settle_total(_settle_other(_without_notes(named)))
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
    problems = _told_once(reading)
    if not reading.rows:
        return None, problems
    rows = {key: reading.rows[key] for key in _LABELS if key in reading.rows}
    table = StatutoryTable("applications", _form(rows), rows, tuple(reading.foreign))
    return table, problems


def _told_once(reading: _Reading) -> list[TableProblem]:
    """One cause, one problem: where no row could be read, the reason is not in the rows."""
    unread = [problem for problem in reading.problems if problem.row]
    if len(unread) < _MANY or any(map(_is_read, reading.rows.values())):
        return reading.problems
    twice = any(_TWICE in problem.message for problem in unread)
    reason = (
        "出现两次且数字不同，无法确定以哪张表为准" if twice else "各行的数字无法对应到七列，未读取"
    )
    message = f"{TABLE_NAMES['applications']}{reason}：请核对原文。"
    others = [problem for problem in reading.problems if problem.row is None]
    return [TableProblem("applications", message, None, unread[0].place), *others]


def _is_read(row: Row) -> bool:
    return any(figure.printed is not None for figure in row.figures.values())


def _without_notes(
    named: list[tuple[str | None, Numbers]],
) -> list[tuple[str | None, Numbers]]:
    """Without the lines that print no value: labels of groups, headings, notes below the table.

    A row of the form whose blanks were cut off is one too; it stays, unread.
    """
    known = {key for key, numbers in named if numbers.rest}
    return [
        (key, numbers)
        for key, numbers in named
        if (numbers.rest and not numbers.is_note)
        or (key in _FORM_ROWS and key not in known and resembles(numbers.word, key))
    ]


def _key(numbers: Numbers) -> str | None:
    word = numbers.word
    # A lost border leaves the label and the first figure in one cell.
    glued = _GLUED.fullmatch(word) if numbers.cells is None else None
    word = glued[1] if glued else word
    keys = [row.key for row in APPLICATION_ROWS if row.names(word)]
    if OTHER_2019.names(word):
        return OTHER_2019.key
    return keys[0] if len(keys) == 1 else None


def _settle_other(
    named: list[tuple[str | None, Numbers]],
) -> list[tuple[str | None, Numbers]]:
    """其他处理 is a row in the 2019 form; where its three rows stand too, it was their label."""
    detailed = any(key is not None and key.startswith("other.") for key, _ in named)
    if not detailed:
        return named
    return [(None if key == OTHER_2019.key else key, numbers) for key, numbers in named]


def _settle_total(
    named: list[tuple[str | None, Numbers]],
) -> list[tuple[str | None, Numbers]]:
    """Of several rows called 总计 the one that stands where the form has it, or has its number.

    Where other rows stand twice too it is the table that does.
    """
    others = Counter(key for key, _ in named if key not in (None, "total"))
    totals = [at for at, (key, _) in enumerate(named) if key == "total"]
    numbered = [at for at in totals if named[at][1].word.startswith("七")]
    last = max((at for at, (key, _) in enumerate(named) if key in _OUTCOMES), default=-1)
    own = numbered if len(numbered) == 1 else [at for at in totals if at == last + 1]
    twice = max(others.values(), default=0) > 1
    if twice or len(totals) < 2 or len(own) != 1 or _same_figures([named[at][1] for at in totals]):
        return named
    return [
        (None if key == "total" and at != own[0] else key, numbers)
        for at, (key, numbers) in enumerate(named)
    ]


def _same_figures(rows: Sequence[Numbers]) -> bool:
    return len({tuple(cell.text.strip() for cell in row.cells or ()) for row in rows}) == 1


def _add(reading: _Reading, key: str, numbers: Numbers) -> None:
    figures = dict.fromkeys(APPLICANTS, UNREADABLE)
    name = f"{TABLE_NAMES['applications']}“{_LABELS[key]}”"
    if numbers.cells is None:
        message = f"{name}一行的数字无法对应到七列，未读取。"
        reading.problems.append(TableProblem("applications", message, key, numbers.place))
    else:
        figures = _figures(numbers.cells)
    known = reading.rows.get(key)
    if known is not None and not print_the_same(known.figures, figures):
        message = f"{name}{_TWICE}"
        reading.problems.append(TableProblem("applications", message, key, numbers.place))
        figures = dict.fromkeys(APPLICANTS, UNREADABLE)
    reading.rows[key] = Row(key, _LABELS[key], figures)


def _add_unnamed(
    reading: _Reading,
    key: str | None,
    numbers: Numbers,
    before: Sequence[tuple[str | None, Numbers]],
) -> None:
    if key is not None:
        _add(reading, key, numbers)
        return
    printed = tuple(cell.printed for cell in (numbers.cells or numbers.line.cells))
    label = numbers.label.printed if numbers.label else ""
    # The group's label with figures, while rows of the group are missing, is one of these.
    group = "other" if OTHER_2019.names(numbers.word) else numbers.group
    if not (reading.rows.keys() >= _rows_of(group) if group else numbers.word):
        message = f"{TABLE_NAMES['applications']}有一行数字读不出行名，无法确定是哪一行，未读取。"
        reading.problems.append(TableProblem("applications", message, None, numbers.place))
    after = next((name for name, _ in reversed(before) if name), None)
    reading.foreign.append(ForeignRow(label, printed, after, numbers.place))


def _rows_of(group: str) -> frozenset[str]:
    """The rows of a group of outcomes; its label with figures beside all of them is a subtotal."""
    if group == "outcomes":
        return frozenset(key for key in _OUTCOMES if not key.startswith("other")) | {"total"}
    return frozenset(key for key in _FORM_ROWS if key.startswith(f"{group}."))


def _figures(cells: Sequence[Cell]) -> dict[str, Figure]:
    return {key: Figure.of(cell) for key, cell in zip(APPLICANTS, cells, strict=True)}


def _form(rows: dict[str, Row]) -> Form | None:
    if OTHER_2019.key in rows:
        return "2019"
    if any(key.startswith("other.") for key in rows):
        return "2021"
    return None
