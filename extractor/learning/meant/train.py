"""The fit: in every list, each measure shall find its problem, or none.

The only module here that imports torch at its top.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from extractor.language.meant.grams import grams, own_pairs
from extractor.language.meant.model import MOST_SHARED, MeantFor
from extractor.learning.meant.lists import Listed


@dataclass(frozen=True, slots=True)
class Settings:
    """Chosen by leaving out hands; half or double of most changes little."""

    size: int = 48
    """Of the space in which problems and measures are points."""
    rarest: int = 3
    epochs: int = 12
    batch: int = 16
    pace: float = 5e-3
    forgets: float = 0.4
    """Share of grams left out at each look, so that no word alone decides."""
    seed: int = 20260101


class _Space(nn.Module):
    def __init__(self, grams_known: int, size: int) -> None:
        super().__init__()
        self.problems = nn.EmbeddingBag(grams_known + 1, size, mode="sum", padding_idx=0)
        self.measures = nn.EmbeddingBag(grams_known + 1, size, mode="sum", padding_idx=0)
        nn.init.normal_(self.problems.weight, 0.0, 0.05)
        with torch.no_grad():
            self.problems.weight[0] = 0.0
            self.measures.weight.copy_(self.problems.weight)
        self.shared = nn.Parameter(torch.tensor(0.3))
        self.nothing = nn.Parameter(torch.tensor(0.5))


@dataclass(frozen=True, slots=True)
class _Known:
    """A list as numbers."""

    problems: list[list[int]]
    measures: list[list[int]]
    common: torch.Tensor
    meant: list[list[int]]


def fit(lists: Sequence[Listed], settings: Settings | None = None) -> MeantFor:
    """The model of these lists; the same bytes from the same lists on one machine."""
    settings = settings or Settings()
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        return _fit(lists, settings)
    finally:
        torch.set_num_threads(threads)


def _fit(lists: Sequence[Listed], settings: Settings) -> MeantFor:
    torch.manual_seed(settings.seed)
    drawn = random.Random(settings.seed)
    vocabulary = _vocabulary(lists, settings.rarest)
    known = [_known(listed, vocabulary) for listed in lists]
    space = _Space(len(vocabulary), settings.size)
    optimizer = torch.optim.AdamW(space.parameters(), lr=settings.pace, weight_decay=1e-4)
    for epoch in range(settings.epochs):
        drawn.shuffle(known)
        for group in optimizer.param_groups:
            group["lr"] = settings.pace * (1 - epoch / settings.epochs)
        for start in range(0, len(known), settings.batch):
            loss = _loss(space, known[start : start + settings.batch], settings.forgets, drawn)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    made = _made(space, vocabulary)
    return made.centred(
        {problem: None for listed in lists for problem in listed.problems},
        {measure: None for listed in lists for measure, _ in listed.measures},
    )


def _vocabulary(lists: Sequence[Listed], rarest: int) -> dict[str, int]:
    """Numbers from 1; 0 stands for nothing known."""
    counts: Counter[str] = Counter()
    for listed in lists:
        for text in (*listed.problems, *(measure for measure, _ in listed.measures)):
            counts.update(set(grams(text)))
    kept = sorted(gram for gram, count in counts.items() if count >= rarest)
    return {gram: number for number, gram in enumerate(kept, 1)}


def _known(listed: Listed, vocabulary: dict[str, int]) -> _Known:
    def numbers(text: str) -> list[int]:
        return [vocabulary[gram] for gram in grams(text) if gram in vocabulary] or [0]

    common = [
        [min(MOST_SHARED, len(own_pairs(problem) & own_pairs(text))) for text, _ in listed.measures]
        for problem in listed.problems
    ]
    none = len(listed.problems)
    return _Known(
        [numbers(problem) for problem in listed.problems],
        [numbers(text) for text, _ in listed.measures],
        torch.tensor(common, dtype=torch.float32),
        [sorted(meant) or [none] for _, meant in listed.measures],
    )


def _loss(
    space: _Space, batch: Sequence[_Known], forgets: float, drawn: random.Random
) -> torch.Tensor:
    def seen(numbers: list[int]) -> list[int]:
        return [number for number in numbers if drawn.random() > forgets] or numbers[:1]

    problems = _points(space.problems, [seen(one) for known in batch for one in known.problems])
    measures = _points(space.measures, [seen(one) for known in batch for one in known.measures])
    total, count, row, column = torch.zeros(()), 0, 0, 0
    for known in batch:
        rows, columns = len(known.problems), len(known.measures)
        scores = problems[row : row + rows] @ measures[column : column + columns].T
        scores = scores + space.shared * known.common
        none = space.nothing.expand(1, columns)
        likely = torch.log_softmax(torch.cat([scores, none]), 0)
        for place, meant in enumerate(known.meant):
            total = total - likely[meant, place].mean()
        row, column, count = row + rows, column + columns, count + columns
    return total / count


def _points(table: nn.EmbeddingBag, texts: list[list[int]]) -> torch.Tensor:
    lengths = torch.tensor([len(text) for text in texts])
    flat = torch.tensor([number for text in texts for number in text])
    points: torch.Tensor = table(flat, torch.cumsum(lengths, 0) - lengths)
    return points / lengths.float().sqrt().unsqueeze(1)


def _made(space: _Space, vocabulary: dict[str, int]) -> MeantFor:
    def rows(table: nn.EmbeddingBag) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
        return np.asarray(table.weight.detach().numpy()[1:], dtype=np.float32)

    return MeantFor(
        {gram: number - 1 for gram, number in vocabulary.items()},
        rows(space.problems),
        rows(space.measures),
        float(space.shared.detach()),
        float(space.nothing.detach()),
        np.zeros((2, space.problems.embedding_dim), dtype=np.float32),
    )
