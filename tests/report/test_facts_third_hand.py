"""What a third hand taught, each with the sentence beside it that must stay as it was."""

from __future__ import annotations

import pytest

from tests.report.telling import applications, disclosed, disputes, facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A stock since an earlier year, with its subject in front.
        ("镇政务公开专栏自2017年开通以来，已累计发布信息2,316条。", None),
        ("我局门户网站自2023年改版以来，主动公开政府信息316条。", 316),
        # All that an office of one trade discloses, taken apart in its own sentence.
        ("全年对外公开消防信息53条，计有：检查信息30条，处罚信息14条，警示9条。", 53),
        ("全年对外公开消防信息53条，检查信息30条，处罚信息14条。", None),
        # What was added, and all that stands there.
        ("网站2023年新增公开政府信息2,954条，网站累计公开政府信息41,376条。", 2954),
        ("新增公开消防信息54条，全年累计公开政府信息376条。", 376),
        # The items are the subject, the figure stands in the next clause.
        ("这一年上网的信息，从头到尾数下来是一百一十八条，补贴有六十四条。", 118),
        ("全年主动公开的政府信息，为118条。", 118),
        ("网站公开的信息，已有12条失效。", None),
        ("全年公开政府信息壹佰零捌条。", 108),
    ],
)
def test_total(text: str, expected: float | None) -> None:
    assert disclosed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到申请数: 8件(当面1件,网络7件)。", {"received": 8}),
        (
            "共收到信息公开申请3件，予以公开2件，告知申请人向有权机关查询1件，无法提供所申请信息。",
            {"received": 3, "granted": 2, "unavailable": 1},
        ),
        (
            "共收到信息公开申请3件，予以公开2件，告知申请人补正材料1件，无法提供即视为撤回。",
            {"received": 3, "granted": 2},
        ),
        (
            "接收申请6件，往年转入1件，共计7件。除1件尚在征求第三方意见、须转入下年办理外，其余6件均已作出答复。",
            {"received": 6, "carried_in": 1, "carried_out": 1, "answered": 6},
        ),
        ("接收申请6件。除1件经批准延期外，其余5件均按期答复。", {"received": 6}),
        (
            "收到申请9件。全年处理上年结转申请2件、本年申请8件，合计10件。"
            "其中，予以公开7件，不予公开3件。尚有1件结转下年度办理。",
            {
                "received": 9,
                "carried_in": 2,
                "answered": 10,
                "granted": 7,
                "refused": 3,
                "carried_out": 1,
            },
        ),
        (
            "收到申请8件，上年结转2件，应办理本年申请合计10件。其中，予以公开7件，不予公开3件。",
            {"received": 8, "carried_in": 2, "granted": 7, "refused": 3},
        ),
        (
            "收到申请2件。均非本中心职责范围，告知申请人向市住建局提出。",
            {"received": 2, "unavailable": 2},
        ),
        (
            "新收申请肆件，上年结转壹拾贰件。予以公开贰件，不予公开叁件。",
            {"received": 4, "carried_in": 12, "granted": 2, "refused": 3},
        ),
        ("未收到申请。对登陆条件、零件加工的咨询均已解答。", {"received": 0}),
        (
            "全年只来过一份，隔了三天就给了，没有收钱。去年没剩下，今年也没剩下。",
            {"received": 1, "granted": 1, "carried_in": 0, "carried_out": 0},
        ),
    ],
)
def test_applications(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("诉讼案件5件，原告败诉4件、尚在审理中1件。", {"upheld": 4, "pending": 1, "total": 5}),
        ("诉讼案件5件，原告胜诉1件。", {"corrected": 1, "total": 5}),
        ("诉讼案件3件，我局败诉1件。", {"corrected": 1, "total": 3}),
        (
            "诉讼13件，判决驳回9件、判决履行职责1件、撤诉3件。",
            {"total": 13, "upheld": 9, "corrected": 1, "other": 3},
        ),
        (
            "诉讼12件，维持9件、责令重作1件、终止审理2件。",
            {"total": 12, "upheld": 9, "corrected": 1, "other": 2},
        ),
        ("诉讼壹件，由法院驳回诉讼请求。", {"total": 1, "upheld": 1}),
        ("为信息公开闹到复议、打到法院的，一起也没有。", {"total": 0}),
    ],
)
def test_suits(text: str, expected: dict[str, float]) -> None:
    told = disputes(text)
    assert {key[5:]: value for key, value in told.items() if key.startswith("suit.")} == expected


