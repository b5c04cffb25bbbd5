"""Named steps in a run's folder: what is done and unchanged is not done again.

A step's folder holds its outputs and, written last, `done.json` with the digests of its inputs and
outputs. A step killed halfway has none, so it is done anew; one whose inputs changed, too.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from extractor.language.classify.folder import file_digest

StepName = Literal["collect", "check", "split", "fit", "evaluate", "card", "promote"]
STEPS: tuple[StepName, ...] = get_args(StepName)
_DONE = "done.json"

Inputs = Mapping[str, str]
"""Name and digest of each."""


@dataclass(frozen=True, slots=True)
class RunFolder:
    """`1-collect/`, `2-check/`, …"""

    path: Path

    def of(self, step: StepName) -> Path:
        return self.path / f"{STEPS.index(step) + 1}-{step}"

    def file(self, step: StepName, name: str) -> Path:
        return self.of(step) / name

    def do(self, step: StepName, inputs: Inputs, work: Callable[[Path], None]) -> bool:
        """Does the step unless it was done with the same inputs; tells whether it did."""
        folder = self.of(step)
        if self._is_done(folder, inputs):
            return False
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        work(folder)
        write_json(folder / _DONE, {"inputs": dict(inputs), "outputs": _digests(folder)})
        return True

    @staticmethod
    def _is_done(folder: Path, inputs: Inputs) -> bool:
        try:
            told = json.loads((folder / _DONE).read_text(encoding="utf-8"))
            return bool(told["inputs"] == dict(inputs) and told["outputs"] == _digests(folder))
        except (OSError, ValueError, KeyError, TypeError):
            return False


def _digests(folder: Path) -> dict[str, str]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): file_digest(path)
        for path in paths
        if path.name != _DONE
    }


def digest(value: object) -> str:
    """Of anything that JSON can tell."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def write_json(path: Path, value: Any) -> None:
    """Whole or not at all."""
    text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    part = path.with_name(f"{path.name}.part")
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
