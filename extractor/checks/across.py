"""Checks of a report beside last year's: findings as flags of its record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from extractor.checks.as_record import flag_record
from extractor.checks.catalogue import RULES
from extractor.checks.model import Across, Language, Rule
from extractor.checks.run import ORDER, Flagged, Owner, numbered
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
    found = (
        (rule, finding, finding.at)
        for rule in rules
        if rule.across is not None and rule.code not in settings.off
        for finding in rule.across(across)
    )
    return numbered(Owner(meta.region, meta.agency, meta.year), found, settings, today)
