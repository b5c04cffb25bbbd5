"""Text to pretrain on: lines of the project's own reports, and a corpus of one paragraph a line."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractor.language.classify.bert_input import CharacterSpelling
from extractor.language.classify.context import masked
from extractor.language.sentences import sentences

_HEAD_YEAR = re.compile(r"^% .*?year:\s*(\d{4})|^# .*?(\d{4})\s*年", re.MULTILINE)
_MARK = re.compile(r"^(?:#{1,3}|>>)\s*")
# One line in fifty is held back and never trained on: enough to see what was learned.
HELD_EVERY = 50


def report_lines(path: Path) -> list[str]:
    """A report's headings and sentences in order, years and figures as the classifier sees them."""
    text = path.read_text(encoding="utf-8")
    told = _HEAD_YEAR.search(text)
    year = int(told[1] or told[2]) if told else None
    found: list[str] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith(("%", "{{")):
            continue
        printed = _MARK.sub("", line)
        found += [masked(printed[s.start : s.end], year) for s in sentences(printed)]
    return found


def corpus_lines(path: Path, limit: int | None = None) -> list[str]:
    """The paragraphs of a text file, gzipped or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        found: list[str] = []
        for line in file:
            if limit is not None and len(found) >= limit:
                break
            if line.strip():
                found.append(masked(line.strip(), None))
    return found


@dataclass(frozen=True, slots=True)
class Stream:
    """Lines as one row of numbers, each closed by [SEP]; short lines share a window."""

    ids: NDArray[np.int32]
    starts: NDArray[np.int64]
    spelling: CharacterSpelling

    def windows(self, rng: np.random.Generator, rows: int, length: int) -> NDArray[np.int32]:
        """[CLS] and what follows the beginning of a line drawn at random."""
        starts = rng.choice(self.starts, rows)
        places = (starts[:, None] + np.arange(length - 1)) % len(self.ids)
        head = np.full((rows, 1), self.spelling.cls, dtype=np.int32)
        return np.concatenate([head, self.ids[places]], axis=1)


def stream(lines: Iterable[str], spelling: CharacterSpelling) -> Stream:
    rows = [[*spelling.ids(line), spelling.sep] for line in lines]
    lengths = np.array([len(row) for row in rows], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
    ids = np.fromiter((n for row in rows for n in row), np.int32, int(lengths.sum()))
    return Stream(ids, starts, spelling)


def divided(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Lines to train on, and those held back: by their text, so that no copy is on both sides."""
    held = [line for line in lines if zlib.crc32(line.encode()) % HELD_EVERY == 0]
    if not held:
        return list(lines), list(lines[:1])
    return [line for line in lines if zlib.crc32(line.encode()) % HELD_EVERY], held
