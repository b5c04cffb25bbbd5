"""How right the checks are: planted errors found, and silence on clean reports.

`python -m evaluation.checks` plants single errors into the gold reports (`planted/*.yaml` by hand
where meaning decides; sums of tables by program), reads and checks each, and counts per code. The
development part lists misses and false alarms on request; the held-back part gives totals only.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from evaluation.casebook import table_blocks
from evaluation.cost import checks_cost_line
from evaluation.gold import PARTS, REPORTS, Gold, Line, Part, Report, load_reports, read_lines
from evaluation.measures import wilson
from extractor.checks.model import Case
from extractor.checks.run import Flagged, run_checks
from extractor.reading.characters import normalise
from extractor.reading.document import Block, Document, Paragraph
from extractor.report.report import read_report

PLANTED = Path(__file__).parent / "planted"
RESULTS = Path(__file__).parent / "results" / "checks.txt"
MEASURED = "STCYL"
# An error planted by changing one cell may be told by any of the sums that it breaks.
_SUMS = frozenset({"T201", "T202", "T203", "T204"})


class Planted(BaseModel):
    """One error put into a gold report."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    report: str
    code: str
    replace: list[tuple[str, str]] = Field(default_factory=list)
    cells: dict[str, str] = Field(default_factory=dict)
    note: str = ""


@dataclass(slots=True)
class Count:
    planted: int = 0
    found: int = 0
    false: int = 0


@dataclass(slots=True)
class Tallies:
    """Counts per code; what was missed and what fired wrongly, for the development part."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    misses: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    clean: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    """Findings on clean reports, by severity."""


def by_hand(part: Part) -> list[Planted]:
    path = PLANTED / f"{part}.yaml"
    return [Planted.model_validate(raw) for raw in yaml.safe_load(path.read_text("utf-8"))]


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


def read_and_check(report: Report) -> list[Flagged]:
    """The report as it prints, read and checked by all checks."""
    blocks: list[Block] = []
    for line in report.lines:
        if line.kind == "table":
            blocks += table_blocks(line.text, report.gold.tables)
        else:
            blocks.append(_paragraph(line))
    read = read_report(Document("docx", tuple(blocks)))
    unread = frozenset(problem.table for problem in read.tables.problems)
    return run_checks(Case(read, read.sentences, unread=unread))


def _paragraph(line: Line) -> Paragraph:
    align = "right" if line.kind == "right" else None
    return Paragraph(normalise(line.text), line.text, align=align)  # type: ignore[arg-type]


def with_error(report: Report, planted: Planted) -> Report:
    """The report with the error in it; a text to replace must stand there exactly once."""
    text = (REPORTS / report.part / f"{report.gold.id}.txt").read_text(encoding="utf-8")
    for old, new in planted.replace:
        if text.count(old) != 1:
            raise ValueError(f"{planted.report} {planted.code}: {old!r} × {text.count(old)}")
        text = text.replace(old, new)
    tables = report.gold.tables.model_dump(mode="json")
    for cell, value in planted.cells.items():
        _set(tables, cell, value, report.gold)
    gold = report.gold.model_copy(
        update={"tables": type(report.gold.tables).model_validate(tables)}
    )
    return Report(gold, tuple(read_lines(text)), report.part)


def _set(tables: dict[str, dict[str, object]], cell: str, value: str, gold: Gold) -> None:
    table, rest = cell.split(".", 1)
    row, column = rest.rsplit(".", 1)
    printed = gold.raw_tables()[table][row] | {column: value}  # type: ignore[index]
    values = [printed[key] for key in gold.raw_tables()[table][row]]  # type: ignore[index]
    if table == "disputes":
        tables[table][row] = values
    else:
        rows = tables[table]["rows"]
        assert isinstance(rows, dict)
        rows[row] = values


def measure(part: Part) -> Tallies:
    tallies = Tallies()
    reports = {report.gold.id: report for report in load_reports(part)}
    clean: dict[str, set[tuple[str, str]]] = {}
    for name, report in reports.items():
        found = [f for f in read_and_check(report) if f.rule.family in MEASURED]
        clean[name] = {_said(f) for f in found}
        if report.gold.allow_table_errors:
            continue
        tallies.clean += 1
        for flagged in found:
            tallies.severities[flagged.severity] += 1
            tallies.counts[flagged.rule.code].false += 1
            tallies.alarms.append(f"{name} clean: {_told(flagged)}")
    errors = by_hand(part)
    errors += [planted for report in reports.values() for planted in by_program(report)]
    for planted in errors:
        _count(planted, reports[planted.report], clean[planted.report], tallies)
    return tallies


def _count(
    planted: Planted, report: Report, before: set[tuple[str, str]], tallies: Tallies
) -> None:
    found = [f for f in read_and_check(with_error(report, planted)) if f.rule.family in MEASURED]
    wanted = _SUMS if planted.code in _SUMS else {planted.code}
    count = tallies.counts[planted.code]
    count.planted += 1
    if any(f.rule.code in wanted and _said(f) not in before for f in found):
        count.found += 1
    else:
        tallies.misses.append(f"{planted.report} {planted.code}: {planted.note or planted.cells}")
    for flagged in found:
        if flagged.rule.code not in wanted and _said(flagged) not in before:
            tallies.counts[flagged.rule.code].false += 1
            tallies.alarms.append(f"{planted.report} with {planted.code}: {_told(flagged)}")


def _said(flagged: Flagged) -> tuple[str, str]:
    return flagged.rule.code, flagged.finding.evidence or flagged.finding.place or ""


def _told(flagged: Flagged) -> str:
    return f"{flagged.rule.code} {flagged.finding.message.zh} | {flagged.finding.evidence}"


def lines(part: str, tallies: Tallies) -> list[str]:
    errors, warnings = tallies.severities["error"], tallies.severities["warning"]
    out = [
        f"{part}: {tallies.clean} clean reports: {errors} E, {warnings} W "
        f"({warnings / max(1, tallies.clean):.3f} a report), {tallies.severities['hint']} H",
        f"{part}: code, planted, found, false alarms, precision, recall, 95 % intervals",
    ]
    codes = sorted(tallies.counts)
    out += [_line(code, [tallies.counts[code]]) for code in codes]
    for family in MEASURED:
        own = [tallies.counts[code] for code in codes if code[0] == family]
        if own:
            out.append(_line(f"all {family}", own))
    return out


def _line(name: str, counts: Iterable[Count]) -> str:
    counts = list(counts)
    planted, found, false = (
        sum(getattr(c, key) for c in counts) for key in ("planted", "found", "false")
    )
    precision, recall = _share(found, found + false), _share(found, planted)
    return f"  {name:6} {planted:4} {found:4} {false:4}  P {precision}  R {recall}"


def _share(right: int, of: int) -> str:
    if not of:
        return "    –                 "
    low, high = wilson(right, of)
    return f"{right / of:6.1%} [{low:.3f}, {high:.3f}]"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=PARTS, help="only this part")
    parser.add_argument("--misses", action="store_true", help="list the development part's")
    options = parser.parse_args(arguments)
    out: list[str] = []
    for part in (options.part,) if options.part else PARTS:
        tallies = measure(part)
        out += lines(part, tallies)
        if options.misses and part == "dev":
            print("\n".join(["missed:", *tallies.misses, "false alarms:", *tallies.alarms]))
    if not options.part:
        out.append(checks_cost_line())
    print("\n".join(out))
    if not options.part:
        RESULTS.write_text("\n".join(out) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
