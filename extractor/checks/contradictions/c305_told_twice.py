"""C305: one quantity of one scope and period, told with two values."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.contradictions.disagreements import shown
from extractor.checks.contradictions.figures_told import section_at
from extractor.checks.contradictions.told_twice import Twice, told_twice
from extractor.checks.contradictions.words_told import clause_around, heading_at, quoted
from extractor.checks.model import Case, Finding, Rule, Said


def check(case: Case) -> Iterator[Finding]:
    for one in told_twice(case):
        yield _finding(case, one)


def _finding(case: Case, one: Twice) -> Finding:
    first = clause_around(case, one.first.start, one.first.end)
    second = clause_around(case, one.second.start, one.second.end)
    said, again = f"{shown(one.first.value)}", f"{shown(one.second.value)}"
    above = heading_at(case, one.first.start)
    where = f"“{above}”中" if above else "前文"
    return Finding(
        message=Said(
            f"{one.name.zh}前后不一：{where}为{said}，此处为{again}（{said} ≠ {again}）。"
            "请核对；口径不同的请写明。",
            f"Two values for {one.name.en}: {said} ≠ {again}. Check them, or say how they differ.",
        ),
        section=section_at(case, one.second.start),
        place=heading_at(case, one.second.start),
        evidence=quoted(case, first, second),
        expected=said,
        found=again,
        confidence=one.confidence,
        start=second[0],
        end=second[1],
        key=one.name.zh,
    )


RULE = Rule(
    code="C305",
    name=Said("同一数据前后不一", "One quantity, two values"),
    severity="error",
    why=Said(
        "同一机关、同一口径、同一时段的数据在报告里只能有一个值。上年的数、截至某月的数、部分单位或单个渠道的"
        "数、约数与准确数不在此列；表格已有的数据由C301至C303核对。",
        "One quantity of one scope and period has one value. Last year's figures, figures up to a "
        "month, of a part or of one channel, and rough beside exact ones are not meant; what the "
        "tables tell is compared by C301 to C303.",
    ),
    bad="总体情况：全年主动公开政府信息126条。……（一）主动公开：全年主动公开政府信息162条。",
    good="总体情况：截至11月底主动公开政府信息110条。……（一）主动公开：全年主动公开政府信息126条。",
    check=check,
)
