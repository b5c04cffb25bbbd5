"""`--baseline`: what is new is shown, what is gone is listed, everything is scored."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import Result

from tests.batch.reports import written
from tests.commands import rows, run

AGENCY, OTHER = "甲县档案局", "甲县水利局"


def codes(path: Path) -> list[str]:
    return [row["代码"] for row in rows(path)]


def records(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "reports.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """An archive with a wrong total, and a water bureau with another."""
    written(tmp_path / "in" / "a.txt", AGENCY, wrong=3)
    written(tmp_path / "in" / "b.txt", OTHER, wrong=1)
    assert run("score", tmp_path / "in", "--out", tmp_path / "1", "-j", 1).exit_code == 0
    return tmp_path / "1"


def again(tmp_path: Path, baseline: Path, *options: object) -> Result:
    told = ("score", tmp_path / "in", "--out", tmp_path / "2", "-j", 1, "--baseline", baseline)
    return run(*told, *options)


def spoilt(tmp_path: Path) -> None:
    """The archive mended its total and left a template's words in."""
    path = written(tmp_path / "in" / "a.txt", AGENCY)
    words = path.read_text(encoding="utf-8")
    path.write_text(words.replace("公开政府信息31条", "公开政府信息XX条"), encoding="utf-8")


def test_what_was_there_before_is_not_listed_but_scored(tmp_path: Path, first: Path) -> None:
    result = again(tmp_path, first)
    assert result.exit_code == 0, result.output
    assert rows(tmp_path / "2" / "flags.csv") == []
    assert rows(tmp_path / "2" / "fixed.csv") == []
    assert openpyxl.load_workbook(tmp_path / "2" / "flags.xlsx").worksheets[0].max_row == 1
    assert [r["score"] for r in records(tmp_path / "2")] == [r["score"] for r in records(first)]
    flags = [len(record["flags"]) for record in records(first)]
    assert [len(record["flags"]) for record in records(tmp_path / "2")] == flags
    assert {row["错误数"] for row in rows(tmp_path / "2" / "reports.csv")} == {"0"}


def test_new_findings_are_listed_and_mended_ones_too(tmp_path: Path, first: Path) -> None:
    before = [row for row in rows(first / "flags.csv") if row["代码"] == "T203"]
    spoilt(tmp_path)
    result = again(tmp_path, first)
    assert codes(tmp_path / "2" / "flags.csv") == ["L607"]
    (fixed,) = rows(tmp_path / "2" / "fixed.csv")
    assert fixed["编号"] in {row["编号"] for row in before}
    assert fixed["机关"] == AGENCY
    remaining = len(rows(first / "flags.csv")) - 1
    assert f"新出现 1 条（已列出），仍有 {remaining} 条" in result.stderr
    assert "已消除 1 条（见 fixed.csv）" in result.stderr
    assert "错误 1，警告 0" in result.stderr or "警告 1" in result.stderr


def test_the_page_says_that_it_shows_only_what_is_new(tmp_path: Path, first: Path) -> None:
    again(tmp_path, first)
    note = '<p class="help">只列出自基线'
    assert note in (tmp_path / "2" / "summary.html").read_text(encoding="utf-8")
    assert note not in (first / "summary.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["reports.jsonl", "flags.csv", "flags.xlsx"])
def test_any_of_the_results_will_do(tmp_path: Path, first: Path, name: str) -> None:
    spoilt(tmp_path)
    (tmp_path / "alone").mkdir()
    result = again(tmp_path, Path(shutil.copy(first / name, tmp_path / "alone")))
    assert codes(tmp_path / "2" / "flags.csv") == ["L607"], result.output
    assert [row["机关"] for row in rows(tmp_path / "2" / "fixed.csv")] == [AGENCY]


@pytest.mark.parametrize("name", ["flags.csv", "flags.xlsx"])
def test_a_list_that_was_itself_cut_to_what_was_new_tells_the_whole_run(
    tmp_path: Path, first: Path, name: str
) -> None:
    again(tmp_path, first)
    told = ("score", tmp_path / "in", "--out", tmp_path / "3", "-j", 1)
    run(*told, "--baseline", tmp_path / "2" / name)
    assert rows(tmp_path / "3" / "flags.csv") == []


def test_a_folder_with_a_list_only(tmp_path: Path, first: Path) -> None:
    (tmp_path / "alone").mkdir()
    shutil.copy(first / "flags.csv", tmp_path / "alone")
    again(tmp_path, tmp_path / "alone")
    assert rows(tmp_path / "2" / "flags.csv") == []


def test_what_was_not_read_again_is_not_mended(tmp_path: Path, first: Path) -> None:
    (tmp_path / "in" / "b.txt").unlink()
    result = again(tmp_path, first)
    assert rows(tmp_path / "2" / "fixed.csv") == []
    assert "另有 1 份报告这次没有" in result.stderr


def test_a_file_that_cannot_be_read_any_more_is_not_mended(tmp_path: Path, first: Path) -> None:
    (tmp_path / "in" / "b.txt").write_bytes(b"%PDF-1.4 broken")
    again(tmp_path, first)
    assert rows(tmp_path / "2" / "fixed.csv") == []
    assert codes(tmp_path / "2" / "flags.csv") == ["P101"]


def test_a_switched_off_check_mends_nothing(tmp_path: Path, first: Path) -> None:
    (tmp_path / "s.toml").write_text('off = ["T203"]\n', encoding="utf-8")
    again(tmp_path, first, "--settings", tmp_path / "s.toml")
    assert rows(tmp_path / "2" / "fixed.csv") == []


def test_only_new_findings_fail_a_run(tmp_path: Path, first: Path) -> None:
    assert again(tmp_path, first, "--fail-on", "error").exit_code == 0
    written(tmp_path / "in" / "c.txt", "甲县林业局", wrong=2)
    assert again(tmp_path, first, "--fail-on", "error").exit_code == 1


def test_the_folder_itself_may_be_its_baseline(tmp_path: Path, first: Path) -> None:
    spoilt(tmp_path)
    run("score", tmp_path / "in", "--out", first, "-j", 1, "--baseline", first)
    assert codes(first / "flags.csv") == ["L607"]
    assert len(rows(first / "fixed.csv")) == 1


@pytest.mark.parametrize("what", ["empty folder", "no list", "damaged"])
def test_what_is_no_baseline_is_told_before_any_work(
    tmp_path: Path, first: Path, what: str
) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    if what == "no list":
        bad = bad / "a.csv"
        bad.write_text("甲,乙\n1,2\n", encoding="utf-8")
    elif what == "damaged":
        (bad / "reports.jsonl").write_text('{"schema": 1\n', encoding="utf-8")
    result = again(tmp_path, bad)
    assert result.exit_code == 2
    assert "--baseline" in result.stderr
    assert "没有可读的结果" in result.stderr
    assert not (tmp_path / "2" / "flags.csv").exists()


def test_in_english(tmp_path: Path, first: Path) -> None:
    result = again(tmp_path, first, "--lang", "en")
    assert "Since the baseline: 0 new" in result.stderr
