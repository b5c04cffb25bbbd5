"""What a roster changes for the reports of a batch."""

from __future__ import annotations

from tests.roster.a_batch import Done


def test_the_roster_itself_is_no_report(done: Done) -> None:
    assert "名册.csv" not in done.records


def test_lateness_goes_by_the_day_of_publication(done: Done) -> None:
    (late,) = [f for f in done.records["水务局.txt"]["flags"] if f["code"] == "Y403"]
    assert late["message"] == ("发布日期2024年2月8日（据名册）晚于法定期限1月31日，逾期8天。")
    assert (late["severity"], late["page"]) == ("warning", None)
    # Signed on 20 February, published on 25 January: in time.
    assert "Y403" not in done.codes("财政局.txt")
    assert "Y403" not in done.codes("档案局.txt")


def test_level_kind_and_region_come_from_the_roster_and_the_name_from_the_report(
    done: Done,
) -> None:
    city = done.records["白石市.txt"]["meta"]
    assert (city["agency"], city["level"], city["region"]) == ("白石市人民政府", "county", "白石市")
    assert "级别按名册为“县级”，从报告看是“市级”" in done.remark["白石市.txt"]
    listed = done.records["国土局.txt"]["meta"]
    assert listed["agency"] == "临溪县国土局"
    assert listed["roster"] == {
        "line": 7,
        "agency": "临溪县自然资源局",
        "former": "临溪县国土局",
        "published": None,
        "region": "临溪县",
    }
    assert "以曾用名“临溪县国土局”报送" in done.remark["国土局.txt"]


def test_what_the_roster_says_of_an_unread_file_is_in_its_row(done: Done) -> None:
    row = next(row for row in done.reports if row["文件"] == "坏.pdf")
    assert (row["机关"], row["地区"], row["状态"]) == ("临溪县商务局", "临溪县", "失败")


def test_what_is_not_plain_is_told_and_nothing_is_taken(done: Done) -> None:
    assert "2 行" in done.remark["信访局.txt"]
    assert "无法确定，未采用" in done.remark["信访局.txt"]
    assert done.records["信访局.txt"]["meta"]["roster"] is None
    assert "名册里没有“县老干部局”" in done.remark["临溪县/老干部局.txt"]


def test_the_region_may_come_from_a_folder(done: Done) -> None:
    assert done.records["临溪县/老干部局.txt"]["meta"]["region"] == "临溪县"


def test_reported_twice_also_under_a_former_name(done: Done) -> None:
    told = [file for file in done.records if "P107" in done.codes(file)]
    assert told == ["自然资源局.txt"]
    assert "国土局.txt" in done.remark["自然资源局.txt"]


def test_last_years_report_is_found_under_the_former_name(done: Done) -> None:
    assert "T207" in done.codes("卫生健康局.txt")
    assert "与上年“临溪县卫生局”的报告比对" in done.remark["卫生健康局.txt"]


def test_a_merged_agency_is_not_held_against_either(done: Done) -> None:
    assert "T207" not in done.codes("文化和体育局.txt")
    assert "不止一个前身" in done.remark["文化和体育局.txt"]
