"""S107: no signature or no date at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.report.dividing.signature import find_signature
from extractor.report.flow import TABLE, Stretch

# Lines at the end among which an unusual signature may stand.
_LAST_LINES = 8
_LONGEST = 40
_DATE = re.compile(
    r"(?:20\d\d|二[〇○◯零OＯo0]\S\S)\s*[年.\-/]\s*(?:\d|[一二三四五六七八九十元正])|"
    r"[\d一二三四五六七八九十]\s*月\s*[\d一二三四五六七八九十]+\s*[日号]|(?<!\d)20\d{6}(?!\d)|(?<!\d)20\d{4}日"
)
_AGENCY = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:局|委员?会?|办公?室?|厅|府|处|中心|站|所|队|院|校|镇|乡|街道|政府|社|部|署|公司|集团|馆|支队|总队)"
    r"(?:[（(].{1,6}[）)])?$"
)


def check(case: Case) -> Iterator[Finding]:
    named, dated = _signed(case)
    if named and dated:
        return
    lacking = "、".join(w for w, there in (("署名机关", named), ("成文日期", dated)) if not there)
    english = " and ".join(w for w, there in (("agency", named), ("date", dated)) if not there)
    last = _last_line(case)
    printed = case.report.flow.printed(last.start, last.end).strip() if last else ""
    yield Finding(
        message=Said(
            f"报告末尾没有{lacking}，请补上落款。",
            f"The report's end lacks its {english}.",
        ),
        place="落款",
        evidence=printed,
        expected="报告机关名称和成文日期",
        found=f"没有{lacking}",
        confidence=0.85,
        start=last.start if last else None,
        end=last.end if last else None,
        key="signature",
    )


def _signed(case: Case) -> tuple[bool, bool]:
    """Whether the end names the agency, and whether it gives a date."""
    report = case.report
    sections = report.outline.sections
    behind = sections[-1].start if sections else report.outline.title_end
    signature = find_signature(report.flow, report.analysis, behind)
    if _dated_in_front(case):
        return True, True
    named = signature is not None and signature.agency is not None
    dated = signature is not None and bool(_DATE.search(case.text, signature.start, signature.end))
    ends = [line for line in _lines(case) if line.start >= behind][-_LAST_LINES:]
    short = [t for line in ends if len(t := case.text[line.start : line.end].strip()) <= _LONGEST]
    return (
        named or any(_is_agency(case, text) for text in short),
        dated or any(_DATE.search(text) and "。" not in text[:-1] for text in short),
    )


def _dated_in_front(case: Case) -> bool:
    """A date in a line of its own below the title that names the agency: so governments sign."""
    issued = case.report.identity.issued
    sections = case.report.outline.sections
    return issued is not None and bool(sections) and issued.end <= sections[0].start


def _is_agency(case: Case, text: str) -> bool:
    agency = case.report.identity.agency
    words = re.sub(r"\s", "", text).rstrip("。")
    if agency is not None and (words == agency.value or agency.value.endswith(words)):
        return len(words) > 2
    return bool(_AGENCY.fullmatch(words)) and not re.search("[，。；：是的了]", words)


def _lines(case: Case) -> list[Stretch]:
    return [
        line
        for line in case.report.flow.stretches
        if case.text[line.start : line.end].strip(f" {TABLE}")
    ]


def _last_line(case: Case) -> Stretch | None:
    lines = _lines(case)
    return lines[-1] if lines else None


RULE = Rule(
    code="S107",
    name=Said("缺少落款", "No signature or no date"),
    severity="hint",
    why=Said(
        "公开发布的报告应有署名机关和成文日期，否则无法判断由谁、何时发布。",
        "Without agency and date nobody can tell who published the report, and when.",
    ),
    bad="第六部分写完就结束，没有机关名称和日期。",
    good="临溪县水务局　2024年1月16日。",
    check=check,
)
