"""The contradictions family: one file a code, listed here."""

from __future__ import annotations

from extractor.checks.contradictions import (
    c301_applications,
    c302_decisions,
    c303_disputes,
    c304_breakdown,
    c305_told_twice,
    c306_disputes_without_applications,
    c307_exclude,
    c308_percentage,
    c309_fees,
)
from extractor.checks.model import Rule

RULES: tuple[Rule, ...] = (
    c301_applications.RULE,
    c302_decisions.RULE,
    c303_disputes.RULE,
    c304_breakdown.RULE,
    c305_told_twice.RULE,
    c306_disputes_without_applications.RULE,
    c307_exclude.RULE,
    c308_percentage.RULE,
    c309_fees.RULE,
)
