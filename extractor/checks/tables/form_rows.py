"""Which rows a table must have, and which of those printed the form does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.report.figures import ForeignRow, StatutoryTable
from extractor.report.forms import (
    APPLICATION_ROWS,
    DISCLOSURE_ROWS,
    DISCLOSURE_SHAPES,
    DISPUTE_GROUPS,
    OTHER_2019,
    Form,
    squash,
)
from extractor.report.values import number

# The first report year of the 2021 form: from there on what it dropped is not missed, and a report
# in the old form is told so once (S104).
_FIRST_OF_2021 = 2021

# Lines under or between the rows that are none: notes, units, the numbers of the columns.
_REMARK = re.compile(
    r"备?注|说明|填[表报]|单位|制表|审核|数据来源|统计|续表|栏次|序号|项目$|表[二三四]"
)
_LONGEST_LABEL = 40
_DIGITS_BEHIND = re.compile(r"\d+$")


def missing_rows(table: StatutoryTable, year: int | None) -> list[str]:
    """The keys of the form's rows that the table does not print, in the form's order."""
    return [key for key in _required(table, year) if key not in table.rows]


def _required(table: StatutoryTable, year: int | None) -> list[str]:
    if table.key == "disputes":
        return list(DISPUTE_GROUPS)
    if table.key == "applications":
        split = table.form == "2021"
        shared = [row.key for row in APPLICATION_ROWS if split or not row.key.startswith("other.")]
        at = shared.index("total")
        return shared if split else [*shared[:at], OTHER_2019.key, *shared[at:]]
    if table.form is None:
        return []
    forms: tuple[Form, ...] = (table.form, "2021") if not _is_old(year) else (table.form,)
    rows = [row.key for row in DISCLOSURE_ROWS]
    return [key for key in rows if all(key in DISCLOSURE_SHAPES[form] for form in forms)]


def _is_old(year: int | None) -> bool:
    return year is not None and year < _FIRST_OF_2021


def extra_rows(table: StatutoryTable) -> Iterator[ForeignRow]:
    """Rows that are none of the form's; those of the old form are told at once (S104)."""
    yield from (row for row in table.foreign if _is_row(row))


def _is_row(row: ForeignRow) -> bool:
    word = _DIGITS_BEHIND.sub("", squash(row.label))
    if not word or len(word) > _LONGEST_LABEL or _REMARK.match(word):
        return False
    values = [number(text) for text in row.printed if text.strip()]
    numbered = values == list(range(1, len(values) + 1)) and len(values) > 2
    return bool(values) and not numbered and any(value is not None for value in values)
