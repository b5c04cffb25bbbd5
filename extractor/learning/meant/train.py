"""The fit: in every list, each measure shall find its problem, or none.

What B506 asks is which measures are meant for nothing that was named. Lists as they were written
show few of those, so at every look problems are struck out, which leaves their measures without
one, and measures of other lists are put in.

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

from extractor.language.meant.grams import grams
from extractor.language.meant.model import MOST_SHARED, Both, MeantFor
from extractor.language.meant.table import GramTable, Points
from extractor.learning.meant.lists import Listed
from extractor.learning.meant.texts import Text, text_of

_STAY = 2


@dataclass(frozen=True, slots=True)
class Settings:
    """Chosen by leaving out hands; half or double of most changes little."""

    size: int = 64
    """Of the space in which problems and measures are points."""
    hidden: int = 24
    """Of the network that sees both points; with more it learns the lists by heart."""
    drops: float = 0.5
    """Share of the hidden layer left out at each look."""
    rarest: int = 3
    epochs: int = 18
    batch: int = 64
    pace: float = 1e-2
    forgets: float = 0.55
    """Share of grams left out at each look, so that no word alone decides."""
    strikes: float = 0.5
    """How often a problem is struck out of a list at a look, and then another."""
    strangers: int = 2
    """Measures of other lists put into a list at each look."""
    seeds: tuple[int, ...] = (20260101, 20260102)
    """A fit each; the answer is their mean, which is right more often than either."""


class _Space(nn.Module):
    def __init__(self, grams_known: int, settings: Settings) -> None:
        super().__init__()
        size = settings.size
        self.problems = nn.EmbeddingBag(grams_known + 1, size, mode="sum", padding_idx=0)
        self.measures = nn.EmbeddingBag(grams_known + 1, size, mode="sum", padding_idx=0)
        nn.init.normal_(self.problems.weight, 0.0, 0.05)
        with torch.no_grad():
            self.problems.weight[0] = 0.0
            self.measures.weight.copy_(self.problems.weight)
        self.into = nn.Linear(4 * size, settings.hidden)
        self.dropped = nn.Dropout(settings.drops)
        # From nought: what nearness can say, it says first.
        self.out = nn.Parameter(torch.zeros(settings.hidden))
        self.shared = nn.Parameter(torch.tensor(0.3))
        self.nothing = nn.Parameter(torch.tensor(0.5))

    def both(self, problems: torch.Tensor, measures: torch.Tensor) -> torch.Tensor:
        """What the network says of each row's problem and measure."""
        seen = [problems * measures, (problems - measures).abs(), problems, measures]
        hidden: torch.Tensor = self.dropped(torch.relu(self.into(torch.cat(seen, 1))))
        return hidden @ self.out


@dataclass(frozen=True, slots=True)
class _Known:
    """A list as numbers; a measure is meant for the places of its problems, or for none."""

    problems: list[Text]
    measures: list[Text]
    meant: list[frozenset[int]]


def fit(lists: Sequence[Listed], settings: Settings | None = None) -> MeantFor:
    """The model of these lists; the same bytes from the same lists on one machine."""
    settings = settings or Settings()
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        vocabulary = _vocabulary(lists, settings.rarest)
        fits = [_fit(lists, vocabulary, settings, seed) for seed in settings.seeds]
    finally:
        torch.set_num_threads(threads)
    return _mean(fits, {gram: number - 1 for gram, number in vocabulary.items()}, lists)


def _fit(
    lists: Sequence[Listed], vocabulary: dict[str, int], settings: Settings, seed: int
) -> _Space:
    torch.manual_seed(seed)
    drawn = random.Random(seed)
    forgetting = np.random.default_rng(seed)
    known = [_known(listed, vocabulary) for listed in lists]
    strangers = [
        text for one in known for text, meant in zip(one.measures, one.meant, strict=True) if meant
    ]
    space = _Space(len(vocabulary), settings)
    optimizer = torch.optim.AdamW(
        space.parameters(), lr=settings.pace, weight_decay=1e-4, fused=True
    )
    for epoch in range(settings.epochs):
        drawn.shuffle(known)
        for group in optimizer.param_groups:
            group["lr"] = settings.pace * (1 - epoch / settings.epochs)
        for start in range(0, len(known), settings.batch):
            batch = [
                _struck(_with_strangers(one, strangers, settings.strangers, drawn), settings, drawn)
                for one in known[start : start + settings.batch]
            ]
            loss = _loss(space, batch, settings.forgets, forgetting)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return space


