"""Tables over page breaks: one table, no row lost, no two rows fused."""

from __future__ import annotations

from tests.building import texts
from tests.reading.pdf_drawn import Sheet, only_table, read

XS = [60.0, 160.0, 182.0, 204.0, 226.0]
HEAD = ["信息内容", "甲", "乙", "丙"]
Row = list[str]


def pages(
    upper: list[Row], lower: list[Row], xs: list[float] = XS, open_break: bool = False
) -> tuple[Sheet, Sheet]:
    """Two pages with 20 points to a row, the first page's table at its end."""
    above, below = Sheet(), Sheet()
    top = 780 - 20 * len(upper)
    above.grid(xs, [top + 20.0 * n for n in range(len(upper) + 1)], open_bottom=open_break)
    below.grid(xs, [60 + 20.0 * n for n in range(len(lower) + 1)], open_top=open_break)
    for sheet, start, rows in ((above, top, upper), (below, 60, lower)):
        for number, row in enumerate(rows):
            sheet.row(xs, start + 14 + 20 * number, row)
    above.text(290, 810, "- 1 -")
    below.text(290, 810, "- 2 -")
    return above, below


def test_two_pages_make_one_table_without_the_page_numbers() -> None:
    upper, lower = (
        [HEAD, ["规章", "0", "0", "0"]],
        [["许可", "1", "2", "3"], ["处罚", "4", "5", "6"]],
    )
    document = read(*pages(upper, lower))
    assert [texts(table) for table in document.tables] == [upper + lower]
    assert document.paragraphs == []


def test_rows_without_a_border_at_the_break_are_kept_and_kept_apart() -> None:
    upper, lower = (
        [HEAD, ["规章", "0", "0", "0"]],
        [["许可", "1", "2", "3"], ["处罚", "4", "5", "6"]],
    )
    table = only_table(*pages(upper, lower, open_break=True))
    assert texts(table) == upper + lower
    assert table.doubts == ()


def test_digits_cut_by_the_break_are_one_number() -> None:
    upper = [HEAD, ["2.行政许可", "191", "2", "100"]]
    lower = [["", "4", "", "7"], ["3.行政处罚", "1", "1", "1"]]
    assert texts(only_table(*pages(upper, lower))) == [
        HEAD,
        ["2.行政许可", "1914", "2", "1007"],
        ["3.行政处罚", "1", "1", "1"],
    ]


def test_a_label_cut_by_the_break_is_continued() -> None:
    upper = [HEAD, ["2.其他法律法规规定", "3", "2", "1"]]
    lower = [["不得公开的", "", "", ""], ["3.保护权益", "1", "1", "1"]]
    assert texts(only_table(*pages(upper, lower)))[1:] == [
        ["2.其他法律法规规定不得公开的", "3", "2", "1"],
        ["3.保护权益", "1", "1", "1"],
    ]


def test_numbers_printed_below_the_break_join_the_label_above_it() -> None:
    upper = [HEAD, ["2.其他法律法规规定", "", "", ""]]
    lower = [["不得公开的", "3", "2", "1"]]
    assert texts(only_table(*pages(upper, lower)))[1] == [
        "2.其他法律法规规定不得公开的", "3", "2", "1",
    ]  # fmt: skip


def test_a_row_with_its_own_number_is_never_fused() -> None:
    upper = [HEAD, ["2.其他法律法规规定", "191", "200", "100"]]
    lower = [["3.保护第三方合法权", "4", "", "7"]]
    assert texts(only_table(*pages(upper, lower))) == upper + lower


def test_a_row_whose_cells_had_room_is_never_fused() -> None:
    wide = [60.0, 160.0, 220.0, 280.0, 340.0]
    upper, lower = [HEAD, ["行政处罚", "35", "1", "2"]], [["行政强制", "", "", ""]]
    assert texts(only_table(*pages(upper, lower, wide))) == upper + lower


def test_what_cannot_be_told_is_two_rows_and_a_doubt() -> None:
    upper = [HEAD, ["其他法律法规规定的", "191", "200", "100"]]
    lower = [["其他依法不公开事项", "412", "300", "705"]]
    table = only_table(*pages(upper, lower))
    assert texts(table) == upper + lower
    assert "第1页末与第2页初" in table.doubts[0]


def test_a_repeated_header_is_dropped_and_the_cut_row_below_it_joined() -> None:
    upper = [HEAD, ["2.行政许可", "191", "2", "100"]]
    lower = [HEAD, ["", "4", "", "7"], ["3.行政处罚", "1", "1", "1"]]
    assert texts(only_table(*pages(upper, lower)))[1:] == [
        ["2.行政许可", "1914", "2", "1007"],
        ["3.行政处罚", "1", "1", "1"],
    ]


