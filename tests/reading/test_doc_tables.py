"""Rows as Word defines them → cells on one grid."""

from __future__ import annotations

import struct

import pytest

from extractor.reading.doc import read_streams
from extractor.reading.document import Block, Paragraph, Table
from tests.reading.doc_files import (
    IN_TABLE,
    ROW_END,
    Para,
    Run,
    Word,
    define_row,
    para,
    row,
    sprm,
)

EDGES = (0, 1000, 2000, 3000)
ABC = ("甲", "乙", "丙")


def blocks(*paras: Para, data: bytes = b"") -> list[Block]:
    return read_streams(Word([*paras, para("后")], data=data).streams()).blocks


def only_table(*paras: Para, data: bytes = b"") -> Table:
    found = blocks(*paras, data=data)
    tables = [block for block in found if isinstance(block, Table)]
    assert len(tables) == 1
    assert found[-1] == Paragraph("后", "后")
    return tables[0]


def cells(table: Table) -> list[tuple[int, int, str, int, int]]:
    return [(c.row, c.column, c.text, c.row_span, c.column_span) for c in table.cells]


LAST = [(1, 0, "1", 1, 1), (1, 1, "2", 1, 1), (1, 2, "3", 1, 1)]


@pytest.mark.parametrize(
    "end",
    [
        define_row(EDGES, (1, 2, 0)),  # merged by the older description's bits
        define_row(EDGES, (2, 1, 0)),  # and by the newer's
        define_row(EDGES) + sprm(0x5624, 0 | 2 << 8),
        define_row(EDGES, (1, 2, 2)) + sprm(0x5625, 0 | 3 << 8) + sprm(0x5624, 0 | 2 << 8),
    ],
)
def test_cells_merged_to_the_right(end: bytes) -> None:
    table = only_table(*row(("甲", "", "丙"), end), *row("123", define_row(EDGES)))
    assert cells(table) == [(0, 0, "甲", 1, 2), (0, 2, "丙", 1, 1), *LAST]
    assert table.aligned
    assert not table.doubts


@pytest.mark.parametrize(
    "end",
    [
        define_row((0, 2000, 3000)),  # how Word itself writes merged cells
        define_row((5, 1990, 3012)),
        sprm(0x7621, 0 | 2 << 8 | 1500 << 16)  # made cell by cell
        + sprm(0x7623, 0 | 1 << 8 | 2000 << 16)
        + sprm(0x7623, 1 | 2 << 8 | 1000 << 16),
        define_row((0, 2000, 2500, 3500)) + sprm(0x5622, 1 | 2 << 8),
        define_row((700, 2700, 3700)) + sprm(0x9602, 108) + sprm(0x9601, 108),
    ],
)
def test_columns_come_from_the_edges(end: bytes) -> None:
    table = only_table(*row(("甲", "丙"), end), *row("123", define_row(EDGES)))
    assert cells(table) == [(0, 0, "甲", 1, 2), (0, 2, "丙", 1, 1), *LAST]


def test_rows_that_start_further_right_leave_columns_out() -> None:
    table = only_table(*row("45", define_row((1000, 2000, 3000))), *row("123", define_row(EDGES)))
    assert cells(table) == [(0, 1, "4", 1, 1), (0, 2, "5", 1, 1), *LAST]


def test_slightly_shifted_lines_are_one_but_a_narrow_cell_is_a_cell() -> None:
    table = only_table(*row(ABC, define_row((0, 1060, 1950, 3000))), *row("123", define_row(EDGES)))
    assert [cell[:2] for cell in cells(table)[:3]] == [(0, 0), (0, 1), (0, 2)]
    narrow = only_table(
        *row("1234", define_row((0, 1000, 1080, 2000, 3000))), *row("567", define_row(EDGES))
    )
    assert [cell.column for cell in narrow.cells] == [0, 1, 2, 3, 0, 1, 3]


@pytest.mark.parametrize(
    ("start", "continued"),
    [
        (define_row(EDGES, (0x60, 0, 0)), define_row(EDGES, (0x20, 0, 0))),
        (define_row(EDGES) + sprm(0xD62B, b"\0\3"), define_row(EDGES) + sprm(0xD62B, b"\0\1")),
    ],
)
def test_cells_merged_downwards(start: bytes, continued: bytes) -> None:
    table = only_table(
        *row(ABC, start), *row(("", "2", "3"), continued), *row("456", define_row(EDGES))
    )
    assert cells(table)[0] == (0, 0, "甲", 2, 1)
    assert [cell[:3] for cell in cells(table)[3:5]] == [(1, 1, "2"), (1, 2, "3")]
    assert len(cells(table)) == 8


def test_text_that_a_merged_cell_hides_is_a_doubt() -> None:
    below = only_table(
        *row(ABC, define_row(EDGES, (0x60, 0, 0))), *row("123", define_row(EDGES, (0x20, 0, 0)))
    )
    beside = only_table(*row(ABC, define_row(EDGES, (1, 2, 0))), *row("123", define_row(EDGES)))
    assert "（1）" in below.doubts[0]
    assert "（乙）" in beside.doubts[0]
    assert only_table(*row(ABC, define_row(EDGES))).doubts == ()


