"""Tables as a reader delivers them, read, and what is then in their rows."""

from __future__ import annotations

from extractor.reading.document import Table
from extractor.report.figures import StatutoryTable, StatutoryTables
from extractor.report.tables import read_tables
from tests.building import document

VALUES = {
    "new": ["52", "5", "0", "1", "0", "2", "60"],
    "carried_in": ["3", "0", "0", "0", "0", "0", "3"],
    "granted": ["1,203", "", "/", "无", "０", "2", "30"],
    "refused.process": ["4", "0", "0", "0", "0", "0", "4"],
    "other.other": ["", "", "", "", "", "", ""],
}


def read(*tables: Table | str) -> StatutoryTables:
    return read_tables(document(*tables))


def three(tables: StatutoryTables) -> StatutoryTable:
    assert tables.applications is not None
    return tables.applications


def values(table: StatutoryTable, row: str) -> list[object]:
    return [figure.value for figure in table.rows[row].figures.values()]


def printed(table: StatutoryTable, row: str) -> list[str | None]:
    return [figure.printed for figure in table.rows[row].figures.values()]
