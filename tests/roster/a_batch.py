"""A batch of 2023 with a roster, and last year's reports beside it."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from extractor.batch.finish import Tally
from extractor.batch.run import Options, score
from extractor.checks.model import Language
from extractor.cli.listeners import Silent
from extractor.outputs.names import REPORTING
from extractor.pipeline import DEFAULT_SETUP, Setup
from extractor.roster.match import Index
from extractor.roster.reading import read_roster
from tests.batch.reports import written

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
