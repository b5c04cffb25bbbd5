"""Tables with their true spans, and tables that only lay out a page."""

from __future__ import annotations

import pytest

from extractor.reading.cell_blocks import NESTED_TABLE
from extractor.reading.document import Document, Paragraph, Table
from extractor.reading.docx.tables import HIDDEN_TEXT
from tests.reading.docx_parts import p, r, read, tbl, tc, tr

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


def wide(width: int | str, kind: str = "dxa") -> str:
    return f'<w:tcW w:w="{width}" w:type="{kind}"/>'


def shape(table: Table) -> list[tuple[str, int, int, int, int]]:
    return [
        (cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells
    ]


def one(document: Document) -> Table:
    [table] = document.tables
    return table


def kinds(document: Document) -> list[str]:
    return [
        block.text if isinstance(block, Paragraph) else type(block).__name__
        for block in document.blocks
    ]


def test_spans_and_merges_of_a_statutory_header() -> None:
    table = one(
        read(
            tbl(
                tr(tc("列序", RESTART), tc("申请人情况", span(3))),
                tr(tc("", CONTINUE), tc("自然人", RESTART), tc("法人", span(2))),
                tr(tc("", CONTINUE), tc("", CONTINUE), tc("企业"), tc("机构")),
                tr(tc("一"), tc("1"), tc("2"), tc("3")),
            )
        )
    )
    assert shape(table) == [
        ("列序", 0, 0, 3, 1), ("申请人情况", 0, 1, 1, 3),
        ("自然人", 1, 1, 2, 1), ("法人", 1, 2, 1, 2),
        ("企业", 2, 2, 1, 1), ("机构", 2, 3, 1, 1),
        ("一", 3, 0, 1, 1), ("1", 3, 1, 1, 1), ("2", 3, 2, 1, 1), ("3", 3, 3, 1, 1),
    ]  # fmt: skip
    assert (table.aligned, table.doubts, table.n_rows, table.n_columns) == (True, (), 4, 4)


def test_legacy_horizontal_merges_also_with_vertical_ones() -> None:
    both = '<w:hMerge w:val="restart"/>' + RESTART
    table = one(
        read(
            tbl(
                tr(tc("甲", both), tc("", "<w:hMerge/>" + RESTART), tc("乙")),
                tr(tc("", both.replace(RESTART, CONTINUE)), tc("", "<w:hMerge/>"), tc("丙")),
            )
        )
    )
    assert shape(table) == [("甲", 0, 0, 2, 2), ("乙", 0, 2, 1, 1), ("丙", 1, 2, 1, 1)]


def test_a_continuation_without_a_beginning_stands_for_itself() -> None:
    table = one(read(tbl(tr(tc("甲", CONTINUE), tc("1")), tr(tc("乙", span(2) + CONTINUE)))))
    assert shape(table) == [("甲", 0, 0, 1, 1), ("1", 0, 1, 1, 1), ("乙", 1, 0, 1, 2)]
    assert not table.doubts


def test_text_in_a_merged_away_cell_is_not_shown_and_doubted() -> None:
    table = one(read(tbl(tr(tc("甲", RESTART), tc("1")), tr(tc("藏", CONTINUE), tc("2")))))
    assert [cell.text for cell in table.cells] == ["甲", "1", "2"]
    assert table.doubts == (HIDDEN_TEXT,)


def test_text_lost_to_a_legacy_merge_is_doubted_too() -> None:
    row = tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("藏", "<w:hMerge/>"), tc("1"))
    assert one(read(tbl(row))).doubts == (HIDDEN_TEXT,)


