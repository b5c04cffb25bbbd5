"""Runs of characters and sentences as numbers: the same in every process and on every machine."""

from __future__ import annotations

import re
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from extractor.language.sentences import ENUMERATOR

Hashes = NDArray[np.uint64]

# Law, form and duty give a report so many words in a row; longer runs are somebody's own.
RUN = 10
_BASE = np.uint64(0x9E3779B97F4A7C15)
_LEAD = re.compile(rf"^(?:\s*{ENUMERATOR})+")
_FIGURES = re.compile(r"[\d〇][\d〇.,，%]*")


def runs(words: str) -> Hashes:
    """A number for each run of ten characters, in the order of their beginnings."""
    codes = np.frombuffer(words.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint64)
    count = len(codes) - RUN + 1
    if count <= 0:
        return np.empty(0, np.uint64)
    mixed = np.zeros(count, np.uint64)
    for offset in range(RUN):
        mixed = mixed * _BASE + codes[offset : offset + count]
    return _spread(mixed)


def _spread(mixed: Hashes) -> Hashes:
    """Neighbouring sums far apart (splitmix64): a sample of numbers is then a sample of runs."""
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def same_saying(words: str) -> str:
    """A sentence's words without its number in a list, every figure the same."""
    return _FIGURES.sub("0", words)


def without_lead(text: str) -> str:
    return _LEAD.sub("", text)


def sentence_hash(words: str) -> int:
    """32 bits: a hundred thousand reports say some four million sentences, one in a thousand then
    meets a stranger's number."""
    digest = blake2b(same_saying(words).encode("utf-8", "surrogatepass"), digest_size=4)
    return int.from_bytes(digest.digest(), "little")
