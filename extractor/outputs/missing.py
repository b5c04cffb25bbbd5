"""Who has not reported, read back from reporting.csv: it may have been opened and saved since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from extractor.checks.years.legal_day import legal_day_of
from extractor.decisions.spreadsheet import rows_of
from extractor.outputs.columns import REPORTING_COLUMNS
from extractor.outputs.sheet_missing import MissingSheet
from extractor.roster.dates import read_date
from extractor.roster.reporting import STATES
from extractor.roster.values import kind_of_word, level_of_word

_HEADS = {column.key: (column.head.zh, column.head.en) for column in REPORTING_COLUMNS}
_MISSING = (STATES["missing"].zh, STATES["missing"].en)


def missing_in(path: Path) -> Iterator[MissingSheet]:
    """A SpreadsheetError for a file that no longer holds the list: nobody is asked by it."""
    for _, cells in rows_of(path, _HEADS, ("agency", "status")):
        if cells["status"].casefold() in _MISSING and cells["agency"]:
            yield _sheet(cells)


def _sheet(cells: dict[str, str]) -> MissingSheet:
    level, kind = level_of_word(cells["level"]), kind_of_word(cells["kind"])
    year = cells["year"] if cells["year"].isdecimal() else ""
    named = legal_day_of(int(year or 0), cells["agency"], level, kind).severity != "hint"
    due = read_date(cells["due"]) if cells["due"] else None
    return MissingSheet(
        agency=cells["agency"],
        region=cells["region"],
        year=year,
        # A spreadsheet may have saved it as 2024/1/31.
        due=due.isoformat() if isinstance(due, date) else cells["due"],
        named_by_law=named,
        remark=cells["remark"],
    )
