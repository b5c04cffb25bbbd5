"""The spaCy classifier learns the same task."""

from __future__ import annotations

import numpy as np
import pytest

from extractor.language.classify.labels import HEADS
from extractor.learning.dataset import sights
from extractor.learning.textcat import TextcatClassifier
from tests.learning.invented import examples


def test_it_learns_and_is_one_pipeline_with_a_component_a_head() -> None:
    data = examples()
    model = TextcatClassifier(epochs=6).fit(data)
    assert model.nlp is not None
    assert model.nlp.pipe_names == list(HEADS)
    answers = model.predict_proba(sights(data))
    for head, names in HEADS.items():
        assert answers[head].shape == (len(data), len(names))
        assert np.allclose(answers[head].sum(axis=1), 1, atol=1e-4)
    wanted = [list(HEADS["topic"]).index(e.labels.topic) for e in data]
    assert (answers["topic"].argmax(axis=1) == np.array(wanted)).mean() > 0.9


def test_it_says_that_it_was_not_fitted() -> None:
    with pytest.raises(ValueError, match="fit first"):
        TextcatClassifier().predict_proba([])
