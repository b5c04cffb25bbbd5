"""The roster's column 文件: paths, file names and patterns, and the reports that they mean."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from extractor.roster.model import Row

_WILD = re.compile(r"\*\*/?|\*|\?")
_WILD_AS = {"**": ".*", "**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]"}


class Files:
    """Exact names by dictionary; patterns one after another, for they are few."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._exact: dict[str, list[Row]] = defaultdict(list)
        self._endings: dict[str, list[Row]] = defaultdict(list)
        self._patterns: list[tuple[re.Pattern[str], Row]] = []
        for row in rows:
            for typed in row.files:
                self._add(_plain(typed), row)

    def _add(self, typed: str, row: Row) -> None:
        if _WILD.search(typed) or typed.endswith("/"):
            self._patterns.append((_pattern(typed), row))
            return
        self._exact[typed].append(row)
        for ending in _endings(typed):
            self._endings[ending].append(row)

    def of(self, path: str, within: str = "") -> tuple[Row, ...]:
        """The rows that name this file; of several names the one that tells most of its path.
        `within`: the folder from which the path starts."""
        name = _plain(path)
        told = f"{_plain(within)}/{name}".lstrip("/")
        for ending in _endings(told):
            rows = self._exact.get(ending) or self._exact.get(_without_suffix(ending))
            if rows:
                return _distinct(rows)
        found = [row for pattern, row in self._patterns if pattern.search(told)]
        # The roster may tell more of the path than the run: 年报/临溪县/水务局.pdf.
        return _distinct(found or self._endings.get(told) or self._endings.get(name, []))


def _endings(path: str) -> Iterator[str]:
    """a/b/c.pdf, b/c.pdf, c.pdf."""
    while path:
        yield path
        _, _, path = path.partition("/")


def _without_suffix(path: str) -> str:
    suffix = PurePosixPath(path).suffix
    return path[: -len(suffix)] if suffix else path


def _pattern(typed: str) -> re.Pattern[str]:
    """Square brackets stand for themselves: file names have them."""
    parts, position = [], 0
    for match in _WILD.finditer(typed):
        parts += [re.escape(typed[position : match.start()]), _WILD_AS[match.group()]]
        position = match.end()
    whole = "".join([*parts, re.escape(typed[position:])])
    return re.compile(f"(?:^|/){whole}" + ("" if typed.endswith("/") else "$"))


def _distinct(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple({row.line: row for row in rows}.values())


def _plain(path: str) -> str:
    """Systems compose letters differently and some ignore case; Windows writes \\."""
    path = unicodedata.normalize("NFKC", path).casefold().replace("\\", "/")
    return path.removeprefix("./").lstrip("/")
