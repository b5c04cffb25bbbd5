"""What an office may not do or never does, what went over, and cases told one by one."""

from __future__ import annotations

import pytest

from tests.report.telling import applications, decisions, disclosure, disputes, documents, facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我局不制发行政规范性文件。", ({"issued": 0}, {})),
        ("中心不另行制定规章和规范性文件。", ({"issued": 0}, {"issued": 0})),
        ("规章和规范性文件均没有。", ({"issued": 0}, {"issued": 0})),
        ("全年不曾制定规范性文件，也不曾废止。", ({"issued": 0, "repealed": 0}, {})),
        # A right that it lacks says nothing of the year.
        ("本局无行政规范性文件制定权。", ({}, {})),
        ("中心不具备行政规范性文件制发权。", ({}, {})),
        # When a document was made is not when it was repealed.
        ("2017年制定的2件规范性文件予以废止。", ({"repealed": 2}, {})),
        (
            "废止2018年以前印发的规范性文件6件，继续有效30件。",
            ({"repealed": 6, "in_force": 30}, {}),
        ),
        (
            "规范性文件新出3件，作废2件，年末有效21件。",
            ({"issued": 3, "repealed": 2, "in_force": 21}, {}),
        ),
        ("制发规范性文件1件，目前有效的也是这1件。", ({"issued": 1, "in_force": 1}, {})),
    ],
)
def test_documents(text: str, expected: tuple[dict[str, float], dict[str, float]]) -> None:
    assert documents(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "办公室不行使行政许可权和行政处罚权，也无行政强制和收费事项。",
            {"licensing": 0, "penalties": 0, "coercion": 0, "fees": 0},
        ),
        (
            "许可、处罚、强制三项均无，收费为零。",
            {"licensing": 0, "penalties": 0, "coercion": 0, "fees": 0},
        ),
        (
            "没有许可权，作出处罚决定19件，强制2件。",
            {"licensing": 0, "penalties": 19, "coercion": 2},
        ),
        ("无行政许可、处罚、强制职责。", {"licensing": 0, "penalties": 0, "coercion": 0}),
        ("不具有行政处罚权的单位不得实施处罚。", {}),
        ("行政许可全年212件，行政强制全年没有。", {"licensing": 212, "coercion": 0}),
        ("作出非遗项目保护单位变更等行政许可决定8件。", {"licensing": 8}),
        ("栏目发布的70条中，年报61条，行政处罚决定书9份。", {}),
    ],
)
def test_decisions(text: str, expected: dict[str, float]) -> None:
    assert decisions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "新收申请18件。没办好的3件，两件要请专家看，一件年根底下才寄来，一并转到2024年办。",
            {"received": 18, "carried_out": 3},
        ),
        ("全年新收39件申请，没来得及办完的4件顺延到明年。", {"received": 39, "carried_out": 4}),
        (
            "收到申请14件，答复13件，剩余1件法定期限未满。",
            {"received": 14, "answered": 13, "carried_out": 1},
        ),
        # A ground alone ends a case, unless its outcome follows or stands before it.
        (
            "收到申请2件。1件想要渡口改造的监理日志，答复公开；1件想要早年的渡工名册，翻阅台账无果，告知本机关不掌握。",
            {"received": 2, "granted": 1, "unavailable": 1},
        ),
        (
            "索要渡口班次表的1件，我局不掌握，告知无法提供；询问渡工待遇的1件，属于信访事项，不予处理。",
            {"unavailable": 1, "not_processed": 1},
        ),
        ("不予公开5件，5件里，3件属于内部事务信息，2件涉及商业秘密。", {"refused": 5}),
        (
            "全年收到申请1件，因内容不明确，经补正后予以公开。",
            {"received": 1, "granted": 1},
        ),
        ("收到申请11件，尚未公开的2件正在征求意见。", {"received": 11}),
        ("收到申请2件，当事人均撤回。", {"received": 2, "other": 2}),
        ("全年收2件申请，都公开了。", {"received": 2, "granted": 2}),
        # How they were answered is not how many were answered.
        (
            "答复公开6件、答复部分公开1件、答复不予公开2件。",
            {"granted": 6, "partial": 1, "refused": 2},
        ),
        (
            "答复13件，其中10件答复公开，3件答复不掌握。",
            {"answered": 13, "granted": 10, "unavailable": 3},
        ),
        (
            "全年办结22件。其中公开16件，不予公开6件。",
            {"answered": 22, "granted": 16, "refused": 6},
        ),
        (
            "收到申请40件，公开一部分5件，不处理2件，没法给的3件，部分同意的1件，不同意的4件，视同放弃1件。",
            {
                "received": 40,
                "partial": 5,
                "not_processed": 2,
                "unavailable": 3,
                "refused": 4,
                "other": 1,
            },
        ),
        # Besides, not among them.
        (
            "全年收到31件，另有上年结转6件，均已办结。",
            {"received": 31, "carried_in": 6, "answered": 37},
        ),
        ("全市办理答复63件，市政府本级答复20件。", {"answered": 63}),
    ],
)
def test_applications(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected


def test_what_is_still_to_be_answered_was_not() -> None:
    assert "answered" not in applications("收到申请1件，当年未到答复期，留待2024年答复。")


def test_one_figure_for_both_behind_a_word_of_time() -> None:
    expected = {"review.total": 2, "review.upheld": 2, "suit.total": 2, "suit.upheld": 2}
    assert disputes("复议和诉讼全年各2件，复议均维持，诉讼均驳回。") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "未发生因政府信息公开被申请行政复议、提起行政诉讼及被纠正的情况。",
            {"review.total": 0, "suit.total": 0},
        ),
        ("没有行政复议、行政诉讼被纠错的情况。", {"suit.corrected": 0}),
        ("行政复议：新收2件；行政诉讼：无。", {"review.total": 2, "suit.total": 0}),
        ("行政复议：甲类2件；行政诉讼：无。", {"suit.total": 0}),
    ],
)
def test_disputes(text: str, expected: dict[str, float]) -> None:
    assert disputes(text) == expected


def test_former_and_latter() -> None:
    text = "全年通过县政府网站河湾镇栏目和公众号“河湾”公开政府信息90条，前者60条，后者30条。"
    told = facts(text, aspect="disclosure")
    assert told.disclosure_total is not None
    assert told.disclosure_total.value == 90
    counts = {p.name: p.count.value for p in told.platforms if p.count}
    assert counts == {"县政府网站": 60, "公众号“河湾”": 30}
    assert disclosure("公开政策类和服务类信息120条，前者80条，后者40条。")[1][1:] == [
        ("政策类", 80.0, "part"),
        ("服务类", 40.0, "part"),
    ]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("两家水厂发布停水、水质信息16条，未计入总数。", ("停水、水质信息", 16.0, "outside")),
        ("公开较多的是灌溉轮次12条、水价8条。", ("灌溉轮次", 12.0, "part")),
        ("另外，村头大喇叭播报水情60余次。", ("村头大喇叭", 60.0, "outside")),
        (
            "其中网站60条、公众号“河湾”37条，渡口公示牌另外张贴60张。",
            ("渡口公示牌", 60.0, "outside"),
        ),
    ],
)
def test_items(text: str, item: tuple[str, float, str]) -> None:
    assert item in disclosure(f"全年公开政府信息97条。{text}")[1]


def test_others_channels_and_classes_are_no_platforms() -> None:
    told = facts(
        "全区政务新媒体发布信息3.1万余条。各渡口通过各自的网站发布信息约2,000条。",
        aspect="disclosure",
    )
    assert told.platforms == ()
