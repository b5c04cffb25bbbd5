"""Checks of a report beside others, last year's or the batch's: findings as flags of its record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from extractor.checks.as_record import flag_record
from extractor.checks.catalogue import RULES
from extractor.checks.model import Across, Among, Finding, Language, Rule
from extractor.checks.run import ORDER, Flagged, Owner, numbered
from extractor.checks.settings import Settings
from extractor.reading.document import Place
from extractor.report.record import Flag, Record


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
    settings = across.settings
    found = (
        (rule, finding, finding.at)
        for rule in rules
        if rule.across is not None and rule.code not in settings.off
        for finding in rule.across(across)
    )
    return _numbered(across.record, found, settings, today)


def found_among(
    among: Among, rules: Iterable[Rule] = RULES, today: date | None = None
) -> Iterator[Flagged]:
    settings = among.settings
    found = (
        (rule, finding, finding.at)
        for rule in rules
        if rule.among is not None and rule.code not in settings.off
        for finding in rule.among(among)
    )
    return _numbered(among.record, found, settings, today)


def _numbered(
    record: Record,
    found: Iterable[tuple[Rule, Finding, Place | None]],
    settings: Settings,
    today: date | None,
) -> Iterator[Flagged]:
    meta = record.meta
    return numbered(Owner(meta.own_region, meta.agency, meta.year), found, settings, today)


def _with(flags: list[Flag], found: Iterable[Flagged], lang: Language) -> list[Flag]:
    added = [flag_record(one, lang) for one in found if one.exempted is None]
    return sorted([*flags, *added], key=lambda flag: ORDER[flag.severity]) if added else flags
