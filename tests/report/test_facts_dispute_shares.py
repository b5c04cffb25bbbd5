"""All of an agency's disputes, and the share of 政府信息公开 in them."""

from __future__ import annotations

import pytest

from extractor.report.outline import AspectKey
from tests.report.telling import disputes, facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到行政复议申请12件，其中涉及政府信息公开的0件。", {"review.total": 0}),
        (
            "收到行政复议申请12件，涉及政府信息公开的2件，均维持。",
            {"review.total": 2, "review.upheld": 2},
        ),
        ("全年收到行政复议申请12件，政府信息公开类0件。", {"review.total": 0}),
        ("收到行政复议申请12件，均不涉及政府信息公开。", {}),
        ("收到行政复议申请12件，没有涉及政府信息公开的案件。", {"review.total": 0}),
        (
            "行政复议12件，维持9件，纠正3件。其中政府信息公开行政复议2件，维持2件。",
            {"review.total": 2, "review.upheld": 2},
        ),
        (
            "以我局为被申请人的行政复议15件、行政诉讼8件，其中涉及政府信息公开的分别为2件、1件。",
            {"review.total": 2, "suit.total": 1},
        ),
        (
            "以我局为被申请人的行政复议15件、行政诉讼8件，其中涉及政府信息公开的各1件。",
            {"review.total": 1, "suit.total": 1},
        ),
        (
            "因民办幼儿园行政处罚引起的行政复议2件，不属政府信息公开案件。因政府信息公开引起的行政复议1件。",
            {"review.total": 1},
        ),
        (
            "环境行政处罚引起的复议11件、诉讼3件另行统计。行政复议4件，维持4件。",
            {"review.total": 4, "review.upheld": 4},
        ),
        ("申请人不服行政许可申请复议3件。", {}),
        ("申请人因征地补偿信息未公开申请复议3件。", {"review.total": 3}),
        ("因信息公开答复引起的行政复议2件，均维持。", {"review.total": 2, "review.upheld": 2}),
        # What is said of itself to be about 信息公开 is no whole of which a share could be told.
        ("因政府信息公开被申请行政复议4件，其中因信息公开答复不及时引起2件。", {"review.total": 4}),
        (
            "行政复议4件，维持4件。行政诉讼没有。",
            {"review.total": 4, "review.upheld": 4, "suit.total": 0},
        ),
    ],
)
def test_share_of_openness(text: str, expected: dict[str, float]) -> None:
    assert disputes(text) == expected


def test_deciding_for_others_is_business() -> None:
    text = (
        "因政府信息公开被申请行政复议2件。同期，我局作为行政复议机关审理的各类复议案件318件。"
        "各类复议案件318件，其中涉及政府信息公开的2件。"
    )
    told = facts(text, section="disputes").disputes["review"]["total"]
    assert [fact.value for fact in told] == [2, 2]


def test_all_that_was_filed_against_the_agency() -> None:
    text = "以本办为被申请人的复议4件，维持3件。因政府信息公开引起的行政复议1件。"
    assert disputes(text) == {"review.total": 1}
    assert disputes("以本办为被申请人的复议4件。") == {"review.total": 4}


@pytest.mark.parametrize("aspect", ["supervision", "applications"])
def test_filed_against_the_agency_outside_of_the_section(aspect: AspectKey) -> None:
    text = "未收到申请。以本办为被申请人的复议4件，维持3件。"
    assert facts(text, aspect=aspect).disputes.get("review", {}) == {}


def test_a_part_is_no_second_total() -> None:
    text = "因政府信息公开被申请行政复议11件，纠正2件。其中以本局为被申请人的复议4件，无一被纠正。"
    told = facts(text, section="disputes").disputes["review"]
    assert [(f.value, f.part) for f in told["total"]] == [(11, False), (4, True)]
    assert [(f.value, f.part) for f in told["corrected"]] == [(2, False), (0, True)]


def test_scope_in_front_of_what_it_is_about() -> None:
    text = "全县涉政府信息公开行政复议案件5件，其中涉我局1件。"
    told = facts(text, section="disputes").disputes["review"]["total"]
    assert [(f.value, f.scope, f.part) for f in told] == [(5, "全县", False), (1, "我局", False)]
