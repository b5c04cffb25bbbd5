"""Export: the network as int8 ONNX with all that inference needs, in one folder with hashes.

The exporter is the older one (dynamo=False): what the newer one writes does not quantise cleanly.
"""

from __future__ import annotations

import json
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.language.classify.bert_input import Pair
from extractor.language.classify.folder import write_manifest
from extractor.language.classify.labels import HEADS
from extractor.language.classify.onnx_encoder import CONFIG, KIND, MODEL, TOKENIZER, VOCABULARY
from extractor.learning.bert import require_torch
from extractor.learning.bert.encoder import Encoder, load_encoder
from extractor.learning.bert.finetune import MAX_LENGTH, BertClassifier
from extractor.learning.bert.vocabulary import save_vocabulary

if TYPE_CHECKING:
    import torch

_OPSET = 17
_INPUTS = ["ids", "attention", "segments"]


def export_classifier(
    classifier: BertClassifier, folder: Path, card: dict[str, Any], quantised: bool = True
) -> dict[str, Any]:
    """Writes the fine-tuned network; the manifest is given back."""
    if classifier.encoder is None or classifier.network is None:
        raise RuntimeError("模型尚未训练：请先调用 fit。")
    network = classifier.network.eval()
    config = {
        "labels": {head: list(names) for head, names in HEADS.items()},
        "temperatures": dict(classifier.temperatures),
        "vector": network.reader.size,
    }
    return _export(
        network, ["scores", "vector"], classifier.encoder, folder, config, card, quantised
    )


def export_encoder(
    checkpoint: Path,
    folder: Path,
    card: dict[str, Any],
    max_length: int = MAX_LENGTH,
    quantised: bool = True,
) -> dict[str, Any]:
    """Writes a pretrained encoder without heads, for linear heads over its frozen vectors."""
    encoder = load_encoder(checkpoint, max_length)
    from extractor.learning.bert.network import Reader

    reader = Reader(encoder.model).eval()
    config = {"vector": reader.size}
    return _export(reader, ["vector"], encoder, folder, config, card, quantised)


def _export(
    module: torch.nn.Module,
    outputs: list[str],
    encoder: Encoder,
    folder: Path,
    config: dict[str, Any],
    card: dict[str, Any],
    quantised: bool,
) -> dict[str, Any]:
    require_torch()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as room:
        plain = Path(room) / MODEL
        _to_onnx(module, plain, outputs, encoder)
        (_quantise if quantised else _copy)(plain, folder / MODEL)
    spelled = _save_spelling(encoder, folder)
    numbers = {name: getattr(encoder.spelling, name) for name in ("cls", "sep", "pad")}
    kind = "characters" if spelled == VOCABULARY else "tokenizer"
    whole = {**config, **numbers, "max_length": encoder.max_length, "spelling": kind}
    text = json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True)
    (folder / CONFIG).write_text(text + "\n", encoding="utf-8")
    return write_manifest(folder, KIND, card, (MODEL, CONFIG, spelled))


def _to_onnx(module: torch.nn.Module, path: Path, outputs: Sequence[str], encoder: Encoder) -> None:
    import torch

    from extractor.learning.bert.network import padded

    # Two rows of two lengths, so that nothing is taken for constant.
    spelling = encoder.spelling
    rows = [Pair([spelling.cls, *[spelling.sep] * n], [0, *[1] * n]) for n in (5, 7)]
    axes = {name: {0: "batch", 1: "length"} for name in _INPUTS}
    with warnings.catch_warnings():
        # Tracing warns of every shape it takes from its example; a test holds other shapes to it.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            padded(rows, spelling.pad),
            str(path),
            input_names=_INPUTS,
            output_names=list(outputs),
            dynamic_axes={**axes, **{name: {0: "batch"} for name in outputs}},
            opset_version=_OPSET,
            dynamo=False,
        )


def _quantise(plain: Path, target: Path) -> None:
    import logging

    from onnxruntime.quantization import QuantType, quantize_dynamic

    root, level = logging.getLogger(), logging.getLogger().level
    root.setLevel(logging.ERROR)  # it advises a preparation that is for convolutions
    try:
        # Seven bits: with eight, processors without VNNI overflow and answer otherwise than those
        # with it.
        quantize_dynamic(plain, target, weight_type=QuantType.QInt8, reduce_range=True)
    finally:
        root.setLevel(level)


def _copy(plain: Path, target: Path) -> None:
    target.write_bytes(plain.read_bytes())


def _save_spelling(encoder: Encoder, folder: Path) -> str:
    vocabulary = encoder.character_vocabulary
    if vocabulary is not None:
        save_vocabulary(vocabulary, folder)
        return VOCABULARY
    encoder.tokenizer.backend_tokenizer.save(str(folder / TOKENIZER))
    return TOKENIZER
