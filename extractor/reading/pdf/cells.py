"""The text of each cell: which runs lie in it, and how its lines are joined."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from extractor.reading.pdf.grid import Grid
from extractor.reading.pdf.lines import grouped, line_text, righted, unit_width
from extractor.reading.pdf.shapes import Run

# Digits closer than this (in ems) across a border are one number that outgrew its cell.
_TOUCHING = 0.12
# What part of such a number must lie in a cell for the cell to own it.
_OWNED = 0.6
# What part of a text stands out over a border that it crosses: less is a font's own height.
_OVER = 0.3
# Text may touch its cell's border, to within so many points.
_ON_LINE = 2.0
# Texts side by side overlap by a serif; more than this part is one printed over another.
_COVERED = 0.5
# Padding left and right of a cell's text: Word has 5.4 points a side, style sheets a little more;
# narrow columns are made with less.
_PADDING = 12.0
_PADDING_SHARE = 0.5
# Type of one cell differs by less than this.
_LIKE = 1.15
# A vertical text has characters one below the other; fewer say nothing about the direction.
_VERTICAL_STEPS = 3
# What no text begins with: over a border it is the end of the text on the border's other side.
_CLINGING = frozenset("，。、；：？！）》”’)〉】〕]")

_OVERPRINTED = "文字互相重叠，数字所属的格无法确定：请对照原件"

_NUMBER_END = re.compile(r"[\d.,%]$")
_NUMBER_START = re.compile(r"^[\d.,%]")
_WORD_END = re.compile(r"[A-Za-z]$")
_WORD_START = re.compile(r"^[A-Za-z]")


@dataclass(frozen=True, slots=True)
class CellLine:
    """One line of a cell's text: its width, that of its last characters, and its type size."""

    text: str
    width: float
    step: float
    em: float


@dataclass(frozen=True, slots=True)
class GridText:
    """The lines of each of a grid's regions, and doubts about them."""

    lines: list[list[CellLine]]
    doubts: list[str]
    overprinted: bool


def could_go_on(line: CellLine, following: str, room: float) -> bool:
    """Whether the line is so full that the following text had to go on below."""
    if line.text[-1].isdigit() and following[0].isdigit():
        needed = line.step
    else:
        needed = unit_width(following, line.em)
    return line.width + needed + min(_PADDING, _PADDING_SHARE * room) > room


def join(lines: Iterable[CellLine], room: float) -> str:
    """A cell's lines as one text: wrapped Chinese and wrapped digits close up, words do not.

    Numbers on two lines with room to spare were put there one by one: they stay apart.
    """
    text = ""
    before: CellLine | None = None
    for line in lines:
        if before is not None and _apart(before, line, room):
            text += " "
        text += line.text
        before = line
    return text


def _apart(before: CellLine, line: CellLine, room: float) -> bool:
    if _WORD_END.search(before.text) and _WORD_START.search(line.text):
        return True
    numbers = _NUMBER_END.search(before.text) and _NUMBER_START.search(line.text)
    return bool(numbers) and not could_go_on(before, line.text, room)


def fill(grid: Grid, runs: Iterable[Run]) -> tuple[GridText, list[Run]]:
    """Every region's lines, and the runs that lie in none."""
    inside: list[list[Run]] = [[] for _ in grid.regions]
    rest: list[Run] = []
    doubts: list[str] = []
    last: tuple[Run, int] | None = None
    for run in runs:
        if run.middle > grid.ys[-1]:
            pieces = [(run, _below(grid, run, last))]
        else:
            pieces = _pieces(grid, run, doubts)
        for piece, number in pieces:
            if number is None:
                rest.append(piece)
            else:
                inside[number].append(piece)
                last = (piece, number)
    _lift(grid, inside)
    rows = [_rows(found) for found in inside]
    overprinted = any(_overprinted(row) for found in rows for row in found)
    if overprinted:
        doubts.append(_OVERPRINTED)
    return GridText([[_line(row) for row in found] for found in rows], doubts, overprinted), rest


def _lift(grid: Grid, inside: list[list[Run]]) -> None:
    """Gives text printed over a cell's upper border back to the cell above that it ran out of."""
    for number, region in enumerate(grid.regions):
        border = region.box.top
        over = [run for run in inside[number] if border - run.top > _OVER * (run.bottom - run.top)]
        for run in over if region.row else ():
            above = grid.owner[region.row - 1][_column(grid, run)]
            if above is not None and _ran_out(run, inside[above], inside[number]):
                inside[number].remove(run)
                inside[above].append(run)


def _column(grid: Grid, run: Run) -> int:
    return min(max(bisect_right(grid.xs, (run.x0 + run.x1) / 2), 1), len(grid.xs) - 1) - 1


def _ran_out(run: Run, above: list[Run], below: list[Run]) -> bool:
    """Whether a text follows on the cell above, or is one too many in the cell that it is over.

    The cell above may be blank: at a page's top, its text stands on the page before.
    """
    if above:
        return any(_follows(run, other) for other in above)
    return any(other.top > run.middle for other in below)


def _follows(run: Run, other: Run) -> bool:
    """Whether a run is printed as the next line below another one."""
    gap = run.top - other.bottom
    return -_OVER * run.size < gap < run.size and other.x0 < run.x1 and run.x0 < other.x1


