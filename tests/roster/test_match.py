"""Reports find their rows by file, name, former name and region; nothing is guessed."""

from __future__ import annotations

import pytest

from extractor.roster.folders import region_of_path
from extractor.roster.match import Asked, Found, Index
from extractor.roster.model import Roster, Row
from extractor.roster.names import same_region


def index(*rows: Row) -> Index:
    return Index(Roster(rows))


def find(
    roster: Index, agency: str | None = None, region: str | None = None, path: str = ""
) -> Found:
    return roster.find(Asked(path, "", agency, region))


def line(found: Found) -> int | None:
    return found.row.line if found.row else None


TWO_COUNTIES = index(
    Row(2, "临溪县水务局"),
    Row(3, "石澜县水务局"),
    Row(4, "城关镇人民政府", region="临溪县"),
    Row(5, "城关镇人民政府", region="石澜县"),
    Row(6, "临溪县文化和体育局", former=("临溪县体育局",)),
    Row(7, "教育局", region="临溪县"),
)


@pytest.mark.parametrize(
    ("agency", "region", "expected"),
    [
        ("临溪县水务局", None, 2),
        ("临溪县 水务局（盖章）", None, 2),
        ("澜阳市临溪县水务局", "临溪县", 2),
        ("县水务局", "石澜县", 3),
        ("水务局", "临溪县", 2),
        ("城关镇人民政府", "石澜县", 5),
        ("石澜县城关镇人民政府", "石澜县", 5),
        ("临溪县体育局", None, 6),
        ("县体育局", "临溪县", 6),
        ("县体育局", None, 6),
        ("临溪县教育局", "临溪县", 7),
        ("石澜县教育局", "石澜县", None),
        ("临溪县林业局", "临溪县", None),
        ("县水务局", "澜阳县", None),
        ("城关镇人民政府", "澜阳县", None),
        (None, "临溪县", None),
    ],
)
def test_names_full_short_and_former(
    agency: str | None, region: str | None, expected: int | None
) -> None:
    assert line(find(TWO_COUNTIES, agency, region)) == expected


@pytest.mark.parametrize("agency", ["县水务局", "城关镇人民政府"])
def test_what_fits_two_rows_is_left_open_and_told(agency: str) -> None:
    found = find(TWO_COUNTIES, agency)
    assert found.row is None
    assert len(found.rivals) == 2
    assert found.said is not None
    assert "无法确定" in found.said.zh
    assert "region or file" in found.said.en


def test_a_former_name_is_told_and_todays_name_goes_before_it() -> None:
    assert find(TWO_COUNTIES, "临溪县体育局").former == "临溪县体育局"
    both = index(Row(2, "甲县文体局", ("甲县体育局",)), Row(3, "甲县体育局"))
    assert line(find(both, "甲县体育局")) == 3
    split = index(Row(2, "甲县文化局", ("甲县文体局",)), Row(3, "甲县体育局", ("甲县文体局",)))
    assert find(split, "甲县文体局").rivals


def test_the_same_name_in_another_region_is_told() -> None:
    found = find(index(Row(2, "临溪县水务局", region="石澜县")), "临溪县水务局", "临溪县")
    assert found.row is None
    assert found.said is not None
    assert "地区不同" in found.said.zh


FILES = index(
    Row(2, "临溪县水务局", files=("临溪县/001.pdf", "2024*水务*.docx")),
    Row(3, "石澜县水务局", files=("石澜县/001.pdf",)),
    Row(4, "临溪县教育局", files=("教育局",)),
    Row(5, "临溪县林业局", files=("林业局/",)),
    Row(6, "临溪县信访局", files=("年报/信访 [2023].pdf",)),
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("临溪县/001.pdf", 2),
        ("2023/石澜县/001.PDF", 3),
        ("甲/2024年水务局年报.docx", 2),
        ("报送.zip/教育局.doc", 4),
        ("林业局/报告/正文.pdf", 5),
        ("信访 [2023].pdf", 6),
        ("001.pdf", None),
        ("水务局.docx", None),
    ],
)
def test_files_by_path_name_and_pattern(path: str, expected: int | None) -> None:
    assert line(find(FILES, path=path)) == expected


def test_the_folder_that_was_given_counts_too() -> None:
    assert line(FILES.find(Asked("001.pdf", "石澜县"))) == 3


