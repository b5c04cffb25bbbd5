"""Table three: rows placed by label and position, never guessed."""

from __future__ import annotations

import pytest

from extractor.report.forms import APPLICATION_ROWS
from tests.building import grid, ragged
from tests.report.forms import applications, as_ragged
from tests.report.tables_read import VALUES, printed, read, three, values


@pytest.mark.parametrize("layout", ["grid", "cells", "tabs"])
def test_every_row_of_table_three_in_every_layout(layout: str) -> None:
    rows = applications(VALUES)
    table = grid(rows) if layout == "grid" else ragged(as_ragged(rows, empties=layout == "tabs"))
    found = three(tables := read(table))
    assert list(found.rows) == [row.key for row in APPLICATION_ROWS]
    assert values(found, "new") == [52, 5, 0, 1, 0, 2, 60]
    assert values(found, "granted") == [1203, None, None, None, 0, 2, 30]
    assert printed(found, "granted") == ["1,203", "", "/", "无", "０", "2", "30"]
    assert values(found, "refused.process") == [4, 0, 0, 0, 0, 0, 4]
    assert values(found, "other.other") == [None] * 7
    assert found.form == "2021"
    assert tables.problems == ()


def test_rows_shifted_by_a_converter_and_padded_behind() -> None:
    lines = as_ragged(applications(VALUES), empties=True)
    for line in lines[3:]:
        if line[0] == line[1] == "":
            line[:] = [*line[2:], "", ""]
    found = three(tables := read(ragged(lines)))
    assert values(found, "refused.process") == [4, 0, 0, 0, 0, 0, 4]
    assert tables.problems == ()


def test_blank_values_at_the_edge_take_the_place_their_neighbours_have() -> None:
    rows = applications({"granted": ["", "2", "0", "0", "0", "0", "2"]})
    found = three(read(ragged(as_ragged(rows, empties=True))))
    assert values(found, "granted") == [None, 2, 0, 0, 0, 0, 2]


def test_a_row_that_fits_two_ways_is_unread_and_said() -> None:
    lines = [["一、本年新收", "", "4", "0", "0", "0", "0", "0", ""]]
    lines += [[row.label, *["0"] * 7] for row in APPLICATION_ROWS[1:]]
    found = three(tables := read(ragged(lines)))
    assert values(found, "new") == [None] * 7
    assert printed(found, "new") == [None] * 7
    assert [(p.table, p.row) for p in tables.problems] == [("applications", "new")]


def test_six_figures_for_seven_columns_are_not_guessed() -> None:
    lines = [[row.label, *["0"] * 7] for row in APPLICATION_ROWS]
    lines[4] = [APPLICATION_ROWS[4].label, "1", "0", "0", "0", "0", "1"]
    tables = read(ragged(lines))
    assert values(three(tables), APPLICATION_ROWS[4].key) == [None] * 7
    assert [problem.row for problem in tables.problems] == [APPLICATION_ROWS[4].key]


def test_a_lost_label_is_placed_only_in_the_one_gap_left_for_it() -> None:
    rows = applications(VALUES)
    broken = [[*row] for row in rows]
    index = next(i for i, row in enumerate(rows) if "6.属于四类过程性信息" in row)
    broken[index][0] = ""
    assert values(three(read(grid(broken))), "refused.process") == [4, 0, 0, 0, 0, 0, 4]


def test_a_garbled_label_is_placed_but_a_foreign_row_is_not() -> None:
    rows = [[*row] for row in applications(VALUES)]
    index = next(i for i, row in enumerate(rows) if "6.属于四类过程性信息" in row)
    garbled = [*rows]
    garbled[index] = ["6.属于四类过程佳信忌", *rows[index][1:]]
    assert values(three(read(grid(garbled))), "refused.process") == [4, 0, 0, 0, 0, 0, 4]
    foreign = [*rows]
    foreign[index] = ["6.其中涉及征地拆迁的申请", *rows[index][1:]]
    found = three(read(grid(foreign)))
    assert "refused.process" not in found.rows
    assert [row.label for row in found.foreign] == ["6.其中涉及征地拆迁的申请"]


