"""Rows that the form does not have, in tables that are read all the same."""

from __future__ import annotations

import pytest

from extractor.report.forms import APPLICATION_ROWS
from tests.building import Spec, grid, ragged
from tests.report.forms import applications, as_ragged, disclosure_2021
from tests.report.test_odd_tables import VALUES, numbers, read, values

LABELS = {row.key: row.label for row in APPLICATION_ROWS}


@pytest.mark.parametrize(
    "row", [["其他对外管理服务事项", "7", "0", "9"], ["政府集中采购", ("4", 1, 3)]]
)
def test_a_row_of_the_old_form_left_in_table_two_is_foreign(row: list[Spec]) -> None:
    rows = disclosure_2021({"licensing": ["12"], "penalties": ["3"]})
    for at in (7, len(rows)):
        tables = read(grid([*rows[:at], row, *rows[at:]]))
        assert not tables.problems
        assert tables.disclosure is not None
        assert [foreign.label for foreign in tables.disclosure.foreign] == [row[0]]
        assert values(tables.disclosure, "licensing") == [12]
        assert values(tables.disclosure, "penalties") == [3]


@pytest.mark.parametrize(
    ("label", "after"),
    [
        ("（三）不予公开", "partial"),
        ("（三）不予公开", "refused.admin_query"),
        ("（六）其他处理", "not_processed.reconfirm"),
        ("三、本年度办理结果", "carried_in"),
    ],
)
def test_a_groups_subtotal_is_foreign(label: str, after: str) -> None:
    rows = as_ragged(applications(VALUES), empties=False)
    behind = next(i for i, row in enumerate(rows) if LABELS[after] in row) + 1
    tables = read(ragged([*rows[:behind], [label, *["9"] * 7], *rows[behind:]]))
    assert not tables.problems
    assert tables.applications is not None
    assert [row.label for row in tables.applications.foreign] == [label]
    assert values(tables.applications, "refused.process") == numbers("refused.process")


def test_a_group_with_figures_that_lacks_a_row_is_said() -> None:
    rows = as_ragged(applications(VALUES), empties=False)
    at = next(i for i, row in enumerate(rows) if LABELS["refused.process"] in row)
    tables = read(ragged([*rows[:at], ["（三）不予公开", *["9"] * 7], *rows[at + 1 :]]))
    assert tables.applications is not None
    placed = "refused.process" in tables.applications.rows
    assert placed or [problem.row for problem in tables.problems] == [None]


@pytest.mark.parametrize("label", ["合计", "总计"])
def test_a_second_sum_is_foreign(label: str) -> None:
    rows = as_ragged(applications(VALUES), empties=False)
    for figures in (["9"] * 7, ["9", "9", "9", "9", "9", "9", "54"]):
        tables = read(ragged([*rows, [label, *figures]]))
        assert not tables.problems
        assert tables.applications is not None
        assert [row.label for row in tables.applications.foreign] == [label]
        assert values(tables.applications, "total") == numbers("total")


def test_two_sums_of_which_none_stands_where_the_form_has_it_are_unread() -> None:
    rows = as_ragged(applications(VALUES), empties=False)
    at = next(i for i, row in enumerate(rows) if LABELS["total"] in row)
    sums = [["总计", *["9"] * 7], ["合计", *["8"] * 7]]
    assert read(ragged([*rows[:at], *rows[at + 1 :], *sums])).problems
