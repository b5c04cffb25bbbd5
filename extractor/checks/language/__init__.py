"""The language family: one file a code, listed here."""

from __future__ import annotations

from extractor.checks.language.l601_repeated import RULE as L601
from extractor.checks.language.l602_other_agency import RULE as L602
from extractor.checks.language.l603_personal_data import RULE as L603
from extractor.checks.language.l604_document_number import RULE as L604
from extractor.checks.language.l605_numbering_punctuation import RULE as L605
from extractor.checks.language.l606_misspelling import RULE as L606
from extractor.checks.language.l607_template import RULE as L607
from extractor.checks.model import Rule

RULES: tuple[Rule, ...] = (L601, L602, L603, L604, L605, L606, L607)
