"""A short name in the title, the full one in the signature."""

from __future__ import annotations

import pytest

from tests.report.invented import AFTER_OVERVIEW, OVERVIEW, identity

BODY = f"一、总体情况\n{OVERVIEW}\n{AFTER_OVERVIEW}"


@pytest.mark.parametrize(
    ("titled", "preamble", "signed", "agency"),
    [
        ("云岭县工信局", "", "云岭县工业和信息化局", "云岭县工业和信息化局"),
        ("云岭县府办", "", "云岭县人民政府办公室", "云岭县人民政府办公室"),
        ("云岭县卫健委", "", "云岭县卫生健康委员会", "云岭县卫生健康委员会"),
        # What only breaks off may be the name before a reform, unless it is said to be short.
        ("云岭县林业局", "", "云岭县林业和草原局", "云岭县林业局"),
        (
            "云岭县林业局",
            "云岭县林业和草原局（以下简称县林业局）编制本报告。",
            "云岭县林业和草原局",
            "云岭县林业和草原局",
        ),
        # The place above stands in preamble and signature, or only there.
        (
            "柳塘街道办事处",
            "云岭区柳塘街道办事处编制本报告。",
            "云岭区柳塘街道办事处",
            "云岭区柳塘街道办事处",
        ),
        ("柳塘街道办事处", "街道编制本报告。", "云岭区柳塘街道办事处", "柳塘街道办事处"),
        # The state in front of a name is no place; the kind of place alone is short for it.
        ("云岭海关", "中华人民共和国云岭海关编制本报告。", "中华人民共和国云岭海关", "云岭海关"),
        ("县卫健局", "", "云岭县卫生健康局", "云岭县卫生健康局"),
        ("县农业局", "", "云岭县农业农村局", "县农业局"),
        # Another place, another matter, or the full name in the title.
        ("云岭县工信局", "", "石湾县工业和信息化局", "云岭县工信局"),
        ("云岭县水利局", "", "云岭县水务管理局", "云岭县水利局"),
        ("云岭县工业和信息化局", "", "云岭县工信局", "云岭县工业和信息化局"),
    ],
)
def test_the_full_name(titled: str, preamble: str, signed: str, agency: str) -> None:
    head = f"{titled}2023年政府信息公开工作年度报告\n{preamble}"
    found = identity(f"{head}\n{BODY}\n{signed}\n2024年1月12日").agency
    assert found is not None
    assert found.value == agency


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "云岭县水利局2023年政府信息公开工作年度报告（网站发布稿）",
            "云岭县水利局2023年政府信息公开工作年度报告（网站发布稿）",
        ),
        (
            "云岭县水利局2023年政府信息公开工作年度报告\n（对外公开版）",
            "云岭县水利局2023年政府信息公开工作年度报告（对外公开版）",
        ),
        (
            "澜西州\n住房和城乡建设局\n2023年\n政府信息公开工作年度报告",
            "澜西州住房和城乡建设局2023年政府信息公开工作年度报告",
        ),
    ],
)
def test_the_whole_title(head: str, title: str) -> None:
    found = identity(f"{head}\n{BODY}\n2024年1月12日").title
    assert found is not None
    assert found.value == title