def test_a_denied_result_is_no_denied_dispute() -> None:
    told = disputes("全年无一例政府信息公开行政复议被纠正：发生复议1例，经复议维持。")
    assert told == {"review.total": 1, "review.upheld": 1, "review.corrected": 0}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("没有发生行政复议、行政诉讼情况。", (0, 0)),
        ("本年度我局未发生被申请行政复议、被提起行政诉讼的情形。", (0, 0)),
        ("复议，无；诉讼，无。", (0, 0)),
        # What the enforcement led to is another matter, and so is an agency's own business.
        ("严格规范行政执法。全年未发生行政复议、行政诉讼。", (None, None)),
        ("组织培训2次，讲授行政复议、行政诉讼案例。", (None, None)),
        ("全年办理行政复议案件12件。", (None, None)),
        ("未发生行政复议决定被撤销的情形。", (None, None)),
        ("无复议申请超期情况。", (None, None)),
        ("未发生行政诉讼应诉人员缺席情况。", (None, None)),
        ("就不予公开1件，申请人向区政府申请行政复议，区政府撤销原答复。无行政诉讼。", (1, 0)),
        ("就城区排水问题1件，申请人向区政府申请行政复议。", (None, None)),
    ],
)
def test_disputes_told_under_supervision(
    text: str, expected: tuple[float | None, float | None]
) -> None:
    told = facts(text, aspect="supervision")
    review, suit = told.dispute("review", "total"), told.dispute("suit", "total")
    assert (review and review.value, suit and suit.value) == expected


def test_a_paragraph_opened_as_that_of_applications() -> None:
    told = facts("再说群众申请的。全年只来过一份，隔了三天就给了。").applications
    assert [fact.value for fact in told["received"]] == [1]
    told = facts("再说窗口办件。全年只来过一份，隔了三天就给了。").applications
    assert "received" not in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("主动公开信息数量由上年的230条增加到312条。", 312),
        ("公开政府信息数量从2022年的1,020条提升到1,312条。", 1312),
        ("截至12月31日，网站共发布信息4,312条，其中2023年发布386条。", 386),
        ("全年发布信息4,312条，其中公开政府信息386条。", 4312),
    ],
)
def test_what_a_total_came_from(text: str, expected: float) -> None:
    assert disclosed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # How some were answered, the figures in front.
        ("全年收到申请十一件，其中十件按期答复，一件延期答复。", {"received": 11}),
        (
            "上年结转申请3件，新收申请20件，办结22件，尚余1件。",
            {"carried_in": 3, "received": 20, "answered": 22, "carried_out": 1},
        ),
    ],
)
def test_answered_in_time_and_left(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政复议撤回1件、维持1件，共2件。", {"total": 2, "other": 1, "upheld": 1}),
        # The figure behind the subject is that of its first result.
        ("行政复议维持3件、纠正1件。", {"upheld": 3, "corrected": 1}),
        ("行政复议维持3件、纠正1件，另共有2件投诉。", {"upheld": 3, "corrected": 1}),
        ("行政复议维持3件。", {"total": 3, "upheld": 3}),
        ("有1件申请不服答复，向市政府申请复议，市政府予以维持。", {"total": 1, "upheld": 1}),
    ],
)
def test_reviews_told_by_their_results(text: str, expected: dict[str, float]) -> None:
    told = disputes(text)
    assert {key[7:]: value for key, value in told.items() if key.startswith("review.")} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本年度行政复议、行政诉讼均为0。", 0),
        ("无举报、投诉、行政复议和行政诉讼情况。", 0),
        ("无信访和行政复议处理职能。", None),
    ],
)
def test_nil_in_a_row_under_supervision(text: str, expected: float | None) -> None:
    told = facts(text, aspect="supervision").dispute("review", "total")
    assert (told and told.value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The ways told in a row are parts, the first of them too.
        ("收到邮寄申请2件、现场申请1件、网上申请4件。", {}),
        ("收到网上申请4件、信函申请1件，共5件。", {"received": 5}),
        ("通过网络收到申请5件、许可申请3件。", {"received": 5}),
        # What became of those that were carried in says nothing of the others.
        (
            "上年结转1件已于1月12日办结；本年新收3件，予以公开2件、不存在1件。",
            {"carried_in": 1, "received": 3, "granted": 2, "unavailable": 1},
        ),
        (
            "未收到新的申请。上年结转1件已于1月12日办结。",
            {"carried_in": 1, "received": 0, "answered": 1},
        ),
        (
            "上年结转2件、新收20件均已办结。",
            {"carried_in": 2, "received": 20, "answered": 22},
        ),
        ("全年新收21件（含转送3件），答复20件。", {"received": 21, "answered": 20}),
        (
            "收到申请8件，7件已答复，剩余1件转2024年办理。",
            {"received": 8, "answered": 7, "carried_out": 1},
        ),
    ],
)
def test_all_or_a_part(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政复议：被申请2件，维持1件，调解1件。", {"total": 2, "upheld": 1, "other": 1}),
        (
            "有3件申请引发行政复议，其中2件被市政府维持，1件被撤销。",
            {"total": 3, "upheld": 2, "corrected": 1},
        ),
    ],
)
def test_reviews_and_who_decided(text: str, expected: dict[str, float]) -> None:
    told = disputes(text)
    assert {key[7:]: value for key, value in told.items() if key.startswith("review.")} == expected