@pytest.mark.parametrize("code", [0x6645, 0x6646])
def test_a_row_defined_in_the_data_stream(code: int) -> None:
    ninety = tuple(range(0, 63 * 100, 100))
    elsewhere = ROW_END + define_row(ninety)
    data = bytes(6) + struct.pack("<H", len(elsewhere)) + elsewhere + bytes(9)
    first = [para(str(number), IN_TABLE, end="\x07") for number in range(62)]
    end = Para((Run("\x07"),), sprm(code, 6))
    table = only_table(*first, end, *row("12", define_row((0, 100, 6200))), data=data)
    assert [cell.column for cell in table.cells[:62]] == list(range(62))
    assert cells(table)[-1] == (1, 1, "2", 1, 61)


def test_a_row_in_the_data_stream_that_points_there_once_more() -> None:
    inner = ROW_END + define_row((0, 500, 3000))
    at = 2 + 6 + 3
    outer = sprm(0x646B, at) + sprm(0x2416, 1)
    data = struct.pack("<H", len(outer)) + outer + struct.pack("<H", len(inner)) + inner
    end = Para((Run("\x07"),), sprm(0x6646, 0))
    table = only_table(*(para(text, IN_TABLE, end="\x07") for text in "12"), end, data=data)
    assert cells(table) == [(0, 0, "1", 1, 1), (0, 1, "2", 1, 1)]


def test_a_row_without_definition_is_not_aligned() -> None:
    table = only_table(*row("12", b""), *row("123", define_row(EDGES)))
    assert not table.aligned
    assert table.doubts
    assert [cell.column for cell in table.cells] == [0, 1, 0, 1, 2]


def test_cells_without_width_are_dropped_only_if_empty() -> None:
    end = define_row((0, 1000, 1010, 2000, 3000))
    empty = only_table(*row(("1", "", "2", "3"), end))
    assert [(cell.column, cell.text) for cell in empty.cells] == [(0, "1"), (1, "2"), (2, "3")]
    filled = only_table(*row(("1", "9", "2", "3"), end))
    assert [cell.text for cell in filled.cells] == ["1", "9", "2", "3"]
    assert not filled.aligned
    assert filled.doubts


def test_paragraphs_in_a_cell_are_lines() -> None:
    second = [
        para("22", IN_TABLE, end="\x07"),
        para("", ROW_END + define_row(EDGES[:3]), end="\x07"),
    ]
    table = only_table(para("商业", IN_TABLE), para("企业", IN_TABLE, end="\x07"), *second)
    assert [cell.text for cell in table.cells] == ["商业\n企业", "22"]


def test_a_deleted_row_is_gone() -> None:
    deleted = sprm(0x0800, 1)
    gone = [
        Para((Run("9"), Run("\x07", deleted)), IN_TABLE),
        Para((Run("\x07", deleted),), ROW_END + define_row((0, 3000))),
    ]
    table = only_table(*row("123", define_row(EDGES)), *gone, *row("456", define_row(EDGES)))
    assert [cell.text for cell in table.cells] == list("123456")


def inner_row(texts: str, end: bytes) -> list[Para]:
    depth = IN_TABLE + sprm(0x6649, 2)
    found = [para(text, depth + sprm(0x244B, 1)) for text in texts]
    return [*found, para("", depth + sprm(0x244B, 1) + sprm(0x244C, 1) + end)]


def test_a_page_in_a_table_dissolves() -> None:
    inner = [
        *inner_row("12", define_row((0, 500, 900))),
        *inner_row("34", define_row((0, 500, 900))),
    ]
    page = [
        para("页首", IN_TABLE), *inner, para("页尾", IN_TABLE, end="\x07"),
        para("", ROW_END + define_row((0, 9000)), end="\x07"),
    ]  # fmt: skip
    found = blocks(*page)
    assert [type(block) for block in found] == [Paragraph, Table, Paragraph, Paragraph]
    assert isinstance(found[1], Table)
    assert cells(found[1]) == [
        (0, 0, "1", 1, 1), (0, 1, "2", 1, 1), (1, 0, "3", 1, 1), (1, 1, "4", 1, 1),
    ]  # fmt: skip
    # The format does not tell tables apart that follow at once: the frame goes, the rows stay.
    both = blocks(*page, *row("123", define_row(EDGES)))
    assert [type(block) for block in both] == [Paragraph, Table, Paragraph, Table, Paragraph]


def test_a_small_table_in_a_cell_is_its_text() -> None:
    first = [para("甲", IN_TABLE), *inner_row("12", define_row((0, 500, 900)))]
    rest = [para(text, IN_TABLE, end="\x07") for text in ("", "乙", "丙")]
    end = para("", ROW_END + define_row(EDGES), end="\x07")
    table = only_table(*first, *rest, end, *row("123", define_row(EDGES)))
    assert [cell.text for cell in table.cells[:3]] == ["甲\n1\t2", "乙", "丙"]
