"""Which cells of a line are the values, and which column each stands in.

Where the source kept its grid, a value belongs to the header cell above it. Where a converter
printed cells one after the other, the cells behind the label are the values only if their number
leaves no choice. Everything else is None: the caller says that it could not be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.reading.document import Cell


def under(
    headers: Sequence[Cell], cells: Sequence[Cell], edge: int | None = None
) -> list[Cell] | None:
    """For each header cell the one cell below it; None unless all are found and differ.

    A cell printed beyond the header's right edge has none above it: the row is shifted.
    """
    if edge is not None and any(cell.column >= edge and cell.text.strip() for cell in cells):
        return None
    chosen: list[Cell] = []
    for header in headers:
        overlapping = [cell for cell in cells if _overlap(header, cell) > 0]
        printed = [cell for cell in overlapping if cell.text.strip()]
        if len(printed) > 1 or not overlapping:
            return None
        chosen.append(printed[0] if printed else overlapping[0])
    distinct = {(cell.row, cell.column) for cell in chosen}
    return chosen if len(distinct) == len(chosen) else None


def right_edge(cells: Iterable[Cell]) -> int:
    """The first column behind all cells."""
    return max((cell.column + cell.column_span for cell in cells), default=0)


def _overlap(first: Cell, second: Cell) -> int:
    start = max(first.column, second.column)
    stop = min(first.column + first.column_span, second.column + second.column_span)
    return stop - start


def at_same_numbers(headers: Sequence[Cell], cells: Sequence[Cell]) -> list[Cell] | None:
    """For header cells of a table without grid the cells with their numbers in the row.

    Only for rows with as many cells as the header's: then the converter printed a cell for every
    column. None unless these hold all that is printed.
    """
    by_number = {cell.column: cell for cell in cells}
    numbers = [header.column for header in headers]
    if len(set(numbers)) < len(numbers) or any(n not in by_number for n in numbers):
        return None
    if any(cell.text.strip() for cell in cells if cell.column not in numbers):
        return None
    return [by_number[number] for number in numbers]


def window(cells: Sequence[Cell], width: int) -> list[Cell] | None:
    """The `width` consecutive cells that hold all that is printed, if there is only one choice.

    Converters pad rows with empty cells for merged ones, in front, behind or both. A row without
    anything printed is the same wherever the window lies.
    """
    starts = window_starts(cells, width)
    if len(starts) == 1 or (starts and not any(cell.text.strip() for cell in cells)):
        return list(cells[starts[0] : starts[0] + width])
    return None


def possible_starts(cells: Sequence[Cell], width: int) -> list[int]:
    """Every offset at which `width` columns hold all that is printed, if blanks at the line's end
    may have been cut off.
    """
    printed = [index for index, cell in enumerate(cells) if cell.text.strip()]
    if not printed:
        return list(range(max(0, len(cells) - width) + 1))
    return list(range(max(0, printed[-1] - width + 1), printed[0] + 1))


def window_starts(cells: Sequence[Cell], width: int) -> list[int]:
    """Every offset at which `width` consecutive cells hold all that is printed."""
    printed = [index for index, cell in enumerate(cells) if cell.text.strip()]
    last_start = len(cells) - width
    if not printed:
        return list(range(last_start + 1))
    first, last = printed[0], printed[-1]
    return list(range(max(0, last - width + 1), min(first, last_start) + 1))
