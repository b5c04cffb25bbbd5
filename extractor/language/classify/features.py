"""The linear model's features of a sentence: character n-grams of it and of its surroundings.

Each source (own words, place, neighbours) is a vectorizer of its own, so that the same characters
mean different things in different places.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractor.language.classify.context import Sight, masked

# Longer neighbours add noise, not evidence: what a sentence continues stands at the neighbour's
# edges.
_EDGE = 24
_LENGTHS = (6, 12, 20, 35, 60, 100)
_FIGURE = re.compile(
    r"[\d一二三四五六七八九十百千万亿]+\s*(?:件|条|次|篇|期|场|人|个|份|起|宗|项|万|元|%|％)"
)
_TITLE = re.compile(r"《[^》]{2,60}》")
_NATIONAL = re.compile(r"信息公开(?:工作)?条例|年度报告格式|行政诉讼法|行政复议法|处理费管理办法")


@dataclass(frozen=True, slots=True)
class Source:
    """One family of features: what text it takes of a sentence, and which n-grams of that."""

    name: str
    text: Callable[[Sight], str]
    ngrams: tuple[int, int]
    weight: float
    analyzer: str = "char"


def _own(sight: Sight) -> str:
    return f"^{masked(sight.text, sight.year)}$"


def _place(sight: Sight) -> str:
    """The place as single signs that a word analyzer splits at blanks."""
    heading = re.sub(r"[\W\d一二三四五六七八九十]+", "", sight.heading or "")
    return (
        f"s:{sight.section} a:{sight.aspect} sa:{sight.section}/{sight.aspect} h:{heading or '-'}"
    )


def _shape(sight: Sight) -> str:
    """What n-grams cannot say: length, figures, named documents."""
    text = sight.text
    length = sum(len(text) > limit for limit in _LENGTHS)
    figures = min(3, len(_FIGURE.findall(text)))
    own_titles = sum(not _NATIONAL.search(title) for title in _TITLE.findall(text))
    found = [f"l:{length}", f"f:{figures}", f"t:{min(2, own_titles)}", f"e:{text[-1:]}"]
    return " ".join([*found, f"first:{not sight.before}", f"last:{not sight.after}"])


SOURCES: tuple[Source, ...] = (
    Source("own", _own, (1, 4), 1.0),
    Source("before", lambda s: masked(s.before[-_EDGE:], s.year), (2, 3), 0.35),
    Source("after", lambda s: masked(s.after[:_EDGE], s.year), (2, 3), 0.25),
    Source("heading", lambda s: s.heading or "", (2, 3), 0.35),
    Source("place", _place, (1, 1), 0.5, "word"),
    Source("shape", _shape, (1, 1), 0.4, "word"),
)


def texts(source: Source, sights: Sequence[Sight]) -> list[str]:
    return [source.text(sight) for sight in sights]
