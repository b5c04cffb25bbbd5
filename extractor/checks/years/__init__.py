"""The years family: one file a code, listed here."""

from __future__ import annotations

from extractor.checks.model import Rule
from extractor.checks.years import (
    y401_other_year,
    y402_period,
    y403_signed,
    y404_past_plan,
    y405_older_basis,
    y406_title_year,
)

RULES: tuple[Rule, ...] = (
    y401_other_year.RULE,
    y402_period.RULE,
    y403_signed.RULE,
    y404_past_plan.RULE,
    y405_older_basis.RULE,
    y406_title_year.RULE,
)
