"""The examples that ship: each shows what it is there for, and nothing is held against the rest."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from evaluation.forms import APPLICANTS
from evaluation.gold import load_report
from evaluation.make_examples import (
    BROKEN,
    EXAMPLES,
    MADE,
    NOTICE,
    OWN,
    PACKED,
    SOURCES,
    Example,
    make,
)
from extractor.cli import main
from tests.commands import rows

MAX_BYTES = 600 * 1024
PATHS = {example.id: example.path for example in MADE}
SHOWS: dict[str, set[str]] = {
    PATHS["d901"]: set(),
    PATHS["d902"]: {"Y401", "B503"},
    PATHS["d903"]: {"T203"},
    PATHS["d904"]: {"C301"},
    PATHS["d905"]: set(),
    PATHS["d906"]: {"S106"},
    PATHS["d907"]: {"L603"},
    PATHS["d908"]: {"S104"},
    PATHS["d909"]: set(),
    PATHS["d910"]: set(),
    BROKEN: {"P101"},
    NOTICE: set(),
}
STATUS = {BROKEN: "失败", NOTICE: "非年报"}


@dataclass(frozen=True, slots=True)
class Scored:
    exit_code: int
    records: dict[str, dict[str, Any]]
    reports: list[dict[str, str]]
    flags: list[dict[str, str]]


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Scored:
    folder = tmp_path_factory.mktemp("examples")
    store = ["--store", str(folder / "store.jsonl")]
    command = ["score", str(EXAMPLES), "--out", str(folder / "out"), "-j", "2", *store]
    done = CliRunner().invoke(main, command)
    records = map(json.loads, (folder / "out/reports.jsonl").read_text("utf-8").splitlines())
    return Scored(
        done.exit_code,
        {record["source"]["path"]: record for record in records},
        *(rows(folder / "out" / f"{name}.csv") for name in ("reports", "flags")),
    )


def test_the_broken_file_gives_the_exit_code(scored: Scored) -> None:
    assert scored.exit_code == 3


def test_every_file_has_its_row_and_state(scored: Scored) -> None:
    told = {row["文件"]: row["状态"] for row in scored.reports}
    assert told == {path: STATUS.get(path, "已评") for path in SHOWS}


@pytest.mark.parametrize("path", list(SHOWS))
def test_it_shows_its_fault_and_no_other(scored: Scored, path: str) -> None:
    grave = [row for row in scored.flags if row["文件"] == path and row["严重程度"] != "提示"]
    assert sorted(row["代码"] for row in grave) == sorted(SHOWS[path])


@pytest.mark.parametrize(
    "path", [path for path, codes in SHOWS.items() if not codes and path != NOTICE]
)
def test_honest_reports_keep_their_points(scored: Scored, path: str) -> None:
    assert scored.records[path]["score"]["total"] >= 99


@pytest.mark.parametrize("example", MADE, ids=lambda example: example.id)
def test_every_figure_is_read_as_printed(scored: Scored, example: Example) -> None:
    printed = load_report(SOURCES / f"{example.id}.gold.yaml").gold.raw_tables()
    read = {key: table["raw"] for key, table in scored.records[example.path]["tables"].items()}
    read["applications"] = {
        key: dict(zip(APPLICANTS, row, strict=True)) for key, row in read["applications"].items()
    }
    assert read == printed


def test_the_worst_stand_first(scored: Scored) -> None:
    totals = [float(row["总分"]) for row in scored.reports if row["总分"]]
    assert totals == sorted(totals)
    unscored = [row["文件"] for row in scored.reports if not row["总分"]]
    assert [row["文件"] for row in scored.reports][-2:] == unscored == [BROKEN, NOTICE]


def test_two_years_of_one_agency_are_told_apart(scored: Scored) -> None:
    years = [row["年度"] for row in scored.reports if row["机关"] == "棠坞县水利局"]
    assert sorted(years) == ["2023", "2024"]


def test_pages_are_told_where_the_file_has_them(scored: Scored) -> None:
    copied = [row for row in scored.flags if row["代码"] == "Y401"]
    assert [row["页码"] for row in copied] == ["4"]


def test_files_are_what_their_sources_make(tmp_path: Path) -> None:
    """Those that need no other program: a changed source is not forgotten."""
    make(tmp_path, OWN)
    made = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert len(made) == len(OWN) + 1
    for path in made:
        assert (tmp_path / path).read_bytes() == (EXAMPLES / path).read_bytes(), path


def test_the_folder_holds_them_and_stays_small() -> None:
    files = [path for path in EXAMPLES.rglob("*") if path.is_file()]
    archive = PACKED.path.partition("/")[0]
    expected = {path for path in SHOWS if path != PACKED.path} | {archive}
    assert {path.relative_to(EXAMPLES).as_posix() for path in files} == expected
    assert sum(path.stat().st_size for path in files) <= MAX_BYTES
