"""From the journal to the files that people open, streaming: one record in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from extractor.batch.baseline import Baseline
from extractor.batch.copies import Copies
from extractor.batch.inputs import Entry
from extractor.batch.journal import Journal
from extractor.batch.neighbours import Neighbours
from extractor.batch.previous import Previous
from extractor.batch.workplace import Workplace
from extractor.checks.across import flags_across, flags_among
from extractor.checks.model import Across, Said
from extractor.decisions.added import AddedStore
from extractor.decisions.model import MUTES, Verdict
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
from extractor.outputs.names import FIXED, FRAMES, REPORTING, SENTENCES
from extractor.outputs.page import SummaryPage
from extractor.outputs.workbook import Workbook
from extractor.pipeline import JUDGED, Setup
from extractor.report.record import Record
from extractor.roster.notes import of_last_year, remarked
from extractor.roster.reporting import Reporting
from extractor.scoring import scored

_ADDED_WIDTH = 16
_GROUP = {"ok": 0, "partial": 0, "failed": 1, "not_a_report": 2}
VerdictOf = Callable[[str], Verdict]


@dataclass(frozen=True, slots=True)
class Ranked:
    """Where a report's line stands in reports.jsonl, and how bad the report is."""

    rank: tuple[int, float, str]
    offset: int
    length: int


@dataclass(slots=True)
class Tally:
    """What the run came to."""

    status: dict[str, int] = field(default_factory=dict)
    severity: dict[str, int] = field(default_factory=dict)
    muted: int = 0
    paired: int = 0
    """Reports that were held against last year's."""
    reporting: Reporting | None = None
    """Who of the roster has reported."""
    renamed: list[tuple[str, Said]] = field(default_factory=list)
    """Agencies that may have had another name last year, by region and name."""
    remaining: int = 0
    """Findings that the baseline has too: scored, not listed."""
    mended: int = 0
    not_again: int = 0
    """Findings, and reports, that only the baseline has."""

    def count(self, record: Record) -> None:
        """With a baseline: the report with its new findings only."""
        self.status[record.status] = self.status.get(record.status, 0) + 1
        for flag in record.flags:
            if flag.verdict == MUTES:
                self.muted += 1
            else:
                self.severity[flag.severity] = self.severity.get(flag.severity, 0) + 1


def finish(
    entries: list[Entry],
    journal: Journal,
    place: Workplace,
    setup: Setup,
    verdict_of: VerdictOf,
    previous: Previous,
    neighbours: Neighbours,
    sentences: bool,
    year: int | None = None,
    baseline: Baseline | None = None,
    added: AddedStore | None = None,
) -> Tally:
    """reports.jsonl in the order of the inputs; the rest worst report first."""
    reporting = Reporting(setup.roster, year) if setup.roster else None
    tally = Tally(reporting=reporting)
    keys = [entry.key() for entry in entries]
    shown = (entry.shown for entry in entries)
    copies = Copies(zip(shown, map(journal.brief, keys), strict=True))
    ranked: list[Ranked] = []
    used: set[str] = set()
    with place.part("reports.jsonl").open("wb") as lines:
        for key in keys:
            record = Record.model_validate_json(journal.record(key))
            record = _among(record, neighbours, setup)
            record = _beside(copies.flagged(record, setup), previous, setup, tally)
            record = _judged(record, setup, verdict_of)
            line = record.model_dump_json().encode()
            ranked.append(Ranked(_rank(record), lines.tell(), len(line)))
            lines.write(line + b"\n")
            tally.count(_shown(record, baseline))
            used |= {name for f in record.flags for name in (added.of(f.id) if added else ())}
            if baseline is not None:
                baseline.pass_by(record)
                tally.remaining += len(baseline.remaining(record))
            if reporting is not None:
                reporting.add(record)
    ranked.sort(key=lambda report: report.rank)
    extra = _Extra(added, used)
    _write_ranked(ranked, place, setup, verdict_of, sentences, reporting, baseline, extra)
    if baseline is not None:
        tally.mended = _write_mended(baseline, place, setup)
        tally.not_again = baseline.not_again()
    return tally


@dataclass(frozen=True, slots=True)
class _Extra:
    """The columns that reviewers added to these findings, behind ours."""

    added: AddedStore | None
    used: set[str]

    @property
    def columns(self) -> list[Column]:
        return [Column(name, Said(name, name), _ADDED_WIDTH) for name in self._names()]

    def cells(self, flag: str) -> list[Cell]:
        told = self.added.of(flag) if self.added else {}
        return [told.get(name) for name in self._names()]

    def _names(self) -> list[str]:
        return [name for name in self.added.columns if name in self.used] if self.added else []


