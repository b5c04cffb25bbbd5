"""Fine-tuning: one encoder, three heads, stopped early and made honest on hands set aside.

`--encoder PATH` is any local Hugging Face folder (`encoder.load_encoder`); ours is pretrained by
`pretrain`.
"""

from __future__ import annotations

import copy
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, softmax

from extractor.language.classify.bert_input import Pair, pairs
from extractor.language.classify.context import Sight
from extractor.language.classify.labels import HEADS, Head
from extractor.language.classify.model import Probabilities
from extractor.learning.bert.encoder import Encoder, load_encoder
from extractor.learning.bert.learning_rate import groups, pace
from extractor.learning.dataset import DatasetError, Example, sights
from extractor.learning.measures import macro_f1

if TYPE_CHECKING:
    import torch

    from extractor.learning.bert.network import Network

_log = logging.getLogger(__name__)
MAX_LENGTH = 128
_INNER_SHARE = 0.15
_PREDICT_ROWS = 32
_CLIP = 1.0
# Half-way (in the exponent) between counting sentences and counting labels: rare labels are
# heard, but do not shout.
_BALANCE = 0.5
_LARGEST_WEIGHT = 4.0


@dataclass(frozen=True, slots=True)
class Settings:
    epochs: int = 8
    rows: int = 32
    patience: int = 2
    """Epochs without a better inner figure before it stops."""
    max_length: int = MAX_LENGTH
    seed: int = 7
    threads: int = 1
    refit: bool = False
    """After stopping, learn again from all hands for as long as was best."""


@dataclass(slots=True)
class BertClassifier:
    """Same seed, data, encoder and machine: same model. Answers do not depend on the batch."""

    encoder_folder: Path
    settings: Settings = field(default_factory=Settings)
    encoder: Encoder | None = None
    network: Network | None = None
    temperatures: dict[Head, float] = field(default_factory=dict)
    inner: list[float] = field(default_factory=list)
    """After each epoch the mean macro-F1 on the inner hands: for choosing, never for reporting."""

    def fit(self, examples: Sequence[Example]) -> BertClassifier:
        rows = list(zip(examples, sights(examples), strict=True))
        aside = set_aside(examples, self.settings.seed)
        learn = [row for row, kept in zip(rows, aside, strict=True) if not kept]
        inner = [row for row, kept in zip(rows, aside, strict=True) if kept]
        with _repeatable(self.settings):
            best = self._fit(learn, inner, self.settings.epochs)
            if self.settings.refit:
                self._fit(rows, [], best)
        return self

    def _fit(self, learn: list[_Row], inner: list[_Row], epochs: int) -> int:
        """Learns from scratch; with inner rows the best epoch is kept, and its number given."""
        import torch

        from extractor.learning.bert.network import Network

        torch.manual_seed(self.settings.seed)
        self.encoder = load_encoder(self.encoder_folder, self.settings.max_length)
        self.network = Network(self.encoder.model)
        optimizer = torch.optim.AdamW(groups(self.network), fused=True)
        full = [float(group["lr"]) for group in optimizer.param_groups]
        spelled = pairs([s for _, s in learn], self.encoder.spelling, self.encoder.max_length)
        wanted = _wanted([example for example, _ in learn])
        weights = {head: torch.from_numpy(label_weights(wanted[head], head)) for head in HEADS}
        batches = -(-len(learn) // self.settings.rows)
        best, best_figure, best_state = epochs, -1.0, None
        figures: list[float] = []
        for epoch in range(epochs):
            order = np.random.default_rng([self.settings.seed, epoch]).permutation(len(learn))
            for number in range(batches):
                share = pace(epoch * batches + number, epochs * batches)
                for group, rate in zip(optimizer.param_groups, full, strict=True):
                    group["lr"] = rate * share
                chosen = order[number::batches]
                self._step(optimizer, [spelled[i] for i in chosen],
                           {head: wanted[head][chosen] for head in HEADS}, weights)  # fmt: skip
            if not inner:
                continue
            figures.append(self._inner_figure(inner))
            _log.info("epoch %d: inner macro-F1 %.3f", epoch + 1, figures[-1])
            if figures[-1] > best_figure:
                best, best_figure = epoch + 1, figures[-1]
                best_state = copy.deepcopy(self.network.state_dict())
            elif epoch + 1 - best >= self.settings.patience:
                break
        if best_state is not None:
            self.network.load_state_dict(best_state)
            self.inner = figures
            self._calibrate(inner)
        return best

    def _step(
        self,
        optimizer: torch.optim.Optimizer,
        rows: Sequence[Pair],
        wanted: dict[Head, NDArray[np.int64]],
        weights: dict[Head, torch.Tensor],
    ) -> None:
        import torch
        from torch.nn.functional import cross_entropy

        from extractor.learning.bert.network import padded

        encoder, network = self._ready()
        network.train()
        scores, _ = network(*padded(rows, encoder.spelling.pad))
        loss = torch.zeros(())
        for head, columns in head_columns().items():
            answers = torch.from_numpy(wanted[head])
            loss = loss + cross_entropy(scores[:, columns], answers, weight=weights[head])
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), _CLIP)
        optimizer.step()

    def scores(self, sights: Sequence[Sight]) -> dict[Head, NDArray[np.float64]]:
        """Per head the scores before temperature, in the order of the sights."""
        import torch

        from extractor.learning.bert.network import LABELS, padded

        encoder, network = self._ready()
        network.eval()
        rows = pairs(sights, encoder.spelling, encoder.max_length)
        found = np.zeros((len(rows), LABELS))
        # Sorted by length for speed; the padding is attended to by nobody and changes nothing.
        order = sorted(range(len(rows)), key=lambda index: len(rows[index].ids))
        with torch.inference_mode():
            for start in range(0, len(order), _PREDICT_ROWS):
                chosen = order[start : start + _PREDICT_ROWS]
                batch = padded([rows[index] for index in chosen], encoder.spelling.pad)
                found[chosen] = network(*batch)[0].numpy()
        return {head: found[:, columns] for head, columns in head_columns().items()}

    def predict_proba(self, sights: Sequence[Sight]) -> Probabilities:
        return {
            head: np.asarray(softmax(scores / self.temperatures[head], axis=1))
            for head, scores in self.scores(sights).items()
        }

    def _inner_figure(self, inner: list[_Row]) -> float:
        wanted = _wanted([example for example, _ in inner])
        scores = self.scores([sight for _, sight in inner])
        return float(np.mean([macro_f1(wanted[h], scores[h].argmax(axis=1)) for h in HEADS]))

    def _calibrate(self, inner: list[_Row]) -> None:
        wanted = _wanted([example for example, _ in inner])
        scores = self.scores([sight for _, sight in inner])
        self.temperatures = {h: temperature(scores[h], wanted[h]) for h in HEADS}

    def _ready(self) -> tuple[Encoder, Network]:
        if self.encoder is None or self.network is None:
            raise RuntimeError("模型尚未训练：请先调用 fit。")
        return self.encoder, self.network


