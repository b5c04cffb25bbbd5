"""The structure family: one file a code, listed here."""

from __future__ import annotations

from extractor.checks.model import Rule
from extractor.checks.structure import (
    s101_section_missing,
    s102_aspects_missing,
    s103_told_twice,
    s104_obsolete_form,
    s105_numbers_broken,
    s106_fee_not_told,
    s107_not_signed,
    s108_empty_section,
    s109_table_missing,
)

RULES: tuple[Rule, ...] = (
    s101_section_missing.RULE,
    s102_aspects_missing.RULE,
    s103_told_twice.RULE,
    s104_obsolete_form.RULE,
    s105_numbers_broken.RULE,
    s106_fee_not_told.RULE,
    s107_not_signed.RULE,
    s108_empty_section.RULE,
    s109_table_missing.RULE,
)
