"""The sentences of a results folder that are most worth labelling, as a list to fill in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from extractor.batch.sheets import NoResultsError
from extractor.checks.model import Language
from extractor.decisions.labels import LabelStore, label_store
from extractor.language.classify.labels import Head
from extractor.learning.choosing import Candidate, choose, doubt
from extractor.learning.known import labelled_texts
from extractor.learning.near import Near
from extractor.outputs.columns import SENTENCE_COLUMNS, sentence_row
from extractor.outputs.csv_file import CsvFile
from extractor.report.record import Record

_RECORDS = "reports.jsonl"
# A candidate's key holds its line's offset and its number in that report.
_PER_REPORT = 1_000_000


class _Sentence(BaseModel):
    """Of the record only what the choice needs: reading the rest would cost most of the time."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    text: str
    section: str | None
    confidence: dict[Head, float]
    uncertain: list[Head]


class _Meta(BaseModel):
    region: str | None = None
    agency: str | None = None


class _Source(BaseModel):
    path: str


class _Report(BaseModel):
    meta: _Meta
    source: _Source
    sentences: list[_Sentence]


@dataclass(frozen=True, slots=True)
class Chosen:
    """How many sentences were chosen, of how many."""

    chosen: int
    sentences: int
    agencies: int


def write_labelling(
    results: Path, count: int, store: Path, out: Path, lang: Language = "zh"
) -> Chosen:
    """The next sentences to label, in `sentences.csv`'s columns."""
    path = results / _RECORDS if results.is_dir() else results
    if not path.is_file():
        raise NoResultsError(str(path))
    seen = _Seen()
    known = Near((*labelled_texts(), *_labelled(store)))
    chosen = choose(seen.all(path), count, known)
    if chosen:
        _write(path, chosen, out, lang)
    return Chosen(len(chosen), seen.sentences, len({one.owner for one in chosen}))


@dataclass(slots=True)
class _Seen:
    """Counts what passes by."""

    sentences: int = 0

    def all(self, path: Path) -> Iterator[Candidate]:
        for offset, report in _reports(path):
            owner = f"{report.meta.region or ''}|{report.meta.agency or report.source.path}"
            for number, sentence in enumerate(report.sentences):
                self.sentences += 1
                yield Candidate(
                    offset * _PER_REPORT + number,
                    sentence.text,
                    sentence.section,
                    owner,
                    doubt(sentence.confidence),
                    bool(sentence.uncertain),
                )


def _reports(path: Path) -> Iterator[tuple[int, _Report]]:
    with path.open("rb") as lines:
        offset = 0
        for line in lines:
            try:
                yield offset, _Report.model_validate_json(line)
            except ValueError as error:  # what a wrong file or a damaged line comes to
                raise NoResultsError(str(path)) from error
            offset += len(line)


def _labelled(store: Path) -> Iterable[str]:
    return (str(line.get("text") or "") for line in LabelStore(label_store(store)).in_force())


def _write(path: Path, chosen: list[Candidate], out: Path, lang: Language) -> None:
    """In the order of choice: who labels only the first fifty has labelled the best fifty."""
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_name(f"{out.name}.part")
    with path.open("rb") as lines, CsvFile(part, SENTENCE_COLUMNS, lang) as file:
        for candidate in chosen:
            offset, number = divmod(candidate.key, _PER_REPORT)
            lines.seek(offset)
            record = Record.model_validate_json(lines.readline())
            file.row(sentence_row(record, record.sentences[number], lang))
    # Whole or not at all: an interrupted run leaves the earlier list.
    os.replace(part, out)
