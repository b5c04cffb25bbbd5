"""The tables family: one file a code, listed here."""

from __future__ import annotations

from extractor.checks.model import Rule
from extractor.checks.tables import (
    t201_flow,
    t202_row_total,
    t203_outcomes_total,
    t204_dispute_total,
    t205_not_a_number,
    t206_rows,
    t207_carried_over,
    t208_implausible,
    t209_stock,
)

RULES: tuple[Rule, ...] = (
    t201_flow.RULE,
    t202_row_total.RULE,
    t203_outcomes_total.RULE,
    t204_dispute_total.RULE,
    t205_not_a_number.RULE,
    t206_rows.RULE,
    t207_carried_over.RULE,
    t208_implausible.RULE,
    t209_stock.RULE,
)
