"""One report, from path to record."""

from __future__ import annotations

import hashlib
from pathlib import Path

from extractor import __version__
from extractor.reading import ReadingError, read_source
from extractor.reading.document import Document, ReadingProblem
from extractor.reading.source import Source, load
from extractor.report.as_record import position, tables_record
from extractor.report.figures import StatutoryTables, TableProblem
from extractor.report.genre import is_annual_report
from extractor.report.record import Failure, Flag, Meta, Record, SourceFile, Status, Tool
from extractor.report.record.narrative import Narrative
from extractor.report.report import Report, read_report
from extractor.report.told_as_record import (
    aspect_records,
    meta_record,
    narrative_record,
    section_records,
    sentence_records,
)


def extract(path: Path, shown_as: str | None = None) -> Record:
    """The file's record; a file that cannot be read gives a record that says so."""
    name = shown_as or path.name
    try:
        source = load(path)
    except ReadingError as error:
        return _failed(name, None, error)
    return extract_source(source, name)


def extract_source(source: Source, name: str) -> Record:
    """The same for bytes already at hand."""
    digest = hashlib.sha256(source.data).hexdigest()
    try:
        document = read_source(source)
        report = _understood(document)
    except ReadingError as error:
        return _failed(name, digest, error)
    tables = report.tables
    status = _status(document, tables)
    understood = status != "not_a_report"
    return Record(
        tool=Tool(version=__version__),
        source=SourceFile(
            path=name,
            sha256=digest,
            format=document.format,
            pages=document.pages,
            notes=list(document.notes),
        ),
        status=status,
        meta=meta_record(report.identity) if understood else Meta(),
        sections=section_records(report.flow, report.outline) if understood else [],
        aspects=aspect_records(report.flow, report.outline) if understood else [],
        tables=tables_record(tables),
        narrative=narrative_record(report.flow, report.facts, report.items)
        if understood
        else Narrative(),
        sentences=sentence_records(report) if understood else [],
        flags=_reading_flags(document, tables, status),
    )


def _understood(document: Document) -> Report:
    try:
        return read_report(document)
    except (Exception, RecursionError) as error:
        # A mistake of ours on one report must cost that report only, and be told.
        raise ReadingError(
            "P101", f"处理这份报告时程序出错（{type(error).__name__}: {error}）：请反馈给维护者。"
        ) from error


def _failed(name: str, digest: str | None, error: ReadingError) -> Record:
    return Record(
        tool=Tool(version=__version__),
        source=SourceFile(path=name, sha256=digest, format=None, pages=None),
        status="failed",
        error=Failure(code=error.code, message=error.message),
    )


def _status(document: Document, tables: StatutoryTables) -> Status:
    scanned = any(problem.code == "P103" for problem in document.problems)
    if not scanned and not is_annual_report(document, tables):
        return "not_a_report"
    return "partial" if scanned or document.problems or tables.problems else "ok"


def _reading_flags(document: Document, tables: StatutoryTables, status: Status) -> list[Flag]:
    if status == "not_a_report":
        message = "没有政府信息公开年度报告的标题、六个部分或法定表格：请检查是否放错文件。"
        return [
            Flag(code="P105", name="不是年度报告", severity="hint", place=None, message=message)
        ]
    flags = [_document_flag(problem) for problem in document.problems]
    return flags + [_table_flag(problem) for problem in tables.problems]


def _document_flag(problem: ReadingProblem) -> Flag:
    name = "扫描页，文字未读取" if problem.code == "P103" else "表格未能可靠读取"
    where = position(problem.place)
    return Flag(
        code=problem.code,
        name=name,
        severity="warning",
        place=f"第{where.page}页" if where else None,
        message=problem.message,
        page=where.page if where else None,
        box=where.box if where else None,
    )


def _table_flag(problem: TableProblem) -> Flag:
    where = position(problem.place)
    number = {"disclosure": "表二", "applications": "表三", "disputes": "表四"}[problem.table]
    return Flag(
        code="P104",
        name="表格未能可靠读取",
        severity="warning",
        place=number,
        message=problem.message,
        page=where.page if where else None,
        box=where.box if where else None,
    )
