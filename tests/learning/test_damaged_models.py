"""Models that are damaged or of another version: refused by name, and nothing in them runs."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.language.classify import features, in_use
from extractor.language.classify.folder import (
    MANIFEST,
    DamagedModelError,
    ModelError,
    write_manifest,
)
from extractor.language.classify.in_use import POINTER, folder_of, promoted
from extractor.language.classify.linear import KIND, VOCABULARY, WEIGHTS, LinearClassifier
from extractor.learning.retrain.promote import promote
from tests.learning.toy_models import variant


def resealed(folder: Path) -> None:
    """As somebody would who knows how the hashes are made."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    kept = {k: v for k, v in manifest.items() if k not in ("kind", "files", "hash", "seal")}
    write_manifest(folder, KIND, kept, (VOCABULARY, WEIGHTS))


class Trap:
    """Unpickled it would write a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


def damage(kind: str, folder: Path, trap: Path) -> str:
    """Damages a model; returns the file that must be named."""
    weights, vocabulary = folder / WEIGHTS, folder / VOCABULARY
    if kind == "changed":
        weights.write_bytes(weights.read_bytes()[:-1] + b"x")
        return WEIGHTS
    if kind == "missing":
        vocabulary.unlink()
        return VOCABULARY
    if kind == "manifest":
        text = (folder / MANIFEST).read_text(encoding="utf-8")
        (folder / MANIFEST).write_text(text.replace('"topic": 0.', '"topic": 0.1', 1))
        return MANIFEST
    if kind == "no manifest":
        (folder / MANIFEST).write_bytes(b"\xff\xfe")
        return MANIFEST
    if kind == "truncated":
        weights.write_bytes(weights.read_bytes()[:500])
    elif kind == "pickle":
        weights.write_bytes(pickle.dumps(Trap(trap)))
    elif kind == "pickle inside":
        with np.load(weights) as stored:
            arrays = dict(stored)
        arrays["bias.topic"] = np.array([Trap(trap)], dtype=object)
        np.savez(weights, **arrays, allow_pickle=True)
    elif kind == "vocabulary":
        told = json.loads(vocabulary.read_text(encoding="utf-8"))
        told["own"].pop()
        vocabulary.write_text(json.dumps(told), encoding="utf-8")
    elif kind == "schema":
        vocabulary.write_text("[]", encoding="utf-8")
        resealed(folder)
        return VOCABULARY
    resealed(folder)
    return WEIGHTS


@pytest.mark.parametrize(
    "kind",
    [
        "changed",
        "missing",
        "manifest",
        "no manifest",
        "truncated",
        "pickle",
        "pickle inside",
        "vocabulary",
        "schema",
    ],
)
def test_a_damaged_model_is_refused_by_name_and_runs_nothing(
    kind: str, model: Path, tmp_path: Path
) -> None:
    folder, name = variant(model, tmp_path / "m", 0.5)
    target = promote(tmp_path / "models", folder, name)
    file = damage(kind, target, tmp_path / "trap")
    with pytest.raises(DamagedModelError) as raised:
        LinearClassifier.load(target)
    for lang in ("zh", "en"):
        assert file in raised.value.told(lang)
        assert "nianjian train --rollback" in raised.value.told(lang)
    assert not (tmp_path / "trap").exists()


def test_a_model_of_other_features_is_refused(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, _ = variant(model, tmp_path / "m", 0.5)
    source = replace(features.SOURCES[0], text=lambda sight: sight.text)
    monkeypatch.setattr(features, "SOURCES", (source, *features.SOURCES[1:]))
    with pytest.raises(ModelError, match="另一版本"):
        LinearClassifier.load(folder)


def test_a_damaged_model_is_not_promoted(model: Path, tmp_path: Path) -> None:
    folder, name = variant(model, tmp_path / "m", 0.5)
    damage("truncated", folder, tmp_path)
    with pytest.raises(DamagedModelError):
        promote(tmp_path / "models", folder, name)
    assert promoted(tmp_path / "models") == []


@pytest.mark.parametrize("text", ["{", '{"promoted": ["../../etc"]}', '{"promoted": 3}', "[]"])
def test_a_damaged_pointer_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / POINTER).write_text(text)
    with pytest.raises(ModelError, match=POINTER):
        folder_of(tmp_path)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_damaged_model_stops_before_any_work(
    lang: str, in_models: tuple[Path, str], tmp_path: Path
) -> None:
    damage("changed", in_models[0], tmp_path)
    in_use._manifest.cache_clear()
    out = tmp_path / "out"
    for command in (["extract"], ["score", "--out", str(out)]):
        told = CliRunner().invoke(main, [*command, str(tmp_path / "报告.txt"), "--lang", lang])
        assert told.exit_code == 2
        assert "nianjian train --rollback" in told.stderr
        assert WEIGHTS in told.stderr
    assert not out.exists()
    back = CliRunner().invoke(main, ["train", "--rollback", "--lang", lang])
    assert back.exit_code == 0
    told = CliRunner().invoke(main, ["extract", str(tmp_path / "报告.txt")])
    assert told.exit_code == 0
