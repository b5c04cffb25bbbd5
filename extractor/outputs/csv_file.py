"""CSV as Excel and WPS open it without mojibake: UTF-8 with BOM, harmless cells."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from extractor.checks.model import Language
from extractor.decisions.cells import harmless
from extractor.outputs.columns import Cell, Column, Day, heads


class CsvFile:
    """Rows are written as they come: memory does not grow with the batch."""

    def __init__(self, path: Path, columns: tuple[Column, ...], lang: Language) -> None:
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow([harmless(head) for head in heads(columns, lang)])

    def __enter__(self) -> CsvFile:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def row(self, cells: Iterable[Cell]) -> None:
        self._writer.writerow([_cell(cell) for cell in cells])


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Day):
        return cell
    return harmless(cell) if isinstance(cell, str) else f"{cell:.10g}"
