"""What stands beside the reports of a batch, and a report in its light: with what the other
agencies' reports show, its copies, last year's report and the reviewers' verdicts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractor.batch.baseline import Baseline
from extractor.batch.copies import Copies
from extractor.batch.neighbours import Neighbours
from extractor.batch.previous import Before, Previous
from extractor.checks.across import flags_across, flags_among
from extractor.checks.model import Across
from extractor.decisions.added import AddedStore
from extractor.decisions.model import Verdict
from extractor.pipeline import JUDGED, Setup
from extractor.report.record import Record
from extractor.roster.notes import of_last_year
from extractor.scoring import scored

VerdictOf = Callable[[str], Verdict]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that the batch's own files do not tell; settings and roster stand in the setup."""

    setup: Setup
    previous: Previous
    neighbours: Neighbours
    verdict_of: VerdictOf
    added: AddedStore | None = None
    """Columns that reviewers added."""
    baseline: Baseline | None = None
    """An earlier run: only what is new since then is shown."""
    year: int | None = None
    """The one that the roster's agencies are asked about; None: that of most reports."""


@dataclass(frozen=True, slots=True)
class Completed:
    record: Record
    paired: bool
    """Held against last year's report."""


def completed(record: Record, beside: Surroundings, copies: Copies) -> Completed:
    """Verdicts given in earlier runs stand; the score comes last, since they mute."""
    setup = beside.setup
    record = copies.noted(copies.flagged(_among(record, beside), setup), setup)
    before = beside.previous.of(record) if record.status in JUDGED else Before()
    record = _after(record, before, setup)
    verdicts = (beside.verdict_of(flag.id).word for flag in record.flags)
    judged = zip(record.flags, verdicts, strict=True)
    flags = [flag.model_copy(update={"verdict": word}) for flag, word in judged]
    record = scored(record.model_copy(update={"flags": flags}), setup.rubric)
    return Completed(record, before.record is not None)


def _among(record: Record, beside: Surroundings) -> Record:
    """With what the other agencies' reports show; what it shows alone its reader has flagged."""
    among = beside.neighbours.beyond_itself(record) if record.status in JUDGED else None
    if among is None:
        return record
    flags = flags_among(among, beside.setup.lang)
    return record.model_copy(update={"flags": flags})


def _after(record: Record, before: Before, setup: Setup) -> Record:
    """With what last year's report shows, where there is one."""
    if before.said is not None:
        notes = [*record.source.notes, of_last_year(before.said, setup.lang)]
        source = record.source.model_copy(update={"notes": notes})
        record = record.model_copy(update={"source": source})
    if before.record is None:
        return record
    flags = flags_across(Across(record, before.record, setup.settings), setup.lang)
    return record.model_copy(update={"flags": flags})
