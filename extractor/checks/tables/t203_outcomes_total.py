"""T203: （七）总计 in table three is not the sum of the outcomes above it."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.tables.sum_findings import sum_findings


def check(case: Case) -> Iterator[Finding]:
    yield from sum_findings(case, "T203")


RULE = Rule(
    code="T203",
    name=Said("表三（七）总计不符", "Table 3: the outcomes do not add up to their total"),
    severity="error",
    why=Said(
        "（七）总计等于（一）至（六）各项办理结果之和，每一列都如此。",
        "In every column （七） is the sum of the outcomes （一） to （六）.",
    ),
    bad="自然人列：予以公开 3，部分公开 1，无法提供 1，（七）总计 4。",
    good="自然人列：予以公开 3，部分公开 1，无法提供 1，（七）总计 5。",
    check=check,
)
