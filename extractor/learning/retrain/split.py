"""Step 3: the user's labels apart into what is learned from and what only measures.

Whole agencies go to one side, told by a hash of their name: as labels come in over the years, a
report never changes sides, so no later model is measured on what an earlier one has learned.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.learning.dataset import Example
from extractor.learning.near import Near
from extractor.learning.retrain.check import UserExample, writer

# A hundred labels must measure before a model can be promoted: of some 330 in all, then.
HELD_SHARE = 0.3


def is_held(report: str) -> bool:
    """The report of this key (region|agency|year) only measures."""
    told = hashlib.sha256(f"held|{writer(report)}".encode()).digest()
    return int.from_bytes(told[:8], "big") < HELD_SHARE * 2**64


@dataclass(frozen=True, slots=True)
class Split:
    """Both sides, and how many were taken out because the other side has all but the same."""

    train: list[UserExample]
    held: list[UserExample]
    like_frozen: int
    """Not learned from: near a sentence of the frozen held-out set."""
    like_held: int
    """Not learned from: near a sentence that the user's part measures on."""
    like_shipped: int
    """Not measured on: near a sentence that every model learns from."""
    unsigned: int
    """Not measured on: rows that came back only because the model erred in them."""

    def counts(self) -> dict[str, int]:
        taken_out = ("like_frozen", "like_held", "like_shipped", "unsigned")
        return {
            "train": len(self.train),
            "held": len(self.held),
            "reports": len({example.report for example in self.held}),
            **{key: getattr(self, key) for key in taken_out},
        }


def split(
    examples: Sequence[UserExample], development: Sequence[Example], frozen: Sequence[Example]
) -> Split:
    """What measures goes first; what is learned from gives way, but shipped labels cannot."""
    kept_apart = [example for example in examples if is_held(example.report)]
    signed = [example for example in kept_apart if example.whole]
    shipped = Near(example.text for example in development)
    held = [example for example in signed if not shipped.has(example.text)]
    rest = [example for example in examples if not is_held(example.report)]
    frozen_near = Near(example.text for example in frozen)
    fresh = [example for example in rest if not frozen_near.has(example.text)]
    held_near = Near(example.text for example in kept_apart)
    train = [example for example in fresh if not held_near.has(example.text)]
    return Split(
        train=train,
        held=held,
        like_frozen=len(rest) - len(fresh),
        like_held=len(fresh) - len(train),
        like_shipped=len(signed) - len(held),
        unsigned=len(kept_apart) - len(signed),
    )
