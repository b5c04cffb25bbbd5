"""Last year's reports: in the same batch, in other folders, or only in an earlier reports.jsonl.

Reports are paired by region, agency and year. One whose region nobody knows is not paired: 城关镇
exists in hundreds of counties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from extractor.batch.journal import Brief, Journal
from extractor.pipeline import JUDGED
from extractor.report.record import Record

RECORDS = "reports.jsonl"
Name = tuple[str, str, int]


class Previous:
    """Finds a report's predecessor; holds places, not records, in memory."""

    def __init__(self) -> None:
        self._load: dict[Name, Callable[[], Record]] = {}

    def __bool__(self) -> bool:
        return bool(self._load)

    def add_journal(self, journal: Journal, keys: Iterable[str]) -> None:
        for key in keys:
            brief = journal.brief(key)
            name = _name(brief) if brief.status in JUDGED else None
            if name is not None:
                self._load.setdefault(name, _from_journal(journal, key))

    def add_records(self, path: Path) -> None:
        """An earlier run's reports.jsonl; what is no record of ours is passed over."""
        with path.open("rb") as lines:
            while line := lines.readline():
                place = lines.tell() - len(line)
                try:
                    record = Record.model_validate_json(line)
                except ValueError:
                    continue
                name = _name(Brief.of(record)) if record.status in JUDGED else None
                if name is not None:
                    self._load.setdefault(name, _from_file(path, place, len(line)))

    def of(self, record: Record) -> Record | None:
        meta = record.meta
        if not (meta.region and meta.agency and meta.year):
            return None
        load = self._load.get((meta.region, meta.agency, meta.year - 1))
        return load() if load else None


def split(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Which of the paths hold records of an earlier run, and which reports to be read."""
    records: list[Path] = []
    reports: list[Path] = []
    for path in paths:
        if path.is_file() and path.suffix == ".jsonl":
            records.append(path)
        elif path.is_dir() and (path / RECORDS).is_file():
            records.append(path / RECORDS)
        else:
            reports.append(path)
    return records, reports


def _name(brief: Brief) -> Name | None:
    if brief.region and brief.agency and brief.year:
        return brief.region, brief.agency, brief.year
    return None


def _from_journal(journal: Journal, key: str) -> Callable[[], Record]:
    return lambda: Record.model_validate_json(journal.record(key))


def _from_file(path: Path, start: int, length: int) -> Callable[[], Record]:
    def load() -> Record:
        with path.open("rb") as lines:
            lines.seek(start)
            return Record.model_validate_json(lines.read(length))

    return load
