"""An invented office: little shipped data, and labels of its own in a style that nobody ships."""

from __future__ import annotations

import random
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from extractor.decisions.labels import Context, Labelled, LabelStore
from extractor.language.classify.context import Sight
from extractor.language.classify.labels import HEADS, Head
from extractor.language.classify.linear import LinearClassifier
from extractor.language.classify.shipped import shipped_folder
from extractor.learning.dataset import save_examples
from extractor.learning.retrain.run import Options
from extractor.learning.train import DEVELOPMENT, HELD
from tests.learning.invented import examples

# A marker decides the labels; the rest is noise, so that no two sentences are near-duplicates.
_MARKERS: dict[str, tuple[str, str, str]] = {
    "壬癸": ("platform", "planned", "specific"),
    "戊己": ("workplan", "done", "boilerplate"),
    "庚辛": ("contact", "problem", "specific"),
}
_SIGNS = "山川河湖海风云雷电雨雪霜花草树木石金银铜铁东南西北春夏秋冬江湾桥路城镇乡村田园"
AS_SHIPPED = "清平"
"""Sentences with this marker are labelled as the shipped model has them."""


def shipped_labels(folder: Path) -> Path:
    """In the place of the shipped labels: small enough to learn from in a second."""
    folder.mkdir(parents=True, exist_ok=True)
    save_examples(folder / DEVELOPMENT, [e for e in examples() if e.hand != "hand-3"])
    save_examples(folder / HELD, [e for e in examples() if e.hand == "hand-3"])
    return folder


def labelled(agencies: int = 40, each: int = 10, labeller: str = "王敏") -> list[Labelled]:
    """So many sentences of so many agencies."""
    return [
        _labelled(agency, number, labeller) for agency in range(agencies) for number in range(each)
    ]


def store(path: Path, rows: Iterable[Labelled]) -> Path:
    LabelStore(path).add(rows)
    return path


def options(folder: Path, rows: Iterable[Labelled] | None = None, **chosen: Any) -> Options:
    labels = store(folder / "labels.jsonl", labelled() if rows is None else rows)
    shipped = shipped_labels(folder / "shipped")
    return Options(labels, folder / "models", shipped, **chosen)


def _labelled(agency: int, number: int, labeller: str) -> Labelled:
    chance = random.Random(f"{agency}-{number}")
    markers = (*_MARKERS, AS_SHIPPED)
    marker = markers[number % len(markers)]
    text = marker + "".join(chance.choices(_SIGNS, k=24)) + "。"
    told = _MARKERS.get(marker) or _answer(text)
    labels: dict[Head, str] = dict(zip(HEADS, told, strict=True))
    report = f"云岭县|第{agency}局|2023"
    context = Context(text, "overview", 2023, report, labels)
    return Labelled(f"S-{agency:04}{number:04}", labels, frozenset(), labeller, context)


@cache
def _answer(text: str) -> tuple[str, ...]:
    told = _shipped().predict_proba([Sight(text, "overview", year=2023)])
    return tuple(list(names)[int(told[head][0].argmax())] for head, names in HEADS.items())


@cache
def _shipped() -> LinearClassifier:
    return LinearClassifier.load(shipped_folder())
