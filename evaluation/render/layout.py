"""A report as blocks to print, the same for every format."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.gold import Line, LineKind, Report
from evaluation.render.grid import Grid, stack
from evaluation.render.style import Style
from evaluation.render.tables import applications_grid, disclosure_grids, disputes_grid


@dataclass(frozen=True, slots=True)
class Para:
    """A printed paragraph."""

    kind: LineKind
    text: str


Block = Para | Grid


def layout(report: Report, style: Style) -> list[Block]:
    """The report's paragraphs and tables in the order of print."""
    lines, blocks = list(report.lines), list[Block]()
    while lines:
        line = lines.pop(0)
        if line.kind != "table":
            blocks.append(Para(line.kind, line.text))
        elif line.text == "applications" and style.fuse and _fusible(lines):
            blocks.append(_fused(report, style, lines))
        else:
            blocks += _tables(line.text, report, style)
    return blocks


def _tables(key: str, report: Report, style: Style) -> list[Block]:
    tables = report.gold.tables
    if key == "disclosure" and tables.disclosure is not None:
        blocks: list[Block] = []
        for above, grid in disclosure_grids(tables.disclosure, style):
            blocks += [Para("paragraph", above), grid] if above is not None else [grid]
        return blocks
    if key == "applications" and tables.applications is not None:
        return [applications_grid(tables.applications, style)]
    if key == "disputes" and tables.disputes is not None:
        return [disputes_grid(tables.disputes, style)]
    return []


def _fusible(following: list[Line]) -> bool:
    return any(line == Line("table", "disputes") for line in following)


def _fused(report: Report, style: Style, following: list[Line]) -> Grid:
    """Tables three and four as one; what stands between them becomes full-width rows.

    Takes its lines from `following`.
    """
    between = []
    while (line := following.pop(0)).kind != "table":
        between.append(line.text)
    tables = report.gold.tables
    assert tables.applications is not None
    assert tables.disputes is not None
    upper = applications_grid(tables.applications, style)
    return stack(upper, between, disputes_grid(tables.disputes, style))
