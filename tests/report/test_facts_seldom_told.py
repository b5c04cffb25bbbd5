"""Manners of telling that few offices have: disputes, applications, documents, charges, items."""

from __future__ import annotations

import pytest

from tests.report.telling import applications, decisions, disclosure, disputes, documents, facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Why a case ended so denies nothing.
        (
            "村民吴某不服答复申请行政复议，市政府以答复未载明理由为由予以撤销。没有发生行政诉讼。",
            {"review.total": 1, "review.corrected": 1, "suit.total": 0},
        ),
        (
            "因政府信息公开没有被申请行政复议，也没有被提起行政诉讼。",
            {"review.total": 0, "suit.total": 0},
        ),
        # Results of both together are neither's.
        (
            "行政复议8件，维持7件、纠正1件。行政诉讼3件，维持1件、纠正2件。复议和诉讼合计被纠正3件。",
            {
                "review.total": 8,
                "review.upheld": 7,
                "review.corrected": 1,
                "suit.total": 3,
                "suit.upheld": 1,
                "suit.corrected": 2,
            },
        ),
        ("复议、诉讼两类案件均为0件。", {"review.total": 0, "suit.total": 0}),
        # The subject stands a clause before; a result stands behind its number's own clause.
        (
            "行政复议方面，本镇作为被申请人的案件6件，维持5件，纠正1件。行政诉讼方面，本镇作为被告的案件1件。",
            {"review.total": 6, "review.upheld": 5, "review.corrected": 1, "suit.total": 1},
        ),
        (
            "被申请行政复议2件，其中1件已审结，结果为纠正，另外1件年底前尚未审结。",
            {"review.total": 2, "review.corrected": 1, "review.pending": 1},
        ),
        # Whom the court supports.
        (
            "行政诉讼4件，其中未经复议直接起诉3件，行政机关均获法院支持；复议后起诉1件，原告获得法院支持。",
            {
                "suit.total": 4,
                "suit.upheld": 3,
                "suit.corrected": 1,
                "suit_direct.total": 3,
                "suit_direct.upheld": 3,
                "suit_after_review.total": 1,
                "suit_after_review.corrected": 1,
            },
        ),
        (
            "行政诉讼2件，一件由个人直接起诉，法院判决维持；另一件是复议后起诉，尚未审结。",
            {
                "suit.total": 2,
                "suit.upheld": 1,
                "suit.pending": 1,
                "suit_direct.total": 1,
                "suit_direct.upheld": 1,
                "suit_after_review.total": 1,
                "suit_after_review.pending": 1,
            },
        ),
    ],
)
def test_disputes(text: str, expected: dict[str, float]) -> None:
    assert disputes(text) == expected


def test_a_total_of_one_way_alone_is_not_all_suits() -> None:
    text = "行政诉讼：未经复议直接起诉总计2；复议后起诉：结果维持1，尚未审结1，总计3。"
    told = disputes(text)
    assert (told["suit.total"], told["suit_after_review.total"]) == (5, 3)
    text = "未经复议直接起诉2件，均维持；复议后起诉：维持1件，尚未审结1件。"
    assert "suit.total" not in disputes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "收到申请七件。七件均在当年办结：予以公开五件，无法提供两件。",
            {"received": 7, "answered": 7, "granted": 5, "unavailable": 2},
        ),
        (
            "全年收到2份，予以公开2份。往年没有欠下的，年底也没有剩下的。",
            {"received": 2, "granted": 2, "carried_in": 0, "carried_out": 0},
        ),
        # What the first answer was, and papers.
        (
            "办结申请6件：予以公开5件（其中1件先不予公开，后改为公开），部分公开1件。",
            {"answered": 6, "granted": 5, "partial": 1},
        ),
        ("收到申请3件，协办市政府办公室申请5件。", {"received": 3}),
    ],
)
def test_applications(text: str, expected: dict[str, float]) -> None:
    told = applications(text)
    assert {key: told.get(key) for key in expected} == expected
    assert told.keys() - expected.keys() <= {"answered"}


def test_a_titled_regulation_and_an_old_one() -> None:
    text = "规章方面，全年发布《水库移民安置办法》1件，现行有效规章7件。"
    assert documents(text)[1] == {"issued": 1, "in_force": 7}
    text = "制发行政规范性文件2件；废止2016年的旧办法1件。"
    assert documents(text)[0] == {"issued": 2, "repealed": 1}
    text = "现行有效行政规范性文件5件，会同县财政局印发的2件已含在内。"
    assert documents(text)[0] == {"in_force": 5}


def test_a_charge_named_a_clause_before_its_amount() -> None:
    text = "砂石资源补偿属于行政事业性收费，全年收取31.5万元。"
    assert decisions(text) == {"fees": 315000}
    assert decisions("砂石资源补偿不属于行政事业性收费，全年收取31.5万元。") == {}


def test_one_figure_for_two_kinds_of_decisions() -> None:
    assert decisions("许可和处罚决定共42件，均已公示。") == {}
    assert decisions("行政许可、行政处罚决定各3件。") == {"licensing": 3, "penalties": 3}


@pytest.mark.parametrize(
    ("text", "stated"),
    [("县人大代表提了2件关于修渠的建议，已答复。", True), ("群众提了2条关于修渠的建议。", False)],
)
def test_proposals_told_by_who_made_them(text: str, stated: bool) -> None:
    assert facts(text, section="other").proposals.stated is stated


def _items(text: str) -> list[tuple[float, str]]:
    return [(value, relation) for _, value, relation in disclosure(text)[1]]


def test_how_often_is_no_item() -> None:
    text = "公开政府信息90条。村广播播送通知每天早晚两次。"
    assert _items(text) == []


def test_parts_of_a_rounded_total() -> None:
    text = "全年主动公开政府信息1,300余条，县门户网站发布904条，“青石微讯”公众号发布412条。"
    assert _items(text) == [(904, "part"), (412, "part")]
    # More than the total leaves room for: told beside it.
    text = "全年主动公开政府信息1,300余条，县门户网站发布904条，“青石微讯”公众号发布512条。"
    assert (512, "part") not in _items(text)


def test_kinds_behind_the_first_share_its_verb() -> None:
    text = "全年公开信息940条。公开水价信息63条，移民信息25条，招标信息12条。整改错链30条。"
    assert _items(text) == [(63, "part"), (25, "part"), (12, "part")]
