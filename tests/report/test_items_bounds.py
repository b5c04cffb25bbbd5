"""Bounds of items where a sentence tells more than one thing, or sets a lack off from a deed."""

from __future__ import annotations

import pytest

from tests.report.items_markup import read_issues


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        # Each lack with its own lead and frame.
        (
            "我局存在粉丝量少的短板，也存在图文解读偏少的不足，还存在交接不到位的情况。",
            ["粉丝量少", "图文解读偏少", "交接不到位"],
        ),
        # What was done only sets off what lacks.
        (
            "业务能力参差不齐；参与渠道虽已开通，但实际使用率不高。",
            ["业务能力参差不齐", "实际使用率不高"],
        ),
        ("解读材料质量参差。", ["解读材料质量参差"]),
        ("政府信息公开工作还有一些薄弱之处。部分文件未同步解读。", ["部分文件未同步解读"]),
        # A cause is none.
        ("主要问题是历史信息底数不清。原因在于档案数字化率低。", ["历史信息底数不清"]),
    ],
)
def test_problems(text: str, problems: list[str]) -> None:
    assert [p.text for p in read_issues(text).problems] == problems


def test_last_years_problem_met_by_something_counted() -> None:
    text = "2024年，我局针对2023年度报告中指出的“栏目空置”问题，清理空栏目11个。更新仍不及时。"
    found = read_issues(text)
    assert [p.text for p in found.problems] == ["更新仍不及时"]
    assert [(m.tense, m.answers) for m in found.improvements] == [("done", ())]


def test_last_years_problem_still_to_be_met_is_a_plan() -> None:
    text = "更新不及时。针对2023年度报告指出的栏目空置问题，2025年将清理空栏目11个。"
    assert [m.tense for m in read_issues(text).improvements] == ["planned"]
