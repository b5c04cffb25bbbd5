"""C301: applications told otherwise than table three."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.contradictions.applicants import (
    applicant_disagreements,
    column_disagreements,
)
from extractor.checks.contradictions.application_disagreements import application_disagreements
from extractor.checks.contradictions.disagreements import finding
from extractor.checks.model import Case, Finding, Rule, Said


def check(case: Case) -> Iterator[Finding]:
    for group in application_disagreements(case):
        yield finding(case, group)
    by_kind = list(applicant_disagreements(case)) or list(column_disagreements(case))
    for group in by_kind:
        yield finding(case, group)


RULE = Rule(
    code="C301",
    name=Said("申请数与表三不符", "Applications: the text differs from table 3"),
    severity="error",
    why=Said(
        "同一机关同一年度的依申请公开数据，正文与表三必须一致：收到、结转、办结和各类办理结果逐项核对；"
        "正文“收到”可以指本年新收，也可以连上年结转一起算。",
        "Text and table 3 tell the same year of the same agency; received may be the new ones, or "
        "with those carried in.",
    ),
    bad="正文：全年收到政府信息公开申请13件。表三：本年新收总计15，上年结转0。",
    good="正文：全年收到政府信息公开申请16件（含上年结转1件）。表三：本年新收总计15，上年结转1。",
    check=check,
)
