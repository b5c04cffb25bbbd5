"""What other codes have told already: one root cause gives one flag."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.contradictions.application_disagreements import application_disagreements
from extractor.checks.contradictions.decision_disagreements import decision_disagreements
from extractor.checks.contradictions.dispute_disagreements import dispute_disagreements
from extractor.checks.model import Case
from extractor.checks.tables.causes import causes
from extractor.checks.tables.printed import count
from extractor.checks.tables.readable import readable
from extractor.report.facts.model import Fact
from extractor.report.forms import DISPUTE_RESULTS


def against_tables(case: Case) -> set[int]:
    """The places of figures that C301 to C303 hold against a table."""
    found = (application_disagreements, decision_disagreements, dispute_disagreements)
    return {one.fact.start for told in found for group in told(case) for one in group}


def in_wrong_tables(case: Case) -> set[int]:
    """The places of figures whose table does not add up itself (T201 to T204)."""
    facts = case.report.facts
    mentions: list[Fact] = []
    if any(causes(table) for table in readable(case, "applications")):
        mentions += [f for told in facts.applications.values() for f in told]
        mentions += [f for told in facts.application_details.values() for f in told]
    if any(_disputes_fail(case)):
        mentions += [
            f for kinds in facts.disputes.values() for told in kinds.values() for f in told
        ]
    return {fact.start for fact in mentions}


def _disputes_fail(case: Case) -> Iterator[bool]:
    for table in readable(case, "disputes"):
        for row in table.rows.values():
            values = [count(row.figures.get(key)) for key in DISPUTE_RESULTS]
            known = [value for value in values if value is not None]
            yield len(known) < len(values) or sum(known[:-1]) != known[-1]
