"""What every sentence classifier is to its callers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from extractor.language.classify.context import Sight
from extractor.language.classify.labels import Head

Probabilities = dict[Head, NDArray[np.float64]]
"""Per head one row a sentence, one column a label in the order of `labels.HEADS[head]`."""


class SentenceClassifier(Protocol):
    """A trained model. A sentence's answer never depends on what else is in the batch."""

    def predict_proba(self, sights: Sequence[Sight]) -> Probabilities: ...
