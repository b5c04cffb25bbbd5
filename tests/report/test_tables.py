"""Document → statutory tables: placed by label and position, never guessed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extractor.reading.document import Document, Picture, Table
from extractor.report.figures import StatutoryTable, StatutoryTables
from extractor.report.forms import APPLICATION_ROWS
from extractor.report.tables import read_tables
from tests.building import Spec, document, grid, ragged
from tests.report.forms import (
    applications,
    as_ragged,
    disclosure_2019,
    disclosure_2021,
    disputes,
)

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


def test_table_two_in_both_forms() -> None:
    new = read(grid(disclosure_2021({"normative_documents": ["2", "1", "15"], "fees": ["3.50"]})))
    assert new.disclosure is not None
    assert new.disclosure.form == "2021"
    assert values(new.disclosure, "normative_documents") == [2, 1, 15]
    assert values(new.disclosure, "fees") == [3.5]
    old = read(grid(disclosure_2019())).disclosure
    assert old is not None
    assert old.form == "2019"
    assert values(old, "licensing") == [12, -2, 1204]
    assert values(old, "penalties") == [55, 3, 18]
    assert printed(old, "penalties")[1] == "+3"
    assert values(old, "procurement") == [7, 132.5]
    assert list(old.rows["procurement"].figures) == ["projects", "amount"]


@pytest.mark.parametrize("empties", [True, False])
def test_table_two_from_converters(empties: bool) -> None:
    for rows, licensing in (
        (disclosure_2021({"licensing": ["5"]}), [5]),
        (disclosure_2019(), [12, -2, 1204]),
    ):
        tables = read(ragged(as_ragged(rows, empties)))
        assert tables.disclosure is not None
        assert values(tables.disclosure, "licensing") == licensing
        assert not tables.problems


def test_table_two_keeps_slashes_and_words_apart_from_zero() -> None:
    table = read(grid(disclosure_2021({"regulations": ["/", "—", "无"]}))).disclosure
    assert table is not None
    assert values(table, "regulations") == [None, None, None]
    assert printed(table, "regulations") == ["/", "—", "无"]


def test_a_header_of_another_part_never_names_the_columns() -> None:
    rows = disclosure_2019()
    del rows[5]  # the header above 行政许可
    table = read(grid(rows)).disclosure
    assert table is not None
    assert list(table.rows["licensing"].figures) == ["previous", "change", "decisions"]


@pytest.mark.parametrize("layout", ["grid", "cells", "tabs"])
def test_table_four(layout: str) -> None:
    rows = disputes([str(n) for n in range(1, 16)])
    table = grid(rows) if layout == "grid" else ragged(as_ragged(rows, layout == "tabs"))
    found = read(table).disputes
    assert found is not None
    assert values(found, "review") == [1, 2, 3, 4, 5]
    assert values(found, "suit_direct") == [6, 7, 8, 9, 10]
    assert values(found, "suit_after_review") == [11, 12, 13, 14, 15]


def test_table_four_with_blank_cells() -> None:
    found = read(grid(disputes(["", "0", "1", "0", "1", *["0"] * 10]))).disputes
    assert found is not None
    assert values(found, "review") == [None, 0, 1, 0, 1]
    assert values(found, "suit_direct") == [0] * 5


def test_table_four_in_three_parts() -> None:
    results: list[Spec] = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    parts = [
        grid([[(group, 1, 5)], results, [str(n)] * 5])
        for n, group in enumerate(["行政复议", "未经复议直接起诉", "复议后起诉"])
    ]
    found = read(*parts).disputes
    assert found is not None
    assert [values(found, row)[0] for row in found.rows] == [0, 1, 2]


def test_table_four_a_group_a_row() -> None:
    rows: list[list[Spec]] = [
        [("", 1, 2), "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"],
        [("行政复议", 1, 2), "1", "0", "0", "0", "1"],
        [("行政诉讼", 2, 1), "未经复议直接起诉", "0", "2", "0", "0", "2"],
        ["复议后起诉", "0", "0", "3", "0", "3"],
    ]
    found = read(grid(rows)).disputes
    assert found is not None
    assert values(found, "suit_direct") == [0, 2, 0, 0, 2]
    assert values(found, "suit_after_review") == [0, 0, 3, 0, 3]


def test_fourteen_figures_for_fifteen_columns_are_not_guessed() -> None:
    tables = read(ragged(as_ragged(disputes(["0"] * 14), empties=False)))
    assert tables.disputes is None
    assert [problem.table for problem in tables.problems] == ["disputes"]


def test_fused_tables() -> None:
    heading: list[Spec] = [("四、政府信息公开行政复议、行政诉讼情况", 1, 10)]
    rows = [*as_ragged(applications(VALUES), False), *as_ragged([heading], False)]
    rows += as_ragged(disputes(["1", "0", "0", "0", "1", *["0"] * 10]), False)
    tables = read(ragged(rows))
    assert values(three(tables), "carried_out") == [0] * 7
    assert tables.disputes is not None
    assert values(tables.disputes, "review") == [1, 0, 0, 0, 1]
    assert not tables.problems


@pytest.mark.parametrize("at", [3, 4, 9, 20, 27])
def test_table_three_split_in_two(at: int) -> None:
    rows = applications(VALUES)
    flat = as_ragged(rows, False)
    tables = read(ragged(flat[:at]), ragged(flat[at:]))
    found = three(tables)
    assert len(found.rows) == len(APPLICATION_ROWS)
    assert not tables.problems


def test_other_tables_of_a_report_are_left_alone() -> None:
    hotline = grid([["类别", "数量"], ["信访投诉", "12"], ["重复申请", "3"], ["总计", "15"]])
    licences = grid([["事项", "数量"], ["行政许可", "12"], ["行政处罚", "3"]])
    assert read(hotline, licences).present() == []


def test_lost_digits_are_a_reading_problem() -> None:
    tables = read(grid(disclosure_2021({"licensing": ["\ufffd2"]})))
    assert tables.disclosure is not None
    assert values(tables.disclosure, "licensing") == [None]
    assert [problem.row for problem in tables.problems] == ["licensing"]


def test_digits_broken_over_two_lines_are_a_reading_problem() -> None:
    tables = read(grid(disclosure_2021({"licensing": ["19\n14"], "penalties": ["3\n件"]})))
    assert tables.disclosure is not None
    assert values(tables.disclosure, "licensing") == [None]
    assert [problem.row for problem in tables.problems] == ["licensing"]


def test_a_readers_doubt_reaches_the_user() -> None:
    table = grid(disclosure_2021(), doubts=["跨页行无法确定"])
    assert ["跨页行无法确定" in problem.message for problem in read(table).problems] == [True]


def _document(*blocks: object) -> Document:
    return document(*blocks)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("二、主动公开政府信息情况", "disclosure"),
        ("三、收到和处理政府信息公开申请情况", "applications"),
        ("四、政府信息公开行政复议、行政诉讼情况", "disputes"),
    ],
)
def test_a_table_as_picture_is_a_reading_limit(heading: str, key: str) -> None:
    tables = read_tables(_document(heading, Picture(400, 300), "其他内容"))
    assert [problem.table for problem in tables.problems] == [key]
    assert "图片" in tables.problems[0].message


def test_a_table_whose_lines_were_lost_is_a_reading_limit() -> None:
    text = "一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0"
    tables = read_tables(_document("三、收到和处理政府信息公开申请情况", text))
    assert [problem.table for problem in tables.problems] == ["applications"]


def rows_without(rows: Sequence[Sequence[Spec]], label: str) -> list[list[Spec]]:
    return [list(row) for row in rows if label not in row]


def test_a_row_that_is_not_printed_is_missing_not_zero() -> None:
    rows = [[row.label, *["0"] * 7] for row in APPLICATION_ROWS if row.key != "partial"]
    found = three(tables := read(ragged(rows)))
    assert "partial" not in found.rows
    assert not tables.problems


def test_a_row_outside_of_the_grid_is_a_reading_limit() -> None:
    rows = [row for row in disclosure_2021() if row[0] != "行政事业性收费"]
    stray = ("行政事业性收费 12.50", "行政处罚 3件。")
    tables = read_tables(document(grid(rows), *stray))
    assert [(problem.table, problem.row) for problem in tables.problems] == [("disclosure", "fees")]


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
