"""The model that ships with the product: what is used until a user's own is promoted."""

from __future__ import annotations

from pathlib import Path

from extractor.language.classify.folder import ModelError

_PACKAGE = Path(__file__).resolve().parents[2]
# In an installed package the model lies inside it; in a clone it lies in models/.
_PLACES = (_PACKAGE / "_models" / "default", _PACKAGE.parent / "models" / "default")


def shipped_folder() -> Path:
    for place in _PLACES:
        if place.is_dir():
            return place
    raise ModelError(
        "找不到随程序安装的模型（models/default）：请重新安装 nianjian。",
        "The model that ships with nianjian (models/default) is missing: install nianjian again.",
    )
