"""From the journal to the files that people open, streaming: one record in memory at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from extractor.batch.copies import Copies
from extractor.batch.inputs import Entry
from extractor.batch.journal import Journal
from extractor.batch.lists import AddedColumns, Lists, Ranked, in_order, rank, shown
from extractor.batch.surroundings import Surroundings, completed
from extractor.batch.workplace import Workplace
from extractor.checks.model import Said
from extractor.decisions.model import MUTES
from extractor.outputs.columns import FLAG_COLUMNS
from extractor.outputs.csv_file import CsvFile
from extractor.outputs.names import FIXED, FRAMES
from extractor.report.record import Record
from extractor.roster.reporting import Reporting


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
    damaged: dict[Path, list[int]] = field(default_factory=dict)
    """Lines of last year's results that hold no record."""

    def count(self, record: Record) -> None:
        """With a baseline: the report with its new findings only."""
        self.status[record.status] = self.status.get(record.status, 0) + 1
        for flag in record.flags:
            if flag.verdict == MUTES:
                self.muted += 1
            else:
                self.severity[flag.severity] = self.severity.get(flag.severity, 0) + 1


def finish(
    entries: Sequence[Entry],
    journal: Journal,
    place: Workplace,
    beside: Surroundings,
    sentences: bool = False,
) -> Tally:
    """reports.jsonl in the order of the inputs; the rest worst report first."""
    baseline = beside.baseline.begun() if beside.baseline else None
    beside = replace(beside, baseline=baseline)
    roster = beside.setup.roster
    tally = Tally(reporting=Reporting(roster, beside.year) if roster else None)
    ranked, used = _write_records(entries, journal, place, beside, tally)
    with Lists(place, beside, AddedColumns(beside.added, used), sentences) as lists:
        for record in in_order(place.part("reports.jsonl"), ranked):
            lists.add(record)
        if tally.reporting is not None:
            lists.add_roster(tally.reporting)
    if baseline is not None:
        tally.mended = _write_mended(beside, place)
        tally.not_again = baseline.not_again()
    return tally


def _write_records(
    entries: Sequence[Entry],
    journal: Journal,
    place: Workplace,
    beside: Surroundings,
    tally: Tally,
) -> tuple[list[Ranked], frozenset[str]]:
    """The finished records, and which of the reviewers' own columns their findings have."""
    keys = [entry.key() for entry in entries]
    names = (entry.shown for entry in entries)
    copies = Copies(zip(names, map(journal.brief, keys), strict=True))
    ranked: list[Ranked] = []
    used: set[str] = set()
    with place.part("reports.jsonl").open("wb") as lines:
        for key in keys:
            whole = completed(Record.model_validate_json(journal.record(key)), beside, copies)
            line = whole.record.model_dump_json().encode()
            ranked.append(Ranked(rank(whole.record), lines.tell(), len(line)))
            lines.write(line + b"\n")
            tally.paired += whole.paired
            _count(whole.record, beside, tally)
            if beside.added is not None:
                used.update(*(beside.added.of(flag.id) for flag in whole.record.flags))
    return ranked, frozenset(used)


def _count(record: Record, beside: Surroundings, tally: Tally) -> None:
    tally.count(shown(record, beside.baseline))
    if beside.baseline is not None:
        beside.baseline.pass_by(record)
        tally.remaining += len(beside.baseline.remaining(record))
    if tally.reporting is not None:
        tally.reporting.add(record)


def _write_mended(beside: Surroundings, place: Workplace) -> int:
    """What the baseline had and this run has not."""
    count = 0
    if beside.baseline is not None:
        with CsvFile(place.part(FIXED), FLAG_COLUMNS, beside.setup.lang) as file:
            for row in beside.baseline.mended(frozenset(beside.setup.settings.off)):
                file.row(row)
                count += 1
    return count


def write_tables(place: Workplace) -> None:
    """--tables: Parquet files from the finished reports.jsonl."""
    # pandas and pyarrow are loaded only for those who asked for tables.
    from extractor.outputs.frames import write_parquet

    targets = {name: place.part(f"{name}.parquet") for name in FRAMES}
    write_parquet(place.part("reports.jsonl"), targets)
