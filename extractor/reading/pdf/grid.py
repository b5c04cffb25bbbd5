"""From ruling lines to grids: elementary cells, merged where no line parts them.

Our own rather than pdfplumber's cells from corner points: that needs all four corners of a cell
drawn, so it loses the rows whose border is missing at a page break, and takes longer over a page
than PDFium takes to read it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from extractor.reading.document import Box
from extractor.reading.pdf.joined import root
from extractor.reading.pdf.rulings import MAX_LINES, connected, whole_lines
from extractor.reading.pdf.shapes import Drawing, Ruling

# A border counts as there if lines cover this much of the side: joints leave small gaps.
_COVERED = 0.6
# Rows lower than this hold no text: they are double borders, the space between cells with borders
# of their own, or joints that Chromium misses by a few points at page breaks.
_TOO_LOW = 6.0
# The same for columns.
_TOO_NARROW = 4.0
# Lines that stand out this far over the last crossing line leave room for a row without border.
_OPEN_END = 6.0
# Table three has 30 rows by 10 columns; a grid of more cells than this is a drawing.
_MAX_CELLS = 20_000
# A box with fewer cells inside another cell is an ornament or a tick box, no table.
_TABLE_CELLS = 4


@dataclass(frozen=True, slots=True)
class Region:
    """A cell: its span in the grid, its box, and whether its border is drawn above and below."""

    row: int
    column: int
    row_end: int
    column_end: int
    box: Box
    closed_above: bool
    closed_below: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """One table's cells on one page. `sound` is False if some cell is no rectangle."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]
    owner: tuple[tuple[int | None, ...], ...]
    """For each row and column the number of its region."""
    sound: bool = True
    open_below: bool = False
    """Whether some cell goes on below the grid, so that its text may stand out a little."""

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def region_at(self, x: float, y: float) -> int | None:
        """The number of the region that holds a point."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if not 0 <= column < len(self.xs) - 1 or row < 0:
            return None
        if row < len(self.ys) - 1:
            return self.owner[row][column]
        last = self.owner[-1][column]
        return None if last is None or self.regions[last].closed_below else last


def find_grids(drawing: Drawing) -> list[Grid] | None:
    """The page's grids from top to bottom; None if there are too many lines to be tables."""
    horizontal, vertical = whole_lines(drawing.horizontal), whole_lines(drawing.vertical)
    if len(horizontal) > MAX_LINES or len(vertical) > MAX_LINES:
        return None
    grids = []
    for group in connected(horizontal, vertical):
        grid = _grid(*group)
        if grid is not None and grid.regions:
            grids.append(grid)
    return sorted(_without_layout(grids), key=lambda grid: (grid.ys[0], grid.xs[0]))


@dataclass(frozen=True, slots=True)
class _Sides:
    """The positions of a group of lines, and which side of every elementary cell is drawn."""

    xs: list[float]
    ys: list[float]
    upright: list[list[bool]]
    """By x position, then row: whether a line stands there."""
    level: list[list[bool]]
    """By y position, then column: whether a line lies there."""

    @property
    def n_rows(self) -> int:
        return len(self.ys) - 1

    @property
    def n_columns(self) -> int:
        return len(self.xs) - 1


def _grid(horizontal: list[Ruling], vertical: list[Ruling]) -> Grid | None:
    ys = _positions(horizontal, vertical, _TOO_LOW)
    xs = _positions(vertical, horizontal, _TOO_NARROW)
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MAX_CELLS:
        return None
    sides = _Sides(xs, ys, _drawn(xs, ys, vertical), _drawn(ys, xs, horizontal))
    return _with_regions(sides, _merged(sides))


def _positions(lines: list[Ruling], crossing: list[Ruling], least: float) -> list[float]:
    """Where lines lie, and where crossing lines end that stand out over the outermost one."""
    found: list[float] = []
    for at in sorted(line.at for line in lines):
        if not found or at - found[-1] > least:
            found.append(at)
    if not found:
        return [min(line.low for line in crossing), max(line.high for line in crossing)]
    lows = sorted(line.low for line in crossing if line.low < found[0] - _OPEN_END)
    highs = sorted(line.high for line in crossing if line.high > found[-1] + _OPEN_END)
    if len(lows) >= 2:
        found.insert(0, lows[0])
    if len(highs) >= 2:
        found.append(highs[-1])
    return found


