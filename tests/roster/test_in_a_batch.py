"""A batch with a roster: who has not reported, and what the roster changes for the others."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest

from extractor.batch import run as batch
from extractor.batch.finish import Tally
from extractor.batch.run import Options, score
from extractor.batch.sheets import write_sheets
from extractor.checks.model import Language
from extractor.cli.listeners import Silent
from extractor.outputs.names import OUTPUTS, REPORTING
from extractor.pipeline import DEFAULT_SETUP, Setup
from extractor.roster.match import Index
from extractor.roster.reading import read_roster
from tests.batch.reports import written
from tests.outputs.browser import dom, needs_browser

ROSTER = """机关,曾用名,地区,级别,类型,发布日期,网址,文件
临溪县档案局,,,县级,部门,2024/1/25,,
临溪县水务局,,,县级,部门,2024年2月8日,,
临溪县财政局,,,县级,部门,45316,,
临溪县文化和体育局,临溪县文化局、临溪县体育局,,县级,部门,,,
临溪县卫生健康局,临溪县卫生局,,县级,部门,,,
临溪县自然资源局,临溪县国土局,,县级,部门,,,
临溪县信访局,,,县级,部门,,,
石澜县信访局,,,县级,部门,,,
白石市人民政府,,白石市,县级,政府,,,
临溪县商务局,,,县级,部门,,,坏.pdf
临溪县审计局,,,县级,部门,,,通知.txt
临溪县统计局,,,县级,部门,2024-01-20,,
<b>临溪县林业局</b>,,临溪县,县级,部门,,,
=临溪县石埠镇人民政府,,临溪县,乡镇,政府,,,
临溪县气象局,,,县级,部门,,,
临溪县司法局,,,县级,部门,,,
"""
MADE = "=临溪县石埠镇人民政府"


def signed(path: Path, day: str) -> None:
    told = path.read_text("utf-8").replace("2024年1月15日", day)
    path.write_text(told, encoding="utf-8")


def reports(base: Path) -> Path:
    """This year's folder, with the roster in it, and last year's beside it."""
    now, before = base / "2023", base / "2022"
    for name in ("档案局", "水务局", "文化和体育局", "卫生健康局", "自然资源局"):
        written(now / f"{name}.txt", f"临溪县{name}")
    signed(written(now / "财政局.txt", "临溪县财政局", count=36), "2024年2月20日")
    written(now / "国土局.txt", "临溪县国土局", count=33)
    written(now / "信访局.txt", "县信访局")
    written(now / "临溪县" / "老干部局.txt", "县老干部局")
    signed(written(now / "白石市.txt", "白石市人民政府"), "2024年3月25日")
    (now / "坏.pdf").write_bytes(b"%PDF-1.7 broken")
    (now / "03_临溪县司法局2023年年报（盖章）.pdf").write_bytes(b"%PDF-1.7 broken, too")
    (now / "通知.txt").write_text("关于召开年度工作会议的通知", encoding="utf-8")
    (now / "名册.csv").write_text(ROSTER, encoding="gbk")
    for name in ("文化局", "体育局", "卫生局", "气象局"):
        written(before / f"{name}.txt", f"临溪县{name}", 2022, carried=(0, 2))
    return now


def setup_with(roster: Path, lang: Language = "zh") -> Setup:
    return replace(DEFAULT_SETUP, roster=Index(read_roster(roster)), lang=lang)


def run(now: Path, out: Path, lang: Language = "zh", **more: Any) -> Tally:
    roster = now / "名册.csv"
    options = Options(
        setup_with(roster, lang),
        out.parent / "store.jsonl",
        previous=(now.parent / "2022",),
        roster_file=roster,
    )
    return score([now], out, replace(options, **more), more.pop("listener", Silent()))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


class Done:
    def __init__(self, base: Path) -> None:
        self.now, self.out = reports(base), base / "结果"
        self.tally = run(self.now, self.out, jobs=2)
        lines = (self.out / "reports.jsonl").read_text("utf-8").splitlines()
        self.records = {r["source"]["path"]: r for r in map(json.loads, lines)}
        self.reports = rows(self.out / "reports.csv")
        self.remark = {row["文件"]: row["说明"] for row in self.reports}
        self.state = {row["机关"]: row for row in rows(self.out / REPORTING)}

    def codes(self, file: str) -> set[str]:
        return {flag["code"] for flag in self.records[file]["flags"]}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    return Done(tmp_path_factory.mktemp("roster"))


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


def contents(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in (*OUTPUTS, REPORTING)}


class Started(Silent):
    def __init__(self) -> None:
        super().__init__()
        self.counts: list[tuple[int, int]] = []

    def started(self, total: int, done: int) -> None:
        self.counts.append((total, done))


def test_a_broken_run_ends_with_the_same_bytes_and_another_roster_reads_anew(
    done: Done, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(batch, "finish", stop)
        with pytest.raises(KeyboardInterrupt):
            run(done.now, tmp_path / "o", jobs=1)
    listener = Started()
    setup = setup_with(done.now / "名册.csv")
    options = Options(
        setup,
        tmp_path / "store.jsonl",
        previous=(done.now.parent / "2022",),
        roster_file=done.now / "名册.csv",
    )
    score([done.now], tmp_path / "o", options, listener)
    assert listener.counts == [(17, 17)]
    assert contents(tmp_path / "o") == contents(done.out)
    other = tmp_path / "名册.csv"
    other.write_text(ROSTER.replace("2024年2月8日", "2024年1月8日"), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(batch, "finish", stop)
        for used in (setup, setup_with(other)):
            with pytest.raises(KeyboardInterrupt):
                score([done.now], tmp_path / "p", replace(options, setup=used), listener)
    assert listener.counts[1:] == [(17, 0), (17, 0)]
    # Without a roster nobody is asked for a report by an earlier one.
    score(
        [done.now / "档案局.txt"], tmp_path / "o", Options(DEFAULT_SETUP, tmp_path / "s"), listener
    )
    assert not (tmp_path / "o" / REPORTING).exists()


def test_english_and_another_year(done: Done, tmp_path: Path) -> None:
    run(done.now, tmp_path / "o", "en", year=2022)
    told = rows(tmp_path / "o" / "reports.csv")
    missing = [row for row in told if row["status"] == "not reported"]
    # The batch's own reports are all on 2023; the unread and the unclear accuse nobody.
    assert {row["year"] for row in missing} == {"2022"}
    assert len(missing) == 14
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
