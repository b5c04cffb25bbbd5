"""Cases counted in one clause and ended in another, and whose figures a paragraph tells."""

from __future__ import annotations

import pytest

from tests.report.telling import applications, disputes, fee


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 的有 behind an outcome, and outcomes as kinds of answers.
        (
            "收到申请7件，办结7件。公开的有4件，不予公开的有3件。",
            {"received": 7, "answered": 7, "granted": 4, "refused": 3},
        ),
        (
            "办结申请7件。公开类答复4件，部分公开类答复1件，不予公开类答复2件。",
            {"answered": 7, "granted": 4, "partial": 1, "refused": 2},
        ),
        # Two kinds of applications, refused as one: no figure of each.
        ("信访投诉类、重复申请类不予处理8件。", {"not_processed": 8}),
        # What the case is counted under stands clauses behind its figure.
        (
            "收到申请6件。予以公开5件，还有1件没有补正，按其他处理。",
            {"received": 6, "granted": 5, "other": 1},
        ),
        (
            "收到申请6件。予以公开5件，另1件补正通知没有回音，按撤回处理。",
            {"received": 6, "granted": 5, "other": 1},
        ),
        # One reason denied is not the whole row.
        ("收到申请5件，均予以公开，无撤回申请的情形。", {"received": 5, "granted": 5}),
        # The system that the office leads, and the office itself.
        (
            "从全市林业系统看，收到申请88件。办结的85件中，予以公开40件。"
            "从局机关看，收到申请20件，办结19件，予以公开8件。",
            {"received": 20, "answered": 19, "granted": 8},
        ),
        # Several refusals, each with its ground.
        (
            "收到申请9件。属于国家秘密不予公开1件；属于内部管理信息不予公开2件；予以公开6件。",
            {"received": 9, "refused": 3, "granted": 6},
        ),
        # What came from the year before, in other words.
        ("收到申请14件，连同去年的2件，共16件。", {"received": 14, "carried_in": 2}),
        ("年初有1件上年未办完的申请，年内又收5件。", {"received": 5, "carried_in": 1}),
        ("没有新收到申请，2022年结转的1件已于2月答复。", {"received": 0, "carried_in": 1}),
        (
            "受理的6件申请均已办结，公开4件，不准公开2件。",
            {"received": 6, "answered": 6, "granted": 4, "refused": 2},
        ),
        (
            "办结申请6件，给申请人提供信息4份，需要汇总2件。",
            {"answered": 6, "granted": 4, "unavailable": 2},
        ),
        ("3件均以书面形式答复申请人。", {"answered": 3}),
        (
            "收到申请8件，获得公开5件，我们没有的3件。",
            {"received": 8, "granted": 5, "unavailable": 3},
        ),
    ],
)
def test_applications(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "政府信息公开行政复议4件，维持3件，另有1件认为所列理由与事实不符，予以纠正。",
            {"review.total": 4, "review.upheld": 3, "review.corrected": 1},
        ),
        (
            "政府信息公开行政复议3件，维持2件，还有1件12月才收到，尚未审结。",
            {"review.total": 3, "review.upheld": 2, "review.pending": 1},
        ),
        # A row of its own begins behind the semicolon.
        (
            "政府信息公开行政复议3件，1件涉及征地；2件维持。",
            {"review.total": 3, "review.upheld": 2},
        ),
        (
            "因政府信息公开被申请行政复议1件。该申请人后于6月自愿撤回，计入其他结果。",
            {"review.total": 1, "review.other": 1},
        ),
        (
            "政府信息公开行政复议1件，予以维持；申请人不服复议决定提起诉讼1件，尚未审结。",
            {"review.total": 1, "review.upheld": 1, "suit.total": 1, "suit.pending": 1},
        ),
        (
            "政府信息公开行政诉讼1件，由一家会展培训企业未经复议直接起诉，结果为维持。",
            {
                "suit.total": 1,
                "suit.upheld": 1,
            },
        ),
        (
            "政府信息公开行政复议2件，维持1件；1件在审理中由申请人撤回。",
            {"review.total": 2, "review.upheld": 1, "review.other": 1},
        ),
    ],
)
def test_disputes(text: str, expected: dict[str, float]) -> None:
    found = disputes(text)
    assert {key: found.get(key) for key in expected} == expected
    keys = {key for key in found if not key.startswith("suit_")}
    assert keys <= set(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发出收费通知2件，计收信息处理费360元，已收240元。", (True, 2, 360, 240)),
        ("本镇没有依申请收取信息处理费，也未开具收费通知。", (True, 0, None, 0)),
    ],
)
def test_fee(text: str, expected: tuple[bool, float | None, float | None, float | None]) -> None:
    assert fee(text) == expected
