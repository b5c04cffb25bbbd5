"""An exported BERT: onnxruntime and a dict of characters, without PyTorch or transformers.

The int8 network scales its numbers by the largest of what it is given at once. So sentences go
through one at a time: then what else is in the batch cannot matter, and nothing is padded; on one
thread this costs nothing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from extractor.language.classify.bert_input import (
    CharacterSpelling,
    Spelling,
    TokenizerSpelling,
    pairs,
)
from extractor.language.classify.context import Sight
from extractor.language.classify.folder import ModelError, read_manifest
from extractor.language.classify.labels import HEADS, Head
from extractor.language.classify.model import Probabilities

if TYPE_CHECKING:
    import onnxruntime

KIND = "bert"
MODEL, CONFIG, VOCABULARY, TOKENIZER = "model.onnx", "config.json", "vocab.txt", "tokenizer.json"


@dataclass(frozen=True, slots=True)
class OnnxEncoder:
    """Sentences as vectors: the first vector ([CLS]) beside the mean over the words."""

    session: onnxruntime.InferenceSession
    spelling: Spelling
    max_length: int
    size: int

    @classmethod
    def load(cls, folder: Path, threads: int = 1) -> OnnxEncoder:
        read_manifest(folder, KIND)
        return cls._of(folder, _config(folder), threads)

    @classmethod
    def _of(cls, folder: Path, config: dict[str, Any], threads: int) -> OnnxEncoder:
        try:
            return cls(
                _session(folder / MODEL, threads),
                _spelling(folder, config),
                int(config["max_length"]),
                int(config["vector"]),
            )
        except (KeyError, OSError, ValueError) as error:
            raise _damaged(folder, error) from error

    def encode(self, sights: Sequence[Sight]) -> NDArray[np.float32]:
        """One row a sentence; feed for linear heads that are trained without PyTorch."""
        found = np.zeros((len(sights), self.size), dtype=np.float32)
        for row, (vector,) in enumerate(self.run(["vector"], sights)):
            found[row] = vector[0]
        return found

    def run(self, wanted: list[str], sights: Sequence[Sight]) -> list[list[NDArray[np.float32]]]:
        """The wanted outputs, sentence by sentence."""
        found = []
        for row in pairs(sights, self.spelling, self.max_length):
            ids = np.array([row.ids], dtype=np.int64)
            segments = np.array([row.segments], dtype=np.int64)
            given = {"ids": ids, "attention": np.ones_like(ids), "segments": segments}
            found.append(self.session.run(wanted, given))
        return found


@dataclass(frozen=True, slots=True)
class OnnxClassifier:
    """The fine-tuned network with its three heads."""

    encoder: OnnxEncoder
    temperatures: dict[Head, float]

    @classmethod
    def load(cls, folder: Path, threads: int = 1) -> OnnxClassifier:
        """The stored model; damage, and other labels than ours, are told."""
        read_manifest(folder, KIND)
        config = _config(folder)
        if config.get("labels") != {head: list(names) for head, names in HEADS.items()}:
            raise ModelError(f"模型 {folder} 没有本版本的标签：请用本版本重新训练。")
        try:
            temperatures = {head: float(config["temperatures"][head]) for head in HEADS}
        except (KeyError, TypeError, ValueError) as error:
            raise _damaged(folder, error) from error
        return cls(OnnxEncoder._of(folder, config, threads), temperatures)

    def encode(self, sights: Sequence[Sight]) -> NDArray[np.float32]:
        return self.encoder.encode(sights)

    def predict_proba(self, sights: Sequence[Sight]) -> Probabilities:
        size = sum(len(names) for names in HEADS.values())
        scores = np.zeros((len(sights), size))
        for row, (found,) in enumerate(self.encoder.run(["scores"], sights)):
            scores[row] = found[0]
        answers: Probabilities = {}
        start = 0
        for head, names in HEADS.items():
            own = scores[:, start : start + len(names)] / self.temperatures[head]
            answers[head] = _softmax(own)
            start += len(names)
        return answers


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True))


def _session(model: Path, threads: int) -> onnxruntime.InferenceSession:
    try:
        import onnxruntime
    except ImportError as error:
        raise ModelError(
            "使用 BERT 模型需要 onnxruntime，尚未安装。请运行：pip install 'nianjian[bert]'"
        ) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def _spelling(folder: Path, config: dict[str, Any]) -> Spelling:
    if config["spelling"] == "characters":
        names = (folder / VOCABULARY).read_text(encoding="utf-8").split("\n")[:-1]
        return CharacterSpelling({name: number for number, name in enumerate(names)})
    try:
        from tokenizers import Tokenizer
    except ImportError as error:
        raise ModelError(
            "这个编码器使用自己的分词器，需要 tokenizers。请运行：pip install 'nianjian[bert]'"
        ) from error
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    return TokenizerSpelling(tokenizer, *(int(config[name]) for name in ("cls", "sep", "pad")))


def _config(folder: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged(folder, error) from error
    return found


def _damaged(folder: Path, error: Exception) -> ModelError:
    return ModelError(f"模型文件夹 {folder} 内容不完整（{error}）：请重新安装或重新训练。")
