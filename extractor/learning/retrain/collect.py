"""Step 1: what a model can learn from, as it is: the shipped labels and the user's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.decisions.labels import LabelStore
from extractor.language.classify.folder import file_digest
from extractor.learning.dataset import DatasetError, Example, load_examples
from extractor.learning.retrain.steps import digest
from extractor.learning.shipped_labels import shipped_labels
from extractor.learning.train import DEVELOPMENT, HELD

# What decides a model; when, from which file and in which order labels came in does not.
_KEPT = (
    "id", "labels", "corrected", "labeller", "text", "section", "aspect", "heading", "before",
    "after", "year", "report",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sources:
    """The shipped labels' files and the user's lines."""

    development: Path
    held: Path
    lines: tuple[dict[str, Any], ...]

    def digests(self) -> dict[str, str]:
        return {
            DEVELOPMENT: file_digest(self.development),
            HELD: file_digest(self.held),
            "labels.jsonl": digest(self.lines),
        }

    def load(self) -> tuple[list[Example], list[Example]]:
        return load_examples(self.development), load_examples(self.held)


def sources(shipped: Path | None, store: Path) -> Sources:
    """`shipped`: another folder than the one that came along; `store`: the user's labels."""
    folder = shipped or shipped_labels()
    if folder is None or not all((folder / name).is_file() for name in (DEVELOPMENT, HELD)):
        raise DatasetError(
            f"找不到标注数据 {folder or 'training_data/labels'}：请重新安装 nianjian，"
            "或用 --labels 指明文件夹。",
            f"No labels in {folder or 'training_data/labels'}: install nianjian again, or give "
            "their folder with --labels.",
        )
    return Sources(folder / DEVELOPMENT, folder / HELD, _canonical(LabelStore(store).in_force()))


def _canonical(lines: Iterable[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    kept = [{key: line.get(key) for key in _KEPT} for line in lines]
    return tuple(
        sorted(kept, key=lambda line: (str(line["report"]), str(line["id"]), digest(line)))
    )
