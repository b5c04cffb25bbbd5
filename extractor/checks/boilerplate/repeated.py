"""How much of a report's own words stood in another report already, and which passages.

Words are compared by runs of characters: a passage counts as repeated if so long a run of it stands
in the other text, whatever was put between, in front or behind. Years are all one year, since a
copied report has at least its year changed; other figures are kept, since they are facts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.reading.document import Box, Place
from extractor.report.record import Record, SentenceRecord
from extractor.report.record.base import Placed

# Law, form and duty give a report so many words in a row; longer runs are somebody's own.
_GRAM = 10
_PASSAGE = 24
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = re.compile(r"[\s，。；：、！？,.;:!?“”\"'（）()《》〔〕\[\]]+")
# Told in every report because it must be: neither own words nor anybody's.
_STATUTORY = frozenset({"preamble", "contact"})
_NIL = re.compile(
    r"(?:未|没有|无|不存在)[^。；]{0,30}(?:申请|收取|收费|复议|诉讼|事项|情况)|(?:均?为|共)[0零]"
)
_BOOKS = re.compile(r"《[^》]*》|〔\d+〕\d+号")


@dataclass(frozen=True, slots=True)
class Repeated:
    """The share of own words that stood in the other text, by length, and the longest passages."""

    share: float
    length: int
    passages: tuple[tuple[SentenceRecord, str], ...]


def repeated(record: Record, other: Record, passages: int = 3) -> Repeated:
    grams = _grams(own_sentences(other))
    total = covered = 0
    found: list[tuple[int, SentenceRecord]] = []
    for sentence in own_sentences(record):
        words = plain_words(sentence.text)
        same = _covered(words, grams)
        total += len(words)
        covered += same
        if same >= _PASSAGE:
            found.append((same, sentence))
    found.sort(key=lambda one: -one[0])
    longest = tuple((sentence, sentence.text) for _, sentence in found[:passages])
    return Repeated(covered / total if total else 0.0, total, longest)


def own_sentences(record: Record) -> Iterable[SentenceRecord]:
    """Without the words that law and form give, and without plain nil statements."""
    for sentence in record.sentences:
        if sentence.section is None or sentence.topic in _STATUTORY:
            continue
        if _NIL.search(sentence.text) and len(sentence.text) < 2 * _PASSAGE:
            continue
        yield sentence


def plain_words(text: str) -> str:
    """Without marks, blanks, titles of documents; every year the same."""
    text = unicodedata.normalize("NFKC", _BOOKS.sub("", text))
    return _YEAR.sub("〇", _MARKS.sub("", text))


def _grams(sentences: Iterable[SentenceRecord]) -> frozenset[int]:
    """Hashes of all runs, not the runs: a long report then costs kilobytes."""
    found: set[int] = set()
    for sentence in sentences:
        words = plain_words(sentence.text)
        found.update(hash(words[i : i + _GRAM]) for i in range(len(words) - _GRAM + 1))
    return frozenset(found)


def _covered(words: str, grams: frozenset[int]) -> int:
    """How many characters lie in a run that stands in the other text."""
    count, until = 0, 0
    for i in range(len(words) - _GRAM + 1):
        if hash(words[i : i + _GRAM]) in grams:
            count += i + _GRAM - max(until, i)
            until = i + _GRAM
    return count


def place_of(sentence: Placed) -> Place | None:
    """Page and box, where the source has pages."""
    if sentence.page is None:
        return None
    return Place(sentence.page, Box(*sentence.box) if sentence.box else None)
