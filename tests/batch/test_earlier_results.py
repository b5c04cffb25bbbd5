"""What is given as last year's: reports, an earlier run's records, or neither."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.batch.earlier_results import PreviousError, pieces, split
from extractor.batch.run import Options, score
from extractor.cli.listeners import Silent
from extractor.pipeline import DEFAULT_SETUP
from extractor.report.record import Record
from tests.batch.reports import written
from tests.commands import run

LISTS = ("reports.csv", "flags.csv", "flags.xlsx", "summary.html")


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over two agencies' reports on 2022, each of which carried something over."""
    base = tmp_path_factory.mktemp("earlier")
    for agency in ("柳湾县档案局", "柳湾县统计局"):
        written(base / "2022" / f"{agency}.txt", agency, 2022, carried=(0, 2))
    options = Options(DEFAULT_SETUP, base / "store.jsonl", jobs=1)
    score([base / "2022"], base / "结果", options, Silent())
    return base / "结果"


def folder(base: Path, *names: str) -> Path:
    for name in names:
        (base / name).parent.mkdir(parents=True, exist_ok=True)
        (base / name).write_text("", encoding="utf-8")
    return base


@pytest.mark.parametrize("name", LISTS)
def test_a_list_stands_for_the_records_beside_it(results: Path, name: str) -> None:
    assert split([results / name]) == ([results / "reports.jsonl"], [])


def test_a_run_given_twice_is_read_once(results: Path) -> None:
    paths = [results, results / "flags.csv", results / "reports.jsonl"]
    assert split(paths) == ([results / "reports.jsonl"], [])


@pytest.mark.parametrize(
    "name", ["reports.csv", "去年.csv", "flags (1).xlsx", "台账.xls", "reports.parquet", "a.json"]
)
def test_a_list_alone_is_refused(tmp_path: Path, name: str) -> None:
    folder(tmp_path, name)
    with pytest.raises(PreviousError):
        split([tmp_path / name])


def test_a_folder_of_lists_alone_is_refused(tmp_path: Path) -> None:
    folder(tmp_path, "reports.csv", "flags.csv", "summary.html")
    with pytest.raises(PreviousError):
        split([tmp_path])


@pytest.mark.parametrize(
    "names",
    [
        ("柳湾县档案局.pdf",),
        ("柳湾县档案局.pdf", "reports.csv"),
        ("柳湾县档案局.pdf", "结果/reports.jsonl", "结果/flags.csv", "结果/summary.html"),
        ("summary.html",),
        (),
    ],
)
def test_a_folder_of_reports_is_read(tmp_path: Path, names: tuple[str, ...]) -> None:
    assert split([folder(tmp_path, *names)]) == ([], [tmp_path])


def test_files_that_may_be_reports_are_read(tmp_path: Path) -> None:
    names = ("档案局.pdf", "summary.html", "reports.docx")
    paths = [folder(tmp_path, *names) / name for name in names]
    assert split(paths) == ([], paths)


def test_results_of_several_runs_in_one_folder_are_all_taken(tmp_path: Path) -> None:
    runs = ("县直/reports.jsonl", "乡镇/reports.jsonl", "乡镇/flags.csv")
    records = [tmp_path / "乡镇" / "reports.jsonl", tmp_path / "县直" / "reports.jsonl"]
    assert split([folder(tmp_path, *runs)]) == (records, [])


AS_JSON: dict[str, Callable[[list[dict[str, object]]], str]] = {
    "one": lambda told: json.dumps(told[0], ensure_ascii=False, indent=2),
    "list": lambda told: "\ufeff" + json.dumps(told, ensure_ascii=False, indent=1),
    "behind each other": lambda told: "\n".join(json.dumps(one) for one in told),
}


@pytest.mark.parametrize("kind", AS_JSON)
def test_records_may_lie_in_a_json_file(results: Path, tmp_path: Path, kind: str) -> None:
    told = [
        json.loads(line)
        for line in (results / "reports.jsonl").read_text("utf-8").split("\n")
        if line
    ]
    path = tmp_path / "去年.json"
    path.write_text(AS_JSON[kind](told), encoding="utf-8")
    assert split([path]) == ([path], [])
    data, found = path.read_bytes(), list(pieces(path))
    assert all(data[place : place + len(piece)] == piece for _, place, piece in found)
    agencies = [Record.model_validate_json(piece).meta.agency for _, _, piece in found]
    assert agencies == ["柳湾县档案局", "柳湾县统计局"][: 1 if kind == "one" else 2]


def test_a_torn_json_file_keeps_what_is_whole(results: Path, tmp_path: Path) -> None:
    first, second = (results / "reports.jsonl").read_text("utf-8").splitlines()
    path = tmp_path / "去年.json"
    path.write_text(f"[{first},\n{second[:300]}", encoding="utf-8")
    now = written(tmp_path / "档案局.txt", "柳湾县档案局", 2023)
    options = Options(DEFAULT_SETUP, tmp_path / "store.jsonl", jobs=1, previous=(path,))
    tally = score([now], tmp_path / "o", options, Silent())
    assert (tally.paired, tally.damaged) == (1, {path: [2]})


@pytest.mark.parametrize(
    ("lang", "told"),
    [("zh", "请给出那次结果的 reports.jsonl"), ("en", "give that run's reports.jsonl")],
)
def test_what_to_give_instead_is_told_before_any_work(
    results: Path, tmp_path: Path, lang: str, told: str
) -> None:
    alone = tmp_path / "reports.csv"
    alone.write_bytes((results / "reports.csv").read_bytes())
    now = written(tmp_path / "档案局.txt", "柳湾县档案局", 2023)
    asked = ("score", now, "--out", tmp_path / "o", "--previous", alone, "--lang", lang)
    result = run(*asked)
    assert (result.exit_code, told in result.stderr) == (2, True)
    assert not (tmp_path / "o").exists()
