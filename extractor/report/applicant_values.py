"""Which cells of table three's rows are the seven values: below the header, or by their number."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.reading.document import Cell
from extractor.report.alignment import at_same_numbers, possible_starts, under
from extractor.report.applicant_columns import Header
from extractor.report.forms import APPLICANTS
from extractor.report.segments import Line

_WIDTH = len(APPLICANTS)
# So many rows that print more figures than the form has columns: the table has further columns.
_TOO_FULL = 2

Split = tuple[tuple[Cell, ...], tuple[Cell, ...]]
"""A line's label cells, and the cells behind them."""


class Rows:
    """A part's rows together: what one leaves open, the others may settle."""

    def __init__(self, header: Header, body: Sequence[Line], split: Sequence[Split]) -> None:
        self._header = header
        self._by_number = not header.aligned and _numbers_hold(header, body, split)
        self._by_place = header.usual and _fit(split)
        self._by_shape: dict[tuple[int, int], set[int]] = {}
        self._by_labels: dict[int, set[int]] = {}
        for labels, rest in split:
            starts = possible_starts(rest, _WIDTH)
            if len(starts) == 1:
                self._by_shape.setdefault((len(labels), len(rest)), set()).add(starts[0])
                self._by_labels.setdefault(len(labels), set()).add(starts[0])

    def values(
        self, line: Line, labels: Sequence[Cell], rest: tuple[Cell, ...]
    ) -> tuple[Cell, ...] | None:
        """The seven cells with the line's values; None if that is not sure."""
        header = self._header
        if header.aligned and self._by_place and len(rest) == _WIDTH:
            return rest
        chosen: list[Cell] | None = None
        if header.cells and header.aligned:
            chosen = under(header.cells, rest, header.edge)
        elif self._by_number and len(line.cells) == header.width:
            chosen = at_same_numbers(header.cells, rest)
        if chosen is not None:
            return tuple(chosen)
        start = self._start(len(labels), rest) if self._by_place else None
        if start is None or start + _WIDTH > len(rest):
            return None
        return rest[start : start + _WIDTH]

    def _start(self, labels: int, rest: tuple[Cell, ...]) -> int | None:
        """Where the values begin. Converters put blanks for merged cells in front or behind, and
        may cut blanks off at the line's end: a blank at either edge may be a value or neither.
        """
        starts = possible_starts(rest, _WIDTH)
        if not any(cell.text.strip() for cell in rest):
            return 0
        if len(starts) == 1:
            return starts[0]
        usual = self._by_shape.get((labels, len(rest)))
        if usual is None and len(rest) == _WIDTH:
            # Seven cells are the values, unless rows like this one have blanks in front of them.
            usual = self._by_labels.get(labels) or set().union(*self._by_labels.values()) or {0}
            usual = usual if usual == {0} else None
        agreed = usual.intersection(starts) if usual else set()
        return agreed.pop() if len(agreed) == 1 else None


def _numbers_hold(header: Header, body: Sequence[Line], split: Sequence[Split]) -> bool:
    """Whether every row printed in full stands right below the header: then no row was shifted."""
    full = [
        (line, rest)
        for line, (_, rest) in zip(body, split, strict=True)
        if _printed(rest) == len(APPLICANTS)
    ]
    return bool(header.cells and full) and all(
        header.width == len(line.cells) and at_same_numbers(header.cells, rest) is not None
        for line, rest in full
    )


def _fit(split: Sequence[Split]) -> bool:
    return sum(_printed(rest) > _WIDTH for _, rest in split) < _TOO_FULL


def _printed(cells: Sequence[Cell]) -> int:
    return sum(bool(cell.text.strip()) for cell in cells)
