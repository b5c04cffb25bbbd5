"""Findings in the record's shape."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.checks.model import Language
from extractor.checks.run import Flagged
from extractor.report.as_record import position
from extractor.report.record import Flag

_CONFIDENCE_DIGITS = 3


def flag_records(flagged: Iterable[Flagged], lang: Language = "zh") -> list[Flag]:
    """What an exception of the settings covers is not told."""
    return [flag_record(found, lang) for found in flagged if found.exempted is None]


def flag_record(found: Flagged, lang: Language) -> Flag:
    finding, rule = found.finding, found.rule
    where = position(found.at)
    return Flag(
        id=found.id,
        code=rule.code,
        name=rule.name.told(lang),
        severity=found.severity,
        section=finding.section,
        place=finding.place,
        message=finding.message.told(lang),
        evidence=finding.evidence,
        expected=finding.expected,
        found=finding.found,
        confidence=round(finding.confidence, _CONFIDENCE_DIGITS),
        page=where.page if where else None,
        box=where.box if where else None,
    )
