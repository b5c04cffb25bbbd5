"""C302: decisions, fees or documents told otherwise than table two."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.contradictions.decision_disagreements import decision_disagreements
from extractor.checks.contradictions.disagreements import finding
from extractor.checks.model import Case, Finding, Rule, Said


def check(case: Case) -> Iterator[Finding]:
    for group in decision_disagreements(case):
        yield finding(case, group)


RULE = Rule(
    code="C302",
    name=Said("处理决定、文件、收费与表二不符", "Decisions, documents, fees: not those of table 2"),
    severity="error",
    why=Said(
        "作出的行政许可、处罚、强制决定，制发、废止和现行有效的规章、规范性文件，行政事业性收费金额，"
        "正文与表二必须一致。公开了多少条许可、处罚信息不在此列。",
        "Decisions made, documents issued, repealed and in force, and fees are the same in text "
        "and table 2. How many decisions were published is another matter.",
    ),
    bad="正文：全年作出行政许可决定38件。表二：行政许可处理决定数量83。",
    good="正文：公开行政许可信息20条。表二：行政许可处理决定数量38。",
    check=check,
)
