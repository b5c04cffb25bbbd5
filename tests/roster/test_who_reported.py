"""Who of the roster has reported, in the lists, on the page, in sheets."""

from __future__ import annotations

from pathlib import Path

import docx

from extractor.batch.run import Options, score
from extractor.batch.sheets import write_sheets
from extractor.cli.listeners import Silent
from extractor.outputs.names import REPORTING
from tests.batch.reports import written
from tests.outputs.browser import dom, needs_browser
from tests.roster.a_batch import MADE, Done, rows, run, setup_with


def test_who_has_not_reported_stands_behind_the_reports_without_a_score(done: Done) -> None:
    missing = [row for row in done.reports if row["状态"] == "未报送"]
    assert missing == done.reports[-len(missing) :]
    assert [row["机关"] for row in missing] == [
        "临溪县审计局",
        "临溪县统计局",
        "<b>临溪县林业局</b>",
        f"'{MADE}",
        "临溪县气象局",
    ]
    assert {(row["年度"], row["总分"], row["错误数"], row["文件"]) for row in missing} == {
        ("2023", "", "", "")
    }
    assert "应于 2024-01-31 前公布" in missing[2]["说明"]
    assert "应于 2024-03-31 前公布" in missing[3]["说明"]
    assert "通知.txt 不是年报" in missing[0]["说明"]
    assert "名册写有发布日期 2024-01-20" in missing[1]["说明"]


def test_the_states_of_all_rows(done: Done) -> None:
    told = {agency: row["状态"] for agency, row in done.state.items()}
    unsure = {agency for agency, state in told.items() if state == "待核"}
    assert unsure == {"临溪县信访局", "石澜县信访局"}
    assert told["临溪县自然资源局"] == "已报送"
    assert done.state["临溪县水务局"]["逾期"] == "是"
    assert done.state["临溪县水务局"]["发布日期"] == "2024-02-08"
    assert done.tally.reporting is not None
    assert done.tally.reporting.counts() == {
        "rows": 16, "reported": 7, "missing": 5, "unreadable": 2, "unsure": 2, "late": 1,
        "late_hint": 0, "unlisted": 1, "unclear": 1,
    }  # fmt: skip


def test_a_file_that_cannot_be_read_is_no_missing_report(done: Done, tmp_path: Path) -> None:
    """Whose it is its name tells, where the roster does not; its agency is asked for a better one,
    not for the report."""
    told = {agency for agency, row in done.state.items() if row["状态"] == "已报送但无法读取"}
    assert told == {"临溪县商务局", "临溪县司法局"}
    assert "无法读取" in done.state["临溪县司法局"]["说明"]
    assert "司法局" in done.state["临溪县司法局"]["文件"]
    page = (done.out / "summary.html").read_text("utf-8")
    assert '<span class="unreadable">已报送但无法读取 <b>2</b></span>' in page
    assert "已报送但无法读取（2）" in page
    write_sheets(done.out, ("临溪县司法局",), None, tmp_path, "zh")
    assert [path.name for path in tmp_path.iterdir()] == ["临溪县司法局.docx"]


def test_names_are_harmless_on_the_page_and_in_the_tables(done: Done) -> None:
    page = (done.out / "summary.html").read_text("utf-8")
    assert "<b>临溪县林业局" not in page
    assert "&lt;b&gt;临溪县林业局&lt;/b&gt;" in page
    assert f"'{MADE}" in (done.out / REPORTING).read_text("utf-8-sig")


@needs_browser
def test_the_page_lists_who_has_not_reported(done: Done, tmp_path: Path) -> None:
    page = tmp_path / "summary.html"
    page.write_bytes((done.out / "summary.html").read_bytes())
    shown = dom(page)
    assert "名册 16 个机关（2023 年度）" in shown
    assert "未报送（5）" in shown
    assert "临溪县气象局" in shown
    assert "reporting.csv" in shown


def test_sheets_ask_for_the_missing_reports(done: Done, tmp_path: Path) -> None:
    chosen = ("临溪县气象局", "临溪县水务局", "没有的局")
    told = write_sheets(done.out, chosen, None, tmp_path, "zh")
    assert told.unknown == ["没有的局"]
    names = {path.name for path in told.sheets}
    assert names == {"临溪县气象局2023未报送.docx", "临溪县水务局2023.docx"}
    words = "\n".join(
        p.text for p in docx.Document(str(tmp_path / "临溪县气象局2023未报送.docx")).paragraphs
    )
    assert "没有收到贵单位2023年度的" in words
    assert "请于 2024-01-31 前公布并报送" in words
    everything = write_sheets(done.out, (), None, tmp_path / "全部", "en").sheets
    assert sum("未报送" in path.name for path in everything) == 5


