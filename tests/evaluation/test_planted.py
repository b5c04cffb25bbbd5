"""Planted errors fit their reports, and what is counted of them is counted right."""

from __future__ import annotations

import pytest

from evaluation.checks import by_hand, by_program, with_error
from evaluation.gold import PARTS, Part, load_reports

_SUM_CODES = {"T201", "T202", "T203", "T204"}


@pytest.mark.parametrize("part", PARTS)
def test_every_planted_error_can_be_put_in(part: Part) -> None:
    reports = {report.gold.id: report for report in load_reports(part)}
    for planted in by_hand(part):
        changed = with_error(reports[planted.report], planted)
        assert changed != reports[planted.report], planted


def test_a_text_that_does_not_stand_there_is_an_error_of_ours() -> None:
    report = load_reports("dev")[0]
    planted = by_hand("dev")[0].model_copy(update={"replace": [("没有这句话的地方", "x")]})
    with pytest.raises(ValueError, match="没有这句话的地方"):
        with_error(report, planted)


def test_sums_are_planted_by_program_in_every_report_with_tables() -> None:
    for report in load_reports("dev"):
        planted = list(by_program(report))
        codes = {error.code for error in planted}
        if report.gold.tables.applications is None or report.gold.allow_table_errors:
            continue
        assert codes >= _SUM_CODES - {"T204"}, report.gold.id
        for error in planted:
            assert with_error(report, error) != report
