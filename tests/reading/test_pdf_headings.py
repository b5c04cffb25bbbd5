"""Headings and rows that a page break cuts: what is one row, and what are two."""

from __future__ import annotations

from tests.building import texts
from tests.reading.pdf_drawn import Sheet, only_table, read
from tests.reading.test_pdf_breaks import HEAD, pages

WIDE = [60.0, 160.0, 220.0, 280.0, 340.0]
NUMBERS = ["规章", "0", "0", "0"]


def rowed(sheet: Sheet, top: float, xs: list[float], rows: list[list[str]]) -> None:
    """A closed grid of rows 20 points high."""
    sheet.grid(xs, [top + 20.0 * n for n in range(len(rows) + 1)])
    for number, row in enumerate(rows):
        sheet.row(xs, top + 14 + 20 * number, row)


def grouped_heading(above: Sheet, below: Sheet, single: tuple[str, str], closed: bool) -> None:
    """One column with a heading over two rows, a group of two columns; cut between the rows."""
    xs = [60.0, 160.0, 220.0, 280.0]
    for sheet, top, bottom in ((above, 740.0, 780.0), (below, 60.0, 100.0)):
        for x in (60.0, 160.0, 280.0):
            sheet.line(x, top, x, bottom)
    above.line(60, 740, 280, 740)
    above.line(60, 760, 280, 760)
    above.row(xs, 754, ["本列", "其中"])
    above.line(160, 780, 280, 780)
    above.row([60.0, 160.0], 774, [single[0], "法人组织"])
    below.line(220, 60, 220, 100)
    below.line(60, 80, 280, 80)
    below.line(60, 100, 280, 100)
    below.row(xs, 74, [single[1], "企业", "机构"])
    below.row(xs, 94, ["1", "2", "3"])
    if closed:
        above.line(60, 780, 160, 780)
        below.line(60, 60, 280, 60)


def test_a_heading_over_two_rows_goes_on_below_a_break_between_them() -> None:
    above, below = Sheet(), Sheet()
    grouped_heading(above, below, ("自", "然人"), closed=True)
    table = only_table(above, below)
    cell = next(cell for cell in table.cells if cell.text == "自然人")
    assert cell.row_span == 2
    assert texts(table)[-1] == ["1", "2", "3"]


def test_a_heading_left_open_at_the_break_goes_on_however_much_room_it_had() -> None:
    above, below = Sheet(), Sheet()
    grouped_heading(above, below, ("结果", "维持"), closed=False)
    cell = next(cell for cell in only_table(above, below).cells if cell.text == "结果维持")
    assert cell.row_span == 2


def test_text_that_runs_on_below_the_lines_belongs_to_the_open_cell() -> None:
    above, below = Sheet(), Sheet()
    grouped_heading(above, below, ("结果", ""), closed=False)
    for line in ("果", "维", "持"):
        above.text(64, 774 + 11 * ("果维持".index(line) + 1), line)
    # As a browser writes a page, cell by cell: the group's heading comes last.
    group = next(
        i for i, text in enumerate(above.operators) if "法人组织".encode("utf-16-be").hex() in text
    )
    above.operators.append(above.operators.pop(group))
    document = read(above, below)
    assert document.paragraphs == []
    assert [cell.text for table in document.tables for cell in table.cells][2] == "结果果维持"


def test_a_repeated_heading_may_be_cut_short() -> None:
    """Where its rows are too low for its text, which runs on, hidden, into the rows below."""
    whole = ["本列数据的勾稽关系为前两项之和等于后两项", "甲", "乙", "丙"]
    upper, lower = [whole, NUMBERS], [["本列数据的勾稽关系为", *whole[1:]], ["许可", "1", "2", "3"]]
    xs = [60.0, 280.0, 302.0, 324.0, 346.0]
    assert texts(only_table(*pages(upper, lower, xs))) == [*upper, lower[1]]


def test_a_heading_known_from_another_table_is_whole() -> None:
    above, below = pages([HEAD], [["规章", "", "", ""], ["许可", "1", "2", "3"]], WIDE)
    rowed(below, 200, WIDE, [HEAD, NUMBERS])
    first, second = read(above, below).tables
    assert texts(first) == [HEAD, ["规章", "", "", ""], ["许可", "1", "2", "3"]]
    assert texts(second) == [HEAD, NUMBERS]


def test_a_heading_with_room_for_a_second_line_is_whole() -> None:
    above, below = Sheet(), Sheet()
    above.grid(WIDE, [740, 780])
    above.row(WIDE, 764, ["信息内容"])
    for column, (first, second) in enumerate(
        (("本年", "制发"), ("本年", "废止"), ("现行", "有效")), 1
    ):
        above.row(WIDE[column:], 757, [first])
        above.row(WIDE[column:], 770, [second])
    rowed(below, 60, WIDE, [["规章", "", "", ""], ["规范性文件", "1", "2", "3"]])
    assert texts(only_table(above, below)) == [
        ["信息内容", "本年制发", "本年废止", "现行有效"],
        ["规章", "", "", ""],
        ["规范性文件", "1", "2", "3"],
    ]


def test_halves_of_words_below_a_repeated_heading_are_not_taken_for_whole_headings() -> None:
    upper = [HEAD, NUMBERS, ["结果", "结果", "其他", "总计"]]
    lower = [HEAD, ["维持", "纠正", "结果", ""], ["1", "2", "3", "4"]]
    rows = texts(only_table(*pages(upper, lower, WIDE)))
    assert rows[2:] == [["结果维持", "结果纠正", "其他结果", "总计"], ["1", "2", "3", "4"]]


def test_a_row_closed_where_others_are_open_is_whole_without_doubt() -> None:
    """A browser leaves open what a break cuts: here the group, not the row."""
    xs = [60.0, 100.0, 180.0, 202.0]
    above, below = Sheet(), Sheet()
    for sheet, top in ((above, 740.0), (below, 60.0)):
        for x in xs:
            sheet.line(x, top, x, top + 40)
        sheet.line(100, top + 20, 202, top + 20)
    above.line(60, 740, 202, 740)
    above.line(100, 780, 202, 780)
    below.line(60, 100, 202, 100)
    above.row(xs, 754, ["结果", "予以公开的", "5"])
    above.row(xs, 774, ["", "第三方合法权益和", "191"])
    below.row(xs, 74, ["", "内部事务信息类别", "412"])
    below.row(xs, 94, ["", "过程性信息", "8"])
    table = only_table(above, below)
    assert [row[-1].text for row in table.rows()] == ["5", "191", "412", "8"]
    assert table.doubts == ()


def test_columns_that_two_tables_in_one_have_close_together_are_the_same_on_the_next_page() -> None:
    above, below = Sheet(), Sheet()
    rowed(above, 740, [60.0, 160.0, 220.0], [["无正当理由反复", "0"], ["1.没有正当理由反复", "5"]])
    rowed(below, 60, [60.0, 160.0, 220.0], [["申请的情形", ""], ["其他", "7"]])
    rowed(below, 100, [60.0, 156.2, 220.0], [["维持", "1"]])
    assert texts(only_table(above, below)) == [
        ["无正当理由反复", "0"],
        ["1.没有正当理由反复申请的情形", "5"],
        ["其他", "7"],
        ["维持", "1"],
    ]


def test_two_rows_without_any_numbers_are_no_heading() -> None:
    upper = [HEAD, NUMBERS, ["属于国家秘密", "", "", ""]]
    lower = [["属于行政查询事项", "", "", ""], ["其他", "1", "2", "3"]]
    table = only_table(*pages(upper, lower, WIDE))
    assert texts(table) == upper + lower
    assert table.doubts == ()
