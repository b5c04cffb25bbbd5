"""Three heads over one shared encoder. The only module here that imports torch at its top."""

from __future__ import annotations

import inspect
from collections.abc import Sequence

import torch
from torch import nn
from transformers import PreTrainedModel

from extractor.language.classify.bert_input import Pair
from extractor.language.classify.labels import HEADS

_DROPOUT = 0.1
LABELS = sum(len(names) for names in HEADS.values())


class Reader(nn.Module):
    """What an encoder makes of a pair: the first vector beside the mean over the words."""

    def __init__(self, encoder: PreTrainedModel) -> None:
        super().__init__()
        self.encoder = encoder
        self.size = 2 * int(encoder.config.hidden_size)
        known = inspect.signature(encoder.forward).parameters
        kinds = int(getattr(encoder.config, "type_vocab_size", 0) or 0)
        self._takes_segments = "token_type_ids" in known and kinds > 1

    def forward(
        self, ids: torch.Tensor, attention: torch.Tensor, segments: torch.Tensor
    ) -> torch.Tensor:
        more = {"token_type_ids": segments} if self._takes_segments else {}
        states = self.encoder(input_ids=ids, attention_mask=attention, **more).last_hidden_state
        own = (segments * attention).unsqueeze(-1).to(states.dtype)
        mean = (states * own).sum(1) / own.sum(1)
        return torch.cat([states[:, 0], mean], dim=-1)


class Network(nn.Module):
    """The reader and one linear layer that holds the heads side by side."""

    def __init__(self, encoder: PreTrainedModel) -> None:
        super().__init__()
        self.reader = Reader(encoder)
        self.dropout = nn.Dropout(_DROPOUT)
        self.heads = nn.Linear(self.reader.size, LABELS)

    def forward(
        self, ids: torch.Tensor, attention: torch.Tensor, segments: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        vector = self.reader(ids, attention, segments)
        return self.heads(self.dropout(vector)), vector


def padded(rows: Sequence[Pair], pad: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Numbers, attention and segments of a batch; what is padded is attended to by nobody."""
    longest = max(len(row.ids) for row in rows)
    gaps = [longest - len(row.ids) for row in rows]
    ids = [row.ids + [pad] * gap for row, gap in zip(rows, gaps, strict=True)]
    attention = [[1] * (longest - gap) + [0] * gap for gap in gaps]
    segments = [row.segments + [0] * gap for row, gap in zip(rows, gaps, strict=True)]
    return torch.tensor(ids), torch.tensor(attention), torch.tensor(segments)
