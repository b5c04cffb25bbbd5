"""Fine-tuning, export and inference: what is learned, and that all three answer alike."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from extractor.language.classify.context import Sight
from extractor.language.classify.folder import ModelError
from extractor.language.classify.labels import HEADS
from extractor.language.classify.model import Probabilities
from extractor.learning.dataset import DatasetError, save_examples, sights
from tests.learning.bert_toys import toy_encoder, toy_examples, toy_lines, toy_sights

pytest.importorskip("torch", reason="torch 未安装：pip install 'nianjian[bert]'")
pytest.importorskip("transformers", reason="transformers 未安装：pip install 'nianjian[bert]'")
pytest.importorskip("onnx", reason="onnx 未安装：pip install 'nianjian[bert]'")
pytest.importorskip("onnxruntime", reason="onnxruntime 未安装：pip install 'nianjian[bert]'")

from extractor.language.classify.onnx_encoder import OnnxClassifier, OnnxEncoder
from extractor.learning.bert import export
from extractor.learning.bert.encoder import EncoderError, load_encoder
from extractor.learning.bert.finetune import (
    BertClassifier,
    Settings,
    label_weights,
    set_aside,
    temperature,
)

FAST = Settings(epochs=24, rows=8, max_length=64, patience=24)


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return toy_encoder(tmp_path_factory.mktemp("encoder"))


@pytest.fixture(scope="module")
def fitted(encoder: Path) -> BertClassifier:
    return BertClassifier(encoder, FAST).fit(toy_examples())


@pytest.fixture(scope="module")
def exported(fitted: BertClassifier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    export.export_classifier(fitted, folder, {"note": "test"})
    return folder


def _alike(first: Probabilities, second: Probabilities) -> float:
    return max(float(np.abs(first[head] - second[head]).max()) for head in HEADS)


def test_it_learns_an_easy_task_and_says_so(fitted: BertClassifier) -> None:
    new = toy_examples(27)[100:]
    answers = fitted.predict_proba(sights(new))
    for head, names in HEADS.items():
        given = [list(names)[index] for index in answers[head].argmax(axis=1)]
        right = np.mean([g == e.labels.of(head) for g, e in zip(given, new, strict=True)])
        assert right >= 0.9, head
        assert answers[head].sum(axis=1) == pytest.approx(1)
    assert set(fitted.temperatures) == set(HEADS)
    assert len(fitted.inner) == FAST.epochs


def test_an_answer_does_not_depend_on_the_batch(fitted: BertClassifier, exported: Path) -> None:
    seen = toy_sights()
    onnx = OnnxClassifier.load(exported)
    for model, tolerance in ((fitted, 1e-5), (onnx, 0.0)):
        together = model.predict_proba(seen)
        backwards = model.predict_proba(seen[::-1])
        assert _alike(together, {h: p[::-1] for h, p in backwards.items()}) <= tolerance
        for number, sight in enumerate(seen):
            alone = model.predict_proba([sight])
            assert _alike(alone, {h: p[[number]] for h, p in together.items()}) <= tolerance
    assert onnx.predict_proba([])["tense"].shape == (0, 4)


def test_the_exported_network_answers_as_the_trained_one(
    fitted: BertClassifier, exported: Path, tmp_path: Path
) -> None:
    seen = toy_sights()
    wanted = fitted.predict_proba(seen)
    export.export_classifier(fitted, tmp_path / "float", {}, quantised=False)
    plain = OnnxClassifier.load(tmp_path / "float")
    assert _alike(plain.predict_proba(seen), wanted) < 1e-4
    assert _alike(OnnxClassifier.load(exported).predict_proba(seen), wanted) < 0.1
    size = [(folder / "model.onnx").stat().st_size for folder in (exported, tmp_path / "float")]
    assert size[0] < size[1]  # a network this small is mostly names and nodes


def test_the_same_seed_gives_the_same_model(encoder: Path, tmp_path: Path) -> None:
    short = Settings(epochs=1, rows=8, max_length=64)
    hashes = [
        export.export_classifier(
            BertClassifier(encoder, settings).fit(toy_examples(6)), tmp_path / name, {}
        )["hash"]
        for name, settings in (
            ("a", short),
            ("b", short),
            ("c", Settings(epochs=1, rows=8, max_length=64, seed=8)),
        )
    ]
    assert hashes[0] == hashes[1] != hashes[2]


def test_refit_learns_from_all_hands_and_keeps_the_calibration(encoder: Path) -> None:
    settings = Settings(epochs=1, rows=8, max_length=64, refit=True)
    plain = Settings(epochs=1, rows=8, max_length=64)
    made = [BertClassifier(encoder, s).fit(toy_examples(6)) for s in (settings, plain)]
    assert made[0].temperatures == made[1].temperatures
    seen = toy_sights()
    assert _alike(made[0].predict_proba(seen), made[1].predict_proba(seen)) > 1e-6


def _foreign(folder: Path) -> Path:
    """A user's checkpoint: another tokenizer (WordPiece), another width, no signs of ours."""
    from transformers import BertConfig, BertModel, BertTokenizer

    characters = sorted(set("".join(toy_lines())) - {" "})
    names = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "##5", *characters]
    tokenizer = BertTokenizer(vocab={name: number for number, name in enumerate(names)})
    tokenizer.save_pretrained(folder)
    config = BertConfig(
        vocab_size=len(names),
        hidden_size=48,
        num_hidden_layers=1,
        num_attention_heads=3,
        intermediate_size=64,
        max_position_embeddings=50,
        type_vocab_size=1,
    )
    BertModel(config).save_pretrained(folder)
    return folder


