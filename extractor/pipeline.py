"""One report, from path to record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from extractor import __version__
from extractor.checks.across import flags_among
from extractor.checks.as_record import flag_records
from extractor.checks.catalogue import catalogue_digest, rule
from extractor.checks.model import Among, Case, Language
from extractor.checks.run import number, run_checks
from extractor.checks.settings import DEFAULT_SETTINGS, Settings
from extractor.language.classify.in_use import manifest_in_use
from extractor.reading import ReadingError, read_source
from extractor.reading.document import Document
from extractor.reading.source import Source, load
from extractor.report.as_record import tables_record
from extractor.report.genre import is_annual_report
from extractor.report.record import Failure, Flag, Meta, Record, SourceFile, Status, Tool
from extractor.report.record.narrative import Narrative
from extractor.report.report import read_report
from extractor.report.told_as_record import (
    aspect_records,
    meta_record,
    narrative_record,
    section_records,
    sentence_records,
)
from extractor.roster.known import Standing, in_the_light_of, of_unread
from extractor.roster.match import Index
from extractor.roster.notes import of_roster
from extractor.scoring import Rubric, default_rubric, scored


@dataclass(frozen=True, slots=True)
class Setup:
    """What the user chose for all reports of a run."""

    settings: Settings = DEFAULT_SETTINGS
    rubric: Rubric = field(default_factory=default_rubric)
    lang: Language = "zh"
    roster: Index | None = None


DEFAULT_SETUP = Setup()
JUDGED: frozenset[Status] = frozenset({"ok", "partial"})
"""What was read and is an annual report."""


def extract(path: Path, shown_as: str | None = None, setup: Setup = DEFAULT_SETUP) -> Record:
    """The file's record; a file that cannot be read gives a record that says so."""
    name = shown_as or path.name
    try:
        source = load(path)
    except ReadingError as error:
        return failed(name, None, error, setup)
    return extract_source(source, name, setup, path.absolute().parent.name)


def extract_source(
    source: Source, name: str, setup: Setup = DEFAULT_SETUP, within: str = ""
) -> Record:
    """The same for bytes already at hand. `within`: the folder that the name starts from."""
    digest = hashlib.sha256(source.data).hexdigest()
    try:
        document = read_source(source)
        with _our_mistakes_told():
            case = _understood(document, setup.settings)
            case, standing = in_the_light_of(case, name, setup.roster, within)
            return record_of(case, document, name, digest, setup, standing)
    except ReadingError as error:
        return failed(name, digest, error, setup)


@contextmanager
def _our_mistakes_told() -> Iterator[None]:
    """A mistake of ours on one report must cost that report only, and be told."""
    try:
        yield
    except (Exception, RecursionError) as error:
        raise ReadingError(
            "P101", f"处理这份报告时程序出错（{type(error).__name__}: {error}）：请反馈给维护者。"
        ) from error


def record_of(
    case: Case,
    document: Document,
    name: str,
    digest: str | None,
    setup: Setup = DEFAULT_SETUP,
    standing: Standing | None = None,
) -> Record:
    """What was understood, as a record with its flags and its score."""
    status = _status(case)
    told = case.annual_report
    report = case.report
    meta = meta_record(report.identity) if told else Meta()
    said = [of_roster(note, setup.lang) for note in standing.notes] if standing else []
    record = Record(
        tool=tool(setup),
        source=SourceFile(
            path=name,
            sha256=digest,
            format=document.format,
            pages=document.pages,
            notes=[*document.notes, *said],
        ),
        status=status,
        meta=standing.of(meta) if standing else meta,
        sections=section_records(report.flow, report.outline) if told else [],
        aspects=aspect_records(report.flow, report.outline) if told else [],
        tables=tables_record(report.tables),
        narrative=narrative_record(report.flow, report.facts, report.items)
        if told
        else Narrative(),
        sentences=sentence_records(report.flow, case.sentences),
        flags=flag_records(run_checks(case), setup.lang),
    )
    if status in JUDGED:
        flags = flags_among(Among(record, setup.settings), setup.lang)
        record = record.model_copy(update={"flags": flags})
    return scored(record, setup.rubric)


def _understood(document: Document, settings: Settings) -> Case:
    """The report read and its sentences classified: all that checks look at."""
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


# Readers speak Chinese, in fifty exact sentences; in English the code's own sentence must do.
_IN_ENGLISH = {
    "P101": "The file is damaged or cannot be read: get it again, or save it as PDF and try again.",
    "P102": "The file is encrypted: remove the password and try again.",
    "P106": "This format is not read: save it as PDF, DOCX or HTML; unpack archives first.",
}


def failed(name: str, digest: str | None, error: ReadingError, setup: Setup) -> Record:
    """The record of a file that gave nothing: its row and reason."""
    if setup.lang == "en" and not error.message.isascii():
        error = ReadingError(error.code, _IN_ENGLISH[error.code])
    return Record(
        tool=tool(setup),
        source=SourceFile(path=name, sha256=digest, format=None, pages=None),
        status="failed",
        meta=of_unread(name, setup.roster).of(Meta()),
        error=Failure(code=error.code, message=error.message),
        flags=[_unread(name, digest, error, setup)],
    )


def _unread(name: str, digest: str | None, error: ReadingError, setup: Setup) -> Flag:
    """What cannot be read has its line among the findings too, never a silent gap."""
    told = rule(error.code)
    return Flag(
        id=number(f"{error.code}|{digest or name}"),
        code=error.code,
        name=told.name.told(setup.lang),
        severity=setup.settings.severity.get(error.code) or told.severity,
        section=None,
        place=None,
        message=error.message,
        evidence=name,
        expected=None,
        found=None,
        confidence=1.0,
    )


def tool(setup: Setup) -> Tool:
    """Versions and digests of all that decides a score: equal tools give equal records."""
    return Tool(
        version=__version__,
        rules=catalogue_digest(),
        model=manifest_in_use()["hash"],
        rubric=setup.rubric.digest(),
        settings=setup.settings.digest(),
        roster=setup.roster.digest if setup.roster else None,
    )


def _status(case: Case) -> Status:
    if not case.annual_report:
        return "not_a_report"
    problems = case.report.document.problems or case.report.tables.problems
    return "partial" if case.scanned or problems else "ok"
