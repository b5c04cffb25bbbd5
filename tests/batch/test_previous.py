"""Last year's report is found by region, agency and year, wherever it lies."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.batch.run import Options, score
from extractor.cli.listeners import Silent
from extractor.pipeline import DEFAULT_SETUP
from tests.batch.reports import written

ACROSS = {"T207", "T209", "B503", "B507"}


def run(paths: list[Path], out: Path, *previous: Path) -> dict[str, set[str]]:
    """File → codes that only last year's report can give."""
    options = Options(DEFAULT_SETUP, out.parent / "store.jsonl", jobs=1, previous=previous)
    score(paths, out, options, Silent())
    lines = (out / "reports.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    return {r["source"]["path"]: {f["code"] for f in r["flags"]} & ACROSS for r in records}


def year(folder: Path, number: int, carried: tuple[int, int], agency: str = "甲县档案局") -> Path:
    """A report with what it carried in and out."""
    return written(folder / f"{agency}{number}.txt", agency, number, carried=carried)


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return year(tmp_path / "2022", 2022, (0, 2)).parent


@pytest.fixture
def now(tmp_path: Path) -> Path:
    return year(tmp_path / "2023", 2023, (0, 0)).parent


def test_two_years_in_one_batch(tmp_path: Path, before: Path, now: Path) -> None:
    told = run([before, now], tmp_path / "o")
    assert told == {"2022/甲县档案局2022.txt": set(), "2023/甲县档案局2023.txt": {"T207"}}


def test_reports_in_another_folder_are_read_but_not_scored(
    tmp_path: Path, before: Path, now: Path
) -> None:
    assert run([now], tmp_path / "o", before) == {"甲县档案局2023.txt": {"T207"}}


@pytest.mark.parametrize("name", ["", "reports.jsonl"])
def test_an_earlier_runs_results_are_enough(
    tmp_path: Path, before: Path, now: Path, name: str
) -> None:
    run([before], tmp_path / "earlier")
    told = run([now], tmp_path / "o", tmp_path / "earlier" / name)
    assert told == {"甲县档案局2023.txt": {"T207"}}


def test_lines_that_are_no_records_are_passed_over(tmp_path: Path, before: Path, now: Path) -> None:
    run([before], tmp_path / "earlier")
    path = tmp_path / "earlier" / "reports.jsonl"
    path.write_bytes(b"{}\nno json\n" + path.read_bytes() + b'{"schema": 1')
    assert run([now], tmp_path / "o", path) == {"甲县档案局2023.txt": {"T207"}}
    lines = {path: [1, 2, 4]}
    options = Options(DEFAULT_SETUP, tmp_path / "store.jsonl", jobs=1, previous=(path,))
    assert score([now], tmp_path / "o", options, Silent()).damaged == lines


def test_what_went_over_came_in(tmp_path: Path, before: Path) -> None:
    now = year(tmp_path / "2023", 2023, (2, 0)).parent
    assert run([now], tmp_path / "o", before) == {"甲县档案局2023.txt": set()}


@pytest.mark.parametrize("agency", ["乙县档案局", "甲县水利局"])
def test_other_agencies_are_not_paired(tmp_path: Path, now: Path, agency: str) -> None:
    other = year(tmp_path / "2022", 2022, (0, 2), agency).parent
    assert run([now], tmp_path / "o", other) == {"甲县档案局2023.txt": set()}


def test_only_the_year_before_counts(tmp_path: Path, now: Path) -> None:
    long_ago = year(tmp_path / "2021", 2021, (0, 2)).parent
    assert run([now], tmp_path / "o", long_ago) == {"甲县档案局2023.txt": set()}


def test_of_two_versions_of_last_years_report_it_says_which_was_taken(
    tmp_path: Path, before: Path, now: Path
) -> None:
    (tmp_path / "同").mkdir()
    (tmp_path / "同" / "a.txt").write_bytes((before / "甲县档案局2022.txt").read_bytes())
    run([now], tmp_path / "once", before, tmp_path / "同")
    year(tmp_path / "更正" / "2022", 2022, (1, 2))
    run([now], tmp_path / "o", before, tmp_path / "更正")
    notes = [
        json.loads((tmp_path / out / "reports.jsonl").read_text("utf-8"))["source"]["notes"]
        for out in ("once", "o")
    ]
    assert not any("版本" in note for note in notes[0])
    assert any("几个不同的版本，与“2022/甲县档案局2022.txt”比对" in note for note in notes[1])


@pytest.mark.parametrize(
    ("earlier", "later", "noted"),
    [
        ("禾湾县政府办公室", "禾湾县人民政府办公室", False),
        ("禾湾县公安局(交通警察大队)", "禾湾县公安局（交通警察大队）", False),
        ("鹭汀市禾湾县财政局", "禾湾县财政局", True),
    ],
)
def test_one_agency_printed_in_two_ways_is_paired(
    tmp_path: Path, earlier: str, later: str, noted: bool
) -> None:
    before = year(tmp_path / "2022", 2022, (0, 2), earlier).parent
    now = year(tmp_path / "2023", 2023, (0, 0), later).parent
    assert run([now], tmp_path / "o", before) == {f"{later}2023.txt": {"T207"}}
    notes = json.loads((tmp_path / "o" / "reports.jsonl").read_text("utf-8"))["source"]["notes"]
    assert any("按同一机关比对" in note for note in notes) == noted
    assert not any("改名" in note for note in notes)


def test_an_earlier_runs_results_saved_with_a_mark_of_bytes_lose_nothing(
    tmp_path: Path, before: Path, now: Path
) -> None:
    run([before], tmp_path / "earlier")
    path = tmp_path / "earlier" / "reports.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert run([now], tmp_path / "o", path) == {"甲县档案局2023.txt": {"T207"}}
