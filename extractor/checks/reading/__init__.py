"""The reading family: what of a file could not be read. P101, P102, P106 stop a file."""

from __future__ import annotations

from extractor.checks.model import Rule
from extractor.checks.reading import (
    p101_unreadable,
    p102_encrypted,
    p103_scanned,
    p104_table_not_read,
    p105_not_a_report,
    p106_unsupported,
    p107_copy,
)

RULES: tuple[Rule, ...] = (
    p101_unreadable.RULE,
    p102_encrypted.RULE,
    p103_scanned.RULE,
    p104_table_not_read.RULE,
    p105_not_a_report.RULE,
    p106_unsupported.RULE,
    p107_copy.RULE,
)
