"""The gold reports hold what they promise, and the check notices when they do not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.gold import (
    PARTS,
    REPORTS,
    Line,
    Report,
    gold_paths,
    load_report,
    main,
    read_lines,
)
from evaluation.gold_check import faults
from evaluation.spelling import numeral, says

FIRST = gold_paths("dev")[0]


@pytest.mark.parametrize("path", gold_paths(), ids=lambda path: path.name.split(".")[0])
def test_every_gold_report_is_valid(path: Path) -> None:
    assert faults(path, load_report(path)) == []


def test_the_parts_do_not_share_a_hand() -> None:
    hands = {part: {load_report(p).gold.hand for p in gold_paths(part)} for part in PARTS}
    assert not hands["dev"] & hands["held"]
    assert not (hands["dev"] | hands["held"]) & hands["earlier"]


def _changed(report: Report, **meta: object) -> Report:
    gold = report.gold
    return replace(report, gold=gold.model_copy(update={"meta": gold.meta.model_copy(update=meta)}))


def test_a_quote_that_is_not_printed_is_a_fault() -> None:
    report = _changed(load_report(FIRST), agency="无此机关管理局")
    assert any("agency" in fault for fault in faults(FIRST, report))


def test_a_wrong_sum_is_a_fault() -> None:
    report = load_report(FIRST)
    assert report.gold.tables.applications is not None
    rows = report.gold.tables.applications.all_rows() | {"total": ["9"] * 7}
    table = report.gold.tables.applications.model_copy(update={"rows": rows})
    tables = report.gold.tables.model_copy(update={"applications": table})
    gold = report.gold.model_copy(update={"tables": tables})
    found = faults(FIRST, replace(report, gold=gold))
    assert any("outcomes add up" in fault for fault in found)
    allowed = gold.model_copy(update={"allow_table_errors": True})
    assert faults(FIRST, replace(report, gold=allowed)) == []


def test_a_missing_placeholder_is_a_fault() -> None:
    report = load_report(FIRST)
    lines = tuple(line for line in report.lines if line != Line("table", "disputes"))
    assert any(
        "{{table:disputes}}" in fault for fault in faults(FIRST, replace(report, lines=lines))
    )


def test_lines_are_told_apart() -> None:
    text = (
        "# 甲县乙局\n\n## 一、总体情况\n{{table:disputes}}\n>> 甲县乙局\n正文。\n### （一）小标题\n"
    )
    kinds = [line.kind for line in read_lines(text)]
    assert kinds == ["title", "section", "table", "right", "paragraph", "heading"]


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("收到12件", 12, True),
        ("收到112件", 12, False),
        ("公开1,234条", 1234, True),
        ("公开1,234条", 234, False),
        ("办结十二件", 12, True),
        ("办结二十二件", 12, False),
        ("收费18,264.37万元", 18264.37, True),
        ("访问3.5万次", 35000, True),
    ],
)
def test_numbers_are_found_in_prose(text: str, value: float, expected: bool) -> None:
    assert says(text, value) is expected


@pytest.mark.parametrize(
    ("number", "text"), [(7, "七"), (10, "十"), (103, "一百零三"), (20300, "二万零三百")]
)
def test_numerals(number: int, text: str) -> None:
    assert numeral(number) == text


def test_the_command_names_the_file_and_the_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = FIRST.name
    copy = tmp_path / name
    copy.write_text(FIRST.read_text("utf-8").replace("hand:", "hands:"), "utf-8")
    (tmp_path / f"{name.split('.')[0]}.txt").write_text("", "utf-8")
    assert main([str(copy)]) == 1
    assert f"{name}: hands" in capsys.readouterr().out


def test_all_parts_exist() -> None:
    assert {path.parent.name for path in gold_paths()} == {"dev", "earlier", "held"}
    assert (REPORTS / "README.md").exists()
