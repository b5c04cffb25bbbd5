"""Where verdicts are kept: one line of JSON each, only ever appended to.

People can read it with any editor; an interrupted write leaves a torn last line, which is put on a
line of its own and skipped, never mixed with the next one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from filelock import FileLock

from extractor.decisions.model import NO_VERDICT, VERDICTS, Given, Verdict, together

# For tests, and for offices that keep the store on a shared drive.
ENVIRONMENT = "NIANJIAN_STORE"
_FILE = "verdicts.jsonl"
_WAIT_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Kept:
    """A line of the store."""

    batch: int
    given: Given
    day: str


def default_store() -> Path:
    """A place that the next January finds again: the user's data folder."""
    told = os.environ.get(ENVIRONMENT)
    if told:
        return Path(told)
    import platformdirs

    return Path(platformdirs.user_data_dir("nianjian", appauthor=False)) / _FILE


class Store:
    """All verdicts ever given, the latest of each reviewer in force."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read()

    def verdict(self, flag: str) -> Verdict:
        """What stands for this finding: all its reviewers' latest words together."""
        own = self._in_force.get(flag)
        return together(list(own.values())) if own else NO_VERDICT

    def __len__(self) -> int:
        return sum(len(own) for own in self._in_force.values())

    @property
    def kept(self) -> list[Kept]:
        """What is in force, with batches, oldest first."""
        return [kept for kept in self._kept if kept.batch not in self._undone]

    def add(self, given: Iterable[Given], day: date | None = None) -> int:
        """Appends what is new; returns how many that were."""
        with self._locked():
            self._read()
            new = [each for each in given if not self._known(each)]
            if new:
                batch = self._last_batch + 1
                told = (day or date.today()).isoformat()
                self._append(_line(batch, each, told) for each in new)
                self._read()
        return len(new)

    def undo(self) -> int:
        """Takes back the latest batch in force: nothing is deleted, the undoing is added."""
        with self._locked():
            self._read()
            batches = {kept.batch for kept in self.kept}
            if not batches:
                return 0
            last = max(batches)
            gone = sum(1 for kept in self.kept if kept.batch == last)
            self._append([json.dumps({"undo": last, "day": date.today().isoformat()})])
            self._read()
        return gone

    def _known(self, given: Given) -> bool:
        """What the store itself put into a file comes back with it: that is nothing new."""
        own = self._in_force.get(given.flag, {})
        return given.verdict in own.values() or given.verdict == self.verdict(given.flag)

    def _locked(self) -> FileLock:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(f"{self.path}.lock", timeout=_WAIT_SECONDS)

    def _append(self, lines: Iterable[str]) -> None:
        torn = self.path.exists() and self.path.stat().st_size and not self._ends_whole()
        with self.path.open("ab") as file:
            file.write(b"\n" if torn else b"")
            for line in lines:
                file.write(line.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def _ends_whole(self) -> bool:
        with self.path.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read(1) == b"\n"

    def _read(self) -> None:
        self._kept: list[Kept] = []
        self._undone: set[int] = set()
        self._last_batch = 0
        for told in self._lines():
            if "undo" in told:
                self._undone.add(told["undo"])
            elif (kept := _kept(told)) is not None:
                self._kept.append(kept)
                self._last_batch = max(self._last_batch, kept.batch)
        self._in_force: dict[str, dict[str, Verdict]] = {}
        for kept in self.kept:
            verdict = kept.given.verdict
            own = self._in_force.setdefault(kept.given.flag, {})
            # Signed by several together it settles what they said apart.
            for name in verdict.reviewer.split("、"):
                own.pop(name, None)
            own[verdict.reviewer] = verdict

    def _lines(self) -> Iterator[dict[str, Any]]:
        if not self.path.exists():
            return
        for raw in self.path.read_bytes().splitlines():
            try:
                told = json.loads(raw.decode("utf-8"))
            except (UnicodeDecodeError, json.JSONDecodeError):
                continue
            if isinstance(told, dict):
                yield told


def _line(batch: int, given: Given, day: str) -> str:
    told = {
        "batch": batch,
        "day": day,
        "id": given.flag,
        "verdict": given.verdict.word,
        "reviewer": given.verdict.reviewer,
        "note": given.verdict.note,
        "file": given.file,
        "line": given.line,
    }
    return json.dumps(told, ensure_ascii=False)


def _kept(told: dict[str, Any]) -> Kept | None:
    if not isinstance(told.get("batch"), int) or not isinstance(told.get("id"), str):
        return None
    word = told.get("verdict")
    if word is not None and word not in VERDICTS:
        return None
    verdict = Verdict(word, str(told.get("reviewer") or ""), str(told.get("note") or ""))
    given = Given(told["id"], verdict, str(told.get("file") or ""), int(told.get("line") or 0))
    return Kept(told["batch"], given, str(told.get("day") or ""))
