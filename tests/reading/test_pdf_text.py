"""Paragraphs over lines and pages, and what is printed on pages without being text."""

from __future__ import annotations

from tests.reading.pdf_drawn import Sheet, read

FULL = "云澜区民政局坚持以公开为常态不公开为例外持续推进重点领域信息公开工作取得新的成效"
LEFT, SIZE = 90.0, 10.0


def body(sheet: Sheet, y: float, text: str, indent: int = 0) -> None:
    sheet.text(LEFT + indent * SIZE, y, text, SIZE)


def texts(*sheets: Sheet) -> list[str]:
    return [paragraph.text for paragraph in read(*sheets).paragraphs]


def test_lines_flow_together_until_an_indent() -> None:
    sheet = Sheet()
    for y, text, indent in ((100, FULL[:-2], 2), (116, FULL, 0), (132, "到此为止。", 0),
                            (148, FULL[:-2], 2), (164, "完。", 0)):  # fmt: skip
        body(sheet, y, text, indent)
    assert texts(sheet) == [FULL[:-2] + FULL + "到此为止。", FULL[:-2] + "完。"]


def test_line_places_are_kept() -> None:
    sheet = Sheet()
    body(sheet, 100, FULL[:-2], 2)
    body(sheet, 116, "到此为止。")
    (paragraph,) = read(sheet).paragraphs
    assert [line.start for line in paragraph.lines] == [0, len(FULL) - 2]
    box = paragraph.lines[1].place.box
    assert box is not None
    assert round(box.x0) == LEFT
    assert 100 < box.top < 116 < box.bottom < 120


def test_a_paragraph_goes_on_over_the_page_and_its_number() -> None:
    first, second = Sheet(), Sheet()
    for step in range(4):
        body(first, 700 + 16 * step, FULL[:-2] if step == 0 else FULL, 2 if step == 0 else 0)
    first.text(290, 815, "— 1 —")
    body(second, 90, "续写的内容。")
    second.text(290, 815, "— 2 —")
    assert texts(first, second) == [FULL[:-2] + FULL * 3 + "续写的内容。"]


def test_running_headers_footers_and_browser_lines_are_no_text() -> None:
    sheets = []
    for number in (1, 2, 3):
        sheet = Sheet()
        sheet.text(60, 30, "云澜区民政局年度报告")
        sheet.text(20, 15, "1/12/24, 1:05 PM")
        sheet.text(20, 835, "https://www.example.gov.cn/a.html")
        sheet.text(540, 835, f"{number}/3")
        body(sheet, 200, f"第{'一二三'[number - 1]}部分内容。", 2)
        sheets.append(sheet)
    assert texts(*sheets) == ["第一部分内容。", "第二部分内容。", "第三部分内容。"]


def test_page_numbers_in_many_styles() -> None:
    for style in ("1", "-1-", "第1页", "第1页 共2页", "1/2", "Page 1 of 2", "第 1 页，共 2 页"):
        sheet = Sheet()
        body(sheet, 200, "正文内容。", 2)
        sheet.text(290, 815, style)
        assert texts(sheet) == ["正文内容。"], style


def test_a_year_at_the_bottom_is_no_page_number() -> None:
    sheet = Sheet()
    body(sheet, 200, "正文内容。", 2)
    sheet.text(290, 815, "2023")
    assert texts(sheet) == ["正文内容。", "2023"]


def test_headings_stay_alone() -> None:
    sheet = Sheet()
    sheet.text(LEFT, 100, "一、总体情况", 14)
    body(sheet, 124, FULL[:-2], 2)
    body(sheet, 140, FULL[:-1] + "。")
    body(sheet, 156, "二、主动公开政府信息情况")
    body(sheet, 172, FULL[:-2], 2)
    assert texts(sheet) == [
        "一、总体情况", FULL[:-2] + FULL[:-1] + "。", "二、主动公开政府信息情况", FULL[:-2],
    ]  # fmt: skip


def test_the_hyphen_at_a_lines_end_is_kept() -> None:
    sheet = Sheet()
    body(sheet, 100, FULL)
    sheet.text(LEFT, 130, "010-")
    sheet.text(LEFT, 144, "12345")
    assert "010-" in "".join(texts(sheet))


def test_gaps_between_digits_and_characters_make_no_blanks() -> None:
    sheet = Sheet()
    body(sheet, 100, "主动公开")
    sheet.text(LEFT + 42.5, 100, "128")
    sheet.text(LEFT + 62, 100, "条")
    assert texts(sheet) == ["主动公开128条"]


def test_a_page_turned_sideways_as_a_whole_is_read() -> None:
    sheet = Sheet()
    for number, text in enumerate(("first line of the text", "second line of the text")):
        sheet.text(100 + 20 * number, 700, text, turn="0 1 -1 0")
    assert "first line of the text" in " ".join(texts(sheet))


def test_slanted_watermarks_are_left_out_and_noted() -> None:
    sheet = Sheet()
    sheet.text(200, 500, "DRAFT", 60, "0.7 0.7 -0.7 0.7")
    body(sheet, 100, "正文内容。", 2)
    document = read(sheet)
    assert [paragraph.text for paragraph in document.paragraphs] == ["正文内容。"]
    assert "倾斜" in document.notes[0]
