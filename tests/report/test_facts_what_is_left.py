"""Figures told by what is left, by a sum behind its parts, or beside those of another year."""

from __future__ import annotations

import pytest

from tests.report.telling import applications, decisions, disputes, documents


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "复议6件，纠正1件，其余均维持。",
            {"review.total": 6, "review.corrected": 1, "review.upheld": 5},
        ),
        (
            "行政复议5件，除2件因申请人撤回而终止外，均维持原答复。",
            {"review.total": 5, "review.other": 2, "review.upheld": 3},
        ),
        # 撤销 and 确认违法 are two kinds of one result, and both are taken off.
        (
            "行政复议9件，撤销1件、确认违法1件，剩余均维持。",
            {"review.total": 9, "review.corrected": 2, "review.upheld": 7},
        ),
        # Of how many 其余 speaks nobody can tell.
        ("行政复议5件，部分因答复不规范引起，其余均维持。", {"review.total": 5}),
        (
            "行政诉讼3件，除1件在审外全部胜诉。",
            {"suit.total": 3, "suit.pending": 1},
        ),
    ],
)
def test_the_rest_of_the_disputes(text: str, expected: dict[str, float]) -> None:
    assert disputes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "行政诉讼1件，一审败诉，二审改判驳回原告诉讼请求。",
            {"suit.total": 1, "suit.upheld": 1},
        ),
        ("行政诉讼1件，一审维持，二审尚未审结。", {"suit.total": 1}),
        ("行政复议1件，先中止审理，年底尚未审结。", {"review.total": 1, "review.pending": 1}),
        (
            "行政复议3件，审结2件，均维持，1件结转下年。",
            {"review.total": 3, "review.upheld": 2, "review.pending": 1},
        ),
        (
            "行政复议5件（含上年结转1件），维持3件，纠正1件，1件结转2024年。",
            {"review.total": 5, "review.upheld": 3, "review.corrected": 1, "review.pending": 1},
        ),
        # Nine results cannot be those of seven cases.
        (
            "被申请行政复议7件，上年结转2件，审结8件，维持5件、纠正2件、撤回终止1件，1件结转下年。",
            {"review.upheld": 5, "review.corrected": 2, "review.other": 1, "review.pending": 1},
        ),
        (
            "复议纠错1件，纠错率为8.3%；共办理被复议案件12件。",
            {"review.total": 12, "review.corrected": 1},
        ),
        (
            "尚未审结的行政复议1件，已审结的行政复议3件，均维持。",
            {"review.pending": 1, "review.upheld": 3},
        ),
        (
            "未审结的行政复议1件，已审结的行政复议3件，维持3件。",
            {"review.pending": 1, "review.upheld": 3},
        ),
        ("已审结的行政复议3件，均维持。", {"review.total": 3, "review.upheld": 3}),
        (
            "行政复议维持原答复3件，确认原答复违法1件。",
            {"review.upheld": 3, "review.corrected": 1},
        ),
    ],
)
def test_how_disputes_ended(text: str, expected: dict[str, float]) -> None:
    assert disputes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "没有先申请复议、直接起诉的1件，驳回诉讼请求。",
            {"suit.total": 1, "suit.upheld": 1, "suit_direct.total": 1, "suit_direct.upheld": 1},
        ),
        (
            "有1件行政诉讼，是一家公司没有先复议、直接到法院起诉的，到年底还没有审结。",
            {"suit.total": 1, "suit.pending": 1, "suit_direct.total": 1},
        ),
        ("没有行政复议，没有行政诉讼。", {"review.total": 0, "suit.total": 0}),
    ],
)
def test_a_suit_without_review_denies_no_review(text: str, expected: dict[str, float]) -> None:
    assert disputes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "去年结转的3件和今年收到的21件全部办结，没有结转下年的。",
            {"carried_in": 3, "received": 21, "answered": 24, "carried_out": 0},
        ),
        ("今年收到的21件申请全部办结。", {"received": 21, "answered": 21}),
        (
            "收到申请9件。予以公开3件，部分公开1件，不予公开2件，本机关不掌握2件，不予处理1件，合计9件。",
            {
                "received": 9,
                "answered": 9,
                "granted": 3,
                "partial": 1,
                "refused": 2,
                "unavailable": 2,
                "not_processed": 1,
            },
        ),
        # Nine are no sum of what stands before them.
        (
            "收到申请9件。予以公开3件，部分公开1件，本机关不掌握2件，合计9件。",
            {"received": 9, "granted": 3, "partial": 1, "unavailable": 2},
        ),
        ("收到市局转来的申请2件，办理2件。", {"received": 2, "answered": 2}),
        ("上年转来申请2件，新收申请5件。", {"carried_in": 2, "received": 5}),
        (
            "共收到申请10件，其中转部门办理3件，予以公开5件，信息不存在2件。",
            {"received": 10, "granted": 5, "unavailable": 2},
        ),
    ],
)
def test_applications_summed_up(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "办学许可决定64件，场馆许可决定12件，合计76件；处罚决定2件。",
            {"licensing": 76, "penalties": 2},
        ),
        ("作出行政处罚决定一般程序12件、简易程序30件，共计42件。", {"penalties": 42}),
        ("作出行政处罚决定12件、行政强制决定3件，合计15件。", {"penalties": 12, "coercion": 3}),
        ("公示行政许可40件、年度计划2件，合计42件。", {}),
        ("对无证培训等作出行政处罚决定23件。", {"penalties": 23}),
        ("受理行政许可申请23件。", {}),
        ("依法注销行政许可12件。", {}),
    ],
)
def test_decisions_summed_up(text: str, expected: dict[str, float]) -> None:
    assert decisions(text) == expected


@pytest.mark.parametrize(
    ("text", "normative"),
    [
        ("年初有效规范性文件15件，年内新增2件，废止1件。", {"issued": 2, "repealed": 1}),
        (
            "2023年制作规范性文件1件、公开1件，到年底对外公开的规范性文件共4件。",
            {"issued": 1, "in_force": 4},
        ),
        ("制定规章1部、行政规范性文件6件，分别废止0部、2件。", {"issued": 6}),
    ],
)
def test_documents_of_the_year(text: str, normative: dict[str, float]) -> None:
    assert documents(text)[0] == normative
