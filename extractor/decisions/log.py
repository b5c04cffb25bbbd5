"""An append-only file of JSON lines in batches: nothing that was written is ever changed.

People can read it with any editor. An interrupted write leaves a torn last line, which is put on a
line of its own and skipped, never mixed with the next one. Undoing adds a line, too.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from filelock import FileLock

Line = dict[str, Any]
_WAIT_SECONDS = 30


class Log:
    def __init__(self, path: Path) -> None:
        self.path = path

    def lines(self) -> list[Line]:
        """What is in force, oldest first; each line knows its batch."""
        return [told for told, undone in self.history() if undone is None]

    def history(self) -> list[tuple[Line, int | None]]:
        """Every line; of one taken back, when that was."""
        undone: dict[int, int] = {}
        kept: list[Line] = []
        for told in self._all():
            if isinstance(told.get("undo"), int):
                undone[told["undo"]] = moment(told)
            elif isinstance(told.get("batch"), int):
                kept.append(told)
        return [(told, undone.get(told["batch"])) for told in kept]

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One writer at a time; the next waits."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{self.path}.lock", timeout=_WAIT_SECONDS):
            yield

    def append(self, lines: Iterable[Line], run: int = 0) -> None:
        """A batch; call it inside `writing`. `run` tells what came in at one time to two logs."""
        batch = max((told["batch"] for told, _ in self.history()), default=0) + 1
        head = {"batch": batch, "run": run, "day": date.today().isoformat()}
        self._write(head | line for line in lines)

    def last_run(self) -> int:
        """When the latest batch in force came in."""
        return max((moment(line) for line in self.lines()), default=0)

    def undo(self) -> int:
        """Takes back the latest batch in force; returns how many lines that were."""
        with self.writing():
            lines = self.lines()
            if not lines:
                return 0
            last = max(line["batch"] for line in lines)
            day = date.today().isoformat()
            self._write([{"undo": last, "run": time.time_ns(), "day": day}])
        return sum(line["batch"] == last for line in lines)

    def _write(self, lines: Iterable[Line]) -> None:
        torn = self.path.exists() and self.path.stat().st_size and not self._ends_whole()
        with self.path.open("ab") as file:
            file.write(b"\n" if torn else b"")
            for line in lines:
                file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def _ends_whole(self) -> bool:
        with self.path.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read(1) == b"\n"

    def unreadable(self, usable: Callable[[Line], bool]) -> list[int]:
        """Numbers of lines that say nothing: torn by a break, saved in another encoding, or
        edited beyond use. Whoever counts on what they said must be told."""
        return [number for number, told in self._numbered() if not _says(told, usable)]

    def _all(self) -> Iterator[Line]:
        return (told for _, told in self._numbered() if told is not None)

    def _numbered(self) -> Iterator[tuple[int, Line | None]]:
        """Every line but blank ones; None where it is no JSON object in UTF-8."""
        if not self.path.exists():
            return
        # An editor that people open it with may put a byte order mark in front.
        lines = self.path.read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines()
        for number, raw in enumerate(lines, start=1):
            try:
                told = json.loads(raw.decode("utf-8"))
            except (ValueError, RecursionError):  # also numbers of thousands of digits
                told = None
            if raw.strip():
                yield number, told if isinstance(told, dict) else None


class Logged:
    """A store that rests on a log: what came in is appended, what is in force is read from it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._log = Log(path)
        self._read()

    def last_run(self) -> int:
        return self._log.last_run()

    def undo(self) -> int:
        """Takes back the latest batch in force: nothing is deleted, the undoing is added."""
        gone = self._log.undo()
        self._read()
        return gone

    def _append(self, new: Callable[[], list[Line]], run: int) -> int:
        """Appends what `new` finds; returns how many lines that were. It is asked once nobody else
        can write: what another run took in meanwhile is not new."""
        with self._log.writing():
            self._read()
            lines = new()
            if lines:
                self._log.append(lines, run)
                self._read()
        return len(lines)

    def _read(self) -> None:
        """What the store keeps in memory of its log; nothing, if it reads the log when asked."""


def _says(told: Line | None, usable: Callable[[Line], bool]) -> bool:
    if told is None:
        return False
    return isinstance(told.get("undo"), int) or (
        isinstance(told.get("batch"), int) and usable(told)
    )


def moment(line: Line) -> int:
    """When it came in, in nanoseconds; 0 where nobody knows or somebody edited it beyond use."""
    run = line.get("run")
    return run if isinstance(run, int) else 0
