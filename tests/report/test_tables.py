"""Tables two and four, tables fused and divided, and what is a limit of reading."""

from __future__ import annotations

import pytest

from extractor.reading.document import Picture
from extractor.report.tables import read_tables
from tests.building import Spec, document, grid, ragged
from tests.report.forms import applications, as_ragged, disclosure_2019, disclosure_2021, disputes
from tests.report.tables_read import VALUES, printed, read, three, values


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


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("二、主动公开政府信息情况", "disclosure"),
        ("三、收到和处理政府信息公开申请情况", "applications"),
        ("四、政府信息公开行政复议、行政诉讼情况", "disputes"),
    ],
)
def test_a_table_as_picture_is_a_reading_limit(heading: str, key: str) -> None:
    tables = read_tables(document(heading, Picture(400, 300), "其他内容"))
    assert [problem.table for problem in tables.problems] == [key]
    assert "图片" in tables.problems[0].message


def test_a_table_whose_lines_were_lost_is_a_reading_limit() -> None:
    text = "一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0"
    tables = read_tables(document("三、收到和处理政府信息公开申请情况", text))
    assert [problem.table for problem in tables.problems] == ["applications"]


def test_a_row_outside_of_the_grid_is_a_reading_limit() -> None:
    rows = [row for row in disclosure_2021() if row[0] != "行政事业性收费"]
    stray = ("行政事业性收费 12.50", "行政处罚 3件。")
    tables = read_tables(document(grid(rows), *stray))
    assert [(problem.table, problem.row) for problem in tables.problems] == [("disclosure", "fees")]
