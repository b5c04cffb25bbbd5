"""A report as converters print it into text files and Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable

from evaluation.render.grid import Grid
from evaluation.render.html_table import plain_table
from evaluation.render.layout import Block, Para
from evaluation.render.style import Style

_RIGHT_MARGIN = " " * 30


def cells_behind_tabs(blocks: list[Block], style: Style) -> str:
    """A cell a line behind a tab, a blank line after each row; covered rows leave a bare tab."""
    return _plain(blocks, style, _cell_lines)


def tabs_on_grid(blocks: list[Block], style: Style) -> str:
    """A row a line, tabs between all places of the grid; covered ones are empty."""
    return _plain(blocks, style, _grid_rows)


def tabs_between_cells(blocks: list[Block], style: Style) -> str:
    """A row a line as word processors save it: cells merged sideways are one, downwards empty."""
    return _plain(blocks, style, _word_rows)


def _plain(blocks: list[Block], style: Style, table: Callable[[Grid], str]) -> str:
    pieces: list[str] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Grid):
            pieces += [table(block), "", ""]
            continue
        residue = f"[bookmark: mark_{index}]" if style.bookmarks and index % 7 == 0 else ""
        margin = _RIGHT_MARGIN if block.kind == "right" else ""
        pieces.append(f"{residue}{margin}{block.text}")
        if block.kind == "title" and isinstance(blocks[index + 1], Para):
            pieces += [""] if blocks[index + 1] != block else []
    return "\n".join(pieces) + "\n"


def _cell_lines(grid: Grid) -> str:
    rows = []
    for index, row in enumerate(grid.covering()):
        starts = [cell for column, cell in enumerate(row) if cell.column == column]
        rows.append("\n".join(f"\t{cell.text if cell.row == index else ''}" for cell in starts))
    return "\n\n".join(rows)


def _grid_rows(grid: Grid) -> str:
    return "\n".join(
        "\t".join(
            _one_line(cell.text) if (cell.row, cell.column) == (index, column) else ""
            for column, cell in enumerate(row)
        )
        for index, row in enumerate(grid.covering())
    )


def _word_rows(grid: Grid) -> str:
    return "\n".join(
        "\t".join(
            _one_line(cell.text) if cell.row == index else ""
            for column, cell in enumerate(row)
            if cell.column == column
        )
        for index, row in enumerate(grid.covering())
    )


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def markdown_pipes(blocks: list[Block], style: Style) -> str:
    """Markdown with pipe tables; covered places are empty cells."""
    return _markdown(blocks, style, _pipe_table)


def markdown_html(blocks: list[Block], style: Style) -> str:
    """Markdown with HTML tables."""
    return _markdown(blocks, style, plain_table)


def _markdown(blocks: list[Block], style: Style, table: Callable[[Grid], str]) -> str:
    return "\n\n".join(
        table(block) if isinstance(block, Grid) else _markdown_line(block, style)
        for block in blocks
    ) + "\n"  # fmt: skip


def _markdown_line(para: Para, style: Style) -> str:
    text = para.text.replace("*", "\\*").replace("<", "\\<")
    if style.escapes:
        text = re.sub(r"^(\d+)\.", r"\1\\.", text)
    if para.kind == "title":
        return f"# {text}"
    if para.kind in ("section", "heading"):
        mark = "##" if para.kind == "section" else "###"
        return f"{mark} {text}" if style.outline_headings else f"**{text}**"
    return text


def _pipe_table(grid: Grid) -> str:
    lines = []
    for index, row in enumerate(grid.covering()):
        cells = (
            cell.text.replace("|", "\\|").replace("\n", "<br>")
            if (cell.row, cell.column) == (index, column)
            else ""
            for column, cell in enumerate(row)
        )
        lines.append("| " + " | ".join(cells) + " |")
    lines.insert(1, "|" + " --- |" * grid.n_columns)
    return "\n".join(lines)
