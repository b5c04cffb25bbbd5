"""Takes what reviewers typed into a results folder's files into the stores."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extractor.batch.sheets import NoResultsError, records
from extractor.checks.run import plain
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
from extractor.decisions.take_in import REVIEWED, TakenIn, keep, reviewed
from extractor.decisions.wrote import Wrote
from extractor.outputs.names import SENTENCES, TO_LABEL
from extractor.report.record import Record

RETURNED = (*REVIEWED, SENTENCES, TO_LABEL)


@dataclass(slots=True)
class Taken:
    """What came in, and what did not and why."""

    verdicts: int = 0
    labels: int = 0
    added: int = 0
    """Cells of columns that reviewers added."""
    not_taken: list[NotTaken] = field(default_factory=list)
    conflicts: list[tuple[str, str]] = field(default_factory=list)
    """Finding and the words of reviewers who differ."""


def review(folder: Path, files: Iterable[Path], store: Path, reviewer: str) -> Taken:
    """The given files, or those that `score` wrote into the folder."""
    lists = (folder / name for name in RETURNED if name not in REVIEWED)
    paths = list(files) or [*reviewed(folder), *(path for path in lists if path.exists())]
    verdicts, labels = Store(store), LabelStore(label_store(store))
    taken, run, wrote = Taken(), time.time_ns(), Wrote(folder)
    sentences: dict[str, Context] | None = None
    for path in paths:
        if _holds_labels(path):
            if sentences is None:
                sentences = _sentences(folder)
            labelled, left = read_labels(path, sentences, reviewer)
            taken.labels += labels.add(labelled, run, path.stat().st_mtime_ns)
            taken.not_taken += left
        else:
            returned = read_returned(path, reviewer)
            saved = path.stat().st_mtime_ns
            taken.verdicts += verdicts.add(returned.given, run, saved, wrote)
            taken.added += verdicts.added.add(returned.added, run, saved)
            taken.not_taken += returned.not_taken
            flags = {given.flag for given in returned.given}
            taken.conflicts += _conflicts(verdicts, flags)
    return taken


def with_labels(taken: TakenIn, folder: Path, store: Path) -> TakenIn:
    """Corrections typed into a sentences.csv that the next run will replace, as its verdicts."""
    labels = take_labels(folder / SENTENCES, folder, store)
    return TakenIn(taken.new, (*taken.not_taken, *labels.not_taken), (*taken.kept, *labels.kept))


def take_labels(path: Path, folder: Path, store: Path) -> TakenIn:
    """Labels from a list that is about to be replaced; one with rows left over is kept."""
    if not path.exists() or untouched(path):
        return TakenIn(0, (), ())
    try:
        sentences = _sentences(folder)
    except NoResultsError:
        sentences = {}
    labelled, left = read_labels(path, sentences)
    new = LabelStore(label_store(store)).add(labelled, time.time_ns(), path.stat().st_mtime_ns)
    return TakenIn(new, tuple(left), (keep(path),) if left else ())


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
    return {id_: context for record in records(folder) for id_, context in _contexts(record)}


def _contexts(record: Record) -> Iterator[tuple[str, Context]]:
    """Each with all that a model sees of it: the next training has no report at hand."""
    meta = record.meta
    report = f"{meta.region or ''}|{meta.agency or record.source.path}|{meta.year or ''}"
    aspects = [(aspect, plain(aspect.text)) for aspect in record.aspects]
    texts = ["", *(sentence.text for sentence in record.sentences), ""]
    for number, sentence in enumerate(record.sentences):
        words = plain(sentence.text)
        aspect = next((own for own, text in aspects if words in text), None)
        yield (
            sentence.id,
            Context(
                text=sentence.text,
                section=sentence.section,
                aspect=aspect.key if aspect else None,
                heading=aspect.title if aspect else None,
                before=texts[number],
                after=texts[number + 2],
                year=meta.year,
                report=report,
                labels={
                    "topic": sentence.topic,
                    "tense": sentence.tense,
                    "substance": sentence.substance,
                },
            ),
        )


def undo(store: Path) -> tuple[int, int]:
    """Takes back what came in last: verdicts, labels, or both where they came together."""
    verdicts, labels = Store(store), LabelStore(label_store(store))
    last = max(verdicts.last_run(), labels.last_run(), verdicts.added.last_run())
    if verdicts.added.last_run() == last:
        verdicts.added.undo()
    return (
        verdicts.undo() if verdicts.last_run() == last else 0,
        labels.undo() if labels.last_run() == last else 0,
    )
