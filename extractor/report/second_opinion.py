"""Problem or measure? Where the classifier is sure of the other, its word goes before the rules'.

Rules find an item's bounds well, but take a lack told without a cue word for a measure, and the
reverse. What it gains on hands that neither the rules nor the model have seen is measured by
`python -m evaluation.second_opinion`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from extractor.report.classified import Classified
from extractor.report.items import cues, naming
from extractor.report.items.compact import in_usual_form
from extractor.report.items.marks import Mark, marks
from extractor.report.items.model import Improvement, Items, Problem, Tense
from extractor.report.items.redress import speaks_of_redress
from extractor.report.items.voice import is_single

# The lowest confidence at which fewer than one in two hundred right items of the development
# reports and passages is moved wrongly.
SURE = 0.65

# 征求意见期由五天延长到十五天
_CHANGED = re.compile(
    "由[^，。；]{1,16}(?:延长|缩短|提高|增加|压缩|扩大|改|升|降)[^，。；]{0,2}[到至为]"
)

Item = TypeVar("Item", Problem, Improvement)


def reconsidered(items: Items, sentences: Sequence[Classified]) -> Items:
    """The items with those moved of which the classifier is sure that they are the other kind."""
    sentences = _of_one_kind(items, sentences)
    kept = _opinions(items.problems, sentences, "measure")
    measures = _opinions(items.improvements, sentences, "problem")
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


def _opinions(
    found: Sequence[Item], sentences: Sequence[Classified], other: str
) -> list[tuple[Item, str | None]]:
    """Every item with the classifier's word; the points of one list are of one kind."""
    said = [_opinion(item, sentences) for item in found]
    marked = [_mark(item, sentences) for item in found]
    for index, mark in enumerate(marked):
        beside = [
            said[near]
            for near in (index - 1, index + 1)
            if mark and 0 <= near < len(found) and _follow(mark, marked[near], near - index)
        ]
        if said[index] == other and any(word != other for word in beside):
            said[index] = None
    return list(zip(found, said, strict=True))


def _mark(item: Problem | Improvement, sentences: Sequence[Classified]) -> Mark | None:
    """The mark in front of the item, within its sentence."""
    sentence = _sentence(item, sentences)
    if sentence is None or item.start == sentence.told.start:
        return None
    front = in_usual_form(sentence.told.text[: item.start - sentence.told.start])
    found = marks(front + "某", frozenset(), 0)
    return found[-1] if found and found[-1].end == len(front) else None


def _follow(mark: Mark, other: Mark | None, step: int) -> bool:
    """Whether the other is the mark before (-1) or behind (1) in the same list."""
    if other is None or other.style != mark.style:
        return False
    return other.number is None or mark.number is None or other.number == mark.number + step


def _of_one_kind(items: Items, sentences: Sequence[Classified]) -> list[Classified]:
    """The sentences in which not both a problem and a measure were found: one word for all."""

    def holds(sentence: Classified, found: Sequence[Problem | Improvement]) -> bool:
        return any(sentence.told.start <= item.start < sentence.told.end for item in found)

    return [s for s in sentences if not (holds(s, items.problems) and holds(s, items.improvements))]


def _sentence(item: Problem | Improvement, sentences: Sequence[Classified]) -> Classified | None:
    return next((s for s in sentences if s.told.start <= item.start < s.told.end), None)


def _opinion(item: Problem | Improvement, sentences: Sequence[Classified]) -> str | None:
    """What the classifier is sure of: problem, measure, or nothing."""
    sentence = _sentence(item, sentences)
    if sentence is None or not is_single(sentence):
        return None
    if min(sentence.confidence["topic"], sentence.confidence["tense"]) <= SURE:
        return None
    topic, tense = sentence.labels["topic"], sentence.labels["tense"]
    if topic == "problem" and tense == "problem":
        return None if _plainly_acts(in_usual_form(item.text)) else "problem"
    if topic == "improvement" and tense != "problem":
        return None if _plainly_lacks(in_usual_form(item.text)) else "measure"
    return None


def _plainly_lacks(text: str) -> bool:
    """平台互动功能需进一步完善: no word of a model outweighs a lack in so many words."""
    first = text.split("，", 1)[0]
    return bool(cues.NAMES_PROBLEM.search(first)) and not naming.begins_measure(text)


def _plainly_acts(text: str) -> bool:
    """优化内容结构，…: begins with the verb of a measure, and lacks nothing."""
    if speaks_of_redress(text):
        return True  # 去年存在的更换不及时问题已解决: a lack that is no more
    acts = naming.acts(text) or naming.begins_measure(text) or _CHANGED.search(text)
    return bool(acts) and not cues.SUGGESTS_PROBLEM.search(text.split("，", 1)[0])


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