def test_a_checkpoint_of_the_user_is_fine_tuned_and_exported(tmp_path: Path) -> None:
    checkpoint = _foreign(tmp_path / "theirs")
    made = BertClassifier(checkpoint, Settings(epochs=12, rows=4, patience=12)).fit(toy_examples())
    assert made.encoder is not None
    assert made.encoder.max_length == 50
    assert made.encoder.character_vocabulary is None
    seen = toy_sights()
    export.export_classifier(made, tmp_path / "out", {}, quantised=False)
    loaded = OnnxClassifier.load(tmp_path / "out")
    assert _alike(loaded.predict_proba(seen), made.predict_proba(seen)) < 1e-4
    assert loaded.encode(seen).shape == (len(seen), 96)
    assert max(made.inner) > made.inner[0] + 0.2


def test_checkpoints_that_are_not_safe_are_refused(encoder: Path, tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"config\.json"):
        load_encoder(tmp_path, 64)
    config = json.loads((encoder / "config.json").read_text(encoding="utf-8"))
    (tmp_path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    (tmp_path / "pytorch_model.bin").write_bytes(b"pickle")
    with pytest.raises(EncoderError, match="safetensors"):
        load_encoder(tmp_path, 64)
    (tmp_path / "model.safetensors").write_bytes(b"damaged")
    with pytest.raises(EncoderError, match="无法读取"):
        load_encoder(tmp_path, 64)
    config["auto_map"] = {"AutoModel": "code.Model"}
    (tmp_path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    with pytest.raises(EncoderError, match="代码"):
        load_encoder(tmp_path, 64)


def test_a_frozen_encoder_gives_vectors_for_other_heads(encoder: Path, tmp_path: Path) -> None:
    export.export_encoder(encoder, tmp_path, {}, max_length=64)
    frozen = OnnxEncoder.load(tmp_path)
    vectors = frozen.encode(toy_sights())
    assert vectors.shape == (len(toy_sights()), 64)
    assert (vectors == np.stack([frozen.encode([s])[0] for s in toy_sights()])).all()
    assert len({vector.tobytes() for vector in vectors}) > 20
    with pytest.raises(ModelError, match="标签"):
        OnnxClassifier.load(tmp_path)


def test_a_damaged_model_is_told(exported: Path, tmp_path: Path) -> None:
    for file in exported.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    broken = bytearray((tmp_path / "model.onnx").read_bytes())
    broken[1000] ^= 1
    (tmp_path / "model.onnx").write_bytes(broken)
    with pytest.raises(ModelError, match="损坏"):
        OnnxClassifier.load(tmp_path)


def test_inference_needs_neither_torch_nor_transformers(exported: Path) -> None:
    code = (
        "import sys; sys.modules['torch'] = sys.modules['transformers'] = None\n"
        "sys.modules['tokenizers'] = None\n"
        "from pathlib import Path\n"
        "from extractor.language.classify.onnx_encoder import OnnxClassifier\n"
        "from extractor.language.classify.context import Sight\n"
        f"model = OnnxClassifier.load(Path({str(exported)!r}))\n"
        "print(model.predict_proba([Sight('公开信息3条。')])['tense'].shape)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "(1, 4)", done.stderr


def test_without_torch_it_says_what_to_install(encoder: Path) -> None:
    code = (
        "import importlib.util as u, sys; real = u.find_spec\n"
        "u.find_spec = lambda name, *more: None if name == 'torch' else real(name, *more)\n"
        "from pathlib import Path\n"
        "from extractor.learning.bert.encoder import load_encoder\n"
        "assert 'torch' not in sys.modules\n"
        f"load_encoder(Path({str(encoder)!r}), 64)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "pip install 'nianjian[bert]'" in done.stderr


def test_whole_hands_are_set_aside_and_of_one_hand_whole_reports() -> None:
    examples = toy_examples()
    aside = set_aside(examples, 1)
    inner = {e.hand for e, kept in zip(examples, aside, strict=True) if kept}
    outer = {e.hand for e, kept in zip(examples, aside, strict=True) if not kept}
    assert len(inner) == 1
    assert not inner & outer
    single = [e.model_copy(update={"hand": "x"}) for e in examples]
    told = {e.report for e, kept in zip(single, set_aside(single, 1), strict=True) if kept}
    assert len(told) == 3
    with pytest.raises(DatasetError, match="一份报告"):
        set_aside([e.model_copy(update={"report": "r"}) for e in single], 1)


def test_rare_labels_count_more_but_do_not_shout() -> None:
    wanted = np.array([0] * 90 + [1] * 9 + [2])
    weights = label_weights(wanted, "tense")
    assert weights[0] < weights[1] < weights[2] < 12 * weights[0]
    assert float((weights[wanted]).mean()) == pytest.approx(1)


def test_temperature_cools_what_is_too_sure() -> None:
    rng = np.random.default_rng(0)
    scores = rng.normal(size=(4000, 4))
    odds = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    wanted = np.array([rng.choice(4, p=row) for row in odds])
    assert temperature(3 * scores, wanted) == pytest.approx(3, rel=0.1)


def test_a_sentence_longer_than_the_network_is_still_answered(exported: Path) -> None:
    long = Sight("公开" * 5000, "disclosure", heading="长" * 900, before="前" * 900)
    assert OnnxClassifier.load(exported).predict_proba([long])["topic"].shape == (1, 16)


def test_the_command_fine_tunes_the_named_encoder(encoder: Path, tmp_path: Path) -> None:
    from extractor.learning.bert.__main__ import main

    save_examples(tmp_path / "labels.jsonl", toy_examples(6))
    given = [str(tmp_path / "out"), "--labels", str(tmp_path / "labels.jsonl"), "--epochs", "1"]
    assert main([*given, "--encoder", str(tmp_path / "nowhere")]) == 2
    assert main([*given, "--encoder", str(encoder)]) == 0
    assert OnnxClassifier.load(tmp_path / "out").predict_proba(toy_sights()[:2])
