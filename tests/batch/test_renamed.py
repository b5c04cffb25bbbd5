"""Renamed agencies: paired by the roster, else only thought of; never paired in silence."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.batch.finish import Tally
from extractor.batch.renamed import likeness
from extractor.batch.run import Options, score
from extractor.cli.listeners import Silent
from extractor.pipeline import DEFAULT_SETUP
from extractor.roster.match import Index
from extractor.roster.model import Roster, Row
from tests.batch.reports import written

RENAMED = Row(2, "甲县文化和体育局", ("甲县体育局",))


def year(folder: Path, number: int, *agencies: str, out: int = 0) -> Path:
    for agency in agencies:
        written(folder / f"{agency}{number}.txt", agency, number, carried=(0, out))
    return folder


def run(now: Path, before: Path, out: Path, *rows: Row) -> tuple[Tally, dict[str, list[str]]]:
    """The tally, and the notes by file; codes of T207 stand among them."""
    setup = replace(DEFAULT_SETUP, roster=Index(Roster(rows))) if rows else DEFAULT_SETUP
    options = Options(setup, out.parent / "store.jsonl", jobs=1, previous=(before,))
    tally = score([now], out, options, Silent())
    told = {}
    for line in (out / "reports.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        codes = [flag["code"] for flag in record["flags"] if flag["code"] == "T207"]
        told[record["source"]["path"]] = [*record["source"]["notes"], *codes]
    return tally, told


def test_without_a_roster_a_new_name_is_thought_of_and_not_paired(tmp_path: Path) -> None:
    before = year(tmp_path / "2022", 2022, "甲县体育局", "甲县档案局", "乙县体育局", out=2)
    now = year(tmp_path / "2023", 2023, "甲县文化和体育局", "甲县档案局")
    tally, told = run(now, before, tmp_path / "o")
    (note,) = told["甲县文化和体育局2023.txt"]
    assert note.startswith("上年：上年没有“甲县文化和体育局”的报告；可能是“甲县体育局”改名")
    assert [where for where, _ in tally.renamed] == ["甲县 甲县文化和体育局"]
    assert tally.paired == 1
    assert told["甲县档案局2023.txt"] == ["T207"]


def test_with_the_former_name_in_the_roster_it_is_paired(tmp_path: Path) -> None:
    before = year(tmp_path / "2022", 2022, "甲县体育局", out=2)
    now = year(tmp_path / "2023", 2023, "甲县文化和体育局")
    tally, told = run(now, before, tmp_path / "o", RENAMED)
    assert told["甲县文化和体育局2023.txt"] == [
        "上年：按名册与上年“甲县体育局”的报告比对。",
        "T207",
    ]
    assert not tally.renamed


def test_an_earlier_runs_records_are_matched_by_this_runs_roster(tmp_path: Path) -> None:
    before = year(tmp_path / "2022", 2022, "甲县体育局", out=2)
    run(before, tmp_path, tmp_path / "earlier")
    now = year(tmp_path / "2023", 2023, "甲县文化和体育局")
    _, told = run(now, tmp_path / "earlier", tmp_path / "o", RENAMED)
    assert told["甲县文化和体育局2023.txt"][-1] == "T207"


@pytest.mark.parametrize("both", [True, False])
def test_of_two_predecessors_none_is_taken(tmp_path: Path, both: bool) -> None:
    merged = Row(2, "甲县文化和体育局", ("甲县体育局", "甲县文化局"))
    agencies = ["甲县体育局", "甲县文化局"] if both else ["甲县体育局"]
    before = year(tmp_path / "2022", 2022, *agencies, out=2)
    now = year(tmp_path / "2023", 2023, "甲县文化和体育局")
    tally, told = run(now, before, tmp_path / "o", merged)
    (note,) = told["甲县文化和体育局2023.txt"]
    assert "不止一个前身" in note
    assert tally.paired == 0


def test_one_that_took_another_in_under_its_own_name_is_not_paired_either(tmp_path: Path) -> None:
    grown = Row(2, "甲县文化局", ("甲县体育局",))
    before = year(tmp_path / "2022", 2022, "甲县体育局", "甲县文化局", out=2)
    now = year(tmp_path / "2023", 2023, "甲县文化局")
    tally, _ = run(now, before, tmp_path / "o", grown)
    assert tally.paired == 0


def test_a_namesake_of_unknown_region_is_not_paired_and_that_is_said(tmp_path: Path) -> None:
    before = year(tmp_path / "2022", 2022, "城关镇人民政府", out=2)
    now = year(tmp_path / "2023", 2023, "城关镇人民政府")
    tally, told = run(now, before, tmp_path / "o")
    (note,) = told["城关镇人民政府2023.txt"]
    assert "本报告的地区不明，没有比对" in note
    assert tally.paired == 0


def test_folders_of_a_regions_name_pair_them(tmp_path: Path) -> None:
    for number in (2022, 2023):
        for county in ("甲水县", "乙水县"):
            carried = 2 if number == 2022 and county == "甲水县" else 0
            year(tmp_path / str(number) / county, number, "城关镇人民政府", out=carried)
    tally, told = run(tmp_path / "2023", tmp_path / "2022", tmp_path / "o")
    assert tally.paired == 2
    assert told["甲水县/城关镇人民政府2023.txt"] == ["T207"]
    assert told["乙水县/城关镇人民政府2023.txt"] == []


@pytest.mark.parametrize(
    ("name", "other", "alike"),
    [
        ("县文化和体育局", "临溪县体育局", True),
        ("临溪县石埠街道办事处", "临溪县石埠镇人民政府", True),
        ("县农业农村局", "县农业局", True),
        ("县民政局", "县财政局", False),
        ("县审计局", "县统计局", False),
        ("临溪县石埠镇人民政府", "临溪县东坝镇人民政府", False),
        ("临溪县人民政府", "临溪县人民政府办公室", False),
        ("县市场监督管理局", "县城市管理局", False),
    ],
)
def test_names_that_are_much_the_same(name: str, other: str, alike: bool) -> None:
    assert (likeness(name, other) >= 0.5) is alike
