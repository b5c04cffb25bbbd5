"""Open in LibreOffice Calc, type verdicts, save as CSV in GBK and as XLSX: nothing is lost."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from extractor.batch.run import Options, score
from extractor.cli.listeners import Silent
from extractor.decisions.model import Verdict
from extractor.outputs.columns import FLAG_COLUMNS
from extractor.pipeline import DEFAULT_SETUP
from tests.batch.reports import written
from tests.decisions.manners import read

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")

# LibreOffice's number for the encoding, and how a file of it must begin (编号).
GBK, GBK_BEGINS = "67", "编号".encode("gbk")
TYPED = [
    Verdict("属实", "王敏", "已核对原件"),
    Verdict("误报", "王敏", "“5件”是许可，不是申请；\n见第3页"),
    Verdict("待定", "李强", "1/2"),
]
KEYS = [column.key for column in FLAG_COLUMNS]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("calc")
    written(base / "in" / "甲.txt", "甲县档案局", wrong=3)
    options = Options(DEFAULT_SETUP, base / "store.jsonl", jobs=1)
    score([base / "in"], base / "o", options, Silent())
    return base / "o"


def typed_into(path: Path) -> dict[str, Verdict]:
    """The first rows get verdicts, as a person types them into the workbook."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    expected = {}
    for row, verdict in enumerate(TYPED, start=2):
        for key, value in zip(
            ("verdict", "reviewer", "note"),
            (verdict.word, verdict.reviewer, verdict.note),
            strict=True,
        ):
            sheet.cell(row, KEYS.index(key) + 1, value)
        expected[str(sheet.cell(row, 1).value)] = verdict
    book.save(path)
    return expected


def converted(path: Path, target: str, folder: Path) -> Path:
    """Opened and saved by Calc itself; in its window it sees the CSV's byte order mark itself."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", target, "--outdir", str(folder)]
    if path.suffix == ".csv":
        command.append("--infilter=CSV:44,34,76")
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{target.split(':')[0]}"


def test_saved_as_csv_in_gbk(results: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(results / "flags.xlsx", tmp_path / "复核.xlsx"))
    expected = typed_into(path)
    saved = converted(path, f"csv:Text - txt - csv (StarCalc):44,34,{GBK},1", tmp_path / "gbk")
    assert saved.read_bytes().lstrip(b'"').startswith(GBK_BEGINS)
    assert read(saved) == expected


def test_saved_as_xlsx(results: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(results / "flags.xlsx", tmp_path / "复核.xlsx"))
    expected = typed_into(path)
    assert read(converted(path, "xlsx", tmp_path / "again")) == expected


def test_our_own_csv_opened_and_saved(results: Path, tmp_path: Path) -> None:
    """The row that nobody touched keeps number, place and words."""
    opened = converted(results / "flags.csv", "xlsx", tmp_path / "opened")
    sheet = openpyxl.load_workbook(opened).active
    assert sheet is not None
    rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.values]
    with (results / "flags.csv").open(encoding="utf-8-sig", newline="") as file:
        ours = list(csv.reader(file))
    assert [row[0] for row in rows] == [row[0] for row in ours]
    assert [row[KEYS.index("evidence")] for row in rows] == [
        row[KEYS.index("evidence")] for row in ours
    ]
