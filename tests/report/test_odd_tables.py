"""Tables that offices or converters changed: read by their headers, or said to be unread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractor.reading.document import Table
from extractor.report.figures import StatutoryTable, StatutoryTables
from extractor.report.forms import APPLICANTS, APPLICATION_ROWS
from extractor.report.tables import read_tables
from tests.building import Spec, document, grid, ragged
from tests.report.forms import (
    RESULTS,
    applications,
    as_ragged,
    disclosure_2021,
    disputes,
)

VALUES = {
    row.key: [str(100 * number + column) for column in range(7)]
    for number, row in enumerate(APPLICATION_ROWS, 1)
}
FIFTEEN = [str(number) for number in range(1, 16)]


def read(*blocks: Table | str) -> StatutoryTables:
    return read_tables(document(*blocks))


def values(table: StatutoryTable | None, row: str) -> list[object]:
    assert table is not None
    return [figure.value for figure in table.rows[row].figures.values()]


def numbers(row: str) -> list[int]:
    return [int(value) for value in VALUES[row]]


def copied(rows: Sequence[Sequence[Spec]]) -> list[list[str]]:
    """The rows as converters print them that write a merged cell's text into each of its places."""
    table = grid(rows)
    lines = [[""] * table.n_columns for _ in range(table.n_rows)]
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                lines[row][column] = cell.text
    return lines


def with_subtotal(name: str) -> list[list[Spec]]:
    rows = [list(row) for row in applications(VALUES)]
    rows[0][1] = ("申请人情况", 1, 8)
    rows[1][1] = ("法人或其他组织", 1, 6)
    rows[2].append(name)
    return rows[:3] + [[*row[:-1], "9999", row[-1]] for row in rows[3:]]


@pytest.mark.parametrize("name", ["小计", "合计"])
def test_a_subtotal_is_not_the_total(name: str) -> None:
    rows = with_subtotal(name)
    tables = read(grid(rows))
    assert values(tables.applications, "new") == numbers("new")
    assert not tables.problems
    rows[3][1] = ""  # without a grid, seven figures of eight are not the form's seven
    shifted = read(ragged(as_ragged(rows, empties=False)))
    assert values(shifted.applications, "new") == [None] * 7
    assert shifted.problems


def total_first() -> list[list[Spec]]:
    rows = [list(row) for row in applications(VALUES)]
    rows[1] = [("总计", 2, 1), ("自然人", 2, 1), ("法人或其他组织", 1, 5)]
    return rows[:3] + [[*row[:-7], row[-1], *row[-7:-1]] for row in rows[3:]]


def test_columns_in_another_order() -> None:
    assert values(read(grid(total_first())).applications, "granted") == numbers("granted")
    lines = as_ragged(total_first(), empties=False)
    tables = read(ragged(lines))
    assert values(tables.applications, "granted") == [None] * 7
    assert len(tables.problems) == 1
    split = read(ragged(lines[:8]), ragged(lines[8:]))
    assert values(split.applications, "total") == [None] * 7


def test_wrong_spans_above_columns_in_the_usual_order() -> None:
    rows = [list(row) for row in applications(VALUES)]
    rows[0][1], rows[1][1] = ("申请人情况", 1, 6), ("法人或其他组织", 1, 4)
    assert values(read(grid(rows)).applications, "new") == numbers("new")


def test_a_remark_that_names_another_row() -> None:
    rows = [[*row, ""] for row in applications(VALUES)]
    rows[0][-1] = ("备注", 3, 1)
    del rows[1][-1], rows[2][-1]
    rows[5][-1] = "含上年结转1件"
    tables = read(grid(rows))
    assert values(tables.applications, "granted") == numbers("granted")
    assert values(tables.applications, "carried_in") == numbers("carried_in")
    assert not tables.problems


def test_blanks_cut_off_at_the_end_of_a_padded_row() -> None:
    rows = applications({**VALUES, "granted": ["5", "0", "0", "0", "0", "5", ""]})
    lines = as_ragged(rows, empties=True)
    cut = [line[: len("\t".join(line).rstrip("\t").split("\t"))] for line in lines]
    tables = read(ragged(cut))
    assert values(tables.applications, "granted") == [None] * 7
    assert [problem.row for problem in tables.problems] == ["granted"]
    assert values(tables.applications, "partial") == numbers("partial")


def test_a_row_with_a_cell_too_many_is_unread() -> None:
    rows = [list(row) for row in applications(VALUES)]
    rows[3].insert(2, "7")
    tables = read(grid(rows))
    assert values(tables.applications, "new") == [None] * 7
    assert [problem.row for problem in tables.problems] == ["new"]
    four = read(grid(disputes(["9", *FIFTEEN])))
    assert four.disputes is None
    assert four.problems
    two = read(grid(disclosure_2021({"regulations": ["1", "2", "3", "4"]})))
    assert values(two.disclosure, "regulations") == [None] * 3
    assert [problem.row for problem in two.problems] == ["regulations"]


def test_a_group_that_spans_too_few_rows_loses_none() -> None:
    rows = [list(row) for row in applications(VALUES)]
    rows[7][0] = ("（三）不予公开", 7, 1)
    tables = read(grid(rows))
    assert values(tables.applications, "refused.admin_query") == numbers("refused.admin_query")


def test_figures_without_a_name_are_said() -> None:
    rows: list[list[str]] = [*as_ragged(applications(VALUES), empties=False)]
    rows.insert(8, ["3", "4", "5"])
    assert [problem.row for problem in read(ragged(rows)).problems] == [None]
    two = [list(row) for row in disclosure_2021({"licensing": ["7"]})]
    two[6][0] = ""
    tables = read(grid(two))
    assert [problem.row for problem in tables.problems] == [None]
    two[6] = [("行政许可7", 1, 4)]
    assert [problem.row for problem in read(grid(two)).problems] == [None]


