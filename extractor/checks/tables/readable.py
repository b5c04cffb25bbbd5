"""The tables of which something may be said: those that were read without doubt."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case
from extractor.report.figures import StatutoryTable
from extractor.report.forms import TableKey


def readable(case: Case, *keys: TableKey, reach: int = 0) -> Iterator[StatutoryTable]:
    """The tables that are there and that no reading problem (P104) touches, be it as many pages
    away as `reach` says: there a whole row may have been lost.
    """
    for table in case.report.tables.present():
        wanted = not keys or table.key in keys
        if wanted and table.key not in case.unread and not _touched(case, table, reach):
            yield table


def _touched(case: Case, table: StatutoryTable, reach: int) -> bool:
    pages = {figure.place.page for figure in table.figures() if figure.place is not None}
    for problem in case.report.document.problems:
        if problem.code != "P104":
            continue
        page = problem.place.page if problem.place else None
        if page is None or not pages or any(abs(page - own) <= reach for own in pages):
            return True
    return False
