"""The model in use: the user's promoted one, or the shipped one; the one place that knows.

The models folder holds `versions/<hash>/`, a folder for each model ever promoted, and the pointer
`in-use.json`: the promoted hashes, the last of which is in use. `nianjian train` writes both.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from extractor.language.classify.folder import ModelError
from extractor.language.classify.linear import LinearClassifier, linear_manifest
from extractor.language.classify.shipped import shipped_folder
from extractor.user_folder import kept_in

# For tests, and for offices that keep their models on a shared drive.
ENVIRONMENT = "NIANJIAN_MODELS"
POINTER, VERSIONS = "in-use.json", "versions"
_HASH = re.compile(r"[0-9a-f]{16}")

_pinned: dict[str, Path] = {}


def models_folder() -> Path:
    return kept_in("models", ENVIRONMENT)


def promoted(models: Path) -> list[str]:
    """The models promoted one after the other and not rolled back; none: the shipped is in use."""
    path = models / POINTER
    try:
        told = json.loads(path.read_text(encoding="utf-8"))["promoted"]
        if not all(_HASH.fullmatch(each) for each in told):
            raise ValueError(f"{told}")
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ModelError(
            f"{path} 无法读取（{error}）：它指明在用的模型。删除这个文件后使用随程序安装的模型。",
            f"{path} cannot be read ({error}); it names the model in use. Delete it to use the "
            "shipped model.",
        ) from error
    return list(told)


def version_folder(models: Path, name: str) -> Path:
    return models / VERSIONS / name


def folder_of(models: Path) -> Path:
    """The folder of the model in use."""
    names = promoted(models)
    return version_folder(models, names[-1]) if names else shipped_folder()


def folder_in_use() -> Path:
    """Chosen once a process: a run that began with one model ends with it."""
    models = models_folder()
    if str(models) not in _pinned:
        _pinned[str(models)] = folder_of(models)
    return _pinned[str(models)]


def pin(folder: Path) -> None:
    """For a worker: the model that its run began with."""
    _pinned[str(models_folder())] = folder


def choose_anew() -> None:
    """After a promotion or a rollback in this process."""
    _pinned.clear()


def classifier_in_use() -> LinearClassifier:
    """Loaded once a process."""
    return _loaded(folder_in_use())


def manifest_in_use() -> dict[str, Any]:
    return _manifest(folder_in_use())


@cache
def _loaded(folder: Path) -> LinearClassifier:
    return LinearClassifier.load(folder)


@cache
def _manifest(folder: Path) -> dict[str, Any]:
    return linear_manifest(folder)
