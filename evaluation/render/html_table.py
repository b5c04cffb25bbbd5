"""A grid as an HTML table with rowspan and colspan."""

from __future__ import annotations

import re
from html import escape

from evaluation.render.grid import Grid, GridCell
from evaluation.render.style import Style


def words(text: str, *, soup: bool) -> str:
    """Text for HTML; with `soup` digits and letters stand in spans of their own, as Word pastes."""
    if not soup:
        return escape(text, quote=False)
    pieces = re.split(r"([0-9A-Za-z.,]+)", text)
    return "".join(
        f'<span lang="EN-US" style="font-family:Arial">{escape(piece, quote=False)}</span>'
        if index % 2
        else escape(piece, quote=False)
        for index, piece in enumerate(pieces)
    )


def plain_table(grid: Grid) -> str:
    """A table without any decoration, a row a line."""
    rows = (
        "<tr>" + "".join(f"<td{_spans(cell)}>{_lines(cell.text)}</td>" for cell in row) + "</tr>"
        for row in grid.starting()
    )
    return "<table>\n" + "\n".join(rows) + "\n</table>"


def page_table(grid: Grid, style: Style, attributes: str) -> str:
    """A table as web pages and print have it; the header is a thead where it is repeated."""
    rows = [
        "<tr>" + "".join(_cell(cell, style) for cell in row) + "</tr>" for row in grid.starting()
    ]
    head = ""
    if style.repeat_header and grid.header_rows:
        head = "<thead>\n" + "\n".join(rows[: grid.header_rows]) + "\n</thead>\n"
        rows = rows[grid.header_rows :]
    columns = "".join(f'<col style="width:{width:.2f}%">' for width in grid.widths)
    body = "\n".join(rows)
    return (
        f"<table {attributes}>\n<colgroup>{columns}</colgroup>\n{head}<tbody>\n{body}\n</tbody>\n"
        "</table>"
    )


def _spans(cell: GridCell) -> str:
    rows = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    columns = f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
    return rows + columns


def _lines(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _cell(cell: GridCell, style: Style) -> str:
    left = cell.role == "prose" or (cell.role == "label" and not style.centred_labels)
    align = "left" if left else "center"
    pieces = [words(line, soup=style.span_soup) for line in cell.text.split("\n")]
    inner = "<br>".join(pieces) if cell.text else "&nbsp;"
    if style.span_soup:
        inner = f'<p class="MsoNormal" align="{align}">{inner}</p>'
    return f'<td{_spans(cell)} style="text-align:{align}">{inner}</td>'
