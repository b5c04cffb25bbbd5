"""Wrong usage and half-broken inputs are told in the user's language, and never as a traceback."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from extractor.cli import learning
from tests.batch.reports import written
from tests.commands import run

_CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize(
    "command",
    [
        ("score", "none.pdf", "--out", "o"),
        ("score", "empty", "--out", "o"),
        ("score", "empty", "--out", "o", "--year", "2023"),
        ("score", "empty", "--out", "o", "--roster", "none.csv"),
        ("score", "empty", "--out", "o", "--baseline", "empty"),
        ("extract", "none.pdf"),
        ("extract", "empty"),
        ("extract", "bad.pdf"),
        ("rules", "X999"),
        ("roster",),
        ("roster", "none.csv"),
        ("roster", "--template", "bad.pdf"),
        ("sheet", "empty"),
        ("label", "empty"),
        ("evaluate", "nothing"),
    ],
)
def test_in_english_nothing_is_said_in_chinese(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 broken")
    result = run(*command, "--lang", "en")
    assert result.exit_code in (2, 3)
    assert isinstance(result.exception, SystemExit)
    assert result.stderr
    assert not _CHINESE.search(result.stderr), result.stderr


def test_measuring_without_the_source_is_told_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "__file__", str(tmp_path / "a" / "b" / "learning.py"))
    result = run("evaluate", "reading", "--lang", "en")
    assert result.exit_code == 1
    assert "evaluation/" in result.stderr
    assert not _CHINESE.search(result.stderr)


def test_an_unknown_way_of_starting_workers_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NIANJIAN_START_METHOD", "thread")
    report = written(tmp_path / "a.txt")
    result = run("score", report, "--out", tmp_path / "o")
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert "NIANJIAN_START_METHOD=thread" in result.stderr
    assert "spawn" in result.stderr


def test_damaged_lines_of_last_years_results_are_told(tmp_path: Path) -> None:
    written(tmp_path / "2022" / "a.txt", year=2022)
    written(tmp_path / "2023" / "a.txt", year=2023)
    run("score", tmp_path / "2022", "--out", tmp_path / "earlier", "-j", 1)
    path = tmp_path / "earlier" / "reports.jsonl"
    path.write_bytes(path.read_bytes() + b"\n" + path.read_bytes()[:200])
    told = ("score", tmp_path / "2023", "--out", tmp_path / "o", "-j", 1, "--previous", path)
    assert "有 1 行不是完整的记录（第 3 行）" in run(*told).stderr
    assert "有 1 行不是完整的记录" in run(*told, "--quiet").stderr
    assert "1 lines are no whole records (lines 3)" in run(*told, "--lang", "en").stderr
    last = run(*told, "--json-log").stderr.splitlines()[-1]
    assert json.loads(last)["damaged"] == [{"file": str(path), "lines": [3]}]
