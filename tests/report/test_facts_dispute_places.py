"""Disputes told outside of their own section, and an office beside those that it leads."""

from __future__ import annotations

import pytest

from extractor.report.outline import AspectKey
from tests.report.telling import disputes


def told(text: str, aspect: AspectKey | None = "supervision") -> dict[str, float]:
    return disputes(text, "overview", aspect)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年被复议3件，维持3件。", {"review.total": 3, "review.upheld": 3}),
        ("没人复议，也没人打官司。", {"review.total": 0, "suit.total": 0}),
        ("没有被复议,没有被起诉。", {"review.total": 0, "suit.total": 0}),
        ("上述申请引出行政复议2件，均维持。", {"review.total": 2, "review.upheld": 2}),
        (
            "没给的那一位不服，向区政府申请复议1件，区里维持了我们的答复。",
            {"review.total": 1, "review.upheld": 1},
        ),
        # Of all that an agency does, or of what it decides for others.
        ("深入推进法治政府建设，全年被申请行政复议12件。", {}),
        ("加强执法监督。行政复议12件，维持10件。", {}),
        ("全年办理复议案件132件。行政复议案件维持120件。", {}),
        ("没有人为这事上访告状。", {}),
    ],
)
def test_in_supervision(text: str, expected: dict[str, float]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", ["行政复议案件3件，维持2件。", "公开行政复议典型案例3件。"])
def test_published_cases_are_no_disputes(text: str) -> None:
    assert told(text, "disclosure") == {}


def test_behind_the_applications_of_a_paragraph_without_heading() -> None:
    text = "有两位乡亲来申请，都答复了。李家那位到县里申请复议，县政府维持了乡里的答复。"
    assert told(text, None) == {"review.total": 1, "review.upheld": 1}


def test_the_office_beside_its_system() -> None:
    text = "全系统因政府信息公开引发的复议9件，其中以局机关为被申请人的4件（维持3件、纠正1件）。"
    assert disputes(text) == {"review.total": 4, "review.upheld": 3, "review.corrected": 1}


def test_decided_for_others() -> None:
    text = "我局作为市政府复议机构，全年收到复议申请476件，其中涉及信息公开的19件。"
    assert disputes(text) == {}