_Row = tuple[Example, Sight]


def head_columns() -> dict[Head, slice]:
    """Which columns of the network's scores belong to which head."""
    found: dict[Head, slice] = {}
    start = 0
    for head, names in HEADS.items():
        found[head] = slice(start, start + len(names))
        start += len(names)
    return found


def set_aside(examples: Sequence[Example], seed: int) -> list[bool]:
    """Which sentences stop and calibrate: whole hands, or of a single hand whole reports."""
    hands = [example.hand for example in examples]
    groups = hands if len(set(hands)) > 1 else [example.report for example in examples]
    names = sorted(set(groups))
    if len(names) < 2:
        raise DatasetError("只有一份报告的句子，无法留出一部分用于校准：请补充其他报告后再训练。")
    count = max(1, round(_INNER_SHARE * len(names)))
    drawn = np.random.default_rng(seed).permutation(len(names))[:count]
    aside = {names[index] for index in drawn}
    return [group in aside for group in groups]


def label_weights(wanted: NDArray[np.int64], head: Head) -> NDArray[np.float32]:
    """Rare labels count more, on average one; a label that never occurs counts as one."""
    counts = np.bincount(wanted, minlength=len(HEADS[head])).astype(float)
    present = counts > 0
    weights = np.ones(len(counts))
    weights[present] = (counts[present].mean() / counts[present]) ** _BALANCE
    weights[present] = np.minimum(weights[present], _LARGEST_WEIGHT)
    mean = float((weights * counts).sum() / counts.sum())
    return (weights / mean).astype(np.float32)


def temperature(scores: NDArray[np.float64], wanted: NDArray[np.int64]) -> float:
    """What the scores are divided by so that confidence is as high as it is right."""

    def loss(log_temperature: float) -> float:
        told = log_softmax(scores / np.exp(log_temperature), axis=1)
        return float(-told[np.arange(len(wanted)), wanted].mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-2.0, 2.0), method="bounded").x))


def _wanted(examples: Sequence[Example]) -> dict[Head, NDArray[np.int64]]:
    return {
        head: np.array([list(names).index(e.labels.of(head)) for e in examples], dtype=np.int64)
        for head, names in HEADS.items()
    }


@contextmanager
def _repeatable(settings: Settings) -> Iterator[None]:
    """Fixed threads and order of sums within; outside, torch is as it was."""
    from extractor.learning.bert import require_torch

    require_torch()
    import torch

    threads, strict = torch.get_num_threads(), torch.are_deterministic_algorithms_enabled()
    torch.set_num_threads(settings.threads)
    torch.use_deterministic_algorithms(True)
    try:
        with torch.random.fork_rng():
            yield
    finally:
        torch.set_num_threads(threads)
        torch.use_deterministic_algorithms(strict)
