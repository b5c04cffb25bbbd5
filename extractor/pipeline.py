"""One report, from path to record."""

from __future__ import annotations

import hashlib
from pathlib import Path

from extractor import __version__
from extractor.checks.as_record import flag_records
from extractor.checks.catalogue import catalogue_digest
from extractor.checks.model import Case
from extractor.checks.run import run_checks
from extractor.checks.settings import DEFAULT_SETTINGS, Settings
from extractor.language.classify.shipped import default_manifest
from extractor.reading import ReadingError, read_source
from extractor.reading.document import Document
from extractor.reading.source import Source, load
from extractor.report.as_record import tables_record
from extractor.report.genre import is_annual_report
from extractor.report.record import Failure, Meta, Record, SourceFile, Status, Tool
from extractor.report.record.narrative import Narrative
from extractor.report.report import read_report
from extractor.report.told_as_record import (
    aspect_records,
    meta_record,
    narrative_record,
    section_records,
    sentence_records,
)


def extract(
    path: Path, shown_as: str | None = None, settings: Settings = DEFAULT_SETTINGS
) -> Record:
    """The file's record; a file that cannot be read gives a record that says so."""
    name = shown_as or path.name
    try:
        source = load(path)
    except ReadingError as error:
        return _failed(name, None, error, settings)
    return extract_source(source, name, settings)


def extract_source(source: Source, name: str, settings: Settings = DEFAULT_SETTINGS) -> Record:
    """The same for bytes already at hand."""
    digest = hashlib.sha256(source.data).hexdigest()
    try:
        document = read_source(source)
        case = _understood(document, settings)
    except ReadingError as error:
        return _failed(name, digest, error, settings)
    status = _status(case)
    told = case.annual_report
    report = case.report
    return Record(
        tool=_tool(settings),
        source=SourceFile(
            path=name,
            sha256=digest,
            format=document.format,
            pages=document.pages,
            notes=list(document.notes),
        ),
        status=status,
        meta=meta_record(report.identity) if told else Meta(),
        sections=section_records(report.flow, report.outline) if told else [],
        aspects=aspect_records(report.flow, report.outline) if told else [],
        tables=tables_record(report.tables),
        narrative=narrative_record(report.flow, report.facts, report.items)
        if told
        else Narrative(),
        sentences=sentence_records(report.flow, case.sentences),
        flags=flag_records(run_checks(case)),
    )


def _understood(document: Document, settings: Settings) -> Case:
    """The report read and its sentences classified: all that checks look at."""
    try:
        report = read_report(document)
        scanned = any(problem.code == "P103" for problem in document.problems)
        annual = scanned or is_annual_report(document, report.tables)
        return Case(
            report,
            report.sentences if annual else (),
            scanned=scanned,
            unread=frozenset(problem.table for problem in report.tables.problems),
            annual_report=annual,
            settings=settings,
        )
    except (Exception, RecursionError) as error:
        # A mistake of ours on one report must cost that report only, and be told.
        raise ReadingError(
            "P101", f"处理这份报告时程序出错（{type(error).__name__}: {error}）：请反馈给维护者。"
        ) from error


def _failed(name: str, digest: str | None, error: ReadingError, settings: Settings) -> Record:
    return Record(
        tool=_tool(settings),
        source=SourceFile(path=name, sha256=digest, format=None, pages=None),
        status="failed",
        error=Failure(code=error.code, message=error.message),
    )


def _tool(settings: Settings) -> Tool:
    return Tool(
        version=__version__,
        rules=catalogue_digest(),
        model=default_manifest()["hash"],
        settings=settings.digest(),
    )


def _status(case: Case) -> Status:
    if not case.annual_report:
        return "not_a_report"
    problems = case.report.document.problems or case.report.tables.problems
    return "partial" if case.scanned or problems else "ok"
