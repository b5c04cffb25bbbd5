"""A grid as a Word table with true merges (gridSpan, vMerge)."""

from __future__ import annotations

from xml.sax.saxutils import escape

from evaluation.render.grid import Grid, GridCell
from evaluation.render.style import Style

TWIPS_PER_POINT = 20


def fonts(name: str, latin: str) -> str:
    """The fonts of a run."""
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{name}" w:cs="{latin}"/>'


def run(text: str, properties: str) -> str:
    """A run of text; line feeds become line breaks."""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:r><w:rPr>{properties}</w:rPr>{lines}</w:r>"


def table_xml(grid: Grid, style: Style, width: int) -> str:
    """The table, `width` twips wide."""
    columns = [round(width * share / 100) for share in grid.widths]
    sides = (40 if style.narrow else 80, 20 if style.narrow else 60)[style.size >= 14]
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid_columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    rows = "".join(
        _row(cells, index, grid, style, columns) for index, cells in enumerate(grid.covering())
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{sides}" w:type="dxa"/>'
        f'<w:right w:w="{sides}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid_columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(cells: list[GridCell], index: int, grid: Grid, style: Style, columns: list[int]) -> str:
    height = round((style.size * 1.3 + 2 * style.padding) * TWIPS_PER_POINT)
    header = "<w:tblHeader/>" if style.repeat_header and index < grid.header_rows else ""
    texts = "".join(
        _cell(cell, index, style, columns)
        for column, cell in enumerate(cells)
        if cell.column == column
    )
    return f'<w:tr><w:trPr><w:trHeight w:val="{height}"/>{header}</w:trPr>{texts}</w:tr>'


def _cell(cell: GridCell, row: int, style: Style, columns: list[int]) -> str:
    width = sum(columns[cell.column : cell.column + cell.column_span])
    merge = ""
    if cell.column_span > 1:
        merge += f'<w:gridSpan w:val="{cell.column_span}"/>'
    if cell.row_span > 1:
        merge += '<w:vMerge w:val="restart"/>' if cell.row == row else "<w:vMerge/>"
    text = cell.text if cell.row == row else ""
    pieces = text.split("\n") if style.breaks_as_paragraphs else [text]
    paragraphs = "".join(_paragraph(piece, cell, style) for piece in pieces)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{paragraphs}</w:tc>"
    )


def _paragraph(text: str, cell: GridCell, style: Style) -> str:
    left = cell.role == "prose" or (cell.role == "label" and not style.centred_labels)
    space = round(style.padding * TWIPS_PER_POINT)
    properties = (
        f"{fonts(style.table_font, style.latin_font)}"
        f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>'
    )
    return (
        f'<w:p><w:pPr><w:spacing w:before="{space}" w:after="{space}"/>'
        f'<w:jc w:val="{"left" if left else "center"}"/></w:pPr>'
        f"{run(text, properties) if text else ''}</w:p>"
    )
