"""The linear classifier: weights over character n-grams, one calibrated head a question.

A model folder holds `vocabulary.json` (the n-grams of each source), `weights.npz` (plain arrays:
loading runs no code) and `manifest.json` (labels, temperatures, hashes).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from extractor.language.classify.context import Sight
from extractor.language.classify.features import SOURCES, Source, texts
from extractor.language.classify.folder import ModelError, read_manifest, write_manifest
from extractor.language.classify.labels import HEADS, Head
from extractor.language.classify.model import Probabilities

if TYPE_CHECKING:
    # Loaded with the model: who only passes records on does without scikit-learn.
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfVectorizer

KIND = "linear"
VOCABULARY, WEIGHTS = "vocabulary.json", "weights.npz"
# Half precision halves the file and moves no probability by more than a thousandth.
_STORED = np.float16


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


def vectorizer(source: Source, **settings: Any) -> TfidfVectorizer:
    """The n-grams of one source; `settings` are those of training or a stored vocabulary."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    pattern = {"token_pattern": r"\S+"} if source.analyzer == "word" else {}
    return TfidfVectorizer(
        analyzer=source.analyzer,
        ngram_range=source.ngrams,
        lowercase=False,
        sublinear_tf=True,
        dtype=np.float64,
        **pattern,
        **settings,
    )


@dataclass(frozen=True, slots=True)
class LinearClassifier:
    """Fitted vectorizers, and a head for each question."""

    vectorizers: tuple[TfidfVectorizer, ...]
    heads: dict[Head, LinearHead]

    def predict_proba(self, sights: Sequence[Sight]) -> Probabilities:
        if not sights:
            return {head: np.zeros((0, len(names))) for head, names in HEADS.items()}
        parts = weighted(self.vectorizers, sights)
        return {name: head.probabilities(parts) for name, head in self.heads.items()}

    def save(self, folder: Path, card: dict[str, Any]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        vocabulary = {
            source.name: sorted(v.vocabulary_, key=v.vocabulary_.__getitem__)
            for source, v in zip(SOURCES, self.vectorizers, strict=True)
        }
        text = json.dumps(vocabulary, ensure_ascii=False, separators=(",", ":"))
        (folder / VOCABULARY).write_text(text, encoding="utf-8")
        arrays: dict[str, NDArray[Any]] = {}
        for source, v in zip(SOURCES, self.vectorizers, strict=True):
            arrays[f"idf.{source.name}"] = v.idf_.astype(_STORED)
        for name, head in self.heads.items():
            arrays[f"weights.{name}"] = head.weights.astype(_STORED)
            arrays[f"bias.{name}"] = head.bias
        np.savez_compressed(folder / WEIGHTS, **arrays)  # type: ignore[arg-type]
        temperatures = {name: head.temperature for name, head in self.heads.items()}
        write_manifest(folder, KIND, {**card, "temperatures": temperatures}, (VOCABULARY, WEIGHTS))

    @classmethod
    def load(cls, folder: Path) -> LinearClassifier:
        """The stored model; damage is told, never worked around."""
        manifest = read_manifest(folder, KIND)
        try:
            vocabulary = json.loads((folder / VOCABULARY).read_text(encoding="utf-8"))
            with np.load(folder / WEIGHTS, allow_pickle=False) as stored:
                arrays = {name: stored[name].astype(np.float64) for name in stored.files}
            fitted = tuple(
                _restored(source, vocabulary[source.name], arrays[f"idf.{source.name}"])
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
        except (KeyError, ValueError, OSError) as error:
            raise ModelError(
                f"模型文件夹 {folder} 内容不完整（{error}）：请重新安装或重新训练。"
            ) from error
        return cls(fitted, heads)


def weighted(vectorizers: Sequence[TfidfVectorizer], sights: Sequence[Sight]) -> list[csr_matrix]:
    """Every source's features, each with its weight."""
    from sklearn import config_context

    parts = []
    # Our own finite numbers need no validation; it costs as much as the arithmetic.
    with config_context(assume_finite=True, skip_parameter_validation=True):
        for source, fitted in zip(SOURCES, vectorizers, strict=True):
            # Sentences share headings and places: each is analysed once.
            told = texts(source, sights)
            rows = {text: row for row, text in enumerate(dict.fromkeys(told))}
            part = fitted.transform(rows)
            if len(rows) < len(told):
                part = part[[rows[text] for text in told]]
            part.data *= source.weight
            parts.append(part)
    return parts


def _restored(source: Source, terms: list[str], idf: NDArray[np.float64]) -> TfidfVectorizer:
    restored = vectorizer(source, vocabulary={term: index for index, term in enumerate(terms)})
    restored.idf_ = idf
    return restored
