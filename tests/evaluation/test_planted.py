"""Planted changes fit their reports, and what is counted of them is counted right."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from evaluation import checks
from evaluation.checks import Before, Tallies, lines
from evaluation.gold import PARTS, Part, Report, load_reports
from evaluation.planting import (
    NEAR_MISS,
    Fault,
    Planted,
    by_hand,
    by_program,
    faults,
    read_and_check,
    with_error,
)
from extractor.checks.model import Finding, Rule, Said
from extractor.checks.run import Flagged

_SUM_CODES = {"T201", "T202", "T203", "T204"}


def _reports(part: Part) -> dict[str, Report]:
    return {report.gold.id: report for report in load_reports(part)}


def _flagged(code: str, evidence: str = "", place: str = "") -> Flagged:
    def check(case: object) -> Any: ...

    said = Said("这里有误", "wrong here")
    rule = Rule(code=code, name=said, severity="warning", why=said, bad="x", good="y", check=check)
    finding = Finding(message=said, evidence=evidence, place=place)
    return Flagged(f"F-{code}", rule, "warning", finding, None)


def _before(said: list[Flagged] | None = None, faults: list[Fault] | None = None) -> Before:
    return Before(_reports("dev")["d01"], faults or [], frozenset(map(checks._said, said or [])))


@pytest.mark.parametrize("part", PARTS)
def test_every_planted_change_can_be_put_in(part: Part) -> None:
    reports = _reports(part)
    for planted in by_hand(part):
        assert planted.replace or planted.cells or planted.without_rows or planted.added_rows
        changed = with_error(reports[planted.report], planted)
        if planted.replace or planted.cells:
            assert changed != reports[planted.report], planted


@pytest.mark.parametrize("part", ["dev", "earlier"])
def test_every_code_on_one_report_is_planted_often_enough(part: Part) -> None:
    planted = Counter(planted.code for planted in by_hand(part))
    assert planted[NEAR_MISS] >= 60
    assert all(planted[f"S10{n}"] >= 10 for n in range(1, 10)), planted
    assert all(planted[f"C30{n}"] >= 10 for n in range(1, 10)), planted
    assert all(planted[f"Y40{n}"] >= 10 for n in range(1, 7)), planted
    assert all(planted[code] >= 10 for code in ("T205", "T206", "T208")), planted
    assert all(planted[f"L60{n}"] >= 5 for n in range(1, 8)), planted


@pytest.mark.parametrize("part", PARTS)
def test_faults_are_told_of_reports_that_exist(part: Part) -> None:
    assert faults(part).keys() <= _reports(part).keys()


def test_a_text_that_does_not_stand_there_is_an_error_of_ours() -> None:
    planted = Planted(report="d01", code="C301", replace=[("没有这句话的地方", "x")])
    with pytest.raises(ValueError, match="没有这句话的地方"):
        with_error(_reports("dev")["d01"], planted)


def test_a_cell_that_does_not_stand_there_is_an_error_of_ours() -> None:
    planted = Planted(report="d01", code="T204", cells={"disputes.review.sum": "1"})
    with pytest.raises(ValueError, match=r"disputes\.review\.sum"):
        with_error(_reports("dev")["d01"], planted)


def test_all_cells_of_a_row_are_changed() -> None:
    """The second cell used to undo the first."""
    planted = Planted(
        report="d01",
        code="C306",
        cells={"disputes.review.upheld": "1", "disputes.review.total": "1"},
    )
    changed = with_error(_reports("dev")["d01"], planted)
    assert changed.gold.raw_tables()["disputes"]["review"] == {
        "upheld": "1",
        "corrected": "0",
        "other": "0",
        "pending": "0",
        "total": "1",
    }


def test_a_row_struck_out_and_a_row_added_are_printed_so() -> None:
    report = _reports("dev")["d01"]
    struck = Planted(report="d01", code="T206", without_rows={"disclosure": ["coercion"]})
    added = Planted(
        report="d01", code="T206", added_rows={"disclosure": {"licensing": ["行政确认", "5"]}}
    )
    for planted in (struck, added):
        assert "T206" in {f.rule.code for f in read_and_check(report, planted)}
    assert "T206" not in {f.rule.code for f in read_and_check(report)}


def test_sums_are_planted_by_program_in_every_report_with_tables() -> None:
    for report in load_reports("dev"):
        planted = list(by_program(report))
        codes = {error.code for error in planted}
        if report.gold.tables.applications is None or report.gold.allow_table_errors:
            continue
        assert codes >= _SUM_CODES - {"T204"}, report.gold.id
        for error in planted:
            assert with_error(report, error) != report


def test_a_finding_on_a_fault_that_the_report_has_is_no_false_alarm() -> None:
    fault = Fault(code="T205", words="规章", why="blank cells")
    tallies = Tallies()
    found = [_flagged("T205", place="表二·（一）规章"), _flagged("T205", place="表三·一")]
    checks._count_clean(_before(faults=[fault]), found, tallies)
    assert (tallies.clean, tallies.true_findings, tallies.counts["T205"].false) == (1, 1, 1)
    assert tallies.severities == {("T", "warning"): 1}


def test_a_fault_is_told_only_by_its_code_and_words() -> None:
    fault = Fault(code="S105", words="(三)", why="order")
    assert fault.is_told_by(_flagged("S105", evidence="(三)政府信息管理"))
    assert not fault.is_told_by(_flagged("S105", evidence="（二）依申请公开"))
    assert not fault.is_told_by(_flagged("L605", evidence="(三)政府信息管理"))


def test_what_follows_truthfully_is_neither_asked_for_nor_false() -> None:
    planted = Planted(report="d01", code="S101", also=["S106"])
    tallies = Tallies()
    checks._count_error(planted, _before(), [_flagged("S106", "x"), _flagged("S105")], tallies)
    assert (tallies.counts["S101"].planted, tallies.counts["S101"].found) == (1, 0)
    assert (tallies.counts["S106"].false, tallies.counts["S105"].false) == (0, 1)


def test_a_code_that_tells_the_same_error_finds_it() -> None:
    planted = Planted(report="d01", code="L605", instead=["S105"])
    tallies = Tallies()
    checks._count_error(planted, _before(), [_flagged("S105", "（4）问题")], tallies)
    assert (tallies.counts["L605"].found, tallies.counts["S105"].false) == (1, 0)


def test_what_was_said_before_the_change_finds_nothing() -> None:
    old = _flagged("C305", "六台终端")
    tallies = Tallies()
    checks._count_error(Planted(report="d01", code="C305"), _before([old]), [old], tallies)
    assert (tallies.counts["C305"].found, tallies.counts["C305"].false) == (0, 0)
    assert tallies.misses


def test_a_section_of_boilerplate_is_found_by_its_own_words_only() -> None:
    """B502 on another section is a false alarm."""
    new = "领导高度重视，各科室密切配合。工作再上新台阶。"
    planted = Planted(report="d01", code="B502", replace=[("旧话", new)])
    tallies = Tallies()
    elsewhere = _flagged("B502", "坚持以人民为中心的发展思想。")
    checks._count_error(planted, _before(), [elsewhere], tallies)
    assert (tallies.counts["B502"].found, tallies.counts["B502"].false) == (0, 1)
    told = _flagged("B502", "例如：领导高度重视，各科室密切配合。")
    checks._count_error(planted, _before(), [told], tallies)
    assert (tallies.counts["B502"].found, tallies.counts["B502"].false) == (1, 1)


def test_an_error_with_words_is_found_by_those_words_only() -> None:
    planted = Planted(report="d01", code="B506", words="兼职人员")
    tallies = Tallies()
    checks._count_error(planted, _before(), [_flagged("B506", "管护经费公开得少")], tallies)
    assert (tallies.counts["B506"].found, tallies.counts["B506"].false) == (0, 1)
    checks._count_error(planted, _before(), [_flagged("B506", "兼职人员换得勤")], tallies)
    assert tallies.counts["B506"].found == 1


def test_boilerplate_judged_in_a_report_is_asked_for() -> None:
    fault = Fault(code="B505", words="意识不强", why="vague")
    tallies = Tallies()
    checks._count_clean(_before(faults=[fault]), [], tallies)
    checks._count_clean(_before(faults=[fault]), [_flagged("B505", "一是意识不强")], tallies)
    assert (tallies.judged.planted, tallies.judged.found) == (2, 1)
    assert tallies.counts["B505"].false == 0


def test_boilerplate_in_words_planted_for_another_code_is_not_judged() -> None:
    planted = Planted(report="d01", code="C307", replace=[("旧话", "全年没有召开新闻发布会。")])
    tallies = Tallies()
    own = _flagged("B506", "一个问题没有措施：全年没有召开新闻发布会")
    checks._count_error(planted, _before(), [own, _flagged("B506", "兼职人员换得勤")], tallies)
    assert tallies.counts["B506"].false == 1
    near = Planted(report="d01", code=NEAR_MISS, replace=planted.replace)
    checks._count_near_miss(near, _before(), [own], tallies)
    assert tallies.counts["B506"].false == 2


def test_hints_of_boilerplate_are_neither_right_nor_wrong() -> None:
    hint = _flagged("B501", "套话")
    tallies = Tallies()
    checks._count_clean(_before(), [hint], tallies)
    checks._count_near_miss(Planted(report="d01", code=NEAR_MISS), _before(), [hint], tallies)
    checks._count_error(Planted(report="d01", code="C301"), _before(), [hint], tallies)
    assert (tallies.unjudged, tallies.near_findings, tallies.counts["B501"].false) == (1, 0, 0)


def test_faults_of_several_files_stand_together() -> None:
    codes = {fault.code for own in faults("dev").values() for fault in own}
    assert {"S107", "B505"} <= codes


def test_any_new_finding_on_a_near_miss_is_a_false_alarm() -> None:
    old, new = _flagged("Y401", "旧"), _flagged("Y404", "新")
    tallies = Tallies()
    planted = Planted(report="d01", code=NEAR_MISS)
    checks._count_near_miss(planted, _before([old]), [old, new], tallies)
    assert (tallies.near_misses, tallies.near_findings) == (1, 1)
    assert tallies.counts["Y404"].false == 1
    assert NEAR_MISS not in tallies.counts


def test_language_is_told_apart_on_clean_reports() -> None:
    tallies = Tallies(clean=20)
    tallies.severities.update({("C", "error"): 1, ("Y", "warning"): 2, ("L", "warning"): 4})
    first, judged, second, *_ = lines("dev", tallies)
    assert "STCY 1 E, 2 W (0.100 a report), 0 H; B 0 E, 0 W" in first
    assert first.endswith("L 0 E, 4 W (0.200 a report), 0 H")
    assert "judged in reports as they stand: 0, told: 0; B501" in judged
    assert second == "dev: near misses: 0, findings on them: 0"
