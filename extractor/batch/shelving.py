"""A run's reports beside those of earlier batches, each under the name that it is known by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractor.batch.index import without
from extractor.batch.inputs import Entry
from extractor.batch.journal import Journal
from extractor.batch.neighbours import Neighbours
from extractor.batch.shelf import Shelved
from extractor.checks.boilerplate.fingerprint import Fingerprint
from extractor.checks.settings import Settings
from extractor.pipeline import JUDGED
from extractor.report.record import Record
from extractor.roster.match import Asked, Index
from extractor.roster.model import Row


def shelved(
    entries: Iterable[Entry], journal: Journal, roster: Index | None = None
) -> tuple[list[Shelved], list[str]]:
    """The batch's annual reports with their keys in the journal."""
    kept = [(entry, entry.key()) for entry in entries]
    kept = [(entry, key) for entry, key in kept if journal.brief(key).status in JUDGED]
    keys = [key for _, key in kept]
    found = []
    for (entry, key), packed in zip(kept, journal.fingerprints(keys), strict=True):
        brief = journal.brief(key)
        who = (brief.region, brief.agency, brief.year, brief.sha256)
        row = roster.row(brief.line) if roster and brief.line is not None else None
        known_as = _known_as(row, brief.former)
        found.append(Shelved(entry.shown, *who, Fingerprint.unpacked(packed), known_as))
    return found, keys


def _known_as(row: Row | None, former: str | None) -> str | None:
    """By the roster; what was merged into one agency were several before."""
    return None if row is None or (former and len(row.former) > 1) else row.agency


def _by_roster(kept: Iterable[Shelved], roster: Index) -> Iterator[Shelved]:
    """Reports of earlier batches, which may have had another roster, or none."""
    for one in kept:
        found = roster.by_name(Asked("", "", one.agency, one.region))
        known_as = _known_as(found.row, found.former)
        if found.row is not None and known_as is not None:
            region = found.row.region or one.region
            one = replace(one, known_as=known_as, region=region)
        yield one


def standing(
    entries: Iterable[Entry],
    journal: Journal,
    settings: Settings,
    kept: Sequence[Shelved] = (),
    roster: Index | None = None,
) -> Neighbours:
    """How the batch's reports stand among each other, and among those that an index kept."""
    batch, keys = shelved(entries, journal, roster)
    if roster is not None:
        kept = list(_by_roster(kept, roster))

    def load(report: int) -> Record:
        return Record.model_validate_json(journal.record(keys[report]))

    return Neighbours(batch, load, settings, without(kept, batch))
