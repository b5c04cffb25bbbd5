"""Tables in text files with a cell a line, or rows with tabs, cell by cell."""

from __future__ import annotations

from extractor.reading.plain.tabbed import NO_ROWS
from tests.building import texts
from tests.reading.plain_files import outline, txt


def cells(*rows: str) -> str:
    """Rows (cells between bars) as converters print them: a cell a line behind a tab."""
    return "".join("".join(f"\t{text}\n" for text in row.split("|")) + "\n" for row in rows)


CELL_ROWS = ("第二十条第（六）项", "信息内容|本年处理决定数量", "行政处罚|4", "行政强制|")


def test_a_cell_a_line() -> None:
    document = txt(
        "二、主动公开政府信息情况\n"
        + cells(*CELL_ROWS)
        + "\n五、存在的主要问题及改进情况\n公开不够及时。\n"
    )
    assert outline(document) == [
        "二、主动公开政府信息情况",
        [["第二十条第（六）项"], ["信息内容", "本年处理决定数量"], ["行政处罚", "4"], ["行政强制",
        ""]],
        "五、存在的主要问题及改进情况", "公开不够及时。",
    ]  # fmt: skip
    assert not document.tables[0].aligned


def test_a_table_that_begins_with_an_empty_cell() -> None:
    head = "\t\xa0\n（本列数据的勾稽关系）\n\xa0\n\t申请人情况\n\n"
    rows = cells("|自然人|总计", "一、本年新收|3|3")
    document = txt("三、收到和处理政府信息公开申请情况\n" + head + rows)
    assert outline(document)[1] == [
        ["（本列数据的勾稽关系）", "申请人情况"], ["", "自然人", "总计"], ["一、本年新收", "3",
        "3"],
    ]  # fmt: skip
    assert document.tables[0].cells[0].printed == "（本列数据的勾稽关系）"


def test_cells_over_several_lines() -> None:
    text = (
        "\t结果\n维持\n\t总\n计\n\t未经复议直接起诉\n\n\t0\n\t\xa00\n\t0\xa0\n\n\n"
        "五、存在的主要问题及改进情况\n"
    )
    assert outline(txt(text)) == [
        [["结果\n维持", "总\n计", "未经复议直接起诉"], ["0", "0", "0"]],
        "五、存在的主要问题及改进情况",
    ]  # fmt: skip


def test_a_label_that_begins_with_blank_lines() -> None:
    text = (
        cells("二、上年结转|1|1") + "\t\n\n\n\n\n三、本年度办理结果\n\t（一）予以公开\n\t2\n\t2\n\n"
    )
    assert texts(txt(text).tables[0]) == [
        ["二、上年结转", "1", "1"], ["三、本年度办理结果", "（一）予以公开", "2", "2"],
    ]  # fmt: skip


def test_a_word_broken_over_a_blank_line() -> None:
    text = "\t尚未审结\n\t总\n\n计\n\t未经复议直接起诉\n\n\t0\n\t1\n\t2\n\n"
    assert texts(txt(text).tables[0]) == [
        ["尚未审结", "总\n计", "未经复议直接起诉"],
        ["0", "1", "2"],
    ]


def test_a_section_title_ends_the_table_even_without_blank_lines() -> None:
    text = (
        "\t行政许可\n\t11\n\n\t行政处罚\n\t0\n"
        "三、收到和处理政府信息公开申请情况\n\t一、本年新收\n\t4\n\t4\n\n\t二、上年结转\n\t0\n\t0\n"
    )
    assert outline(txt(text)) == [
        [["行政许可", "11"], ["行政处罚", "0"]], "三、收到和处理政府信息公开申请情况",
        [["一、本年新收", "4", "4"], ["二、上年结转", "0", "0"]],
    ]  # fmt: skip


def test_an_indented_title_divides_two_tables() -> None:
    text = (
        cells("规章|1", "行政许可|2")
        + "\n\t四、政府信息公开行政复议、行政诉讼情况\n\n"
        + cells("结果维持|总计", "0|1")
    )
    assert outline(txt(text)) == [
        [["规章", "1"], ["行政许可", "2"]], "四、政府信息公开行政复议、行政诉讼情况",
        [["结果维持", "总计"], ["0", "1"]],
    ]  # fmt: skip


def test_indented_paragraphs_are_no_table() -> None:
    text = (
        "\t一、总体情况\n\t全年通过县政府网站公开信息十二条，其中政策文件三条，均在时限内发布。\n"
        "\t（一）主动公开\n\t目录调整两次。\n\t临溪县水务局\n\t2024年1月9日\n"
    )
    assert outline(txt(text)) == [line.strip() for line in text.splitlines()]


def test_rows_that_cannot_be_told_are_doubted() -> None:
    text = "\t规章\n\t0\n\t0\n" * 15
    (table,) = txt(text).tables
    assert len(table.cells) == 45
    assert table.doubts == (NO_ROWS,)


ROWS = "第二十条第（八）项\t\t\n信息内容\t本年收费金额\t\n行政事业性收费\t3.5\t\n"


def test_rows_with_tabs() -> None:
    (table,) = txt(ROWS).tables
    assert texts(table) == [
        ["第二十条第（八）项", "", ""], ["信息内容", "本年收费金额", ""], ["行政事业性收费",
        "3.5", ""],
    ]  # fmt: skip
    assert not table.aligned


def test_rows_shifted_by_merged_cells_keep_every_cell() -> None:
    text = (
        "三、本年度办理结果\t(一) 予以公开\t1\t2\t\n\t(三) 不予公开\t1. 属于国家秘密\t0\t3\n"
        "3. 其他\t\t0\t4\t\n(七) 总计\t\t1\t5\t\n"
    )
    assert texts(txt(text).tables[0]) == [
        ["三、本年度办理结果", "(一) 予以公开", "1", "2", ""], ["", "(三) 不予公开",
        "1. 属于国家秘密", "0", "3"],
        ["3. 其他", "", "0", "4", ""], ["(七) 总计", "", "1", "5", ""],
    ]  # fmt: skip


def test_a_blank_line_within_rows_with_tabs() -> None:
    assert len(txt(ROWS.replace("\n", "\n\n", 1)).tables) == 1


def test_a_title_between_rows_with_tabs_divides_them() -> None:
    found = outline(txt(ROWS + "\n### 三、收到和处理政府信息公开申请情况\n\n# 甲\n\n" + ROWS))
    assert [block for block in found if isinstance(block, str)] == [
        "三、收到和处理政府信息公开申请情况", "甲",
    ]  # fmt: skip
    assert len(found) == 4


def test_a_row_whose_tabs_were_cut_off() -> None:
    text = "信息内容\t制发\t废止\n规章\t0\t0\n第二十条第（五）项\n行政许可\t5\t6\n"
    assert texts(txt(text).tables[0])[2:] == [["第二十条第（五）项"], ["行政许可", "5", "6"]]


def test_a_quoted_cell_over_two_lines() -> None:
    assert texts(txt('结果维持\t"总\n计"\t其他\n0\t1\t2\n').tables[0]) == [
        ["结果维持", "总\n计", "其他"], ["0", "1", "2"],
    ]  # fmt: skip


def test_a_full_grid_with_tabs_is_aligned() -> None:
    assert txt("年度\t件数\n2022\t3\n2023\t4\n").tables[0].aligned


def test_contact_lines_and_contents_with_tabs_are_no_table() -> None:
    text = (
        "联系人：李某\t电话：0999-1234\n一、总体情况\t1\n二、主动公开政府信息情况\t2\n"
        "六、其他需要报告的事项\t5\n"
    )
    assert txt(text).tables == []
