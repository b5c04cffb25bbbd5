"""A report as PDF without a word processor: pages drawn line by line, tables with ruled cells.

LibreOffice needs the better part of a second for each PDF; this takes a tenth of it. Text in an
embedded TrueType subset with a ToUnicode map where the machine has a Chinese TrueType font, else in
STSong-Light, which readers of PDFs must bring along: both occur among published reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from evaluation.render.grid import Grid, GridCell
from evaluation.render.layout import Block, Para
from evaluation.render.style import Style

_A4 = (595.3, 841.9)
_TOP, _BOTTOM = 72.0, 72.0
_LINE = 1.5
_CELL_LINE = 1.25
_INNER = 2.0
_FALLBACK = "STSong-Light"
_TRUETYPE = (
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/arphic/uming.ttc",
    "/usr/share/fonts/truetype/arphic/ukai.ttc",
    "C:/Windows/Fonts/simsun.ttc",
    "C:/Windows/Fonts/simhei.ttf",
)


@cache
def fonts() -> tuple[str, ...]:
    """The fonts that this machine can print with; the last needs no file."""
    found = []
    for path in filter(Path.exists, map(Path, _TRUETYPE)):
        try:
            pdfmetrics.registerFont(TTFont(path.stem, str(path), subfontIndex=0))
            found.append(path.stem)
        except TTFError:  # outlines of another kind under the same name
            continue
    pdfmetrics.registerFont(UnicodeCIDFont(_FALLBACK))
    return (*found, _FALLBACK)


@cache
def _width(font: str, character: str) -> float:
    return float(pdfmetrics.stringWidth(character, font, 1))


def write_pdf(path: Path, blocks: list[Block], style: Style, title: str, font: str) -> None:
    """Write the report as a PDF file."""
    size = (_A4[1], _A4[0]) if style.landscape else _A4
    canvas = Canvas(str(path), pagesize=size, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    side = 100.0 if style.narrow else 70.0
    pages = _Pages(canvas, font, style, size[1], side, size[0] - 2 * side)
    for block in blocks:
        if isinstance(block, Grid):
            pages.table(block)
        else:
            pages.paragraph(block)
    pages.end()
    canvas.save()


@dataclass
class _Pages:
    """Where on the paper the next line goes; y runs downwards."""

    canvas: Canvas
    font: str
    style: Style
    height: float
    left: float
    width: float
    y: float = _TOP
    number: int = 1

    def paragraph(self, para: Para) -> None:
        size = self.style.title_size if para.kind == "title" else self.style.body_size
        indent = 0.0 if para.kind in ("title", "right") else 2 * size
        for index, line in enumerate(self._wrapped(para.text, size, self.width, indent)):
            self._room(size * _LINE)
            width = sum(_width(self.font, each) for each in line) * size
            x = self.left + (indent if index == 0 else 0.0)
            if para.kind == "title":
                x = self.left + (self.width - width) / 2
            elif para.kind == "right":
                x = self.left + self.width - width - 2 * size
            self._text(x, self.y + size, line, size)
            self.y += size * _LINE

    def table(self, grid: Grid) -> None:
        """Rows go page by page; a cell over the break is ruled, and its text goes on, on both."""
        edges = [self.left]
        for share in grid.widths:
            edges.append(edges[-1] + self.width * share / 100)
        heights = self._heights(grid, edges)
        texts = {cell: self._lines(cell, edges) for cell in grid.cells}
        first = 0
        while first < len(heights):
            self._room(heights[first])
            last, used = first, 0.0
            while last < len(heights) and self.y + used + heights[last] <= self._floor:
                used += heights[last]
                last += 1
            # A row taller than a page is printed all the same.
            last = max(last, first + 1)
            self._rows(texts, edges, heights, first, last)
            first = last
        self.y += self.style.body_size

    @property
    def _floor(self) -> float:
        return self.height - _BOTTOM

    def _heights(self, grid: Grid, edges: list[float]) -> list[float]:
        """Each row as tall as its cells; what a spanning cell lacks is spread over its rows."""
        line = self.style.size * _CELL_LINE
        heights = [line + 2 * (_INNER + self.style.padding)] * grid.n_rows
        for cell in sorted(grid.cells, key=lambda cell: cell.row_span):
            needed = len(self._lines(cell, edges)) * line + 2 * (_INNER + self.style.padding)
            rows = range(cell.row, cell.row + cell.row_span)
            lacking = (needed - sum(heights[row] for row in rows)) / cell.row_span
            if lacking > 0:
                for row in rows:
                    heights[row] += lacking
        return heights

    def _rows(
        self,
        texts: dict[GridCell, list[str]],
        edges: list[float],
        heights: list[float],
        first: int,
        last: int,
    ) -> None:
        """These rows; `texts` loses what is printed, and holds what is left for the next page."""
        tops = [self.y]
        for row in range(first, last):
            tops.append(tops[-1] + heights[row])
        for cell in texts:
            start, end = max(cell.row, first), min(cell.row + cell.row_span, last)
            if start >= end:
                continue
            left, right = edges[cell.column], edges[cell.column + cell.column_span]
            top, bottom = tops[start - first], tops[end - first]
            self.canvas.setLineWidth(0.5)
            self.canvas.rect(left, self.height - bottom, right - left, bottom - top)
            room = int((bottom - top - 2 * _INNER) / (self.style.size * _CELL_LINE))
            shown = len(texts[cell]) if cell.row + cell.row_span <= last else room
            self._cell_text(cell, texts[cell][:shown], left, right, (top + bottom) / 2)
            texts[cell] = texts[cell][shown:]
        self.y = tops[-1]

    def _cell_text(
        self, cell: GridCell, lines: list[str], left: float, right: float, middle: float
    ) -> None:
        size = self.style.size
        y = middle - len(lines) * size * _CELL_LINE / 2 + size
        flush = cell.role == "prose" or (cell.role == "label" and not self.style.centred_labels)
        for line in lines:
            width = sum(_width(self.font, each) for each in line) * size
            x = left + _INNER if flush else (left + right - width) / 2
            self._text(x, y, line, size)
            y += size * _CELL_LINE

    def _lines(self, cell: GridCell, edges: list[float]) -> list[str]:
        width = edges[cell.column + cell.column_span] - edges[cell.column] - 2 * _INNER
        pieces = cell.text.split("\n")
        return [line for piece in pieces for line in self._wrapped(piece, self.style.size, width)]

    def _wrapped(self, text: str, size: float, width: float, indent: float = 0.0) -> Iterator[str]:
        line, left = "", width - indent
        for character in text:
            needed = _width(self.font, character) * size
            if line and needed > left:
                yield line
                line, left = "", width
            line += character
            left -= needed
        yield line

    def _text(self, x: float, y: float, text: str, size: float) -> None:
        self.canvas.setFont(self.font, size)
        self.canvas.drawString(x, self.height - y, text)

    def _room(self, needed: float) -> None:
        if self.y + needed > self._floor and self.y > _TOP:
            self.end()
            self.number += 1
            self.y = _TOP

    def end(self) -> None:
        """The page's foot."""
        number = {"dash": f"— {self.number} —", "of": f"第{self.number}页"}.get(
            self.style.footer, str(self.number)
        )
        if self.style.footer != "none":
            self._text(self.left + self.width / 2 - 10, self.height - 40, number, 10)
        self.canvas.showPage()
