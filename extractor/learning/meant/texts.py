"""A text as it is learned from: the numbers of its grams, and the pairs it is compared by."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.language.meant.grams import grams, own_pairs


@dataclass(frozen=True, slots=True)
class Text:
    """Numbers from 1; 0 stands for nothing known."""

    numbers: list[int]
    pairs: frozenset[str]

    def seen(self, forgets: float, drawn: random.Random) -> list[int]:
        """A share of the grams left out, so that no word alone decides."""
        kept = [number for number in self.numbers if drawn.random() > forgets]
        return kept or self.numbers[:1]


def text_of(words: str, vocabulary: Mapping[str, int]) -> Text:
    """By a vocabulary that counts from 1."""
    numbers = [vocabulary[gram] for gram in grams(words) if gram in vocabulary]
    return Text(numbers or [0], own_pairs(words))
