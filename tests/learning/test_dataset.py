"""Labelled sentences on disk, and what is told of bad ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.learning.dataset import DatasetError, load_examples, save_examples, sights
from extractor.learning.train import DEVELOPMENT, HELD, train
from tests.learning.invented import examples


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save_examples(tmp_path / "a.jsonl", examples())
    assert load_examples(tmp_path / "a.jsonl") == examples()


def test_a_bad_label_is_told_with_its_line(tmp_path: Path) -> None:
    save_examples(tmp_path / "a.jsonl", examples()[:2])
    text = (tmp_path / "a.jsonl").read_text(encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(text.replace('"statement"', '"past"'), encoding="utf-8")
    with pytest.raises(DatasetError, match=r"a\.jsonl 第 2 行 labels\.tense"):
        load_examples(tmp_path / "a.jsonl")


def test_neighbours_stay_within_their_report() -> None:
    seen = sights(examples())
    assert seen[0].before == ""
    assert seen[1].before == examples()[0].text
    assert seen[5].after == ""
    assert seen[6].before == ""


def test_training_writes_model_and_card(tmp_path: Path) -> None:
    labels = tmp_path / "labels"
    labels.mkdir()
    save_examples(labels / DEVELOPMENT, [e for e in examples() if e.hand != "hand-3"])
    save_examples(labels / HELD, [e for e in examples() if e.hand == "hand-3"])
    trained = train(labels, tmp_path / "model")
    card = (tmp_path / "model" / "CARD.md").read_text(encoding="utf-8")
    assert trained.manifest["hash"] in card
    assert trained.manifest["trained_on"]["sentences"] == 54
    assert trained.manifest["measured_on"]["sentences"] == 18


def test_a_hand_on_both_sides_is_refused(tmp_path: Path) -> None:
    save_examples(tmp_path / DEVELOPMENT, examples())
    save_examples(tmp_path / HELD, examples()[:6])
    with pytest.raises(DatasetError, match="hand-0"):
        train(tmp_path, tmp_path / "model")


def test_missing_data_are_told(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="找不到标注数据"):
        train(tmp_path, tmp_path / "model")
