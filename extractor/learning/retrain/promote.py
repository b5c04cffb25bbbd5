"""Promotion and rollback: the only writers of the models folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from extractor.language.classify.folder import ModelError
from extractor.language.classify.in_use import (
    POINTER,
    VERSIONS,
    choose_anew,
    folder_of,
    promoted,
    version_folder,
)
from extractor.language.classify.linear import LinearClassifier
from extractor.language.classify.shipped import shipped_folder
from extractor.learning.retrain.steps import read_json, write_json

_WAIT_SECONDS = 30


@contextmanager
def changing(models: Path) -> Iterator[None]:
    """One training, promotion or rollback at a time."""
    models.mkdir(parents=True, exist_ok=True)
    lock = FileLock(models / ".lock", timeout=_WAIT_SECONDS)
    try:
        lock.acquire()
    except Timeout as error:
        raise ModelError(
            f"{models} 正被另一个 nianjian train 使用：请等它结束后再运行。",
            f"{models} is in use by another nianjian train: run it again when that has ended.",
        ) from error
    try:
        yield
    finally:
        lock.release()


def promote(models: Path, folder: Path, name: str) -> Path:
    """The model in `folder`, named by its hash, becomes the one in use."""
    history = promoted(models)
    target = version_folder(models, name)
    if not _usable(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{name}.part")
        shutil.rmtree(part, ignore_errors=True)
        shutil.copytree(folder, part)
        shutil.rmtree(target, ignore_errors=True)
        part.rename(target)
    LinearClassifier.load(target)  # what cannot be loaded is not promoted
    _point(models, [*history, name])
    return target


def rollback(models: Path) -> tuple[Path, list[str]]:
    """Back one version, over damaged ones; tells the folder then in use, and those passed over.

    Nothing is deleted: a version stays where it is.
    """
    history = promoted(models)
    if not history:
        raise ModelError(
            "正在使用随程序安装的模型，没有可退回的版本。",
            "The shipped model is in use: there is no earlier version.",
        )
    history.pop()
    damaged = []
    while history and not _usable(version_folder(models, history[-1])):
        damaged.append(history.pop())
    _point(models, history)
    return folder_of(models), damaged


def _point(models: Path, history: list[str]) -> None:
    write_json(models / POINTER, {"schema": 1, "promoted": history})
    choose_anew()


def _usable(folder: Path) -> bool:
    try:
        LinearClassifier.load(folder)
    except ModelError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Version:
    """A model that can be in use."""

    name: str
    in_use: bool
    manifest: dict[str, Any] | None
    """None: damaged."""
    shipped: bool = False


def versions(models: Path) -> list[Version]:
    """The shipped model, then the promoted ones in the order of promotion, then the others."""
    history = promoted(models)
    shipped = read_json(shipped_folder() / "manifest.json")
    found = [Version(shipped["hash"], not history, shipped, shipped=True)]
    there = sorted(path.name for path in (models / VERSIONS).glob("[0-9a-f]*"))
    for name in dict.fromkeys([*history, *there]):
        folder = version_folder(models, name)
        manifest = read_json(folder / "manifest.json") if _usable(folder) else None
        found.append(Version(name, history[-1:] == [name], manifest))
    return found
