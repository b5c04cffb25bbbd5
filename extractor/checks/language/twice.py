"""Phrases that stand twice in a row, at once or with a comma between; time grows with the text."""

from __future__ import annotations

from collections.abc import Iterator

_KEY = 3
_LONGEST = 42
_SHORTEST_CLAUSE = 7
_COMMAS = "，、,"
_SIGNS = "，。；：！？、,;:.!?（）()《》 \t\n"


def phrases_twice(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, start of the second copy, end; copies hold no sign."""
    seen: dict[str, int] = {}
    done = 0
    for at, key in enumerate(map("".join, zip(text, text[1:], text[2:], strict=False))):
        before = seen.get(key)
        seen[key] = at
        if before is None or not _KEY <= at - before <= _LONGEST or before < done:
            continue
        gap = 1 if text[at - 1] in _COMMAS else 0
        length = at - before - gap
        words = text[before : before + length]
        if text[at : at + length] != words or any(sign in words for sign in _SIGNS):
            continue
        if gap and (length < _SHORTEST_CLAUSE or not _whole(text, before, at + length)):
            continue
        done = at + length
        yield before, at, done


def _whole(text: str, start: int, end: int) -> bool:
    """Whether the second copy is a whole clause, so that the first one's end is too."""
    return end == len(text) or text[end] in _SIGNS
