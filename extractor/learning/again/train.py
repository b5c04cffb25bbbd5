"""The fit: every problem told again shall find the one that it was last year, a new one none.

The only module here that imports torch at its top.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from extractor.language.again.model import MOST_SHARED, ToldAgain
from extractor.language.meant.grams import grams
from extractor.language.meant.model import MeantFor
from extractor.language.meant.table import GramTable, Points
from extractor.learning.again.years import Years
from extractor.learning.meant.texts import Text, text_of

_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Settings:
    """Chosen by leaving out offices."""

    epochs: int = 20
    batch: int = 8
    pace: float = 2e-3
    forgets: float = 0.3
    """Share of grams left out at each look, so that no word alone decides."""
    strikes: float = 0.4
    """How often one of last year's problems is struck out: told again, it is none of them."""
    strangers: int = 3
    """Problems of other offices put beside this year's at each look."""
    seed: int = 20260101


@dataclass(frozen=True, slots=True)
class _Known:
    """Last year's problems; this year's, and the places of those that they are."""

    before: list[Text]
    now: list[Text]
    places: list[int | None]


class _Space(nn.Module):
    """The points of the grams that these offices use: all others stay where they are."""

    def __init__(self, start: Points, centre: np.ndarray[tuple[int], np.dtype[np.float32]]):
        super().__init__()
        count, size = start.shape
        self.points = nn.EmbeddingBag(count + 1, size, mode="sum", padding_idx=0)
        with torch.no_grad():
            self.points.weight[0] = 0.0
            self.points.weight[1:] = torch.from_numpy(start)
        self.centre = nn.Parameter(torch.from_numpy(centre))
        self.scale = nn.Parameter(torch.tensor(6.0))
        self.shared = nn.Parameter(torch.tensor(0.5))
        self.nothing = nn.Parameter(torch.tensor(4.0))

    def placed(self, texts: list[list[int]]) -> torch.Tensor:
        lengths = torch.tensor([len(text) for text in texts])
        flat = torch.tensor([number for text in texts for number in text])
        points: torch.Tensor = self.points(flat, torch.cumsum(lengths, 0) - lengths)
        points = points / lengths.float().sqrt().unsqueeze(1) - self.centre
        placed: torch.Tensor = points / (points.norm(dim=1, keepdim=True) + _TINY)
        return placed


def fit(found: Sequence[Years], start: MeantFor, settings: Settings | None = None) -> ToldAgain:
    """The model of these offices; the same bytes from the same offices on one machine."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        return _fit(found, start, settings or Settings())
    finally:
        torch.set_num_threads(threads)


def _fit(found: Sequence[Years], start: MeantFor, settings: Settings) -> ToldAgain:
    torch.manual_seed(settings.seed)
    drawn = random.Random(settings.seed)
    used = _used(found, start)
    vocabulary = {gram: number for number, gram in enumerate(used, 1)}
    points = start.problems.rows([start.vocabulary[gram] for gram in used])
    known = [one for office in found for one in _both_ways(office, vocabulary)]
    strangers = [text for one in known for text in one.before]
    space = _Space(points, _centre(strangers, points))
    optimizer = torch.optim.AdamW(space.parameters(), lr=settings.pace, weight_decay=0.0)
    for epoch in range(settings.epochs):
        drawn.shuffle(known)
        for group in optimizer.param_groups:
            group["lr"] = settings.pace * (1 - epoch / settings.epochs)
        for first in range(0, len(known), settings.batch):
            batch = [
                _looked_at(one, strangers, settings, drawn)
                for one in known[first : first + settings.batch]
            ]
            losses = torch.stack([_loss(space, one, settings.forgets, drawn) for one in batch])
            loss = losses.sum() / sum(len(one.now) for one in batch)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return _made(space, start, used)


def _used(found: Sequence[Years], start: MeantFor) -> list[str]:
    told = {
        gram
        for office in found
        for text in (*office.last, *office.retold, *office.new)
        for gram in grams(text)
    }
    return sorted(told & start.vocabulary.keys())


def _both_ways(office: Years, vocabulary: Mapping[str, int]) -> list[_Known]:
    def texts(problems: Sequence[str]) -> list[Text]:
        return [text_of(problem, vocabulary) for problem in problems]

    last, retold, new = texts(office.last), texts(office.retold), texts(office.new)
    places = [*range(len(last)), *[None] * len(new)]
    return [_Known(last, retold + new, places), _Known(retold, last + new, places)]


def _centre(texts: Sequence[Text], start: Points) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    table = np.vstack([np.zeros((1, start.shape[1]), dtype=np.float32), start])
    sums = [table[one.numbers].sum(axis=0) / np.sqrt(len(one.numbers)) for one in texts]
    return np.asarray(np.mean(sums, axis=0), dtype=np.float32)


def _looked_at(
    known: _Known, strangers: Sequence[Text], settings: Settings, drawn: random.Random
) -> _Known:
    kept = list(range(len(known.before)))
    if len(kept) > 1 and drawn.random() < settings.strikes:
        kept.remove(drawn.choice(kept))
    new = {old: place for place, old in enumerate(kept)}
    others = [drawn.choice(strangers) for _ in range(settings.strangers)]
    places = [new.get(place) if place is not None else None for place in known.places]
    return _Known(
        [known.before[place] for place in kept],
        known.now + others,
        places + [None] * len(others),
    )


def _loss(space: _Space, known: _Known, forgets: float, drawn: random.Random) -> torch.Tensor:
    before = space.placed([text.seen(forgets, drawn) for text in known.before])
    now = space.placed([text.seen(forgets, drawn) for text in known.now])
    common = torch.tensor(
        [[min(MOST_SHARED, len(a.pairs & b.pairs)) for b in known.now] for a in known.before],
        dtype=torch.float32,
    )
    scores = space.scale * (before @ now.T) + space.shared * common
    none = space.nothing.expand(1, len(known.now))
    likely = torch.log_softmax(torch.cat([scores, none]), 0)
    rows = [len(known.before) if place is None else place for place in known.places]
    return -likely[rows, range(len(rows))].sum()


def _made(space: _Space, start: MeantFor, used: Sequence[str]) -> ToldAgain:
    points = start.problems.rows()
    points[[start.vocabulary[gram] for gram in used]] = space.points.weight.detach().numpy()[1:]
    return ToldAgain(
        dict(start.vocabulary),
        GramTable.of(points),
        space.centre.detach().numpy().copy(),
        float(space.scale.detach()),
        float(space.shared.detach()),
        float(space.nothing.detach()),
    )
