"""The contradictions family: one file a code, listed here."""

from __future__ import annotations

from extractor.checks.contradictions import (
    c301_applications,
    c302_decisions,
    c303_disputes,
    c306_disputes_without_applications,
    c309_fees,
)
from extractor.checks.model import Rule

RULES: tuple[Rule, ...] = (
    c301_applications.RULE,
    c302_decisions.RULE,
    c303_disputes.RULE,
    c306_disputes_without_applications.RULE,
    c309_fees.RULE,
)
