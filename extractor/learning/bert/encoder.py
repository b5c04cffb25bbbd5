"""A pretrained encoder from a local folder: ours or any Hugging Face checkpoint the user names."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.language.classify.bert_input import (
    SIGNS,
    UNK,
    CharacterSpelling,
    Spelling,
    TokenizerSpelling,
)
from extractor.learning.bert import require_torch

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

# These count positions from behind the padding number, so fewer of them are usable.
_ERRORS_ONLY = 40  # the level of Python's logging
_OFFSET_POSITIONS = {"roberta", "xlm-roberta", "camembert"}


class EncoderError(Exception):
    """A checkpoint that cannot be used: says which and what to do."""


@dataclass(frozen=True, slots=True)
class Encoder:
    model: PreTrainedModel
    spelling: Spelling
    tokenizer: PreTrainedTokenizerBase
    max_length: int

    @property
    def character_vocabulary(self) -> dict[str, int] | None:
        """Our own vocabulary, or None where a foreign tokenizer does the spelling."""
        own = isinstance(self.spelling, CharacterSpelling)
        return dict(self.tokenizer.get_vocab()) if own else None


def load_encoder(folder: Path, max_length: int) -> Encoder:
    """Offline, safetensors only, and never code that lies beside the weights."""
    require_torch()
    from safetensors import SafetensorError
    from transformers import AutoModel, AutoTokenizer
    from transformers.utils import logging

    if not (folder / "config.json").is_file():
        raise EncoderError(f"{folder} 中没有 config.json：请给出 Hugging Face 格式的模型文件夹。")
    if not any(folder.glob("*.safetensors")):
        raise EncoderError(
            f"{folder} 中没有 safetensors 权重：出于安全不读取 .bin，请先转换为 safetensors。"
        )
    if "auto_map" in json.loads((folder / "config.json").read_text(encoding="utf-8")):
        raise EncoderError(f"{folder} 需要运行自带的代码，出于安全不支持：请换用标准结构的模型。")
    before = logging.get_verbosity()
    # It would warn that the head that guessed characters is unused, as it should be.
    logging.set_verbosity(_ERRORS_ONLY)
    try:
        tokenizer = AutoTokenizer.from_pretrained(
            str(folder), local_files_only=True, trust_remote_code=False
        )
        model = AutoModel.from_pretrained(
            str(folder), local_files_only=True, trust_remote_code=False, use_safetensors=True
        )
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
        raise EncoderError(f"无法读取编码器 {folder}（{error}）：请检查该文件夹。") from error
    finally:
        logging.set_verbosity(before)
    return Encoder(model, _spelling(tokenizer, folder), tokenizer, _length(model, max_length))


def _spelling(tokenizer: Any, folder: Path) -> Spelling:
    vocabulary = tokenizer.get_vocab()
    if all(sign in vocabulary for sign in SIGNS) and vocabulary.get(UNK) is not None:
        return CharacterSpelling(vocabulary)
    backend = getattr(tokenizer, "backend_tokenizer", None)
    numbers = [
        _first(tokenizer, "cls_token_id", "bos_token_id"),
        _first(tokenizer, "sep_token_id", "eos_token_id"),
        _first(tokenizer, "pad_token_id"),
    ]
    if backend is None or None in numbers:
        raise EncoderError(f"{folder} 的分词器不是 BERT 类的快速分词器：请换用 BERT 类的模型。")
    backend.no_truncation()
    backend.no_padding()
    return TokenizerSpelling(backend, *(int(number) for number in numbers if number is not None))


def _first(tokenizer: Any, *names: str) -> int | None:
    found = (getattr(tokenizer, name, None) for name in names)
    return next((number for number in found if number is not None), None)


def _length(model: PreTrainedModel, wanted: int) -> int:
    config = model.config
    positions = getattr(config, "max_position_embeddings", None) or wanted
    if config.model_type in _OFFSET_POSITIONS:
        positions -= (config.pad_token_id or 0) + 1
    return min(wanted, int(positions))
