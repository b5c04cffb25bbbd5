"""Single changes put into gold reports: errors, near misses, and what the reports have themselves.

`planted/<part>*.yaml` holds changes by hand, `planted/faults-<part>*.yaml` the faults that the
reports have as they stand (README.md: how both were judged).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import yaml
from pydantic import BaseModel, ConfigDict, Field

from evaluation.casebook_rows import OtherRows
from evaluation.gold import REPORTS, Gold, Part, Printed, Report, TableKey, read_lines
from evaluation.printed import as_document, table_blocks
from extractor.checks.across import found_among
from extractor.checks.model import Among, Case
from extractor.checks.run import Flagged, run_checks
from extractor.pipeline import record_of
from extractor.reading.characters import normalise
from extractor.reading.document import Document
from extractor.report.record import Record
from extractor.report.report import read_report

PLANTED = Path(__file__).parent / "planted"
NEAR_MISS = "-"
_SUMS: dict[TableKey, tuple[str, ...]] = {
    "applications": ("T201", "T202", "T203"),
    "disputes": ("T204",),
}
_SENTENCE = re.compile(r"[。；;.\n]")
# Shorter words may stand in any report.
_TELLING = 8


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Planted(OtherRows):
    """One change of a gold report: an error, or a near miss that no check may flag."""

    report: str
    code: str
    """What is wrong now; `-` for a near miss."""
    also: list[str] = Field(default_factory=list)
    """Codes that follow truthfully from this change: neither asked for nor false alarms."""
    instead: list[str] = Field(default_factory=list)
    """Codes that tell this very error with equal right: one of them finds it."""
    words: str = ""
    """What a finding must show or name to be this error; B502 without: any of the new words."""
    replace: list[tuple[str, str]] = Field(default_factory=list)
    cells: dict[str, Printed] = Field(default_factory=dict)
    note: str = ""

    def is_shown_by(self, flagged: Flagged) -> bool:
        """Whether the finding shows some of the new words."""
        said, evidence = said_by(flagged), flagged.finding.evidence
        new = "\n".join(normalise(text) for _, text in self.replace)
        sentences = (part for part in _SENTENCE.split(new) if len(part) >= _TELLING)
        return bool(evidence and evidence in new) or any(part in said for part in sentences)


class Fault(_Strict):
    """A fault that a gold report has as it stands."""

    code: str
    words: str = ""
    """What a finding must show or name to be this fault; empty: any finding of the code."""
    why: str

    def is_told_by(self, flagged: Flagged) -> bool:
        return flagged.rule.code == self.code and self.words in said_by(flagged)


def said_by(flagged: Flagged) -> str:
    """All words in which a finding shows or names what is wrong."""
    finding = flagged.finding
    return f"{finding.evidence}\n{finding.place or ''}\n{finding.message.zh}"


def by_hand(part: Part) -> list[Planted]:
    paths = sorted(path for path in PLANTED.glob(f"{part}*.yaml"))
    return [Planted.model_validate(raw) for path in paths for raw in _entries(path)]


def faults(part: Part) -> dict[str, list[Fault]]:
    """The faults of all files of the part together."""
    found: dict[str, list[Fault]] = {}
    for path in sorted(PLANTED.glob(f"faults-{part}*.yaml")):
        loaded = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        for name, own in loaded.items():
            found.setdefault(name, []).extend(Fault.model_validate(raw) for raw in own)
    return found


def _entries(path: Path) -> list[object]:
    return yaml.safe_load(path.read_text(encoding="utf-8")) or []


def by_program(report: Report) -> Iterator[Planted]:
    """One changed cell in tables three and four; which cell is drawn by the report's number."""
    tables = report.gold.raw_tables()
    if report.gold.allow_table_errors:
        return
    for table, codes in _SUMS.items():
        rows = tables.get(table, {})
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
    """The report as it prints, read and checked by all checks; it stands among no others."""
    printed = document(report, planted)
    case = _case(printed)
    among = Among(record_of(case, printed, report.gold.id, None))
    return [*run_checks(case), *found_among(among)]


def record(report: Report, name: str | None = None) -> Record:
    """The report as it prints, as the record that checks across reports look at."""
    printed = document(report)
    return record_of(_case(printed), printed, name or report.gold.id, None)


def document(report: Report, planted: Planted | None = None) -> Document:
    """The report as it prints."""
    tables, other = report.gold.tables, planted or OtherRows()
    return as_document(report.lines, lambda key: table_blocks(key, tables, other))


def _case(printed: Document) -> Case:
    read = read_report(printed)
    unread = frozenset(problem.table for problem in read.tables.problems)
    return Case(read, read.sentences, unread=unread)


def with_error(report: Report, planted: Planted) -> Report:
    """The report with the change in it; a text to replace must stand there exactly once."""
    text = replaced(printed_text(report), planted.replace, f"{planted.report} {planted.code}")
    gold = report.gold
    for cell, value in planted.cells.items():
        gold = with_cell(gold, cell, value)
    return Report(gold, tuple(read_lines(text)), report.part)


def printed_text(report: Report) -> str:
    return (REPORTS / report.part / f"{report.gold.id}.txt").read_text(encoding="utf-8")


def replaced(text: str, changes: Iterable[tuple[str, str]], where: str) -> str:
    """ValueError says which text does not stand there exactly once."""
    for old, new in changes:
        if text.count(old) != 1:
            raise ValueError(f"{where}: {old!r} × {text.count(old)}")
        text = text.replace(old, new)
    return text


def with_cell(gold: Gold, cell: str, value: str) -> Gold:
    tables = gold.tables.model_dump(mode="json")
    key, rest = cell.split(".", 1)
    row, column = rest.rsplit(".", 1)
    printed = gold.raw_tables()[cast(TableKey, key)][row]
    if column not in printed:
        raise ValueError(f"{gold.id}: no such cell: {cell}")
    values = list((printed | {column: value}).values())
    if key == "disputes":
        tables[key][row] = values
    else:
        tables[key]["rows"][row] = values
    return gold.model_copy(update={"tables": type(gold.tables).model_validate(tables)})
