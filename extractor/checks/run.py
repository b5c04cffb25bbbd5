"""All checks on one report: findings in a fixed order, each with its code, severity and number."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from extractor.checks.catalogue import RULES
from extractor.checks.model import Case, Finding, Rule, Severity
from extractor.checks.settings import Exempted, Settings
from extractor.reading.document import Place
from extractor.report.stable_number import stable_number

ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "hint": 2}


@dataclass(frozen=True, slots=True)
class Flagged:
    """A finding as the record tells it."""

    id: str
    rule: Rule
    severity: Severity
    finding: Finding
    at: Place | None
    exempted: Exempted | None = None


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose report it is: what tells equal findings of different reports apart."""

    region: str | None
    agency: str | None
    year: int | None


def run_checks(
    case: Case, rules: Iterable[Rule] = RULES, today: date | None = None
) -> list[Flagged]:
    """Every rule's findings, errors first, each in the order of the report."""
    identity = case.report.identity
    owner = Owner(
        identity.region, identity.agency.value if identity.agency else None, identity.year
    )
    placed = ((rule, found, _place(case, found)) for rule, found in _found(case, rules))
    flagged = list(numbered(owner, placed, case.settings, today))
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
                yield rule, finding


def numbered(
    owner: Owner,
    found: Iterable[tuple[Rule, Finding, Place | None]],
    settings: Settings,
    today: date | None = None,
) -> Iterator[Flagged]:
    """Findings sure enough to be told, each with its stable number and the severity in force."""
    seen: dict[str, int] = {}
    for rule, finding, at in found:
        if finding.confidence < settings.thresholds.min_confidence:
            continue
        words = finding.key or f"{finding.place or ''}|{finding.evidence}"
        told = (owner.region or "", owner.agency or "", str(owner.year), rule.code, plain(words))
        stem = "|".join(told)
        seen[stem] = seen.get(stem, 0) + 1
        severity = settings.severity.get(rule.code) or finding.severity or rule.severity
        exempted = settings.exempt(owner.agency, rule.code, today or date.today())
        yield Flagged(number(f"{stem}|{seen[stem]}"), rule, severity, finding, at, exempted)


def plain(words: str) -> str:
    """Words without blanks, width and case: what a re-conversion of the same report keeps."""
    return "".join(unicodedata.normalize("NFKC", words).split()).lower()


def number(stem: str) -> str:
    return stable_number("F", stem)


def _place(case: Case, finding: Finding) -> Place | None:
    if finding.at is not None or finding.start is None:
        return finding.at
    places = case.report.flow.places(finding.start, finding.end or finding.start + 1)
    return places[0] if places else None
