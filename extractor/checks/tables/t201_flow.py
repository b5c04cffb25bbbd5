"""T201: 一 + 二 ≠ （七） + 四 in table three."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.tables.sum_findings import sum_findings


def check(case: Case) -> Iterator[Finding]:
    yield from sum_findings(case, "T201")


RULE = Rule(
    code="T201",
    name=Said("表三收办不平", "Table 3: received and handled do not balance"),
    severity="error",
    why=Said(
        "表头写明勾稽关系：第一项加第二项之和，等于第三项加第四项之和，每一列都如此。",
        "The form's own header says that 一 + 二 equals （七） + 四 in every column.",
    ),
    bad="一、57，二、3，（七）52，四、6：57 + 3 ≠ 52 + 6。",
    good="一、57，二、3，（七）54，四、6：57 + 3 = 54 + 6。",
    check=check,
)