def test_columns_left_out_before_and_after() -> None:
    table = one(
        read(
            tbl(
                tr(tc("甲"), tc("乙"), tc("丙")),
                tr(tc("中"), properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
            )
        )
    )
    assert shape(table)[-1] == ("中", 1, 1, 1, 1)


def test_widths_settle_columns_where_spans_are_missing() -> None:
    rows = (
        tr(tc("申请人", wide(6000))),
        tr(tc("项目", wide(2000)), tc("自然人", wide(2010)), tc("其他", wide(1990))),
        tr(tc("新收", wide(2000)), tc("合计", wide(4000))),
    )
    table = one(read(tbl(*rows)))
    assert shape(table)[0] == ("申请人", 0, 0, 1, 3)
    assert shape(table)[-1] == ("合计", 2, 1, 1, 2)
    assert not table.doubts


def test_widths_in_percent() -> None:
    rows = (
        tr(tc("项目", wide(2500, "pct")), tc("数", wide("25%")), tc("量", wide(1250, "pct"))),
        tr(tc("新收", wide("50%")), tc("合计", wide("50%", "pct"))),
    )
    assert shape(one(read(tbl(*rows))))[-1] == ("合计", 1, 1, 1, 2)


def test_widths_count_what_is_left_out_before() -> None:
    before = '<w:gridBefore w:val="1"/><w:wBefore w:w="4000" w:type="dxa"/>'
    rows = (
        tr(tc("甲", wide(2000)), tc("乙", wide(2000)), tc("丙", wide(1000)), tc("丁", wide(1000))),
        tr(tc("戊", wide(1000)), tc("己", wide(1000)), properties=before),
    )
    assert shape(one(read(tbl(*rows))))[-2:] == [("戊", 1, 2, 1, 1), ("己", 1, 3, 1, 1)]


@pytest.mark.parametrize("widths", [(1000, 1000), (2960, 40, 3000)])
def test_widths_that_do_not_settle_it_leave_a_doubt(widths: tuple[int, ...]) -> None:
    usual = tr(*[tc("格", wide(1500))] * 4)
    odd = tr(*[tc("数", wide(width)) for width in widths])
    assert one(read(tbl(usual, usual, odd))).doubts


def test_a_row_that_ends_early_on_the_grid_keeps_its_spans() -> None:
    rows = (
        tr(tc("甲", wide(1000)), tc("乙", wide(1000)), tc("丙", wide(3000))),
        tr(tc("丁", wide(1000)), tc("戊", wide(1000))),
    )
    table = one(read(tbl(*rows, grid=(1000, 1000, 3000))))
    assert shape(table)[-1] == ("戊", 1, 1, 1, 1)
    assert not table.doubts


def test_rows_that_nothing_settles_are_doubted() -> None:
    rows = [tr(tc("一"), tc("1"), tc("2"), tc("3"))] * 3 + [tr(tc("二"), tc("4"), tc("5"))]
    [doubt] = one(read(tbl(*rows))).doubts
    assert doubt.startswith("第4行")
    title = [tr(tc("附表"))] + [tr(tc("一"), tc("1"), tc("2"))] * 2
    assert not one(read(tbl(*title))).doubts


def test_deleted_hidden_and_inserted_rows_and_cells() -> None:
    body = tbl(
        tr(tc("留"), tc("1")),
        tr(tc("删"), tc("2"), properties="<w:del/>"),
        tr(tc("藏"), tc("3"), properties="<w:hidden/>"),
        tr(tc("增"), tc("删格", "<w:cellDel/>"), tc("4", "<w:cellIns/>"), properties="<w:ins/>"),
    )
    assert [cell.text for cell in one(read(body)).cells] == ["留", "1", "增", "4"]
    assert read(tbl(tr(tc("甲"), tc("乙"), properties="<w:del/>")) + p("正文")).tables == []


def test_tracked_merges() -> None:
    body = tbl(
        tr(tc("甲", '<w:cellMerge w:vMerge="rest"/>'), tc("1")),
        tr(tc("", '<w:cellMerge w:vMerge="cont"/>'), tc("2")),
    )
    assert shape(one(read(body)))[0] == ("甲", 0, 0, 2, 1)


def test_controls_around_rows_and_cells() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    inline = tc(f"<w:p>{control(r('3'))}</w:p>")
    body = tbl(
        control(tr(tc("甲"), tc("1"))), "<w:customXml>" + tr(tc("乙"), control(tc("2")))
        + "</w:customXml>", tr(tc("丙"), inline),
    )  # fmt: skip
    assert [cell.text for cell in one(read(body)).cells] == ["甲", "1", "乙", "2", "丙", "3"]


def test_a_cell_holds_its_paragraphs_one_a_line() -> None:
    cell = tc(p("规范性") + p("") + p("文件"))
    assert one(read(tbl(tr(cell, tc("0"))))).cells[0].text == "规范性\n文件"


def data_table(rows: int = 3) -> str:
    return tbl(*[tr(tc("项"), tc("1"), tc("2"))] * rows)


def test_a_layout_table_dissolves_into_its_blocks() -> None:
    page = tbl(
        tr(tc(p("标题"))),
        tr(tc(p("前文") + data_table() + p("中文") + tbl(tr(tc(data_table(2)))) + p("后文"))),
        tr(tc(p("落款"))),
    )
    assert kinds(read(page)) == ["标题", "前文", "Table", "中文", "Table", "后文", "落款"]


def test_a_framed_paragraph_and_a_single_column_of_prose_are_paragraphs() -> None:
    framed = tbl(tr(tc(p("框中一段") + p("又一段"))))
    assert kinds(read(framed)) == ["框中一段", "又一段"]
    prose = "本机关依法公开信息。" * 15
    assert kinds(read(tbl(tr(tc("一、总体情况")), tr(tc(prose))))) == ["一、总体情况", prose]
    assert kinds(read(tbl(tr(tc(""), tc(p("短") + p(prose)), tc(""))))) == ["短", prose]
    assert kinds(read(tbl(tr(tc("短")), tr(tc("列"))))) == ["Table"]
    assert kinds(read(tbl(tr(tc("短")), tr(tc(""))))) == ["Table"]
    assert kinds(read(tbl(tr(tc("说明"), tc(prose))))) == ["Table"]


def test_a_small_nested_table_is_text_of_its_cell() -> None:
    small = tc("<w:tbl>" + tr(tc("5"), tc("件")) + "</w:tbl>" + p(""))
    table = one(read(tbl(*[tr(tc("甲"), tc("1"))] * 3, tr(tc("乙"), small))))
    assert table.cells[-1].text == "5\t件"
    assert not table.doubts


def test_a_larger_nested_table_in_data_is_doubted() -> None:
    nested = tc("<w:tbl>" + tr(tc("5"), tc("6")) * 2 + "</w:tbl>" + p(""))
    table = one(read(tbl(*[tr(tc("甲"), tc("1"))] * 3, tr(tc("乙"), nested))))
    assert table.cells[-1].text == "5\t6\n5\t6"
    assert table.doubts == (NESTED_TABLE,)


@pytest.mark.parametrize("count", ["0", "-4", "x", "", "1000000000", "9" * 50])
def test_absurd_spans_stay_small(count: str) -> None:
    body = tbl(tr(tc("甲", f'<w:gridSpan w:val="{count}"/>'), tc("乙")), tr(tc("丙"), tc("丁")))
    assert one(read(body)).n_columns <= 64


def test_a_large_picture_in_a_cell_follows_the_table() -> None:
    drawing = p('<w:r><w:pict><v:shape style="width:300pt;height:200pt"><v:imagedata/></v:shape>'
                "</w:pict></w:r>")  # fmt: skip
    assert kinds(read(tbl(tr(tc("甲"), tc(drawing))) + p("后"))) == ["Table", "Picture", "后"]
