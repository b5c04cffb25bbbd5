"""Terms weigh a text as the TfidfVectorizer that found them does."""

from __future__ import annotations

import random

import numpy as np
import pytest

from extractor.language.classify.context import Sight
from extractor.language.classify.features import SOURCES, Source, texts
from extractor.language.classify.terms import Terms
from extractor.learning.linear import vectorizer

LEARNED = [
    "我局全年主动公开信息\ue004条，同比增长\ue004%。",
    "收到公开申请\ue004件，均在期限内答复。",
    "一是公开内容不够全面；二是更新不够及时。",
    "下一步，将加强培训，提高公开水平。",
    "公开栏  更新𠮷日，公开公开公开公开。",
]
SOURCE = {source.name: source for source in SOURCES}


def _both(source: Source, learned: list[str], asked: list[str]) -> tuple[np.ndarray, np.ndarray]:
    fitted = vectorizer(source, 1).fit(learned)
    terms = Terms.of(source, fitted.get_feature_names_out().tolist(), fitted.idf_)
    return (
        fitted.transform(asked).toarray() * source.weight,
        terms.weighted(asked).toarray(),
    )


@pytest.mark.parametrize("name", ["own", "before", "heading"])
def test_as_the_vectorizer_counts(name: str) -> None:
    drawn = random.Random(7)
    signs = "".join(LEARNED) + "未见过的字 \t\n\u3000\ud800😀"
    asked = ["", "公", "公开公开公开", " \n 公开  \t公开", "😀", "公\ud800开", *LEARNED]
    asked += ["".join(drawn.choices(signs, k=drawn.randrange(1, 40))) for _ in range(300)]
    theirs, ours = _both(SOURCE[name], LEARNED, asked)
    assert np.allclose(theirs, ours, rtol=0, atol=1e-12)
    assert (ours[4] == 0).all()
    assert np.count_nonzero(ours) > 400


def test_runs_do_not_cross_from_one_text_into_the_next() -> None:
    _, ours = _both(SOURCE["own"], ["甲乙", "甲", "乙"], ["甲", "乙", "甲乙"])
    assert (ours != 0).sum(axis=1).tolist() == [1, 1, 3]


def test_places_are_words() -> None:
    learned = [Sight("甲", "overview", "disclosure", "（一）主动公开"), Sight("乙", "issues")]
    asked = [*learned, Sight("丙", "issues", None, "（一）主动公开"), Sight("丁", "other")]
    place = SOURCE["place"]
    theirs, ours = _both(place, texts(place, learned), texts(place, asked))
    assert np.allclose(theirs, ours, rtol=0, atol=1e-12)
    assert np.count_nonzero(ours[2]) == 4


def test_a_text_of_no_known_term_and_terms_without_any() -> None:
    own = SOURCE["own"]
    empty = Terms.of(own, [], np.zeros(0))
    assert empty.weighted(["公开", ""]).shape == (2, 0)
    words = Terms.of(SOURCE["place"], ["s:issues"], np.ones(1))
    assert words.weighted(["", "s:other"]).nnz == 0


def test_runs_too_long_to_be_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="characters in runs of"):
        Terms.of(SOURCE["own"], ["公" * 70], np.ones(1))
