"""Table four: reconsideration and litigation about disclosure, fifteen numbers.

The official layout is one row of fifteen figures below three groups of five results. Some reports
print a group a table, or a group a row; both are read where headers and figures leave no choice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractor.reading.document import Cell, Place
from extractor.report.alignment import at_same_numbers, right_edge, under, window
from extractor.report.figures import (
    UNREADABLE,
    Figure,
    Row,
    StatutoryTable,
    TableProblem,
    print_the_same,
)
from extractor.report.forms import (
    DISPUTE_GROUP_LABELS,
    DISPUTE_GROUPS,
    DISPUTE_RESULT_LABELS,
    DISPUTE_RESULTS,
    DISPUTE_SUITS,
    TABLE_NAMES,
)
from extractor.report.segments import Line, Segment

_LABELS = {
    "review": "行政复议",
    "suit_direct": "行政诉讼·未经复议直接起诉",
    "suit_after_review": "行政诉讼·复议后起诉",
}
_WIDTH = len(DISPUTE_RESULTS)


@dataclass(slots=True)
class _Header:
    """The result cells read so far, and the groups named above them, in reading order."""

    results: list[tuple[str, Cell]] = field(default_factory=list)
    groups: list[tuple[str, Cell]] = field(default_factory=list)
    aligned: bool = True
    widths: set[int] = field(default_factory=set)
    """How many cells the lines with results have."""
    edge: int = 0
    used: bool = False
    """Whether figures stand below it already: the next header line begins another."""

    def clear(self) -> None:
        self.results, self.groups, self.widths, self.used, self.edge = [], [], set(), False, 0

    def drop_copies(self, below: Sequence[tuple[str, Cell]], width: int) -> None:
        """Forgets results that stand again right below, as converters print merged cells."""
        if self.widths <= {width}:
            again = {(result, cell.column) for result, cell in below}
            self.results = [item for item in self.results if (item[0], item[1].column) not in again]


def read_disputes(segments: Sequence[Segment]) -> tuple[StatutoryTable | None, list[TableProblem]]:
    """Table four from the lines that belong to it."""
    rows: dict[str, Row] = {}
    problems: list[TableProblem] = []
    header = _Header()
    place: Place | None = None
    for segment in segments:
        for line in segment.lines:
            place = place or line.cells[0].place
            if _extend(header, line):
                continue
            found = _read_line(header, line)
            if found is None:
                message = f"{TABLE_NAMES['disputes']}的数字无法对应到列，未读取。"
                if all(problem.message != message for problem in problems):
                    problems.append(TableProblem("disputes", message, None, line.cells[0].place))
                continue
            for group, figures in found.items():
                _add(rows, problems, group, figures)
            header.used = header.used or bool(found)
    if not rows:
        if not problems and segments:
            message = f"{TABLE_NAMES['disputes']}只有表头，没有读到数字。"
            problems.append(TableProblem("disputes", message, None, place))
        return None, problems
    ordered = {group: rows[group] for group in DISPUTE_GROUPS if group in rows}
    return StatutoryTable("disputes", None, ordered), problems


def _extend(header: _Header, line: Line) -> bool:
    """Take the line as header if it is one: no figures, and results or groups named."""
    results: list[tuple[str, Cell]] = []
    groups: list[tuple[str, Cell]] = []
    for cell, word in zip(line.cells, line.words, strict=True):
        result = _match(DISPUTE_RESULT_LABELS, word)
        group = _match(DISPUTE_GROUP_LABELS, word)
        if result:
            results.append((result, cell))
        elif group:
            groups.append((group, cell))
        elif Figure.of(cell).value is not None:
            return False
    suits = any(DISPUTE_SUITS.search(word) for word in line.words)
    if not results and not groups and not suits:
        return not any(cell.text.strip() for cell in line.cells) and not header.results
    if header.used or (results and len(header.results) >= _WIDTH * len(DISPUTE_GROUPS)):
        header.clear()
    if results:
        header.drop_copies(results, len(line.cells))
        header.widths.add(len(line.cells))
    header.results += results
    for name, cell in groups:
        if name not in dict(header.groups):
            header.groups.append((name, cell))
    header.aligned = line.aligned
    header.edge = max(header.edge, right_edge(line.cells))
    return True


def _match(labels: Mapping[str, re.Pattern[str]], word: str) -> str | None:
    for key, pattern in labels.items():
        if word and pattern.search(word):
            return key
    return None


def _read_line(header: _Header, line: Line) -> dict[str, dict[str, Figure]] | None:
    """The groups' figures that the line prints; empty for a line that prints none."""
    labels = [i for i, word in enumerate(line.words) if _match(DISPUTE_GROUP_LABELS, word)]
    cells = line.cells[labels[-1] + 1 :] if labels else line.cells
    if not any(cell.text.strip() for cell in cells) and not header.results:
        return {}
    if not any(Figure.of(cell).value is not None for cell in cells) and not labels:
        return {} if any(line.words) else _by_columns(header, cells)
    if labels:
        group = _match(DISPUTE_GROUP_LABELS, line.words[labels[-1]])
        return _one_group(header, cells, group)
    return _by_columns(header, cells)


