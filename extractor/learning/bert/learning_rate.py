"""Learning rates: the heads start from nothing and learn fast, the encoder's depths hardly move."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.learning.bert.network import Network

_HEADS = 3e-3
# A small encoder bears, and needs, larger steps: 8e-4 at width 192, the usual 5e-5 at 768.
_BY_SQUARED_WIDTH = 30.0
_AT_MOST = 1e-3
_LAYER_DECAY = 0.85
_WARMUP = 0.1
_LAYER = re.compile(r"\blayers?\.(\d+)\.")


def groups(network: Network) -> list[dict[str, Any]]:
    """One group a parameter; layers nearer to the text get smaller rates."""
    config = network.reader.encoder.config
    top = min(_AT_MOST, _BY_SQUARED_WIDTH / float(config.hidden_size) ** 2)
    layers = int(getattr(config, "num_hidden_layers", 0) or 0)
    found: list[dict[str, Any]] = []
    for name, parameter in network.named_parameters():
        if name.startswith("heads."):
            rate = _HEADS
        else:
            layer = _LAYER.search(name)
            below = layers - 1 - int(layer[1]) if layer else layers if "embedding" in name else 0
            rate = top * _LAYER_DECAY ** max(0, below)
        # Biases and norms are no weights to be shrunk.
        decay = 0.01 if parameter.ndim > 1 else 0.0
        found.append({"params": [parameter], "lr": rate, "weight_decay": decay})
    return found


def pace(step: int, steps: int) -> float:
    """The share of each full rate: up over the first tenth, then straight down to nothing."""
    warmup = max(1, int(_WARMUP * steps))
    if step < warmup:
        return (step + 1) / warmup
    return max(0.0, (steps - step) / max(1, steps - warmup))
