"""summary.html: one self-contained page."""

from __future__ import annotations

from pathlib import Path

from extractor.checks.model import Language
from extractor.report.record import Record


class SummaryPage:
    def __init__(self, path: Path, lang: Language) -> None:
        self._file = path.open("w", encoding="utf-8")
        self._lang = lang

    def __enter__(self) -> SummaryPage:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def add(self, record: Record) -> None:
        self._file.write(record.source.path)
