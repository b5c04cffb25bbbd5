"""Rows that surely are one agency, and rows that only look so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extractor.batch.run import Options, score
from extractor.cli.listeners import Silent
from extractor.outputs.names import REPORTING
from extractor.pipeline import DEFAULT_SETUP
from extractor.roster.check import problems_of
from extractor.roster.match import Asked, Index
from extractor.roster.model import Roster, Row
from extractor.roster.reading import read_roster
from extractor.roster.twins import are_one
from tests.batch.reports import written
from tests.roster.a_batch import rows


@pytest.mark.parametrize(
    ("row", "other", "expected"),
    [
        (Row(2, "临溪县水务局"), Row(3, "水务局", region="临溪县"), True),
        (Row(2, "临溪县水务局"), Row(3, "县水务局", region="临溪县"), True),
        (Row(2, "县水务局", region="临溪县"), Row(3, "水务局", region="临溪县"), True),
        (Row(2, "澜阳市临溪县水务局"), Row(3, "临溪县水务局", region="澜阳市"), True),
        (Row(2, "教育部"), Row(3, "教育部"), True),
        # The city's own beside its counties', whose rows hold the city as their region.
        (Row(2, "临溪县水务局", region="澜阳市"), Row(3, "水务局", region="澜阳市"), False),
        (Row(2, "区水务局", region="澜阳市"), Row(3, "水务局", region="澜阳市"), False),
        (Row(2, "鼓楼区水务局", region="澜阳市"), Row(3, "鼓楼区水务局", region="柳阳市"), False),
        (Row(2, "临溪县水务局"), Row(3, "水务局"), False),
        (Row(2, "临溪县水务局"), Row(3, "水务局", region="石澜县"), False),
        (Row(2, "水务局"), Row(3, "水务局"), False),
        (Row(2, "临溪县水务局"), Row(3, "临溪县水利局"), False),
    ],
)  # fmt: skip
def test_one_agency_in_two_rows(row: Row, other: Row, expected: bool) -> None:
    assert are_one(row, other) is expected
    assert are_one(other, row) is expected


def test_an_agency_typed_shorter_is_told_as_the_same() -> None:
    listed = Roster((Row(2, "临溪县水务局"), Row(3, "县水务局", region="临溪县")))
    (problem,) = problems_of(listed)
    assert problem.told("zh") == "第 3 行：“县水务局”与第 2 行“临溪县水务局”是同一机关：请留一行。"
    assert problem.serious


def test_two_rows_of_one_agency_ask_to_keep_one() -> None:
    index = Index(Roster((Row(2, "临溪县水务局"), Row(3, "临溪县水务局", region="临溪县"))))
    found = index.find(Asked("a.pdf", "", "临溪县水务局", "临溪县"))
    assert found.row is None
    assert found.said is not None
    assert "请在名册只留一行" in found.said.zh
    assert "keep one" in found.said.en


def test_a_file_goes_to_its_row_though_the_agency_stands_there_twice() -> None:
    listed = (Row(2, "县水务局", region="临溪县", files=("a.pdf",)), Row(3, "临溪县水务局"))
    found = Index(Roster(listed)).find(Asked("a.pdf", "", "临溪县水务局", "临溪县"))
    assert found.row == listed[0]


LISTED = """机关,地区,文件
临溪县水务局,临溪县,甲.txt
临溪县水务局,临溪县,
临溪县林业局,,
县林业局,临溪县,
临溪县民政局,临溪县,乙.txt
临溪县医保局,临溪县,丙.txt
"""


def test_nobody_who_reported_is_accused_by_a_second_row(tmp_path: Path) -> None:
    now = tmp_path / "2023"
    written(now / "甲.txt", "临溪县水务局", count=31)
    written(now / "乙.txt", "石澜县民政局", count=32)
    written(now / "丙.txt", "临溪县医疗保障局", count=33)
    (tmp_path / "名册.csv").write_text(LISTED, encoding="utf-8")
    setup = replace(DEFAULT_SETUP, roster=Index(read_roster(tmp_path / "名册.csv")))
    score([now], tmp_path / "o", Options(setup, tmp_path / "s", jobs=1), Silent())
    states = {row["名册行"]: row for row in rows(tmp_path / "o" / REPORTING)}
    told = {line: row["状态"] for line, row in states.items()}
    assert told == {
        "2": "已报送", "3": "待核", "4": "未报送", "5": "待核", "6": "待核", "7": "已报送",
    }  # fmt: skip
    assert "报告（甲.txt）已对应到那一行" in states["3"]["说明"]
    assert "与第 4 行“临溪县林业局”是同一机关" in states["5"]["说明"]
    # The file says 石澜县, the row 临溪县: nothing is taken. Another name alone is told.
    assert "自称“石澜县民政局”" in states["6"]["说明"]
    assert "请核对是否放错文件" in states["7"]["说明"]
