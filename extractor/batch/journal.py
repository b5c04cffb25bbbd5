"""What a run has done so far, on disk: after a break it goes on from there.

One line a report: key, checksum, a brief of the record, the record. Lines are only appended; a
line that a break left torn fails its checksum and is done again.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from extractor.report.record import Record

_SEPARATOR = b"\t"


@dataclass(frozen=True, slots=True)
class Brief:
    """What the batch must know of a report while others are read."""

    sha256: str | None
    status: str
    region: str | None
    agency: str | None
    year: int | None

    @classmethod
    def of(cls, record: Record) -> Brief:
        meta = record.meta
        return cls(record.source.sha256, record.status, meta.region, meta.agency, meta.year)


@dataclass(frozen=True, slots=True)
class Line:
    brief: Brief
    offset: int
    length: int


class Journal:
    """Finished reports by key. Holds a few hundred bytes a report in memory."""

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

    def add(self, key: str, brief: Brief, record: bytes) -> None:
        told = json.dumps(asdict(brief), ensure_ascii=False).encode()
        body = told + _SEPARATOR + record
        head = f"{key}\t{zlib.crc32(body):08x}\t".encode()
        offset = self._file.tell() + len(head) + len(told) + 1
        self._file.write(head + body + b"\n")
        # Handed to the system at once: a killed run loses at most what its workers hold.
        self._file.flush()
        self._lines[key] = Line(brief, offset, len(record))

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
    parts = raw.split(_SEPARATOR, 3)
    if len(parts) < 4 or not raw.endswith(b"\n"):
        return None
    key, checksum, told, record = parts
    body = told + _SEPARATOR + record[:-1]
    if f"{zlib.crc32(body):08x}".encode() != checksum:
        return None
    offset = start + len(key) + len(checksum) + len(told) + 3
    return key.decode(), Line(Brief(**json.loads(told)), offset, len(record) - 1)
