"""The catalogue: every code that can fire, in the order in which it is told. No scanning."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

from extractor.checks.boilerplate import RULES as BOILERPLATE
from extractor.checks.boilerplate import decided
from extractor.checks.contradictions import RULES as CONTRADICTIONS
from extractor.checks.language import RULES as LANGUAGE
from extractor.checks.model import Rule
from extractor.checks.reading import RULES as READING
from extractor.checks.structure import RULES as STRUCTURE
from extractor.checks.tables import RULES as TABLES
from extractor.checks.years import RULES as YEARS
from extractor.language import again, meant

RULES: tuple[Rule, ...] = (
    *READING,
    *STRUCTURE,
    *TABLES,
    *CONTRADICTIONS,
    *YEARS,
    *BOILERPLATE,
    *LANGUAGE,
)
CODES: frozenset[str] = frozenset(rule.code for rule in RULES)


def rule(code: str) -> Rule:
    return next(found for found in RULES if found.code == code)


@cache
def catalogue_digest() -> str:
    """Names this catalogue in a record: codes, severities and words as they are now, and the models
    that checks decide by."""
    told = [(r.code, r.name.zh, r.severity, r.why.zh) for r in RULES]
    models = [one["hash"] for one in model_manifests()]
    return hashlib.sha256(repr((told, models)).encode()).hexdigest()[:12]


def model_manifests() -> list[dict[str, Any]]:
    """Of the models beside the sentence classifier; a damaged one raises ModelError."""
    return [meant.manifest(), again.manifest(), decided.manifest()]
