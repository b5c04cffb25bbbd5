"""One page's content becomes lines, table parts and pictures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.reading.document import Box
from extractor.reading.pdf.cells import fill
from extractor.reading.pdf.fragments import Fragment, fragment
from extractor.reading.pdf.furniture import footers
from extractor.reading.pdf.grid import Grid, find_grids
from extractor.reading.pdf.lines import grouped, page_line
from extractor.reading.pdf.shapes import Line, PageContent, Run

# The edges of a table's parts on two pages, and of a box that may be one of them.
_SAME_EDGE = 3.0


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands on a page. `rows` are the runs of each line, for a closer look."""

    content: PageContent
    lines: list[Line]
    rows: list[list[Run]]
    fragments: list[Fragment]
    turned_outside: bool = False
    overprinted: bool = False
    doubtful: list[Box] = field(default_factory=list)
    """Grids with cells that are no rectangles; the whole page if it has too many lines to tell."""


def lay_out(contents: Sequence[PageContent]) -> list[Layout]:
    """All pages; boxes with one cell are tables only as another page's continuation."""
    found = [find_grids(content.drawing) for content in contents]
    tables = [_tables(found, index) for index in range(len(found))]
    open_end = any(grid.open_below for grids in tables for grid in grids)
    feet = footers(contents) if open_end else [[] for _ in contents]
    return [
        _page(content, grids, foot, _doubtful(content, every))
        for content, grids, foot, every in zip(contents, tables, feet, found, strict=True)
    ]


def _doubtful(content: PageContent, grids: list[Grid] | None) -> list[Box]:
    if grids is None:
        return [Box(0.0, 0.0, content.width, content.height)]
    return [grid.box for grid in grids if not grid.sound]


def _tables(found: list[list[Grid] | None], index: int) -> list[Grid]:
    grids = found[index] or []
    before = (found[index - 1] or [])[-1:] if index else []
    after = (found[index + 1] or [])[:1] if index + 1 < len(found) else []
    kept = []
    for position, grid in enumerate(grids):
        ends_page = all(_is_open(other) for other in grids[position + 1 :])
        neighbours = (before if position == 0 else []) + (after if ends_page else [])
        if len(grid.regions) > 1 or any(_same_edges(grid, other) for other in neighbours):
            kept.append(grid)
    return kept


def _is_open(grid: Grid) -> bool:
    """Whether it is but borders that run on to the page's end below a table."""
    return not any(region.closed_above or region.closed_below for region in grid.regions)


def _same_edges(grid: Grid, other: Grid) -> bool:
    return (
        len(other.regions) > 1
        and abs(grid.xs[0] - other.xs[0]) <= _SAME_EDGE
        and abs(grid.xs[-1] - other.xs[-1]) <= _SAME_EDGE
    )


def _page(content: PageContent, grids: list[Grid], foot: list[Run], doubtful: list[Box]) -> Layout:
    fragments: list[Fragment] = []
    overprinted = False
    rest = content.runs
    if grids:
        inside, rest = _shared_out(content.runs, grids, foot)
        for grid, runs in zip(grids, inside, strict=True):
            texts, outside = fill(grid, runs)
            rest += outside
            overprinted |= texts.overprinted
            fragments.append(fragment(grid, texts, content.number))
    written = [part for part in fragments if not part.blank]
    # Beside a written table, an empty one is where its borders run on to the page's end.
    fragments = written or fragments[:1]
    rows = grouped(run for run in rest if not run.turn)
    lines = [page_line(row, content.number) for row in rows]
    turned_outside = any(run.turn for run in rest)
    return Layout(content, lines, rows, fragments, turned_outside, overprinted, doubtful)


def _shared_out(
    runs: list[Run], grids: list[Grid], foot: list[Run]
) -> tuple[list[list[Run]], list[Run]]:
    """Each grid's runs, and those of none: a footer is in no cell unless it is closed around it."""
    footer = {id(run) for run in foot}
    inside: list[list[Run]] = [[] for _ in grids]
    rest: list[Run] = []
    tops = [grid.ys[0] for grid in grids]
    ends = [grid.box.bottom for grid in grids]
    for run in runs:
        number = _grid_of(grids, tops, ends, run)
        if number is not None and id(run) in footer and not _is_closed(grids[number], run):
            number = None
        if number is None:
            rest.append(run)
        else:
            inside[number].append(run)
            # A cell open below may have its text run on, line by line.
            ends[number] = max(ends[number], run.bottom if grids[number].open_below else 0.0)
    return inside, rest


def _grid_of(grids: list[Grid], tops: list[float], ends: list[float], run: Run) -> int | None:
    """The number of the grid whose area holds the run's middle; grids sorted by top."""
    for number in range(bisect_right(tops, run.middle) - 1, -1, -1):
        grid, box = grids[number], grids[number].box
        end = ends[number] + (run.size if grid.open_below else 0.0)
        if box.top <= run.middle <= end and box.x0 <= (run.x0 + run.x1) / 2 <= box.x1:
            return number
    return None


def _is_closed(grid: Grid, run: Run) -> bool:
    number = grid.region_at((run.x0 + run.x1) / 2, run.middle)
    return number is not None and grid.regions[number].closed_below


def covered(content: PageContent) -> float:
    """The share of the page that images cover (overlaps counted twice, at most the whole)."""
    area = sum(visible_part(box, content) for box in content.drawing.images)
    return min(1.0, area / (content.width * content.height))


def visible_part(box: Box, content: PageContent) -> float:
    """The area of an image that lies on the page."""
    width = min(box.x1, content.width) - max(box.x0, 0.0)
    height = min(box.bottom, content.height) - max(box.top, 0.0)
    return max(width, 0.0) * max(height, 0.0)
