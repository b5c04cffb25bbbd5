"""What a BERT sees of a sentence: a pair of its place and its words, as numbers.

Shared by training and inference, so that both see the same; needs neither torch nor transformers.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from extractor.language.classify.context import (
    LAST_YEAR,
    NEXT_YEAR,
    NUMBER,
    OTHER_YEAR,
    THIS_YEAR,
    Sight,
    masked,
)

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PAD, UNK, CLS, SEP, MASK = SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
SIGNS = (THIS_YEAR, NEXT_YEAR, LAST_YEAR, OTHER_YEAR, NUMBER)
# For encoders of other makers, whose vocabulary cannot know our signs.
_SIGN_WORDS = str.maketrans(dict(zip(SIGNS, ("今年", "明年", "去年", "某年", "5"), strict=True)))
# Keys as the words a pretrained encoder knows; the topic's names would claim more than the place.
_PLACES = {
    None: "引言",
    "overview": "总体情况",
    "disclosure": "主动公开",
    "applications": "依申请公开",
    "disputes": "复议诉讼",
    "issues": "问题改进",
    "other": "其他事项",
    "management": "信息管理",
    "platform": "平台建设",
    "supervision": "监督保障",
}
_HEADING = 16
_BEFORE = 24
_LONGEST_PLACE = 44
# A long sentence keeps its end: what was done or is promised often stands there.
_TAIL = 20


def place(sight: Sight) -> str:
    """Segment A: section, aspect, heading, and how the sentence before ends."""
    aspect = _PLACES.get(sight.aspect, sight.aspect) if sight.aspect else ""
    heading = (sight.heading or "")[:_HEADING]
    before = masked(sight.before, sight.year)[-_BEFORE:]
    return f"{_PLACES.get(sight.section, sight.section)}|{aspect}|{heading}|{before}"


def words(sight: Sight) -> str:
    """Segment B: the sentence, years and figures as signs."""
    return masked(sight.text, sight.year)


def normalised(text: str) -> str:
    """One form a character: NFKC, lower case, no blanks (converters scatter them at will)."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


class Spelling(Protocol):
    """How an encoder spells text as numbers, and its numbers with a meaning of their own."""

    cls: int
    sep: int
    pad: int

    def ids(self, text: str) -> list[int]: ...


class CharacterSpelling:
    """Our own vocabulary: one number a character. A dict is all it takes, and the fastest."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self.cls, self.sep, self.pad = (vocabulary[name] for name in (CLS, SEP, PAD))
        self._unknown = vocabulary[UNK]
        self._numbers = {char: number for char, number in vocabulary.items() if len(char) == 1}

    def ids(self, text: str) -> list[int]:
        numbers, unknown = self._numbers, self._unknown
        return [numbers.get(char, unknown) for char in normalised(text)]


class TokenizerSpelling:
    """A foreign encoder's own tokenizer; our signs become words it can know."""

    def __init__(self, tokenizer: Tokenizer, cls: int, sep: int, pad: int) -> None:
        self._tokenizer = tokenizer
        self.cls, self.sep, self.pad = cls, sep, pad

    def ids(self, text: str) -> list[int]:
        known = text.translate(_SIGN_WORDS)
        return list(self._tokenizer.encode(known, add_special_tokens=False).ids)


@dataclass(frozen=True, slots=True)
class Pair:
    """One input: the numbers, and which of them belong to the sentence itself."""

    ids: list[int]
    segments: list[int]


def pair(sight: Sight, spelling: Spelling, max_length: int) -> Pair:
    """[CLS] place [SEP] words [SEP], cut to the length: the place at most to its share."""
    first = spelling.ids(place(sight))
    # The end of the sentence before and the section's name matter more than a long heading.
    share = min(_LONGEST_PLACE, max_length // 3)
    first = first if len(first) <= share else first[: share // 2] + first[-(share - share // 2) :]
    second = spelling.ids(words(sight))
    room = max_length - len(first) - 3
    if len(second) > room:
        tail = min(_TAIL, room // 3)
        second = second[: room - tail] + second[len(second) - tail :]
    ids = [spelling.cls, *first, spelling.sep, *second, spelling.sep]
    return Pair(ids, [0] * (len(first) + 2) + [1] * (len(second) + 1))


def pairs(sights: Sequence[Sight], spelling: Spelling, max_length: int) -> list[Pair]:
    return [pair(sight, spelling, max_length) for sight in sights]
