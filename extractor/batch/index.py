"""Reports of earlier batches, kept in a file so that later ones are held against them (--index).

One line a report: who reported on which year, and its fingerprint; no text. Sorted, so that the
same reports give the same bytes; the last line counts and sums up the others. The file is always
replaced whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from filelock import FileLock

from extractor.batch.shelf import Shelved
from extractor.batch.workplace import WorkplaceError, told
from extractor.checks.boilerplate.fingerprint import Fingerprint
from extractor.roster.one_agency import Agencies

_HEAD = b'["nianjian index",1]\n'
_PATIENCE_SECONDS = 60.0


def read_index(path: Path) -> list[Shelved]:
    """What the file holds; one that is not there yet holds nothing."""
    with told(path):
        if not path.exists():
            if not path.absolute().parent.is_dir():
                raise _unusable(path, "文件夹不存在", "there is no such folder")
            return []
        with path.open("rb") as file:
            try:
                return list(_read(file))
            except (ValueError, TypeError, AttributeError) as error:
                raise _unusable(
                    path,
                    "不是 nianjian 的索引，或已损坏",
                    "no index of nianjian's, or a damaged one",
                ) from error


def without(kept: Iterable[Shelved], batch: Iterable[Shelved]) -> list[Shelved]:
    """What is kept of other reports than the batch's own: one that comes again replaces itself."""
    kept, batch = list(kept), list(batch)
    agencies = _agencies([*kept, *batch])
    own = {name for one in batch for name in _names(one, agencies)}
    return [one for one in kept if own.isdisjoint(_names(one, agencies))]


def add_to_index(path: Path, batch: list[Shelved]) -> None:
    """Two runs may share an index: each adds to what the other left."""
    with told(path), FileLock(_lock(path), timeout=_PATIENCE_SECONDS):
        kept = without(read_index(path), batch) + _first_versions(batch)
        part = path.with_name(f".{path.name}.part")
        with part.open("wb") as file:
            _write(file, sorted(kept, key=_order))
        os.replace(part, path)


def _lock(path: Path) -> Path:
    """Not beside the index: what lies among reports is taken for one."""
    whose = f"{getattr(os, 'getuid', int)()}|{os.path.realpath(path)}"
    name = hashlib.sha256(whose.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"nianjian-{name}.lock"


def _first_versions(batch: Sequence[Shelved]) -> list[Shelved]:
    """Of a report that came in several versions the first stays unflagged (P107), and is kept."""
    found: list[Shelved] = []
    seen: set[tuple[object, ...]] = set()
    agencies = _agencies(batch)
    for one in batch:
        names = _names(one, agencies)
        if seen.isdisjoint(names):
            found.append(one)
        seen |= names
    return found


def _agencies(reports: Iterable[Shelved]) -> Agencies:
    agencies = Agencies()
    for one in reports:
        agencies.add(one.region, one.agency)
    return agencies


def _names(one: Shelved, agencies: Agencies) -> set[tuple[object, ...]]:
    """By which a report is known again: its file, or who reports on which year."""
    file: tuple[object, ...] = ("file", one.sha256 or one.path)
    if one.region and one.agency and one.year:
        return {file, (one.region, agencies.of(one.region, one.agency), one.year)}
    return {file}


def _order(one: Shelved) -> tuple[str, str, int, str, str]:
    return one.region or "", one.agency or "", one.year or 0, one.path, one.sha256 or ""


def _write(file: BinaryIO, kept: list[Shelved]) -> None:
    file.write(_HEAD)
    checksum = 0
    for one in kept:
        fields = (one.path, one.region, one.agency, one.year, one.sha256, one.fingerprint.packed())
        line = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        checksum = zlib.crc32(line, checksum)
        file.write(line)
    file.write(f'["end",{len(kept)},{checksum}]\n'.encode())
    file.flush()
    os.fsync(file.fileno())


def _read(file: BinaryIO) -> Iterator[Shelved]:
    """Fails on what was not written so, or not to its end."""
    if file.readline(len(_HEAD) + 1) != _HEAD:
        raise ValueError("no index")
    checksum = count = 0
    for line in file:
        if line.startswith(b'["end",'):
            if json.loads(line) != ["end", count, checksum] or file.read(1):
                raise ValueError("damaged")
            return
        checksum, count = zlib.crc32(line, checksum), count + 1
        path, region, agency, year, sha256, packed = json.loads(line)
        yield Shelved(path, region, agency, year, sha256, Fingerprint.unpacked(packed))
    raise ValueError("torn")


def _unusable(path: Path, zh: str, en: str) -> WorkplaceError:
    return WorkplaceError(
        f"索引 {path} 无法使用（{zh}）：请换一个文件名，或删除后用以往的批次重新建立。",
        f"The index {path} cannot be used ({en}): give another name, or delete it and build it "
        "anew from earlier batches.",
    )