def _one_group(
    header: _Header, cells: Sequence[Cell], group: str | None
) -> dict[str, dict[str, Figure]] | None:
    last = header.results[-_WIDTH:]
    order = [result for result, _ in last] or list(DISPUTE_RESULTS)
    chosen = (
        under([cell for _, cell in last], cells, header.edge) if last and header.aligned else None
    )
    if chosen is None and (len(cells) == _WIDTH or not header.aligned):
        chosen = window(cells, _WIDTH)
    if group is None or chosen is None or sorted(order) != sorted(DISPUTE_RESULTS):
        return None
    return {group: {key: Figure.of(cell) for key, cell in zip(order, chosen, strict=True)}}


def _by_columns(header: _Header, cells: Sequence[Cell]) -> dict[str, dict[str, Figure]] | None:
    groups = _groups(header, len(header.results))
    expected = [result for _ in groups for result in DISPUTE_RESULTS]
    on_grid = sorted(header.results, key=lambda item: item[1].column)
    if not groups:
        return None
    chosen: list[Cell] | None = None
    if header.aligned and [result for result, _ in on_grid] == expected:
        chosen = under([cell for _, cell in on_grid], cells, header.edge)
    if [result for result, _ in header.results] == expected:
        if not header.aligned and header.widths == {len(cells)}:
            chosen = at_same_numbers([cell for _, cell in header.results], cells)
        if chosen is None and (len(cells) == len(expected) or not header.aligned):
            chosen = window(cells, len(expected))
    if chosen is None:
        return None
    found: dict[str, dict[str, Figure]] = {}
    for index, group in enumerate(groups):
        part = chosen[index * _WIDTH : (index + 1) * _WIDTH]
        found[group] = {k: Figure.of(c) for k, c in zip(DISPUTE_RESULTS, part, strict=True)}
    return found


def _groups(header: _Header, width: int) -> list[str]:
    """The groups that the result columns belong to, left to right."""
    if width == _WIDTH * len(DISPUTE_GROUPS):
        return list(DISPUTE_GROUPS)
    named = [group for group, _ in header.groups]
    # A part printed alone needs its groups named: nothing else tells whose results these are.
    return named if len(named) * _WIDTH == width else []


def _add(
    rows: dict[str, Row], problems: list[TableProblem], group: str, figures: Mapping[str, Figure]
) -> None:
    known = rows.get(group)
    if known is not None and not print_the_same(known.figures, figures):
        message = f"{TABLE_NAMES['disputes']}“{_LABELS[group]}”出现两次且数字不同，无法确定。"
        problems.append(TableProblem("disputes", message, group))
        figures = dict.fromkeys(DISPUTE_RESULTS, UNREADABLE)
    rows[group] = Row(group, _LABELS[group], dict(figures))
