"""What was only intended, done in another's name, waived, or charged for something else."""

from __future__ import annotations

import pytest

from tests.report.telling import decisions, documents, facts, fee


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("清理规范性文件18件，拟废止2件，废止4件。", {"repealed": 4}),
        ("拟废止行政规范性文件2件。", {}),
        ("建议废止规范性文件5件，宣布失效1件。", {"repealed": 1}),
        ("制发行政规范性文件3件，计划于2024年废止2件。", {"issued": 3}),
        ("下一步计划制定规范性文件3件。", {}),
        ("全年应公开规范性文件3件，已制发3件。", {"issued": 3}),
    ],
)
def test_intended_documents(text: str, expected: dict[str, float]) -> None:
    assert documents(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("以县政府名义印发规范性文件6件。", [(6, "县政府")]),
        ("报请县人民政府印发行政规范性文件2件。", [(2, "县人民政府")]),
        ("以本局名义印发规范性文件2件。", [(2, None)]),
        ("以县政府名义印发规范性文件6件，以本局名义印发2件。", [(6, "县政府"), (2, None)]),
        ("制发规范性文件8件，其中以县政府名义制发3件。", [(8, None), (3, "县政府")]),
    ],
)
def test_in_whose_name(text: str, expected: list[tuple[float, str | None]]) -> None:
    told = facts(text, aspect="management").normative_documents["issued"]
    assert [(fact.value, fact.scope) for fact in told] == expected


@pytest.mark.parametrize(
    ("text", "received"),
    [
        ("全年未收取信息处理费，减免不动产登记收费3.2万元。", 0),
        ("减免政府信息公开收费3.2万元。", None),
        ("依申请公开减免收费3.2万元。", None),
        ("全年收取信息处理费以外的费用200元。", None),
        ("未收取信息处理费以外的费用。", None),
        ("应收信息处理费500元，减免200元，实收300元。", 300),
        ("免收信息处理费。", 0),
    ],
)
def test_no_information_fee(text: str, received: float | None) -> None:
    assert fee(text)[3] == received


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收取行政事业性收费12万元，减免收费3.2万元。", {"fees": 120000}),
        ("减免行政事业性收费3.2万元。", {}),
        ("收取不动产登记费以外的费用3万元。", {}),
    ],
)
def test_no_fee_of_table_two(text: str, expected: dict[str, float]) -> None:
    assert decisions(text) == expected
