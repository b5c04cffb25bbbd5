"""Tables as producers draw them: dashes, bars, frames, forms, turned text, overflowing numbers."""

from __future__ import annotations

import pytest

from tests.building import texts
from tests.reading.pdf_drawn import Sheet, only_table, read

XS = [60.0, 160.0, 200.0, 240.0]
UPRIGHT_TEXT = "upright text that fills a line so that the page as a whole stands upright"


def test_strokes() -> None:
    sheet = Sheet()
    sheet.grid(XS, [100, 120, 140])
    sheet.row(XS, 114, ["规章", "0", "1"])
    sheet.row(XS, 134, ["行政规范性文件", "3", "12"])
    table = only_table(sheet)
    assert texts(table) == [["规章", "0", "1"], ["行政规范性文件", "3", "12"]]
    first = table.cells[0]
    assert first.place is not None
    assert first.place.box is not None
    assert (first.place.page, round(first.place.box.x0), round(first.place.box.top)) == (1, 60, 100)


def test_dashes_of_thin_bars() -> None:
    sheet = Sheet()
    for y in (100, 120):
        for step in range(30):
            sheet.bar(60 + 6 * step, y, 64 + 6 * step, y + 0.7)
    for x in (60, 160, 239):
        for step in range(4):
            sheet.bar(x, 100 + 5.5 * step, x + 0.7, 103 + 5.5 * step)
    sheet.row([60, 160], 114, ["11", "22"])
    assert texts(only_table(sheet)) == [["11", "22"]]


def test_one_rectangle_per_cell_and_frames_with_a_hole() -> None:
    sheet = Sheet()
    sheet.operators.append("60 700 50 20 re S 110 700 50 20 re S")
    sheet.row([60, 110], 136, ["1", "2"])
    for x in (60, 110):
        sheet.operators.append(f"{x} 600 50 20 re {x + 0.7} 600.7 48.6 18.6 re f*")
    sheet.row([60, 110], 236, ["3", "4"])
    assert [texts(table) for table in read(sheet).tables] == [[["1", "2"]], [["3", "4"]]]


def test_many_bars_in_one_path() -> None:
    sheet = Sheet()
    bars = [f"{x} 700 0.7 20 re" for x in (60, 110, 160)] + [
        f"60 {y} 100.7 0.7 re" for y in (700, 720)
    ]
    sheet.operators.append(" ".join(bars) + " f")
    sheet.row([60, 110], 136, ["1", "2"])
    assert texts(only_table(sheet)) == [["1", "2"]]


def test_lines_inside_a_form_are_moved_and_scaled_with_it() -> None:
    sheet = Sheet(form_matrix="2 0 0 2 60 600")
    sheet.form = (
        "0 0 m 100 0 l S 0 20 m 100 20 l S 0 0 m 0 20 l S 50 0 m 50 20 l S 100 0 m 100 20 l S"
    )
    sheet.row([60, 160], 222, ["11", "22"])
    table = only_table(sheet)
    assert texts(table) == [["11", "22"]]
    assert table.cells[1].place is not None
    assert table.cells[1].place.box is not None
    assert round(table.cells[1].place.box.x0) == 160


def test_coloured_backgrounds_are_no_borders() -> None:
    sheet = Sheet()
    sheet.grid(XS, [100, 120, 140])
    sheet.operators.append(f"0.9 g 62 {842 - 118} 60 16 re f 0 g")
    sheet.row(XS, 114, ["规章", "0", "1"])
    sheet.row(XS, 134, ["许可", "3", "12"])
    assert texts(only_table(sheet)) == [["规章", "0", "1"], ["许可", "3", "12"]]


def test_merged_cells() -> None:
    sheet = Sheet()
    for x, top in ((60, 100), (160, 100), (200, 120), (240, 100)):
        sheet.line(x, top, x, 160)
    for y, left in ((100, 60), (120, 160), (140, 160), (160, 60)):
        sheet.line(left, y, 240, y)
    sheet.row([60, 170], 114, ["结果", "总计"])
    sheet.row([160, 200], 134, ["5", "6"])
    cells = {(c.row, c.column, c.row_span, c.column_span): c.text for c in only_table(sheet).cells}
    assert cells[0, 0, 3, 1] == "结果"
    assert cells[0, 1, 1, 2] == "总计"
    assert cells[1, 2, 1, 1] == "6"


def test_a_layout_box_around_tables_is_no_table() -> None:
    sheet = Sheet()
    sheet.grid([40, 300, 560], [80, 500])
    sheet.grid(XS, [100, 120, 140])
    sheet.row(XS, 114, ["甲", "0", "1"])
    sheet.text(320, 114, "正文")
    document = read(sheet)
    assert [texts(table)[0] for table in document.tables] == [["甲", "0", "1"]]
    assert [paragraph.text for paragraph in document.paragraphs] == ["正文"]


