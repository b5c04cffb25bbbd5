"""Pretraining: hides what it should, learns, repeats itself, and goes on where it stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from extractor.language.classify.bert_input import MASK, SPECIAL, CharacterSpelling
from extractor.learning.bert.corpus import corpus_lines, divided, stream
from extractor.learning.bert.masking import SHARE, hide
from extractor.learning.bert.vocabulary import build_vocabulary
from tests.learning.bert_toys import TINY, toy_lines

pytest.importorskip("torch", reason="torch 未安装：pip install 'nianjian[bert]'")
pytest.importorskip("transformers", reason="transformers 未安装：pip install 'nianjian[bert]'")

from extractor.learning.bert import pretrain as stage
from extractor.learning.bert.pretrain import Course, pretrain


def test_fifteen_per_cent_are_hidden_in_runs_and_never_a_special_sign() -> None:
    rng = np.random.default_rng(1)
    rows = rng.integers(5, 900, (200, 128)).astype(np.int32)
    rows[:, 0], rows[:, 40] = 2, 3
    hidden = hide(rows, rng, 900)
    assert len(hidden.places) / rows.size == pytest.approx(SHARE, abs=0.01)
    assert not set(hidden.places % 128) & {0, 40}
    assert (rows.reshape(-1)[hidden.places] == hidden.answers).all()
    masked = hidden.shown == SPECIAL.index(MASK)
    assert masked.sum() / len(hidden.places) == pytest.approx(0.8, abs=0.03)
    beside = np.isin(hidden.places + 1, hidden.places).mean()
    assert beside > 2 * SHARE  # hidden characters stand together
    untouched = np.setdiff1d(np.arange(rows.size), hidden.places)
    assert (hidden.shown.reshape(-1)[untouched] == rows.reshape(-1)[untouched]).all()
    assert (hidden.segments[:, :41] == 0).all()
    assert (hidden.segments[:, 41:] == 1).all()


def test_held_lines_are_apart_and_windows_begin_with_lines(tmp_path: Path) -> None:
    lines = [f"第{number}条" for number in range(500)] * 2
    train, held = divided(lines)
    assert 5 <= len(set(held)) <= 20
    assert not set(train) & set(held)
    assert len(train) + len(held) == 1000
    assert divided(["甲"]) == (["甲"], ["甲"])
    vocabulary = build_vocabulary(lines, least=1)
    made = stream(train, CharacterSpelling(vocabulary))
    windows = made.windows(np.random.default_rng(0), 9, 30)
    assert windows.shape == (9, 30)
    assert (windows[:, 0] == vocabulary["[CLS]"]).all()
    assert (windows[:, 1] == vocabulary["第"]).all()
    (tmp_path / "c.txt").write_text("2020年1条\n\n乙\n", encoding="utf-8")
    assert corpus_lines(tmp_path / "c.txt") == ["\ue003年\ue004条", "乙"]


def _pretrained(folder: Path, steps: int, seed: int = 7) -> tuple[float, bytes]:
    course = Course(steps=steps, rows=8, rate=1e-2, seed=seed)
    figures = pretrain(toy_lines(), [], folder, TINY, course)
    return figures["own"], (folder / "model.safetensors").read_bytes()


def test_guessing_gets_better_with_training(tmp_path: Path) -> None:
    untrained, _ = _pretrained(tmp_path / "a", 1)
    trained, _ = _pretrained(tmp_path / "b", 400)
    assert trained > untrained + 0.08
    assert not (tmp_path / "b" / "checkpoint.pt").exists()


def test_the_same_seed_gives_the_same_encoder_and_another_one_another(tmp_path: Path) -> None:
    first = _pretrained(tmp_path / "a", 5)[1]
    assert _pretrained(tmp_path / "b", 5)[1] == first
    assert _pretrained(tmp_path / "c", 5, seed=8)[1] != first


def test_an_interrupted_run_goes_on_to_the_same_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = Course(steps=8, rows=4, save_minutes=0.0)
    pretrain(toy_lines(), [], tmp_path / "whole", TINY, course)
    real, calls = stage.guess, []

    def stops(*given: Any) -> object:
        calls.append(1)
        if len(calls) > 5:
            raise KeyboardInterrupt
        return real(*given)

    monkeypatch.setattr(stage, "guess", stops)
    with pytest.raises(KeyboardInterrupt):
        pretrain(toy_lines(), [], tmp_path / "cut", TINY, course)
    monkeypatch.setattr(stage, "guess", real)
    with pytest.raises(ValueError, match="另一次训练"):
        pretrain(toy_lines(), [], tmp_path / "cut", TINY, Course(steps=8, rows=4, seed=1))
    pretrain(toy_lines(), [], tmp_path / "cut", TINY, course)
    weights = [(tmp_path / n / "model.safetensors").read_bytes() for n in ("whole", "cut")]
    assert weights[0] == weights[1]


def test_the_time_budget_ends_a_run(tmp_path: Path) -> None:
    figures = pretrain(toy_lines(), [], tmp_path, TINY, Course(minutes=0.01, rows=4))
    assert figures["own"] >= 0
