"""Multiples told in words: 翻了一番, 3.2倍, 减半, with the ratios that they may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.contradictions.breakdown_words import many

_TIMES = re.compile(
    r"(?P<up>增长|增加|提高|上升|多)?了?(?P<near>近|约|将近|超过?|逾)?(?P<number>\d+(?:\.\d+)?|[一两三四五六七八九])(?P<more>多|余)?倍"
)
_DOUBLED = re.compile(r"(?P<near>近|接近|几乎|将近|约)?翻了?(?P<many>[一两二三])?番")
_HALVED = re.compile(
    r"(?P<near>近|接近|约)?(?:减半|(?:减少|下降|降低|减)了?(?:近|约|将近|超过?)?一半)"
)
_DIGITS = dict(zip("一两三四五六七八九", range(1, 10), strict=True))
# Multiples are told roughly: 2倍 may be 1.9 or 2.1.
ROUGH, _ROUGHER = 0.1, 0.25


def multiples(text: str) -> Iterator[tuple[str, tuple[float, ...], float]]:
    """The words of a multiple, the ratios that they may mean, and the room they leave."""
    for match in _TIMES.finditer(text):
        number = match["number"]
        value = float(_DIGITS.get(number, 0) or number)
        if not value:
            continue
        fine = len(number.partition(".")[2])
        room = _ROUGHER if match["near"] or match["more"] else ROUGH / 10**fine * 2 / value
        # 增长1.5倍 is told of the growth and of the whole alike.
        ratios = (value + 1, value) if match["up"] and value != 1 else (value + 1,)
        yield match.group(), ratios if match["up"] else (value,), max(room, ROUGH / (fine + 1))
    for match in _DOUBLED.finditer(text):
        times = float(2 ** (many(match["many"]) or 1)) if match["many"] != "一" else 2.0
        yield match.group(), (times,), _ROUGHER if match["near"] else 2 * ROUGH
    for match in _HALVED.finditer(text):
        yield match.group(), (0.5,), _ROUGHER
