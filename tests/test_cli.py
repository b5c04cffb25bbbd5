"""The command line as its users call it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.report.forms import APPLICATION_ROWS

# The promise is half a second; a loaded test machine gets the benefit of the best of three.
HELP_SECONDS = 0.5
HEAVY = ("pypdfium2", "pdfplumber", "lxml", "olefile", "pydantic", "pandas", "spacy")


def _report(folder: Path) -> Path:
    rows = "\n".join(f"{row.label}\t" + "\t".join(["3"] * 7) for row in APPLICATION_ROWS)
    path = folder / "柳湾县 档案局 2023.txt"
    text = "柳湾县档案局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
    path.write_text(text + rows + "\n", encoding="gb18030")
    return path


def test_extract_prints_the_record_and_nothing_else(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["extract", str(_report(tmp_path))])
    assert result.exit_code == 0
    record = json.loads(result.stdout)
    assert record["schema"] == 1
    assert record["status"] == "ok"
    assert record["source"]["path"] == "柳湾县 档案局 2023.txt"
    assert record["source"]["format"] == "txt"
    assert record["tables"]["applications"]["rows"]["refused.process"] == [3] * 7
    assert record["tables"]["applications"]["raw"]["total"] == ["3"] * 7
    assert record["tables"]["disclosure"] is None
    assert result.stderr == ""


def test_pretty_prints_the_same_record(tmp_path: Path) -> None:
    path = str(_report(tmp_path))
    plain = CliRunner().invoke(main, ["extract", path]).stdout
    pretty = CliRunner().invoke(main, ["extract", "--pretty", path]).stdout
    assert pretty.count("\n") > 50
    assert json.loads(pretty) == json.loads(plain)


def test_a_damaged_file_is_told_in_one_line_with_exit_code_3(tmp_path: Path) -> None:
    path = tmp_path / "坏文件.pdf"
    path.write_bytes(b"%PDF-1.7\nbroken")
    result = CliRunner().invoke(main, ["extract", str(path)])
    assert result.exit_code == 3
    record = json.loads(result.stdout)
    assert record["status"] == "failed"
    assert record["error"]["code"] == "P101"
    assert "坏文件.pdf" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("argument", ["没有这个文件.pdf", "."])
def test_wrong_usage_is_exit_code_2(argument: str) -> None:
    result = CliRunner().invoke(main, ["extract", argument])
    assert result.exit_code == 2
    assert argument in result.stderr


def test_a_file_that_is_no_report_is_no_failure(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_text("关于召开全县政务公开工作会议的通知\n各乡镇人民政府：\n会议定于下周召开。\n")
    result = CliRunner().invoke(main, ["extract", str(path)])
    assert result.exit_code == 0
    record = json.loads(result.stdout)
    assert record["status"] == "not_a_report"
    assert [flag["code"] for flag in record["flags"]] == ["P105"]


def test_each_file_that_is_no_report_has_its_own_number(tmp_path: Path) -> None:
    numbers = set()
    for text in ("关于召开政务公开会议的通知\n各镇人民政府。\n", "会议纪要\n研究公路养护安排。\n"):
        path = tmp_path / "附件.txt"
        path.write_text(text, encoding="utf-8")
        record = json.loads(CliRunner().invoke(main, ["extract", str(path)]).stdout)
        numbers |= {flag["id"] for flag in record["flags"]}
    assert len(numbers) == 2


def test_help_answers_at_once() -> None:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "extractor", "--help"], check=True, capture_output=True
        )
        times.append(time.perf_counter() - start)
    assert min(times) < HELP_SECONDS


def test_help_imports_nothing_heavy() -> None:
    code = f"import sys, extractor.cli; print([m for m in {HEAVY} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert out.stdout.strip() == "[]"


def test_output_is_utf8_whatever_the_console_says(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "extractor", "extract", str(_report(tmp_path))]
    env = {"PYTHONIOENCODING": "gbk", "PATH": "/usr/bin:/bin"}
    out = subprocess.run(command, check=True, capture_output=True, env=env)
    assert json.loads(out.stdout.decode("utf-8"))["status"] == "ok"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_and_completes_commands(shell: str) -> None:
    script = CliRunner().invoke(main, ["completion", shell])
    assert script.exit_code == 0
    assert "_NIANJIAN_COMPLETE" in script.stdout
    asked = {"_NIANJIAN_COMPLETE": f"{shell}_complete", "COMP_WORDS": "nianjian sc"}
    asked |= {"COMP_CWORD": "sc" if shell == "fish" else "1"}
    told = CliRunner().invoke(main, prog_name="nianjian", env=asked)
    assert "score" in told.stdout
