"""A cause of table three's failing sums in words: the cell, the formulas with their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.checks.model import Case, Finding, Said
from extractor.checks.tables.balance import Cell, Sum, outcome_keys
from extractor.checks.tables.causes import Cause, Code, Edit, causes
from extractor.checks.tables.printed import count
from extractor.checks.tables.readable import readable
from extractor.checks.tables.words import BLANK, COLUMNS, ROWS, place_of, printed_row
from extractor.report.figures import StatutoryTable
from extractor.report.forms import TableKey

_TABLE: TableKey = "applications"
_ROWS, _COLUMNS = ROWS[_TABLE], COLUMNS[_TABLE]
# That a sum fails is certain either way; which cell is wrong is an inference.
_SURE, _LIKELY = 1.0, 0.95
# A message that lists every row of a table is not read.
_MAX_TOLD = 4


def sum_findings(case: Case, code: Code) -> Iterator[Finding]:
    """The findings of one code, each with the other sums that its cause breaks."""
    for table in readable(case, _TABLE):
        for cause in causes(table):
            if cause.code == code:
                yield _named(table, cause, cause.edit) if cause.edit else _unnamed(table, cause)


def _named(table: StatutoryTable, cause: Cause, edit: Edit) -> Finding:
    place = place_of(_TABLE, *edit.cell)
    row, column = edit.cell
    figure = table.rows[row].figures[column]
    found = (figure.printed or "").strip()
    expected = str(int(figure.value or 0) + edit.by)
    zh, en = _formulas(table, cause.sums)
    return Finding(
        message=Said(
            f"{place}填{found}，按合计应为{expected}：{zh}。",
            f"{place} prints {found} where {expected} balances: {en}.",
        ),
        section=_TABLE,
        place=place,
        evidence=printed_row(table.rows[row]),
        expected=expected,
        found=found,
        confidence=_LIKELY,
        at=figure.place,
        key=place,
    )


def _unnamed(table: StatutoryTable, cause: Cause) -> Finding:
    first = cause.sums[0]
    place, cell = _place(cause)
    figure = table.figure(*cell)
    zh, en = _formulas(table, cause.sums)
    return Finding(
        message=Said(
            f"{place}合计不符，请核对：{zh}。", f"{place} does not add up, please check: {en}."
        ),
        section=_TABLE,
        place=place,
        evidence=_evidence(table, first),
        expected=_side(table, first.left, "一 + 二 = " if first.kind == "flow" else ""),
        found=_side(table, first.right, "（七） + 四 = " if first.kind == "flow" else ""),
        confidence=_SURE,
        at=figure.place if figure else None,
        key=place,
    )


def _formulas(table: StatutoryTable, sums: Sequence[Sum]) -> tuple[str, str]:
    """The failing sums with their numbers, in both languages."""
    zh = "；".join(f"{_name(found)}：{formula(table, found)}" for found in sums[:_MAX_TOLD])
    en = "; ".join(f"{_name_en(found)}: {formula(table, found)}" for found in sums[:_MAX_TOLD])
    more = len(sums) - _MAX_TOLD
    return (f"{zh}；另有{more}处", f"{en}; and {more} more") if more > 0 else (zh, en)


def formula(table: StatutoryTable, found: Sum) -> str:
    """57 + 3 ≠ 52 + 6; of the long sums only what is not 0."""
    left = [_number(table, cell) for cell in found.left]
    right = [_number(table, cell) for cell in found.right]
    shown = [text for text in left if found.kind == "flow" or text != "0"] or ["0"]
    return f"{' + '.join(shown)} ≠ {' + '.join(right)}"


def _name(found: Sum) -> str:
    if found.kind == "row":
        return f"{_ROWS[found.name]}行各列与总计"
    column = f"{_COLUMNS[found.name]}列"
    return f"{column}一 + 二与（七） + 四" if found.kind == "flow" else f"{column}各项结果与（七）"


def _name_en(found: Sum) -> str:
    if found.kind == "row":
        return f"row {_ROWS[found.name]}, columns and 总计"
    column = f"column {_COLUMNS[found.name]}"
    return (
        f"{column}, 一 + 二 and （七） + 四"
        if found.kind == "flow"
        else f"{column}, outcomes and （七）"
    )


def _number(table: StatutoryTable, cell: Cell) -> str:
    figure = table.figure(*cell)
    printed = (figure.printed or "").strip() if figure else ""
    if figure is None or not printed:
        return BLANK
    return printed if figure.value is None else str(figure.value)


def _side(table: StatutoryTable, cells: Sequence[Cell], name: str) -> str:
    """What one side of the sum comes to; at least that where a cell is blank."""
    counts = [count(table.figure(*cell)) for cell in cells]
    known = [value for value in counts if value is not None]
    least = "至少" if len(known) < len(cells) else ""
    return f"{name}{least}{sum(known)}"


def _place(cause: Cause) -> tuple[str, Cell]:
    """The rows with their 总计, or the columns whose sums fail."""
    first = cause.sums[0]
    own = [found.name for found in cause.sums if found.kind == first.kind]
    if first.kind == "row":
        rows = "、".join(_ROWS[name] for name in own[:_MAX_TOLD])
        rows += f"等{len(own)}行" if len(own) > _MAX_TOLD else ""
        return f"{place_of(_TABLE)}·{rows}·{_COLUMNS['total']}", (own[0], "total")
    if first.kind == "flow":
        return place_of(_TABLE, None, *own), ("carried_out", own[-1])
    return place_of(_TABLE, "total", *own), ("total", own[-1])


def _evidence(table: StatutoryTable, found: Sum) -> str:
    """The cells that the sum joins, as printed; of the outcomes those that are not 0."""
    if found.kind == "row":
        return printed_row(table.rows[found.name])
    keys = [key for key, _ in (*found.left, *found.right)]
    if found.kind == "outcomes":
        outcomes = outcome_keys(table)
        keys = [k for k in keys if k not in outcomes or _number(table, (k, found.name)) != "0"]
    rows = [table.rows[key] for key in keys if key in table.rows]
    return "；".join(printed_row(row, (found.name,)) for row in rows)
