"""T207: what was carried in is not what last year carried out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.checks.model import Across, Finding, Rule, Said
from extractor.checks.tables.explained import CARRIED, explained
from extractor.report.record.base import Value

_TOTAL = 6
_PLACE = "表三·二·总计"


def check(across: Across) -> Iterator[Finding]:
    """Totals only: kinds of applicants are often sorted anew. What the report explains is none."""
    now, before = across.record.tables.applications, across.previous.tables.applications
    if now is None or before is None:
        return
    came, went = _total(now.rows.get("carried_in")), _total(before.rows.get("carried_out"))
    if came is None or went is None or came == went:
        return
    if explained(across.record, CARRIED, abs(came - went), went):
        return
    year = across.previous.meta.year
    yield Finding(
        message=Said(
            f"上年结转为 {came:g}，{year} 年度报告的结转下年度为 {went:g}（{came:g} ≠ {went:g}）。"
            "请核对；机构合并或上年更正过的请说明。",
            f"Carried in: {came:g}, but the report on {year} carried out {went:g}.",
        ),
        section="applications",
        place=_PLACE,
        evidence=f"上年结转政府信息公开申请数量 总计 {came:g}",
        expected=f"{went:g}",
        found=f"{came:g}",
        confidence=0.95,
        key=_PLACE,
    )


def _total(row: Sequence[Value] | None) -> float | None:
    return row[_TOTAL] if row and len(row) > _TOTAL else None


RULE = Rule(
    code="T207",
    name=Said("上年结转与上年报告不符", "Carried in differs from last year's carried out"),
    severity="warning",
    why=Said(
        "今年的“上年结转”就是去年的“结转下年度继续办理”，两份报告应当相同。",
        "What is carried in this year is what last year's report carried out.",
    ),
    bad="2023年度报告结转下年度3件，2024年度报告上年结转0件。",
    good="2023年度报告结转下年度3件，2024年度报告上年结转3件。",
    across=check,
)
