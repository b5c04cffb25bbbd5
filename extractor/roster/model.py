"""A roster: agencies with what the user knows of them, and what is wrong with the list."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, dataclass, field
from datetime import date

from extractor.checks.model import Said
from extractor.report.record import Kind, Level

LEVELS: dict[Level, Said] = {
    "ministry": Said("国家级", "ministry"),
    "province": Said("省级", "province"),
    "city": Said("市级", "city"),
    "county": Said("县级", "county"),
    "township": Said("乡级", "township"),
    "zone": Said("开发区", "zone"),
}
KINDS: dict[Kind, Said] = {
    "government": Said("政府", "government"),
    "department": Said("部门", "department"),
    "other": Said("其他", "other"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One agency; None and empty where the list does not say."""

    line: int
    agency: str
    former: tuple[str, ...] = ()
    region: str | None = None
    level: Level | None = None
    kind: Kind | None = None
    published: date | None = None
    url: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a line. `serious`: something typed there could not be used."""

    line: int
    said: Said
    serious: bool = False

    def told(self, lang: str) -> str:
        where = f"line {self.line}: " if lang == "en" else f"第 {self.line} 行："
        return (where if self.line else "") + self.said.told("en" if lang == "en" else "zh")


@dataclass(frozen=True, slots=True)
class Roster:
    """The rows in the order of the file."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    def digest(self) -> str:
        """Names this roster in a record: the same rows, the same digest."""
        told = json.dumps([astuple(row) for row in self.rows], ensure_ascii=False, default=str)
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12]
