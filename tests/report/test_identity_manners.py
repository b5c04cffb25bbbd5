"""Titles, periods, bases and dates as any office may write them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.report.invented import AFTER_OVERVIEW, OVERVIEW, identity

BODY = f"一、总体情况\n{OVERVIEW}\n{AFTER_OVERVIEW}"
SIGNED = "云岭县财政局\n2024年1月5日"
PLAIN = "云岭县财政局2023年政府信息公开工作年度报告"
WHOLE = (date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("云岭县财政局\n关于2023年度政府信息公开工作的年度报告", "云岭县财政局"),
        ("关于云岭县财政局2023年政府信息公开工作的年度报告", "云岭县财政局"),
        ("2023年度政府信息公开工作年度报告\n云岭县财政局", "云岭县财政局"),
        ("政府信息公开工作年度报告\n（2023年度）\n云岭县财政局", "云岭县财政局"),
        ("政府信息公开工作年度报告\n云岭县财政局\n2023年", "云岭县财政局"),
        ("政府信息公开工作年度报告\n（云岭县财政局 2023年度）", "云岭县财政局"),
        ("云岭县财政局\n（2023年度）\n政府信息公开工作年度报告", "云岭县财政局"),
        ("云岭县财政局政府信息公开年度报告·2023", "云岭县财政局"),
        ("云岭县财政局政府信息公开年度报告—2023年", "云岭县财政局"),
        ("云岭县财政局 2023 年\n政府信息公开工作年度报告", "云岭县财政局"),
        ("2023年度云岭县自然资源局\n政府信息公开年度报告（公开版）", "云岭县自然资源局"),
        ("云岭县城市管理局\n2023年度\n政府信息公开工作\n年度报告", "云岭县城市管理局"),
        ("云岭县政府办公室\n关于全县2023年政府信息公开工作情况的报告", "云岭县政府办公室"),
        ("云岭县政府办公室\n关于我县政府信息公开的年度报告\n（2023年度）", "云岭县政府办公室"),
        ("2023年度政府信息公开工作年度报告\n——云岭县财政局", "云岭县财政局"),
        ("政府信息公开工作年度报告（2023年）——云岭县财政局", "云岭县财政局"),
        ("云岭县财政局关于2023年度政府信息公开工作开展情况的报告", "云岭县财政局"),
        ("云岭县财政局2023年政府信息主动公开年度工作报告", "云岭县财政局"),
        ("【年报】云岭县财政局2023年政府信息公开工作年度报告", "云岭县财政局"),
        ("云岭县财政局（本级）2023年政府信息公开工作年度报告", "云岭县财政局"),
        ("云岭县财政局（盖章）2023年政府信息公开工作年度报告", "云岭县财政局"),
        ("云岭县财政局 云岭县国资局2023年政府信息公开工作年度报告", "云岭县财政局"),
        (
            "云岭县生态环境局云岭县东城分局2023年政府信息公开工作年度报告",
            "云岭县生态环境局云岭县东城分局",
        ),
        ("【云岭县财政局】2023年政府信息公开工作年度报告", "云岭县财政局"),
        ("云岭县财政局2022－2023年度政府信息公开工作年度报告", "云岭县财政局"),
        ("云岭县2023年政府信息公开工作年度报告（云岭县政府办公室）", "云岭县政府办公室"),
        ("云岭县大河镇人民政府2023年政务公开工作总结暨年度报告", "云岭县大河镇人民政府"),
    ],
)  # fmt: skip
def test_titles(title: str, agency: str) -> None:
    found = identity(f"{title}\n{BODY}\n二〇二四年一月五日")
    assert found.title is not None
    assert found.title.value == title.replace("\n", "").replace(" ", "")
    assert found.agency is not None
    assert found.agency.value == agency
    assert found.year == 2023


@pytest.mark.parametrize(
    "around",
    [
        "关于发布{}的公告\n{}",
        "云财〔2024〕3号\n{}",
        "云岭县财政局文件\n{}",
        "{}\n（2024年1月10日）",
        "{}\n云岭县人民政府门户网站",
    ],
)
def test_lines_around_the_title(around: str) -> None:
    found = identity(f"{around.replace('{}', PLAIN)}\n{BODY}\n{SIGNED}")
    assert found.title is not None
    assert found.title.value == PLAIN


@pytest.mark.parametrize(
    "sentence",
    [
        "统计期限为2023年1月—12月。",
        "所列数据统计期限为2023年1-12月。",
        "本报告数据统计期限为2023年全年。",
        "统计期间为2023年度。",
        "数据统计期限为本年度1月1日至12月31日。",
        "报告期：1月1日—12月31日。",
        "说的是2023年的事，从1月1日算到12月31日。",
        "数据统计期为2023年度（1月1日至12月31日）。",
        "统计区间：2023.1.1—2023.12.31",
        "统计时段 2023/1/1-2023/12/31。",
        "统计期限自2023年1月1日起，至12月31日止。",
        "所列数据起于2023年1月1日，止于同年12月31日。",
        "数据从2023年1月1日算到12月31日。",
        "统计时间为2023年1月1日0时至12月31日24时。",
        "数据的统计时限自2023年元月1日至12月31日。",
        "数据期限为二〇二三年一月一日至十二月三十一日。",
        "反映2023年（1-12月）的数据。",
        "说明2023年度（即2023年1月1日起、当年12月31日止）的情况。",
        "数字的起点是2023年元旦，终点是当年12月31日。",
        "数据统计自2023年1月1日起至年底。",
        "统计时间范围为2023年1月1日到2023年12月底。",
    ],
)
def test_periods(sentence: str) -> None:
    found = identity(f"{PLAIN}\n现将有关情况报告如下。{sentence}\n{BODY}\n{SIGNED}")
    assert found.period is not None
    assert found.period.value == WHOLE


@pytest.mark.parametrize(
    "sentence",
    [
        "数据截至2023年12月31日。",
        "禁渔期1月1日至6月30日。",
        "《条例》自2019年5月15日起施行。",
        "2022年1月1日至2023年6月30日为过渡期。",
    ],
)
def test_no_periods(sentence: str) -> None:
    assert identity(f"{PLAIN}\n报告如下。{sentence}\n{BODY}\n{SIGNED}").period is None


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("本报告执行国办公开办函[2021]30号规定的格式。", ["国办公开办函〔2021〕30号"]),
        ("报告格式参照国务院办公厅国办公开办函〔2021〕30号。", ["国办公开办函〔2021〕30号"]),
        ("编成本报告，格式从国办公开办函〔2021〕30号。", ["国办公开办函〔2021〕30号"]),
        ("本报告格式采用国办公开办函〔2021〕30号文。", ["国办公开办函〔2021〕30号"]),
        (
            "依照《条例》（国令第711号）和省办《通知》（云政办函〔2023〕112 号）编制。",
            ["国令第711号", "云政办函〔2023〕112号"],
        ),
        ("根据《办法》（海关总署令第215号）编制。", ["海关总署令第215号"]),
        ("依照《规定》（云岭市人民政府令第36号）编制。", ["云岭市人民政府令第36号"]),
    ],
)
def test_basis(sentence: str, numbers: list[str]) -> None:
    found = identity(f"{PLAIN}\n{sentence}\n{BODY}\n{SIGNED}")
    assert [stated.value for stated in found.basis] == numbers


def test_an_office_that_the_district_set_up() -> None:
    found = identity(f"2023年政府信息公开年报\n{BODY}\n云岭区人民政府西桥街道办事处\n2024年1月5日")
    assert (found.level, found.kind, found.region) == ("township", "other", "云岭区")


def test_a_city_that_answers_to_the_province() -> None:
    text = PLAIN.replace("云岭县", "云岭市")
    front = "按照国家、省、市有关要求编制。"
    assert identity(f"{text}\n{front}\n{BODY}").level == "city"
    assert identity(f"{text}\n{front}各乡镇另行报告。\n{BODY}").level == "county"
