"""What the classifier hears in a section's sentences, weighed one with another.

A sentence on its own often leaves the classifier in doubt (泊位计划每日公布一次). A section has an
order: problems first, measures behind them, and rarely back again. The best such order through
what it says of all the sentences tells more than its word on each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.report.classified import Classified
from extractor.report.items import cues, naming
from extractor.report.items.compact import in_usual_form

# The cost of going from one kind to the other, in the unit of a sentence's lean (1: quite sure).
_TO_MEASURES = 0.6
_TO_PROBLEMS = 1.2
_NEW_LINE = 0.6
"""What a new paragraph takes off either."""
_FIRST_MEASURE = 2.0
"""A section that begins with a measure has not said what for."""
_CUE = 0.4
"""A lack or a measure in so many words, against the classifier's lean."""

SURE = 1.0
"""The margin from which on the classifier's word is taken: above it one sentence in two hundred
of the development passages is of the other kind, below it one in four."""

SURE_BEFORE = -SURE
"""As SURE, of a problem in front of all measures: there whatever is not surely a measure is one."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How sure each sentence is a problem's (positive) or a measure's (negative)."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    margins: tuple[float | None, ...] = ()

    def at(self, place: int) -> float | None:
        """The margin of the sentence at a place of the running text; None where it is neither."""
        index = bisect_right(self.starts, place) - 1
        if index < 0 or place >= self.ends[index]:
            return None
        return self.margins[index]


def listen(sentences: Sequence[Classified], start: int, end: int, text: str) -> Voice:
    """The sentences of the stretch [start, end) of the running text."""
    told = [s for s in sentences if start <= s.told.start < end]
    leans = [_lean(sentence) for sentence in told]
    fresh = [text[max(start, s.told.start - 1) : s.told.start] in ("", "\n") for s in told]
    margins = [
        margin if _is_either(sentence) else None
        for sentence, margin in zip(told, _margins(leans, fresh), strict=True)
    ]
    starts, ends = tuple(s.told.start for s in told), tuple(s.told.end for s in told)
    return Voice(starts, ends, tuple(margins))


def is_single(sentence: Classified) -> bool:
    """Not several with half-width dots between them, of which one word says too little."""
    return "。" not in in_usual_form(sentence.told.text)[:-1]


def _is_either(sentence: Classified) -> bool:
    """Whether the classifier takes the sentence for a problem or a measure at all."""
    if not is_single(sentence):
        return False
    topic, tense = sentence.labels["topic"], sentence.labels["tense"]
    return topic in ("problem", "improvement") and tense != "statement"


def _lean(sentence: Classified) -> float:
    """What the classifier says of the sentence on its own, and the rules' plainest words."""
    labels, sure = sentence.labels, sentence.confidence
    topic = {"problem": 1.0, "improvement": -1.0}.get(labels["topic"], 0.0) * sure["topic"]
    tense = {"problem": 1.0, "done": -1.0, "planned": -1.0}.get(labels["tense"], 0.0)
    lean = (topic + tense * sure["tense"]) / 2
    words = in_usual_form(sentence.told.text)
    if naming.begins_measure(words):
        return lean - _CUE
    return lean + _CUE if cues.NAMES_PROBLEM.search(words.split("，", 1)[0]) else lean


def _margins(leans: list[float], fresh: list[bool]) -> list[float]:
    """Per sentence, how much the best order with a problem there beats the best with a measure."""
    ahead = _best(leans, fresh, forward=True)
    behind = _best(leans, fresh, forward=False)
    return [
        (a[0] + b[0] - lean) - (a[1] + b[1] + lean)
        for a, b, lean in zip(ahead, behind, leans, strict=True)
    ]


def _best(leans: list[float], fresh: list[bool], *, forward: bool) -> list[tuple[float, float]]:
    """The best score of an order that ends (or begins) with a problem, with a measure, at each."""
    found: list[tuple[float, float]] = []
    count = len(leans)
    for index in range(count) if forward else range(count - 1, -1, -1):
        lean = leans[index]
        if not found:
            first = _FIRST_MEASURE if forward else 0.0
            found.append((lean, -lean - first))
            continue
        # A step stands in front of the later of the two sentences.
        saved = _NEW_LINE if fresh[index if forward else index + 1] else 0.0
        turn, back = _TO_MEASURES - saved, _TO_PROBLEMS - saved
        problem, measure = found[-1]
        if forward:
            best = max(problem, measure - back), max(measure, problem - turn)
        else:
            best = max(problem, measure - turn), max(measure, problem - back)
        found.append((best[0] + lean, best[1] - lean))
    return found if forward else found[::-1]
