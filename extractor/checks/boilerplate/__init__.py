"""The boilerplate family: own words or somebody else's."""

from __future__ import annotations

from extractor.checks.boilerplate import (
    b501_boilerplate,
    b502_mostly,
    b503_last_year,
    b504_other_agency,
    b505_vague_problems,
    b506_unanswered,
    b507_same_problems,
)
from extractor.checks.model import Rule

RULES: tuple[Rule, ...] = (
    b501_boilerplate.RULE,
    b502_mostly.RULE,
    b503_last_year.RULE,
    b504_other_agency.RULE,
    b505_vague_problems.RULE,
    b506_unanswered.RULE,
    b507_same_problems.RULE,
)
