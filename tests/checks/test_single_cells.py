"""Every cell of consistent tables changed alone: one flag each, on that cell, and no other."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from evaluation.casebook import BookCase, document
from evaluation.forms import Form
from extractor.checks.model import Case
from extractor.checks.run import Flagged, run_checks
from extractor.checks.tables import RULES
from extractor.checks.tables.words import COLUMNS, TABLES, place_of
from extractor.report.figures import StatutoryTable, StatutoryTables
from extractor.report.report import Report, read_report
from tests.checks.invented_tables import (
    as_printed,
    disclosure,
    disputes,
    drawn,
    table,
    with_cell,
    without,
)

# One more, one less, far more: typing slips and digits dropped or doubled.
_SLIPS = (1, -1, 40)
# Rows of the old form that the form of the report's year does not have.
_NOT_MISSED = ("other_services", "procurement")


@cache
def _report() -> Report:
    return read_report(document(BookCase(name="base")))


def flags(of: StatutoryTable) -> list[Flagged]:
    """What the checks of the tables say of a county bureau's report with this one table."""
    two, three, four = (of if of.key == key else None for key in TABLES)
    report = replace(_report(), tables=StatutoryTables(two, three, four))
    return run_checks(Case(report, ()), RULES)


def _applications(form: Form, seed: int, highest: int, one_in: int) -> StatutoryTable:
    return table("applications", form, as_printed(drawn(form, seed, highest, one_in)))


_THREES = [
    pytest.param(_applications("2021", 1, 30, 1), id="a city's, every cell filled"),
    pytest.param(_applications("2021", 2, 9, 4), id="a bureau's, few filled"),
    pytest.param(_applications("2021", 3, 0, 1), id="all zero"),
    pytest.param(_applications("2021", 4, 1, 12), id="one or two applications"),
    pytest.param(_applications("2019", 5, 12, 3), id="the 2019 form"),
]
_FOURS = [
    pytest.param(table("disputes", None, as_printed(disputes(seed, highest))), id=name)
    for seed, highest, name in ((1, 9, "a city's"), (2, 0, "all zero"))
]
_TWOS = [
    pytest.param(table("disclosure", form, as_printed(disclosure(form))), id=form)
    for form in ("2021", "2019")
]


@pytest.mark.parametrize("of", [*_TWOS, *_THREES, *_FOURS])
def test_consistent_tables_are_silent(of: StatutoryTable) -> None:
    assert not flags(of)


@pytest.mark.parametrize("slip", _SLIPS)
@pytest.mark.parametrize("of", _THREES)
def test_a_wrong_cell_of_table_three_is_named(of: StatutoryTable, slip: int) -> None:
    for row in of.rows.values():
        for column, figure in row.figures.items():
            wrong = int(figure.value or 0) + slip
            if wrong < 0:
                continue
            found = flags(with_cell(of, row.key, column, str(wrong)))
            said = [(f.rule.code, f.finding.place, f.finding.expected) for f in found]
            code = "T203" if row.key == "total" else "T202"
            assert said == [(code, place_of(of.key, row.key, column), figure.printed)]
            assert found[0].finding.found == str(wrong)


@pytest.mark.parametrize("slip", _SLIPS)
@pytest.mark.parametrize("of", _FOURS)
def test_a_wrong_cell_of_table_four_is_told_once(of: StatutoryTable, slip: int) -> None:
    for row in of.rows.values():
        for column, figure in row.figures.items():
            wrong = int(figure.value or 0) + slip
            if wrong < 0:
                continue
            found = flags(with_cell(of, row.key, column, str(wrong)))
            said = [(f.rule.code, f.finding.place) for f in found]
            assert said == [("T204", place_of(of.key, row.key, "total"))]


@pytest.mark.parametrize("printed", ["", "　", "无", "O", "约3", "1,2", "—件"])
@pytest.mark.parametrize("of", [*_TWOS, *_THREES, *_FOURS])
def test_a_blank_or_a_word_is_told_and_breaks_no_sum(of: StatutoryTable, printed: str) -> None:
    for row in of.rows.values():
        for column in row.figures:
            found = flags(with_cell(of, row.key, column, printed))
            assert [f.rule.code for f in found] == ["T205"]
            assert (
                COLUMNS[of.key][column] in (found[0].finding.place or "") or len(row.figures) == 1
            )


@pytest.mark.parametrize("printed", ["-1", "－2", "0.5", "12.30"])
@pytest.mark.parametrize("of", [*_TWOS, *_THREES, *_FOURS])
def test_a_count_below_zero_or_broken_is_told_once(of: StatutoryTable, printed: str) -> None:
    negative = printed[0] in "-－"
    for row in of.rows.values():
        for column in row.figures:
            found = flags(with_cell(of, row.key, column, printed))
            allowed = column == "amount" or (negative and column == "change")
            codes = [] if allowed else ["T208"]
            assert [f.rule.code for f in found] == codes, (row.key, column)


@pytest.mark.parametrize("of", [*_TWOS, *_THREES, *_FOURS])
def test_a_missing_row_is_told_and_breaks_no_sum(of: StatutoryTable) -> None:
    for key in of.rows:
        found = flags(without(of, key))
        if key in _NOT_MISSED:
            assert not found
        else:
            assert [f.rule.code for f in found] == ["T206"], key
            assert place_of(of.key, key) in (found[0].finding.place or "")
