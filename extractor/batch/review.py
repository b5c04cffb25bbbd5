"""Takes what reviewers typed into a results folder's files into the stores."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from extractor.batch.sheets import NoResultsError, records
from extractor.decisions.labels import (
    COLUMNS,
    Context,
    LabelStore,
    label_store,
    read_labels,
    untouched,
)
from extractor.decisions.model import APART, NotTaken
from extractor.decisions.returned import read_returned
from extractor.decisions.spreadsheet import SpreadsheetError, rows_of
from extractor.decisions.store import Store
from extractor.decisions.take_in import TakenIn, keep

SENTENCES = "sentences.csv"
RETURNED = ("flags.csv", "flags.xlsx", SENTENCES)


@dataclass(slots=True)
class Taken:
    """What came in, and what did not and why."""

    verdicts: int = 0
    labels: int = 0
    not_taken: list[NotTaken] = field(default_factory=list)
    conflicts: list[tuple[str, str]] = field(default_factory=list)
    """Finding and the words of reviewers who differ."""


def review(folder: Path, files: Iterable[Path], store: Path, reviewer: str) -> Taken:
    """The given files, or those that `score` wrote into the folder."""
    paths = list(files) or [folder / name for name in RETURNED if (folder / name).exists()]
    verdicts, labels = Store(store), LabelStore(label_store(store))
    taken, run = Taken(), time.time_ns()
    sentences: dict[str, Context] | None = None
    for path in paths:
        if _holds_labels(path):
            if sentences is None:
                sentences = _sentences(folder)
            labelled, left = read_labels(path, sentences, reviewer)
            taken.labels += labels.add(labelled, run)
            taken.not_taken += left
        else:
            returned = read_returned(path, reviewer)
            taken.verdicts += verdicts.add(returned.given, run, path.stat().st_mtime_ns)
            taken.not_taken += returned.not_taken
            flags = {given.flag for given in returned.given}
            taken.conflicts += _conflicts(verdicts, flags)
    return taken


def with_labels(taken: TakenIn, folder: Path, store: Path) -> TakenIn:
    """Corrections typed into a sentences.csv that the next run will replace, as its verdicts."""
    path = folder / SENTENCES
    if not path.exists() or untouched(path):
        return taken
    try:
        sentences = _sentences(folder)
    except NoResultsError:
        sentences = {}
    labelled, left = read_labels(path, sentences)
    LabelStore(label_store(store)).add(labelled, time.time_ns())
    kept = (keep(path),) if left else ()
    return TakenIn(taken.new, (*taken.not_taken, *left), (*taken.kept, *kept))


def _holds_labels(path: Path) -> bool:
    """By its header, not its name: people rename files."""
    try:
        next(rows_of(path, COLUMNS, ("id", "topic")), None)
    except SpreadsheetError:
        return False
    return True


def _conflicts(store: Store, flags: set[str]) -> list[tuple[str, str]]:
    told = ((flag, store.verdict(flag).note) for flag in sorted(flags))
    return [(flag, note) for flag, note in told if note.startswith(APART)]


def _sentences(folder: Path) -> dict[str, Context]:
    """The sentences as the reports have them, by number."""
    found: dict[str, Context] = {}
    for record in records(folder):
        meta = record.meta
        report = f"{meta.region or ''}|{meta.agency or record.source.path}|{meta.year or ''}"
        for sentence in record.sentences:
            labels = {
                "topic": sentence.topic,
                "tense": sentence.tense,
                "substance": sentence.substance,
            }
            found[sentence.id] = Context(
                sentence.text,
                sentence.section,
                meta.year,
                report,
                labels,  # type: ignore[arg-type]
            )
    return found


def undo(store: Path) -> tuple[int, int]:
    """Takes back what came in last: verdicts, labels, or both where they came together."""
    verdicts, labels = Store(store), LabelStore(label_store(store))
    last = max(verdicts.last_run(), labels.last_run())
    return (
        verdicts.undo() if verdicts.last_run() == last else 0,
        labels.undo() if labels.last_run() == last else 0,
    )
