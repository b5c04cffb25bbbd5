"""The report's sentences with what the classifier says of each."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.language.classify.in_use import classifier_in_use, manifest_in_use
from extractor.language.classify.labels import HEADS, Head
from extractor.report.told_sentences import ToldSentence, sights_of


@dataclass(frozen=True, slots=True)
class Classified:
    """A sentence's labels, each with its confidence; heads in doubt are named."""

    told: ToldSentence
    labels: dict[Head, str]
    confidence: dict[Head, float]
    uncertain: tuple[Head, ...]


def classified(sentences: list[ToldSentence], year: int | None) -> list[Classified]:
    answers = classifier_in_use().predict_proba(sights_of(sentences, year))
    doubt: dict[str, float] = manifest_in_use()["doubt"]
    found = []
    for index, told in enumerate(sentences):
        labels: dict[Head, str] = {}
        confidence: dict[Head, float] = {}
        for head, names in HEADS.items():
            row = answers[head][index]
            best = int(row.argmax())
            labels[head], confidence[head] = list(names)[best], float(row[best])
        uncertain = tuple(head for head in HEADS if confidence[head] < doubt[head])
        found.append(Classified(told, labels, confidence, uncertain))
    return found
