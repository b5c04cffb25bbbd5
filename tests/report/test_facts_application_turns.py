"""Turns of phrase in which applications are told: rows, sums, brackets, what is none of them."""

from __future__ import annotations

import pytest

from tests.report.telling import applications


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Years in a row.
        (
            "2021年、2022年、2023年分别收到申请6件、9件、4件，2023年的4件均已办结。",
            {"received": 4, "answered": 4},
        ),
        ("2021、2022、2023年分别收到申请3件、5件、8件。", {"received": 8}),
        # Nought for a row.
        (
            "当年新收、上年结转、结转下年均为零。",
            {"received": 0, "carried_in": 0, "carried_out": 0},
        ),
        (
            "未接到申请，无上年结转，亦无须结转下年办理的事项。",
            {"received": 0, "carried_in": 0, "carried_out": 0},
        ),
        (
            "省局收到申请38件。上年无结转，年末无存件。",
            {"received": 38, "carried_in": 0, "carried_out": 0},
        ),
        ("近三年未收到政府信息公开申请。", {"received": 0}),
        # Sums of what became of them.
        (
            "受理申请23件。予以公开9件、部分公开2件、不予公开1件、无法提供6件，共计18件；尚有5件结转下年。",
            {
                "received": 23,
                "answered": 18,
                "granted": 9,
                "partial": 2,
                "refused": 1,
                "unavailable": 6,
                "carried_out": 5,
            },
        ),
        # One number, two acts.
        (
            "当年未收到申请；上年结转1件已于1月9日予以公开。",
            {"received": 0, "carried_in": 1, "granted": 1},
        ),
        ("2件申请分别用时6个和9个工作日办结。", {"answered": 2}),
        # Grounds that are outcomes.
        (
            "收到申请80件，公开69件，信息不存在或者不掌握11件。",
            {"received": 80, "granted": 69, "unavailable": 11},
        ),
        (
            "收到申请2件，1件全部公开，1件告知不属于本机关公开范围。",
            {"received": 2, "granted": 1, "unavailable": 1},
        ),
        (
            "收到申请4件，同意公开3件，非本机关职责1件。",
            {"received": 4, "granted": 3, "unavailable": 1},
        ),
        (
            "收到公开申请38件，13件属于本机关公开范围，均予公开；22件因需要加工等原因无法提供。",
            {"received": 38, "granted": 13, "unavailable": 22},
        ),
        (
            "收到申请3件，其中2件属于信访事项不予处理，1件已公开。",
            {"received": 3, "not_processed": 2, "granted": 1},
        ),
        # Who applied.
        (
            "群众递交信息公开申请2件，一件要合同备案材料，一件要改造名单，均已答复并提供。",
            {"received": 2, "answered": 2, "granted": 2},
        ),
        ("收到申请9件，其中自然人提交申请7件、企业提交申请2件。", {"received": 9}),
        # What is still in hand.
        (
            "收到申请31件，办结30件（含上年结转2件），尚有3件在法定期限内办理。",
            {"received": 31, "answered": 30, "carried_in": 2, "carried_out": 3},
        ),
        ("办理申请40件（含结转4件），均已答复。", {"answered": 40, "carried_in": 4}),
        (
            "2022年未了的7件加上当年新到的94件，全年应办101件。",
            {"received": 94, "carried_in": 7},
        ),
        # Answered in time is not all that was answered.
        ("受理申请6件，5件在法定期限内答复，1件经申请人同意延期后答复。", {"received": 6}),
        (
            "新收到申请8件，已答复8件，另有2022年结转的2件也已答复。",
            {"received": 8, "answered": 10, "carried_in": 2},
        ),
        ("受理自然人申请11件、法人申请2件，共13件。", {"received": 13}),
        # Calls and inquiries.
        (
            "接待咨询132人次，通过电话答复96件，收到书面申请3件，均已答复。",
            {"received": 3, "answered": 3},
        ),
        ("依申请公开工作：无。", {"received": 0}),
    ],
)
def test_turns_of_phrase(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected
