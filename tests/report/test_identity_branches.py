"""Branches, teams, hotlines and ports: what their names say of place, level and kind."""

from __future__ import annotations

import pytest

from extractor.report.identity.places import parsed
from extractor.report.identity.rank import kind_of, level_of, region_of


@pytest.mark.parametrize(
    ("name", "text", "region", "level", "kind"),
    [
        # 直属 is no place; 云岭 is, be it told with its kind or not.
        ("沧屏市自然资源局直属分局", "", "沧屏市", "city", "department"),
        ("沧屏市自然资源局云岭分局", "", "沧屏市", "county", "department"),
        # A province's branch in a city.
        ("澜岭省公路中心沧屏分中心", "派驻沧屏市。", "沧屏市", "city", "other"),
        ("澜岭省公路中心沧屏分中心", "", "澜岭省", "province", "other"),
        # The teams of a city's force are the city's; a county's 大队 is the county's.
        ("沧屏市交通执法支队直属三大队", "", "沧屏市", "city", "department"),
        ("云岭县公安局交通警察大队", "", "云岭县", "county", "department"),
        # A district has no 管理委员会 of its own.
        ("青屏港区管理委员会", "", "青屏港区", "zone", "government"),
        ("青屏区城市管理委员会", "", "青屏区", "county", "department"),
        # A central office's branch, whose own name tells its level.
        (
            "国家金融监督管理总局沧屏监管分局",
            "监管地级市沧屏市辖内机构。",
            "沧屏市",
            "city",
            "department",
        ),
    ],
)
def test_branches(name: str, text: str, region: str, level: str, kind: str) -> None:
    agency = parsed(name)
    assert region_of(agency, text) == region
    assert level_of(agency, text) == level
    assert kind_of(agency) == kind
