"""Problem or measure? Where the classifier is sure of the other, its word goes before the rules'.

Rules find an item's bounds well, but take a lack told without a cue word for a measure, and the
reverse. What it gains on hands that neither the rules nor the model have seen is measured by
`python -m evaluation.second_opinion`.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.report.classified import Classified
from extractor.report.items.model import Improvement, Items, Problem, Tense

# The lowest confidence at which fewer than one in two hundred right items of the development
# reports and passages is moved wrongly.
SURE = 0.65


def reconsidered(items: Items, sentences: Sequence[Classified]) -> Items:
    """The items with those moved of which the classifier is sure that they are the other kind."""
    kept = [(item, _opinion(item, sentences)) for item in items.problems]
    measures = [(item, _opinion(item, sentences)) for item in items.improvements]
    if all(said != "measure" for _, said in kept) and all(
        said != "problem" for _, said in measures
    ):
        return items
    problems = [item for item, said in kept if said != "measure"]
    problems += [_as_problem(item, sentences) for item, said in measures if said == "problem"]
    problems.sort(key=lambda problem: problem.start)
    places = {problem.start: index for index, problem in enumerate(problems)}
    moved = {old: places.get(item.start) for old, item in enumerate(items.problems)}
    improvements = [_answering(item, moved) for item, said in measures if said != "problem"]
    improvements += [_as_measure(item, sentences) for item, said in kept if said == "measure"]
    improvements.sort(key=lambda measure: measure.start)
    return Items(tuple(problems), tuple(improvements))


def _sentence(item: Problem | Improvement, sentences: Sequence[Classified]) -> Classified | None:
    return next((s for s in sentences if s.told.start <= item.start < s.told.end), None)


def _opinion(item: Problem | Improvement, sentences: Sequence[Classified]) -> str | None:
    """What the classifier is sure of: problem, measure, or nothing."""
    sentence = _sentence(item, sentences)
    if sentence is None or min(sentence.confidence["topic"], sentence.confidence["tense"]) <= SURE:
        return None
    topic, tense = sentence.labels["topic"], sentence.labels["tense"]
    if topic == "problem" and tense == "problem":
        return "problem"
    return "measure" if topic == "improvement" and tense != "problem" else None


def _as_problem(item: Improvement, sentences: Sequence[Classified]) -> Problem:
    sentence = _sentence(item, sentences)
    specific = sentence is not None and sentence.labels["substance"] == "specific"
    return Problem(item.text, item.start, item.end, item.themes, specific)


def _as_measure(item: Problem, sentences: Sequence[Classified]) -> Improvement:
    sentence = _sentence(item, sentences)
    done = sentence is not None and sentence.labels["tense"] == "done"
    tense: Tense = "done" if done else "planned"
    return Improvement(item.text, item.start, item.end, item.themes, tense, None, ())


def _answering(item: Improvement, moved: dict[int, int | None]) -> Improvement:
    answers = tuple(new for old in item.answers if (new := moved[old]) is not None)
    return Improvement(item.text, item.start, item.end, item.themes, item.tense, item.year, answers)
