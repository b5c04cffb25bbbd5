"""flags.xlsx: the same rows as flags.csv, ready to be judged in Excel or WPS."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import xlsxwriter

from extractor.checks.model import Language
from extractor.decisions.model import VERDICTS
from extractor.outputs.columns import Cell, Column, heads

# Excel's own limit for one cell; longer evidence is whole in flags.csv and reports.jsonl.
_CELL_LIMIT = 32_000
_ROW_LIMIT = 1_048_576
_SHEET = {"zh": "问题清单", "en": "flags"}
# The same run must give the same bytes: no clock in the file.
_NO_CLOCK = datetime(2020, 1, 1)
_TOO_LONG = {"zh": "行数超过表格上限，其余见 flags.csv。", "en": "More rows stand in flags.csv."}
_LINE_POINTS, _MOST_LINES = 15.0, 20
_A3 = 8


def _width(text: str) -> int:
    """In the characters by which columns are measured: a Chinese one takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class Workbook:
    """One sheet, written row by row in constant memory."""

    def __init__(self, path: Path, columns: tuple[Column, ...], lang: Language) -> None:
        self._book = xlsxwriter.Workbook(
            str(path),
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
            },
        )
        self._book.set_properties({"created": _NO_CLOCK})
        self._columns, self._lang = columns, lang
        self._sheet = self._book.add_worksheet(_SHEET[lang])
        self._next = 1
        self._dress()

    def __enter__(self) -> Workbook:
        return self

    def __exit__(self, *error: object) -> None:
        if error[0] is None:
            self._finish()
        self._book.close()

    def row(self, cells: Iterable[Cell]) -> None:
        if self._next >= _ROW_LIMIT - 1:
            self._sheet.write_string(_ROW_LIMIT - 1, 0, _TOO_LONG[self._lang])
            return
        cells = list(cells)
        self._sheet.set_row(self._next, self._height(cells))
        for index, cell in enumerate(cells):
            if isinstance(cell, str):
                self._sheet.write_string(self._next, index, cell[:_CELL_LIMIT], self._wrapped)
            elif cell is not None:
                self._sheet.write_number(self._next, index, cell, self._plain)
            else:
                self._sheet.write_blank(self._next, index, None, self._wrapped)
        self._next += 1

    def _height(self, cells: list[Cell]) -> float:
        """Enough for the wrapped text: not every program measures it on opening."""
        lines = [
            math.ceil(1.15 * _width(cell) / column.width)
            for cell, column in zip(cells, self._columns, strict=True)
            if isinstance(cell, str)
        ]
        return _LINE_POINTS * min(max([1, *lines]), _MOST_LINES)

    def _dress(self) -> None:
        """Frozen header, readable widths, wrapped text, a drop-down where a verdict is typed."""
        head = self._book.add_format(
            {"bold": True, "bg_color": "#DCE6F1", "border": 1, "valign": "vcenter"}
        )
        self._wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._plain = self._book.add_format({"valign": "top"})
        for index, column in enumerate(self._columns):
            self._sheet.set_column(index, index, column.width)
        for index, told in enumerate(heads(self._columns, self._lang)):
            self._sheet.write_string(0, index, told, head)
        self._sheet.freeze_panes(1, 1)
        self._sheet.set_landscape()
        self._sheet.set_paper(_A3)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)

    def _finish(self) -> None:
        last = max(1, self._next - 1)
        self._sheet.autofilter(0, 0, last, len(self._columns) - 1)
        for index, column in enumerate(self._columns):
            if column.key == "verdict":
                self._sheet.data_validation(
                    1, index, last, index, {"validate": "list", "source": list(VERDICTS)}
                )