def test_a_boxed_sentence_is_no_table() -> None:
    sheet = Sheet()
    sheet.grid([60, 300], [100, 130])
    sheet.text(64, 118, "注：本表数据截至年末")
    document = read(sheet)
    assert document.tables == []
    assert document.paragraphs[0].text == "注：本表数据截至年末"


def test_digits_wrapped_in_a_narrow_cell_are_one_number() -> None:
    sheet = Sheet()
    sheet.grid([60, 160, 184], [100, 130])
    sheet.row([60, 160], 112, ["许可", "191"])
    sheet.row([60, 160], 124, ["", "4"])
    assert texts(only_table(sheet)) == [["许可", "1914"]]


def test_numbers_on_two_lines_of_a_roomy_cell_stay_apart() -> None:
    sheet = Sheet()
    sheet.grid([60, 160, 300], [100, 130])
    sheet.row([60, 160], 112, ["年度", "2021"])
    sheet.row([60, 160], 124, ["", "2022"])
    assert texts(only_table(sheet)) == [["年度", "2021 2022"]]


def test_numbers_in_neighbouring_narrow_cells_stay_apart() -> None:
    sheet = Sheet()
    sheet.grid([60, 90, 120], [100, 120])
    sheet.text(61, 114, "12345")
    sheet.text(91, 114, "67890")
    assert texts(only_table(sheet)) == [["12345", "67890"]]


def test_a_number_that_outgrows_its_cell_stays_whole_and_doubted() -> None:
    sheet = Sheet()
    sheet.grid([60, 90, 120], [100, 120])
    sheet.text(70, 114, "1234567")
    table = only_table(sheet)
    assert texts(table) == [["1234567", ""]]
    assert "1234567" in table.doubts[0]


def test_one_character_a_line_is_read_downwards() -> None:
    sheet = Sheet()
    sheet.grid([60, 76, 160], [100, 180])
    for index, char in enumerate("办理结果"):
        sheet.text(63, 115 + 16 * index, char)
    sheet.text(90, 140, "7")
    assert texts(only_table(sheet)) == [["办理结果", "7"]]


@pytest.mark.parametrize(("turn", "x", "y"), [("0 1 -1 0", 84, 155), ("0 -1 1 0", 74, 105)])
def test_turned_labels(turn: str, x: float, y: float) -> None:
    sheet = Sheet()
    sheet.grid([60, 100, 160], [100, 160])
    sheet.text(x, y, "办理结果", turn=turn)
    sheet.text(110, 130, "5")
    sheet.text(60, 50, UPRIGHT_TEXT)
    assert texts(only_table(sheet)) == [["办理结果", "5"]]


@pytest.mark.parametrize(
    ("rotate", "turn"), [(90, "0 1 -1 0"), (180, "-1 0 0 -1"), (270, "0 -1 1 0")]
)
def test_rotated_pages_are_read_as_displayed(rotate: int, turn: str) -> None:
    width, height = 842.0, 595.0

    def own(x: float, y: float) -> tuple[float, float]:
        """A displayed point in the page's own coordinates, y upwards."""
        return {90: (y, x), 180: (width - x, y), 270: (width - y, height - x)}[rotate]

    sheet = Sheet(width=width, height=height, rotate=rotate)
    for start, end in (((60, 100), (60, 120)), ((100, 100), (100, 120)), ((140, 100), (140, 120)),
                       ((60, 100), (140, 100)), ((60, 120), (140, 120))):  # fmt: skip
        (x0, y0), (x1, y1) = own(*start), own(*end)
        sheet.operators.append(f"0.5 w {x0} {y0} m {x1} {y1} l S")
    for x, text in ((64, "11"), (104, "22")):
        ux, uy = own(x, 114)
        sheet.operators.append(f"BT /F1 10 Tf {turn} {ux} {uy} Tm ({text}) Tj ET")
    table = only_table(sheet)
    assert texts(table) == [["11", "22"]]
    assert table.cells[0].place is not None
    assert table.cells[0].place.box is not None
    assert (round(table.cells[0].place.box.x0), round(table.cells[0].place.box.top)) == (60, 100)


def test_text_printed_twice_for_bold_is_read_once() -> None:
    sheet = Sheet()
    sheet.grid(XS, [100, 120])
    for shift in (0.0, 0.3):
        for index, digit in enumerate("1144"):
            sheet.text(164 + 6 * index + shift, 114, digit)
    assert texts(only_table(sheet)) == [["", "1144", ""]]
