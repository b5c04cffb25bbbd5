"""Tables in text and Markdown files that are drawn: pipes, rules, tags, columns of blanks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.reading.document import Document
from tests.building import texts
from tests.reading.plain_files import md, outline, txt


def test_a_pipe_table() -> None:
    (table,) = md(
        "| 信息内容 | 本年**制发**件数 | 现行\\|有效 |\n|:---|:---:|---|\n| 规章 | 0 | |\n"
        "| 行政<br>规范性文件 | 1,234 | \\- |\n"
    ).tables
    assert texts(table) == [
        ["信息内容", "本年制发件数", "现行|有效"], ["规章", "0", ""], ["行政\n规范性文件",
        "1,234", "-"],
    ]  # fmt: skip
    assert table.aligned


def test_pipes_without_outer_ones() -> None:
    assert texts(md("内容 | 数量\n--- | ---\n规章 | 0\n许可 | 5\n\n正文\n").tables[0]) == [
        ["内容", "数量"], ["规章", "0"], ["许可", "5"],
    ]  # fmt: skip


def test_a_blank_header_of_a_converter_is_no_row() -> None:
    assert texts(md("|  |  |\n|--|--|\n| 规章 | 0 |\n").tables[0]) == [["规章", "0"]]


def test_pipes_of_uneven_rows_are_not_aligned() -> None:
    (table,) = md("| 甲 | 乙 | 丙 |\n|-|-|-|\n| 规章 | 0 |\n").tables
    assert texts(table) == [["甲", "乙", "丙"], ["规章", "0"]]
    assert not table.aligned


def test_a_pipe_row_broken_over_lines() -> None:
    assert texts(md("| 结果维持 | 总\n计 | 其他 |\n|-|-|-|\n| 0 | 1 | 2 |\n").tables[0]) == [
        ["结果维持", "总\n计", "其他"], ["0", "1", "2"],
    ]  # fmt: skip


def test_two_pipe_tables_with_headers_of_their_own() -> None:
    one = "| 甲 | 乙 |\n|-|-|\n| 1 | 2 |\n"
    assert [texts(t) for t in md(one + "\n" + one).tables] == [[["甲", "乙"], ["1", "2"]]] * 2
    assert len(md(one + "\n| 3 | 4 |\n| 5 | 6 |\n").tables) == 1


def test_a_drawn_table_with_merged_cells() -> None:
    drawn = (
        "+----------+------+------+\n| 结果     | 维持 | 纠正 |\n|          +------+------+\n"
        "|          | 1    | 2    |\n+==========+======+======+\n| 合计            | 3    |\n"
        "+----------+------+------+\n"
    )
    (table,) = md(drawn).tables
    assert [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells] == [
        (0, 0, 2, 1, "结果"), (0, 1, 1, 1, "维持"), (0, 2, 1, 1, "纠正"), (1, 1, 1, 1, "1"),
        (1, 2, 1, 1, "2"), (2, 0, 1, 2, "合计"), (2, 2, 1, 1, "3"),
    ]  # fmt: skip


def test_a_drawn_table_whose_lines_do_not_fit() -> None:
    (table,) = md("+---+---+\n| 行政许可 | 5 |\n+---+---+\n| 处罚 | 0 |\n+---+---+\n").tables
    assert texts(table) == [["行政许可", "5"], ["处罚", "0"]]
    assert not table.aligned
    assert table.doubts


@pytest.mark.parametrize("read", [txt, md])
def test_html_tables_within_text(read: Callable[[str], Document]) -> None:
    document = read(
        "前文<table><tr><td rowspan=2>甲</td><td>1</td></tr>\n\n<tr><td>2</td></tr></table>后文\n"
        "<table>\n<tr><th>规章</th>\n<td>0</td></tr>\n</table>\n"
    )
    assert outline(document) == ["前文", [["甲", "1"], ["2"]], "后文", [["规章", "0"]]]
    assert document.tables[0].cells[0].row_span == 2


def test_an_html_table_that_is_never_closed() -> None:
    document = md("<table><tr><td>规章</td><td>0</td></tr>\n\n五、存在的主要问题及改进情况\n")
    assert outline(document) == [[["规章", "0"]], "五、存在的主要问题及改进情况"]


def test_columns_set_apart_by_blanks() -> None:
    text = (
        "信息内容    制发  废止  有效\n规章        0     0     0\n"
        "规范性文件  2     1     15\n\n正文一句。\n"
    )
    assert outline(txt(text)) == [
        [["信息内容", "制发", "废止", "有效"], ["规章", "0", "0", "0"], ["规范性文件", "2", "1",
        "15"]],
        "正文一句。",
    ]  # fmt: skip
    assert txt(text).tables[0].aligned


def test_uneven_columns_set_apart_by_blanks_are_doubted() -> None:
    (table,) = txt("甲    乙  丙\n规章  0\n文件  2   1\n许可  3   4\n").tables
    assert len(table.cells) == 11
    assert not table.aligned
    assert table.doubts


def test_a_ruled_table_keeps_its_empty_cells() -> None:
    text = (
        "  信息内容     制发   废止\n  ------------ ------ ------\n  规章                0\n"
        "  规范性文件   2      1\n\n正文\n"
    )
    assert outline(txt(text)) == [
        [["信息内容", "制发", "废止"], ["规章", "", "0"], ["规范性文件", "2", "1"]], "正文",
    ]  # fmt: skip


def test_spread_letters_are_no_table() -> None:
    assert txt("局  长  办  公  室\n二〇二四年  一月\n").tables == []


def test_a_header_and_one_figure_are_a_table() -> None:
    rows = "信息 内容\t本年收费金额（单位：万元）\n行政事业性收费\t361.20"
    text = f"第二十条第（八）项\n{rows}\n\n三、收到和处理政府信息公开申请情况"
    [table] = txt(text).tables
    assert [cell.text for cell in list(table.rows())[-1]] == ["行政事业性收费", "361.20"]


def test_markdown_without_outer_pipes_keeps_blank_cells_at_the_edges() -> None:
    text = "项目 | 数量 | 备注\n---|---|---\n行政许可 | 4 | \n | 5 | 补\n"
    assert texts(md(text).tables[0]) == [
        ["项目", "数量", "备注"],
        ["行政许可", "4", ""],
        ["", "5", "补"],
    ]


def test_markdown_notes_and_deleted_digits_are_no_digits() -> None:
    text = "|项目|数量|\n|---|---|\n|行政许可|5<sup>1</sup>|\n|行政处罚|~~7~~8|\n"
    assert texts(md(text).tables[0])[1:] == [["行政许可", "5¹"], ["行政处罚", "8"]]
