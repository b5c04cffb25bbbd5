"""What name and text say of bodies that are no plain departments: seat, level and kind."""

from __future__ import annotations

import pytest

from extractor.report.identity.places import parsed
from extractor.report.identity.rank import kind_of, level_of, region_of


@pytest.mark.parametrize(
    ("name", "text", "region", "level"),
    [
        ("国家统计局云岭调查队", "本队为派驻云岭县的调查机构。", "云岭县", "county"),
        ("国家统计局云岭调查总队", "总队在云岭省范围内发布数据。", "云岭省", "province"),
        ("云岭职业技术学院", "学院是云岭市人民政府举办的学校。", "云岭市", "city"),
        ("国有青杠坡林场", "林场为云岭县林业局直属事业单位。", "云岭县", "county"),
        ("红星水库管理处", "受县水利局委托，编制本报告。", None, "county"),
        ("国有青杠坡林场", "按照县林业局转来的通知，写成本报告。", None, "county"),
        # Two kinds of place, or words that are none, tell nothing.
        ("云岭职业技术学院", "云岭市与云岭县共建。", None, None),
        ("旅游局", "公开旅游区名录。", None, None),
        ("红星水库管理处", "在县水利局、由区水利局指导下编制。", None, None),
        ("国家统计局云岭调查队", "公开粮食产量。", None, None),
        ("省地质局第三地质大队", "", None, "province"),
        ("国家矿山安全监察局云岭局", "", None, None),
        ("乡村振兴局", "", None, None),
    ],
)
def test_the_seat_that_only_the_text_names(
    name: str, text: str, region: str | None, level: str | None
) -> None:
    agency = parsed(name)
    assert (region_of(agency, text), level_of(agency, text)) == (region, level)


@pytest.mark.parametrize(
    ("name", "region", "level", "kind"),
    [
        ("沧屏市住房公积金管理中心云岭县管理部", "云岭县", "county", "other"),
        ("沧屏市不动产登记中心云岭县分中心", "云岭县", "county", "other"),
        ("沧屏市公安局交通警察支队", "沧屏市", "city", "department"),
        ("云岭县人民政府驻省城办事处", "云岭县", "county", "department"),
        ("云岭县驻京联络处", "云岭县", "county", "department"),
        ("云岭县柳浦街道办事处", "云岭县", "township", "other"),
        ("中共云岭县委宣传部（云岭县新闻出版局）", "云岭县", "county", "other"),
        ("云岭县纪委监委", "云岭县", "county", "other"),
        ("共青团云岭县委员会", "云岭县", "county", "other"),
        ("云岭县人大常委会办公室", "云岭县", "county", "other"),
        ("云岭县委、县政府信访局", "云岭县", "county", "department"),
        ("云岭县互联网信息办公室", "云岭县", "county", "department"),
        ("云岭县发改委", "云岭县", "county", "department"),
        ("云岭县卫生健康委员会", "云岭县", "county", "department"),
        ("云岭县第二中学校长办公室", "云岭县", "county", "other"),
        ("云岭县公安局城关派出所", "云岭县", "county", "department"),
        ("云岭县供电局", "云岭县", "county", "other"),
        ("国网云岭县供电公司", "云岭县", "county", "other"),
        ("中国人民银行云岭县支行", "云岭县", "county", "department"),
        ("云岭县农村商业银行", "云岭县", "county", "other"),
        ("沧屏市经济技术开发区管理委员会", "沧屏市", "zone", "government"),
    ],
)
def test_names_that_hold_more_than_a_place_and_a_bureau(
    name: str, region: str, level: str, kind: str
) -> None:
    agency = parsed(name)
    assert (region_of(agency), level_of(agency, ""), kind_of(agency)) == (region, level, kind)
