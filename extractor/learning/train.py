"""Training the model that the product uses: fit → evaluate → card → folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.language.classify.folder import read_manifest
from extractor.language.classify.labels import Head
from extractor.learning.card import card_data, card_text
from extractor.learning.dataset import DatasetError, Example, load_examples, sights
from extractor.learning.linear import fit_linear
from extractor.learning.measures import HeadFigures, figures

DEVELOPMENT, HELD = "development.jsonl", "held.jsonl"
CARD = "CARD.md"


@dataclass(frozen=True, slots=True)
class Trained:
    folder: Path
    manifest: dict[str, Any]
    figures: dict[Head, HeadFigures]


def train(labels: Path, out: Path) -> Trained:
    """The linear model of these labels in a folder of its own, with its card."""
    development, held = (load_examples(_existing(labels / name)) for name in (DEVELOPMENT, HELD))
    refuse_shared(development, held)
    fitted = fit_linear(development)
    found = figures(held, fitted.classifier.predict_proba(sights(held)))
    fitted.classifier.save(out, card_data(development, held, found, fitted.doubt))
    manifest = read_manifest(out)
    (out / CARD).write_text(card_text(out.name, manifest, found), encoding="utf-8")
    return Trained(out, manifest, found)


def refuse_shared(development: Sequence[Example], held: Sequence[Example]) -> None:
    """What measures must be new to what was learned."""
    if not held:
        raise DatasetError(
            f"测量数据 {HELD} 是空的：没有它就无法知道模型好坏。",
            f"{HELD} is empty: without it nobody knows what a model is worth.",
        )
    if shared := {e.hand for e in development} & {e.hand for e in held}:
        raise DatasetError(
            f"写法 {'、'.join(sorted(shared))} 同时在训练和测量数据中：请只留一边。",
            f"Hands on both sides, learned from and measured on: {', '.join(sorted(shared))}.",
        )


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise DatasetError(
            f"找不到标注数据 {path}：请用 --labels 指明它所在的文件夹。",
            f"No labels at {path}: give their folder with --labels.",
        )
    return path
