"""Single changes put into gold reports: errors, near misses, and what the reports have themselves.

`planted/<part>*.yaml` holds changes by hand, `planted/faults-<part>.yaml` the faults that the
reports have as they stand (README.md: how both were judged).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from evaluation.casebook import table_blocks
from evaluation.casebook_rows import with_row, without_row
from evaluation.gold import REPORTS, Gold, Line, Part, Printed, Report, TableKey, read_lines
from evaluation.render.grid import Grid
from evaluation.render.style import plain_style
from evaluation.render.tables import applications_grid, disclosure_grids
from extractor.checks.model import Case
from extractor.checks.run import Flagged, run_checks
from extractor.reading.characters import normalise
from extractor.reading.document import Block, Cell, Document, Paragraph, Table
from extractor.report.report import read_report

PLANTED = Path(__file__).parent / "planted"
NEAR_MISS = "-"
RowTable = Literal["disclosure", "applications"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Planted(_Strict):
    """One change of a gold report: an error, or a near miss that no check may flag."""

    report: str
    code: str
    """What is wrong now; `-` for a near miss."""
    also: list[str] = Field(default_factory=list)
    """Codes that follow truthfully from this change: neither asked for nor false alarms."""
    instead: list[str] = Field(default_factory=list)
    """Codes that tell this very error with equal right: one of them finds it."""
    replace: list[tuple[str, str]] = Field(default_factory=list)
    cells: dict[str, Printed] = Field(default_factory=dict)
    without_rows: dict[RowTable, list[str]] = Field(default_factory=dict)
    added_rows: dict[RowTable, dict[str, list[Printed]]] = Field(default_factory=dict)
    """Label and figures of rows that the form does not have, by the row above them."""
    note: str = ""


class Fault(_Strict):
    """A fault that a gold report has as it stands."""

    code: str
    words: str = ""
    """What a finding must show or name to be this fault; empty: any finding of the code."""
    why: str

    def is_told_by(self, flagged: Flagged) -> bool:
        finding = flagged.finding
        said = f"{finding.evidence}\n{finding.place or ''}\n{finding.message.zh}"
        return flagged.rule.code == self.code and self.words in said


def by_hand(part: Part) -> list[Planted]:
    paths = sorted(path for path in PLANTED.glob(f"{part}*.yaml"))
    return [Planted.model_validate(raw) for path in paths for raw in _entries(path)]


def faults(part: Part) -> dict[str, list[Fault]]:
    loaded = yaml.safe_load((PLANTED / f"faults-{part}.yaml").read_text(encoding="utf-8"))
    return {name: [Fault.model_validate(raw) for raw in own] for name, own in loaded.items()}


def _entries(path: Path) -> list[object]:
    return yaml.safe_load(path.read_text(encoding="utf-8")) or []


def by_program(report: Report) -> Iterator[Planted]:
    """One changed cell in tables three and four; which cell is drawn by the report's number."""
    tables = report.gold.raw_tables()
    if report.gold.allow_table_errors:
        return
    for table, codes in (("applications", ("T201", "T202", "T203")), ("disputes", ("T204",))):
        rows = tables.get(table, {})  # type: ignore[call-overload]
        for turn, code in enumerate(codes):
            places = [(r, c) for r, row in rows.items() for c in row if _breaks(code, r, c)]
            if places:
                row, column = places[(_number(report) * 7 + turn * 5) % len(places)]
                printed = rows[row][column].replace(",", "")
                if printed.isdigit():
                    cell = f"{table}.{row}.{column}"
                    yield Planted(
                        report=report.gold.id, code=code, cells={cell: str(int(printed) + 3)}
                    )


def _number(report: Report) -> int:
    return int(report.gold.id[1:])


def _breaks(code: str, row: str, column: str) -> bool:
    """Cells whose change mends best as this code: see CONTRACT's rule for one changed cell."""
    if code == "T201":
        return row in ("new", "carried_in", "carried_out") and column != "total"
    if code == "T203":
        return row == "total"
    return True


def read_and_check(report: Report, planted: Planted | None = None) -> list[Flagged]:
    """The report as it prints, read and checked by all checks."""
    blocks: list[Block] = []
    for line in report.lines:
        if line.kind == "table":
            blocks += _table_blocks(line.text, report.gold, planted)  # type: ignore[arg-type]
        else:
            blocks.append(_paragraph(line))
    read = read_report(Document("docx", tuple(blocks)))
    unread = frozenset(problem.table for problem in read.tables.problems)
    return run_checks(Case(read, read.sentences, unread=unread))


def _paragraph(line: Line) -> Paragraph:
    align = "right" if line.kind == "right" else None
    return Paragraph(normalise(line.text), line.text, align=align)  # type: ignore[arg-type]


def _table_blocks(key: TableKey, gold: Gold, planted: Planted | None) -> list[Block]:
    if planted is None or key == "disputes":
        return table_blocks(key, gold.tables)
    if key not in planted.without_rows and key not in planted.added_rows:
        return table_blocks(key, gold.tables)
    grids: list[Grid] = []
    if key == "disclosure" and gold.tables.disclosure is not None:
        grids = [grid for _, grid in disclosure_grids(gold.tables.disclosure, plain_style())]
    elif gold.tables.applications is not None:
        grids = [applications_grid(gold.tables.applications, plain_style())]
    return [_table(_with_other_rows(grid, key, planted)) for grid in grids]


def _with_other_rows(grid: Grid, key: RowTable, planted: Planted) -> Grid:
    for row in planted.without_rows.get(key, ()):
        grid = without_row(grid, row)
    for above, printed in planted.added_rows.get(key, {}).items():
        grid = with_row(grid, key, above, printed)
    return grid


def _table(grid: Grid) -> Table:
    cells = (
        Cell(c.row, c.column, normalise(c.text), c.text, c.row_span, c.column_span)
        for c in grid.cells
    )
    return Table(tuple(cells))


def with_error(report: Report, planted: Planted) -> Report:
    """The report with the change in it; a text to replace must stand there exactly once."""
    text = (REPORTS / report.part / f"{report.gold.id}.txt").read_text(encoding="utf-8")
    for old, new in planted.replace:
        if text.count(old) != 1:
            raise ValueError(f"{planted.report} {planted.code}: {old!r} × {text.count(old)}")
        text = text.replace(old, new)
    gold = report.gold
    for cell, value in planted.cells.items():
        gold = _with_cell(gold, cell, value)
    return Report(gold, tuple(read_lines(text)), report.part)


def _with_cell(gold: Gold, cell: str, value: str) -> Gold:
    tables = gold.tables.model_dump(mode="json")
    key, rest = cell.split(".", 1)
    row, column = rest.rsplit(".", 1)
    printed = gold.raw_tables()[key][row]  # type: ignore[index]
    if column not in printed:
        raise ValueError(f"{gold.id}: no such cell: {cell}")
    values = list((printed | {column: value}).values())
    if key == "disputes":
        tables[key][row] = values
    else:
        tables[key]["rows"][row] = values
    return gold.model_copy(update={"tables": type(gold.tables).model_validate(tables)})
