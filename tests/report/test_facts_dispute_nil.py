"""No disputes, in every spelling."""

from __future__ import annotations

import pytest

from tests.report.telling import disputes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本年度没有发生行政复议和行政诉讼。", {"review.total": 0, "suit.total": 0}),
        ("本年度无因政府信息公开引起的行政复议、诉讼。", {"review.total": 0, "suit.total": 0}),
        ("全年无复议、诉讼。", {"review.total": 0, "suit.total": 0}),
        (
            "未发生因政府信息公开申请行政复议、提起行政诉讼的情况。",
            {"review.total": 0, "suit.total": 0},
        ),
        ("2023年我局行政复议、行政诉讼案件均为0件。", {"review.total": 0, "suit.total": 0}),
        (
            "2023年度，因政府信息公开被申请行政复议0起，被提起行政诉讼0起。",
            {"review.total": 0, "suit.total": 0},
        ),
        (
            "政府信息公开方面的复议和诉讼案件，今年一件也没有。",
            {"review.total": 0, "suit.total": 0},
        ),
        ("全年无政府信息公开类行政复议、诉讼案件发生。", {"review.total": 0, "suit.total": 0}),
        (
            "本年度我单位不存在因政府信息公开工作被申请行政复议、提起行政诉讼的情形。",
            {"review.total": 0, "suit.total": 0},
        ),
        (
            "我局政府信息公开行政复议、行政诉讼案件数量继续保持为零。",
            {"review.total": 0, "suit.total": 0},
        ),
        (
            "2023年实现政府信息公开行政复议零发生、行政诉讼零发生。",
            {"review.total": 0, "suit.total": 0},
        ),
        ("未收到行政复议申请，亦未收到人民法院应诉通知。", {"review.total": 0, "suit.total": 0}),
        ("行政复议数为零，行政诉讼数亦为零。", {"review.total": 0, "suit.total": 0}),
        ("（一）行政复议：0件。（二）行政诉讼：0件。", {"review.total": 0, "suit.total": 0}),
        (
            "没有申请人对本机关答复提出行政复议，也没有申请人提起行政诉讼。",
            {"review.total": 0, "suit.total": 0},
        ),
        ("本机关全年无行政复议案件，无行政诉讼案件。", {"review.total": 0, "suit.total": 0}),
        ("今年既没有人来复议，也没有人去法院告。", {"review.total": 0, "suit.total": 0}),
        (
            "2023年，未发生一起政府信息公开行政复议和行政诉讼案件。",
            {"review.total": 0, "suit.total": 0},
        ),
        (
            "因政府信息公开引发的行政复议和行政诉讼案件为“零”。",
            {"review.total": 0, "suit.total": 0},
        ),
        ("本年度本机关政府信息公开工作零复议、零诉讼。", {"review.total": 0, "suit.total": 0}),
        ("暂无行政复议、行政诉讼情况。", {"review.total": 0, "suit.total": 0}),
        (
            "行政复议0件，其中维持0件、纠正0件；行政诉讼0件，其中维持0件、纠正0件。",
            {
                "review.total": 0,
                "review.upheld": 0,
                "review.corrected": 0,
                "suit.total": 0,
                "suit.upheld": 0,
                "suit.corrected": 0,
            },
        ),
        (
            "今年没有因为信息公开打过官司，也没有被申请过复议。",
            {"review.total": 0, "suit.total": 0},
        ),
        (
            "2023年，市局无涉及政府信息公开的行政复议案件和行政诉讼案件。",
            {"review.total": 0, "suit.total": 0},
        ),
        (
            "本年度，本机关行政复议案件0件、行政诉讼案件0件（含未经复议直接起诉0件、复议后起诉0件）。",
            {
                "review.total": 0,
                "suit.total": 0,
                "suit_direct.total": 0,
                "suit_after_review.total": 0,
            },
        ),
        ("我中心未被申请行政复议，未被提起行政诉讼。", {"review.total": 0, "suit.total": 0}),
        (
            "2023年我街道政府信息公开工作未引发行政复议或行政诉讼。",
            {"review.total": 0, "suit.total": 0},
        ),
        ("无复议、无诉讼、无举报。", {"review.total": 0, "suit.total": 0}),
        (
            "未有公民、法人或其他组织就政府信息公开事项申请复议或提起诉讼。",
            {"review.total": 0, "suit.total": 0},
        ),
        ("本年度行政复议、行政诉讼情况：均无。", {"review.total": 0, "suit.total": 0}),
        (
            "未发生针对本单位信息公开工作的复议案件，也未发生诉讼案件。",
            {"review.total": 0, "suit.total": 0},
        ),
        ("行政复议情况：未发生。行政诉讼情况：未发生。", {"review.total": 0, "suit.total": 0}),
        ("2023年被申请复议、被起诉的数量均为0。", {"review.total": 0, "suit.total": 0}),
        ("无。", {"review.total": 0, "suit.total": 0}),
        ("本年度无相关情况。", {"review.total": 0, "suit.total": 0}),
        (
            "本机关2023年未涉及政府信息公开行政复议和行政诉讼。",
            {"review.total": 0, "suit.total": 0},
        ),
        (
            "未出现因信息公开而引起的行政复议或诉讼情况，群众满意度较高。",
            {"review.total": 0, "suit.total": 0},
        ),
    ],
)
def test_nil(text: str, expected: dict[str, float]) -> None:
    assert disputes(text) == expected
