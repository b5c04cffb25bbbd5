"""The three statutory tables: values where a number is printed, and always what was printed."""

from __future__ import annotations

from extractor.report.forms import Form
from extractor.report.record.base import Model, Position, Value


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
