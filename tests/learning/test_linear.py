"""The linear classifier: it learns, keeps what it learned, and answers each sentence for itself."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from extractor.language.classify.context import LAST_YEAR, NUMBER, THIS_YEAR, masked
from extractor.language.classify.folder import MANIFEST, ModelError
from extractor.language.classify.labels import HEADS
from extractor.language.classify.linear import WEIGHTS, LinearClassifier
from extractor.learning.dataset import DatasetError, sights
from extractor.learning.linear import Fitted, fit_linear
from tests.learning.invented import examples


@pytest.fixture(scope="module")
def fitted() -> Fitted:
    return fit_linear(examples())


def test_it_tells_sentences_of_unseen_hands_apart(fitted: Fitted) -> None:
    wanted = [list(HEADS["topic"]).index(e.labels.topic) for e in examples()]
    right = fitted.out_of_hand["topic"].argmax(axis=1) == np.array(wanted)
    assert right.mean() > 0.9


def test_answers_are_probabilities(fitted: Fitted) -> None:
    for head, answer in fitted.classifier.predict_proba(sights(examples())).items():
        assert answer.shape == (len(examples()), len(HEADS[head]))
        assert np.allclose(answer.sum(axis=1), 1)


def test_an_answer_does_not_depend_on_the_batch(fitted: Fitted) -> None:
    seen = sights(examples())
    whole = fitted.classifier.predict_proba(seen)
    for index in (0, 5, 17):
        alone = fitted.classifier.predict_proba([seen[index]])
        for head in HEADS:
            assert np.allclose(alone[head][0], whole[head][index])


def test_no_sentences_give_no_answers(fitted: Fitted) -> None:
    assert all(len(answer) == 0 for answer in fitted.classifier.predict_proba([]).values())


def test_the_same_data_give_the_same_model(fitted: Fitted, tmp_path: Path) -> None:
    fitted.classifier.save(tmp_path / "one", {})
    fit_linear(examples()).classifier.save(tmp_path / "two", {})
    hashes = [json.loads((tmp_path / n / MANIFEST).read_text())["hash"] for n in ("one", "two")]
    assert hashes[0] == hashes[1]


def test_a_stored_model_answers_as_before(fitted: Fitted, tmp_path: Path) -> None:
    fitted.classifier.save(tmp_path, {})
    seen = sights(examples())
    before = fitted.classifier.predict_proba(seen)
    after = LinearClassifier.load(tmp_path).predict_proba(seen)
    for head in HEADS:
        assert np.abs(before[head] - after[head]).max() < 0.002


def test_a_damaged_model_is_refused(fitted: Fitted, tmp_path: Path) -> None:
    fitted.classifier.save(tmp_path, {})
    path = tmp_path / WEIGHTS
    path.write_bytes(path.read_bytes()[:-5] + b"xxxxx")
    with pytest.raises(ModelError, match=r"weights\.npz.*损坏"):
        LinearClassifier.load(tmp_path)


def test_a_missing_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="无法读取"):
        LinearClassifier.load(tmp_path / "none")


def test_a_model_of_another_kind_is_refused(fitted: Fitted, tmp_path: Path) -> None:
    fitted.classifier.save(tmp_path, {})
    manifest = json.loads((tmp_path / MANIFEST).read_text())
    (tmp_path / MANIFEST).write_text(json.dumps({**manifest, "kind": "onnx"}))
    with pytest.raises(ModelError, match="onnx"):
        LinearClassifier.load(tmp_path)


def test_own_labels_can_count_more(fitted: Fitted) -> None:
    data = examples()
    turned = [
        e.model_copy(update={"labels": e.labels.model_copy(update={"substance": "boilerplate"})})
        if e.labels.topic == "fee" and e.hand == "hand-3"
        else e
        for e in data
    ]
    weights = [40.0 if e.hand == "hand-3" else 1.0 for e in turned]
    fee = [i for i, e in enumerate(turned) if e.labels.topic == "fee" and e.hand == "hand-3"]
    light = fit_linear(turned).classifier.predict_proba(sights(turned))["substance"][fee, 1]
    heavy = fit_linear(turned, weights=weights).classifier.predict_proba(sights(turned))
    assert heavy["substance"][fee, 1].mean() > light.mean()


def test_one_hand_alone_cannot_be_judged() -> None:
    with pytest.raises(DatasetError, match="交叉验证"):
        fit_linear([e for e in examples() if e.hand == "hand-0"])


def test_years_are_seen_by_their_distance_from_the_report() -> None:
    assert masked("2023年公开12条，比2022年多3条", 2023) == (
        f"{THIS_YEAR}年公开{NUMBER}条，比{LAST_YEAR}年多{NUMBER}条"
    )
    assert masked("2024年", 2023) != masked("2024年", 2024)
