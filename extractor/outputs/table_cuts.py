"""The part of a statutory table that a finding is about: its rows, with the wrong cells marked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.checks.tables.words import COLUMNS, ROWS, TABLES
from extractor.report.forms import APPLICANTS, APPLICATION_ROWS, TableKey
from extractor.report.record import Flag, Record

# Several places stand behind each other: 表三·一·总计、表三·二·总计; 表四·…与表四·….
_NEXT = re.compile(r"[与、；，](?=表[二三四]·)")
_LISTED = re.compile(r"[、，]")
_SUBJECT = {name: key for key, name in TABLES.items()}
_FLOW = ("new", "carried_in", "total", "carried_out")
_OUTCOMES = tuple(
    row.key
    for row in APPLICATION_ROWS
    if row.key == "granted" or row.key == "partial" or "." in row.key
)
_MOST_ROWS = 8
_LONGEST_CELL = 24


@dataclass(frozen=True, slots=True)
class _Spot:
    table: TableKey
    rows: tuple[str, ...]
    columns: tuple[str, ...]


def cut(record: Record, flag: Flag) -> list[object] | None:
    """Table, columns, rows of [key, cells…], marked cells as [row, column]; None without one."""
    spots = _spots(flag.place or "")
    if not spots or not any(spot.rows or spot.columns for spot in spots):
        return None
    table = spots[0].table
    spots = [spot for spot in spots if spot.table == table]
    raw = _raw(record, table)
    rows = _rows(raw, flag.code, spots)
    if not rows:
        return None
    columns = _columns(raw, table, rows)
    cells = [[row, *(_cell(raw[row], column) for column in columns)] for row in rows]
    marks = [
        [rows.index(row), columns.index(column)]
        for spot in spots
        for row in spot.rows or ()
        for column in spot.columns or ()
        if row in rows and column in columns
    ]
    return [table, columns, cells, marks]


def _spots(place: str) -> list[_Spot]:
    return [spot for part in _NEXT.split(place) if (spot := _spot(part)) is not None]


def _spot(place: str) -> _Spot | None:
    """表三·三（三）6·总计 read back: which rows and columns it names."""
    name, *rest = place.split("·")
    table = _SUBJECT.get(name.strip())
    if table is None:
        return None
    rows = _named(ROWS[table], rest[0]) if rest else ()
    columns = _named(COLUMNS[table], rest[1]) if len(rest) > 1 else ()
    return _Spot(table, rows, columns)


def _named(words: dict[str, str], told: str) -> tuple[str, ...]:
    keys = {word: key for key, word in words.items()}
    names = (re.sub(r"等\d+行$", "", name.strip()) for name in _LISTED.split(told))
    return tuple(keys[name] for name in names if name in keys)


def _raw(record: Record, table: TableKey) -> dict[str, dict[str, str | None]]:
    if table == "applications":
        grid = record.tables.applications
        rows = grid.raw if grid else {}
        return {key: dict(zip(APPLICANTS, cells, strict=False)) for key, cells in rows.items()}
    named = record.tables.disclosure if table == "disclosure" else record.tables.disputes
    return dict(named.raw) if named else {}


def _rows(raw: dict[str, dict[str, str | None]], code: str, spots: list[_Spot]) -> list[str]:
    """The named rows, and those that a failing sum joins them with, in the form's order."""
    wanted = {row for spot in spots for row in spot.rows}
    columns = {column for spot in spots for column in spot.columns}
    if code == "T201":
        wanted.update(_FLOW)
    if code == "T203":
        wanted.update(row for row in _OUTCOMES if _counts(raw.get(row, {}), columns))
    if len(wanted) > _MOST_ROWS:
        named = {row for spot in spots for row in spot.rows}
        spare = [row for row in raw if row in wanted and row not in named]
        wanted -= set(spare[max(0, _MOST_ROWS - len(named)) :])
    return [row for row in raw if row in wanted]


def _counts(row: dict[str, str | None], columns: set[str]) -> bool:
    return any((row.get(column) or "").strip() not in ("", "0") for column in columns)


def _columns(raw: dict[str, dict[str, str | None]], table: TableKey, rows: list[str]) -> list[str]:
    own = {column for row in rows for column in raw[row]}
    return [column for column in COLUMNS[table] if column in own]


def _cell(row: dict[str, str | None], column: str) -> str | None:
    """What is printed; None where the row has no such cell or it could not be read."""
    printed = row.get(column)
    return printed.strip()[:_LONGEST_CELL] if printed is not None else None