def _drawn(at: list[float], along: list[float], lines: list[Ruling]) -> list[list[bool]]:
    """For every position and every step along it: whether a line covers that side."""
    sides = [[False] * (len(along) - 1) for _ in at]
    for line in lines:
        side = sides[max(0, bisect_right(at, line.at + 0.01) - 1)]
        for step in range(max(0, bisect_right(along, line.low) - 1), len(along) - 1):
            low, high = along[step], along[step + 1]
            if low > line.high:
                break
            if min(high, line.high) - max(low, line.low) >= _COVERED * (high - low):
                side[step] = True
    return sides


def _merged(sides: _Sides) -> list[list[int]]:
    """A label for every elementary cell: those without a line between share one."""
    n_rows, n_columns = sides.n_rows, sides.n_columns
    parent = list(range(n_rows * n_columns))
    for row in range(n_rows):
        for column in range(n_columns):
            here = row * n_columns + column
            if column + 1 < n_columns and not sides.upright[column + 1][row]:
                parent[root(parent, here + 1)] = root(parent, here)
            if row + 1 < n_rows and not sides.level[row + 1][column]:
                parent[root(parent, here + n_columns)] = root(parent, here)
    return [
        [root(parent, row * n_columns + column) for column in range(n_columns)]
        for row in range(n_rows)
    ]


def _with_regions(sides: _Sides, labels: list[list[int]]) -> Grid:
    places: dict[int, list[tuple[int, int]]] = {}
    for row, columns in enumerate(labels):
        for column, label in enumerate(columns):
            places.setdefault(label, []).append((row, column))
    outside = _outside(sides, labels)
    regions: list[Region] = []
    numbers: dict[int, int] = {}
    sound = True
    for label, cells in places.items():
        if label in outside:
            continue
        region = _region(sides, cells)
        if region is None:
            sound = False
            continue
        numbers[label] = len(regions)
        regions.append(region)
    owner = tuple(tuple(numbers.get(label) for label in columns) for columns in labels)
    open_below = any(not regions[n].closed_below for n in owner[-1] if n is not None)
    return Grid(tuple(sides.xs), tuple(sides.ys), tuple(regions), owner, sound, open_below)


def _outside(sides: _Sides, labels: list[list[int]]) -> set[int]:
    """Areas open to the left or right where other rows are closed: beside the table, not in it.

    A side that is open all along is a style (tables without outer borders). Open above or below
    is a row at a page break.
    """
    found: set[int] = set()
    for position, column in ((0, 0), (-1, -1)):
        if any(sides.upright[position]):
            drawn = sides.upright[position]
            found |= {row[column] for row, closed in zip(labels, drawn, strict=True) if not closed}
    return found


def _region(sides: _Sides, cells: list[tuple[int, int]]) -> Region | None:
    """The rectangle of these elementary cells; None if they form none."""
    top, bottom = cells[0][0], cells[-1][0] + 1
    left = min(column for _, column in cells)
    right = max(column for _, column in cells) + 1
    if len(cells) != (bottom - top) * (right - left):
        return None
    box = Box(sides.xs[left], sides.ys[top], sides.xs[right], sides.ys[bottom])
    above, below = sides.level[top][left:right], sides.level[bottom][left:right]
    return Region(top, left, bottom, right, box, all(above), all(below))


def _without_layout(grids: list[Grid]) -> list[Grid]:
    """Drops a grid with another in one of its cells: it arranges the page, it is no table."""
    inner = [grid for grid in grids if len(grid.regions) >= _TABLE_CELLS]
    return [
        grid
        for grid in grids
        if not any(other is not grid and _holds(grid, other) for other in inner)
    ]


def _holds(grid: Grid, other: Grid) -> bool:
    outer, box = grid.box, other.box
    return (
        outer.x0 <= box.x0
        and outer.top <= box.top
        and box.x1 <= outer.x1
        and box.bottom <= outer.bottom
    )
