"""What came back from a spreadsheet is read as it was typed, or told with line and reason."""

from __future__ import annotations

from pathlib import Path
from random import Random

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.decisions.model import Verdict
from extractor.decisions.returned import HEADS, read_returned
from extractor.outputs.columns import FLAG_COLUMNS
from tests.decisions.manners import ANY_FOLDER, Manner, manners, read

IDS = ["F-aaaaaaaaa2", "F-bbbbbbbbb3", "F-ccccccccc4", "F-ddddddddd5"]
VERDICT_OF = {
    IDS[0]: Verdict("属实", "王敏", "核对过原件，\n“3”应为“5”"),
    IDS[1]: Verdict("误报", "王敏", "=不是公式"),
    IDS[2]: Verdict("待定", "李强", "等单位回复；下周"),
    IDS[3]: Verdict(None, "", "只写了备注\t有制表符"),
}


def table() -> list[dict[str, str]]:
    """Rows as flags.csv holds them, keyed by the column's own key."""
    rows = []
    for flag, verdict in VERDICT_OF.items():
        row = {column.key: "" for column in FLAG_COLUMNS}
        row |= {
            "id": flag,
            "file": "甲县/年报.docx",
            "evidence": "总计 57",
            "points": "6",
        }
        row |= {"verdict": verdict.word or "", "reviewer": verdict.reviewer, "note": verdict.note}
        rows.append(row)
    untouched = {column.key: "x" for column in FLAG_COLUMNS} | {"id": "F-eeeeeeeee6"}
    rows.append(untouched | {"verdict": "", "reviewer": "", "note": ""})
    return rows


def test_our_headers_are_known_in_both_languages() -> None:
    heads = {column.key: (column.head.zh, column.head.en) for column in FLAG_COLUMNS}
    assert {key: heads[key] for key in HEADS} == HEADS


@ANY_FOLDER
@given(manner=manners(FLAG_COLUMNS))
def test_any_order_encoding_and_separator_gives_the_same(tmp_path: Path, manner: Manner) -> None:
    path = tmp_path / "flags.csv"
    path.write_bytes(manner.saved(table(), FLAG_COLUMNS))
    assert read(path) == VERDICT_OF


def test_a_workbook_with_a_sheet_in_front_and_a_title_above(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["说明", "请填裁定"])
    sheet = book.create_sheet("清单")
    sheet.append(["2024年年报复核"])
    columns = FLAG_COLUMNS[::-1]
    sheet.append([column.head.zh for column in columns])
    for row in table():
        sheet.append([row[column.key] for column in columns])
    book.save(tmp_path / "flags.xlsx")
    assert read(tmp_path / "flags.xlsx") == VERDICT_OF


def test_rows_deleted_and_columns_cut_lose_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    cut = Manner(order=["verdict", "id"], chance=Random(1), encoding="gbk")
    path.write_bytes(cut.saved(table()[:2], FLAG_COLUMNS))
    assert read(path) == {IDS[0]: Verdict("属实"), IDS[1]: Verdict("误报")}


@pytest.mark.parametrize(
    ("typed", "word"),
    [(" 误报 ", "误报"), ("属 实", "属实"), ("False alarm", "误报"), ("confirmed", "属实")],
)
def test_verdicts_are_taken_as_people_type_them(tmp_path: Path, typed: str, word: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"编号,裁定\n{IDS[0]},{typed}\n", encoding="utf-8")
    assert read(path)[IDS[0]].word == word


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (f"{IDS[0]},可能吧,王敏,", "“可能吧”不认识"),
        ("1.0E+12,属实,王敏,", "“1.0E+12”不是本工具给出的编号"),
        (",误报,王敏,漏了编号", "编号"),
        (f"{IDS[0]},,王敏,", "有裁定人而没有裁定"),
    ],
)
def test_a_row_that_cannot_be_taken_is_told_and_the_rest_taken(
    tmp_path: Path, row: str, reason: str
) -> None:
    path = tmp_path / "a.csv"
    good = f"{IDS[1]},误报,李强,理由"
    path.write_text(f"编号,裁定,裁定人,备注\n{row}\n{good}\n", encoding="utf-8")
    returned = read_returned(path)
    assert [given.flag for given in returned.given] == [IDS[1]]
    (left,) = returned.not_taken
    assert left.line == 2
    assert reason in left.reason.zh


def test_lines_are_counted_as_an_editor_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'编号,裁定,备注\n{IDS[0]},属实,"一\n二"\nX,属实,\n', encoding="utf-8")
    assert read_returned(path).not_taken[0].line == 4


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01\x02", b"PK\x03\x04broken", "没有,表头\n1,2\n".encode()]
)
def test_what_is_no_list_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    returned = read_returned(tmp_path / "a.csv")
    assert returned.given == ()
    assert len(returned.not_taken) == 1


@ANY_FOLDER
@given(st.binary(max_size=400))
def test_no_bytes_break_it(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    read_returned(tmp_path / "a.csv")


def _written(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(("编号,裁定,裁定人,备注", *rows, "")), encoding="utf-8")
    return path


def test_two_verdicts_of_one_reviewer_are_told_not_chosen_by_their_order(tmp_path: Path) -> None:
    rows = [f"{IDS[0]},属实,王敏,", f"{IDS[0]},误报,王敏,看错了", f"{IDS[1]},属实,李强,"]
    for order in (rows, rows[::-1]):
        returned = read_returned(_written(tmp_path / "a.csv", *order))
        assert [given.flag for given in returned.given] == [IDS[1]]
        (left,) = returned.not_taken
        assert left.line == min(order.index(rows[0]), order.index(rows[1])) + 2
        assert "不同的裁定（属实、误报）" in left.reason.zh


def test_one_verdict_on_two_rows_is_one_with_both_notes(tmp_path: Path) -> None:
    rows = [f"{IDS[0]},误报,王敏,乙", f"{IDS[0]},,王敏,甲", f"{IDS[0]},误报,王敏,乙"]
    told = {
        read_returned(_written(tmp_path / "a.csv", *order)).given[0].verdict
        for order in (rows, rows[::-1])
    }
    assert told == {Verdict("误报", "王敏", "乙；甲")}


@pytest.mark.parametrize(
    "typed", ["王敏、李强", "王敏，李强", "王敏；李强", "王敏/李强", "王敏 ／ 李强、"]
)
def test_names_are_told_apart_however_they_are_joined(tmp_path: Path, typed: str) -> None:
    (given,) = read_returned(_written(tmp_path / "a.csv", f"{IDS[0]},属实,{typed},")).given
    assert given.verdict.reviewer == "王敏、李强"


def test_an_old_excel_file_is_told_apart_from_a_wrong_one(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (left,) = read_returned(path).not_taken
    assert "另存为 xlsx" in left.reason.zh
    assert "save it as xlsx" in left.reason.en