def _mean(fits: Sequence[_Space], vocabulary: dict[str, int], lists: Sequence[Listed]) -> MeantFor:
    """One model whose scores are the means of theirs: the spaces stand side by side."""
    made = MeantFor(
        vocabulary,
        GramTable.of(np.hstack([_numbers(one.problems.weight)[1:] for one in fits])),
        GramTable.of(np.hstack([_numbers(one.measures.weight)[1:] for one in fits])),
        tuple(_network(one) for one in fits),
        float(np.mean([_numbers(one.shared) for one in fits])),
        float(np.mean([_numbers(one.nothing) for one in fits])),
        np.zeros((2, sum(one.problems.embedding_dim for one in fits)), dtype=np.float32),
    )
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
    return _Known(
        [text_of(problem, vocabulary) for problem in listed.problems],
        [text_of(text, vocabulary) for text, _ in listed.measures],
        [meant for _, meant in listed.measures],
    )


def _with_strangers(
    known: _Known, strangers: Sequence[Text], count: int, drawn: random.Random
) -> _Known:
    """With measures that some other list holds: meant for none of these problems, nearly always."""
    others = [drawn.choice(strangers) for _ in range(count)] if strangers else []
    none: frozenset[int] = frozenset()
    return _Known(known.problems, known.measures + others, known.meant + [none] * len(others))


def _struck(known: _Known, settings: Settings, drawn: random.Random) -> _Known:
    """Without some of the problems, of which two stay: their measures are meant for none."""
    kept = list(range(len(known.problems)))
    while len(kept) > _STAY and drawn.random() < settings.strikes:
        kept.remove(drawn.choice(kept))
    places = {old: new for new, old in enumerate(kept)}
    meant = [frozenset(places[old] for old in one if old in places) for one in known.meant]
    return _Known([known.problems[old] for old in kept], known.measures, meant)


def _loss(
    space: _Space, batch: Sequence[_Known], forgets: float, drawn: np.random.Generator
) -> torch.Tensor:
    """All lists of a batch at once: a measure is never meant for another list's problem."""
    problems = _points(space.problems, [p for one in batch for p in one.problems], forgets, drawn)
    measures = _points(space.measures, [m for one in batch for m in one.measures], forgets, drawn)
    common, chosen = _wanted(batch, len(problems), len(measures))
    scores = problems @ measures.T + space.shared * common.clamp(min=0)
    own = torch.nonzero(common >= 0, as_tuple=True)
    scores = scores.index_put(own, space.both(problems[own[0]], measures[own[1]]), accumulate=True)
    scores = scores.masked_fill(common < 0, -torch.inf)
    none = space.nothing.expand(1, len(measures))
    likely = torch.log_softmax(torch.cat([scores, none]), 0)
    return -(likely.masked_fill(chosen == 0, 0.0) * chosen).sum() / len(measures)


def _wanted(batch: Sequence[_Known], rows: int, columns: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Pairs of characters in common as far as they count, -1 between different lists; and which
    problem each measure is meant for, the row behind the last for none."""
    common = np.full((rows, columns), -1.0, dtype=np.float32)
    chosen = np.zeros((rows + 1, columns), dtype=np.float32)
    row = column = 0
    for one in batch:
        for place, (measure, meant) in enumerate(zip(one.measures, one.meant, strict=True), column):
            for at, problem in enumerate(one.problems, row):
                common[at, place] = min(MOST_SHARED, len(problem.pairs & measure.pairs))
            for at in meant:
                chosen[row + at, place] = 1 / len(meant)
            chosen[rows, place] = not meant
        row, column = row + len(one.problems), column + len(one.measures)
    return torch.from_numpy(common), torch.from_numpy(chosen)


def _points(
    table: nn.EmbeddingBag, texts: Sequence[Text], forgets: float, drawn: np.random.Generator
) -> torch.Tensor:
    """A share of the grams is left out, so that no word alone decides; the first stays at least."""
    flat = np.fromiter((number for text in texts for number in text.numbers), dtype=np.int64)
    starts = np.cumsum([0, *(len(text.numbers) for text in texts)])
    kept = drawn.random(len(flat)) > forgets
    counts = np.add.reduceat(kept, starts[:-1], dtype=np.int64)
    kept[starts[:-1][counts == 0]] = True
    counts = np.maximum(counts, 1)
    offsets = torch.from_numpy(np.cumsum(counts) - counts)
    points: torch.Tensor = table(torch.from_numpy(flat[kept]), offsets)
    return points / torch.from_numpy(counts).float().sqrt().unsqueeze(1)


def _network(space: _Space) -> Both:
    return Both(_numbers(space.into.weight.T), _numbers(space.into.bias), _numbers(space.out))


def _numbers(told: torch.Tensor) -> Points:
    return np.asarray(told.detach().numpy(), dtype=np.float32)
