"""Where the classifier is sure that an item is the other kind, it moves, and answers follow."""

from __future__ import annotations

from extractor.language.classify.labels import Head
from extractor.report.classified import Classified
from extractor.report.items.model import Improvement, Items, Problem
from extractor.report.second_opinion import reconsidered
from extractor.report.told_sentences import ToldSentence


def _sentence(start: int, topic: str, tense: str, sure: float) -> Classified:
    told = ToldSentence(start, start + 10, "……", "issues", None, None)
    labels: dict[Head, str] = {"topic": topic, "tense": tense, "substance": "specific"}
    return Classified(told, labels, dict.fromkeys(labels, sure), ())


def _problem(start: int) -> Problem:
    return Problem(f"问题{start}", start, start + 5, ("解读",), False)


def _measure(start: int, *answers: int) -> Improvement:
    return Improvement(f"措施{start}", start, start + 5, (), "planned", None, answers)


ITEMS = Items((_problem(0), _problem(20)), (_measure(10, 0), _measure(30, 1)))


def test_a_measure_that_is_surely_a_problem_becomes_one_and_answers_still_point_right() -> None:
    found = reconsidered(ITEMS, [_sentence(10, "problem", "problem", 0.9)])
    assert [p.text for p in found.problems] == ["问题0", "措施10", "问题20"]
    assert [(m.text, m.answers) for m in found.improvements] == [("措施30", (2,))]
    assert found.problems[1].specific


def test_a_problem_that_is_surely_a_measure_becomes_one_and_is_no_longer_answered() -> None:
    found = reconsidered(ITEMS, [_sentence(0, "improvement", "done", 0.9)])
    assert [p.text for p in found.problems] == ["问题20"]
    assert [(m.text, m.tense, m.answers) for m in found.improvements] == [
        ("问题0", "done", ()),
        ("措施10", "planned", ()),
        ("措施30", "planned", (0,)),
    ]


def test_a_classifier_in_doubt_moves_nothing() -> None:
    assert reconsidered(ITEMS, [_sentence(10, "problem", "problem", 0.6)]) == ITEMS


def test_heads_that_disagree_move_nothing() -> None:
    assert reconsidered(ITEMS, [_sentence(10, "problem", "planned", 0.9)]) == ITEMS


def _listed(start: int, mark: str, topic: str, tense: str) -> Classified:
    told = ToldSentence(start, start + 10, f"{mark}……", "issues", None, None)
    labels: dict[Head, str] = {"topic": topic, "tense": tense, "substance": "specific"}
    return Classified(told, labels, dict.fromkeys(labels, 0.9), ())


def test_one_point_of_a_list_does_not_move_alone() -> None:
    items = Items((_problem(2), _problem(22)), ())
    moved = _listed(20, "二是", "improvement", "planned")
    assert reconsidered(items, [_listed(0, "一是", "problem", "problem"), moved]) == items
    alone = reconsidered(items, [_sentence(0, "problem", "problem", 0.9), moved])
    assert [measure.start for measure in alone.improvements] == [22]


def test_a_sentence_that_holds_both_kinds_has_no_word_for_either() -> None:
    items = Items((_problem(0),), (_measure(6, 0),))
    assert reconsidered(items, [_sentence(0, "improvement", "planned", 0.9)]) == items


def test_a_lack_in_so_many_words_stays_a_problem() -> None:
    lack = Problem("互动功能需进一步完善", 0, 10, (), False)
    items = Items((lack,), ())
    assert reconsidered(items, [_sentence(0, "improvement", "planned", 0.9)]) == items
