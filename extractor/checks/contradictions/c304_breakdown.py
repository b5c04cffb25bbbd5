"""C304: a breakdown does not add up to its total."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.contradictions.breakdown_bare import bare_rows
from extractor.checks.contradictions.breakdown_rows import Row, rows
from extractor.checks.contradictions.breakdowns import Mismatch, mismatches
from extractor.checks.contradictions.disagreements import shown
from extractor.checks.contradictions.divided_parts import divided_parts
from extractor.checks.contradictions.exclusive import excesses
from extractor.checks.contradictions.stock_flows import stock_flows
from extractor.checks.contradictions.summed_up import FalseSum, false_sums
from extractor.checks.contradictions.tellings import opening_tellings, tellings
from extractor.checks.contradictions.told_apart import told_apart
from extractor.checks.contradictions.told_elsewhere import against_tables, in_wrong_tables
from extractor.checks.contradictions.told_twice import settled_totals
from extractor.checks.contradictions.words_told import (
    clause_around,
    formula,
    heading_at,
    quoted,
)
from extractor.checks.model import Case, Finding, Rule, Said


def check(case: Case) -> Iterator[Finding]:
    for one in failing(case):
        yield _breakdown(case, one) if isinstance(one, Mismatch) else _sum(case, one)


def failing(case: Case) -> list[Mismatch | FalseSum]:
    """What does not add up and no other code tells."""
    told = tellings(case)
    tolerance = case.settings.thresholds.approx_tolerance
    found: list[Mismatch | FalseSum] = []
    found += mismatches([*rows(told, case.year), *bare_rows(told, case.year)], tolerance)
    found += excesses([*opening_tellings(case), *told], case.year)
    found += divided_parts(told)
    found += stock_flows(told)
    found += told_apart(told)
    found += false_sums(told, case.year, tolerance)
    if not found:
        return []
    seen = against_tables(case) | in_wrong_tables(case)
    totals = settled_totals(case)
    kept = []
    for one in found:
        settled = one.added in totals.get(one.total.place, ())
        if not settled and not one.figures & seen:
            seen |= one.figures
            kept.append(one)
    return kept


def _breakdown(case: Case, one: Mismatch) -> Finding:
    row, total = one.row, one.total
    start, end = _stretch(case, row, one)
    added = formula([part.value for part in one.parts]).replace("+ -", "− ")
    said = shown(total.value)
    single = len(one.parts) == 1
    zh = (
        f"分项多于总数：其中{shown(one.added)} > {said}"
        if single
        else f"分项相加与总数不符：{added} ≠ {said}"
    )
    en = (
        f"The part exceeds its total: {shown(one.added)} > {said}"
        if single
        else (f"The parts do not add up to the total: {added} ≠ {said}")
    )
    if not one.certain and one.added > total.value:
        zh += "；如有重复计算，请写明"
        en += "; if some count twice, say so"
    elif not one.certain:
        zh += "；如分项并未列全，请写明“等”或“其他”"
        en += "; if they are not all, say so"
    return Finding(
        message=Said(f"{zh}。请核对。", f"{en}. Please check."),
        section=row.telling.section,
        place=heading_at(case, total.place),
        evidence=quoted(case, (start, end)),
        expected=said,
        found=shown(one.added),
        confidence=one.confidence,
        severity=None if one.certain else "hint",
        start=start,
        end=end,
    )


def _stretch(case: Case, row: Row, one: Mismatch) -> tuple[int, int]:
    """From the total's clause to the last part."""
    places = sorted(one.figures)
    start, _ = clause_around(case, places[0], places[0])
    last = max(one.parts, key=lambda part: part.figure.place).figure
    _, end = row.telling.whole(last.start, last.end)
    return start, max(end, one.total.place + len(one.total.text))


def _sum(case: Case, one: FalseSum) -> Finding:
    first = min(one.figures)
    start, _ = clause_around(case, first, first)
    _, end = one.telling.whole(one.total.start, one.total.end)
    added = formula([part.value for part in one.parts])
    said = shown(one.total.value)
    return Finding(
        message=Said(
            f"合计与前述各项不符：{added} ≠ {said}。请核对。",
            f"The sum differs from what it sums up: {added} ≠ {said}. Please check.",
        ),
        section=one.telling.section,
        place=heading_at(case, one.total.place),
        evidence=quoted(case, (start, end)),
        expected=shown(one.added),
        found=said,
        confidence=one.confidence,
        start=start,
        end=end,
    )


RULE = Rule(
    code="C304",
    name=Said("分项与总数不符", "A breakdown does not add up"),
    severity="error",
    why=Said(
        "分项之和不能大于总数；列全的分项（按类别分、冒号后逐项列出、以“其他”“其余”收尾，或合计前列出的各项）"
        "相加必须等于总数，是否列全不能确定的只作提示。一条信息在几个渠道发布、“其中…等”只列一部分、余或约的"
        "数字，都不算错。",
        "Parts cannot exceed their total, and those that are said to be all must make it up; where "
        "that is not certain it is only a hint. One item on several channels and partial lists "
        "are no errors.",
    ),
    bad="全年公开信息126条：河湖管护41条，供水工程58条，其他37条。",
    good="全年公开信息126条：河湖管护41条，供水工程58条，其他27条。",
    check=check,
)
