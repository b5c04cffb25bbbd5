"""P103: scanned pages, text not read."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said


def check(case: Case) -> Iterator[Finding]:
    for problem in case.report.document.problems:
        if problem.code == "P103":
            place = f"第{problem.place.page}页" if problem.place else None
            yield Finding(
                message=Said(problem.message, "The text of scanned pages was not read."),
                place=place,
                at=problem.place,
                key=place or "scan",
            )


RULE = Rule(
    code="P103",
    name=Said("扫描页，文字未读取", "Scanned pages, text not read"),
    severity="warning",
    why=Said(
        "图片里的文字没有读取，结构和表格检查因此不作判断，需要人工看。",
        "Text in pictures was not read, so structure and tables are not judged.",
    ),
    bad="整页为图片的扫描件。",
    good="由 Word、WPS 直接导出的 PDF。",
    check=check,
)
