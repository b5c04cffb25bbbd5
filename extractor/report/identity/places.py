"""The places in an agency's name, and what they say of its level and kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.report.dividing.patterns import any_of
from extractor.report.identity.cities import (
    COUNTY_CITIES,
    MUNICIPALITIES,
    PREFECTURE_CITIES,
    SHORT_PREFECTURES,
)
from extractor.report.record import Kind, Level

_INDUSTRY = any_of(
    "城乡一体化 高新技术产业 高新技术 新技术 经济技术 经济 旅游 工业 循环经济 农业高新技术产业"
    " 临空经济 临港经济 新材料 现代农业"
)
_ZONE = any_of(
    f"{_INDUSTRY}*(?:开发区|示范区|园区|度假区|试验区) 高新区 经开区 新区 新城区? 综合保税区 保税区"
    " 自贸区 自由贸易试验区 合作区 风景名胜区 风景区 旅游区 工业园区? 产业园区? 科技园区? 集聚区"
    " 集中区 产业区 工业区 管理区 (?:经济|生态|空港|临港)区"
)
_ZONE_UNIT = re.compile(rf"[\u4e00-\u9fff]{{0,8}}?{_ZONE}")
_NAMELESS = re.compile(_ZONE)
_SUFFIX = any_of(
    "特别行政区 自治区 自治州 自治县 自治旗 地区 林区 特区 省 市 盟 县 区 旗 镇 乡 街道 苏木"
)
_UNIT = re.compile(rf"(?:{SHORT_PREFECTURES})州|[\u4e00-\u9fff]{{1,12}}?(?P<suffix>{_SUFFIX})")
# 景德镇市, 新乡市, 红旗区: the first suffix belongs to the name.
_GOES_ON = re.compile("县|[市区](?![场容域块委]|政(?![府务协法])|民(?![政族宗防营]))")
_IN_NAMES = {
    "镇": _GOES_ON,
    "乡": _GOES_ON,
    "旗": re.compile("[区镇乡](?![域块村])"),
    "区": re.compile("街道"),
}
_SHORT_CITY = re.compile("区(?![域块])")
# What a department's name has of such words: 住房和城乡建设, 城市管理; 县乡 begins 县乡村振兴局.
_NO_UNIT = re.compile(
    any_of(
        "城市 城乡 乡镇 城镇 社区 县区 (?<!^.)市区 片区 农村 都市 乡村 保护区 ..和.{2} 与 及 、"
        " 管理 服务 监督 国家 中国 全国 国务院 ^[省市县区镇乡].$"
    )
)
_NO_ZONE = re.compile(any_of("国家 全国 国务院 服务 监督 建设局 办公 保护区 社区 市区 县区 局 厅"))
_MAX_LATER = 8
_CENTRAL = re.compile(
    any_of(
        "国家税务总局 国家统计局 国家金融监督管理总局 国家外汇管理局 国家邮政局 中国人民银行"
        " 中国气象局 国家粮食和物资储备局 中共 中国共产党 中华人民共和国"
    )
)
_NATIONAL = re.compile("^(?:国家|中国|中华人民共和国|国务院|全国)|(?:总局|总署)$|^审计署$")
_SET_UP = re.compile("(?:人民)?政府(?=[\u4e00-\u9fff]{2,6}街道)")
_PARTY = re.compile(any_of("宣传部 组织部 统战部 武装部 人武部 俱乐部 指挥部"))
_LEVEL_OF: dict[str, Level] = {
    "省": "province", "自治区": "province", "特别行政区": "province",
    "自治州": "city", "地区": "city", "盟": "city",
    "县": "county", "区": "county", "旗": "county", "自治县": "county", "自治旗": "county",
    "林区": "county", "特区": "county",
    "镇": "township", "乡": "township", "街道": "township", "苏木": "township",
}  # fmt: skip
# Districts that are called new areas.
_DISTRICTS = ("浦东新区", "滨海新区")

_GOVERNMENT = re.compile(
    r"(?:人民)?政府(?:办公[室厅]|办)?|(?:行政公署|行署)(?:办公室)?|公所|(?:人民)?政府\W.*"
)
_ZONE_BODY = re.compile("(?:党工委)?(?:管理委员会|管委会)(?:办公室|党政(?:综合)?办公室)?|")
_DEPARTMENT = re.compile(
    any_of(
        "局 厅 署 部 委 (?<!居民|村民|员工)委员会 (?<!街道)办公室 (?<!街道)办 海关 机关"
        " 行政执法(?:支队|大队|总队)"
    )
    + "(?:[（(].*)?$"
)
# What lies below a prefecture-level city, and what below a county-level one.
_CITY_SURE = re.compile(
    any_of(
        r"县[（(][市区] 县、?市、?区 各县 区县 县区 县级 市、县 区[（(]县 各区(?!域) 市辖区 设区"
        r" 县两级 \d个区 辖区?\d+[个区县]"
    )
)
_COUNTY = re.compile(any_of("乡镇 镇街 各镇 乡[（(]镇 镇[（(][街乡] 镇、街 镇办 村居"))
_CITY_MAYBE = re.compile(
    any_of(
        "市直 市本级 市级 地市 国家、省、市 省、市(?:有关|相关|部署|要求) 省[厅局](?!直)"
        " 全省.{0,8}(?:城市|地级)"
    )
)


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of a name, 临溪县; level None where the name does not tell it (市)."""

    name: str
    suffix: str
    level: Level | None


