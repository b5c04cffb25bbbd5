"""The model that ships with the product."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from extractor.language.classify.folder import read_manifest
from extractor.language.classify.shipped import shipped_folder
from extractor.language.meant.model import MeantFor

KIND = "meant-for"
_NAME = "meant"


@lru_cache(maxsize=1)
def manifest() -> dict[str, Any]:
    """Read once; its files must be as they were when they were written."""
    return read_manifest(shipped_folder(_NAME), KIND)


@lru_cache(maxsize=1)
def shipped() -> MeantFor:
    manifest()
    return MeantFor.load(shipped_folder(_NAME))
