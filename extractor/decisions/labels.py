"""Corrected labels as they come back in sentences.csv, kept for the next training."""

from __future__ import annotations

import csv
import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from extractor.checks.model import Said
from extractor.decisions.log import Line, Logged, moment
from extractor.decisions.model import NotTaken, lines_told, signed
from extractor.decisions.spreadsheet import SpreadsheetError, rows_of
from extractor.language.classify.labels import HEAD_NAMES, HEADS, Head

COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("编号", "id"),
    "text": ("句子", "sentence"),
    "topic": ("更正主题", "corrected topic"),
    "tense": ("更正时态", "corrected tense"),
    "substance": ("更正实质", "corrected substance"),
    "labeller": ("标注人", "labeller"),
    "seen topic": ("主题", "topic"),
    "seen tense": ("时态", "tense"),
    "seen substance": ("实质", "substance"),
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
    """What the model says now; a list may still show what another model said."""
    aspect: str | None = None
    heading: str | None = None
    before: str = ""
    after: str = ""
    """Its neighbours in the report: the model sees a sentence with them."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with what a person says of it. Heads that nobody corrected are as the list shows
    them: that is what the person agreed with, whatever the model says by now."""

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
            if not any(cells[head] for head in (*_HEADS, "labeller")):
                continue
            took = _taken(path.name, line, cells, sentences, labeller)
            if isinstance(took, Labelled):
                labelled.append(took)
            else:
                left.append(took)
    except SpreadsheetError as error:
        left.append(NotTaken(path.name, 0, error.said))
    agreed, apart = _agreed(labelled)
    return agreed, [*left, *apart]


def _agreed(labelled: list[Labelled]) -> tuple[list[Labelled], list[NotTaken]]:
    """A sentence that one person labelled in two ways tells nothing: people sort their lists."""
    rows: dict[tuple[str, str], list[Labelled]] = defaultdict(list)
    for each in labelled:
        rows[each.id, each.labeller].append(each)
    agreed: list[Labelled] = []
    apart: list[NotTaken] = []
    for own in rows.values():
        if all(each.labels == own[0].labels for each in own):
            corrected = frozenset[Head]().union(*(each.corrected for each in own))
            agreed.append(replace(own[0], corrected=corrected))
            continue
        first = min(own, key=lambda each: each.line)
        zh, en = lines_told(each.line for each in own)
        said = Said(
            f"{first.id} 在第 {zh} 行由同一人标注得不同：请改成一样。",
            f"{first.id} is labelled in different ways by one person on lines {en}: make them "
            "the same.",
        )
        apart.append(NotTaken(first.file, first.line, said, first.labeller))
    return agreed, apart


def untouched(path: Path) -> bool:
    """As we wrote it and nothing typed: told line by line, for such a file may be very long."""
    blank = [COLUMNS[head] for head in (*_HEADS, "labeller")]
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
    typed = "、".join(cells[key] for key in (*_HEADS, "labeller") if cells[key])
    context = sentences.get(cells["id"])
    if context is None:
        return NotTaken(file, line, _not_here(cells["id"]), typed)
    shown = {head: label_key(head, cells[f"seen {head}"]) for head in _HEADS}
    labels: dict[Head, str] = {head: shown[head] or context.labels[head] for head in _HEADS}
    corrected: set[Head] = set()
    for head in _HEADS:
        if cells[head]:
            key = label_key(head, cells[head])
            if key is None:
                return NotTaken(file, line, unknown_label(head, cells[head]), typed)
            labels[head] = key
            corrected.add(head)
    by = signed(cells["labeller"] or labeller)
    return Labelled(cells["id"], labels, frozenset(corrected), by, context, file, line)


def _not_here(number: str) -> Said:
    return Said(
        f"编号“{number}”不在这批结果里：请给出当时的结果文件夹，或从现在的清单抄回编号。",
        f"“{number}” is not in these results: give the folder that the list came from, or copy "
        "the number from the present list.",
    )


def label_key(head: Head, typed: str) -> str | None:
    """The label's key from its key or its Chinese name."""
    plain = "".join(typed.split()).lower()
    names = HEADS[head]
    if plain in names:
        return plain
    return next((key for key, name in names.items() if name == plain), None)


def unknown_label(head: Head, typed: str) -> Said:
    """With the valid label that is nearest."""
    names = HEADS[head]
    near = difflib.get_close_matches(typed.strip(), [*names.values(), *names], n=1, cutoff=0.3)
    nearest = f"是不是“{near[0]}”？" if near else ""
    meant = f"is “{label_key(head, near[0])}” meant? " if near else ""
    return Said(
        f"{HEAD_NAMES[head]}“{typed}”不认识，{nearest}可填：{'、'.join(names.values())}。",
        f"{head} “{typed}” is not in the scheme, {meant}give one of: {', '.join(names)}.",
    )


class LabelStore(Logged):
    """All corrections ever given; of two on one sentence by one person the later is in force."""

    def add(self, labelled: Iterable[Labelled], run: int = 0, written: int | None = None) -> int:
        """Appends what is new; returns how many that were.

        `written`: when the file was last saved. Labels that were changed or taken back since, and
        that it then repeats, are an old copy, not somebody's new mind.
        """
        return self._append(lambda: self._new(map(_line, labelled), written), run)

    def _new(self, lines: Iterable[Line], written: int | None) -> list[Line]:
        known = {_same(line) for line in self.in_force()}
        heard = self._heard()
        new: list[Line] = []
        for line in lines:
            changed = heard.get(_same(line))
            old = written is not None and changed is not None and written <= changed
            if _same(line) not in known and not old:
                known.add(_same(line))
                new.append(line)
        return new

    def _heard(self) -> dict[tuple[object, ...], int]:
        """All labels ever given, with when that sentence's labels last changed."""
        changed: dict[object, int] = {}
        said: dict[tuple[object, ...], object] = {}
        for line, undone in self._log.history():
            who = (line.get("id"), line.get("labeller"))
            changed[who] = max(changed.get(who, 0), moment(line), undone or 0)
            said[_same(line)] = who
        return {same: changed[who] for same, who in said.items()}

    def in_force(self) -> list[Line]:
        latest: dict[tuple[str, str], Line] = {}
        for line in self._log.lines():
            if isinstance(line.get("id"), str):
                names = str(line.get("labeller") or "")
                # Signed by several together it settles what they said apart.
                for name in names.split("、"):
                    latest.pop((line["id"], name), None)
                latest[line["id"], names] = line
        return list(latest.values())

    def unreadable(self) -> list[int]:
        """Lines of the store that do not count, by number."""
        return self._log.unreadable(lambda line: isinstance(line.get("id"), str))

    def __len__(self) -> int:
        return len(self.in_force())


def _same(line: Line) -> tuple[object, ...]:
    labels = line.get("labels")
    told = (
        tuple((head, str(labels.get(head))) for head in _HEADS) if isinstance(labels, dict) else ()
    )
    return str(line.get("id")), str(line.get("labeller") or ""), told


def _line(each: Labelled) -> Line:
    context = each.context
    return {
        "id": each.id,
        "labels": {head: each.labels[head] for head in _HEADS},
        "corrected": sorted(each.corrected),
        "labeller": each.labeller,
        "text": context.text,
        "section": context.section,
        "aspect": context.aspect,
        "heading": context.heading,
        "before": context.before,
        "after": context.after,
        "year": context.year,
        "report": context.report,
        "file": each.file,
        "line": each.line,
    }