@dataclass(frozen=True, slots=True)
class ParsedName:
    """An agency's name: the places it begins with, outermost first, and the body behind them."""

    central: str
    places: tuple[Place, ...]
    body: str


def parsed(name: str) -> ParsedName:
    """Cuts an agency's name into places and body: 禾塘县石磨岭镇人民政府."""
    central = _CENTRAL.match(name)
    position = central.end() if central else 0
    places: list[Place] = []
    while found := _unit(name, position, first=not places):
        place, position = found
        places.append(place)
        # 区人民政府…街道办事处: the office is of the street, which the district set up.
        below = _SET_UP.match(name, position)
        position = below.end() if below else position
    return ParsedName(central.group() if central else "", tuple(places), name[position:])


def _unit(name: str, position: int, *, first: bool) -> tuple[Place, int] | None:
    """The next place of the name: the nearest that ends, and of two with one end the zone."""
    plain, zone = _UNIT.match(name, position), _ZONE_UNIT.match(name, position)
    if zone and (plain is None or zone.end() <= plain.end()):
        return _zone(name, zone)
    if plain is None:
        return None
    suffix, end = _whole(name, plain)
    text = name[position:end]
    if _NO_UNIT.search(text) or (not first and len(text) > _MAX_LATER):
        return _zone(name, zone) if zone else None
    return Place(text, suffix, _unit_level(text, suffix)), end


def _whole(name: str, match: re.Match[str]) -> tuple[str, int]:
    """The unit's suffix and end, where its first suffix is only a part of its name."""
    suffix, end = match["suffix"] or "州", match.end()
    goes_on = _IN_NAMES.get(suffix)
    if suffix == "市" and end - match.start() == 2:
        goes_on = _SHORT_CITY
    further = goes_on.match(name, end) if goes_on else None
    return (further.group(), further.end()) if further else (suffix, end)


def _zone(name: str, match: re.Match[str]) -> tuple[Place, int] | None:
    text = match.group()
    if _NO_ZONE.search(text):
        return None
    return Place(text, "zone", _unit_level(text, "zone")), match.end()


def _unit_level(text: str, suffix: str) -> Level | None:
    if suffix == "zone":
        return "county" if text.endswith(_DISTRICTS) else "zone"
    if suffix == "州":
        return "city"
    if suffix != "市":
        return _LEVEL_OF[suffix]
    name = text[:-1]
    if name in MUNICIPALITIES:
        return "province"
    if name in PREFECTURE_CITIES:
        return "city"
    return "county" if name in COUNTY_CITIES else None


def level_of(agency: ParsedName, text: str) -> Level | None:
    """The agency's level; where 市 leaves it open, the text's words for what lies below decide."""
    if not agency.places:
        return _level_without_place(agency)
    last = agency.places[-1]
    if re.search(r"分局|分中心", agency.body) and last.level is None:
        return None
    return last.level or _city_level(text)


def _level_without_place(agency: ParsedName) -> Level | None:
    body = agency.body
    if agency.central and not body:
        return "ministry"
    if _NATIONAL.search(body) or (body.endswith("部") and not _PARTY.search(body)):
        return "ministry"
    first: dict[str, Level] = {"省": "province", "县": "county", "区": "county", "旗": "county",
                               "镇": "township", "乡": "township"}  # fmt: skip
    return first.get(body[:1]) if not body.startswith("区域") else None


def _city_level(text: str) -> Level | None:
    if _CITY_SURE.search(text):
        return "city"
    if _COUNTY.search(text):
        return "county"
    return "city" if _CITY_MAYBE.search(text) else None


def kind_of(agency: ParsedName) -> Kind | None:
    """Government, department or neither; an office that reports for its government is one."""
    body, last = agency.body, agency.places[-1] if agency.places else None
    if last is not None and last.suffix == "街道":
        return "other" if not _DEPARTMENT.search(body) or "办事处" in body else "department"
    if last is not None and (_GOVERNMENT.fullmatch(body) or (not body and last.suffix != "zone")):
        return "government"
    if last is not None and last.suffix == "zone" and _ZONE_BODY.fullmatch(body):
        return "government"
    if re.fullmatch(r"[省市县区旗镇乡]?(?:人民)?政府(?:办公[室厅])?", body):
        return "government"
    if re.search(r"(?<!监督)管理委员会$|管委会$|办事处$", body):
        return "other"
    return "department" if _DEPARTMENT.search(body) else "other"


def region_of(agency: ParsedName) -> str | None:
    """The place by which reports are told apart: a township's county, a zone with its city."""
    places = agency.places
    if not places:
        return None
    last = places[-1]
    if len(places) == 1 and _NAMELESS.fullmatch(last.name):
        return None  # 开发区 alone names no place; behind a city it does
    if last.level == "zone":
        return "".join(place.name for place in places)
    if last.level == "township":
        return places[-2].name if len(places) > 1 else None
    return last.name
