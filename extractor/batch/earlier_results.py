"""What --previous names: an earlier run's records, or reports to be read. What is neither is
refused before any work: a list read as a report would only end in nothing compared."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.batch.inputs import OURS, discover
from extractor.checks.model import Said
from extractor.report.record import Record

RECORDS = "reports.jsonl"
# No report comes so, and of an earlier run's reports they hold no text and no tables.
_LISTS = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".et", ".parquet"})
Piece = tuple[int, int, bytes]
"""A record as it was written: the line on which it begins, its place in the file, its bytes."""


class PreviousError(Exception):
    """The path holds neither reports nor records: says so in both languages."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.said = Said(
            f"--previous {path} 里没有报告全文，无法比对：请给出那次结果的 {RECORDS}"
            "（或它所在的结果文件夹），或上一年的报告本身。",
            f"--previous {path} holds no whole reports to compare with: give that run's {RECORDS} "
            "(or the results folder with it), or last year's reports themselves.",
        )


def split(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Which files hold records of an earlier run, and which paths are reports to be read."""
    records: dict[Path, None] = {}
    reports: list[Path] = []
    for path in paths:
        own = _in_folder(path) if path.is_dir() else _of_file(path)
        if own is None:
            reports.append(path)
        records |= dict.fromkeys(own or ())
    return list(records), reports


def _in_folder(folder: Path) -> list[Path] | None:
    """A run's results, or those of several in folders below; None where reports lie there."""
    if (folder / RECORDS).is_file():
        return [folder / RECORDS]
    below = sorted(folder.rglob(RECORDS))
    lists = (folder / name for name in OURS if Path(name).suffix in _LISTS)
    if not below and not any(path.is_file() for path in lists):
        return None
    # As if it were the folder of results: return sheets are then not taken for reports.
    if any(Path(entry.shown).name not in OURS for entry in discover([folder], folder)):
        return None
    if not below:
        raise PreviousError(folder)
    return below


def _of_file(path: Path) -> list[Path] | None:
    suffix, beside = path.suffix.lower(), path.parent / RECORDS
    if suffix == ".jsonl":
        return [path]
    if path.name in OURS and beside.is_file():
        return [beside]
    if suffix == ".json" and _is_record(path):
        return [path]
    if suffix == ".json" or suffix in _LISTS:
        raise PreviousError(path)
    return None


def _is_record(path: Path) -> bool:
    """What `extract` prints, kept in a file; or several such records, as a list or one by one."""
    try:
        _, _, first = next(pieces(path))
        Record.model_validate_json(first)
    except (ValueError, StopIteration, RecursionError):
        return False
    return True


def pieces(path: Path) -> Iterator[Piece]:
    """Each line; of a JSON file each value, however it is broken into lines."""
    if path.suffix.lower() == ".json":
        yield from _values(path)
        return
    with path.open("rb") as lines:
        for number, line in enumerate(iter(lines.readline, b""), start=1):
            if number == 1:
                line = line.removeprefix(codecs.BOM_UTF8)
            yield number, lines.tell() - len(line), line


def _values(path: Path) -> Iterator[Piece]:
    """The members of a list, or values one behind the other; behind a torn one there is no more."""
    data = path.read_bytes()
    place = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    text = data[place:].decode()
    decoder, at, number = json.JSONDecoder(), 0, 1
    while True:
        begin = at
        while begin < len(text) and text[begin] in " \t\r\n,[]":
            begin += 1
        place += begin - at  # none of those is longer than a byte
        number += text.count("\n", at, begin)
        if begin == len(text):
            return
        try:
            _, at = decoder.raw_decode(text, begin)
        except (ValueError, RecursionError):
            at = len(text)
        value = text[begin:at].encode()
        yield number, place, value
        place += len(value)
        number += value.count(b"\n")
