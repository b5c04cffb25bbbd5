"""Turns of phrase in which disputes are told: shares of all cases, results without figures."""

from __future__ import annotations

import pytest

from tests.report.telling import disputes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Shares of all that was handled, with the results that follow them.
        (
            "全县受理行政复议案件143件，其中以县直部门、乡镇为被申请人的政府信息公开类案件7件，"
            "结果维持5件、结果纠正2件。",
            {"review.total": 7, "review.upheld": 5, "review.corrected": 2},
        ),
        (
            "全市办理行政复议案件320件，其中政府信息公开类26件、土地类90件，维持200件，纠正20件。",
            {"review.total": 26},
        ),
        (
            "全年办理行政复议答复12件，其中因信息公开引起的4件，均维持。",
            {"review.total": 4, "review.upheld": 4},
        ),
        (
            "收到行政复议答复通知书3份，其中2份涉及政府信息公开，复议结果均为维持。",
            {"review.total": 2, "review.upheld": 2},
        ),
        # None of ours.
        (
            "收到行政复议答复通知书2份，均系宅基地纠纷，与政府信息公开工作无涉；"
            "政府信息公开方面的复议、诉讼均为0件。",
            {"review.total": 0, "suit.total": 0},
        ),
        (
            "我局作为被申请人的行政复议案件6件，均与信息公开无关；作为被告的行政诉讼2件，也不涉及信息公开。",
            {},
        ),
        ("近三年均未发生政府信息公开行政复议和行政诉讼。", {"review.total": 0, "suit.total": 0}),
        ("近三年共发生政府信息公开行政复议9件。", {}),
        ("县政府作为复议机关受理不服县直部门信息公开答复的复议案件3件，维持2件、撤销1件。", {}),
        ("今年我局行政复议和行政诉讼案件数量双双为零。", {"review.total": 0, "suit.total": 0}),
        (
            "政府信息公开行政复议2件，均被维持；行政诉讼案件保持零。",
            {"review.total": 2, "review.upheld": 2, "suit.total": 0},
        ),
        # How they ended, or have not yet.
        (
            "申请人提起行政复议4件，县政府维持3件，责令重新答复1件；提起行政诉讼2件，1件原告撤诉，1件二审尚未宣判。",
            {
                "review.total": 4,
                "review.upheld": 3,
                "review.corrected": 1,
                "suit.total": 2,
                "suit.other": 1,
                "suit.pending": 1,
            },
        ),
        (
            "行政复议1件，复议机关责令我镇在20个工作日内重新答复。",
            {"review.total": 1, "review.corrected": 1},
        ),
        (
            "复议、诉讼各1件，复议维持，诉讼法院裁定驳回起诉。",
            {"review.total": 1, "review.upheld": 1, "suit.total": 1, "suit.other": 1},
        ),
        (
            "四起止于复议，三起被驳回复议请求。一起为当事人绕过复议径行起诉，开庭后尚未宣判。",
            {
                "review.total": 4,
                "review.upheld": 3,
                "suit.total": 1,
                "suit.pending": 1,
                "suit_direct.total": 1,
                "suit_direct.pending": 1,
            },
        ),
        (
            "与上年的3件相比，本年度政府信息公开行政复议减少到1件，结果为维持。",
            {"review.total": 1, "review.upheld": 1},
        ),
    ],
)
def test_turns_of_phrase(text: str, expected: dict[str, float]) -> None:
    assert disputes(text) == expected
