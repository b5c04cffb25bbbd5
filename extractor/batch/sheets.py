"""Return sheets for the agencies of a results folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extractor.checks.model import Language
from extractor.outputs.missing import missing_in
from extractor.outputs.names import REPORTING
from extractor.outputs.sheet import Sheet, file_name, write_sheet
from extractor.outputs.sheet_missing import MissingSheet, missing_file_name, write_missing_sheet
from extractor.report.record import Record


class NoResultsError(Exception):
    """The folder holds no reports.jsonl."""


def write_sheets(
    results: Path, agencies: tuple[str, ...], baseline: Path | None, out: Path, lang: Language
) -> tuple[list[Path], list[str]]:
    """A sheet for each wanted report with something to mend, or mended, and for each wanted agency
    of the roster that has not reported; the agencies not found."""
    earlier = {_same(record): record for record in records(baseline)} if baseline else {}
    out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    found: set[str] = set()
    taken: set[str] = set()
    for record in records(results):
        names = [agency for agency in agencies if _is_of(record, agency)]
        if record.status == "not_a_report" or (agencies and not names):
            continue
        found.update(names)
        sheet = Sheet(record, earlier.get(_same(record)))
        if sheet.now or sheet.mended:
            path = out / file_name(record, taken)
            write_sheet(sheet, path, lang)
            written.append(path)
    for missing in _missing(results):
        names = [agency for agency in agencies if agency in _names_of(missing)]
        if names or not agencies:
            found.update(names)
            path = out / missing_file_name(missing, taken)
            write_missing_sheet(missing, path, lang)
            written.append(path)
    return written, [agency for agency in agencies if agency not in found]


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


def _missing(results: Path) -> Iterator[MissingSheet]:
    """Those of the roster that the results were made with."""
    path = results / REPORTING
    return missing_in(path) if results.is_dir() and path.is_file() else iter(())


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
