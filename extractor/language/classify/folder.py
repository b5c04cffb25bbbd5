"""A model's folder: its manifest with the hash of every file, checked before anything is used."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
_SEAL = "seal"
_WRONG_SUM = ("校验和不符", "wrong checksum")


class ModelError(Exception):
    """A model that cannot be used: says which and what to do."""

    def __init__(self, zh: str, en: str = "") -> None:
        super().__init__(zh)
        self.en = en or zh

    def told(self, lang: str) -> str:
        return self.en if lang == "en" else str(self)


class DamagedModelError(ModelError):
    """A folder whose content is not what was written into it."""

    def __init__(self, path: Path, zh: str, en: str = "") -> None:
        super().__init__(
            f"模型文件 {path} 已损坏（{zh}）：请用 nianjian train --rollback 退回上一个版本；"
            "随程序安装的模型损坏时请重新安装。",
            f"The model file {path} is damaged ({en or zh}): go back one version with "
            "nianjian train --rollback; if it is the shipped model, install nianjian again.",
        )


def write_manifest(
    folder: Path, kind: str, card: dict[str, Any], files: Sequence[str]
) -> dict[str, Any]:
    """The card with kind and hashes; `hash` names the model as a whole, `seal` guards the rest."""
    hashes = {name: file_digest(folder / name) for name in files}
    whole = hashlib.sha256("".join(f"{n}:{hashes[n]}\n" for n in sorted(hashes)).encode())
    manifest = {"kind": kind, **card, "files": hashes, "hash": whole.hexdigest()[:16]}
    manifest[_SEAL] = _seal(manifest)
    text = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")
    return manifest


def read_manifest(folder: Path, kind: str | None = None) -> dict[str, Any]:
    """The manifest of a folder whose files are all as they were when it was written."""
    path = folder / MANIFEST
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        files: dict[str, str] = manifest["files"]
        if kind is not None and manifest["kind"] != kind:
            raise ModelError(
                f"模型文件夹 {folder} 的类型是 {manifest['kind']}，需要 {kind}。",
                f"The model in {folder} is of kind {manifest['kind']}; {kind} is needed.",
            )
        if manifest.get(_SEAL, seal := _seal(manifest)) != seal:
            raise DamagedModelError(path, *_WRONG_SUM)
        path = folder
        for name, expected in files.items():
            path = folder / name
            if file_digest(path) != expected:
                raise DamagedModelError(path, *_WRONG_SUM)
    except OSError as error:
        raise DamagedModelError(
            path, f"无法读取：{error.strerror or error}", f"{error.strerror or error}"
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedModelError(path, f"无法读取：{error}", f"{error}") from error
    return manifest


def file_digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _seal(manifest: dict[str, Any]) -> str:
    """Temperatures and thresholds change answers as weights do: nobody alters them unseen."""
    told = {key: value for key, value in manifest.items() if key != _SEAL}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
