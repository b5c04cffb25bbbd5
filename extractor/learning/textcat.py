"""The spaCy classifier: a text categoriser a head, in a pipeline like the one that finds the spans.

spaCy's Chinese tokenizer gives characters, so its n-grams are character n-grams. Place and
neighbours come as a prefix of signs from the private use area and the neighbours' edges.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example as SpacyExample
from thinc.api import fix_random_seed

from extractor.language.classify.context import Sight, masked
from extractor.language.classify.labels import HEADS, Head
from extractor.language.classify.model import Probabilities
from extractor.learning.dataset import Example, sights

SEED = 20260101
_EPOCHS = 8
_BATCH = 32
_SHOWN = 50
"""Examples that spaCy sees to find the shapes of its layers."""
_EDGE = 8
_MODEL = {
    "@architectures": "spacy.TextCatBOW.v3",
    "exclusive_classes": True,
    "ngram_size": 3,
    "no_output_layer": False,
    "length": 2**18,
}
# A sign of its own for every place a sentence can stand in.
_SECTIONS = (None, "overview", "disclosure", "applications", "disputes", "issues", "other")
_ASPECTS = (None, "disclosure", "applications", "management", "platform", "supervision")


def _seen(sight: Sight) -> str:
    """Section and aspect as one sign each, then the neighbours' edges, then the sentence."""
    section = chr(0xE200 + _SECTIONS.index(sight.section))
    aspect = chr(0xE210 + _ASPECTS.index(sight.aspect))
    before, after = sight.before[-_EDGE:], sight.after[:_EDGE]
    parts = (section + aspect, *(masked(t, sight.year) for t in (before, sight.text, after)))
    return "\ue100".join(parts)


@dataclass(slots=True)
class TextcatClassifier:
    """Three exclusive categorisers over one blank Chinese pipeline."""

    epochs: int = _EPOCHS
    nlp: Language | None = None

    def fit(self, examples: Sequence[Example]) -> TextcatClassifier:
        pairs = list(zip(examples, sights(examples), strict=True))
        whole = spacy.blank("zh")
        for head in HEADS:
            whole.add_pipe(head, source=_trained(head, pairs, self.epochs))
        self.nlp = whole
        return self

    def predict_proba(self, seen: Sequence[Sight]) -> Probabilities:
        if self.nlp is None:
            raise ValueError("fit first")
        docs: list[Doc] = list(self.nlp.pipe(_seen(sight) for sight in seen))
        return {
            head: np.array([[doc.cats[f"{head}:{name}"] for name in names] for doc in docs])
            for head, names in HEADS.items()
        }


def _trained(head: Head, pairs: Sequence[tuple[Example, Sight]], epochs: int) -> Language:
    """One head's pipeline: exclusive categories are checked per example, so heads train apart."""
    fix_random_seed(SEED)
    nlp = spacy.blank("zh")
    categoriser = cast(Any, nlp.add_pipe("textcat", name=head, config={"model": _MODEL}))
    made = [
        SpacyExample.from_dict(nlp.make_doc(_seen(sight)), {"cats": _categories(head, example)})
        for example, sight in pairs
    ]
    labels = [f"{head}:{name}" for name in HEADS[head]]
    categoriser.initialize(lambda: made[:_SHOWN], nlp=nlp, labels=labels)
    optimizer = cast(Any, nlp).create_optimizer()
    shuffler = random.Random(SEED)
    for _ in range(epochs):
        shuffler.shuffle(made)
        for start in range(0, len(made), _BATCH):
            nlp.update(made[start : start + _BATCH], sgd=optimizer)
    return nlp


def _categories(head: Head, example: Example) -> dict[str, float]:
    wanted = example.labels.of(head)
    return {f"{head}:{name}": float(name == wanted) for name in HEADS[head]}
