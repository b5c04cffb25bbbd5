"""Return sheets hold what an agency needs: each point, its words, its place, what is asked."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from extractor.checks.catalogue import RULES
from extractor.cli import main
from extractor.outputs.asks import asked
from tests.batch.reports import written


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def results(tmp_path: Path) -> Path:
    written(tmp_path / "in" / "a.txt", "甲县档案局", wrong=3)
    written(tmp_path / "in" / "b.txt", "甲县水利局", wrong=1)
    (tmp_path / "in" / "通知.txt").write_text("关于放假的通知", encoding="utf-8")
    run("score", tmp_path / "in", "--out", tmp_path / "o", "-j", 1)
    return tmp_path / "o"


def text(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_one_sheet_an_agency_and_none_for_other_papers(results: Path) -> None:
    result = run("sheet", results)
    assert result.exit_code == 0, result.output
    names = sorted(path.name for path in (results / "意见单").iterdir())
    assert names == ["甲县档案局2023.docx", "甲县水利局2023.docx"]


def test_a_point_has_words_place_and_what_is_asked(results: Path) -> None:
    run("sheet", results, "甲县档案局")
    (path,) = (results / "意见单").iterdir()
    told = text(path)
    for words in ("甲县档案局", "2023", "T203", "表三", asked("T203").zh, "3"):
        assert words in told


def test_a_refuted_finding_is_not_asked_about(results: Path, tmp_path: Path) -> None:
    text_before = (results / "flags.csv").read_text("utf-8-sig")
    lines = text_before.splitlines()
    muted = [line[:-2] + "误报,," if ",T203," in line else line for line in lines]
    (results / "flags.csv").write_text("\n".join(muted), encoding="utf-8")
    run("score", tmp_path / "in", "--out", results, "-j", 1)
    run("sheet", results, "甲县档案局")
    assert "T203" not in text(results / "意见单" / "甲县档案局2023.docx")


def test_a_resubmitted_report_shows_what_was_mended(results: Path, tmp_path: Path) -> None:
    written(tmp_path / "in2" / "改.txt", "甲县档案局", wrong=0)
    run("score", tmp_path / "in2", "--out", tmp_path / "o2", "-j", 1)
    run("sheet", tmp_path / "o2", "--baseline", results)
    told = text(tmp_path / "o2" / "意见单" / "甲县档案局2023.docx")
    assert "三、已改正（1）" in told
    assert "T203" in told
    assert "二、新出现的问题（0）" in told


def test_an_unknown_agency_is_told(results: Path) -> None:
    result = run("sheet", results, "丙县档案局")
    assert result.exit_code == 2
    assert "丙县档案局" in result.stderr


def test_a_folder_without_results_is_told(tmp_path: Path) -> None:
    result = run("sheet", tmp_path)
    assert result.exit_code == 2
    assert "score" in result.stderr


def test_in_english(results: Path) -> None:
    run("sheet", results, "甲县水利局", "--lang", "en", "--out", results / "en")
    told = text(next((results / "en").iterdir()))
    assert "Asked" in told
    assert asked("T203").en in told


def test_every_code_asks_for_something() -> None:
    for rule in RULES:
        assert asked(rule.code).zh
        assert asked(rule.code).en.isascii()
