"""Invented agencies, each number another one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["bureau", "township", "government"]
Level = Literal["county", "township"]

# Rare characters in rare pairs: no county is called so.
_FIRST = "柳槐汶鹭澜岭浔霁砚芷棠榆桐枫苇荻菖萝沅沩淇涑溱漪潞澧灞岚峪嵩崤峁"
_SECOND = "塘垣埠汀湾墩坪坞堰圩浦渚洲陂坡崖麓嶂屏峡谷川津渡桥亭"
_BUREAUS = (
    "水利局", "财政局", "教育局", "民政局", "林业局", "统计局", "审计局", "司法局",
    "农业农村局", "交通运输局", "自然资源局", "应急管理局", "市场监督管理局", "医疗保障局",
    "卫生健康局", "住房和城乡建设局", "人力资源和社会保障局", "文化和旅游局", "信访局", "档案局",
)  # fmt: skip
_TOWNS = ("沙埂镇", "石磨镇", "茶亭乡", "芦荡乡")


@dataclass(frozen=True, slots=True)
class Agency:
    name: str
    region: str
    kind: Kind
    level: Level


def agency(number: int) -> Agency:
    """The number's agency: neighbours lie in different counties, none occurs twice."""
    counties = len(_FIRST) * len(_SECOND)
    kinds = len(_BUREAUS) + len(_TOWNS) + 1
    place, turn = number % counties, number // counties
    if turn >= kinds:
        raise ValueError(f"only {counties * kinds} agencies are invented")
    county = f"{_FIRST[place % len(_FIRST)]}{_SECOND[place // len(_FIRST)]}县"
    return _within(county, (place + turn) % kinds)


def _within(county: str, which: int) -> Agency:
    if which < len(_BUREAUS):
        return Agency(county + _BUREAUS[which], county, "bureau", "county")
    if which < len(_BUREAUS) + len(_TOWNS):
        town = _TOWNS[which - len(_BUREAUS)]
        return Agency(f"{county}{town}人民政府", county, "township", "township")
    return Agency(f"{county}人民政府", county, "government", "county")
