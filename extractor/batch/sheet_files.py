"""Sheets in their folder: an older one is never written over, for somebody may have typed into it,
nor left among the new ones, where it would be sent by mistake. It is set aside."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

from extractor.outputs.sheet import AUTHOR, free_name

OLD = "旧"
_CORE = "docProps/core.xml"


class SheetFiles:
    def __init__(self, out: Path) -> None:
        self._out = out
        self.written: list[Path] = []
        self.set_aside: list[Path] = []
        """Where the older ones lie now."""

    def write(self, name: str, write: Callable[[Path], None]) -> None:
        """A sheet that says the same already is left as it is."""
        path, part = self._out / name, self._out / f".{name}.part"
        try:
            write(part)
            if path.exists() and not _same(path, part):
                self._put_aside(path)
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
        self.written.append(path)

    def sweep(self) -> None:
        """What else lies there of ours is of earlier results."""
        new = {path.name for path in self.written}
        for path in sorted(self._out.glob("*.docx")):
            if path.name not in new and _is_ours(path):
                self._put_aside(path)

    def _put_aside(self, path: Path) -> None:
        folder = path.parent / OLD
        folder.mkdir(exist_ok=True)
        target = folder / free_name(path.stem, {old.name for old in folder.iterdir()})
        os.replace(path, target)
        self.set_aside.append(target)


def _same(one: Path, other: Path) -> bool:
    """By the parts within: the archive around them tells when it was packed."""
    told = _parts(one)
    return told is not None and told == _parts(other)


def _parts(path: Path) -> dict[str, int] | None:
    try:
        with zipfile.ZipFile(path) as packed:
            return {part.filename: part.CRC for part in packed.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError):
        return None


def _is_ours(path: Path) -> bool:
    """Also after somebody has typed into it: Word and WPS keep who made a file."""
    try:
        with zipfile.ZipFile(path) as packed:
            return f">{AUTHOR}<".encode() in packed.read(_CORE)
    except (zipfile.BadZipFile, OSError, ValueError, KeyError):
        return False
