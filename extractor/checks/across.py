"""Checks of a report beside others, last year's or the batch's: findings as flags of its record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from extractor.checks.as_record import flag_record
from extractor.checks.catalogue import RULES
from extractor.checks.model import Across, Among, Finding, Language, Rule
from extractor.checks.run import ORDER, Flagged, Owner, numbered
from extractor.report.record import Flag


def flags_across(
    across: Across,
    lang: Language = "zh",
    rules: Iterable[Rule] = RULES,
    today: date | None = None,
) -> list[Flag]:
    """The report's flags with those that last year's report adds, errors first."""
    return _with(across.record.flags, found_across(across, rules, today), lang)


def flags_among(
    among: Among,
    lang: Language = "zh",
    rules: Iterable[Rule] = RULES,
    today: date | None = None,
) -> list[Flag]:
    """The report's flags, those that depend on other reports said anew."""
    rules = list(rules)
    dependent = {rule.code for rule in rules if rule.among is not None}
    kept = [flag for flag in among.record.flags if flag.code not in dependent]
    return _with(kept, found_among(among, rules, today), lang)


def found_across(
    across: Across, rules: Iterable[Rule] = RULES, today: date | None = None
) -> Iterator[Flagged]:
    """Findings with code, severity and number."""
    on = (rule for rule in rules if rule.code not in across.settings.off)
    found = ((rule, rule.across(across)) for rule in on if rule.across is not None)
    return _numbered(across, found, today)


def found_among(
    among: Among, rules: Iterable[Rule] = RULES, today: date | None = None
) -> Iterator[Flagged]:
    on = (rule for rule in rules if rule.code not in among.settings.off)
    found = ((rule, rule.among(among)) for rule in on if rule.among is not None)
    return _numbered(among, found, today)


def _numbered(
    looked_at: Across | Among,
    found: Iterable[tuple[Rule, Iterable[Finding]]],
    today: date | None,
) -> Iterator[Flagged]:
    meta = looked_at.record.meta
    owner = Owner(meta.own_region, meta.agency, meta.year)
    placed = ((rule, one, one.at) for rule, findings in found for one in findings)
    return numbered(owner, placed, looked_at.settings, today)


def _with(flags: list[Flag], found: Iterable[Flagged], lang: Language) -> list[Flag]:
    added = [flag_record(one, lang) for one in found if one.exempted is None]
    return sorted([*flags, *added], key=lambda flag: ORDER[flag.severity]) if added else flags
