"""The statutory tables in the record's shape."""

from __future__ import annotations

from extractor.reading.document import Place
from extractor.report.figures import Figure, StatutoryTable, StatutoryTables
from extractor.report.forms import APPLICANTS, Form
from extractor.report.record.base import Position
from extractor.report.record.tables import GridTable, NamedTable, Tables


def position(place: Place | None) -> Position | None:
    if place is None:
        return None
    box = place.box
    if box is None:
        return Position(page=place.page)
    corners = (round(box.x0, 1), round(box.top, 1), round(box.x1, 1), round(box.bottom, 1))
    return Position(page=place.page, box=corners)


def tables_record(tables: StatutoryTables) -> Tables:
    applications = tables.applications
    return Tables(
        disclosure=_named(tables.disclosure),
        applications=_grid(applications) if applications else None,
        disputes=_named(tables.disputes),
    )


def form_of(tables: StatutoryTables) -> Form | None:
    """The report's form: table two tells it by its columns, table three by 其他处理."""
    for table in (tables.disclosure, tables.applications):
        if table is not None and table.form is not None:
            return table.form
    return None


def _named(table: StatutoryTable | None) -> NamedTable | None:
    if table is None:
        return None
    rows = table.rows.items()
    boxes = {key: {name: position(f.place) for name, f in row.figures.items()} for key, row in rows}
    return NamedTable(
        form=table.form,
        rows={key: {name: f.value for name, f in row.figures.items()} for key, row in rows},
        raw={key: {name: f.printed for name, f in row.figures.items()} for key, row in rows},
        boxes=boxes if _placed(table) else None,
    )


def _grid(table: StatutoryTable) -> GridTable:
    def line(figures: dict[str, Figure]) -> list[Figure]:
        return [figures[key] for key in APPLICANTS]

    lines = {key: line(dict(row.figures)) for key, row in table.rows.items()}
    boxes = {key: [position(f.place) for f in figures] for key, figures in lines.items()}
    return GridTable(
        form=table.form,
        columns=list(APPLICANTS),
        rows={key: [f.value for f in figures] for key, figures in lines.items()},
        raw={key: [f.printed for f in figures] for key, figures in lines.items()},
        boxes=boxes if _placed(table) else None,
    )


def _placed(table: StatutoryTable) -> bool:
    return any(figure.place is not None for figure in table.figures())
