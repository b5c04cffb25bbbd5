"""The models that ship with the product, each in a folder of its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from extractor.language.classify.folder import ModelError, read_manifest

_PACKAGE = Path(__file__).resolve().parents[2]


def shipped_folder(name: str = "default") -> Path:
    """`default`: what classifies sentences until a user's own model is promoted."""
    # In an installed package the models lie inside it; in a clone they lie in models/.
    for place in (_PACKAGE / "_models" / name, _PACKAGE.parent / "models" / name):
        if place.is_dir():
            return place
    raise ModelError(
        f"找不到随程序安装的模型（models/{name}）：请重新安装 nianjian。",
        f"The model that ships with nianjian (models/{name}) is missing: install nianjian again.",
    )


@cache
def shipped_manifest(name: str, kind: str) -> dict[str, Any]:
    """Read once; its files must be as they were when they were written."""
    return read_manifest(shipped_folder(name), kind)