def test_file_and_name_that_contradict_each_other_leave_it_open() -> None:
    found = find(FILES, "临溪县教育局", "临溪县", "临溪县/001.pdf")
    assert found.row is None
    assert {row.line for row in found.rivals} == {2, 4}
    assert found.said is not None
    assert "自称“临溪县教育局”" in found.said.zh


def test_a_file_under_a_name_that_the_roster_lacks_is_taken_and_told() -> None:
    found = find(FILES, "临溪县水利局", "临溪县", "临溪县/001.pdf")
    assert line(found) == 2
    assert found.said is not None
    assert "是否放错文件" in found.said.zh
    assert find(FILES, "县水务局", "临溪县", "临溪县/001.pdf").said is None


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("澜阳市临溪县", "临溪县", "same"),
        ("临溪", "临溪县", "same"),
        ("临溪县", "石澜县", "other"),
        ("澜阳市鼓楼区", "柳阳市鼓楼区", "other"),
        ("澜阳市", "柳阳市", "other"),
        ("澜阳市", "临溪县", "unknown"),
        (None, "临溪县", "unknown"),
    ],
)
def test_regions(one: str | None, other: str | None, like: str) -> None:
    assert same_region(one, other) == like
    assert same_region(other, one) == like


@pytest.mark.parametrize(
    ("path", "agency", "region"),
    [
        ("临溪县/a.pdf", "县水务局", "临溪县"),
        ("01 临溪县/部门/a.pdf", "县水务局", "临溪县"),
        ("澜阳市/临溪县2023年/a.pdf", "城关镇人民政府", "临溪县"),
        ("临溪县/a.pdf", "水务局", "临溪县"),
        ("临溪区/a.pdf", "东城街道办事处", "临溪区"),
        ("澜阳市/a.pdf", "市水务局", "澜阳市"),
        # Not of the agency's kind, of many, or no region's name.
        ("澜阳市/a.pdf", "县水务局", None),
        ("澜阳市/a.pdf", "城关镇人民政府", None),
        ("临溪县/a.pdf", "教育部", None),
        ("各县/a.pdf", "县水务局", None),
        ("待审区/a.pdf", "区水务局", None),
        ("示范县/a.pdf", "县水务局", None),
        ("2023年/a.pdf", "县水务局", None),
        ("城关镇/a.pdf", "城关镇人民政府", None),
        ("临溪县.pdf", "县水务局", None),
    ],
)
def test_folders_that_plainly_are_regions(path: str, agency: str, region: str | None) -> None:
    assert region_of_path(path, agency) == region


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("临溪县水务局2023年年报.pdf", 2),
        ("03_临溪县水务局政府信息公开工作年度报告（扫描）.pdf", 2),
        ("附件2：关于临溪县 体育局.pdf", 6),
        ("临溪县/水务局.pdf", 2),
        ("年报/临溪县水务局/2023年.pdf", 2),
        ("澜阳市临溪县水务局.pdf", 2),
        # Another county's, one that belongs to it, either of two, and nobody's.
        ("澜山县水务局2023年年报.pdf", None),
        ("临溪县水务局水文站2023年年报.pdf", None),
        ("水务局.pdf", None),
        ("2023年年报.pdf", None),
    ],
)
def test_a_file_that_tells_no_agency_is_known_by_its_name(path: str, expected: int | None) -> None:
    assert line(TWO_COUNTIES.find_unnamed(Asked(path))) == expected


def test_the_roster_s_column_goes_before_the_file_s_name() -> None:
    roster = index(Row(2, "临溪县水务局"), Row(3, "石澜县水务局", files=("临溪县水务局.pdf",)))
    assert line(roster.find_unnamed(Asked("临溪县水务局.pdf"))) == 3


def test_a_file_whose_report_names_another_place_is_not_taken() -> None:
    found = find(FILES, "石澜县档案馆", "石澜县", "临溪县/001.pdf")
    assert found.row is None
    assert [row.line for row in found.rivals] == [2]
    assert found.said is not None
    assert "地区不同，未采用" in found.said.zh
    # Of a city nobody knows whether the county lies in it; a former name may be of another place.
    assert line(find(FILES, "澜阳市档案馆", "澜阳市", "临溪县/001.pdf")) == 2
    moved = index(Row(2, "临溪县水务局", ("石澜县水利局",), files=("a.pdf",)))
    assert line(find(moved, "石澜县水利局", "石澜县", "a.pdf")) == 2
