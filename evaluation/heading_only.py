"""The baseline: a model that knows only where a sentence stands, nothing of its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from extractor.language.classify.context import Sight
from extractor.language.classify.labels import HEADS, Head
from extractor.language.classify.model import Probabilities
from extractor.learning.dataset import Example

Place = tuple[str | None, str | None]


@dataclass(slots=True)
class HeadingOnly:
    """The shares of labels among the training sentences of the same section and aspect."""

    shares: dict[tuple[Head, Place | None], Counter[str]] = field(default_factory=dict)

    def fit(self, examples: Sequence[Example]) -> HeadingOnly:
        for head in HEADS:
            for example in examples:
                for place in (None, (example.section, example.aspect)):
                    counter = self.shares.setdefault((head, place), Counter())
                    counter[example.labels.of(head)] += 1
        return self

    def predict_proba(self, sights: Sequence[Sight]) -> Probabilities:
        return {head: np.array([self._row(head, sight) for sight in sights]) for head in HEADS}

    def _row(self, head: Head, sight: Sight) -> list[float]:
        counter = self.shares.get((head, (sight.section, sight.aspect)))
        counter = counter or self.shares[head, None]
        return [counter[name] / counter.total() for name in HEADS[head]]
