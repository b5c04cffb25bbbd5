"""T208: values that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.tables.implausible import (
    Oddity,
    odd_counts,
    odd_regulations,
    odd_stock,
)
from extractor.checks.tables.readable import readable
from extractor.checks.tables.regulations import cannot_make
from extractor.checks.tables.words import place_of, printed_row
from extractor.report.figures import Row, StatutoryTable

# Arithmetic leaves no doubt; rank is read from the agency's name.
_CERTAIN, _BY_RANK = 1.0, 0.9


def check(case: Case) -> Iterator[Finding]:
    for table in readable(case):
        for row in table.rows.values():
            yield from _of_row(case, table, row)


def _of_row(case: Case, table: StatutoryTable, row: Row) -> Iterator[Finding]:
    """One flag for a row's values: the likeliest reason first."""
    counts = [_finding(table, row, odd, _CERTAIN) for odd in odd_counts(row)]
    yield from counts
    if counts or table.key != "disclosure":
        return
    if row.key == "regulations" and cannot_make(case.report.identity, case.known.level is not None):
        yield from (_finding(table, row, odd, _BY_RANK) for odd in odd_regulations(row))
    else:
        yield from (_finding(table, row, odd, _CERTAIN) for odd in odd_stock(row))


def _finding(table: StatutoryTable, row: Row, odd: Oddity, confidence: float) -> Finding:
    place = place_of(table.key, row.key, *odd.columns)
    shown = [row.figures[column] for column in odd.columns]
    return Finding(
        message=Said(f"{place}：{odd.said.zh}，请核对。", f"{place}: {odd.said.en}."),
        section=table.key,
        place=place,
        evidence=printed_row(row),
        expected=odd.expected,
        found="、".join((figure.printed or "").strip() for figure in shown),
        confidence=confidence,
        at=shown[0].place,
        key=place,
    )


RULE = Rule(
    code="T208",
    name=Said("数值不合常理", "Implausible value"),
    severity="warning",
    why=Said(
        "件数不会是负数或小数；县级机关、乡镇和部门没有规章制定权；"
        "现行有效不少于本年制发减废止；2019年格式中新制作的文件应计入对外公开总数量。",
        "Counts are whole and not negative; only some governments make 规章; "
        "what is in force includes what was issued this year and not repealed.",
    ),
    bad="县水务局：规章 制发 2，现行有效 2；规范性文件 制发 3、废止 0、现行有效 1。",
    good="县水务局：规章 0 或“/”；规范性文件 制发 3、废止 4、现行有效 9。",
    check=check,
)
