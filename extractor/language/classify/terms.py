"""The n-grams of one source and what each weighs.

Weights are those of scikit-learn's TfidfVectorizer, which finds the n-grams in training
(tests/language/test_terms.py holds the two together). A report's few sentences are counted here
instead, all at once by numpy: that takes a quarter of the time (`python -m evaluation.extraction`
measures both), and using a model needs no scikit-learn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from extractor.language.classify.features import Source

if TYPE_CHECKING:
    # Loaded with the model: who only passes records on does without.
    from scipy.sparse import csr_matrix

Numbers = NDArray[np.int64]
_BLANKS = re.compile(r"\s\s+")
_WORD = re.compile(r"\S+")
_CODES = 2**63


@dataclass(frozen=True, slots=True)
class Terms:
    """Columns in the order of `names`; each term weighs the more, the rarer it was in training."""

    source: Source
    names: tuple[str, ...]
    rarity: NDArray[np.float64]
    _index: _Words | _Characters

    @classmethod
    def of(cls, source: Source, names: Sequence[str], rarity: NDArray[np.float64]) -> Terms:
        index = _Words if source.analyzer == "word" else _Characters
        return cls(source, tuple(names), rarity, index.of(names))

    def weighted(self, texts: Sequence[str]) -> csr_matrix:
        """A row a text, of length one unless it holds no known term."""
        from scipy.sparse import csr_matrix

        rows, columns = self._index.found(texts)
        cells, counts = np.unique(rows * len(self.names) + columns, return_counts=True)
        rows, columns = np.divmod(cells, max(1, len(self.names)))
        data = (np.log(counts) + 1.0) * self.rarity[columns]
        lengths = np.sqrt(np.bincount(rows, data * data, minlength=len(texts)))
        data *= self.source.weight / lengths[rows]
        starts = np.searchsorted(rows, np.arange(len(texts) + 1))
        return csr_matrix((data, columns, starts), shape=(len(texts), len(self.names)))


@dataclass(frozen=True, slots=True)
class _Words:
    """Terms that stand between blanks."""

    columns: dict[str, int]

    @classmethod
    def of(cls, names: Sequence[str]) -> _Words:
        return cls({name: column for column, name in enumerate(names)})

    def found(self, texts: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The row and the column of every known term, as often as it stands there."""
        hits = [
            (row, self.columns[word])
            for row, text in enumerate(texts)
            for word in _WORD.findall(text)
            if word in self.columns
        ]
        rows, columns = np.array(hits, dtype=np.int64).reshape(-1, 2).T
        return rows, columns


@dataclass(frozen=True, slots=True)
class _Characters:
    """Runs of characters. A run is told as one number: its characters are that number's digits."""

    alphabet: NDArray[np.uint32]
    lengths: dict[int, tuple[Numbers, Numbers]]
    """By length of the run, the numbers in rising order and their columns."""

    @classmethod
    def of(cls, names: Sequence[str]) -> _Characters:
        alphabet = np.unique(_points("".join(names)))
        longest = max(map(len, names), default=0)
        if (len(alphabet) + 1) ** longest >= _CODES:
            raise ValueError(f"{len(alphabet)} characters in runs of {longest}")
        lengths = {}
        for length in sorted({len(name) for name in names}):
            columns = np.array([i for i, name in enumerate(names) if len(name) == length])
            digits = _digits(alphabet, "".join(names[i] for i in columns)).reshape(-1, length)
            numbers = digits @ (len(alphabet) + 1) ** np.arange(length)[::-1]
            order = np.argsort(numbers)
            lengths[length] = numbers[order], columns[order]
        return cls(alphabet, lengths)

    def found(self, texts: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The row and the column of every known run, as often as it stands there."""
        texts = [_BLANKS.sub(" ", text) for text in texts]
        digits = _digits(self.alphabet, "".join(texts))
        rows = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
        found_rows, found_columns = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        numbers, whole = digits, digits > 0
        for length in range(1, max(self.lengths, default=0) + 1):
            if length > 1:
                last = length - 1
                numbers = numbers[:-1] * (len(self.alphabet) + 1) + digits[last:]
                whole = whole[:-1] & (digits[last:] > 0) & (rows[:-last] == rows[last:])
            if length in self.lengths:
                known, columns = self.lengths[length]
                (places,) = np.nonzero(whole)
                asked = numbers[places]
                at = np.minimum(np.searchsorted(known, asked), len(known) - 1)
                hit = known[at] == asked
                found_rows.append(rows[places[hit]])
                found_columns.append(columns[at[hit]])
        return np.concatenate(found_rows), np.concatenate(found_columns)


def _points(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _digits(alphabet: NDArray[np.uint32], text: str) -> Numbers:
    """Each character's place in the alphabet, counted from 1; 0 where it is not there."""
    points = _points(text)
    if not len(alphabet):
        return np.zeros(len(points), dtype=np.int64)
    at = np.minimum(np.searchsorted(alphabet, points), len(alphabet) - 1)
    return np.where(alphabet[at] == points, at + 1, 0)
