"""Return sheets hold what an agency needs: each point, its words, its place, what is asked."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from extractor.checks.catalogue import RULES
from extractor.outputs.asks import asked
from tests.batch.reports import written
from tests.commands import run


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


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.docx")}


def typed_into(path: Path, words: str) -> None:
    document = docx.Document(str(path))
    document.add_paragraph(words)
    document.save(str(path))


def test_sheets_of_earlier_results_are_set_aside_with_what_was_typed(
    results: Path, tmp_path: Path
) -> None:
    """One whose agency has nothing left to mend must not be sent; one that tells otherwise now must
    not take with it what somebody typed."""
    sheets = results / "意见单"
    run("sheet", results)
    typed_into(sheets / "甲县档案局2023.docx", "已电话告知")
    typed_into(sheets / "甲县水利局2023.docx", "已复核")
    docx.Document().save(str(sheets / "汇总.docx"))
    written(tmp_path / "in" / "a.txt", "甲县档案局", wrong=0)
    written(tmp_path / "in" / "b.txt", "甲县水利局", wrong=2)
    again = run("score", tmp_path / "in", "--out", results, "-j", 1)
    assert "意见单" in again.stderr
    assert "nianjian sheet" in again.stderr
    result = run("sheet", results)
    old = {"旧/甲县档案局2023.docx", "旧/甲县水利局2023.docx"}
    mended = {"甲县档案局2023.docx"} & names(sheets)
    assert names(sheets) - mended == {"甲县水利局2023.docx", "汇总.docx", *old}
    assert "已电话告知" in text(sheets / "旧" / "甲县档案局2023.docx")
    assert "已复核" in text(sheets / "旧" / "甲县水利局2023.docx")
    assert "已复核" not in text(sheets / "甲县水利局2023.docx")
    assert "以前的意见单 2 份" in result.stderr
    # The same results again: nothing to set aside.
    assert "以前的意见单" not in run("sheet", results).stderr
    assert names(sheets) - mended == {"甲县水利局2023.docx", "汇总.docx", *old}


def test_one_agencys_sheet_and_a_shared_folder_leave_the_others(
    results: Path, tmp_path: Path
) -> None:
    run("sheet", results)
    run("sheet", results, "甲县档案局")
    assert names(results / "意见单") == {"甲县档案局2023.docx", "甲县水利局2023.docx"}
    shared = tmp_path / "所有县"
    run("sheet", results, "--out", shared)
    written(tmp_path / "in2" / "c.txt", "丙县档案局", wrong=1)
    run("score", tmp_path / "in2", "--out", tmp_path / "o2", "-j", 1)
    run("sheet", tmp_path / "o2", "--out", shared)
    assert names(shared) == {"甲县档案局2023.docx", "甲县水利局2023.docx", "丙县档案局2023.docx"}


def test_a_damaged_list_of_missing_reports_is_told(results: Path) -> None:
    (results / "reporting.csv").write_bytes(b"\x00\x01no list")
    run("sheet", results)
    (results / "意见单" / "丙局2023未报送.docx").write_bytes(
        (results / "意见单" / "甲县档案局2023.docx").read_bytes()
    )
    result = run("sheet", results)
    assert result.exit_code == 3
    assert "reporting.csv 无法使用" in result.stderr
    assert "丙局2023未报送.docx" in names(results / "意见单"), "who is asked nobody knows"
    assert "cannot be used" in run("sheet", results, "--lang", "en").stderr
