"""B503: the report repeats last year's."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.boilerplate.repeated import place_of, repeated
from extractor.checks.model import Across, Finding, Rule, Said

# So short a report has hardly any words of its own to repeat.
_LEAST = 200


def check(across: Across) -> Iterator[Finding]:
    found = repeated(across.record, across.previous)
    limit = across.settings.thresholds.repeated_share
    if found.length < _LEAST or found.share < limit or not found.passages:
        return
    year = across.previous.meta.year
    first = found.passages[0][0]
    samples = " / ".join(f"“{words}”" for _, words in found.passages)
    share = f"{found.share:.0%}"
    yield Finding(
        message=Said(
            f"正文有{share}与{year}年度报告相同（按字数，年份不计；法定表述、表格除外），例如：{samples}",
            f"{share} of the narrative stood in the report on {year} already (by length), such as: "
            f"{samples}",
        ),
        section=first.section,
        evidence=first.text,
        expected=f"< {limit:.0%}",
        found=share,
        confidence=0.9,
        at=place_of(first),
        key="B503",
    )


RULE = Rule(
    code="B503",
    name=Said("与上年报告雷同", "Repeats last year's report"),
    severity="warning",
    why=Said(
        "通报和评分表点名批评年报内容雷同；照抄上年，本年做了什么就没有说。",
        "Notices name reports that copy last year's: what was done this year is then not told.",
    ),
    bad="除了年份和几个数字，总体情况、存在问题和改进措施都与上年一字不差。",
    good="沿用上年的结构，写本年的事；法定表述和没有发生的事项可以相同。",
    across=check,
)
