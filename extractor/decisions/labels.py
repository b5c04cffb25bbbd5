"""Corrected labels as they come back in sentences.csv, kept for the next training."""

from __future__ import annotations

import csv
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from extractor.decisions.log import Line, Log
from extractor.decisions.model import NotTaken
from extractor.decisions.spreadsheet import SpreadsheetError, rows_of
from extractor.language.classify.labels import HEAD_NAMES, HEADS, Head

COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("编号", "id"),
    "text": ("句子", "sentence"),
    "topic": ("更正主题", "corrected topic"),
    "tense": ("更正时态", "corrected tense"),
    "substance": ("更正实质", "corrected substance"),
    "labeller": ("标注人", "labeller"),
}
_HEADS: tuple[Head, ...] = ("topic", "tense", "substance")
_FILE = "labels.jsonl"


@dataclass(frozen=True, slots=True)
class Context:
    """The sentence as the report has it: a spreadsheet may have changed its copy."""

    text: str
    section: str | None
    year: int | None
    report: str
    labels: Mapping[Head, str]
    """What the model said: a corrected row keeps what was not corrected."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with what a person says of it; heads that nobody touched are the model's."""

    id: str
    labels: Mapping[Head, str]
    corrected: frozenset[Head]
    labeller: str
    context: Context
    file: str = ""
    line: int = 0


def label_store(verdicts: Path) -> Path:
    """Beside the verdicts."""
    return verdicts.with_name(_FILE)


def read_labels(
    path: Path, sentences: Mapping[str, Context], labeller: str = ""
) -> tuple[list[Labelled], list[NotTaken]]:
    """The corrected rows, and each that cannot be taken with its line and reason."""
    labelled: list[Labelled] = []
    left: list[NotTaken] = []
    try:
        for line, cells in rows_of(path, COLUMNS, ("id", "topic")):
            if not any(cells[head] for head in _HEADS):
                continue
            took = _taken(path.name, line, cells, sentences, labeller)
            if isinstance(took, Labelled):
                labelled.append(took)
            else:
                left.append(took)
    except SpreadsheetError as error:
        left.append(NotTaken(path.name, 0, str(error)))
    return labelled, left


def untouched(path: Path) -> bool:
    """As we wrote it and nothing typed: told line by line, for such a file may be very long."""
    blank = [COLUMNS[head] for head in _HEADS]
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            ours = [next(n for n in names if n in (rows.fieldnames or ())) for names in blank]
            return not any(row[head] for row in rows for head in ours)
    except (OSError, UnicodeDecodeError, csv.Error, StopIteration):
        return False


def _taken(
    file: str,
    line: int,
    cells: dict[str, str],
    sentences: Mapping[str, Context],
    labeller: str,
) -> Labelled | NotTaken:
    typed = "、".join(cells[head] for head in _HEADS if cells[head])
    context = sentences.get(cells["id"])
    if context is None:
        return NotTaken(file, line, f"编号“{cells['id']}”不在这批结果里。", typed)
    labels: dict[Head, str] = dict(context.labels)
    corrected: set[Head] = set()
    for head in _HEADS:
        if cells[head]:
            key = label_key(head, cells[head])
            if key is None:
                return NotTaken(file, line, unknown_label(head, cells[head]), typed)
            labels[head] = key
            corrected.add(head)
    by = cells["labeller"] or labeller
    return Labelled(cells["id"], labels, frozenset(corrected), by, context, file, line)


def label_key(head: Head, typed: str) -> str | None:
    """The label's key from its key or its Chinese name."""
    plain = "".join(typed.split()).lower()
    names = HEADS[head]
    if plain in names:
        return plain
    return next((key for key, name in names.items() if name == plain), None)


def unknown_label(head: Head, typed: str) -> str:
    names = HEADS[head]
    near = difflib.get_close_matches(typed.strip(), [*names.values(), *names], n=1, cutoff=0.3)
    nearest = f"是不是“{near[0]}”？" if near else ""
    return f"{HEAD_NAMES[head]}“{typed}”不认识，{nearest}可填：{'、'.join(names.values())}。"


class LabelStore:
    """All corrections ever given; of two on one sentence by one person the later is in force."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._log = Log(path)

    def add(self, labelled: Iterable[Labelled], run: int = 0) -> int:
        with self._log.writing():
            known = {_same(line) for line in self.in_force()}
            new = [line for each in labelled if _same(line := _line(each)) not in known]
            if new:
                self._log.append(new, run)
        return len(new)

    def last_run(self) -> int:
        return self._log.last_run()

    def undo(self) -> int:
        return self._log.undo()

    def in_force(self) -> list[Line]:
        latest: dict[tuple[str, str], Line] = {}
        for line in self._log.lines():
            if isinstance(line.get("id"), str):
                latest[line["id"], str(line.get("labeller") or "")] = line
        return list(latest.values())

    def __len__(self) -> int:
        return len(self.in_force())


def _same(line: Line) -> tuple[object, ...]:
    labels = line.get("labels")
    told = tuple(labels.items()) if isinstance(labels, dict) else ()
    return line.get("id"), line.get("labeller"), told


def _line(each: Labelled) -> Line:
    context = each.context
    return {
        "id": each.id,
        "labels": {head: each.labels[head] for head in _HEADS},
        "corrected": sorted(each.corrected),
        "labeller": each.labeller,
        "text": context.text,
        "section": context.section,
        "year": context.year,
        "report": context.report,
        "file": each.file,
        "line": each.line,
    }
