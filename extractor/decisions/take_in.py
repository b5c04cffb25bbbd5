"""Verdicts typed into an output folder go into the store before anything there is replaced."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from extractor.decisions.model import NotTaken
from extractor.decisions.returned import read_returned
from extractor.decisions.store import Store
from extractor.decisions.wrote import Wrote

REVIEWED = ("flags.csv", "flags.xlsx")


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many verdicts were new, which rows could not be taken, what was kept for them."""

    new: int
    not_taken: tuple[NotTaken, ...]
    kept: tuple[Path, ...]


def take_in(folder: Path, store: Store) -> TakenIn:
    """From the files that the next run will replace; one with rows left over is kept as a copy."""
    new, run, wrote = 0, time.time_ns(), Wrote(folder)
    not_taken: list[NotTaken] = []
    kept: list[Path] = []
    for path in reviewed(folder):
        returned = read_returned(path)
        saved = path.stat().st_mtime_ns
        new += store.add(returned.given, run, saved, wrote)
        store.added.add(returned.added, run, saved)
        if returned.not_taken:
            not_taken += returned.not_taken
            kept.append(keep(path))
    return TakenIn(new, tuple(not_taken), tuple(kept))


def reviewed(folder: Path) -> list[Path]:
    """The lists that are there, the last saved last: of one reviewer's two words it counts."""
    paths = [folder / name for name in REVIEWED if (folder / name).exists()]
    return sorted(paths, key=lambda path: path.stat().st_mtime_ns)


def keep(path: Path) -> Path:
    """Beside it, under the first free name; the same bytes are not kept twice."""
    number = 1
    while True:
        target = path.with_name(f"{path.stem}.未取-{number}{path.suffix}")
        if not target.exists():
            shutil.copy2(path, target)
            return target
        if target.read_bytes() == path.read_bytes():
            return target
        number += 1