def test_an_empty_foreign_row_is_no_data_and_a_row_without_a_name_is_said() -> None:
    rows = as_ragged(applications(VALUES), empties=False)
    index = next(i for i, row in enumerate(rows) if row[0].startswith("4.无正当理由"))
    blank = [*rows[:index], [" "] * 8, *rows[index:]]
    assert three(tables := read(ragged(blank))).foreign == ()
    assert tables.problems == ()
    nameless = [*rows[:index], [" ", *["3"] * 7], *rows[index:]]
    tables = read(ragged(nameless))
    assert [problem.row for problem in tables.problems] == [None]
    assert len(three(tables).foreign) == 1


def test_a_row_printed_twice_with_other_figures_is_unread() -> None:
    rows = as_ragged(applications(VALUES), empties=False)
    same = three(tables := read(ragged([*rows, rows[3]])))
    assert values(same, "new") == [52, 5, 0, 1, 0, 2, 60]
    assert not tables.problems
    other = ["一、本年新收政府信息公开申请数量", *["9"] * 7]
    tables = read(ragged([*rows, other]))
    assert values(three(tables), "new") == [None] * 7
    assert tables.problems


def test_short_labels_and_groups_in_the_same_cell() -> None:
    lines = [[row.label, *["0"] * 7] for row in APPLICATION_ROWS]
    lines[-5][0] = "（六）其他处理 1、逾期不补正"
    lines[-4][0] = "2、逾期不缴费"
    lines[-3][0] = "3、其它"
    lines[4] = ["(三) 不予公开 1. 属于国家秘密", "1", *["0"] * 5, "1"]
    found = three(tables := read(ragged(lines)))
    assert len(found.rows) == len(APPLICATION_ROWS)
    assert values(found, "refused.state_secret")[0] == 1
    assert not tables.problems


def test_the_2019_form_has_one_row_of_other_outcomes() -> None:
    rows = [row for row in APPLICATION_ROWS if not row.key.startswith("other.")]
    lines = [[row.label, *["0"] * 7] for row in rows]
    lines.insert(-2, ["（六）其他处理", "2", *["0"] * 5, "2"])
    found = three(read(ragged(lines)))
    assert found.form == "2019"
    assert values(found, "other") == [2, 0, 0, 0, 0, 0, 2]


def test_a_row_that_is_not_printed_is_missing_not_zero() -> None:
    rows = [[row.label, *["0"] * 7] for row in APPLICATION_ROWS if row.key != "partial"]
    found = three(tables := read(ragged(rows)))
    assert "partial" not in found.rows
    assert not tables.problems


def test_values_of_a_full_grid_without_spans_stand_below_their_headers() -> None:
    wide = [["表三", "", "", "自然人", "", "商业企业", "", "科研机构", "社会公益组织"]]
    wide[0] += ["法律服务机构", "其他", "总计"]
    figures = ["", "5", "", "", "", "", "", "", "5"]
    wide += [[row.label, "", "", *["0", "", "0", "", *["0"] * 5]] for row in APPLICATION_ROWS]
    wide[3] = [APPLICATION_ROWS[2].label, "", "", *figures]
    found = three(read(ragged(wide)))
    assert values(found, "new") == [0] * 7
    assert values(found, "granted") == [None] * 7


def test_a_shifted_row_is_never_read_by_its_headers_numbers() -> None:
    names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    lines = [["", "", "", *names]]
    lines += [["", "", row.label, *["0"] * 7] for row in APPLICATION_ROWS]
    lines[1] = ["", APPLICATION_ROWS[0].label, *["0"] * 7, ""]
    lines[3] = ["", APPLICATION_ROWS[2].label, "", "1", "0", "0", "0", "0", "1", ""]
    tables = read(ragged(lines))
    assert values(three(tables), "granted") == [None, 1, 0, 0, 0, 0, 1]


@pytest.mark.parametrize("at", [3, 4, 9, 20, 27])
def test_table_three_split_in_two(at: int) -> None:
    rows = applications(VALUES)
    flat = as_ragged(rows, False)
    tables = read(ragged(flat[:at]), ragged(flat[at:]))
    found = three(tables)
    assert len(found.rows) == len(APPLICATION_ROWS)
    assert not tables.problems
