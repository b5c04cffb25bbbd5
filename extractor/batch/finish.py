"""From the journal to the files that people open, streaming: one record in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from extractor.batch.copies import Copies
from extractor.batch.inputs import Entry
from extractor.batch.journal import Journal
from extractor.batch.previous import Previous
from extractor.batch.workplace import Workplace
from extractor.checks.across import flags_across
from extractor.checks.model import Across
from extractor.decisions.model import MUTES, Verdict
from extractor.outputs.columns import (
    FLAG_COLUMNS,
    REPORT_COLUMNS,
    SENTENCE_COLUMNS,
    flag_row,
    report_row,
    sentence_row,
)
from extractor.outputs.csv_file import CsvFile
from extractor.outputs.names import FRAMES, SENTENCES
from extractor.outputs.page import SummaryPage
from extractor.outputs.workbook import Workbook
from extractor.pipeline import JUDGED, Setup
from extractor.report.record import Record
from extractor.scoring import scored

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

    def count(self, record: Record) -> None:
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
    sentences: bool,
) -> Tally:
    """reports.jsonl in the order of the inputs; the rest worst report first."""
    tally = Tally()
    keys = [entry.key() for entry in entries]
    shown = (entry.shown for entry in entries)
    copies = Copies(zip(shown, map(journal.brief, keys), strict=True))
    ranked: list[Ranked] = []
    with place.part("reports.jsonl").open("wb") as lines:
        for key in keys:
            record = Record.model_validate_json(journal.record(key))
            record = _beside(copies.flagged(record, setup), previous, setup, tally)
            record = _judged(record, setup, verdict_of)
            line = record.model_dump_json().encode()
            ranked.append(Ranked(_rank(record), lines.tell(), len(line)))
            lines.write(line + b"\n")
            tally.count(record)
    ranked.sort(key=lambda report: report.rank)
    _write_ranked(ranked, place, setup, verdict_of, sentences)
    return tally


def _beside(record: Record, previous: Previous, setup: Setup, tally: Tally) -> Record:
    """With what last year's report shows, where there is one."""
    before = previous.of(record) if record.status in JUDGED else None
    if before is None:
        return record
    tally.paired += 1
    flags = flags_across(Across(record, before, setup.settings), setup.lang)
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
    ranked: list[Ranked], place: Workplace, setup: Setup, verdict_of: VerdictOf, sentences: bool
) -> None:
    lang = setup.lang
    with ExitStack() as stack:
        flags = stack.enter_context(CsvFile(place.part("flags.csv"), FLAG_COLUMNS, lang))
        book = stack.enter_context(Workbook(place.part("flags.xlsx"), FLAG_COLUMNS, lang))
        reports = stack.enter_context(CsvFile(place.part("reports.csv"), REPORT_COLUMNS, lang))
        page = stack.enter_context(SummaryPage(place.part("summary.html"), lang))
        told = (
            stack.enter_context(CsvFile(place.part(SENTENCES), SENTENCE_COLUMNS, lang))
            if sentences
            else None
        )
        for record in _records(place.part("reports.jsonl"), ranked):
            points = record.points
            for flag in record.flags:
                row = flag_row(record, flag, lang, points.get(flag.id), verdict_of(flag.id))
                flags.row(row)
                book.row(row)
            reports.row(report_row(record, lang, remark(record)))
            page.add(record)
            if told is not None:
                for sentence in record.sentences:
                    told.row(sentence_row(record, sentence, lang))


def _records(path: Path, ranked: list[Ranked]) -> Iterator[Record]:
    with path.open("rb") as lines:
        for report in ranked:
            lines.seek(report.offset)
            yield Record.model_validate_json(lines.read(report.length))


def remark(record: Record) -> str:
    """Why a report is not, or not wholly, scored; what else its reader must know."""
    if record.error is not None:
        return f"{record.error.code} {record.error.message}"
    return " ".join(f"{flag.code} {flag.message}" for flag in record.flags if flag.code[0] == "P")


def write_tables(place: Workplace) -> None:
    """--tables: Parquet files from the finished reports.jsonl."""
    # pandas and pyarrow are loaded only for those who asked for tables.
    from extractor.outputs.frames import write_parquet

    targets = {name: place.part(f"{name}.parquet") for name in FRAMES}
    write_parquet(place.part("reports.jsonl"), targets)
