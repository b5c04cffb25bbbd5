"""`nianjian review`: what reviewers typed comes in, and what cannot is told."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from tests.batch.reports import written


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def results(tmp_path: Path) -> Path:
    written(tmp_path / "in" / "a.txt", "甲县档案局", wrong=3)
    run("score", tmp_path / "in", "--out", tmp_path / "o", "-j", 1, "--sentences")
    return tmp_path / "o"


def edited(path: Path, target: Path, **typed: str) -> Path:
    """The first row with these cells typed into it, saved as GBK."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0] |= typed
    with target.open("w", encoding="gb18030", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return target


def test_verdicts_come_in_from_the_folder(results: Path) -> None:
    edited(results / "flags.csv", results / "flags.csv", 裁定="属实")
    result = run("review", results, "--reviewer", "王敏")
    assert result.exit_code == 0
    assert "取入裁定 1 条，更正标注 0 句" in result.stderr
    told = run("review", "--stats")
    assert "S1" in told.stdout or "T203" in told.stdout
    assert "100%" in told.stdout


def test_labels_come_in_under_any_file_name(results: Path, tmp_path: Path) -> None:
    typed = {"更正主题": "主动公开", "更正时态": "done", "标注人": "李强"}
    path = edited(results / "sentences.csv", tmp_path / "李强改.csv", **typed)
    result = run("review", results, path)
    assert "更正标注 1 句" in result.stderr
    assert run("review", results, path).stderr.count("更正标注 0 句") == 1


def test_a_wrong_label_is_told_with_the_nearest(results: Path, tmp_path: Path) -> None:
    path = edited(results / "sentences.csv", tmp_path / "a.csv", 更正主题="主动公布")
    result = run("review", results, path)
    assert result.exit_code == 3
    assert "第 2 行" in result.stderr
    assert "主动公开" in result.stderr


def test_reviewers_who_differ_are_both_shown(results: Path, tmp_path: Path) -> None:
    for name, verdict in (("甲", "属实"), ("乙", "误报")):
        path = edited(results / "flags.csv", tmp_path / f"{name}.csv", 裁定=verdict, 裁定人=name)
        result = run("review", results, path)
    assert "甲：属实" in result.stderr
    assert "乙：误报" in result.stderr


def test_undo_takes_back_the_last_coming_in_only(results: Path, tmp_path: Path) -> None:
    run("review", results, edited(results / "flags.csv", tmp_path / "a.csv", 裁定="属实"))
    labels = edited(results / "sentences.csv", tmp_path / "b.csv", 更正主题="其他")
    run("review", results, labels)
    assert "撤回裁定 0 条、更正标注 1 句" in run("review", "--undo").stderr
    assert "撤回裁定 1 条、更正标注 0 句" in run("review", "--undo").stderr
    assert "撤回裁定 0 条、更正标注 0 句" in run("review", "--undo").stderr


def test_missing_things_are_told(tmp_path: Path) -> None:
    assert run("review").exit_code == 2
    assert run("review", tmp_path / "没有").exit_code == 2
