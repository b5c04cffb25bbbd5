"""What looks like a figure and is none: told again, of another year, of one channel only."""

from __future__ import annotations

import pytest

from tests.report.telling import applications, decisions, disclosure, disputes, documents, fee


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全年收到申请90件，办结86件，其中公开或者部分公开的61件，不予公开7件，无法提供18件。",
            {"received": 90, "answered": 86, "refused": 7, "unavailable": 18},
        ),
        ("未收到以邮寄方式提交的申请，网上收到4件，当面收到2件，合计6件。", {"received": 6}),
        (
            "收到申请3件，均已答复。坚持一次告知、一次答复，让群众少跑腿。",
            {"received": 3, "answered": 3},
        ),
        ("收到申请8件，8件均答复予以公开。", {"received": 8, "answered": 8, "granted": 8}),
        (
            "收到申请12件，结转自2022年的2件，到年底全部办结。",
            {"received": 12, "carried_in": 2, "answered": 14},
        ),
    ],
)
def test_applications(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "行政复议7件，其中维持5件，其他结果2件；行政诉讼2件，均尚未审结。",
            {
                "review.total": 7,
                "review.upheld": 5,
                "review.other": 2,
                "suit.total": 2,
                "suit.pending": 2,
            },
        ),
        (
            "行政复议5件，维持3件，纠正2件。行政诉讼2件，维持2件。对两起被纠正案件，我局逐一复盘。",
            {
                "review.total": 5,
                "review.upheld": 3,
                "review.corrected": 2,
                "suit.total": 2,
                "suit.upheld": 2,
            },
        ),
        (
            "申请人周某对我局答复不服，于五月提起行政诉讼，法院裁定驳回起诉。除此之外，本年度没有其他诉讼。行政复议为零。",
            {"review.total": 0, "suit.total": 1, "suit.other": 1},
        ),
        ("全年没有发生行政复议。2022年转入的1件诉讼，于3月裁定准许撤诉。", {"review.total": 0}),
        (
            "法院受理行政诉讼案件3件，2件维持、1件未结；没有行政复议。",
            {"review.total": 0, "suit.total": 3, "suit.upheld": 2, "suit.pending": 1},
        ),
        (
            "没有收到复议机关的答复通知书，也没有收到法院的应诉通知书。",
            {"review.total": 0, "suit.total": 0},
        ),
        (
            "1名村民申请行政复议，镇政府在审理期间补充公开了信息，申请人撤回申请。没有行政诉讼。",
            {"review.total": 1, "review.other": 1, "suit.total": 0},
        ),
        (
            "行政复议方面，本年度没有此类案件；因信息公开而应诉的案件，2023年为零。",
            {"review.total": 0, "suit.total": 0},
        ),
    ],
)
def test_disputes(text: str, expected: dict[str, float]) -> None:
    assert disputes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("水利工程类信息全年公开120条，占公开总量300条的四成。", 300),
        ("2023年通过区政府网站和政务公开栏发布信息88条。", 88),
        ("全年公开海洋渔业类信息412条，其中休渔公告30条、船员考试60条，其他322条。", 412),
        ("发布防汛信息40条，同时公开供水信息60条，两项合计100条。", 100),
    ],
)
def test_total(text: str, expected: float | None) -> None:
    assert disclosure(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "本局不具有行政许可职能，行政处罚权已集中行使，本表填报为零。",
            {"licensing": 0, "penalties": 0},
        ),
    ],
)
def test_decisions(text: str, expected: dict[str, float]) -> None:
    assert decisions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "年内制发规章1件、行政规范性文件9件，均在印发后5日内上网。",
            ({"issued": 9}, {"issued": 1}),
        ),
        ("全年新制发行政规范性文件2件，分别是收费管理办法和用水管理规定。", ({"issued": 2}, {})),
    ],
)
def test_documents(text: str, expected: tuple[dict[str, float], dict[str, float]]) -> None:
    assert documents(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("向1名一次提出30件申请的申请人发出收费通知，申请人未缴费。", (False, None, None, None)),
        ("本年度对1件申请发出收费通知，应收260元，已全额缴库。", (True, 1, 260, 260)),
        ("依据信息处理费管理办法，本年没有应收取的费用。", (True, None, None, 0)),
        ("★信息处理费：本年发生0笔。", (True, None, None, 0)),
    ],
)
def test_fee(text: str, expected: tuple[bool, float | None, float | None, float | None]) -> None:
    assert fee(text) == expected
