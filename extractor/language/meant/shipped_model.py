"""The model that ships with the product."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from extractor.language.classify.shipped import shipped_folder, shipped_manifest
from extractor.language.meant.model import MeantFor

KIND = "meant-for"
_NAME = "meant"


def manifest() -> dict[str, Any]:
    """Its files must be as they were when they were written."""
    return shipped_manifest(_NAME, KIND)


@lru_cache(maxsize=1)
def shipped() -> MeantFor:
    manifest()
    return MeantFor.load(shipped_folder(_NAME))
