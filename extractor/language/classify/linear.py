"""The linear classifier: weights over character n-grams, one calibrated head a question.

A model folder holds `vocabulary.json` (the n-grams of each source), `weights.npz` (plain arrays:
loading runs no code) and `manifest.json` (labels, temperatures, hashes).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from extractor.language.classify.context import Sight
from extractor.language.classify.features import SOURCES, signature, texts
from extractor.language.classify.folder import (
    DamagedModelError,
    ModelError,
    read_manifest,
    write_manifest,
)
from extractor.language.classify.labels import HEADS, Head
from extractor.language.classify.model import Probabilities
from extractor.language.classify.terms import Terms

if TYPE_CHECKING:
    # Loaded with the model: who only passes records on does without scipy.
    from scipy.sparse import csr_matrix

KIND = "linear"
VOCABULARY, WEIGHTS = "vocabulary.json", "weights.npz"
# Half precision halves the file and moves no probability by more than a thousandth.
_STORED = np.float16
# What a file that is no such model comes to when it is read, or when its parts do not fit.
_UNREADABLE = (
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    BadZipFile,
    zlib.error,
)
_LABELS = {head: list(names) for head, names in HEADS.items()}


@dataclass(frozen=True, slots=True)
class LinearHead:
    """One question's weights: a row a feature, a column a label in the order of `labels.HEADS`.

    In this order they lie in memory as the product reads them; turned, they would be copied anew
    for every report.
    """

    weights: NDArray[np.float64]
    bias: NDArray[np.float64]
    temperature: float

    def probabilities(self, parts: Sequence[csr_matrix]) -> NDArray[np.float64]:
        """The answers to sentences whose features come source by source, side by side."""
        scores, first = self.bias, 0
        for part in parts:
            scores = scores + part @ self.weights[first : first + part.shape[1]]
            first += part.shape[1]
        scores = scores / self.temperature
        scores -= scores.max(axis=1, keepdims=True)
        odds = np.exp(scores)
        return np.asarray(odds / odds.sum(axis=1, keepdims=True))


@dataclass(frozen=True, slots=True)
class LinearClassifier:
    """The terms of every source, and a head for each question."""

    terms: tuple[Terms, ...]
    heads: dict[Head, LinearHead]

    def predict_proba(self, sights: Sequence[Sight]) -> Probabilities:
        if not sights:
            return {head: np.zeros((0, len(names))) for head, names in HEADS.items()}
        parts = weighted(self.terms, sights)
        return {name: head.probabilities(parts) for name, head in self.heads.items()}

    def save(self, folder: Path, card: dict[str, Any]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        vocabulary = {one.source.name: one.names for one in self.terms}
        text = json.dumps(vocabulary, ensure_ascii=False, separators=(",", ":"))
        (folder / VOCABULARY).write_text(text, encoding="utf-8")
        arrays: dict[str, NDArray[Any]] = {}
        for one in self.terms:
            arrays[f"idf.{one.source.name}"] = one.rarity.astype(_STORED)
        for name, head in self.heads.items():
            arrays[f"weights.{name}"] = head.weights.astype(_STORED)
            arrays[f"bias.{name}"] = head.bias
        # numpy's stub takes any name for `allow_pickle`, which is a bool.
        np.savez_compressed(folder / WEIGHTS, **arrays)  # type: ignore[arg-type]
        temperatures = {name: head.temperature for name, head in self.heads.items()}
        told = {**card, "temperatures": temperatures, "features": signature()}
        write_manifest(folder, KIND, told, (VOCABULARY, WEIGHTS))

    @classmethod
    def load(cls, folder: Path) -> LinearClassifier:
        """The stored model; damage is told, never worked around, and nothing stored is run."""
        manifest = linear_manifest(folder)
        path = folder / VOCABULARY
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
            vocabulary = {source.name: _terms(told[source.name]) for source in SOURCES}
            path = folder / WEIGHTS
            with np.load(path, allow_pickle=False) as stored:
                arrays = {name: stored[name].astype(np.float64) for name in stored.files}
            _check(manifest, vocabulary, arrays)
            known = tuple(
                Terms.of(source, vocabulary[source.name], arrays[f"idf.{source.name}"])
                for source in SOURCES
            )
            heads = {
                name: LinearHead(
                    np.ascontiguousarray(arrays[f"weights.{name}"]),
                    arrays[f"bias.{name}"],
                    float(manifest["temperatures"][name]),
                )
                for name in HEADS
            }
        except _UNREADABLE as error:
            raise DamagedModelError(path, f"内容不完整：{error}", f"incomplete: {error}") from error
        return cls(known, heads)


def linear_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a linear model that this version of the program can use."""
    manifest = read_manifest(folder, KIND)
    if manifest.get("features", signature()) != signature():
        raise ModelError(
            f"模型 {folder} 是另一版本的 nianjian 训练的，不能再用：请用 nianjian train --rollback "
            "退回，再用 nianjian train 重新训练。",
            f"The model in {folder} was made by another version of nianjian and cannot be used: "
            "go back with nianjian train --rollback, then run nianjian train again.",
        )
    return manifest


def _terms(told: list[str]) -> list[str]:
    if len({str(term) for term in told}) < len(told):
        raise ValueError("twice the same term")
    return list(told)


def _check(
    manifest: dict[str, Any], vocabulary: dict[str, list[str]], arrays: dict[str, NDArray[Any]]
) -> None:
    """Parts that do not belong together would answer, and wrongly."""
    if manifest.get("labels", _LABELS) != _LABELS:
        raise ValueError("labels")
    sizes = {source.name: len(vocabulary[source.name]) for source in SOURCES}
    shapes: dict[str, tuple[int, ...]] = {f"idf.{name}": (size,) for name, size in sizes.items()}
    for head, names in HEADS.items():
        shapes[f"weights.{head}"] = (sum(sizes.values()), len(names))
        shapes[f"bias.{head}"] = (len(names),)
        if not manifest["temperatures"][head] > 0:
            raise ValueError(f"temperature {head}")
    for name, shape in shapes.items():
        if arrays[name].shape != shape or not np.isfinite(arrays[name]).all():
            raise ValueError(f"{name} {arrays[name].shape} ≠ {shape}")


def weighted(terms: Sequence[Terms], sights: Sequence[Sight]) -> list[csr_matrix]:
    """Every source's features, each with its weight."""
    parts = []
    for one in terms:
        # Sentences share headings and places: each is counted once.
        told = texts(one.source, sights)
        rows = {text: row for row, text in enumerate(dict.fromkeys(told))}
        part = one.weighted(list(rows))
        parts.append(part[[rows[text] for text in told]] if len(rows) < len(told) else part)
    return parts
