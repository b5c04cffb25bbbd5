"""What a score promises, whatever the findings are."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from extractor.report.record import Flag, Record, Score, SourceFile, Status, Tool
from extractor.report.record.base import Severity
from extractor.scoring import default_rubric, scored
from extractor.scoring.rubric import DIMENSIONS

CODES = ("S101", "S105", "T201", "T205", "C301", "Y401", "B501", "L601", "L603", "P107")
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")


def flag(number: int, code: str = "T203", severity: Severity = "error", **more: object) -> Flag:
    told: dict[str, object] = {
        "id": f"F-{number}",
        "code": code,
        "name": code,
        "severity": severity,
        "section": None,
        "place": None,
        "message": "",
        "evidence": "",
        "expected": None,
        "found": None,
        "confidence": 1.0,
    }
    return Flag.model_validate(told | more)


def report(flags: Sequence[Flag], status: Status = "ok") -> Record:
    source = SourceFile(path="年报.docx", sha256=None, format="docx", pages=None)
    return Record(tool=Tool(version="0"), source=source, status=status, flags=list(flags))


def score(flags: Sequence[Flag], status: Status = "ok") -> Score:
    told = scored(report(flags, status), default_rubric()).score
    assert told is not None
    return told


def total(flags: Sequence[Flag]) -> float:
    told = score(flags).total
    assert told is not None
    return told


flags_drawn = st.lists(
    st.tuples(st.sampled_from(CODES), st.sampled_from(SEVERITIES)), max_size=40
).map(lambda drawn: [flag(i, code, severity) for i, (code, severity) in enumerate(drawn)])


@given(flags_drawn, st.sampled_from(CODES), st.sampled_from(SEVERITIES))
def test_an_added_finding_never_raises_it(flags: list[Flag], code: str, severity: Severity) -> None:
    assert total([*flags, flag(999, code, severity)]) <= total(flags)


@given(flags_drawn, st.data())
def test_a_mended_one_never_lowers_it(flags: list[Flag], data: st.DataObject) -> None:
    if flags:
        gone = data.draw(st.integers(0, len(flags) - 1))
        assert total(flags[:gone] + flags[gone + 1 :]) >= total(flags)


@given(flags_drawn, st.randoms())
def test_order_and_duplicates_do_not_matter(flags: list[Flag], chance: Random) -> None:
    shuffled = flags + flags[: len(flags) // 2]
    chance.shuffle(shuffled)
    assert score(shuffled) == score(flags)


@given(flags_drawn)
def test_every_lost_point_names_its_finding_and_the_sums_hold(flags: list[Flag]) -> None:
    told = score(flags)
    assert told.total is not None
    assert 0 <= told.total <= 100
    lost = sum(round(deduction.points * 1000) for deduction in told.deductions)
    assert lost == round((100 - told.total) * 1000)
    assert {d.flag for d in told.deductions} <= {f.id for f in flags}
    kept = sum(round((value or 0) * 1000) for value in told.dimensions.values())
    assert kept == round(told.total * 1000)


@given(flags_drawn)
def test_muted_findings_cost_nothing(flags: list[Flag]) -> None:
    muted = [f.model_copy(update={"verdict": "误报"}) for f in flags]
    assert score(muted).total == 100
    assert score(muted).deductions == []


def test_a_code_takes_at_most_its_cap() -> None:
    stock = [flag(i, "L601", "hint") for i in range(100)]
    assert total(stock) == 100 - default_rubric().cap("L601")


def test_stock_sentences_do_not_bury_a_wrong_table() -> None:
    stock = [flag(i, "B501", "hint") for i in range(100)]
    assert total([flag(999, "T203")]) < total(stock)


def test_findings_about_the_file_cost_nothing() -> None:
    assert total([flag(1, "P107", "warning")]) == 100


def test_a_table_that_was_not_read_leaves_no_total() -> None:
    told = score([flag(1, "P104", "warning"), flag(2, "Y401")], "partial")
    assert told.total is None
    assert told.dimensions["tables"] is None
    assert told.dimensions["years"] == default_rubric().dimensions["years"] - 8


def test_a_scan_without_text_has_no_score() -> None:
    scan = report([flag(1, "P103", "warning")], "partial")
    assert scored(scan, default_rubric()).score is None


def test_what_is_no_report_has_no_score() -> None:
    for status in ("failed", "not_a_report"):
        assert scored(report([], status), default_rubric()).score is None


def test_a_clean_report_keeps_all_points_of_every_dimension() -> None:
    told = score([])
    assert told.total == 100
    assert list(told.dimensions) == list(DIMENSIONS)
