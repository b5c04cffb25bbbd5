"""An earlier run to compare with: what is new since then is shown, what is gone is listed.

Findings are known by their numbers, which stay when a batch is run again. Scores are of all
findings: what was wrong before and still is costs as much as ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extractor.batch.sheets import NoResultsError, records
from extractor.checks.model import Language, Said
from extractor.decisions.model import FLAG_ID, MUTES
from extractor.decisions.since import since, standing
from extractor.decisions.spreadsheet import SpreadsheetError, rows_of
from extractor.outputs.columns import FLAG_COLUMNS, Cell, flag_row
from extractor.pipeline import JUDGED
from extractor.report.record import Flag, Record, Status

_LISTS = ("flags.csv", "flags.xlsx")
_HEADS = {column.key: (column.head.zh, column.head.en) for column in FLAG_COLUMNS}
_KEYS = [column.key for column in FLAG_COLUMNS]
_CODE = _KEYS.index("code")
# Where pages were not read these checks were silent: that a finding is gone means nothing.
_SILENT_IN_PART = "ST"
Name = tuple[str | None, str, str]


class BaselineError(Exception):
    """The path holds no earlier results: says so in both languages."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.said = Said(
            f"--baseline {path} 里没有可读的结果：请给出 nianjian score 的结果文件夹，"
            "或其中的 reports.jsonl、flags.csv。",
            f"--baseline {path} holds no readable results: give a results folder of nianjian "
            "score, or its reports.jsonl or flags.csv.",
        )


@dataclass(slots=True)
class _Report:
    """One report's findings in the earlier run: their rows by number."""

    name: Name | None
    path: str
    rows: dict[str, list[Cell]] = field(default_factory=dict)
    refuted: set[str] = field(default_factory=set)
    """Known, but no finding that could be mended."""


class Baseline:
    """What the earlier run found, and what of it this run has not found again."""

    def __init__(self, reports: list[_Report]) -> None:
        self._reports = reports
        self._ids = {id_ for own in reports for id_ in (*own.rows, *own.refuted)}
        self._status: dict[Name | str, Status] = {}
        self._found: set[str] = set()

    def begun(self) -> Baseline:
        """For one pass over the reports."""
        return Baseline(self._reports)

    def new(self, record: Record) -> Record:
        """The report with only what the earlier run did not have."""
        return record.model_copy(update={"flags": since(record.flags, self._ids).new})

    def remaining(self, record: Record) -> list[Flag]:
        return standing(since(record.flags, self._ids).remaining)

    def pass_by(self, record: Record) -> None:
        """So that what nobody read again is not taken for mended."""
        self._found.update(flag.id for flag in record.flags)
        for name in _names(record):
            self._status[name] = record.status

    def mended(self, off: frozenset[str]) -> Iterator[list[Cell]]:
        """The rows of findings that are gone from reports that were read again; `off` are the
        codes that this run does not check."""
        for report in self._reports:
            again = self._again(report)
            for id_, row in report.rows.items():
                code = str(row[_CODE] or "")
                looked_at = again in JUDGED and code not in off
                if again == "partial":
                    looked_at = looked_at and code[:1] not in _SILENT_IN_PART
                if looked_at and id_ not in self._found:
                    yield row

    def not_again(self) -> int:
        """Reports of the earlier run, with findings, that this one has not: neither by name, nor
        under another file name with the same findings."""
        return sum(
            not report.rows.keys() <= self._found and self._again(report) is None
            for report in self._reports
        )

    def _again(self, report: _Report) -> Status | None:
        """How the report was read this time; None: it was not."""
        by_name = self._status.get(report.name) if report.name else None
        return by_name or self._status.get(report.path)


def _names(record: Record) -> list[Name | str]:
    """Region, agency and year; a list of findings does not tell the region."""
    meta = record.meta
    if not meta.agency:
        return [record.source.path]
    year = str(meta.year or "")
    return [record.source.path, (meta.region or "", meta.agency, year), (None, meta.agency, year)]


def load_baseline(path: Path, lang: Language) -> Baseline:
    """From a results folder, its reports.jsonl, or a list of findings (CSV or XLSX)."""
    if path.name in _LISTS and (path.parent / "reports.jsonl").is_file():
        # That run may have had a baseline itself: its list is of what was new then.
        path = path.parent
    try:
        if path.is_dir() or path.suffix == ".jsonl":
            return Baseline([_of_record(record, lang) for record in records(path)])
        return Baseline(_of_list(path))
    except NoResultsError as error:
        lists = (path / name for name in _LISTS) if path.is_dir() else ()
        found = next((own for own in lists if own.is_file()), None)
        if found is None or (path / "reports.jsonl").exists():
            raise BaselineError(path) from error
        return load_baseline(found, lang)
    except (SpreadsheetError, OSError) as error:
        raise BaselineError(path) from error


def _of_record(record: Record, lang: Language) -> _Report:
    points = record.points
    meta = record.meta
    name = (meta.region or "", meta.agency, str(meta.year or "")) if meta.agency else None
    rows = {
        flag.id: flag_row(record, flag, lang, points.get(flag.id))
        for flag in standing(record.flags)
    }
    refuted = {flag.id for flag in record.flags} - rows.keys()
    return _Report(name, record.source.path, rows, refuted)


def _of_list(path: Path) -> list[_Report]:
    reports: dict[str, _Report] = {}
    for _, cells in rows_of(path, _HEADS, ("id", "code")):
        id_, agency = cells["id"], cells["agency"]
        if not FLAG_ID.fullmatch(id_):
            continue
        name = (None, agency, cells["year"].removesuffix(".0")) if agency else None
        report = reports.setdefault(cells["file"], _Report(name, cells["file"]))
        if cells["verdict"] == MUTES:
            report.refuted.add(id_)
        else:
            report.rows[id_] = [cells[key] for key in _KEYS]
    return list(reports.values())
