"""Which columns a row's cells cover: by their spans, or by their widths where spans disagree."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extractor.reading.docx.xmlparts import Element

# Twips (1/20 pt). Edges of one column differ by rounding and by cell margins, up to some 4 pt;
# between narrow cells less, between wide ones more, but a column of 20 pt is a real one.
_SNAP_LEAST = 80.0
_SNAP_MOST = 400.0
_SNAP_SHARE = 0.4
# Rows of one table end at the same edge, give or take what percentages and rounding lose.
_END_TOLERANCE = 0.03
# A cell agrees with the grid if its width is that of the columns it covers, margins apart.
_GRID_TOLERANCE = 0.1
# Percentages are turned into twips of a page's text width: only their proportions matter.
_FULL_WIDTH = 9000.0
_MEASURE = re.compile(r"(-?\d{1,9}(?:\.\d{0,9})?)(pt|in|cm|mm|pc|pi|%)?")
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240.0, "pi": 240.0}

Span = tuple[int, int]


class RawCell(NamedTuple):
    """A `w:tc` as it is written; a tuple, since there are thousands."""

    element: Element
    span: int = 1
    width: float | None = None
    joins_above: bool = False
    joins_left: bool = False

    def grown(self, right: RawCell) -> RawCell:
        """The cell together with one that continues it to the right."""
        known = self.width is not None and right.width is not None
        width = (self.width or 0) + (right.width or 0) if known else None
        return self._replace(span=self.span + right.span, width=width)


class RawRow(NamedTuple):
    """A `w:tr`: its cells, and the grid columns left out before and after them."""

    cells: tuple[RawCell, ...]
    before: int = 0
    before_width: float | None = None
    after: int = 0
    swallowed: tuple[Element, ...] = ()
    """Cells that continue their left neighbour: Word does not show what they hold."""

    @property
    def reach(self) -> int:
        """How many grid columns the row says it has."""
        return self.before + sum(cell.span for cell in self.cells) + self.after


@lru_cache(maxsize=1024)
def measure(text: str | None, kind: str | None) -> float | None:
    """A width in twips; None where it is automatic or missing."""
    match = _MEASURE.fullmatch(text or "")
    if match is None or kind in ("auto", "nil"):
        return None
    figure, unit = float(match[1]), match[2]
    if unit == "%":
        twips = figure / 100 * _FULL_WIDTH
    elif kind == "pct":
        twips = figure / 5000 * _FULL_WIDTH
    else:
        twips = figure * _TWIPS.get(unit or "", 1.0)
    return twips if twips > 0 else None


def column_starts(
    rows: Sequence[RawRow], grid: Sequence[float | None]
) -> tuple[list[list[Span]], list[str]]:
    """Each cell's first column and span, and a doubt where neither spans nor widths settle it."""
    by_span = [_by_span(row) for row in rows]
    odd = _odd_rows(rows)
    if not odd or all(_fits(row, spans, grid) for row, spans in zip(rows, by_span, strict=True)):
        return by_span, []
    by_width = _by_width(rows)
    if by_width is not None:
        return by_width, []
    return by_span, [f"第{odd[0] + 1}行的列数与其他行不同，单元格属于哪一列不能确定"]


def _by_span(row: RawRow) -> list[Span]:
    spans: list[Span] = []
    column = row.before
    for cell in row.cells:
        spans.append((column, cell.span))
        column += cell.span
    return spans


def _odd_rows(rows: Sequence[RawRow]) -> list[int]:
    """Rows that reach elsewhere than most; a single cell cannot stand in a wrong column."""
    reaches = [row.reach for row in rows if len(row.cells) > 1]
    if len(set(reaches)) <= 1:
        return []
    counts: dict[int, int] = {}
    for reach in reaches:
        counts[reach] = counts.get(reach, 0) + 1
    usual = max(counts, key=lambda reach: (counts[reach], reach))
    return [index for index, row in enumerate(rows) if len(row.cells) > 1 and row.reach != usual]


def _fits(row: RawRow, spans: Sequence[Span], grid: Sequence[float | None]) -> bool:
    """Whether all cells are as wide as the grid columns they claim: the row only ends early."""
    if row.reach > len(grid):
        return False
    for cell, (column, span) in zip(row.cells, spans, strict=True):
        columns = [width for width in grid[column : column + span] if width is not None]
        if cell.width is None or len(columns) < span:
            return False
        if abs(sum(columns) - cell.width) > max(_SNAP_LEAST, cell.width * _GRID_TOLERANCE):
            return False
    return True


def _by_width(rows: Sequence[RawRow]) -> list[list[Span]] | None:
    """Columns from the edges that the cells' widths add up to, if all rows agree on the end."""
    edges = [_edges(row) for row in rows]
    known = [row for row in edges if row is not None]
    if len(known) < len(rows):
        return None
    end = max((row[-1] for row in known), default=0.0)
    for row, written in zip(known, rows, strict=True):
        if len(row) > 2 and not written.after and end - row[-1] > end * _END_TOLERANCE:
            return None
    columns = _snapped(known)
    placed = [_between(row, columns) for row in known]
    if any(span < 1 for row in placed for _, span in row):
        return None
    return placed


def _edges(row: RawRow) -> list[float] | None:
    if row.before and row.before_width is None:
        return None
    edges = [row.before_width or 0.0]
    for cell in row.cells:
        if cell.width is None:
            return None
        edges.append(edges[-1] + cell.width)
    return edges


def _snapped(rows: Sequence[Sequence[float]]) -> list[float]:
    """The left ends of the groups that the edges of all rows form."""
    widths = [right - left for row in rows for left, right in pairwise(row)]
    snap = min(max(min(widths, default=0.0) * _SNAP_SHARE, _SNAP_LEAST), _SNAP_MOST)
    starts: list[float] = []
    for edge in sorted({edge for row in rows for edge in row}):
        if not starts or edge - starts[-1] > snap:
            starts.append(edge)
    return starts


def _between(edges: Sequence[float], columns: Sequence[float]) -> list[Span]:
    indices = [bisect_right(columns, edge) - 1 for edge in edges]
    return [(left, right - left) for left, right in pairwise(indices)]
