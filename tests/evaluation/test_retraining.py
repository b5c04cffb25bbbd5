"""The experiment's parts: what is chosen, what is refitted, and what is counted."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.refitting import Refitter, macro_f1, numbers
from evaluation.retraining import NEW_HAND, sub_pool
from extractor.language.classify.labels import HEADS
from extractor.learning import measures
from extractor.learning.dataset import Example, Labels, load_examples, sights
from extractor.learning.linear import Fitted, fit_linear
from tests.learning.invented import examples

_AS_NOTED = "簿内另记：渡船修缮款项由乡老会同验讫"


@pytest.fixture(scope="module")
def fitted() -> Fitted:
    return fit_linear(examples())


def noted(count: int) -> list[Example]:
    """Sentences of a manner that the model never saw."""
    labels = Labels(topic="supervision", tense="statement", substance="specific")
    return [
        Example(
            id=f"n{n}",
            text=f"{_AS_NOTED}{n}次。",
            section="other",
            labels=labels,
            report=f"n{n}",
            hand="new",
        )
        for n in range(count)
    ]


def test_without_new_sentences_the_answers_stay(fitted: Fitted) -> None:
    own = examples()
    refitter = Refitter(own, fitted.classifier)
    again = refitter.refit([], []).answers(own)
    before = fitted.classifier.predict_proba(sights(own))
    for head in HEADS:
        assert (again[head] == before[head].argmax(axis=1)).all()
        assert (refitter.before(own)[head] == again[head]).all()


def test_a_new_manner_is_learned_from_what_was_chosen(fitted: Fitted) -> None:
    refitter, pool = Refitter(examples(), fitted.classifier), noted(8)
    asked = noted(9)[8:]
    order = list(HEADS["topic"])
    assert order[int(refitter.before(asked)["topic"][0])] != "supervision"
    after = refitter.refit(pool, range(8)).answers(asked)
    assert order[int(after["topic"][0])] == "supervision"


def test_macro_f1_is_that_of_the_models_card() -> None:
    generator = np.random.default_rng(5)
    wanted, given = generator.integers(0, 9, 200), generator.integers(0, 12, 200)
    assert macro_f1(wanted, given) == pytest.approx(measures.macro_f1(wanted, given))


def test_pool_and_held_are_reports_apart() -> None:
    pool, held = (load_examples(NEW_HAND / f"{part}.jsonl") for part in ("pool", "held"))
    assert not {e.report for e in pool} & {e.report for e in held}
    assert len(pool) >= 500
    assert all(len(numbers(held, head)) == len(held) for head in HEADS)
    part = sub_pool(pool, 3)
    assert part == sub_pool(pool, 3)
    assert part != sub_pool(pool, 4)
    assert 0.6 * len(pool) < len(part) < len(pool)
