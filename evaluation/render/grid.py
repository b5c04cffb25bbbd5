"""Tables to print: cells on a grid with spans and column widths."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

Role = Literal["head", "label", "value", "prose"]
# Column edges nearer than this (of 100) are one edge when tables are stacked.
EDGE_TOLERANCE = 0.6


@dataclass(frozen=True, slots=True)
class GridCell:
    """A printed cell; a line feed in its text is a break within the cell."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    role: Role = "value"


@dataclass(frozen=True, slots=True)
class Grid:
    """A printed table; `widths` are the columns' and add up to 100."""

    cells: tuple[GridCell, ...]
    widths: tuple[float, ...]
    header_rows: int

    @property
    def n_rows(self) -> int:
        return max(cell.row + cell.row_span for cell in self.cells)

    @property
    def n_columns(self) -> int:
        return len(self.widths)

    def covering(self) -> list[list[GridCell]]:
        """For every place of the grid the cell that covers it."""
        by_place = {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }
        return [[by_place[r, c] for c in range(self.n_columns)] for r in range(self.n_rows)]

    def starting(self) -> list[list[GridCell]]:
        """The cells that start in each row, left to right."""
        rows: list[list[GridCell]] = [[] for _ in range(self.n_rows)]
        for cell in sorted(self.cells, key=lambda cell: (cell.row, cell.column)):
            rows[cell.row].append(cell)
        return rows


def stack(upper: Grid, between: list[str], lower: Grid) -> Grid:
    """Two tables printed as one, with full-width rows of text between them."""
    edges = _edges(upper.widths)
    edges += [edge for edge in _edges(lower.widths) if not _near(edge, edges)]
    edges.sort()
    cells = [_moved(cell, upper.widths, edges, 0) for cell in upper.cells]
    top = upper.n_rows
    for text in between:
        cells.append(GridCell(top, 0, text, 1, len(edges) - 1, "prose"))
        top += 1
    cells += [_moved(cell, lower.widths, edges, top) for cell in lower.cells]
    widths = tuple(right - left for left, right in pairwise(edges))
    return Grid(tuple(cells), widths, upper.header_rows)


def _edges(widths: tuple[float, ...]) -> list[float]:
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + width)
    return edges


def _near(edge: float, edges: list[float]) -> bool:
    return any(abs(edge - other) < EDGE_TOLERANCE for other in edges)


def _moved(cell: GridCell, widths: tuple[float, ...], edges: list[float], top: int) -> GridCell:
    own = _edges(widths)
    left, right = own[cell.column], own[cell.column + cell.column_span]
    first = min(range(len(edges)), key=lambda i: abs(edges[i] - left))
    last = min(range(len(edges)), key=lambda i: abs(edges[i] - right))
    return replace(cell, row=cell.row + top, column=first, column_span=last - first)
