"""Regular expressions built of lists of words, which a reader can still check."""

from __future__ import annotations


def any_of(words: str) -> str:
    """One of the words, or of the patterns, that stand there with blanks between."""
    return f"(?:{'|'.join(words.split())})"


def maybe(words: str) -> str:
    """One of them or nothing."""
    return any_of(words) + "?"


OF = maybe("的")
AND = any_of("及其? 和 与 、 以及")
