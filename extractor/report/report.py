"""A document understood: what every later stage works on."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.language.pipeline import Analysis, analyse
from extractor.reading.document import Document
from extractor.report.as_record import form_of
from extractor.report.classified import Classified, classified
from extractor.report.facts import read_facts
from extractor.report.facts.model import Facts
from extractor.report.figures import StatutoryTables
from extractor.report.flow import Flow, flow_of
from extractor.report.items import read_items
from extractor.report.items.model import Items
from extractor.report.outline import Outline
from extractor.report.read_identity import Identity, read_identity
from extractor.report.read_outline import read_outline
from extractor.report.second_opinion import reconsidered
from extractor.report.tables import read_tables
from extractor.report.told_sentences import told_sentences


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its text and parts, its tables, and what it says."""

    document: Document
    flow: Flow
    analysis: Analysis
    outline: Outline
    tables: StatutoryTables
    identity: Identity
    facts: Facts
    items: Items
    sentences: tuple[Classified, ...]


def read_report(document: Document) -> Report:
    """Tables, then text → parts → who and when → what it says."""
    tables = read_tables(document)
    flow = flow_of(document)
    analysis = analyse(flow.text)
    outline = read_outline(flow, analysis)
    identity = read_identity(flow, outline, analysis, document.notes, form_of(tables))
    agency = identity.agency.value if identity.agency else None
    facts = read_facts(flow, outline, analysis, identity.year, agency)
    sentences = tuple(classified(told_sentences(flow, outline, analysis), identity.year))
    items = read_items(flow, outline, analysis, identity.year, sentences)
    items = reconsidered(items, sentences)
    return Report(document, flow, analysis, outline, tables, identity, facts, items, sentences)
