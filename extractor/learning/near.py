"""Near-duplicates: sentences that say the same but for a figure, a name or a word."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable

# Three signs carry meaning; longer runs break at every figure and name.
_GRAM = 3
# Above it two sentences share most of their words: the label of one is the label of the other.
ALIKE = 0.6
_FIGURE = re.compile(r"\d+(?:[.,，]\d+)*")
_MARK = re.compile(r"[\W_]+")


def plain_sentence(text: str) -> str:
    """Without marks, blanks and the width of signs; all figures one sign."""
    return _MARK.sub("", _FIGURE.sub("0", unicodedata.normalize("NFKC", text)))


def grams(text: str) -> frozenset[str]:
    """The runs of signs by which sentences are compared; a short one is its own run."""
    words = plain_sentence(text)
    return frozenset(words[i : i + _GRAM] for i in range(max(1, len(words) - _GRAM + 1)))


class Near:
    """Sentences at hand; tells whether another is all but one of them."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._known: list[frozenset[str]] = []
        self._having: dict[str, list[int]] = {}
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        own = grams(text)
        for gram in own:
            self._having.setdefault(gram, []).append(len(self._known))
        self._known.append(own)

    def has(self, text: str) -> bool:
        """By the share of runs that both have of those that either has."""
        own = grams(text)
        return any(_alike(own, self._known[number]) for number in self._worth_comparing(own))

    def _worth_comparing(self, own: frozenset[str]) -> set[int]:
        """What is alike shares so many runs that it shares one of the few rarest, too."""
        few = len(own) - math.ceil(ALIKE * len(own)) + 1
        lists = sorted((self._having.get(gram, []) for gram in own), key=len)[:few]
        return {number for numbers in lists for number in numbers}


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= ALIKE * (len(one) + len(other) - shared)
