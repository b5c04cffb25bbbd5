"""What of a section is boilerplate, by length: the classifier, stock phrases, the batch.

Left out of both sides: what law and form give (preamble, contacts, information fee), nil
statements, headings and leads. A sentence in doubt is boilerplate only if stock phrases or many
other agencies say so; one with a figure never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.checks.boilerplate.facts_told import (
    plain,
    tells_a_document,
    tells_a_figure,
    tells_a_name,
    tells_a_platform,
    without_enumerator,
)
from extractor.checks.boilerplate.nothing_told import tells_none
from extractor.checks.boilerplate.stock_phrases import stock_phrases
from extractor.checks.boilerplate.vocabulary import own_words
from extractor.checks.model import Among
from extractor.report.outline import AspectKey, SectionKey
from extractor.report.record import Record, SentenceRecord

Weight = Literal["stock", "own", "nil"]

_BY_FORM = frozenset({"preamble", "contact", "fee"})
_NOTE = re.compile(r"勾稽关系|^(?:说明|注|备注)：|见(?:下|附)表|如下表|第二十条")
_PLAINLY = 0.8
_SPECIFIC = 0.85
"""So surely specific is a sentence of the agency's own that has a stock phrase and no fact."""
_LEAD = 14
"""一是强化公开。: so short a sentence only leads what follows."""
_SHORT = 40
# 学区划分, 校服采购, 随迁子女入学: so many objects of so many characters beyond the genre's words.
_OBJECT = 4
_OBJECTS = 3
_TOP = 3
# Said by so many other agencies, and by such a share of the batch, word for word.
_AGENCIES = 3
_OF_BATCH = 0.1


@dataclass(frozen=True, slots=True)
class Weighed:
    sentence: SentenceRecord
    weight: Weight
    length: int

    @property
    def fact(self) -> bool:
        """A figure or a name of its own: it can be checked. In plain boilerplate a saying in quotes
        (“五位一体”) names nothing."""
        words = without_enumerator(self.sentence.text)
        if self.weight == "stock" and self.sentence.confidence["substance"] >= _PLAINLY:
            return any(
                tells(words) for tells in (tells_a_figure, tells_a_document, tells_a_platform)
            )
        return _factual(words)


@dataclass(frozen=True, slots=True)
class Part:
    """A section, or an aspect of section one."""

    section: SectionKey
    aspect: AspectKey | None
    title: str | None
    sentences: tuple[Weighed, ...]

    def length(self, *weights: Weight) -> int:
        return sum(one.length for one in self.sentences if one.weight in weights)

    @property
    def share(self) -> float:
        judged = self.length("stock", "own")
        return self.length("stock") / judged if judged else 0.0

    def of(self, weight: Weight) -> list[Weighed]:
        return [one for one in self.sentences if one.weight == weight]

    @property
    def facts(self) -> int:
        return sum(one.fact for one in self.sentences)

    def samples(self) -> list[SentenceRecord]:
        """The sentences fullest of stock phrases, in the order of the text."""
        stock = [one.sentence for one in self.of("stock")]
        fullest = sorted(stock, key=lambda one: -stock_phrases(one.text))[:_TOP]
        return [one for one in stock if one in fullest][:_TOP]


_remembered: tuple[Among, dict[SectionKey, list[Part]]] | None = None


def parts(among: Among) -> dict[SectionKey, list[Part]]:
    """Every section as a whole, then its aspects; two checks ask in a row."""
    global _remembered
    if _remembered is None or _remembered[0] is not among:
        _remembered = (among, {part[0].section: part for part in _parts(among)})
    return _remembered[1]


def _parts(among: Among) -> Iterator[list[Part]]:
    record = among.record
    titles = {section.key: section.title for section in record.sections}
    for key in titles:
        weighed = [
            one
            for sentence in record.sentences
            if sentence.section == key and (one := _weigh(sentence, among)) is not None
        ]
        if weighed:
            whole = Part(key, None, titles[key], tuple(weighed))
            yield [whole, *(_aspects(record, weighed) if key == "overview" else ())]


def _aspects(record: Record, weighed: Sequence[Weighed]) -> Iterator[Part]:
    for aspect in record.aspects:
        text = plain(aspect.text)
        own = tuple(
            one for one in weighed if _without_title(one.sentence.text, aspect.title) in text
        )
        if own:
            yield Part("overview", aspect.key, aspect.title, own)


def _without_title(text: str, title: str | None) -> str:
    """（四）平台建设：坚持…: a title that runs in is no part of the aspect's text."""
    words = plain(text)
    head = plain(title) if title else ""
    return words[len(head) :].lstrip("：。.，、") if head and words.startswith(head) else words


def _weigh(sentence: SentenceRecord, among: Among) -> Weighed | None:
    words = without_enumerator(sentence.text)
    if sentence.topic in _BY_FORM or words.endswith("：") or _NOTE.search(words):
        return None
    weight: Weight = "own"
    if tells_none(words) and (len(words) <= _SHORT or not tells_a_figure(words)):
        # 未收到申请。 is no lead, however short.
        weight = "nil"
    elif len(words) <= _LEAD and sentence.substance == "boilerplate" and not _factual(words):
        return None
    elif _is_stock(sentence, words, among):
        weight = "stock"
    return Weighed(sentence, weight, len(words))


def tells_anything(sentence: SentenceRecord) -> bool:
    """A figure, a name or that nothing happened, weighed or not."""
    words = without_enumerator(sentence.text)
    return sentence.topic not in _BY_FORM and (_factual(words) or tells_none(words))


def _factual(words: str) -> bool:
    return tells_a_figure(words) or tells_a_name(words)


def _is_stock(sentence: SentenceRecord, words: str, among: Among) -> bool:
    certain = "substance" not in sentence.uncertain
    if certain and sentence.substance == "boilerplate":
        return not tells_a_figure(words)
    if said_by_many(among.said_by(sentence.text), among.agencies):
        return not _factual(words)
    if certain and (sentence.confidence["substance"] >= _SPECIFIC or _lists(words, among)):
        return False
    return not _factual(words) and stock_phrases(words) > 0


def _lists(words: str, among: Among) -> bool:
    """扎实推进…，及时公布学区划分、招生计划…: stock verbs in front of matters of its own."""
    runs = own_words(words, among.record.meta.agency)
    return sum(len(run) >= _OBJECT for run in runs) >= _OBJECTS


def said_by_many(others: int, agencies: int) -> bool:
    """So many other agencies of a batch say a sentence that it is nobody's own."""
    return others >= max(_AGENCIES, _OF_BATCH * agencies)


def weighs_otherwise(sentence: SentenceRecord, among: Among) -> bool:
    """Whether it counts for something else among these reports than in the report alone."""
    return _weigh(sentence, among) != _weigh(sentence, Among(among.record, among.settings))
