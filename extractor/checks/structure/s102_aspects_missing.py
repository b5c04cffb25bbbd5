"""S102: aspects of 总体情况 that are not reported; one flag lists all."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.structure.aspects import (
    NAMES,
    headings_decide,
    missing_aspects,
    sub_headings,
)
from extractor.checks.structure.parts import heading_place
from extractor.report.outline import ASPECTS

# Sub-headings are sure to be read; what a text without them is about less so.
_SURE, _LIKELY = 0.95, 0.75


def check(case: Case) -> Iterator[Finding]:
    missing = missing_aspects(case)
    overview = case.report.outline.section("overview")
    if not missing or overview is None:
        return
    headings = sub_headings(case, overview)
    decide = headings_decide(case, overview)
    names = "、".join(NAMES[key] for key in missing)
    how = "小标题中没有" if decide else "文字没有写到"
    named = "；".join(" ".join(text.split()) for _, _, text in headings) if decide else ""
    told = named or "、".join(NAMES[key] for key in ASPECTS if key not in missing) or "都没有写到"
    yield Finding(
        message=Said(
            f"总体情况缺少{len(missing)}个方面：{names}（{how}）。没有的也要写明情况。",
            f"The overview does not report {len(missing)} of its five aspects: {names}.",
        ),
        section="overview",
        place=heading_place(overview, "overview"),
        evidence="；".join(case.report.flow.printed(start, end) for start, end, _ in headings),
        expected="、".join(NAMES.values()),
        found=told,
        confidence=_SURE if decide else _LIKELY,
        start=overview.heading.start if overview.heading else overview.start,
        end=overview.heading.end if overview.heading else overview.start + 1,
        key="、".join(missing),
    )


RULE = Rule(
    code="S102",
    name=Said("总体情况缺少方面", "Aspects not reported"),
    severity="warning",
    why=Said(
        "格式要求总体情况写明主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。",
        "The form asks the overview for five aspects; a missing one is a missing element.",
    ),
    bad="小标题只有（一）主动公开（二）依申请公开（三）回应社会关切（四）强化组织领导。",
    good="五个方面各写一段，没有收到申请的写“未收到”。",
    check=check,
)
