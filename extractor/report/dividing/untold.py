"""Aspects that no sub-heading names: under slogans, and in paragraphs without a heading."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from extractor.language.sentences import Sentence
from extractor.report.dividing.topics import weights
from extractor.report.outline import ASPECTS, AspectKey

# A slogan's text must say so much of an aspect, a paragraph's so much, and more than of others.
_LEAST_UNDER_HEADING = 3.0
_LEAST_OF_PARAGRAPH = 5.0
_TIMES = 2.0
_CLOSING = re.compile(
    r"(?:总的?来[看说讲]|总体(?:来看|来说|而言|上看?)|整体(?:来看|上看?)|综上|概括起来|纵观全年"
    r"|(?:一年来|全年来看)[，,]?[^。；]{0,12}公开(?:工作)?(?:总体|整体|取得|平稳|有序))"
)


def keys_by_content(
    text: str, stretches: Sequence[Sequence[Sentence]], taken: Collection[AspectKey]
) -> list[AspectKey | None]:
    """For each stretch the aspect of which it speaks most, each once; None if of a taken one."""
    weighed = [weight_of(text, sentences) for sentences in stretches]
    best = [max(weight, key=lambda key: weight[key]) for weight in weighed]
    found: list[AspectKey | None] = []
    for index, key in enumerate(best):
        most = max(weighed[other][key] for other, same in enumerate(best) if same == key)
        mine = weighed[index][key]
        sure = key not in taken and mine >= _LEAST_UNDER_HEADING and mine == most
        found.append(key if sure and key not in found else None)
    return found


def turn(
    text: str,
    sentences: Sequence[Sentence],
    own: AspectKey,
    missing: Collection[AspectKey],
) -> tuple[int, AspectKey] | None:
    """Where a later paragraph under a heading turns to an aspect that has none of its own."""
    for paragraph in paragraphs(text, sentences)[1:]:
        weight = weight_of(text, paragraph)
        key = max(weight, key=lambda one: weight[one])
        others = max(value for one, value in weight.items() if one != key)
        if key in missing and weight[key] >= max(_LEAST_OF_PARAGRAPH, _TIMES * others):
            return paragraph[0].start, key
    return None


def closing(text: str, sentences: Sequence[Sentence]) -> int | None:
    """Where a last paragraph about the whole begins (总的来看，…)."""
    found = paragraphs(text, sentences)
    last = found[-1][0].start if len(found) > 1 else None
    return last if last is not None and _CLOSING.match(text, last) else None


def paragraphs(text: str, sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """The sentences by paragraph."""
    found: list[list[Sentence]] = []
    for sentence in sentences:
        if found and "\n" not in text[found[-1][-1].end : sentence.start]:
            found[-1].append(sentence)
        else:
            found.append([sentence])
    return found


def weight_of(text: str, sentences: Sequence[Sentence]) -> dict[AspectKey, float]:
    """How much sentences together speak of each aspect."""
    total = dict.fromkeys(ASPECTS, 0.0)
    for sentence in sentences:
        weight = weights(text[sentence.start : sentence.end])
        for key in ASPECTS:
            total[key] += weight[key]
    return total
