"""T206: a statutory row is missing, or a row stands there that the form does not have."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.tables.form_rows import extra_rows, missing_rows
from extractor.checks.tables.readable import readable
from extractor.checks.tables.words import ROWS, TABLES
from extractor.report.figures import ForeignRow, StatutoryTable
from extractor.report.forms import APPLICATION_ROWS, DISCLOSURE_ROWS, OTHER_2019

_LABELS = {row.key: row.label for row in (*APPLICATION_ROWS, OTHER_2019, *DISCLOSURE_ROWS)}
# A table that lacks more rows than an office strikes out was perhaps not read whole.
_MANY, _SURE, _DOUBTFUL = 6, 0.95, 0.7


def check(case: Case) -> Iterator[Finding]:
    # A page that could not be read may have held the rows that seem to be missing.
    for table in readable(case, reach=1):
        missing = missing_rows(table, case.year)
        if missing:
            yield _missing(table, missing)
    for table in readable(case):
        for extra in extra_rows(table):
            yield _extra(table, extra)


def _missing(table: StatutoryTable, keys: list[str]) -> Finding:
    places = "、".join(ROWS[table.key][key] for key in keys)
    labels = "、".join(_LABELS.get(key, ROWS[table.key][key]) for key in keys)
    first = next(iter(table.figures()), None)
    return Finding(
        message=Said(
            f"{TABLES[table.key]}缺少法定的{len(keys)}行：{labels}。没有的事项也要列出并填 0。",
            f"{TABLES[table.key]} lacks {len(keys)} statutory row(s): {places}.",
        ),
        section=table.key,
        place=f"{TABLES[table.key]}·{places}",
        evidence="",
        expected=labels,
        found="没有这一行" if len(keys) == 1 else "没有这些行",
        confidence=_SURE if len(keys) <= _MANY else _DOUBTFUL,
        at=first.place if first else None,
        key=f"{TABLES[table.key]}|missing|{places}",
    )


def _extra(table: StatutoryTable, row: ForeignRow) -> Finding:
    label = "".join(row.label.split())
    name = TABLES[table.key]
    return Finding(
        message=Said(
            f"{name}多出“{label}”一行，现行格式没有这一行，请删去或并入应在的行。",
            f"{name} has a row that the form does not have: “{label}”.",
        ),
        section=table.key,
        place=f"{name}·{label}",
        evidence=f"{row.label.strip()}：{' | '.join(text.strip() for text in row.printed)}",
        found=label,
        confidence=_SURE,
        at=row.place,
        key=f"{name}|extra|{label}",
    )


RULE = Rule(
    code="T206",
    name=Said("法定行缺少或多出", "Statutory row missing, or a foreign row"),
    severity="warning",
    why=Said(
        "表格格式由国务院办公厅统一规定，不能增删行；缺行或加行的表无法汇总。",
        "The form is the same for all; tables with rows struck out or added cannot be summed up.",
    ),
    bad="表二没有“规章”一行；表三在（五）下面加了“6.其他”一行。",
    good="没有的事项保留该行，填 0 或“/”。",
    check=check,
)
