"""P104: a table could not be read safely."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.reading.document import Place

_NUMBERS = {"disclosure": "表二", "applications": "表三", "disputes": "表四"}


def check(case: Case) -> Iterator[Finding]:
    for problem in case.report.document.problems:
        if problem.code == "P104":
            page = f"第{problem.place.page}页" if problem.place else None
            yield _finding(problem.message, page, problem.place)
    for doubt in case.report.tables.problems:
        yield _finding(doubt.message, _NUMBERS[doubt.table], doubt.place)


def _finding(message: str, place: str | None, at: Place | None) -> Finding:
    en = "This table could not be read safely; please compare it by eye."
    return Finding(message=Said(message, en), place=place, at=at, key=f"{place}|{message}")


RULE = Rule(
    code="P104",
    name=Said("表格未能可靠读取", "A table could not be read safely"),
    severity="warning",
    why=Said(
        "宁可不读，也不猜数：这张表的检查从略，需要人工核对。",
        "Rather nothing than a guess: this table is not checked and wants a look.",
    ),
    bad="粘贴成图片的表格。",
    good="可以选中文字的表格。",
    check=check,
)
