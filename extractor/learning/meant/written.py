"""The fitted model on disk, with what it learned from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extractor.language.classify.folder import write_manifest
from extractor.language.meant.model import VOCABULARY, WEIGHTS, MeantFor
from extractor.language.meant.shipped_model import KIND
from extractor.learning.meant.lists import Listed


def write(model: MeantFor, lists: Sequence[Listed], out: Path) -> None:
    """The model and its manifest."""
    model.save(out)
    measures = sum(len(listed.measures) for listed in lists)
    card = {
        "trained_on": {"lists": len(lists), "measures": measures},
        "hands": sorted({listed.hand for listed in lists}),
    }
    write_manifest(out, KIND, card, [VOCABULARY, WEIGHTS])
