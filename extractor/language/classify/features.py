"""The linear model's features of a sentence: character n-grams of it and of its surroundings.

Each source (own words, place, neighbours) is a vectorizer of its own, so that the same characters
mean different things in different places.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractor.language.classify.context import Sight, masked

# Longer neighbours add noise, not evidence: what a sentence continues stands at the neighbour's
# edges.
_EDGE = 24


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


SOURCES: tuple[Source, ...] = (
    Source("own", _own, (1, 4), 1.0),
    Source("before", lambda s: masked(s.before[-_EDGE:], s.year), (2, 3), 0.35),
    Source("after", lambda s: masked(s.after[:_EDGE], s.year), (2, 3), 0.25),
    Source("heading", lambda s: f"^{s.heading or ''}$", (2, 3), 0.35),
    Source("place", _place, (1, 1), 0.5, "word"),
)


# Something for every rule of every source to act on.
_PROBE = Sight(
    "2024年，我局公开信息1,208条（含2023年补录3.5%）。",
    "overview",
    "disclosure",
    "（一）主动公开 2024",
    "前一句写到2025年的计划，且比一个句子所看的边缘要长一些，所以会被截短。",
    "后一句写到2019年的旧事，同样比一个句子所看的边缘要长一些，所以会被截短。",
    2024,
)


def signature() -> str:
    """Of what features are: a model learned with others would answer at random, and not say so."""
    told = [(s.name, s.text(_PROBE), s.ngrams, s.weight, s.analyzer) for s in SOURCES]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def texts(source: Source, sights: Sequence[Sight]) -> list[str]:
    return [source.text(sight) for sight in sights]
