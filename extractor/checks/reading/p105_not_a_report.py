"""P105: not an annual report."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said

_TELLING = 200


def check(case: Case) -> Iterator[Finding]:
    if not case.annual_report:
        yield Finding(
            message=Said(
                "没有政府信息公开年度报告的标题、六个部分或法定表格：请检查是否放错文件。",
                "Neither title nor sections nor tables of an annual report: a wrong file?",
            ),
            # Such files mostly have neither agency nor year: without their words, all of them would
            # share one number, and one verdict.
            key=case.report.flow.text[:_TELLING],
        )


RULE = Rule(
    code="P105",
    name=Said("不是年度报告", "Not an annual report"),
    severity="hint",
    why=Said(
        "附件、通知等混在文件夹里，不参加评分。",
        "Attachments and notices among the reports are not scored.",
    ),
    bad="政府信息公开指南。",
    good="政府信息公开工作年度报告。",
    check=check,
)
