"""`nianjian score` as its users call it."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from tests.batch.reports import written
from tests.commands import rows

HARMLESS = 'off = ["S101", "S102", "S103", "S105", "S109"]\n'


def score(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["score", "-j", "1", *map(str, arguments)])


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return written(tmp_path / "年 报" / "柳湾县 档案局.txt", wrong=1)


def test_results_are_files_and_words_go_to_standard_error(tmp_path: Path, report: Path) -> None:
    result = score(report.parent, "--out", tmp_path / "结 果")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "已评 1" in result.stderr
    assert (tmp_path / "结 果" / "flags.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(("severity", "code"), [("error", 1), ("warning", 1), ("hint", 1)])
def test_fail_on_reaches_its_severity(
    tmp_path: Path, report: Path, severity: str, code: int
) -> None:
    assert score(report, "--out", tmp_path / "o", "--fail-on", severity).exit_code == code


def test_fail_on_error_passes_where_there_are_only_hints(tmp_path: Path, report: Path) -> None:
    (tmp_path / "s.toml").write_text(HARMLESS + 'severity = {T203 = "hint"}', encoding="utf-8")
    options = ["--settings", tmp_path / "s.toml", "--fail-on", "error"]
    assert score(report, "--out", tmp_path / "o", *options).exit_code == 0


def test_an_unreadable_file_goes_before_findings(tmp_path: Path, report: Path) -> None:
    (report.parent / "坏.pdf").write_bytes(b"%PDF-1.4 nothing")
    result = score(report.parent, "--out", tmp_path / "o", "--fail-on", "hint")
    assert result.exit_code == 3


def test_what_is_no_report_is_no_failure(tmp_path: Path, report: Path) -> None:
    (report.parent / "通知.txt").write_text("关于放假的通知", encoding="utf-8")
    assert score(report.parent, "--out", tmp_path / "o").exit_code == 0


def test_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    missing = score(tmp_path / "没有", "--out", tmp_path / "o")
    assert missing.exit_code == 2
    assert "没有" in missing.stderr
    empty = score(tmp_path / "空", "--out", tmp_path / "o")
    assert empty.exit_code == 2
    assert "没有可读的文件" in empty.stderr
    assert not (tmp_path / "o").exists()


def test_english_headers_and_messages(tmp_path: Path, report: Path) -> None:
    score(report, "--out", tmp_path / "o", "--lang", "en", "--sentences")
    flags = rows(tmp_path / "o" / "flags.csv")
    assert "severity" in flags[0]
    assert {row["severity"] for row in flags} <= {"error", "warning", "hint"}
    assert (tmp_path / "o" / "sentences.csv").read_text("utf-8-sig").startswith("id,file,section")


def test_quiet_says_nothing_and_json_log_says_it_in_lines(tmp_path: Path, report: Path) -> None:
    assert score(report, "--out", tmp_path / "o", "--quiet").stderr == ""
    logged = score(report, "--out", tmp_path / "p", "--json-log", "--quiet").stderr
    events = [json.loads(line) for line in logged.splitlines()]
    assert [event["event"] for event in events] == [
        "verdicts",
        "started",
        "file",
        "writing",
        "finished",
    ]
    assert events[2]["path"] == "柳湾县 档案局.txt"


def test_sentences_are_written_where_asked(tmp_path: Path, report: Path) -> None:
    score(report, "--out", tmp_path / "o", "--sentences")
    told = rows(tmp_path / "o" / "sentences.csv")
    assert any(row["主题"] == "信息处理费" for row in told)
    assert all(row["更正主题"] == "" for row in told)


def test_a_rubric_of_ones_own(tmp_path: Path, report: Path) -> None:
    from extractor.scoring import rubric

    shipped = Path(rubric.__file__).with_name("rubric.toml").read_text(encoding="utf-8")
    (tmp_path / "r.toml").write_text(shipped.replace("error = 6", "error = 0"), encoding="utf-8")
    for name, options in (("o", []), ("p", ["--rubric", tmp_path / "r.toml"])):
        score(report, "--out", tmp_path / name, *options)
    records = [
        json.loads((tmp_path / name / "reports.jsonl").read_text("utf-8")) for name in ("o", "p")
    ]
    assert records[0]["score"]["total"] < records[1]["score"]["total"]
    assert records[0]["tool"]["rubric"] != records[1]["tool"]["rubric"]


def test_a_gbk_console_gets_readable_words(tmp_path: Path, report: Path) -> None:
    command = [sys.executable, "-m", "extractor", "score", str(tmp_path / "没有"), "--out", "o"]
    told = subprocess.run(
        command, capture_output=True, check=False, env={"PYTHONIOENCODING": "gbk", "PATH": ""}
    )
    assert told.returncode == 2
    assert "找不到".encode() in told.stderr or "找不到".encode("gbk") in told.stderr


def test_verdicts_come_back_mute_and_stand_in_the_next_run(tmp_path: Path, report: Path) -> None:
    out, store = tmp_path / "o", ["--store", tmp_path / "裁定.jsonl"]
    score(report, "--out", out, *store)
    before = rows(out / "reports.csv")[0]
    flags = rows(out / "flags.csv")
    wrong = next(row for row in flags if row["代码"] == "T203")
    wrong["裁定"] = "误报"
    with (out / "flags.csv").open("w", encoding="gbk", errors="replace", newline="") as file:
        writer = csv.DictWriter(file, list(wrong), delimiter=";")
        writer.writeheader()
        writer.writerows(flags)
    result = score(report, "--out", out, *store)
    assert "裁定.jsonl" in result.stderr
    assert "取入 1 条" in result.stderr
    after = rows(out / "reports.csv")[0]
    assert float(after["总分"]) == float(before["总分"]) + float(wrong["扣分"])
    assert int(after["错误数"]) == int(before["错误数"]) - 1
    again = next(row for row in rows(out / "flags.csv") if row["编号"] == wrong["编号"])
    assert (again["裁定"], again["扣分"], again["备注"]) == ("误报", "", "未填理由")
    score(report, "--out", tmp_path / "p", *store)
    other = next(row for row in rows(tmp_path / "p" / "flags.csv") if row["代码"] == "T203")
    assert other["裁定"] == "误报"


def test_a_verdict_that_cannot_be_taken_is_told_and_its_file_kept(
    tmp_path: Path, report: Path
) -> None:
    (tmp_path / "o").mkdir()
    typed = "编号,裁定\nF-aaaaaaaaaa,随便\n"
    (tmp_path / "o" / "flags.csv").write_text(typed, encoding="utf-8")
    result = score(report, "--out", tmp_path / "o")
    assert "flags.csv 第 2 行" in result.stderr
    kept = tmp_path / "o" / "flags.未取-1.csv"
    assert kept.read_text(encoding="utf-8") == typed


def test_an_unreadable_file_is_told_in_english_too(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(b"%PDF-1.4 nothing")
    score(tmp_path / "in", "--out", tmp_path / "o", "--lang", "en")
    (row,) = rows(tmp_path / "o" / "reports.csv")
    assert row["status"] == "failed"
    assert row["remark"].isascii()


def test_how_many_were_held_against_last_year_is_said(tmp_path: Path) -> None:
    written(tmp_path / "2022" / "a.txt", year=2022)
    written(tmp_path / "2023" / "a.txt", year=2023)
    now = [tmp_path / "2023", "--out", tmp_path / "o", "--previous"]
    assert "比对 1 份" in score(*now, tmp_path / "2022").stderr
    none = score(*now, tmp_path / "2023").stderr
    assert "比对 0 份" in none
    assert "请检查 --previous" in none
