"""What the sums say of any consistent table, of blanks in it, and of several slips at once."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.forms import APPLICANTS, OUTCOMES, Form
from extractor.checks.tables.causes import Cause, causes
from extractor.checks.tables.words import place_of
from extractor.report.figures import ForeignRow, StatutoryTable
from tests.checks.invented_tables import (
    Numbers,
    applications,
    as_printed,
    drawn,
    table,
    with_cell,
)
from tests.checks.test_single_cells import flags

COLUMNS = APPLICANTS[:-1]
_COUNTS = st.lists(st.integers(0, 60), min_size=6, max_size=6)
_FORMS: st.SearchStrategy[Form] = st.sampled_from(("2021", "2019"))


@st.composite
def _tables(draw: st.DrawFn) -> StatutoryTable:
    form = draw(_FORMS)
    outcomes = {key: draw(_COUNTS) for key in OUTCOMES[form]}
    carried = {key: draw(_COUNTS) for key in ("carried_in", "carried_out")}
    return table("applications", form, as_printed(applications(outcomes, carried)))


@settings(max_examples=60, deadline=None)
@given(_tables())
def test_no_consistent_table_has_a_cause(of: StatutoryTable) -> None:
    assert not causes(of)


@settings(max_examples=60, deadline=None)
@given(_tables(), st.randoms(use_true_random=False), st.integers(1, 60))
def test_blanks_break_no_sum_of_a_consistent_table(
    of: StatutoryTable, chance: Random, share: int
) -> None:
    cells = [(row.key, column) for row in of.rows.values() for column in row.figures]
    for row, column in chance.sample(cells, share):
        of = with_cell(of, row, column, chance.choice(("", "无", "-")))
    assert not causes(of)


@settings(max_examples=40, deadline=None)
@given(_tables())
def test_zeros_left_blank_break_no_sum(of: StatutoryTable) -> None:
    for row in of.rows.values():
        for column, figure in row.figures.items():
            if figure.value == 0:
                of = with_cell(of, row.key, column, "")
    assert not causes(of)


_CELLS = st.tuples(st.integers(0, 24), st.integers(0, 6))


@settings(max_examples=150, deadline=None)
@given(_CELLS, _CELLS, st.integers(1, 9), st.integers(10, 90))
def test_two_slips_are_two_causes(
    one: tuple[int, int], two: tuple[int, int], by: int, by_more: int
) -> None:
    if one[0] == two[0] or one[1] == two[1]:
        return
    of = _drawn()
    keys = list(of.rows)
    spoilt = of
    places = []
    for (row, column), change in ((one, by), (two, by_more)):
        cell = (keys[row], APPLICANTS[column])
        figure = of.rows[cell[0]].figures[cell[1]]
        spoilt = with_cell(spoilt, *cell, str(int(figure.value or 0) + change))
        places.append((cell, -change))
    found = [(c.edit.cell, c.edit.by) for c in causes(spoilt) if c.edit]
    assert sorted(found) == sorted(places)


def _drawn(form: Form = "2021", seed: int = 7) -> StatutoryTable:
    return table("applications", form, as_printed(drawn(form, seed, 20)))


def _changed(numbers: Numbers, **changes: tuple[str, list[tuple[str, int]]]) -> StatutoryTable:
    for row, cells in changes.values():
        for column, by in cells:
            numbers[row][column] += by
    return table("applications", "2021", as_printed(numbers))


def _codes(found: list[Cause]) -> list[str]:
    return [cause.code for cause in found]


def test_a_row_and_its_total_wrong_alike_are_one_cause() -> None:
    both = [("individual", 2), ("total", 2)]
    for row, code in (
        ("carried_out", "T201"),
        ("new", "T201"),
        ("carried_in", "T201"),
        ("total", "T203"),
        ("granted", "T203"),
    ):
        found = causes(_changed(drawn("2021", 7, 20), slip=(row, both)))
        assert _codes(found) == [code], row
        assert {s.name for s in found[0].sums} == {"individual", "total"}


def test_a_row_left_at_zero_is_one_cause() -> None:
    for row, code in (("carried_out", "T201"), ("total", "T203"), ("granted", "T203")):
        numbers = drawn("2021", 7, 20)
        numbers[row] = dict.fromkeys(APPLICANTS, 0)
        assert _codes(causes(table("applications", "2021", as_printed(numbers)))) == [code]


@pytest.mark.parametrize("columns", [("total",), COLUMNS])
def test_only_totals_filled_or_no_totals_is_one_cause(columns: tuple[str, ...]) -> None:
    numbers = drawn("2021", 7, 20)
    for row in numbers.values():
        row.update(dict.fromkeys(columns, 0))
    of = table("applications", "2021", as_printed(numbers))
    assert _codes(causes(of)) == ["T202"]
    assert len(flags(of)) == 1


def test_an_application_in_the_wrong_row_of_a_column_is_one_cause() -> None:
    of = _changed(
        drawn("2021", 7, 20), a=("granted", [("legal", 1)]), b=("partial", [("legal", -1)])
    )
    found = causes(of)
    assert _codes(found) == ["T202"]
    assert [s.name for s in found[0].sums] == ["granted", "partial"]


def test_a_cell_and_a_row_wrong_are_two_causes() -> None:
    of = _changed(
        drawn("2021", 7, 20),
        a=("granted", [("legal", 3)]),
        b=("carried_out", [("individual", 1), ("total", 1)]),
    )
    found = causes(of)
    assert sorted(_codes(found)) == ["T201", "T202"]
    assert {c.edit.cell for c in found if c.edit} == {("granted", "legal")}


def test_two_equal_slips_name_no_cell_that_arithmetic_leaves_open() -> None:
    of = _changed(
        drawn("2021", 7, 20), a=("granted", [("legal", 1)]), b=("partial", [("business", 1)])
    )
    found = causes(of)
    assert _codes(found) == ["T202", "T202"]
    assert all(cause.edit is None for cause in found)
    assert [s.name for cause in found for s in cause.sums if s.kind == "row"] == [
        "granted",
        "partial",
    ]


def test_the_other_sums_are_told_inside_the_flag() -> None:
    numbers = drawn("2021", 3, 0)
    for row, value in (("new", 57), ("carried_in", 3), ("granted", 54), ("total", 54)):
        numbers[row].update(individual=value, total=value)
    numbers["carried_out"].update(individual=6, total=6)
    numbers["total"].update(individual=52)
    found = flags(table("applications", "2021", as_printed(numbers)))
    assert [f.rule.code for f in found] == ["T203"]
    message = found[0].finding.message.zh
    for formula in ("57 + 3 ≠ 52 + 6", "54 ≠ 52", "52 ≠ 54"):
        assert formula in message
    assert found[0].finding.place == place_of("applications", "total", "individual")


def test_a_foreign_row_may_be_counted_in_or_not() -> None:
    of = _drawn()
    foreign = ForeignRow("6.其他", ("2", "0", "0", "0", "0", "0", "2"), "not_processed.reconfirm")
    assert not causes(replace(of, foreign=(foreign,)))
    numbers = drawn("2021", 7, 20)
    for row in ("new", "total"):
        for column in ("individual", "total"):
            numbers[row][column] += 2
    counted = table("applications", "2021", as_printed(numbers))
    assert causes(counted)
    assert not causes(replace(counted, foreign=(foreign,)))


def test_a_blank_does_not_hide_a_sum_that_no_filling_balances() -> None:
    numbers = as_printed(drawn("2021", 3, 0))
    numbers["new"] |= {"individual": "4", "research": "", "total": "3"}
    of = table("applications", "2021", numbers)
    assert "T202" in _codes(causes(of))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=175, max_size=175))
def test_a_table_of_nonsense_is_told_in_a_few_flags(values: list[int]) -> None:
    of = _drawn()
    rows = {
        key: {c: str(values[i * 7 + j]) for j, c in enumerate(APPLICANTS)}
        for i, key in enumerate(of.rows)
    }
    assert len(causes(table("applications", "2021", rows))) <= 4
