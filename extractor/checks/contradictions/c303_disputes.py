"""C303: reviews or suits about 政府信息公开 told otherwise than table four."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.contradictions.disagreements import finding
from extractor.checks.contradictions.dispute_disagreements import dispute_disagreements
from extractor.checks.model import Case, Finding, Rule, Said


def check(case: Case) -> Iterator[Finding]:
    for group in dispute_disagreements(case):
        yield finding(case, group)


RULE = Rule(
    code="C303",
    name=Said("复议诉讼数与表四不符", "Reviews and suits: the text differs from table 4"),
    severity="error",
    why=Said(
        "因政府信息公开引起的行政复议、行政诉讼，正文的件数和结果与表四必须一致；行政诉讼是未经复议直接起诉"
        "与复议后起诉之和。机关办理的其他复议、诉讼案件不在此列。",
        "Reviews and suits about disclosure are the same in text and table 4; suits are both ways "
        "together. Other cases that an agency handles are not meant.",
    ),
    bad="正文：因政府信息公开被申请行政复议2件，均维持。表四：行政复议结果维持1、总计1。",
    good="正文：司法局全年办理行政复议案件132件；表四：行政复议总计0。",
    check=check,
)