def test_two_rows_on_one_line() -> None:
    rows = as_ragged(applications(VALUES), empties=False)
    fused = [*rows[:8], [*rows[8], *rows[9]], *rows[10:]]
    tables = read(ragged(fused))
    assert tables.applications is not None
    assert len(tables.applications.rows) == len(APPLICATION_ROWS)
    assert not tables.problems


def test_a_row_of_which_only_the_label_is_left_is_said() -> None:
    rows = as_ragged(applications({**VALUES, "partial": [""] * 7}), empties=False)
    cut = [[rows[6][0]] if index == 6 else row for index, row in enumerate(rows)]
    tables = read(ragged(cut))
    assert values(tables.applications, "partial") == [None] * 7
    assert [problem.row for problem in tables.problems] == ["partial"]
    noted = read(ragged([*rows, ["注：上年结转数含往年结转"]]))
    assert values(noted.applications, "carried_in") == numbers("carried_in")
    assert not noted.problems


def test_one_cause_is_told_once() -> None:
    rows = [[row.label, "1", "2", "3"] for row in APPLICATION_ROWS]
    header = [["", "自然人", "法人或其他组织", "总计"]]
    assert len(read(ragged([*header, *rows])).problems) == 1
    other = applications({row.key: ["1"] * len(APPLICANTS) for row in APPLICATION_ROWS})
    assert len(read(grid(applications(VALUES)), grid(other)).problems) == 1
    across = [["", "行政复议", "未经复议直接起诉", "复议后起诉"]]
    across += [[result, "1", "2", "3"] for result in RESULTS]
    tables = read(grid(across))
    assert tables.disputes is None
    assert len(tables.problems) == 1


def test_columns_of_table_two_in_another_order_or_one_too_few() -> None:
    rows = [list(row) for row in disclosure_2021({"regulations": ["2", "1", "3"]})]
    rows[1] = ["信息内容", "本年废止件数", "本年制发件数", "现行有效件数"]
    for table in (grid(rows), ragged(as_ragged(rows, empties=False))):
        assert values(read(table).disclosure, "regulations") == [1, 2, 3]
    rows[1] = ["信息内容", "本年制发件数", "现行有效件数", ""]
    rows[2] = ["规章", "1", "3", ""]
    tables = read(grid(rows))
    assert values(tables.disclosure, "regulations") == [None] * 3
    assert [problem.row for problem in tables.problems] == ["regulations", "normative_documents"]


def test_labels_of_table_two_with_numbers_and_units() -> None:
    rows = [list(row) for row in disclosure_2021()]
    rows[2][0], rows[3][0] = "（1）规章", "2.行政规范性文件"
    rows[6][0], rows[9][0], rows[13][0] = "行政许可（件）", "行政处罚决定", "行政事业性收费（万元）"
    tables = read(grid(rows))
    assert tables.disclosure is not None
    assert len(tables.disclosure.rows) == 6
    assert not tables.disclosure.foreign


def test_merged_cells_printed_in_each_of_their_places() -> None:
    layouts = (
        copied(disclosure_2021({"licensing": ["7"]})),
        copied(applications(VALUES)),
        copied(disputes(FIFTEEN)),
    )
    for aligned in (True, False):
        tables = read(*(Table(ragged(lines).cells, aligned) for lines in layouts))
        assert values(tables.disclosure, "licensing") == [7]
        assert values(tables.applications, "new") == numbers("new")
        assert values(tables.disputes, "suit_direct") == [6, 7, 8, 9, 10]
        assert not tables.problems


def test_table_four_a_group_a_row_with_remarks() -> None:
    rows: list[list[Spec]] = [
        ["", *RESULTS, "备注"],
        ["行政复议", "", "2", "3", "4", "5", "撤回1件"],
    ]
    assert values(read(grid(rows)).disputes, "review") == [None, 2, 3, 4, 5]


def test_two_rows_of_figures_below_one_header_of_table_four() -> None:
    rows: list[list[Spec]] = [*disputes(["0"] * 15), [*FIFTEEN]]
    tables = read(grid(rows))
    assert values(tables.disputes, "review") == [None] * 5
    assert tables.problems


def test_table_four_without_any_spans() -> None:
    rows = [
        [spec if isinstance(spec, str) else spec[0] for spec in row] for row in disputes(FIFTEEN)
    ]
    assert values(read(grid(rows)).disputes, "suit_after_review") == [11, 12, 13, 14, 15]


def test_other_tables_behind_a_statutory_one_are_none_of_its_parts() -> None:
    visits = grid([["指标", "数量"], ["网站总访问量", "1200"]])
    tables = read(grid(disputes(FIFTEEN)), "网站访问情况如下：", visits)
    assert not tables.problems
    again = grid([["类别", "数量"], ["行政许可", "35"], ["规范性文件", "12"]])
    tables = read(grid(disclosure_2021()), "另按类别统计。", again)
    assert values(tables.disclosure, "licensing") == [0]
    assert not tables.problems


def test_figures_in_front_of_a_continued_tables_first_label() -> None:
    lines = as_ragged(applications(VALUES), empties=False)
    label, *figures = lines[10]
    tables = read(ragged(lines[:10]), label, ragged([figures, *lines[11:]]))
    assert tables.applications is not None
    assert len(tables.applications.rows) == len(APPLICATION_ROWS)


def test_rows_without_cells() -> None:
    cells = grid(disputes(FIFTEEN)).cells
    below = tuple(replace(cell, row=cell.row + (cell.row > 1)) for cell in cells)
    assert values(read(Table(below)).disputes, "review") == [1, 2, 3, 4, 5]
