"""A model's folder: its manifest with the hash of every file, checked before anything is used."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"


class ModelError(Exception):
    """A model that cannot be used: says which and what to do."""


def write_manifest(
    folder: Path, kind: str, card: dict[str, Any], files: Sequence[str]
) -> dict[str, Any]:
    """The card with kind and hashes; `hash` names the model as a whole."""
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files}
    whole = hashlib.sha256("".join(f"{n}:{hashes[n]}\n" for n in sorted(hashes)).encode())
    manifest = {"kind": kind, **card, "files": hashes, "hash": whole.hexdigest()[:16]}
    text = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")
    return manifest


def read_manifest(folder: Path, kind: str | None = None) -> dict[str, Any]:
    """The manifest of a folder whose files are all as they were when it was written."""
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files: dict[str, str] = manifest["files"]
        if kind is not None and manifest["kind"] != kind:
            raise ModelError(f"模型文件夹 {folder} 的类型是 {manifest['kind']}，需要 {kind}。")
        for name, expected in files.items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != expected:
                raise ModelError(
                    f"模型文件 {folder / name} 已损坏（校验和不符）：请重新安装或重新训练。"
                )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(
            f"模型文件夹 {folder} 无法读取（{error}）：请重新安装或重新训练。"
        ) from error
    return manifest
