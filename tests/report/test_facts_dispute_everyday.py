"""Disputes in everyday words, told case by case, and beside what is none of them."""

from __future__ import annotations

import pytest

from tests.report.telling import disputes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who judged, and which way, in the words of a village.
        (
            "今年有1户人家把镇里告到县里，县里维持了我们的答复。没打官司。",
            {"review.total": 1, "review.upheld": 1, "suit.total": 0},
        ),
        (
            "复议1件，县里说我们给得不全，让我们重新答，我们改了。官司没有。",
            {"review.total": 1, "review.corrected": 1, "suit.total": 0},
        ),
        ("打了1场官司，法院判我们赢。", {"suit.total": 1, "suit.upheld": 1}),
        ("打了1场官司，法院判我们输了。", {"suit.total": 1, "suit.corrected": 1}),
        ("诉讼2件，赢1件，输1件。", {"suit.total": 2, "suit.upheld": 1, "suit.corrected": 1}),
        (
            "复议2件，1件县里维持，1件申请人自己撤回了。",
            {"review.total": 2, "review.upheld": 1, "review.other": 1},
        ),
        (
            "被复议2件，都赢了；被诉1件，定于明年1月开庭。",
            {"review.total": 2, "review.upheld": 2, "suit.total": 1, "suit.pending": 1},
        ),
        ("行政诉讼1件，法院裁定不予立案。", {"suit.total": 1, "suit.other": 1}),
        ("行政诉讼1件，已开庭，等判决。", {"suit.total": 1, "suit.pending": 1}),
        # 等 behind a row is no waiting.
        (
            "诉讼3件，判决驳回诉讼请求等结果维持的3件。",
            {"suit.total": 3, "suit.upheld": 3},
        ),
        # None, in other words.
        ("一件复议也没有，一件官司也没打。", {"review.total": 0, "suit.total": 0}),
        ("行政复议诉讼：均为零。", {"review.total": 0, "suit.total": 0}),
        ("复议1件，年底也没有结果。", {"review.total": 1, "review.pending": 1}),
        ("复议纠错0件。", {"review.corrected": 0}),
    ],
)
def test_everyday_words(text: str, expected: dict[str, float]) -> None:
    assert disputes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "村民张某申请复议，县政府维持；另有一名村民申请复议，县政府也维持了。",
            {"review.total": 2, "review.upheld": 2},
        ),
        (
            "第一桩，有人嫌少，到县政府复议，县政府撤销；第二桩，也是复议，县政府维持。",
            {"review.total": 2, "review.corrected": 1, "review.upheld": 1},
        ),
        (
            "行政复议3件，第一件维持，第二件撤销，第三件尚未审结。",
            {
                "review.total": 3,
                "review.upheld": 1,
                "review.corrected": 1,
                "review.pending": 1,
            },
        ),
        ("行政复议2件，一件维持，另一件也维持。", {"review.total": 2, "review.upheld": 2}),
        (
            "收到复议2件：1件维持，1件终止。得到维持决定的申请人随后向法院起诉，该案尚未宣判。",
            {
                "review.total": 2,
                "review.upheld": 1,
                "review.other": 1,
                "suit.total": 1,
                "suit.pending": 1,
            },
        ),
        (
            "全年复议1件、诉讼1件。复议机关维持了答复；一审法院驳回了诉讼请求。",
            {"review.total": 1, "review.upheld": 1, "suit.total": 1, "suit.upheld": 1},
        ),
        # What the first court decided stands.
        ("行政诉讼1件，一审我局败诉，二审维持原判。", {"suit.total": 1, "suit.corrected": 1}),
        ("行政诉讼1件，二审维持原判。", {"suit.total": 1, "suit.upheld": 1}),
        # 维持 is what the suit was filed against, no result of it.
        (
            "复议3件，维持2件，撤销1件；当事人就其中1件维持决定向法院起诉，一审未判。",
            {
                "review.total": 3,
                "review.upheld": 2,
                "review.corrected": 1,
                "suit.total": 1,
                "suit.pending": 1,
            },
        ),
        # Told twice, it is one.
        (
            "行政复议1件，维持。本年度行政复议1件，结果为维持。",
            {"review.total": 1, "review.upheld": 1},
        ),
        # Beside a figure, another may be in it.
        ("诉讼3件，均维持。另有一名个人起诉，后撤诉。", {"suit.total": 3, "suit.upheld": 3}),
    ],
)
def test_case_by_case(text: str, expected: dict[str, float]) -> None:
    assert disputes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "行政复议3件（维持2件，纠正1件），没有未审结的。",
            {"review.total": 3, "review.upheld": 2, "review.corrected": 1, "review.pending": 0},
        ),
        (
            "复议4件全部审结，3件维持，1件被纠正，无未结案件。",
            {"review.total": 4, "review.upheld": 3, "review.corrected": 1, "review.pending": 0},
        ),
        (
            "行政复议2件，行政诉讼1件，目前均已审结，结果均为维持。",
            {
                "review.total": 2,
                "review.upheld": 2,
                "review.pending": 0,
                "suit.total": 1,
                "suit.upheld": 1,
                "suit.pending": 0,
            },
        ),
        (
            "行政复议2件，还没有出结果；行政诉讼1件，维持。",
            {"review.total": 2, "review.pending": 2, "suit.total": 1, "suit.upheld": 1},
        ),
        # Only one of three is pending.
        (
            "行政复议3件，还没有结果的1件，维持2件。",
            {"review.total": 3, "review.pending": 1, "review.upheld": 2},
        ),
        # What 均 said is not how all of them stand.
        (
            "行政诉讼2件，一审均胜诉，其中1件对方上诉，二审尚未开庭。",
            {"suit.total": 2, "suit.pending": 1},
        ),
        # Last year's is not this year's.
        ("上年的复议案件2件在本年维持。", {}),
        (
            "行政复议1件，上一年度遗留的1件诉讼今年判了，我局胜诉，不算今年的。",
            {"review.total": 1},
        ),
    ],
)
def test_pending_and_last_year(text: str, expected: dict[str, float]) -> None:
    assert disputes(text) == expected
