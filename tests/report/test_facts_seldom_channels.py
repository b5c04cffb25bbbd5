"""Items and channels told in seldom words: boards of others, kinds without a noun, whose site."""

from __future__ import annotations

import pytest

from tests.report.telling import decisions, disclosure, documents, facts


def test_boards_of_others_are_not_the_total() -> None:
    text = (
        "全年在区政府门户网站发布信息318条，其中城建类300条、其他18条。"
        "9个社区公开栏更新信息共2,040条。"
    )
    total, items = disclosure(text)
    assert total == 318
    assert [value for _, value, relation in items if relation == "part"] == [300, 18]


def test_a_board_among_the_channels_of_the_total() -> None:
    assert disclosure("通过网站和公开栏发布政府信息218条。")[0] == 218


def test_kinds_that_stand_in_front_of_their_verb() -> None:
    text = "全年主动公开政府信息900条。公共资源交易公开90条，教育医疗公开71条。"
    names = [(name, value) for name, value, _ in disclosure(text)[1]]
    assert names == [("公共资源交易", 90), ("教育医疗", 71)]


def test_a_body_in_front_of_the_verb_is_no_kind() -> None:
    assert disclosure("全年主动公开政府信息900条。随后又公开90条。")[1] == []


@pytest.mark.parametrize("said", ["没有算", "不在此数", "不在里面", "不算作政府信息条数"])
def test_said_to_be_left_out(said: str) -> None:
    text = f"全年主动公开政府信息120条。村广播播送通知约260次，{said}。"
    assert [(value, relation) for _, value, relation in disclosure(text)[1]] == [(260, "outside")]


def test_what_lies_on_a_site_is_told_there() -> None:
    text = "全年公开信息300条，登载于市局网站的200条，登载于市政府网站的100条。"
    assert [value for _, value, _ in disclosure(text)[1]] == [200, 100]


def test_what_makes_up_most_of_it() -> None:
    text = "全年公开信息173条。惠民补贴占了大头，一共84条，其余89条是公告。"
    assert ("惠民补贴", 84.0, "part") in disclosure(text)[1]


def _platforms(text: str) -> dict[str, float | None]:
    told = facts(text, aspect="disclosure").platforms
    return {platform.name: platform.count.value if platform.count else None for platform in told}


def test_sites_that_are_no_government_site() -> None:
    text = "通过县政府门户网站公开401条，通过县土地市场网公开61条，通过县政府采购网公开20条。"
    assert _platforms(text) == {"县政府门户网站": 401, "县土地市场网": 61, "县政府采购网": 20}


def test_screens_of_a_hall() -> None:
    text = "全年公开信息300条，其中县政府网站200条，政务服务大厅电子屏100条。"
    assert _platforms(text)["政务服务大厅电子屏"] == 100


def test_other_new_media_are_a_kind() -> None:
    text = "公开信息300条，其中县政府网站200条，其他政务新媒体公开100条。"
    assert list(_platforms(text)) == ["县政府网站"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("规范性文件由上年末的12件减至9件，系新制发1件、废止4件所致。", (9, 1, 4)),
        ("年内新制作规范性文件1件，对外公开的共3件。", (3, 1, None)),
        # What the year published is not all that is in force.
        ("2023年，全市对外公开规范性文件6件。", (None, None, None)),
    ],
)
def test_documents_in_force(text: str, expected: tuple[float | None, ...]) -> None:
    normative, _ = documents(text)
    assert tuple(normative.get(key) for key in ("in_force", "issued", "repealed")) == expected


def test_licences_by_their_own_name() -> None:
    assert decisions("办理农村宅基地建房许可62件，作出行政处罚4件。") == {
        "licensing": 62,
        "penalties": 4,
    }
