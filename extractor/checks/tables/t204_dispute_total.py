"""T204: a total in table four is not the sum of its four results."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.tables.printed import count
from extractor.checks.tables.readable import readable
from extractor.checks.tables.words import BLANK, COLUMNS, place_of, printed_row
from extractor.report.figures import Row
from extractor.report.forms import DISPUTE_RESULTS

_RESULTS = DISPUTE_RESULTS[:-1]


def check(case: Case) -> Iterator[Finding]:
    for table in readable(case, "disputes"):
        for row in table.rows.values():
            if not _may_balance(row):
                yield _finding(row)


def _may_balance(row: Row) -> bool:
    """Whether some filling of the blanks, from 0 on, makes the total the sum of its results."""
    total = count(row.figures["total"])
    results = [count(row.figures[key]) for key in _RESULTS]
    least = sum(value or 0 for value in results)
    if total is None:
        return True
    return least <= total if None in results else least == total


def _finding(row: Row) -> Finding:
    place = place_of("disputes", row.key, "total")
    values = [row.figures[key].value for key in (*_RESULTS, "total")]
    *shown, total = [BLANK if value is None else str(value) for value in values]
    least = sum(value or 0 for value in values[:-1])
    formula = f"{' + '.join(shown)} ≠ {total}"
    names = " + ".join(COLUMNS["disputes"][key] for key in _RESULTS)
    return Finding(
        message=Said(
            f"{place}与四项结果之和不符：{formula}（{names}）。",
            f"{place} is not the sum of its four results: {formula}.",
        ),
        section="disputes",
        place=place,
        evidence=printed_row(row),
        expected=f"至少{least}" if None in values else str(least),
        found=total,
        at=row.figures["total"].place,
        key=place,
    )


RULE = Rule(
    code="T204",
    name=Said("表四总计不符", "Table 4: a total is not the sum of its results"),
    severity="error",
    why=Said(
        "行政复议、未经复议直接起诉、复议后起诉的总计各等于维持、纠正、其他结果、尚未审结之和。",
        "Each total is the sum of upheld, corrected, other and pending.",
    ),
    bad="行政复议：维持 1，纠正 0，其他结果 0，尚未审结 1，总计 1。",
    good="行政复议：维持 1，纠正 0，其他结果 0，尚未审结 1，总计 2。",
    check=check,
)
