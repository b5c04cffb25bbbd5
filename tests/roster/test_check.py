"""What `nianjian roster FILE` says of a roster, and what it lets pass."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.roster.check import problems_of
from extractor.roster.model import Roster, Row


def told(*rows: Row) -> list[str]:
    return [problem.told("zh") for problem in problems_of(Roster(rows))]


def test_a_plain_roster_has_no_problems() -> None:
    assert not told(
        Row(2, "临溪县水务局", ("临溪县水利局",), "临溪县", "county", "department"),
        Row(3, "临溪县人民政府", (), "临溪县", "county", "government", date(2024, 3, 20)),
        Row(4, "城关镇人民政府", (), "临溪县", "township"),
        Row(5, "城关镇人民政府", (), "石澜县", "township"),
        Row(6, "临溪高新区管理委员会", level="zone"),
        Row(7, "澜阳市水务局", level="city"),
        Row(8, "教育部", level="ministry"),
        Row(9, "水务局", region="石澜县", level="county"),
    )


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((Row(2, "临溪县水务局"), Row(3, "临溪县水务局")), "第 3 行：“临溪县水务局”与第 2 行重复"),
        ((Row(2, "水务局"), Row(3, "水务局")), "都没有地区"),
        ((Row(2, "水务局", region="临溪县"), Row(3, "水务局")), "分不开"),
        (
            (Row(2, "甲县文体局", ("甲县体育局",)), Row(3, "甲县体育局")),
            "第 2 行：曾用名“甲县体育局”是第 3 行机关现在的名称",
        ),
        (
            (Row(2, "甲县文化局", ("甲县文体局",)), Row(3, "甲县体育局", ("甲县文体局",))),
            "第 3 行：曾用名“甲县文体局”第 2 行也有",
        ),
        (
            (Row(2, "甲县文化局", files=("a.pdf",)), Row(3, "甲县体育局", files=("a.pdf",))),
            "文件“a.pdf”第 2 行也有",
        ),
        ((Row(2, "城关镇人民政府"),), "没有地区"),
        ((Row(2, "县水务局"),), "没有地区"),
        ((Row(2, "临溪县石埠镇人民政府", level="county"),), "看是“乡级”"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(rows: tuple[Row, ...], words: str) -> None:
    assert any(words in line for line in told(*rows))


def test_last_years_date_among_this_years() -> None:
    rows = [
        Row(i, f"{c}县水务局", published=date(2024, 1, 20)) for i, c in enumerate("甲乙丙丁", 2)
    ]
    rows.append(Row(6, "戊县水务局", published=date(2023, 1, 20)))
    (only,) = told(*rows)
    assert only.startswith("第 6 行：发布日期 2023-01-20")


def test_a_roster_without_regions_is_told_once() -> None:
    (only,) = told(*(Row(number, f"{name}务局") for number, name in enumerate("水税商财医法", 2)))
    assert only.startswith("第 2 行：等 6 行没有地区")


def test_english() -> None:
    (problem,) = problems_of(Roster((Row(2, "甲县水务局"), Row(3, "甲县水务局"))))
    assert problem.told("en") == "line 3: 甲县水务局 stands in line 2 already: keep one."
    assert problem.serious
