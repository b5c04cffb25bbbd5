"""Figures beside a total that is divided already, and what is no part of it at all."""

from __future__ import annotations

import pytest

from tests.report.telling import disclosure, facts

Items = list[tuple[str, float, str]]
_CHANNELS = "全年公开信息900条，其中网站500条、公众号300条、公开栏100条。"
_KINDS = "全年公开信息900条，其中政策类300条，动态类600条。"


def _platforms(text: str) -> dict[str, float | None]:
    told = facts(text, aspect="disclosure").platforms
    return {p.name: p.count.value if p.count else None for p in told}


@pytest.mark.parametrize(
    ("text", "item"),
    [
        (f"{_CHANNELS}处罚信息在信用平台公示260条。", ("信用平台", 260, "outside")),
        # One of the accounts that were told as one channel, as the report says itself.
        (
            "公开信息900条，其中网站500条、新媒体400条。“甲乙发布”公众号推送260条，已计入新媒体数。",
            ("“甲乙发布”公众号", 260, "part"),
        ),
        (f"{_KINDS}累计发布绕行提示720条。", ("绕行提示", 720, "outside")),
        (f"{_KINDS}累计发布绕行提示72条。", ("绕行提示", 72, "part")),
    ],
)
def test_what_fits_into_no_part(text: str, item: tuple[str, float, str] | None) -> None:
    _, items = disclosure(text)
    divided = items[3:] if "公开栏" in text else items[2:]
    assert divided == ([item] if item else [])


@pytest.mark.parametrize(
    ("text", "total", "expected"),
    [
        ("公开信息150条，删除过期信息12条，下架低质信息3条。", 150, []),
        ("在政府网站发布信息312条，被市级网站转载45条，被省级媒体采用12条。", 312, []),
        ("网站更新信息1,890条，其中主动公开政府信息950条，转载上级信息940条。", 950, []),
        (
            "公开政府信息1,050条，发布量居前三位的股室是办公室、规划股、法规股，分别为310条、206条、188条。",
            1050,
            [],
        ),
        (
            "公开政府信息1,050条，数量居前两位的是通知公告、工作动态，分别为310条、206条。",
            1050,
            [("通知公告", 310, "part"), ("工作动态", 206, "part")],
        ),
        (
            "公开政府信息88条，其中最多的是通知公告，有40条，其次是财政资金，有22条。",
            88,
            [("通知公告", 40, "part"), ("财政资金", 22, "part")],
        ),
        ("公开政府信息156条，里面有防汛36条。", 156, [("防汛", 36, "part")]),
        (
            "主动公开政府信息1,020条（不含新媒体平台发布的2,300条）。",
            1020,
            [("新媒体平台", 2300, "outside")],
        ),
        (
            "公开信息300条。新媒体推送另计，全年“甲乙住建”公众号512篇、微博1,044条，未计入上述总数。",
            300,
            [("“甲乙住建”公众号", 512, "outside"), ("微博", 1044, "outside")],
        ),
        (
            "信息公示系统公示501条，政府网站发布507条，“甲乙市监”微信公众号发布283条，三者有重合。",
            None,
            [
                ("信息公示系统", 501, "part"),
                ("政府网站", 507, "part"),
                ("“甲乙市监”微信公众号", 283, "part"),
            ],
        ),
        ("主动公开信息2023年为410条，2022年为380条。", 410, []),
        ("全年在政府网站公开信息510条，政府信息公开专栏公开96条。", 510, []),
        (
            "在政府网站公开政府信息128条，在微信公众号、微博分别公开65条、23条，三类渠道共计216条。",
            216,
            [("政府网站", 128, "part"), ("微信公众号", 65, "part"), ("微博", 23, "part")],
        ),
    ],
)
def test_what_is_a_part(text: str, total: float | None, expected: Items) -> None:
    assert disclosure(text) == (total, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公开信息1,800条。全县39个政务微信、微博账号全年发布信息2,700余条。", {}),
        (
            "“甲乙交通”网站、“甲乙出行”APP两端协同，公开信息2,000条，占比依次为70%、30%，即1,400条、600条。",
            {"“甲乙交通”网站": 1400, "“甲乙出行”APP": 600},
        ),
        (
            "经由县政府网站、新媒体两路对外发布者，分别为1,806条、350条，合计2,156条。",
            {"县政府网站": 1806},
        ),
        (
            "主动公开信息，算上网站、微信两处，合418条；网站251条，“甲乙商务”微信167条。",
            {"“甲乙商务”微信": 167},
        ),
    ],
)
def test_named_channels(text: str, expected: dict[str, float | None]) -> None:
    assert {k: v for k, v in _platforms(text).items() if v is not None} == expected
