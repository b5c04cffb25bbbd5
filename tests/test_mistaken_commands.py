"""Wrong folders, wrong files, damaged results: a sentence and exit code 2, nothing lost."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest
from click.testing import Result

from extractor.batch.run import Options, score
from extractor.cli.listeners import Silent
from extractor.decisions.labels import LabelStore, label_store
from extractor.decisions.store import Store, default_store
from extractor.pipeline import DEFAULT_SETUP
from extractor.scoring import RubricError, load_rubric
from tests.batch.reports import written
from tests.commands import run, scored

SHIPPED = Path(__file__).parent.parent / "extractor" / "scoring" / "rubric.toml"


@pytest.fixture
def results(tmp_path: Path) -> Path:
    return scored(tmp_path)


def refused(result: Result, *words: str) -> None:
    assert result.exit_code == 2, result.output
    assert isinstance(result.exception, SystemExit)
    for word in words:
        assert word in result.stderr


def test_corrected_labels_are_taken_in_before_sentences_csv_is_replaced(results: Path) -> None:
    path = results / "sentences.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0] |= {"更正主题": "其他", "标注人": "李强"}
    rows[1] |= {"更正主题": "没有这个主题"}
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    typed = path.read_bytes()
    result = run("score", results.parent / "in", "--out", results, "-j", 1, "--sentences")
    (kept,) = LabelStore(label_store(default_store())).in_force()
    assert (kept["id"], kept["labels"]["topic"], kept["labeller"]) == (
        rows[0]["编号"],
        "other",
        "李强",
    )
    assert "没有这个主题" in result.stderr
    assert (results / "sentences.未取-1.csv").read_bytes() == typed


def test_what_is_typed_while_the_next_run_is_on_is_not_lost(results: Path) -> None:
    class Judging(Silent):
        """Somebody saves the old list when everything has been read."""

        def writing(self) -> None:
            with (results / "flags.csv").open(encoding="utf-8-sig", newline="") as file:
                rows = list(csv.DictReader(file))
            rows[0] |= {"裁定": "误报", "裁定人": "王敏"}
            with (results / "flags.csv").open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]))
                writer.writeheader()
                writer.writerows(rows)

    options = Options(DEFAULT_SETUP, default_store(), jobs=1)
    tally = score([results.parent / "in"], results, options, Judging())
    assert tally.muted == 1
    assert len(Store(default_store())) == 1
    assert "误报,王敏" in (results / "flags.csv").read_text(encoding="utf-8-sig")


def test_results_written_into_the_folder_of_reports_are_not_read(tmp_path: Path) -> None:
    written(tmp_path / "in" / "a.txt", "甲县档案局", wrong=3)
    for _ in range(2):
        assert run("score", tmp_path / "in", "--out", tmp_path / "in", "-j", 1).exit_code == 0
        assert run("sheet", tmp_path / "in").exit_code == 0
    lines = (tmp_path / "in" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["source"]["path"] for line in lines] == ["a.txt"]


def test_a_folder_where_a_result_must_stand_is_told(tmp_path: Path) -> None:
    report = written(tmp_path / "in" / "a.txt", "甲县档案局")
    (tmp_path / "o" / "flags.csv").mkdir(parents=True)
    refused(run("score", report, "--out", tmp_path / "o"), "flags.csv", "文件夹")


def test_review_of_a_file_or_an_empty_folder_is_refused(results: Path, tmp_path: Path) -> None:
    refused(run("review", results / "flags.csv"), "不是文件夹")
    (tmp_path / "空").mkdir()
    refused(run("review", tmp_path / "空"), "flags.csv")


def test_a_store_that_is_a_folder_is_refused(
    tmp_path: Path, results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NIANJIAN_STORE", str(tmp_path))
    refused(run("review", "--stats"), "文件夹")
    refused(run("score", tmp_path / "in", "--out", results, "-j", 1), str(tmp_path))


def test_sheets_of_no_results_are_refused(results: Path, tmp_path: Path) -> None:
    refused(run("sheet", results / "flags.csv", "--out", tmp_path / "s"), "flags.csv")
    with (results / "reports.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"schema":\n')
    refused(run("sheet", results, "--out", tmp_path / "s"), "reports.jsonl")


def test_json_log_says_nothing_but_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = written(tmp_path / "in" / "a.txt", "甲县档案局", wrong=3)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nianjian.toml").write_text('off = ["S101"]\n', encoding="utf-8")
    result = run("score", report, "--out", tmp_path / "o", "-j", 1, "--json-log")
    events = [json.loads(line)["event"] for line in result.stderr.splitlines()]
    assert events[-1] == "finished"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("structure = 20 ", "structure = nan ", "dimensions"),
        ("[codes.S101]", "[codes.S1O1]", "S101"),
    ],
)
def test_a_mistaken_rubric_is_refused(tmp_path: Path, before: str, after: str, told: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert before in text
    (tmp_path / "r.toml").write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(RubricError, match=told):
        load_rubric(tmp_path / "r.toml")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_run_that_ended_leaves_no_work_folder(results: Path) -> None:
    assert not (results / ".nianjian").exists()
