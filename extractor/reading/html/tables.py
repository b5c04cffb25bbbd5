"""Which tables hold data and which only lay out the page; layout dissolves into its content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from extractor.reading.blocks import STATUTORY, is_number, is_section_title
from extractor.reading.document import Table
from extractor.reading.html.grid import RawCell, RawRow, RawTable, laid_out, raw_table
from extractor.reading.html.inline import cell_text

# The longest labels of the form have some 60 characters; notes in cells stay below this, while a
# paragraph of a report in a layout cell seldom does.
LONG_CELL = 160
# A nested table of more characters or elements is content of its own, not part of a cell.
SMALL_NESTED = 200
# Own numbers an outer table must print to be data although a cell holds another table.
OWN_NUMBERS = 6
# Share of link characters from which a table is a menu.
MENU_SHARE = 0.5

NESTED = "单元格内嵌有表格，其内容并入该单元格"
_SENTENCE_ENDS = re.compile("[。；！？]")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a table: rows that are data, or one layout cell to be read as page content."""

    table: Table | None = None
    cell: etree._Element | None = None


def nested_cells(root: etree._Element) -> frozenset[etree._Element]:
    """The cells that hold tables of more than one cell."""
    found: set[etree._Element] = set()
    for table in root.iter("table"):
        if len(list(_first_cells(table))) < 2:
            continue
        parent = table.getparent()
        while parent is not None and parent not in found:
            if parent.tag in ("td", "th"):
                found.add(parent)
                break
            parent = parent.getparent()
    return frozenset(found)


def _first_cells(table: etree._Element) -> list[etree._Element]:
    """Up to two cells below a table."""
    cells = []
    for cell in table.iter("td", "th"):
        cells.append(cell)
        if len(cells) == 2:
            break
    return cells


def table_parts(
    element: etree._Element, nested: frozenset[etree._Element]
) -> tuple[RawTable, list[Part]]:
    """The table as parsed, and its parts in order: one Table if it is data."""
    raw = raw_table(element, nested)
    if element.get("role") == "presentation":
        return raw, [Part(cell=cell.element) for row in raw.rows for cell in row.cells]
    inner = [cell for row in raw.rows for cell in row.cells if cell.nested]
    if not inner and _is_data(element, raw.rows):
        return raw, [Part(table=laid_out(raw.rows))]
    if inner and _absorbs(raw.rows, inner):
        return raw, [Part(table=laid_out(raw.rows, (NESTED,)))]
    return raw, _mixed(raw.rows)


def _is_data(element: etree._Element, rows: list[RawRow]) -> bool:
    """Short cells side by side, in rows; neither a frame around prose nor a menu."""
    texts = [cell.text for row in rows for cell in row.cells]
    if len(texts) < 2 or any(_is_prose(text) for text in texts):
        return False
    wide = sum(1 for row in rows if sum(1 for cell in row.cells if cell.text.strip()) >= 2)
    telling = any(is_number(text) or STATUTORY.search(text) for text in texts)
    if wide < 2 and not telling:
        return False
    if not wide and not any(map(is_number, texts)):
        return False
    linked = sum(len("".join(map(str, link.itertext()))) for link in element.iter("a"))
    return linked < MENU_SHARE * (sum(map(len, texts)) + 1)


def _is_prose(text: str) -> bool:
    return len(text) > LONG_CELL and len(_SENTENCE_ENDS.findall(text)) > 1


def _absorbs(rows: list[RawRow], inner: list[RawCell]) -> bool:
    """Whether the tables within are small against a table that is data without them; their text
    then becomes their cell's.
    """
    own = sum(is_number(cell.text) for row in rows for cell in row.cells if not cell.nested)
    if own < OWN_NUMBERS:
        return False
    if any(len(list(islice(cell.element.iter(), SMALL_NESTED))) == SMALL_NESTED for cell in inner):
        return False
    texts = [cell_text(cell.element) for cell in inner]
    if sum(map(len, texts)) > SMALL_NESTED:
        return False
    for cell, text in zip(inner, texts, strict=True):
        cell.text = text
    return True


def _mixed(rows: list[RawRow]) -> list[Part]:
    """Layout cell by cell, and in between the runs of rows that are data."""
    parts: list[Part] = []
    run: list[RawRow] = []
    for row in rows:
        if _may_be_data(row):
            run.append(row)
        else:
            parts += _run_parts(run)
            run = []
            parts += [Part(cell=cell.element) for cell in row.cells]
    return parts + _run_parts(run)


def _may_be_data(row: RawRow) -> bool:
    return bool(row.cells) and all(
        not cell.nested and len(cell.text) <= LONG_CELL and not is_section_title(cell.text.strip())
        for cell in row.cells
    )


def _run_parts(run: list[RawRow]) -> list[Part]:
    """A run of rows with short cells: a table if it prints numbers side by side."""
    start, stop = 0, len(run)
    while start < stop and _is_lone_line(run[start]):
        start += 1
    while start < stop and _is_lone_line(run[stop - 1]):
        stop -= 1
    core = run[start:stop]
    wide = sum(1 for row in core if len(row.cells) >= 2)
    texts = [cell.text for row in core for cell in row.cells]
    if wide < 2 or not any(map(is_number, texts)):
        return [Part(cell=cell.element) for row in run for cell in row.cells]
    before = [Part(cell=cell.element) for row in run[:start] for cell in row.cells]
    after = [Part(cell=cell.element) for row in run[stop:] for cell in row.cells]
    return [*before, Part(table=laid_out(core)), *after]


def _is_lone_line(row: RawRow) -> bool:
    """A row with one text that is no label of the form: a title, a signature, a blank line."""
    filled = [cell.text for cell in row.cells if cell.text.strip()]
    if len(filled) > 1:
        return False
    return not filled or not (is_number(filled[0]) or STATUTORY.search(filled[0]))
