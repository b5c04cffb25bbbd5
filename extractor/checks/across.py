"""Checks of a report beside last year's: findings as flags of its record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from extractor.checks.as_record import flag_record
from extractor.checks.catalogue import RULES
from extractor.checks.model import Across, Language, Rule
from extractor.checks.run import ORDER, Flagged, number, plain
from extractor.report.record import Flag


def flags_across(
    across: Across,
    lang: Language = "zh",
    rules: Iterable[Rule] = RULES,
    today: date | None = None,
) -> list[Flag]:
    """The report's flags with those that last year's report adds, errors first."""
    added = [
        flag_record(found, lang)
        for found in found_across(across, rules, today)
        if found.exempted is None
    ]
    both = [*across.record.flags, *added]
    return sorted(both, key=lambda flag: ORDER[flag.severity]) if added else both


def found_across(
    across: Across, rules: Iterable[Rule] = RULES, today: date | None = None
) -> Iterator[Flagged]:
    """Findings with code, severity and number."""
    meta, settings = across.record.meta, across.settings
    today = today or date.today()
    seen: dict[str, int] = {}
    for rule in rules:
        if rule.across is None or rule.code in settings.off:
            continue
        for finding in rule.across(across):
            if finding.confidence < settings.thresholds.min_confidence:
                continue
            words = finding.key or f"{finding.place or ''}|{finding.evidence}"
            told = (meta.region or "", meta.agency or "", str(meta.year), rule.code, plain(words))
            stem = "|".join(told)
            seen[stem] = seen.get(stem, 0) + 1
            severity = settings.severity.get(rule.code) or finding.severity or rule.severity
            exempted = settings.exempt(meta.agency, rule.code, today)
            name = number(f"{stem}|{seen[stem]}")
            yield Flagged(name, rule, severity, finding, finding.at, exempted)
