"""T209: the stock in force does not continue last year's."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Across, Finding, Rule, Said
from extractor.checks.tables.explained import DOCUMENTS, explained
from extractor.report.record.base import Value

_ROWS = {"regulations": "规章", "normative_documents": "行政规范性文件"}
_NEW_FORM = "2021"


def check(across: Across) -> Iterator[Finding]:
    """In force = then + issued − repealed; soft, since clearing and expiry break it."""
    now, before = across.record.tables.disclosure, across.previous.tables.disclosure
    if now is None or before is None or now.form != before.form or now.form != _NEW_FORM:
        return
    for row, name in _ROWS.items():
        told = _figures(now.rows.get(row), before.rows.get(row))
        if told is None:
            continue
        issued, repealed, in_force, earlier = told
        expected = earlier + issued - repealed
        if in_force == expected:
            continue
        # Short of none: those too many may be what the report tells of.
        gaps = {abs(in_force - expected), max(-expected, 0)} - {0}
        if explained(across.record, DOCUMENTS, *gaps, known=(issued, repealed)):
            continue
        formula = f"{earlier:g} + {issued:g} − {repealed:g} = {_signed(expected)} ≠ {in_force:g}"
        yield Finding(
            message=_message(name, formula, expected),
            section="disclosure",
            place=f"表二·（一）{name}·现行有效件数",
            evidence=f"{name} 现行有效 {in_force:g}",
            # Less than none cannot be in force: no figure would be right.
            expected=f"{expected:g}" if expected >= 0 else None,
            found=f"{in_force:g}",
            confidence=0.7,
            key=f"表二|{row}|in_force",
        )


def _signed(value: float) -> str:
    return f"{'−' if value < 0 else ''}{abs(value):g}"


def _message(name: str, formula: str, expected: float) -> Said:
    basis = "上年现行有效 + 本年制发 − 本年废止"
    if expected < 0:
        return Said(
            f"{name}现行有效数接不上上年：{formula}（{basis}），废止的比原有的还多{-expected:g}件。"
            "请核对废止件数和上年现行有效件数；上年未计入的请说明。",
            f"More repealed than there were: {formula}.",
        )
    return Said(
        f"{name}现行有效数接不上上年：{formula}（{basis}）。经清理、失效的请忽略。",
        f"The stock in force does not continue last year's: {formula}.",
    )


def _figures(
    now: dict[str, Value] | None, before: dict[str, Value] | None
) -> tuple[float, float, float, float] | None:
    if now is None or before is None:
        return None
    issued, repealed = now.get("issued"), now.get("repealed")
    in_force, earlier = now.get("in_force"), before.get("in_force")
    if issued is None or repealed is None or in_force is None or earlier is None:
        return None
    return issued, repealed, in_force, earlier


RULE = Rule(
    code="T209",
    name=Said("现行有效件数接不上上年", "Stock in force does not continue last year's"),
    severity="hint",
    why=Said(
        "现行有效 = 上年现行有效 + 本年制发 − 本年废止；接不上的多是漏报或口径变了。",
        "In force = last year's + issued − repealed; a break is often an omission.",
    ),
    bad="上年现行有效6件，本年制发1件、废止0件，现行有效却写5件。",
    good="上年现行有效6件，本年制发1件、废止2件，现行有效5件。",
    across=check,
)
