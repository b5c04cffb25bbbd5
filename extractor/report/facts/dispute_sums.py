"""Suits told only by their two ways: the sums are the suits'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from extractor.report.facts.gathering import Gathered
from extractor.report.facts.model import RESULTS


def sum_suits(gathered: Mapping[str, Gathered]) -> None:
    """Suits told only by their two ways: the sums are the suits'."""
    direct, after = gathered["suit_direct"], gathered["suit_after_review"]
    for result in RESULTS:
        parts = [g.facts(result) for g in (direct, after)]
        known = [facts[0] for facts in parts if facts]
        if gathered["suit"].facts(result) or not known:
            continue
        first, last = known[0], known[-1]
        value = sum(fact.value for fact in known)
        text = "、".join(fact.text for fact in known)
        derived = len(known) > 1
        gathered["suit"].add(
            result,
            replace(first, value=value, text=text, end=max(first.end, last.end), derived=derived),
        )
