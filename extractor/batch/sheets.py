"""Return sheets for the agencies of a results folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from extractor.batch.sheet_files import SheetFiles
from extractor.checks.model import Language, Said
from extractor.decisions.spreadsheet import SpreadsheetError
from extractor.outputs.missing import missing_in
from extractor.outputs.names import REPORTING, SHEETS
from extractor.outputs.sheet import Sheet, file_name, write_sheet
from extractor.outputs.sheet_missing import MissingSheet, missing_file_name, write_missing_sheet
from extractor.report.record import Record


class NoResultsError(Exception):
    """The folder holds no reports.jsonl."""


@dataclass(frozen=True, slots=True)
class Written:
    """What came of it, and what a reader must know."""

    sheets: list[Path]
    unknown: list[str]
    """Wanted agencies that are not in the results."""
    set_aside: list[Path]
    """Sheets of earlier results, where they lie now."""
    unread: Unread | None
    """Nobody could be asked for a report that is not there."""


@dataclass(frozen=True, slots=True)
class Unread:
    """The list of those who have not reported, and why it could not be read."""

    path: Path
    why: Said


def write_sheets(
    results: Path, agencies: tuple[str, ...], baseline: Path | None, out: Path, lang: Language
) -> Written:
    """A sheet for each wanted report with something to mend, or mended, and for each wanted agency
    of the roster that has not reported."""
    earlier = {_same(record): record for record in records(baseline)} if baseline else {}
    out.mkdir(parents=True, exist_ok=True)
    files, taken, found = SheetFiles(out), set[str](), set[str]()
    for record in records(results):
        names = [agency for agency in agencies if _is_of(record, agency)]
        if record.status == "not_a_report" or (agencies and not names):
            continue
        found.update(names)
        sheet = Sheet(record, earlier.get(_same(record)))
        if sheet.now or sheet.mended:
            files.write(file_name(record, taken), partial(write_sheet, sheet, lang=lang))
    absent, unread = _missing(results)
    for missing in absent:
        names = [agency for agency in agencies if agency in _names_of(missing)]
        if names or not agencies:
            found.update(names)
            name = missing_file_name(missing, taken)
            files.write(name, partial(write_missing_sheet, missing, lang=lang))
    if not agencies and unread is None and _is_own(out, results):
        files.sweep()
    unknown = [agency for agency in agencies if agency not in found]
    return Written(files.written, unknown, files.set_aside, unread)


def _is_own(out: Path, results: Path) -> bool:
    """Into another folder people may collect the sheets of several results."""
    return out.resolve() == (results if results.is_dir() else results.parent).resolve() / SHEETS


def records(results: Path) -> Iterator[Record]:
    path = results / "reports.jsonl" if results.is_dir() else results
    if not path.is_file():
        raise NoResultsError(str(path))
    with path.open(encoding="utf-8") as lines:
        try:
            for line in lines:
                yield Record.model_validate_json(line)
        except ValueError as error:  # what a wrong file or a damaged line comes to
            raise NoResultsError(str(path)) from error


def _missing(results: Path) -> tuple[list[MissingSheet], Unread | None]:
    """Those of the roster that the results were made with."""
    path = results / REPORTING
    if not (results.is_dir() and path.is_file()):
        return [], None
    try:
        return list(missing_in(path)), None
    except SpreadsheetError as error:
        return [], Unread(path, error.said)


def _names_of(missing: MissingSheet) -> tuple[str, str]:
    return missing.agency, f"{missing.region}{missing.agency}"


def _same(record: Record) -> tuple[str | None, str | None, int | None] | str:
    """Region, agency and year tell reports apart; without an agency only the file does."""
    meta = record.meta
    return (meta.own_region, meta.agency, meta.year) if meta.agency else record.source.path


def _is_of(record: Record, agency: str) -> bool:
    meta = record.meta
    names = (meta.agency, f"{meta.region or ''}{meta.agency or ''}", record.source.path)
    return agency in names
