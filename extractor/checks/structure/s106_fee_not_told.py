"""S106: section six does not say anything about 信息处理费."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.structure.fee import tells_of_fee
from extractor.checks.structure.parts import heading_place, prose, stands_inside
from extractor.reading.document import Picture

# The rules for the fee are in force since 2021; the form of FY2021 asks for it in section six.
_FIRST_YEAR = 2021
_MOST_SHOWN = 80


def check(case: Case) -> Iterator[Finding]:
    section = case.report.outline.section("other")
    if section is None or case.year is None or case.year < _FIRST_YEAR or _told(case):
        return
    if stands_inside(case, section, Picture):
        return
    shown = case.report.flow.printed(section.start, section.end)
    place = heading_place(section, "other")
    heading = section.heading
    yield Finding(
        message=Said(
            "第六部分没有写信息处理费：收取情况要报告，没有收取的也要写明。",
            "Section six does not tell of 信息处理费: it is reported, also where none was charged.",
        ),
        section="other",
        place=place,
        evidence=shown if 0 < len(shown) <= _MOST_SHOWN else place,
        expected="写明发出收费通知的件数、金额和实收金额，或“未收取信息处理费”",
        found="没有提到",
        confidence=0.9,
        start=heading.start if heading else section.start,
        end=heading.end if heading else section.end,
        key="fee",
    )


def _told(case: Case) -> bool:
    """Told anywhere in the report, counts."""
    if case.report.facts.fee.stated:
        return True
    for section in case.report.outline.sections:
        heading = section.heading.text if section.heading else ""
        six = "other" in (section.key, *section.also)
        if tells_of_fee(f"{heading}\n{prose(case, section)}", in_six=six):
            return True
    return tells_of_fee(case.text, in_six=False)


RULE = Rule(
    code="S106",
    name=Said("未报告信息处理费", "Nothing said about the information fee"),
    severity="warning",
    why=Said(
        "格式要求在第六部分报告依照国办函〔2020〕109号收取信息处理费的情况，没有收取的通常也写明。",
        "The form asks for the fee in section six; by national practice also when it is zero.",
    ),
    bad="六、其他需要报告的事项：暂无。",
    good="本年度未发出收费通知，未收取信息处理费。",
    check=check,
)
