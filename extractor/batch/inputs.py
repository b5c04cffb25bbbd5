"""What a run reads: files, folders and ZIP archives become a list in a fixed order."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Literal

from extractor.batch.archives import is_packed_folder, members, read_member
from extractor.outputs.names import (
    FIXED,
    NOT_CASES,
    OUTPUTS,
    REPORTING,
    SENTENCES,
    SHEETS,
    TABLES,
    TO_LABEL,
)
from extractor.reading import ReadingError
from extractor.reading.source import Source, load

Refused = tuple[Literal["P101", "P102", "P106"], str]
# What file managers, editors and archivers leave beside documents: never somebody's report.
_RUBBISH_NAMES = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_RUBBISH_FOLDERS = frozenset({"__MACOSX", "$RECYCLE.BIN"})
_OPEN_IN_OFFICE = ("~$", ".~")
# Left out where --out is among the reports.
OURS = frozenset({*OUTPUTS, SENTENCES, REPORTING, *TABLES, FIXED, TO_LABEL, NOT_CASES})
_RESULTS = frozenset({"reports.jsonl", "flags.csv", "summary.html"})
_CANNOT_LIST: Refused = ("P101", "无法打开这个文件夹，其中的文件没有读取：请检查权限。")
_PACKED = {".rar": "RAR", ".7z": "7z", ".tar": "TAR", ".gz": "GZ", ".tgz": "TGZ", ".bz2": "BZ2"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One file to read, in a folder or an archive. `shown` is how the record names it."""

    shown: str
    path: Path
    member: int | None = None
    refused: Refused | None = None
    """Code and sentence for what is told without reading it."""
    state: str | None = None
    """The file's as it was found: one that changes or vanishes during a run keeps its key."""
    within: str = ""
    """The folder from which `shown` starts: it may be the region's."""

    def load(self) -> Source:
        if self.refused is not None:
            raise ReadingError(*self.refused)
        if self.member is None:
            return load(self.path)
        return Source(Path(self.shown), read_member(self.path, self.member))

    def key(self) -> str:
        """Changes when the file does: what was read before a break is only then read again."""
        state = _state(self.path) if self.state is None else self.state
        told = f"{self.shown}|{self.path.absolute()}|{self.member}|{state}"
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def discover(paths: Iterable[Path], out: Path) -> list[Entry]:
    """All files under the paths by name; the same file named twice is read once."""
    paths = list(paths)
    # With several folders the same relative name may stand in each: then the folder's name tells.
    several = sum(1 for path in paths if path.is_dir()) > 1
    found: dict[tuple[Path, int | None], Entry] = {}
    for path in paths:
        within = (path if path.is_dir() else path.parent).resolve().name
        for entry in _under(path, out, f"{path.resolve().name}/" if several else ""):
            entry = replace(entry, within=readable(within))
            found.setdefault((_real(entry.path), entry.member), entry)
    distinct = sorted(_distinct(found.values()), key=lambda entry: entry.shown)
    states: dict[Path, str] = {}
    for entry in distinct:
        if entry.path not in states:
            states[entry.path] = _state(entry.path)
    return [replace(entry, state=states[entry.path]) for entry in distinct]


def _state(path: Path) -> str:
    try:
        stat = path.stat()
    except OSError:
        return "gone"
    return f"{stat.st_size}|{stat.st_mtime_ns}"


def _real(path: Path) -> Path:
    """One file by two names is one; a link that leads round in a circle is itself."""
    return Path(os.path.realpath(path))


def _under(path: Path, out: Path, prefix: str) -> Iterator[Entry]:
    if not path.is_dir():
        yield from _file(path, readable(path.name))
        return
    ours = _real(out)
    unseen: list[Path] = []
    for folder, folders, names in _walk(path, unseen):
        # An earlier run's results may lie among the reports, too.
        here = _real(folder) == ours or _RESULTS.issubset(names)
        folders[:] = sorted(
            name
            for name in folders
            if name not in _RUBBISH_FOLDERS
            and not name.startswith(".")
            and _real(folder / name) != ours
            and not (here and name == SHEETS)
        )
        for name in sorted(names):
            if not is_rubbish(name) and not (here and _is_ours(name)):
                shown = (folder / name).relative_to(path).as_posix()
                yield from _file(folder / name, prefix + readable(shown))
    for folder in unseen:
        shown = readable(folder.relative_to(path).as_posix())
        yield Entry(prefix + shown, folder, refused=_CANNOT_LIST)


def _is_ours(name: str) -> bool:
    """Results written among the reports are no reports."""
    stem, _, _ = name.partition(".未取-")
    return name in OURS or (stem != name and f"{stem}{Path(name).suffix}" in OURS)


def readable(name: str) -> str:
    """A name unpacked on Linux from a Chinese Windows archive may be GBK bytes: told as such."""
    try:
        name.encode("utf-8")
        return name
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")


def _walk(path: Path, unseen: list[Path]) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Folders that may not be looked into are told, not passed over: reports may lie there."""

    def note(error: OSError) -> None:
        unseen.append(Path(error.filename))

    for folder, folders, names in os.walk(path, onerror=note):
        yield Path(folder), folders, names


def is_rubbish(name: str) -> bool:
    return (
        name.lower() in _RUBBISH_NAMES or name.startswith(_OPEN_IN_OFFICE) or name.startswith("._")
    )


def _file(path: Path, shown: str) -> Iterator[Entry]:
    kind = _PACKED.get(path.suffix.lower())
    if kind is not None:
        yield Entry(shown, path, refused=_not_unpacked(kind))
    elif path.suffix.lower() == ".zip" and path.is_file() and is_packed_folder(path):
        yield from _packed(path, shown)
    else:
        yield Entry(shown, path)


def _packed(path: Path, shown: str) -> Iterator[Entry]:
    try:
        inside = list(members(path))
    except ReadingError as error:
        yield Entry(shown, path, refused=(error.code, error.message))
        return
    for member in inside:
        name = member.name.replace("\\", "/").lstrip("/")
        parts = PurePosixPath(name).parts
        if any(part in _RUBBISH_FOLDERS for part in parts) or not parts or is_rubbish(parts[-1]):
            continue
        suffix = PurePosixPath(name).suffix.lower()
        kind = _PACKED.get(suffix) or ("ZIP" if suffix == ".zip" else None)
        refused = _not_unpacked(kind, inner=True) if kind else None
        yield Entry(f"{shown}/{name}", path, member.index, refused)


def _not_unpacked(kind: str, inner: bool = False) -> Refused:
    where = "压缩包里的" if inner else ""
    return "P106", f"不读取{where} {kind} 压缩包：请先解压，再对解压后的文件夹运行。"


def _distinct(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Two files of one shown name (given from two places) stay two reports."""
    seen: dict[str, int] = {}
    for entry in entries:
        seen[entry.shown] = seen.get(entry.shown, 0) + 1
        times = seen[entry.shown]
        if times > 1:
            shown = f"{entry.shown} ({times})"
            yield replace(entry, shown=shown)
        else:
            yield entry
