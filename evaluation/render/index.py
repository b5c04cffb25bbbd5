"""The index of rendered files: which file is which report, in what format, by whom, how."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from evaluation.gold import Part
from extractor.reading.document import Format

RENDERED = Path(__file__).parents[1] / "rendered"
INDEX = "index.json"


@dataclass(frozen=True, slots=True)
class Rendering:
    """One rendered file; `folder` is where its index stands."""

    report: str
    part: Part
    format: Format
    producer: str
    style: str
    file: str
    variation: int = 0
    folder: Path = RENDERED

    @property
    def path(self) -> Path:
        return self.folder / self.file

    @property
    def kind(self) -> str:
        """Format and producer, as its folder is named: pdf-chromium, txt-cells."""
        return self.file.split("/")[0]


def committed(folder: Path = RENDERED) -> list[Rendering]:
    """The files that a folder's index names; none without an index."""
    index = folder / INDEX
    if not index.exists():
        return []
    entries: list[dict[str, Any]] = json.loads(index.read_text("utf-8"))
    return [Rendering(**entry, folder=folder) for entry in entries]


def write_index(folder: Path, renderings: Iterable[Rendering]) -> None:
    """Write the index of a folder."""
    entries = [
        {key: value for key, value in asdict(rendering).items() if key != "folder" and value != 0}
        for rendering in renderings
    ]
    text = json.dumps(entries, ensure_ascii=False, indent=1)
    (folder / INDEX).write_text(text + "\n", "utf-8")
