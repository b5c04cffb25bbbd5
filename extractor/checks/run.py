"""All checks on one report: findings in a fixed order, each with its code, severity and number."""

from __future__ import annotations

import hashlib
import unicodedata
from base64 import b32encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from extractor.checks.catalogue import RULES
from extractor.checks.model import Case, Finding, Rule, Severity
from extractor.checks.settings import Exempted
from extractor.reading.document import Place

ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "hint": 2}
_ID_CHARACTERS = 10


@dataclass(frozen=True, slots=True)
class Flagged:
    """A finding as the record tells it."""

    id: str
    rule: Rule
    severity: Severity
    finding: Finding
    at: Place | None
    exempted: Exempted | None = None


def run_checks(
    case: Case, rules: Iterable[Rule] = RULES, today: date | None = None
) -> list[Flagged]:
    """Every rule's findings, errors first, each in the order of the report."""
    flagged = list(_numbered(case, _found(case, rules), today or date.today()))
    return sorted(
        flagged, key=lambda f: (ORDER[f.severity], f.rule.code, f.finding.start or 0, f.id)
    )


def _found(case: Case, rules: Iterable[Rule]) -> Iterator[tuple[Rule, Finding]]:
    for rule in rules:
        silent = (
            rule.code in case.settings.off
            or (case.scanned and rule.family in "ST")
            or (not case.annual_report and rule.family != "P")
        )
        if rule.check is not None and not silent:
            for finding in rule.check(case):
                if finding.confidence >= case.settings.thresholds.min_confidence:
                    yield rule, finding


def _numbered(case: Case, found: Iterable[tuple[Rule, Finding]], today: date) -> Iterator[Flagged]:
    identity = case.report.identity
    agency = identity.agency.value if identity.agency else ""
    seen: dict[str, int] = {}
    for rule, finding in found:
        words = finding.key or f"{finding.place or ''}|{finding.evidence}"
        stem = "|".join(
            (identity.region or "", agency, str(identity.year), rule.code, plain(words))
        )
        seen[stem] = seen.get(stem, 0) + 1
        severity = case.settings.severity.get(rule.code) or finding.severity or rule.severity
        exempted = case.settings.exempt(agency, rule.code, today)
        yield Flagged(
            number(f"{stem}|{seen[stem]}"),
            rule,
            severity,
            finding,
            _place(case, finding),
            exempted,
        )


def plain(words: str) -> str:
    """Words without blanks, width and case: what a re-conversion of the same report keeps."""
    return "".join(unicodedata.normalize("NFKC", words).split()).lower()


def number(stem: str) -> str:
    """Letters first, so that no spreadsheet takes it for a number or a date."""
    return (
        "F-" + b32encode(hashlib.sha256(stem.encode()).digest()).decode().lower()[:_ID_CHARACTERS]
    )


def _place(case: Case, finding: Finding) -> Place | None:
    if finding.at is not None or finding.start is None:
        return finding.at
    places = case.report.flow.places(finding.start, finding.end or finding.start + 1)
    return places[0] if places else None
