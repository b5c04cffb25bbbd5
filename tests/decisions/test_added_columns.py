"""Columns that reviewers add to the list come back with the next run."""

from __future__ import annotations

import csv
import os
import time
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result

from extractor.decisions.added import Added, AddedStore
from extractor.decisions.returned import OURS, read_returned
from extractor.outputs.columns import FLAG_COLUMNS
from tests.batch.reports import written
from tests.commands import run

FLAG = "F-aaaaaaaaa2"


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def save(path: Path, table: list[list[str]]) -> None:
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(table)


def later(path: Path, seconds: int) -> None:
    moment = time.time_ns() + seconds * 1_000_000_000
    os.utime(path, ns=(moment, moment))


@pytest.fixture
def results(tmp_path: Path) -> Path:
    written(tmp_path / "in" / "a.txt", "甲县档案局", wrong=3)
    score(tmp_path)
    return tmp_path / "o"


def score(tmp_path: Path) -> Result:
    return run("score", tmp_path / "in", "--out", tmp_path / "o", "-j", 1)


def test_our_heads_are_all_known() -> None:
    heads = {name.lower() for column in FLAG_COLUMNS for name in (column.head.zh, column.head.en)}
    assert heads == OURS


def test_an_added_column_stands_at_the_end_of_the_next_list(tmp_path: Path, results: Path) -> None:
    table = rows(results / "flags.csv")
    table = [["责任人", *table[0]], ["=李强", *table[1]], *(["", *row] for row in table[2:])]
    save(results / "flags.csv", table)
    score(tmp_path)
    again = rows(results / "flags.csv")
    assert again[0][-1] == "责任人"
    assert {row[0]: row[-1] for row in again[1:]}[table[1][1]] == "'=李强"
    sheet = openpyxl.load_workbook(results / "flags.xlsx").worksheets[0]
    assert str(sheet.cell(1, len(FLAG_COLUMNS) + 1).value) == "责任人"
    # And once more, though nobody typed anything since.
    score(tmp_path)
    assert rows(results / "flags.csv") == again


def test_words_beside_the_table_are_kept_too(tmp_path: Path, results: Path) -> None:
    table = rows(results / "flags.csv")
    table[1].append("已电话核实")
    save(results / "flags.csv", table)
    assert "补充列 1 格" in run("review", results).stderr
    score(tmp_path)
    again = rows(results / "flags.csv")
    assert again[0][-1] == f"第{len(FLAG_COLUMNS) + 1}列"
    assert "已电话核实" in [row[-1] for row in again]


def test_the_list_that_nobody_opened_does_not_bring_old_words_back(
    tmp_path: Path, results: Path
) -> None:
    for words in ("待核", "已改"):
        table = [row[: len(FLAG_COLUMNS)] for row in rows(results / "flags.csv")]
        table = [[*table[0], "进展"], [*table[1], words], *([*row, ""] for row in table[2:])]
        save(results / "flags.csv", table)
        later(results / "flags.csv", 1)
        if words == "待核":
            score(tmp_path)
        else:
            run("review", results)
    score(tmp_path)
    assert {row[-1] for row in rows(results / "flags.csv")[1:]} >= {"已改"}
    assert "待核" not in {row[-1] for row in rows(results / "flags.csv")}


def test_an_emptied_cell_loses_nothing(tmp_path: Path, results: Path) -> None:
    table = rows(results / "flags.csv")
    save(results / "flags.csv", [[*table[0], "进展"], *([*row, "待核"] for row in table[1:])])
    score(tmp_path)
    save(results / "flags.csv", [row[:-1] for row in rows(results / "flags.csv")])
    score(tmp_path)
    assert {row[-1] for row in rows(results / "flags.csv")[1:]} == {"待核"}


def test_undo_takes_back_what_came_in_with_the_verdicts(tmp_path: Path, results: Path) -> None:
    table = rows(results / "flags.csv")
    save(results / "flags.csv", [[*table[0], "进展"], *([*row, "待核"] for row in table[1:])])
    run("review", results)
    run("review", "--undo")
    store = AddedStore(tmp_path / "store" / "verdicts.jsonl")
    assert store.of(table[1][0]) == {}
    assert store.path.read_text(encoding="utf-8").count("待核") == len(table) - 1


def test_a_second_column_of_our_name_is_somebodys_own(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"编号,裁定,备注,备注\n{FLAG},属实,一,二\n", encoding="utf-8")
    returned = read_returned(path)
    assert returned.given[0].verdict.note == "一"
    assert returned.added == (Added(FLAG, "备注.2", "二", "a.csv", 2),)


def test_words_without_a_number_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("编号,裁定,进展\n,,漏了编号\n", encoding="utf-8")
    (left,) = read_returned(path).not_taken
    assert left.typed == "漏了编号"
    assert left.line == 2
