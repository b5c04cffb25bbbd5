"""T202: a row's 总计 in table three is not the sum of its six columns."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.tables.sum_findings import sum_findings


def check(case: Case) -> Iterator[Finding]:
    yield from sum_findings(case, "T202")


RULE = Rule(
    code="T202",
    name=Said("表三行合计不符", "Table 3: a row does not add up"),
    severity="error",
    why=Said(
        "每一行的总计等于自然人和五类法人或其他组织六列之和。",
        "Every row's 总计 is the sum of its six kinds of applicants.",
    ),
    bad="（一）予以公开：自然人 4，商业企业 1，其余为 0，总计 6。",
    good="（一）予以公开：自然人 4，商业企业 1，其余为 0，总计 5。",
    check=check,
)
