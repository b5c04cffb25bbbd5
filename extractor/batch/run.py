"""The main job: paths in, the reviewers' files out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from extractor.batch.baseline import load_baseline
from extractor.batch.earlier_results import split
from extractor.batch.finish import Tally, finish, write_tables
from extractor.batch.index import add_to_index, read_index
from extractor.batch.inputs import Entry, discover
from extractor.batch.journal import Brief, Journal
from extractor.batch.pool import Lost, Pool, start_early
from extractor.batch.previous import Load, Previous, from_journal
from extractor.batch.renamed import suggested
from extractor.batch.review import with_labels
from extractor.batch.shelving import shelved, standing
from extractor.batch.surroundings import Surroundings
from extractor.batch.worker import Worked, lost, prepare, work
from extractor.batch.workplace import told, workplace
from extractor.decisions.store import Store
from extractor.decisions.take_in import REVIEWED, TakenIn, take_in
from extractor.language.classify.in_use import folder_in_use
from extractor.outputs.names import FIXED, OUTPUTS, REPORTING, SENTENCES, TABLES
from extractor.pipeline import Setup, tool

SECONDS = 180.0
"""For one file: twenty times what the longest report takes on a slow machine."""


class NothingToDoError(Exception):
    """The paths hold no file."""


class Listener(Protocol):
    """Who is told how the run goes."""

    def started(self, total: int, done: int) -> None: ...
    def advanced(self, shown: str, status: str) -> None: ...
    def writing(self) -> None: ...
    def taken(self, taken: TakenIn, store: Store) -> None: ...


@dataclass(frozen=True, slots=True)
class Options:
    setup: Setup
    store: Path
    """Where verdicts are kept from run to run."""
    jobs: int = 0
    """0: as many as the machine has cores."""
    seconds: float = SECONDS
    sentences: bool = False
    tables: bool = False
    previous: tuple[Path, ...] = ()
    """Last year's reports, or the results of an earlier run."""
    index: Path | None = None
    """What is kept of the reports of earlier batches; this one's are added."""
    roster_file: Path | None = None
    """No report, though it may lie among them."""
    year: int | None = None
    """The year that the roster's agencies are asked about; None: that of most reports."""
    baseline: Path | None = None
    """An earlier run's results: only what is new since then is shown."""
    work: Callable[[Entry], Worked] = work
    """Replaced by tests that need a worker to crash or hang."""


def score(paths: list[Path], out: Path, options: Options, listener: Listener) -> Tally:
    """Reads what an earlier, broken run left out; then writes everything anew."""
    entries = _without(discover(paths, out), options.roster_file, options.index)
    if not entries:
        raise NothingToDoError
    start_early()
    names = [
        *OUTPUTS,
        *([SENTENCES] if options.sentences else []),
        *(TABLES if options.tables else []),
        *([REPORTING] if options.setup.roster else []),
        *([FIXED] if options.baseline else []),
    ]
    baseline = load_baseline(options.baseline, options.setup.lang) if options.baseline else None
    records, reports = split(options.previous)
    with workplace(out) as place:
        place.check_free(names)
        kept = read_index(options.index) if options.index else []
        with told(options.store, "--store"):
            store = Store(options.store)
            seen = _take_in(out, store, listener)
        with told(out), closing(Journal(place.journal, _signature(options))) as journal:
            earlier = discover(reports, out) if reports else []
            earlier = _without(earlier, options.roster_file, options.index)
            _read([*entries, *earlier], journal, options, listener)
            listener.writing()
            previous = _previous([*entries, *earlier], records, journal, options)
            previous.suggested = suggested(_briefs(entries, journal), previous)
            beside = Surroundings(
                setup=options.setup,
                previous=previous,
                neighbours=standing(
                    entries, journal, options.setup.settings, kept, options.setup.roster
                ),
                verdict_of=store.verdict,
                added=store.added,
                baseline=baseline,
                year=options.year,
            )
            while True:
                tally = finish(entries, journal, place, beside, options.sentences)
                if options.tables:
                    write_tables(place)
                if seen == _saved(out):
                    break
                # Somebody went on judging the old results meanwhile: that goes in, too.
                seen = _take_in(out, store, listener)
            tally.damaged = previous.damaged
            tally.renamed = [(f"{name[0]} {name[1]}", s) for name, s in previous.suggested.items()]
            place.promote(names)
            if options.setup.roster is None:
                # An earlier run's: return sheets would ask for reports by it.
                (out / REPORTING).unlink(missing_ok=True)
            if options.index:
                add_to_index(options.index, shelved(entries, journal)[0])
        place.clear()
    return tally


def _without(entries: list[Entry], *files: Path | None) -> list[Entry]:
    """Roster and index are no reports, though they may lie among them."""
    ours = {file.resolve() for file in files if file}
    return [entry for entry in entries if not ours or entry.path.resolve() not in ours]


def _take_in(out: Path, store: Store, listener: Listener) -> list[int]:
    """What was typed into the old results; returns when they were saved."""
    saved = _saved(out)
    listener.taken(with_labels(take_in(out, store), out, store.path), store)
    return saved


def _saved(out: Path) -> list[int]:
    paths = [out / name for name in (*REVIEWED, SENTENCES)]
    return [path.stat().st_mtime_ns if path.exists() else 0 for path in paths]


def _previous(
    entries: list[Entry], records: list[Path], journal: Journal, options: Options
) -> Previous:
    """Reports read anew go before an earlier run's records of the same."""
    previous = Previous(options.setup.roster)
    previous.add_journal(journal, (entry.key() for entry in entries))
    for path in records:
        previous.add_records(path)
    return previous


def _briefs(entries: list[Entry], journal: Journal) -> Iterator[tuple[Brief, Load]]:
    for key in (entry.key() for entry in entries):
        yield journal.brief(key), from_journal(journal, key)


def _read(entries: list[Entry], journal: Journal, options: Options, listener: Listener) -> None:
    wanted = {entry.key(): entry for entry in entries}
    pending = [entry for key, entry in wanted.items() if key not in journal]
    listener.started(len(wanted), len(wanted) - len(pending))
    pool = Pool(
        work=options.work,
        prepare=prepare,
        prepare_with=(options.setup, folder_in_use()),
        jobs=min(options.jobs or os.cpu_count() or 1, len(pending)) or 1,
        seconds=options.seconds,
    )
    for entry, outcome in pool.results(pending) if pending else ():
        if isinstance(outcome, Lost):
            outcome = lost(entry, outcome.why, options.setup, options.seconds)
        journal.add(entry.key(), outcome.brief, outcome.record, outcome.fingerprint)
        listener.advanced(entry.shown, outcome.brief.status)


def _signature(options: Options) -> str:
    """Records made under other choices are of no use to this run."""
    return f"2 {options.setup.lang} {tool(options.setup).model_dump_json()}"
