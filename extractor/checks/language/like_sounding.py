"""Fixed expressions of the genre with one character that only sounds right: 绩效考合, 公开木录.

Only where the character fits its neighbours badly, the rest of the expression is certain of
another one of the same sound, and what stands there is attested nowhere. What is known of words
is made by `extractor.learning.genre_words`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"
_RUN = re.compile(r"[\u4e00-\u9fff]{3,}")
_LONGEST, _SHORTEST = 4, 3
# Words of one character that may stand between any others: 两个及以上 is not 级以上.
_FREE = frozenset("的地得及与和将在是于以之其有为也不由对把被向从到就可能会要并或但各本该等")
# A character with no more followers than these hardly stands without one of them: 丰富.
_BOUND = 3
# New words are made with them faster than any list learns: 数智化, 政务云.
_COINING = frozenset("智云")


@dataclass(frozen=True, slots=True)
class Slip:
    """Words that sound like an expression; offsets within the text."""

    start: int
    end: int
    right: str


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of expressions, neighbours and sounds."""

    expected: dict[str, str]
    """公开*录 → 目."""
    attested: frozenset[str]
    common: frozenset[str]
    very_common: frozenset[str]
    sounds: dict[str, int]
    followed: dict[str, int]
    """How many characters are known to stand behind one."""


def like_sounding(text: str) -> Iterator[Slip]:
    """Every likely slip, in order."""
    words = words_of_the_genre()
    common = words.common
    for match in _RUN.finditer(text):
        run, first = match.group(), match.start()
        # Behind a figure a character counts: 3个股室.
        begins = 1 if first and text[first - 1].isdigit() else 0
        joined = [run[at : at + 2] in common for at in range(len(run) - 1)]
        covered = 0
        for at in range(begins, len(run)):
            left = at > 0 and joined[at - 1]
            right = at < len(joined) and joined[at]
            if (left and right) or at < covered or run[at] in _FREE | _COINING:
                continue
            slip = _slip(words, run, at, _windows(run, at, left, right))
            if slip is not None:
                start, covered, expression = slip
                yield Slip(first + start, first + covered, expression)


def _windows(run: str, at: int, left: bool, right: bool) -> Iterator[tuple[int, int]]:
    """Where an expression around the character may start and end, the longest first."""
    last = len(run)
    if not left and not right:
        for size in range(_LONGEST, _SHORTEST - 1, -1):
            for start in range(max(0, at - size + 1), min(at, last - size) + 1):
                yield start, start + size
    # A neighbour that fits may stand outside of a long expression by chance.
    elif left and at + _LONGEST <= last:
        yield at, at + _LONGEST
    elif right and at + 1 >= _LONGEST:
        yield at + 1 - _LONGEST, at + 1


def _slip(
    words: Words, run: str, at: int, windows: Iterator[tuple[int, int]]
) -> tuple[int, int, str] | None:
    """Start, end and the expression that is meant."""
    char = run[at]
    sound = words.sounds.get(char)
    for start, end in windows:
        before, behind = run[start:at], run[at + 1 : end]
        expected = words.expected.get(f"{before}*{behind}")
        if expected is None or char in expected:
            continue
        meant = next((e for e in expected if words.sounds.get(e) == sound), None)
        if meant is None or before + char + behind in words.attested:
            continue
        if not _makes_a_word(words, run, at, start, end):
            return start, end, before + meant + behind
    return None


def _makes_a_word(words: Words, run: str, at: int, start: int, end: int) -> bool:
    """Whether the character belongs to what stands outside (没有 in 平台建没有), or is written
    twice.
    """
    if run[at] in (run[at - 1 : at], run[at + 1 : at + 2]):
        return True
    outside = run[at - 1 : at + 1] if at == start else run[at : at + 2]
    if at == start and outside in words.common and words.followed.get(run[at - 1], 0) <= _BOUND:
        return True
    return at in (start, end - 1) and outside in words.very_common


@cache
def words_of_the_genre() -> Words:
    expected: dict[str, str] = {}
    attested = set()
    for line in _lines("expressions.txt"):
        if line.startswith("!"):
            attested.add(line[1:])
            continue
        expression, places = line.split(" ")
        for at in map(int, places):
            key = f"{expression[:at]}*{expression[at + 1 :]}"
            expected[key] = expected.get(key, "") + expression[at]
    very_common, common = set(), set()
    for line in _lines("neighbours.txt"):
        first, very, others = line.split(" ")
        very_common |= {first + char for char in very}
        common |= {first + char for char in others}
    sounds = {char: number for number, line in enumerate(_lines("sounds.txt")) for char in line}
    return Words(
        expected,
        frozenset(attested),
        frozenset(common | very_common),
        frozenset(very_common),
        sounds,
        Counter(pair[0] for pair in common | very_common),
    )


def _lines(name: str) -> list[str]:
    return (_FOLDER / name).read_text(encoding="utf-8").splitlines()