def _shown(record: Record, baseline: Baseline | None) -> Record:
    """What the lists and the page show of a report: all findings, or those new since then."""
    return record if baseline is None else baseline.new(record)


def _write_mended(baseline: Baseline, place: Workplace, setup: Setup) -> int:
    count = 0
    with CsvFile(place.part(FIXED), FLAG_COLUMNS, setup.lang) as file:
        for row in baseline.mended(frozenset(setup.settings.off)):
            file.row(row)
            count += 1
    return count


def _among(record: Record, neighbours: Neighbours, setup: Setup) -> Record:
    """With what the other agencies' reports show."""
    if record.status not in JUDGED:
        return record
    flags = flags_among(neighbours.among(record), setup.lang)
    return record.model_copy(update={"flags": flags})


def _beside(record: Record, previous: Previous, setup: Setup, tally: Tally) -> Record:
    """With what last year's report shows, where there is one."""
    if record.status not in JUDGED:
        return record
    before = previous.of(record)
    if before.said is not None:
        notes = [*record.source.notes, of_last_year(before.said, setup.lang)]
        source = record.source.model_copy(update={"notes": notes})
        record = record.model_copy(update={"source": source})
    if before.record is None:
        return record
    tally.paired += 1
    flags = flags_across(Across(record, before.record, setup.settings), setup.lang)
    return record.model_copy(update={"flags": flags})


def _judged(record: Record, setup: Setup, verdict_of: VerdictOf) -> Record:
    """Verdicts given in earlier runs stand; then the score, since they mute."""
    flags = [flag.model_copy(update={"verdict": verdict_of(flag.id).word}) for flag in record.flags]
    return scored(record.model_copy(update={"flags": flags}), setup.rubric)


def _rank(record: Record) -> tuple[int, float, str]:
    """The share of points kept; of a partial report among what could be judged."""
    kept = 1.0
    if record.score:
        lost = sum(deduction.points for deduction in record.score.deductions)
        left = sum(value for value in record.score.dimensions.values() if value is not None)
        kept = left / (left + lost) if left + lost else 1.0
    return _GROUP[record.status], kept, record.source.path


def _write_ranked(
    ranked: list[Ranked],
    place: Workplace,
    setup: Setup,
    verdict_of: VerdictOf,
    sentences: bool,
    reporting: Reporting | None,
    baseline: Baseline | None,
    extra: _Extra,
) -> None:
    lang = setup.lang
    with ExitStack() as stack:
        columns = (*FLAG_COLUMNS, *extra.columns)
        flags = stack.enter_context(CsvFile(place.part("flags.csv"), columns, lang))
        book = stack.enter_context(Workbook(place.part("flags.xlsx"), columns, lang))
        reports = stack.enter_context(CsvFile(place.part("reports.csv"), REPORT_COLUMNS, lang))
        page = stack.enter_context(
            SummaryPage(place.part("summary.html"), lang, since=baseline is not None)
        )
        told = (
            stack.enter_context(CsvFile(place.part(SENTENCES), SENTENCE_COLUMNS, lang))
            if sentences
            else None
        )
        for record in _records(place.part("reports.jsonl"), ranked):
            points, shown = record.points, _shown(record, baseline)
            for flag in shown.flags:
                row = flag_row(record, flag, lang, points.get(flag.id), verdict_of(flag.id))
                row += extra.cells(flag.id)
                flags.row(row)
                book.row(row)
            reports.row(report_row(shown, lang, remark(record)))
            page.add(record, shown)
            if told is not None:
                for sentence in record.sentences:
                    told.row(sentence_row(record, sentence, lang))
        if reporting is not None:
            listed = stack.enter_context(CsvFile(place.part(REPORTING), REPORTING_COLUMNS, lang))
            for state in reporting.states():
                listed.row(reporting_row(state, lang))
                if state.state == "missing":
                    reports.row(missing_row(state, lang))
            page.roster(reporting)


def _records(path: Path, ranked: list[Ranked]) -> Iterator[Record]:
    with path.open("rb") as lines:
        for report in ranked:
            lines.seek(report.offset)
            yield Record.model_validate_json(lines.read(report.length))


def remark(record: Record) -> str:
    """Why a report is not, or not wholly, scored; what else its reader must know."""
    if record.error is not None:
        return f"{record.error.code} {record.error.message}"
    told = [f"{flag.code} {flag.message}" for flag in record.flags if flag.code[0] == "P"]
    return " ".join([*told, *remarked(record.source.notes)])


def write_tables(place: Workplace) -> None:
    """--tables: Parquet files from the finished reports.jsonl."""
    # pandas and pyarrow are loaded only for those who asked for tables.
    from extractor.outputs.frames import write_parquet

    targets = {name: place.part(f"{name}.parquet") for name in FRAMES}
    write_parquet(place.part("reports.jsonl"), targets)
