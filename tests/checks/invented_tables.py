"""Consistent statutory tables made by program, and copies with a cell changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from evaluation.forms import APPLICANTS, APPLICATIONS, DISCLOSURE, DISPUTES, OUTCOMES, RESULTS, Form
from extractor.report.figures import Figure, Row, StatutoryTable
from extractor.report.forms import TableKey
from extractor.report.values import number

Printed = dict[str, dict[str, str]]
Numbers = dict[str, dict[str, int]]


def applications(outcomes: Mapping[str, list[int]], carried: Mapping[str, list[int]]) -> Numbers:
    """Table three from its outcomes and what was carried in and out; new follows from them."""
    table: Numbers = {key: _row(values) for key, values in outcomes.items()}
    columns = APPLICANTS[:-1]
    total = [sum(row[c] for row in table.values()) for c in columns]
    out = carried.get("carried_out", [0] * 6)
    # What came in this year is what is left when all was handled; what does not fit was old.
    come_in = [
        min(old, total[i] + out[i]) for i, old in enumerate(carried.get("carried_in", [0] * 6))
    ]
    new = [total[i] + out[i] - come_in[i] for i in range(6)]
    derived = {"new": new, "carried_in": come_in, "total": total, "carried_out": out}
    return table | {key: _row(values) for key, values in derived.items()}


def _row(values: list[int]) -> dict[str, int]:
    return dict(zip(APPLICANTS, [*values, sum(values)], strict=True))


def drawn(form: Form, seed: int, highest: int, one_in: int = 1) -> Numbers:
    """A consistent table three; only one cell in `one_in` is not 0."""
    chance = Random(seed)

    def six() -> list[int]:
        return [0 if chance.randrange(one_in) else chance.randint(0, highest) for _ in range(6)]

    return applications(
        {key: six() for key in OUTCOMES[form]}, {"carried_in": six(), "carried_out": six()}
    )


def disputes(seed: int, highest: int) -> Numbers:
    chance = Random(seed)
    rows = {key: [chance.randint(0, highest) for _ in RESULTS[:-1]] for key in DISPUTES}
    return {k: dict(zip(RESULTS, [*row, sum(row)], strict=True)) for k, row in rows.items()}


def disclosure(form: Form) -> Numbers:
    """A county department's table two, with nothing odd in it."""
    rows = {key: dict.fromkeys(columns, 3) for key, columns in DISCLOSURE[form].items()}
    return rows | {"regulations": dict.fromkeys(DISCLOSURE[form]["regulations"], 0)}


def table(key: TableKey, form: Form | None, rows: Printed) -> StatutoryTable:
    order = APPLICATIONS[form] if key == "applications" and form else rows
    figures = {
        name: Row(name, name, {c: Figure(number(v), v) for c, v in rows[name].items()})
        for name in order
        if name in rows
    }
    return StatutoryTable(key, form, figures)


def as_printed(rows: Numbers) -> Printed:
    return {key: {column: str(value) for column, value in row.items()} for key, row in rows.items()}


def with_cell(of: StatutoryTable, row: str, column: str, printed: str) -> StatutoryTable:
    figures = {**of.rows[row].figures, column: Figure(number(printed), printed)}
    return replace(of, rows={**of.rows, row: replace(of.rows[row], figures=figures)})


def without(of: StatutoryTable, row: str) -> StatutoryTable:
    return replace(of, rows={key: found for key, found in of.rows.items() if key != row})
