"""The lists that people open, the worst report first, written one record at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from extractor.batch.baseline import Baseline
from extractor.batch.surroundings import Surroundings
from extractor.batch.workplace import Workplace
from extractor.checks.model import Said
from extractor.decisions.added import AddedStore
from extractor.outputs.columns import (
    FLAG_COLUMNS,
    REPORT_COLUMNS,
    REPORTING_COLUMNS,
    SENTENCE_COLUMNS,
    Cell,
    Column,
    flag_row,
    missing_row,
    report_row,
    reporting_row,
    sentence_row,
)
from extractor.outputs.csv_file import CsvFile
from extractor.outputs.names import REPORTING, SENTENCES
from extractor.outputs.page import SummaryPage
from extractor.outputs.workbook import Workbook
from extractor.report.record import Record
from extractor.roster.notes import remarked
from extractor.roster.reporting import Reporting

_ADDED_WIDTH = 16
_GROUP = {"ok": 0, "partial": 0, "failed": 1, "not_a_report": 2}


@dataclass(frozen=True, slots=True)
class Ranked:
    """Where a report's line stands in reports.jsonl, and how bad the report is."""

    rank: tuple[int, float, str]
    offset: int
    length: int


def rank(record: Record) -> tuple[int, float, str]:
    """The share of points kept; of a partial report among what could be judged."""
    kept = 1.0
    if record.score:
        lost = sum(deduction.points for deduction in record.score.deductions)
        left = sum(value for value in record.score.dimensions.values() if value is not None)
        kept = left / (left + lost) if left + lost else 1.0
    return _GROUP[record.status], kept, record.source.path


def in_order(path: Path, ranked: Iterable[Ranked]) -> Iterator[Record]:
    """The worst first, from reports.jsonl."""
    with path.open("rb") as lines:
        for report in sorted(ranked, key=lambda report: report.rank):
            lines.seek(report.offset)
            yield Record.model_validate_json(lines.read(report.length))


def shown(record: Record, baseline: Baseline | None) -> Record:
    """What the lists and the page show of a report: all findings, or those new since then."""
    return record if baseline is None else baseline.new(record)


@dataclass(frozen=True, slots=True)
class AddedColumns:
    """The columns that reviewers added to this run's findings, behind ours."""

    store: AddedStore | None
    used: frozenset[str]
    """Names of those with a cell beside one of the findings."""

    @property
    def columns(self) -> list[Column]:
        return [Column(name, Said(name, name), _ADDED_WIDTH) for name in self._names()]

    def cells(self, flag: str) -> list[Cell]:
        told = self.store.of(flag) if self.store else {}
        return [told.get(name) for name in self._names()]

    def _names(self) -> list[str]:
        return [name for name in self.store.columns if name in self.used] if self.store else []


class Lists(ExitStack):
    """flags.csv, flags.xlsx, reports.csv, summary.html and what else was asked for."""

    def __init__(
        self, place: Workplace, beside: Surroundings, added: AddedColumns, sentences: bool
    ) -> None:
        super().__init__()
        self._place, self._beside, self._added = place, beside, added
        self._lang = beside.setup.lang
        columns = (*FLAG_COLUMNS, *added.columns)
        self._flags = self._csv("flags.csv", columns)
        self._book = self.enter_context(Workbook(place.part("flags.xlsx"), columns, self._lang))
        self._reports = self._csv("reports.csv", REPORT_COLUMNS)
        since = beside.baseline is not None
        page = SummaryPage(place.part("summary.html"), self._lang, since=since)
        self._page = self.enter_context(page)
        self._sentences = self._csv(SENTENCES, SENTENCE_COLUMNS) if sentences else None

    def add(self, record: Record) -> None:
        told = shown(record, self._beside.baseline)
        self._add_flags(record, told)
        self._reports.row(report_row(told, self._lang, remark(record)))
        self._page.add(record, told)
        if self._sentences is not None:
            for sentence in record.sentences:
                self._sentences.row(sentence_row(record, sentence, self._lang))

    def add_roster(self, reporting: Reporting) -> None:
        """Who has not reported stands among the reports, too."""
        listed = self._csv(REPORTING, REPORTING_COLUMNS)
        for state in reporting.states():
            listed.row(reporting_row(state, self._lang))
            if state.state == "missing":
                self._reports.row(missing_row(state, self._lang))
        self._page.roster(reporting)

    def _add_flags(self, record: Record, told: Record) -> None:
        points = record.points
        for flag in told.flags:
            verdict = self._beside.verdict_of(flag.id)
            row = flag_row(record, flag, self._lang, points.get(flag.id), verdict)
            row += self._added.cells(flag.id)
            self._flags.row(row)
            self._book.row(row)

    def _csv(self, name: str, columns: tuple[Column, ...]) -> CsvFile:
        return self.enter_context(CsvFile(self._place.part(name), columns, self._lang))


def remark(record: Record) -> str:
    """Why a report is not, or not wholly, scored; what else its reader must know."""
    if record.error is not None:
        return f"{record.error.code} {record.error.message}"
    told = [f"{flag.code} {flag.message}" for flag in record.flags if flag.code[0] == "P"]
    return " ".join([*told, *remarked(record.source.notes)])
