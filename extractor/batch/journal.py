"""What a run has done so far, on disk: after a break it goes on from there.

One line a report: key, checksum, a brief of the record, its fingerprint, the record. Lines are only
appended; a line that a break left torn fails its checksum and is done again.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from extractor.report.record import Meta, Record

_SEPARATOR = b"\t"


@dataclass(frozen=True, slots=True)
class Brief:
    """What the batch must know of a report while others are read."""

    sha256: str | None
    status: str
    region: str | None
    agency: str | None
    year: int | None
    line: int | None = None
    """The agency's line in the roster, where it is known which place's agency that is; then the
    former name under which it reports, and the region that the report itself tells."""
    former: str | None = None
    own_region: str | None = None

    @classmethod
    def of(cls, record: Record) -> Brief:
        meta, listed = record.meta, record.meta.roster
        return cls(
            record.source.sha256,
            record.status,
            meta.region,
            meta.agency,
            meta.year,
            line_of(meta),
            listed.former if listed else None,
            listed.region if listed else None,
        )


def line_of(meta: Meta) -> int | None:
    """The line that tells the agency apart: 城关镇 without a region may be any county's."""
    placed = meta.region is not None or meta.level in ("ministry", "province")
    return meta.roster.line if meta.roster and placed else None


@dataclass(frozen=True, slots=True)
class Line:
    brief: Brief
    offset: int
    """Of the record; its fingerprint stands before it."""
    length: int
    print_length: int


class Journal:
    """Finished reports by key. Holds a few hundred bytes a report in memory; fingerprints stay on
    disk until all reports are read and no worker needs memory any more."""

    def __init__(self, path: Path, signature: str) -> None:
        """A journal made by other tools or choices is of no use: it is begun anew."""
        self._path = path
        self._lines: dict[str, Line] = {}
        end = self._read(signature)
        self._file: BinaryIO = path.open("r+b" if path.exists() else "w+b")
        self._file.truncate(end)
        self._file.seek(end)
        if end == 0:
            self._file.write(signature.encode() + b"\n")
            self._file.flush()

    def __contains__(self, key: str) -> bool:
        return key in self._lines

    def brief(self, key: str) -> Brief:
        return self._lines[key].brief

    def add(self, key: str, brief: Brief, record: bytes, fingerprint: str = "") -> None:
        told = json.dumps(asdict(brief), ensure_ascii=False).encode()
        body = _SEPARATOR.join((told, fingerprint.encode(), record))
        head = f"{key}\t{zlib.crc32(body):08x}\t".encode()
        offset = self._file.tell() + len(head) + len(body) - len(record)
        self._file.write(head + body + b"\n")
        # Handed to the system at once: a killed run loses at most what its workers hold.
        self._file.flush()
        self._lines[key] = Line(brief, offset, len(record), len(fingerprint))

    def record(self, key: str) -> bytes:
        line = self._lines[key]
        with self._path.open("rb") as file:
            file.seek(line.offset)
            return file.read(line.length)

    def records(self, keys: Iterator[str]) -> Iterator[bytes]:
        with self._path.open("rb") as file:
            for key in keys:
                line = self._lines[key]
                file.seek(line.offset)
                yield file.read(line.length)

    def fingerprints(self, keys: Iterable[str]) -> Iterator[str]:
        with self._path.open("rb") as file:
            for key in keys:
                line = self._lines[key]
                file.seek(line.offset - len(_SEPARATOR) - line.print_length)
                yield file.read(line.print_length).decode()

    def close(self) -> None:
        self._file.close()

    def remove(self) -> None:
        self.close()
        self._path.unlink(missing_ok=True)

    def _read(self, signature: str) -> int:
        """Takes in the whole lines; returns where the first torn one begins."""
        if not self._path.exists():
            return 0
        with self._path.open("rb") as file:
            if file.readline() != signature.encode() + b"\n":
                return 0
            end = file.tell()
            for raw in file:
                parsed = _line(raw, end)
                if parsed is None:
                    break
                key, line = parsed
                self._lines[key] = line
                end += len(raw)
        return end


def _line(raw: bytes, start: int) -> tuple[str, Line] | None:
    parts = raw.split(_SEPARATOR, 4)
    if len(parts) < 5 or not raw.endswith(b"\n"):
        return None
    key, checksum, told, fingerprint, record = parts
    body = _SEPARATOR.join((told, fingerprint, record[:-1]))
    if f"{zlib.crc32(body):08x}".encode() != checksum:
        return None
    offset = start + len(raw) - len(record)
    brief = Brief(**json.loads(told))
    return key.decode(), Line(brief, offset, len(record) - 1, len(fingerprint))
