"""The facts that the narrative tells in figures, each with its place in the running text."""

from __future__ import annotations

from extractor.language.pipeline import Analysis
from extractor.report.facts.applications import read_applications
from extractor.report.facts.clauses import passages
from extractor.report.facts.decisions import read_decisions
from extractor.report.facts.disclosure import read_disclosure
from extractor.report.facts.disputes import read_disputes
from extractor.report.facts.documents import read_documents
from extractor.report.facts.fees import read_fees
from extractor.report.facts.model import Fact, Facts, Item
from extractor.report.facts.other import read_innovation, read_proposals
from extractor.report.facts.platforms import read_platforms
from extractor.report.flow import Flow
from extractor.report.outline import Outline

__all__ = ["Fact", "Facts", "Item", "read_facts"]


def read_facts(
    flow: Flow,
    outline: Outline,
    analysis: Analysis,
    year: int | None,
    agency: str | None = None,
) -> Facts:
    """Reads every fact; `year` and `agency` are the report's own, None where it does not say."""
    told = passages(flow, outline, analysis)
    disclosure = read_disclosure(told, year, agency)
    applications = read_applications(told, year)
    documents = read_documents(told, year)
    return Facts(
        disclosure_total=disclosure.total,
        disclosure_items=disclosure.items,
        disclosure_mentions=disclosure.mentions,
        applications=applications.mentions,
        application_details=applications.details,
        disputes=read_disputes(told, year),
        decisions=read_decisions(told, year),
        normative_documents=documents.normative,
        regulations=documents.regulations,
        platforms=read_platforms(told, disclosure),
        fee=read_fees(told, year),
        proposals=read_proposals(told, year),
        innovation=read_innovation(told),
    )
