"""One report's record, as `extract` prints it and `reports.jsonl` holds it.

The models are the contract's: what is not filled yet stays null or empty, never invented.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from extractor.reading.document import Format
from extractor.report.forms import Form

SCHEMA = 1

Status = Literal["ok", "partial", "failed", "not_a_report"]
Severity = Literal["error", "warning", "hint"]
Level = Literal["ministry", "province", "city", "county", "township", "zone"]
Kind = Literal["government", "department", "other"]
Value = int | float | None
Rectangle = tuple[float, float, float, float]


class Model(BaseModel):
    """Frozen between stages; an unknown key is a mistake of ours, not data."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Tool(Model):
    """What made this record."""

    version: str
    rules: str | None = None
    model: str | None = None
    rubric: str | None = None
    settings: str | None = None


class SourceFile(Model):
    path: str
    sha256: str | None
    format: Format | None
    pages: int | None
    notes: list[str] = Field(default_factory=list)


class Failure(Model):
    code: Literal["P101", "P102", "P106"]
    message: str


class Meta(Model):
    title: str | None = None
    agency: str | None = None
    region: str | None = None
    level: Level | None = None
    kind: Kind | None = None
    year: int | None = None
    period: tuple[str, str] | None = None
    issued: str | None = None
    form: Form | None = None
    basis: list[str] = Field(default_factory=list)


class Position(Model):
    """A page and the rectangle on it, in points from the upper left corner."""

    page: int
    box: Rectangle | None = None


class NamedTable(Model):
    """A table whose rows name their columns (tables two and four)."""

    form: Form | None = None
    rows: dict[str, dict[str, Value]]
    raw: dict[str, dict[str, str | None]]
    boxes: dict[str, dict[str, Position | None]] | None = None


class GridTable(Model):
    """Table three: every row has the same seven columns."""

    form: Form | None = None
    columns: list[str]
    rows: dict[str, list[Value]]
    raw: dict[str, list[str | None]]
    boxes: dict[str, list[Position | None]] | None = None


class Tables(Model):
    disclosure: NamedTable | None = None
    applications: GridTable | None = None
    disputes: NamedTable | None = None


class Flag(Model):
    """A finding. Until the checks exist, only what could not be read (P) is told."""

    code: str
    name: str
    severity: Severity
    place: str | None
    message: str
    page: int | None = None
    box: Rectangle | None = None


class Record(Model):
    schema_: Literal[1] = Field(default=1, alias="schema")
    tool: Tool
    source: SourceFile
    status: Status
    error: Failure | None = None
    meta: Meta = Meta()
    tables: Tables = Tables()
    flags: list[Flag] = Field(default_factory=list)

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, serialize_by_alias=True
    )
