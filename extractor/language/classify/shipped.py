"""The model that the product uses: the one that ships with it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from extractor.language.classify.folder import ModelError, read_manifest
from extractor.language.classify.linear import LinearClassifier

_PACKAGE = Path(__file__).resolve().parents[2]
# In an installed package the model lies inside it; in a clone it lies in models/.
_PLACES = (_PACKAGE / "_models" / "default", _PACKAGE.parent / "models" / "default")


def default_folder() -> Path:
    for place in _PLACES:
        if place.is_dir():
            return place
    raise ModelError("找不到随程序安装的模型（models/default）：请重新安装 nianjian。")


@cache
def default_classifier() -> LinearClassifier:
    """Loaded once per process."""
    return LinearClassifier.load(default_folder())


@cache
def default_manifest() -> dict[str, Any]:
    return read_manifest(default_folder())
