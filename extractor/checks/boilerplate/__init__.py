"""The boilerplate family: own words or somebody else's."""

from __future__ import annotations

from extractor.checks.boilerplate import b503_last_year, b507_same_problems
from extractor.checks.model import Rule

RULES: tuple[Rule, ...] = (b503_last_year.RULE, b507_same_problems.RULE)
