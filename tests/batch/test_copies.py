"""P107: copies and versions are told; look-alikes are not paired."""

from __future__ import annotations

from pathlib import Path

from extractor.batch.copies import Copies
from extractor.batch.journal import Brief
from extractor.checks.settings import Settings
from extractor.pipeline import DEFAULT_SETUP, Setup
from extractor.report.record import Meta, Record, SourceFile, Tool
from tests.batch.reports import written
from tests.commands import rows, run


def brief(
    sha: str, agency: str | None = "城关镇人民政府", region: str | None = "甲县", year: int = 2023
) -> Brief:
    return Brief(sha, "ok", region, agency, year)


def told(briefs: dict[str, Brief], setup: Setup = DEFAULT_SETUP) -> dict[str, str]:
    """File → message of its P107."""
    copies = Copies(briefs.items())
    out = {}
    for shown, each in briefs.items():
        source = SourceFile(path=shown, sha256=each.sha256, format="txt", pages=None)
        meta = Meta(agency=each.agency, region=each.region, year=each.year)
        record = Record(tool=Tool(version="0"), source=source, status="ok", meta=meta)
        for flag in copies.flagged(record, setup).flags:
            out[shown] = flag.message
    return out


def test_the_same_bytes_twice() -> None:
    said = told({"a.pdf": brief("1"), "b.pdf": brief("1")})
    assert list(said) == ["b.pdf"]
    assert "同一个文件" in said["b.pdf"]
    assert "a.pdf" in said["b.pdf"]


def test_two_versions_of_one_report() -> None:
    said = told({"a.pdf": brief("1"), "b.docx": brief("2"), "c.doc": brief("3")})
    assert list(said) == ["b.docx", "c.doc"]
    assert "两个版本" in said["b.docx"]


def test_years_counties_and_unknown_places_are_not_paired() -> None:
    assert not told({"a": brief("1"), "b": brief("2", year=2022)})
    assert not told({"a": brief("1"), "b": brief("2", region="乙县")})
    assert not told({"a": brief("1", region=None), "b": brief("2", region=None)})
    assert not told({"a": brief("1", agency=None), "b": brief("2", agency=None)})


def test_one_agency_printed_in_two_ways_is_one() -> None:
    long, short = "鹭汀市甲水县民政局", "甲水县民政局"
    files = {"a": brief("1", long, "甲水县"), "b": brief("2", short, "甲水县")}
    assert list(told(files)) == ["b"]
    files["c"] = brief("3", "石亭市甲水县民政局", "甲水县")
    assert not told(files)


def test_versions_of_a_report_of_unknown_region_are_left_open_and_that_is_said(
    tmp_path: Path,
) -> None:
    for name, agency, count in (
        ("a", "县档案局", 31), ("b", "县档案局", 32), ("c", "县林业局", 31), ("d", "甲县林业局", 31)
    ):  # fmt: skip
        written(tmp_path / "in" / f"{name}.txt", agency, count=count)
    run("score", tmp_path / "in", "--out", tmp_path / "o", "-j", 1)
    said = {row["文件"]: row["说明"] for row in rows(tmp_path / "o" / "reports.csv")}
    assert [name for name, told in said.items() if "两个版本" in told] == ["b.txt"]
    assert "版本：与「a.txt」机关同名、年度相同，但地区不明" in said["b.txt"]


def test_settings_switch_it_off_or_change_it() -> None:
    files = {"a": brief("1"), "b": brief("1")}
    assert not told(files, Setup(settings=Settings(off=("P107",))))
    assert "same file" in told(files, Setup(lang="en"))["b"]


def test_what_is_wrong_in_both_versions_is_judged_once(tmp_path: Path) -> None:
    """One number, and a verdict on either stays whichever of the files is kept; the message says
    so, since the list has both rows."""
    written(tmp_path / "in" / "a.txt", "甲县档案局", wrong=3)
    written(tmp_path / "in" / "b.txt", "甲县档案局", wrong=3, count=32)
    run("score", tmp_path / "in", "--out", tmp_path / "o", "-j", 1)
    flags = rows(tmp_path / "o" / "flags.csv")
    first, second = (row for row in flags if row["代码"] == "T203")
    assert (first["编号"], {first["文件"], second["文件"]}) == (second["编号"], {"a.txt", "b.txt"})
    (copied,) = (row for row in flags if row["代码"] == "P107")
    assert "编号相同的问题是同一个，裁定一处即可" in copied["说明"]
    text = (tmp_path / "o" / "flags.csv").read_text("utf-8-sig")
    judged = [f"{line[:-2]}误报,李强," if ",a.txt," in line and ",T203," in line else line
              for line in text.splitlines()]  # fmt: skip
    (tmp_path / "o" / "flags.csv").write_text("\n".join(judged), encoding="utf-8")
    (tmp_path / "in" / "a.txt").unlink()
    run("score", tmp_path / "in", "--out", tmp_path / "o", "-j", 1)
    (kept,) = (row for row in rows(tmp_path / "o" / "flags.csv") if row["代码"] == "T203")
    assert (kept["文件"], kept["裁定"], kept["裁定人"]) == ("b.txt", "误报", "李强")
