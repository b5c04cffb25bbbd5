"""What stands at the edges of cells and pages: clipped, printed over a border, over other text."""

from __future__ import annotations

from tests.building import texts
from tests.reading.pdf_drawn import Sheet, only_table, read

XS = [60.0, 160.0, 200.0, 240.0]


def clipped(sheet: Sheet, box: tuple[float, float, float, float], y: float, text: str) -> None:
    """Text at the box's left edge of which only what lies in the box is shown."""
    x0, top, x1, bottom = box
    sheet.operators.append(f"q {x0} {sheet.height - bottom} {x1 - x0} {bottom - top} re W n")
    sheet.text(x0, y, text)
    sheet.operators.append("Q")


def test_text_that_is_clipped_away_is_not_read() -> None:
    sheet = Sheet()
    sheet.grid(XS, [100, 120, 140])
    sheet.row(XS, 114, ["说明", "0", "1"])
    clipped(sheet, (64, 100, 160, 120), 134, "余下的话")
    sheet.row(XS, 134, ["", "2", "3"])
    assert texts(only_table(sheet)) == [["说明", "0", "1"], ["", "2", "3"]]


def test_text_of_which_half_is_left_in_view_is_read() -> None:
    sheet = Sheet()
    clipped(sheet, (64, 100, 79, 120), 114, "条》")
    clipped(sheet, (84, 100, 200, 110), 114, "例")
    assert [paragraph.text for paragraph in read(sheet).paragraphs] == ["条》例"]


def test_text_over_a_border_belongs_to_the_cell_that_it_ran_out_of() -> None:
    sheet = Sheet()
    sheet.grid(XS, [100, 130, 150])
    for y, text in ((112, "结"), (123, "果"), (134, "维")):
        sheet.text(64, y, text)
    sheet.row(XS, 145, ["8", "2", "3"])
    assert [row[0] for row in texts(only_table(sheet))] == ["结果维", "8"]


def test_text_over_a_border_is_no_second_line_of_the_number_below_it() -> None:
    sheet = Sheet()
    sheet.grid(XS, [60, 70, 90])
    sheet.text(64, 75.5, "正")
    sheet.row(XS, 83, ["11", "2", "3"])
    assert [row[0] for row in texts(only_table(sheet))] == ["正", "11"]


def test_a_closing_bracket_stays_with_its_text() -> None:
    sheet = Sheet()
    xs = [60.0, 84.0, 200.0]
    sheet.grid(xs, [100, 120])
    sheet.text(64, 114, "（五）")
    assert texts(only_table(sheet)) == [["（五）", ""]]


def open_at_the_foot(text: str, left: float = 205) -> list[Sheet]:
    """Two pages of a table whose borders run on to the page's end, with a footer."""
    sheets = []
    for number in (1, 2):
        sheet = Sheet()
        for x in XS:
            sheet.line(x, 700, x, 830)
        sheet.line(60, 700, 240, 700)
        sheet.line(60, 740, 240, 740)
        sheet.row(XS, 720, [f"事项{number}", "5", "6"])
        sheet.row(XS, 755, ["其他", "7", ""])
        sheet.text(left, 815, text.format(number))
        sheets.append(sheet)
    return sheets


def test_a_page_number_is_in_no_cell_that_is_open_to_the_pages_end() -> None:
    rows = [row for table in read(*open_at_the_foot("{}")).tables for row in texts(table)]
    assert {row[2] for row in rows} == {"6", ""}


def test_a_last_row_with_one_cell_is_kept_though_borders_run_on_to_the_pages_end() -> None:
    above, below = Sheet(), Sheet()
    above.grid([60.0, 240.0], [700, 720])
    above.text(64, 714, "第二十条第（一）项")
    for x in XS:
        above.line(x, 750, x, 800)
    below.grid(XS, [60, 80])
    below.row(XS, 74, ["规章", "1", "2"])
    assert texts(only_table(above, below)) == [["第二十条第（一）项"], ["规章", "1", "2"]]


def test_a_running_title_is_in_no_cell_that_is_open_to_the_pages_end() -> None:
    sheets = open_at_the_foot("岚丘区公开工作年报", 110)
    document = read(*sheets)
    assert "年报" not in "".join(cell.text for table in document.tables for cell in table.cells)
    assert document.paragraphs == []


def test_a_number_in_a_cell_that_is_closed_is_the_cells_even_where_pages_are_numbered() -> None:
    sheets = open_at_the_foot("{}")
    for sheet in sheets:
        sheet.line(60, 825, 240, 825)
    rows = [row for table in read(*sheets).tables for row in texts(table)]
    assert {"1", "2"} <= {row[2] for row in rows}


def test_texts_printed_over_each_other_are_a_doubt_and_a_problem() -> None:
    sheet = Sheet()
    sheet.grid(XS, [100, 120])
    sheet.row(XS, 114, ["规章", "12", "0"])
    sheet.text(165, 115, "行政")
    document = read(sheet)
    assert [problem.code for problem in document.problems] == ["P104"]
    assert "第1页" in document.problems[0].message
    assert any("重叠" in doubt for doubt in document.tables[0].doubts)


def test_a_neighbour_half_a_line_lower_is_not_printed_over_the_first_line() -> None:
    sheet = Sheet()
    xs = [60.0, 84.0, 108.0]
    sheet.grid(xs, [100, 130])
    sheet.text(63, 112, "尚未")
    sheet.text(63, 122, "审结")
    sheet.text(85, 117, "总计")
    document = read(sheet)
    assert texts(document.tables[0]) == [["尚未审结", "总计"]]
    assert document.problems == ()
