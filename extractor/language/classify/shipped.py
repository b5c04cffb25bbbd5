"""The models that ship with the product, each in a folder of its own."""

from __future__ import annotations

from pathlib import Path

from extractor.language.classify.folder import ModelError

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