def test_english_and_another_year(done: Done, tmp_path: Path) -> None:
    run(done.now, tmp_path / "o", "en", year=2022)
    told = rows(tmp_path / "o" / "reports.csv")
    missing = [row for row in told if row["status"] == "not reported"]
    # The batch's own reports are all on 2023, one unread by its name; the other accuses nobody.
    assert {row["year"] for row in missing} == {"2022"}
    assert len(missing) == 15
    archives = next(row for row in missing if row["agency"] == "临溪县档案局")
    assert "only a report on 2023 (档案局.txt)" in archives["remark"]
    assert "due by 2023-01-31" in archives["remark"]
    page = (tmp_path / "o" / "summary.html").read_text("utf-8")
    assert "Roster: 16 agencies (2022)" in page


def test_a_row_that_no_region_places_tells_two_counties_reports_not_for_one(
    tmp_path: Path,
) -> None:
    now = tmp_path / "2023"
    for name, count in (("甲", 31), ("乙", 32)):
        written(now / f"{name}.txt", "城关镇人民政府", count=count)
    (tmp_path / "名册.csv").write_text("机关\n城关镇人民政府\n", encoding="utf-8")
    options = Options(setup_with(tmp_path / "名册.csv"), tmp_path / "s", jobs=1)
    score([now], tmp_path / "o", options, Silent())
    flags = rows(tmp_path / "o" / "flags.csv")
    assert "P107" not in {flag["代码"] for flag in flags}
    for county in ("甲水县", "乙水县"):
        (now / county).mkdir()
    (now / "甲.txt").rename(now / "甲水县" / "a.txt")
    (now / "乙.txt").rename(now / "乙水县" / "b.txt")
    score([now], tmp_path / "o", options, Silent())
    assert "P107" not in {flag["代码"] for flag in rows(tmp_path / "o" / "flags.csv")}
    (state,) = rows(tmp_path / "o" / REPORTING)
    assert (state["状态"], "请填写地区" in state["说明"]) == ("待核", True)


def test_a_report_that_names_no_agency_is_its_whose_name_the_file_bears(tmp_path: Path) -> None:
    now = tmp_path / "2023"
    written(now / "临溪县司法局2023年年报.txt", "")
    (tmp_path / "名册.csv").write_text("机关\n临溪县司法局\n", encoding="utf-8")
    options = Options(setup_with(tmp_path / "名册.csv"), tmp_path / "s", jobs=1)
    score([now], tmp_path / "o", options, Silent())
    (state,) = rows(tmp_path / "o" / REPORTING)
    assert state["状态"] == "已报送"
    (report,) = rows(tmp_path / "o" / "reports.csv")
    assert report["机关"] == "临溪县司法局"
    assert "按文件名为“临溪县司法局”" in report["说明"]


def test_lateness_that_is_only_a_hint_is_counted_apart(tmp_path: Path) -> None:
    now = tmp_path / "2023"
    listed = "机关,地区,级别,类型,发布日期\n"
    for name, more in (
        ("临溪县水务局", "县级,部门,2024-02-08"),
        ("临溪县石埠镇人民政府", "乡级,政府,2024-04-08"),
        ("临溪县林业局", "县级,部门,2023-01-20"),
    ):
        written(now / f"{name}.txt", name, count=30 + len(name))
        listed += f"{name},临溪县,{more}\n"
    (tmp_path / "名册.csv").write_text(listed, encoding="utf-8")
    options = Options(setup_with(tmp_path / "名册.csv"), tmp_path / "s", jobs=1)
    tally = score([now], tmp_path / "o", options, Silent())
    assert tally.reporting is not None
    counts = tally.reporting.counts()
    assert (counts["late"], counts["late_hint"]) == (1, 1)
    late, hint, other = rows(tmp_path / "o" / REPORTING)
    assert (late["逾期"], hint["逾期"], other["逾期"]) == ("是", "提示", "")
    # An empty cell must not look like being in time.
    assert "2023-01-20 与 2023 年度不合" in other["说明"]
    page = (tmp_path / "o" / "summary.html").read_text("utf-8")
    assert "逾期（法律未点名，提示）（1）" in page
