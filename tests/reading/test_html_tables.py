"""Tables of web pages: every cell where browsers show it, none lost, none invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.reading.document import Document, Paragraph, Table
from extractor.reading.html import read_html, tables_in_markup
from extractor.reading.html.grid import OVERLAP
from extractor.reading.source import Source
from tests.building import texts
from tests.reading import html_pages


def page(markup: str) -> Document:
    return read_html(Source(Path("page.html"), markup.encode()))


def places(table: Table) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells]


def only_table(markup: str) -> Table:
    tables = page(markup).tables
    assert len(tables) == 1
    return tables[0]


@pytest.mark.parametrize("style", ["plain", "word"])
def test_the_three_tables_cell_by_cell(style: str) -> None:
    document = page(html_pages.portal_page(html_pages.report_body(style, title=False)))
    disclosure, applications, disputes = document.tables
    assert texts(disclosure)[:4] == [
        ["第二十条第（一）项"],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "0", "0", "0"],
        ["行政规范性文件", "2", "1", "15"],
    ]
    assert texts(disclosure)[-4:] == [
        ["行政强制", ""],
        ["第二十条第（八）项"],
        ["信息内容", "本年收费金额（单位：万元）"],
        ["行政事业性收费", "3.50"],
    ]
    assert (applications.n_rows, applications.n_columns) == (28, 10)
    for row, cells in enumerate(applications.rows()):
        if row >= 3:
            numbers = [(c.column, c.text) for c in cells if c.column >= 3]
            assert numbers == [(3 + k, str((row - 3) * 10 + k)) for k in range(7)]
    assert applications.cells[4].text == "总计"
    assert [c.text for c in applications.cells[5:7]] == ["商业\n企业", "科研\n机构"]
    assert texts(disputes)[3] == [str(number) for number in range(15)]
    assert all(table.aligned and not table.doubts for table in document.tables)


def test_labels_span_the_rows_of_their_group() -> None:
    table = page(html_pages.portal_page()).tables[1]
    spans = {c.text: (c.row, c.column, c.row_span, c.column_span) for c in table.cells}
    assert spans["三、本年度办理结果"] == (5, 0, 22, 1)
    assert spans["（三）不予公开"] == (7, 1, 8, 1)
    assert spans["（七）总计"] == (26, 1, 1, 2)


def test_missing_end_tags() -> None:
    table = only_table("<table><tr><td>规章<td>0<td>1<tr><td>行政许可<td>5<td>6</table>")
    assert texts(table) == [["规章", "0", "1"], ["行政许可", "5", "6"]]


@pytest.mark.parametrize(
    ("span", "width"), [("2px", 2), ("0", 1), ("abc", 1), ("-3", 1), ("999999", 3), ("", 1)]
)
def test_broken_column_spans(span: str, width: int) -> None:
    table = only_table(
        f'<table><tr><td colspan="{span}">处理决定数量</td></tr>'
        "<tr><td>行政许可</td><td>1</td><td>2</td></tr><tr><td>行政处罚</td><td>3</td><td>4</td></tr>"
        "</table>"
    )
    assert places(table)[0] == (0, 0, 1, width, "处理决定数量")


def test_a_zero_row_span_is_one_unless_the_grid_needs_it_to_reach_down() -> None:
    as_one = only_table(
        '<table><tr><td rowspan="0">规章</td><td>1</td></tr><tr><td>许可</td><td>2</td>'
        "</tr></table>"
    )
    assert places(as_one)[0][2] == 1
    down = only_table(
        '<table><tr><td rowspan="0">处罚</td><td>1</td></tr><tr><td>2</td></tr></table>'
    )
    assert places(down) == [(0, 0, 2, 1, "处罚"), (0, 1, 1, 1, "1"), (1, 1, 1, 1, "2")]


def test_a_row_span_ends_with_the_table() -> None:
    table = only_table(
        '<table><tr><td rowspan="60">甲</td><td>1</td></tr><tr><td>2</td></tr></table>'
    )
    assert places(table)[0][2] == 2


def test_overlapping_spans_are_doubted() -> None:
    table = only_table(
        '<table><tr><td>a</td><td rowspan="2">1</td></tr><tr><td colspan="2">b</td></tr></table>'
    )
    assert table.doubts == (OVERLAP,)
    assert len(table.cells) == 3


def test_blank_is_not_zero_and_blanks_are_trimmed() -> None:
    table = only_table(
        "<table><tr><td>规章</td><td>&nbsp;</td><td></td><td>　0　</td></tr>"
        "<tr><td>行政许可</td><td> 1 </td><td>/</td><td>&nbsp;2</td></tr></table>"
    )
    assert texts(table) == [["规章", "", "", "0"], ["行政许可", "1", "/", "2"]]


def test_empty_rows_do_not_count() -> None:
    table = only_table(
        "<table><tr><td rowspan=3>甲</td><td>1</td></tr><tr></tr><tr><td>2</td></tr></table>"
    )
    assert places(table) == [(0, 0, 2, 1, "甲"), (0, 1, 1, 1, "1"), (1, 1, 1, 1, "2")]


def test_word_conditionals_and_filler_rows() -> None:
    table = only_table(
        "<table><tr><td>规章</td><![if !supportMergedCells]><td>0</td><![endif]></tr>"
        "<tr><td>行政许可</td><td>7<o:p></o:p></td></tr>"
        "<!--[if gte mso 9]><tr><td>隐藏</td></tr><![endif]-->"
        "<![if !supportMisalignedColumns]><tr height=0><td width=5></td><td width=9></td></tr>"
        "<![endif]></table>"
    )
    assert texts(table) == [["规章", "0"], ["行政许可", "7"]]


def test_hidden_cells_and_rows_are_not_printed() -> None:
    table = only_table(
        "<table><tr><td>规章</td><td style='DISPLAY: none'>9</td><td>0</td></tr>"
        "<tr hidden><td>x</td><td>8</td></tr><tr><td>行政许可</td><td>1</td></tr></table>"
    )
    assert texts(table) == [["规章", "0"], ["行政许可", "1"]]


def test_head_body_and_foot() -> None:
    table = only_table(
        "<table><caption>收费</caption><thead><tr><th>信息内容</th><th>本年收费金额</th></tr></thead>"
        "<tbody><tr><td>收费</td><td>0</td></tr></tbody><tfoot><tr><th>合计</th><td>0</td></tr>"
        "</tfoot></table>"
    )
    assert texts(table) == [["信息内容", "本年收费金额"], ["收费", "0"], ["合计", "0"]]


def test_text_between_rows_is_not_lost() -> None:
    document = page(
        "<table>单位：件<tr><td>规章</td><td>0</td></tr><tr><td>许可</td><td>1</td></table>"
    )
    assert [block.text for block in document.paragraphs] == ["单位：件"]
    assert texts(document.tables[0]) == [["规章", "0"], ["许可", "1"]]


def test_a_small_table_in_a_cell_becomes_its_text_with_a_doubt() -> None:
    rows = "".join(f"<tr><td>第{i}项</td><td>{i}</td><td>{i}</td></tr>" for i in range(5))
    inner = "<table><tr><td>甲</td><td>乙</td></tr></table>"
    table = only_table(f"<table>{rows}<tr><td>说明</td><td>{inner}</td><td>0</td></tr></table>")
    assert texts(table)[5] == ["说明", "甲\n乙", "0"]
    assert table.doubts


@pytest.mark.parametrize("depth", [1, 2, 6])
def test_layout_tables_dissolve(depth: int) -> None:
    body = html_pages.report_body()
    for _ in range(depth):
        body = f"<table width=980><tr><td>&nbsp;</td><td>{body}</td></tr></table>"
    document = page(f"<html><body>{body}</body></html>")
    assert [block.text for block in document.paragraphs] == html_pages.EXPECTED
    assert [table.n_columns for table in document.tables] == [4, 10, 15]
    kinds = [isinstance(block, Table) for block in document.blocks]
    assert [index for index, is_table in enumerate(kinds) if is_table] == [5, 7, 9]


def test_a_report_whose_text_and_table_are_rows_of_one_table() -> None:
    prose = html_pages.PARAGRAPHS["overview"]
    document = page(
        "<table><tr><td colspan=3>一、总体情况</td></tr>"
        f"<tr><td colspan=3>{prose * 3}</td></tr><tr>"
        f"<td colspan=3>二、主动公开政府信息情况</td></tr>"
        "<tr><td colspan=3>第二十条第（六）项</td></tr>"
        "<tr><td>信息内容</td><td colspan=2>本年处理决定数量</td></tr>"
        "<tr><td>行政处罚</td><td colspan=2>4</td></tr><tr><td>行政强制</td>"
        "<td colspan=2>0</td></tr>"
        "<tr><td colspan=3>五、存在的主要问题及改进情况</td></tr></table>"
    )
    found = [b.text if isinstance(b, Paragraph) else "表" for b in document.blocks]
    assert found == [
        "一、总体情况", prose * 3, "二、主动公开政府信息情况", "表", "五、存在的主要问题及改进情况",
    ]  # fmt: skip
    assert texts(document.tables[0]) == [
        ["第二十条第（六）项"], ["信息内容", "本年处理决定数量"], ["行政处罚", "4"], ["行政强制",
        "0"],
    ]  # fmt: skip


def test_a_framed_paragraph_and_a_signature_table_are_no_tables() -> None:
    document = page(
        "<table border=1><tr><td>说明：本表由办公室汇总。</td></tr></table>"
        "<table><tr><td></td><td>临溪县林业局</td></tr><tr><td></td><td>2024年1月9日</td></tr></table>"
    )
    assert document.tables == []
    assert [block.text for block in document.paragraphs] == [
        "说明：本表由办公室汇总。", "临溪县林业局", "2024年1月9日",
    ]  # fmt: skip


def test_tables_in_markup() -> None:
    minified = "<table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table>"
    (table,) = tables_in_markup(f"<div>{minified}</div>")
    assert places(table) == [(0, 0, 2, 1, "甲"), (0, 1, 1, 1, "1"), (1, 1, 1, 1, "2")]
    assert tables_in_markup("没有表") == []


def test_a_notes_mark_or_a_deleted_digit_is_no_digit_of_the_number() -> None:
    markup = (
        "<table><tr><td>行政许可</td><td>5<sup>1</sup></td><td>6<sup>[2]</sup></td></tr>"
        "<tr><td>行政处罚</td><td><del>7</del>8</td>"
        '<td>9<span style="vertical-align:super"><b>3</b></span></td></tr></table>'
    )
    assert texts(only_table(markup)) == [["行政许可", "5¹", "6[²]"], ["行政处罚", "8", "9³"]]


def test_a_page_cut_off_within_a_table_is_said() -> None:
    table = "<table><tr><td>行政许可</td><td>19"
    assert [problem.code for problem in page(f"<html><body>{table}").problems] == ["P104"]
    assert not page(f"<html><body>{table}14</td></tr></table>").problems
    assert not page(f"<html><body>{table}14</td></tr></body></html>").problems
