"""`nianjian roster` and `score --roster` as their users call them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from tests.batch.reports import written


def nianjian(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "名册.csv"
    path.write_text("机关,级别,发布日期\n临溪县水务局,县级,2024-02-08\n临溪县林业局,县级,\n", "gbk")
    return path


def test_a_good_roster_is_told_in_a_line(roster: Path) -> None:
    result = nianjian("roster", roster)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "机关 2 个" in result.stderr
    assert "县级 2" in result.stderr
    assert "2 agencies" in nianjian("roster", roster, "--lang", "en").stderr


def test_mistakes_are_results_and_give_exit_code_3(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_text("机关,级别\n临溪县水务局,县极\n临溪县水务局,\n", encoding="utf-8")
    result = nianjian("roster", path)
    assert result.exit_code == 3
    first, second = result.stdout.splitlines()
    assert "第 2 行：级别“县极”不认识，未采用；是不是“县级”？" in first
    assert "第 3 行：“临溪县水务局”与第 2 行重复" in second
    assert "问题 2 处" in result.stderr


def test_what_only_needs_a_look_gives_exit_code_0(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_text("机关\n城关镇人民政府\n", encoding="utf-8")
    result = nianjian("roster", path)
    assert (result.exit_code, "请填写地区" in result.stdout) == (0, True)


def test_wrong_usage(tmp_path: Path) -> None:
    assert nianjian("roster").exit_code == 2
    alone = nianjian("score", written(tmp_path / "a.txt"), "--out", tmp_path / "o", "--year", 2023)
    assert (alone.exit_code, "--roster" in alone.stderr) == (2, True)
    assert nianjian("roster", tmp_path / "没有.csv").exit_code == 2
    (tmp_path / "图.png").write_bytes(b"\x89PNG")
    assert nianjian("roster", tmp_path / "图.png").exit_code == 3


def test_a_template_is_never_written_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "模板.csv"
    assert nianjian("roster", "--template", path).exit_code == 0
    assert path.read_bytes().startswith(
        "\ufeff机关,曾用名,地区,级别,类型,发布日期,网址,文件".encode()
    )
    again = nianjian("roster", "--template", path)
    assert again.exit_code == 2
    assert "已经存在" in again.stderr
    english = tmp_path / "template.csv"
    nianjian("roster", "--template", english, "--lang", "en")
    assert english.read_text("utf-8-sig").startswith("agency,former names,region")


def test_score_tells_who_has_not_reported(tmp_path: Path, roster: Path) -> None:
    report = written(tmp_path / "年报" / "水务局.txt", "临溪县水务局")
    result = nianjian("score", report.parent, "--out", tmp_path / "o", "-j", 1, "--roster", roster)
    assert result.exit_code == 0
    assert "名册 2 个机关：2023 年度已报送 1，未报送 1，逾期 1" in result.stderr
    logged = nianjian(
        "score", report.parent, "--out", tmp_path / "o", "--roster", roster, "--json-log"
    ).stderr
    finished = json.loads(logged.splitlines()[-1])
    assert finished["roster"]["missing"] == 1
    told = nianjian("sheet", tmp_path / "o").stderr
    assert "写出 2 份" in told
    assert (tmp_path / "o" / "意见单" / "临溪县林业局2023未报送.docx").exists()


def test_a_roster_that_is_none_stops_before_any_work(tmp_path: Path) -> None:
    report = written(tmp_path / "a.txt")
    (tmp_path / "坏.csv").write_text("姓名\n某人\n", encoding="utf-8")
    for name in ("坏.csv", "没有.csv"):
        result = nianjian("score", report, "--out", tmp_path / "o", "--roster", tmp_path / name)
        assert result.exit_code == 2
    assert not (tmp_path / "o").exists()


def test_a_suggestion_stands_in_the_messages(tmp_path: Path) -> None:
    written(tmp_path / "2022" / "a.txt", "甲县体育局", 2022)
    now = written(tmp_path / "2023" / "a.txt", "甲县文化和体育局", 2023)
    result = nianjian(
        "score", now, "--previous", tmp_path / "2022", "--out", tmp_path / "o", "-j", 1
    )
    assert "可能是“甲县体育局”改名" in result.stderr


def test_extract_takes_the_region_from_the_reports_folder(tmp_path: Path) -> None:
    report = written(tmp_path / "临溪县" / "a.txt", "县档案局")
    meta = json.loads(nianjian("extract", report).stdout)["meta"]
    assert (meta["region"], meta["agency"], meta["roster"]) == ("临溪县", "县档案局", None)
    other = written(tmp_path / "待审" / "a.txt", "县档案局")
    assert json.loads(nianjian("extract", other).stdout)["meta"]["region"] is None


def test_score_tells_rows_that_stand_in_each_other_s_way(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_text("机关\n临溪县水务局\n临溪县水务局\n城关镇人民政府\n", encoding="utf-8")
    report = written(tmp_path / "年报" / "a.txt", "临溪县水务局")
    result = nianjian("score", report, "--out", tmp_path / "o", "-j", 1, "--roster", path)
    assert "第 3 行：“临溪县水务局”与第 2 行重复" in result.stderr
    assert "没有地区" not in result.stderr