def test_a_group_label_goes_on_below_the_break() -> None:
    xs = [60.0, 100.0, 180.0, 202.0]
    above, below = Sheet(), Sheet()
    for sheet, top in ((above, 700), (below, 60)):
        for x in xs:
            sheet.line(x, top, x, top + 40)
        for y, left in ((top, 60), (top + 20, 100), (top + 40, 60)):
            sheet.line(left, y, xs[-1], y)
    above.row(xs, 714, ["结果", "1.公开", "5"])
    above.row(xs, 734, ["", "2.不公开", "6"])
    below.row(xs, 74, ["", "3.无法", "7"])
    below.row(xs, 94, ["", "4.其他", "8"])
    table = only_table(above, below)
    group = table.cells[0]
    assert (group.text, group.row_span) == ("结果", 4)
    assert [row[-1].text for row in table.rows()] == ["5", "6", "7", "8"]


def test_a_last_row_with_one_cell_still_belongs_to_the_table() -> None:
    above, below = pages([HEAD, ["许可", "1", "2", "3"]], [])
    below.operators.clear()
    below.grid([60.0, 226.0], [60, 80])
    below.text(64, 74, "第二十条第（八）项")
    assert texts(only_table(above, below))[-1] == ["第二十条第（八）项"]


def test_text_between_parts_two_tables() -> None:
    above, below = pages([HEAD, ["许可", "1", "2", "3"]], [HEAD, ["处罚", "1", "2", "3"]])
    below.text(60, 50, "（二）行政处罚情况如下")
    assert len(read(above, below).tables) == 2


def test_other_columns_make_another_table() -> None:
    above, below = pages([HEAD, ["许可", "1", "2", "3"]], [])
    below.operators.clear()
    other = [60.0, 120.0, 300.0, 400.0]
    below.grid(other, [60, 80, 100])
    below.row(other, 74, ["甲", "乙", "丙"])
    below.row(other, 94, ["1", "2", "3"])
    assert len(read(above, below).tables) == 2


def test_the_upper_part_of_a_number_is_placed_on_its_page() -> None:
    upper = [HEAD, ["2.行政许可", "191", "2", "100"]]
    table = only_table(*pages(upper, [["", "4", "", "7"]]))
    number = next(cell for cell in table.cells if cell.text == "1914")
    assert number.place is not None
    assert number.place.page == 1


def test_a_heading_with_line_breaks_cut_by_the_break_is_one_row() -> None:
    wide = [60.0, 160.0, 220.0, 280.0, 340.0]
    upper = [["规章", "0", "0", "0"], ["信息", "上一年", "增减", "处理"]]
    lower = [["内容", "数量", "", "决定"], ["行政许可", "1", "2", "3"]]
    assert texts(only_table(*pages(upper, lower, wide))) == [
        ["规章", "0", "0", "0"],
        ["信息内容", "上一年数量", "增减", "处理决定"],
        ["行政许可", "1", "2", "3"],
    ]


def test_a_heading_known_to_be_whole_is_not_fused_with_a_row_of_blanks() -> None:
    wide = [60.0, 160.0, 220.0, 280.0, 340.0]
    upper = [["章", "0", "0", "0"], HEAD, ["规章", "0", "0", "0"], HEAD]
    lower = [["行政许可", "", "", ""], ["行政处罚", "1", "2", "3"]]
    assert texts(only_table(*pages(upper, lower, wide))) == upper + lower


def test_numbers_below_a_full_heading_are_a_row_without_doubt() -> None:
    upper, lower = [["信息内容说明事项以及", "自然", "法人", "总计"]], [["本年新收", "0", "0", "0"]]
    table = only_table(*pages(upper, lower))
    assert texts(table) == upper + lower
    assert table.doubts == ()


def test_a_row_that_fills_a_page_without_any_line_across_is_kept() -> None:
    first, second, third = Sheet(), Sheet(), Sheet()
    xs = [60.0, 160.0, 260.0]
    first.grid(xs, [700, 720, 780], open_bottom=True)
    first.row(xs, 714, ["内容", "数量"])
    first.row(xs, 734, ["很长的说明", "5"])
    for x in xs:
        second.line(x, 60, x, 780)
    second.text(64, 100, "继续说明")
    third.grid(xs, [60, 80, 100], open_top=True)
    third.row(xs, 74, ["说明完毕", ""])
    third.row(xs, 94, ["其他", "7"])
    rows = texts(only_table(first, second, third))
    assert rows[0] == ["内容", "数量"]
    assert rows[-1] == ["其他", "7"]
    assert "5" in rows[1]
