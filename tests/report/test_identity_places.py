"""What an agency's name says of region, level and kind."""

from __future__ import annotations

import pytest

from extractor.report.identity.places import parsed
from extractor.report.identity.rank import kind_of, level_of, region_of


@pytest.mark.parametrize(
    ("name", "region", "level", "kind"),
    [
        ("云岭县水务局", "云岭县", "county", "department"),
        ("云岭县人民政府办公室", "云岭县", "county", "department"),
        ("云岭县人民政府外事办公室", "云岭县", "county", "department"),
        ("云岭县大河乡人民政府", "云岭县", "township", "government"),
        ("云岭县大河镇", "云岭县", "township", "government"),
        ("青岚区望河街道办事处", "青岚区", "township", "other"),
        ("大河镇人民政府", None, "township", "government"),
        ("青岚区城市管理局", "青岚区", "county", "department"),
        ("青岚区住房和城乡建设局", "青岚区", "county", "department"),
        ("云岭县乡村振兴局", "云岭县", "county", "department"),
        ("云岭县市场监督管理局", "云岭县", "county", "department"),
        ("云岭县卫生健康委员会", "云岭县", "county", "department"),
        ("云岭县残疾人联合会", "云岭县", "county", "other"),
        ("云岭县住房公积金管理中心", "云岭县", "county", "other"),
        ("景德镇市水利局", "景德镇市", "city", "department"),
        ("新乡市城乡规划局", "新乡市", "city", "department"),
        ("镇江市人民政府", "镇江市", "city", "government"),
        ("广州市黄埔区教育局", "黄埔区", "county", "department"),
        ("北京市教育委员会", "北京市", "province", "department"),
        ("上海市浦东新区人民政府", "浦东新区", "county", "government"),
        ("义乌市民政局", "义乌市", "county", "department"),
        ("湘西土家族苗族自治州人民政府", "湘西土家族苗族自治州", "city", "government"),
        ("恩施州生态环境局", "恩施州", "city", "department"),
        ("广西壮族自治区水利厅", "广西壮族自治区", "province", "department"),
        ("鄂温克族自治旗林业局", "鄂温克族自治旗", "county", "department"),
        ("澜东省交通建设厅", "澜东省", "province", "department"),
        ("国家种质资源管理局", None, "ministry", "department"),
        ("住房和城乡建设部", None, "ministry", "department"),
        ("海关总署", None, "ministry", "department"),
        ("国家税务总局云岭县税务局", "云岭县", "county", "department"),
        ("沧峰高新技术产业开发区管理委员会", "沧峰高新技术产业开发区", "zone", "government"),
        ("沧峰高新区投资促进局", "沧峰高新区", "zone", "department"),
        ("镇江市经济技术开发区管委会", "镇江市", "zone", "government"),
        ("云岭县工业园区管委会", "云岭县", "zone", "government"),
        ("开发区管委会", None, "zone", "government"),
        ("县水务局", None, "county", "department"),
    ],
)
def test_names(name: str, region: str | None, level: str, kind: str) -> None:
    agency = parsed(name)
    assert (region_of(agency), level_of(agency, ""), kind_of(agency)) == (region, level, kind)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("汇总各县（市、区）人民政府和市直部门的数据。", "city"),
        ("各县区、各开发区认真落实。", "city"),
        ("全市12个乡镇（街道）均设公开专区。", "county"),
        ("我局认真落实。", "city"),
    ],
)
def test_a_city_unknown_by_name_is_told_by_what_lies_below(text: str, level: str | None) -> None:
    assert level_of(parsed("云岭市水务局"), text) == level
