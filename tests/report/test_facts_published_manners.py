"""Manners of telling figures that published reports use."""

from __future__ import annotations

import pytest

from tests.report.telling import applications, disclosure, disputes, documents, facts


@pytest.mark.parametrize(
    ("text", "total"),
    [
        # Columns that are named are one kind.
        ("发布政策文件9条，“惠农补贴、春耕指导”等重点领域信息栏目公开415条。", None),
        # What was granted to applicants is no disclosure of its own.
        ("门户网站发布政务信息714条。收到申请分别为予以公开35件；不予公开2件。", 714),
        ("全年在网站和微信平台公布信息61条，其中网站公布58条，微信公众号公布3条。", 61),
        ("公开工作信息145条；局官方微博、微信两个自媒体共发布信息858条次。", None),
        ("通过市政府网站和云岭号等渠道，发布登记公告、规划公示、地价公布等各类信息近900条。", 900),
        ("向社会公布水务政府信息累计31条。", 31),
        ("公开预算信息42条，发布动态、公告、采购及处罚等各类信息共50条，总计公开信息92条。", 92),
        ("通过区政府网站发布政务信息79条，其中惠农文件信息42条，项目绩效公开信息1条。", 79),
    ],
)
def test_totals(text: str, total: float | None) -> None:
    assert disclosure(text)[0] == total


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "公开政府信息310条。河谷县政府网公开政府信息110条，县政府部门和乡镇共公开信息200条。",
            [("河谷县政府网", 110, "part"), ("县政府部门和乡镇", 200, "part")],
        ),
        (
            "通过县政府网站共发布政务信息813条，概况类信息更新量47条，动态信息更新量578条。",
            [("概况类信息", 47, "part"), ("动态信息", 578, "part")],
        ),
        ("主动公开政府信息16条，依申请公开文件12条。", []),
        (
            "发布各类信息31条，点击量达269次。其中：财务类12条，动态类19条，人事类3条。",
            [("财务类", 12, "part"), ("动态类", 19, "part"), ("人事类", 3, "part")],
        ),
        (
            "公开政府信息31条。其中：财务类12条，决策公开、政策解读合计9条。",
            [("财务类", 12, "part"), ("决策公开、政策解读", 9, "part")],
        ),
        (
            "通过民政网公开各类政府信息561篇，其中专题信息12篇；通过云岭微博发布信息93条。",
            [("专题信息", 12, "part"), ("云岭微博", 93, "outside")],
        ),
        (
            "主动公开栏目发布信息9条，其中含财务类2条，动态7条。",
            [("财务类", 2, "part"), ("动态", 7, "part")],
        ),
    ],
)
def test_items(text: str, items: list[tuple[str, float, str]]) -> None:
    assert disclosure(text)[1] == items


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新收到政府信息公开申请4件，均未予以公开。", {"received": 4, "refused": 4}),
        ("收到12件申请，其中10件已按规完成答复，剩余2件结转下年度继续办理。", {"answered": 10}),
        ("收到政府信息公开申请2条，在规定时间给予当事人进行答复。", {"answered": 2}),
        ("收到申请公开政府信息的要求31件，均完成答复。", {"received": 31, "answered": 31}),
        ("收到申请9件。因公开引发行政诉讼5起，其中其他结果2起。", {"received": 9}),
    ],
)
def test_applications(text: str, expected: dict[str, float]) -> None:
    told = applications(text)
    assert {key: told.get(key) for key in expected} == expected
    assert "other" not in told
    assert "granted" not in told


def test_answers_dealt_out_are_parts() -> None:
    text = (
        "办理依申请公开信息合计20件，1件按无法提供办结，18件按期答复办结，1件结转到2024年度办理。"
    )
    assert "answered" not in applications(text)


def test_the_year_of_the_cause_is_not_the_disputes() -> None:
    told = disputes("办理因2022年度政府信息公开申请引发行政复议1件、引发行政诉讼2件，均维持结果。")
    assert (told["review.total"], told["suit.total"]) == (1, 2)


@pytest.mark.parametrize(
    ("text", "normative", "regulations"),
    [
        ("2023年全市制定发布规章6部，行政规范性文件18件。", {"issued": 18}, {"issued": 6}),
        (
            "制定规范性文件4件，清理废止文件0件，现行有效文件20件。",
            {"issued": 4, "repealed": 0, "in_force": 20},
            {},
        ),
        # What the year published is not all that is in force.
        ("2023年，全市对外公开规章6件，规范性文件53件。", {}, {}),
    ],
)
def test_documents(text: str, normative: dict[str, float], regulations: dict[str, float]) -> None:
    assert documents(text) == (normative, regulations)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("通过云岭县政府网站、区档案馆查阅室主动公开信息16条。", {"云岭县政府网站": None}),
        ("通过“云岭民政”公众号、报刊及其它方式公开信息132条。", {"“云岭民政”公众号": None}),
        ("坚持“上网不涉密、涉密不上网”的原则。", {}),
        ("拓展发布平台。做精各类政务公开平台。", {}),
        ("2023年截至6月底局微信公众号共编辑发布92篇信息。", {"局微信公众号": 92}),
        ("我局无独立网站及政府新媒体，依托云岭县人民政府网发布。", {"云岭县人民政府网": None}),
        ("我局政务信息网上公开工作有序。", {}),
    ],
)
def test_platforms(text: str, expected: dict[str, float | None]) -> None:
    told = facts(text, aspect="platform").platforms
    assert {p.name: p.count.value if p.count else None for p in told} == expected


def test_one_figure_for_suggestions_and_motions_tells_neither() -> None:
    joint = facts("办理人大代表建议和政协提案22件。", section="other").proposals
    assert (joint.stated, joint.suggestions, joint.motions) == (True, None, None)
    each = facts("办理人大代表建议、政协提案各8件。", section="other").proposals
    assert each.suggestions is not None
    assert each.motions is not None
    assert (each.suggestions.value, each.motions.value) == (8, 8)