def _below(grid: Grid, run: Run, last: tuple[Run, int] | None) -> int | None:
    """The open cell whose text goes on a little below the lines: not so a footer."""
    if last is None or not last[0].size / _LIKE < run.size < last[0].size * _LIKE:
        return None
    number = grid.region_at((run.x0 + run.x1) / 2, run.middle)
    if number is None or number != last[1]:
        return None
    box = grid.regions[number].box
    return number if box.x0 <= run.x0 + _ON_LINE and run.x1 <= box.x1 + _ON_LINE else None


def _pieces(grid: Grid, run: Run, doubts: list[str]) -> list[tuple[Run, int | None]]:
    """The run as a whole if one region holds it, else cut where it crosses a border."""
    first = grid.region_at(run.x0 + 0.5, run.middle)
    if run.turn or len(run.text) == 1:
        return [(run, grid.region_at((run.x0 + run.x1) / 2, run.middle))]
    if first is not None and first == grid.region_at(run.x1 - 0.5, run.middle):
        return [(run, first)]
    pieces: list[tuple[Run, int | None]] = []
    for begin, end in _tokens(run):
        pieces.extend(_placed(grid, run, begin, end, doubts))
    known = [number for _, number in pieces if number is not None]
    placed: list[tuple[Run, int | None]] = []
    for piece, number in pieces:
        if placed and piece.text in _CLINGING:
            number = placed[-1][1]
        # Text that runs out over the table's edge still belongs to the cell it began in.
        placed.append((piece, known[-1] if number is None and known else number))
    return placed


def _tokens(run: Run) -> list[tuple[int, int]]:
    """Numbers as a whole, everything else character by character."""
    spans: list[tuple[int, int]] = []
    size = run.size
    for index, char in enumerate(run.text):
        if (
            index
            and char.isdigit()
            and run.text[index - 1].isdigit()
            and run.starts[index] - run.ends[index - 1] < _TOUCHING * size
        ):
            spans[-1] = (spans[-1][0], index + 1)
        else:
            spans.append((index, index + 1))
    return spans


def _placed(
    grid: Grid, run: Run, begin: int, end: int, doubts: list[str]
) -> list[tuple[Run, int | None]]:
    """A token goes where its middle lies; a number over a border where most of it lies."""
    places = [
        grid.region_at((run.starts[index] + run.ends[index]) / 2, run.middle)
        for index in range(begin, end)
    ]
    if len(set(places)) == 1:
        return [(_cut(run, begin, end), places[0])]
    doubts.append(f"数字“{run.text[begin:end]}”印出了格线，所属的格请核对")
    most = max(set(places), key=places.count)
    if places.count(most) >= _OWNED * len(places) or _on_border(grid, run, begin, places):
        return [(_cut(run, begin, end), most)]
    return [(_cut(run, index, index + 1), places[index - begin]) for index in range(begin, end)]


def _on_border(grid: Grid, run: Run, begin: int, places: list[int | None]) -> bool:
    """Whether a digit stands on the border: then it parts no two numbers that touch there."""
    for index, (here, after) in enumerate(pairwise(places), start=begin):
        if here != after:
            middle = (run.starts[index + 1] + run.ends[index + 1]) / 2
            border = grid.xs[min(bisect_right(grid.xs, middle), len(grid.xs)) - 1]
            if abs(run.ends[index] - border) > _TOUCHING * run.size:
                return True
    return False


def _cut(run: Run, begin: int, end: int) -> Run:
    starts, ends = run.starts[begin:end], run.ends[begin:end]
    return run._replace(
        text=run.text[begin:end], x0=starts[0], x1=ends[-1], starts=starts, ends=ends
    )


def _rows(runs: list[Run]) -> list[list[Run]]:
    """A cell's lines in reading order, whatever way its text is turned."""
    runs = [run for run in runs if not run.text.isspace()]
    if not runs:
        return []
    if any(run.turn for run in runs):
        runs = [righted(run) for run in runs]
    elif _is_vertical(runs):
        return _columns(runs)
    return grouped(runs)


def _overprinted(row: list[Run]) -> bool:
    """Whether other text is printed over a text; the same again is poor man's bold."""
    return len(row) > 1 and any(
        left.x1 - right.x0 > _COVERED * min(left.x1 - left.x0, right.x1 - right.x0)
        and left.text != right.text
        for left, right in pairwise(row)
    )


def _line(row: list[Run]) -> CellLine:
    width = max(run.x1 for run in row) - row[0].x0
    last = row[-1]
    step = (last.x1 - last.x0) / len(last.text)
    return CellLine(line_text(row, ""), width, step, max(run.size for run in row))


def _is_vertical(runs: list[Run]) -> bool:
    """Single characters that follow one another downwards, in more columns than one."""
    if len(runs) < _VERTICAL_STEPS + 1 or any(len(run.text) > 1 for run in runs):
        return False
    steps = list(pairwise(runs))
    down = sum(
        abs(here.x0 + here.x1 - after.x0 - after.x1) < here.size and after.top > here.top
        for here, after in steps
    )
    return down >= _VERTICAL_STEPS and any(
        after.bottom < here.top and after.x1 <= here.x0 for here, after in steps
    )


def _columns(runs: list[Run]) -> list[list[Run]]:
    """Columns of vertical text, right to left, each downwards."""
    turned = [run._replace(x0=run.top, x1=run.bottom, top=-run.x1, bottom=-run.x0) for run in runs]
    return grouped(turned)
