"""The places with which an agency's name begins, and the body behind them."""

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
from extractor.report.record import Level

_INDUSTRY = any_of(
    "国家级? 省级 城乡一体化 高新技术产业 高新技术 新技术 经济技术 经济 旅游 工业 循环经济"
    " 农业高新技术产业 临空经济 临港经济 新材料 现代农业"
)
_ZONE = any_of(
    f"{_INDUSTRY}*(?:开发区|示范区|园区|度假区|试验区|产业园区?) 高新区 经开区 新区"
    " 新城(?:区|(?![乡镇街])) 综合保税区 保税区"
    " 自贸区 自由贸易试验区 (?:综合)?实验区 合作区 风景名胜区 风景区 旅游区 工业园区?"
    " 科技园区? 集聚区 集中区 产业区 工业区 管理区 (?:经济|生态|空港|临港)区 科学城 大学城"
)
_ZONE_UNIT = re.compile(
    rf"(?P<zone>[\u4e00-\u9fff]{{0,10}}?{_ZONE}(?!街道|镇))(?:[\u4e00-\u9fff]{{2,3}}片区)?"
)
NAMELESS = re.compile(_ZONE)
_SUFFIX = any_of(
    "特别行政区 自治区 自治州 自治县 自治旗 地区 林区 特区 省 市 盟 县 区 旗 镇 乡 街道 苏木"
)
# 东乡族自治县, 双江拉祜族佤族布朗族傣族自治县: long, with suffixes inside of the name.
_UNIT = re.compile(
    rf"(?:{SHORT_PREFECTURES})州"
    # 黎峒州教育局: a prefecture unknown by name. 滨州市, 苏州工业园区 and 民航郑州 are none.
    r"|^(?!民航|铁路)[\u4e00-\u9fff]{2,3}州(?=(?:人民)?政府|委|(?![市区县局])[\u4e00-\u9fff]{2,16}"
    r"(?:局|委员会|办公室|中心)$)(?![\u4e00-\u9fff]{0,10}(?:园区|开发区|新区|示范区))"
    r"|(?:(?![省市州盟])[\u4e00-\u9fff]){2,18}?族(?P<autonomous>自治[区州县旗])"
    rf"|[\u4e00-\u9fff]{{1,12}}?(?P<suffix>{_SUFFIX})"
)
# The corps has divisions for prefectures and regiments for townships.
_CORPS_UNIT = re.compile(
    r"(?P<province>(?:新疆)?生产建设兵团|新疆兵团|兵团)|(?P<city>第[一二三四五六七八九十]{1,3}师)"
    r"|(?P<township>(?:第?[一二三四五六七八九十〇零百]{1,5}|\d{1,3})团(?:场|镇)?)"
)
# 景德镇市, 新乡市, 红旗区: the first suffix belongs to the name.
_GOES_ON = re.compile("县|[市区](?![场容域块委]|政(?![府务协法])|民(?![政族宗防营]))")
_IN_NAMES = {
    "镇": _GOES_ON,
    "乡": _GOES_ON,
    "旗": re.compile("县|(?<=^.旗)[区镇乡](?![域块村])"),
    "区": re.compile("街道"),
}
_SHORT_CITY = re.compile("[区镇](?![域块])|乡(?![村镇])")
_LONGEST_CITY = 7
# What a department's name has of such words: 住房和城乡建设, 城市管理; 县乡 begins 县乡村振兴局.
# 石城镇 is a name, though 城镇 is none.
_NO_UNIT = re.compile(
    any_of(
        "^[城都]市 和城市 [城都]市. (?<!^[^省市县区旗乡和与])城[乡镇] 乡镇 社区 县区"
        " (?<!^.)市区 片区 农村 乡村 保护区"
        " ..和.{2} 与 及(?!第) 、 管理 服务 监督 国家 中国 全国 国务院 ^民航 ^[省市县区镇乡].$"
        " 政府 ^驻 局 厅 委会 委员会 (?:东北|华北|华东|中南|西南|西北|华南|华中)地区"
    )
)
_NO_ZONE = re.compile(
    any_of("^国家 全国 国务院 服务(?!业) 监督 建设局 办公 保护区 社区 市区 县区 局 厅")
)
# 局前街道办事处: with its own body behind it any such name is a township's.
_TOWNSHIP = re.compile("[\u4e00-\u9fff]{2,4}(?:街道(?:办事处)?|[镇乡]人民政府)")
_MAX_LATER = 8
_CENTRAL = re.compile(
    any_of(
        "国家税务总局 国家统计局 国家金融监督管理总局 国家外汇管理局 国家邮政局 中国人民银行"
        " 中国气象局 国家粮食和物资储备局 国家矿山安全监察局 中国证券监督管理委员会"
        " 中国银行保险监督管理委员会 中共 中国共产党 共青团 中国共产主义青年团 国网 中华人民共和国"
    )
)
_SET_UP = re.compile("(?:(?:人民)?政府|管委会|管理委员会)(?=[\u4e00-\u9fff]{2,6}街道)")
# 市生态环境局石亭县分局: the branch's place stands behind the bureau that it belongs to.
_BRANCH = re.compile(
    r"[\u4e00-\u9fff]{2,16}?(?:[局会]|中心)(?P<place>(?!第|直属|直管)[\u4e00-\u9fff]{2,12}?)(?:分局|分中心)"
)
# 住房公积金管理中心石亭县管理部: other units are branches only of a place that is told in full.
_UNIT_THERE = re.compile(
    r"[\u4e00-\u9fff]{2,16}?(?:局|会|中心|公司|处|队|站)(?P<place>[\u4e00-\u9fff]{2,12}?(?:县|区|旗|市))"
    r"(?:管理部|服务部|办事处|营业部|分公司|分中心|分局|分院|支局|分站|分队|(?:执法)?[支大中]队|(?:管理|工作|服务)[站所])"
)
# No district has one; a district's 城市管理委员会 is another body.
_ZONE_BODY = re.compile("(?:党工委)?(?:管理委员会|管委会)(?:(?:党政)?办公?室?)?")
_LEVEL_OF: dict[str, Level] = {
    "省": "province", "自治区": "province", "特别行政区": "province",
    "自治州": "city", "地区": "city", "盟": "city",
    "县": "county", "区": "county", "旗": "county", "自治县": "county", "自治旗": "county",
    "林区": "county", "特区": "county",
    "镇": "township", "乡": "township", "街道": "township", "苏木": "township",
}  # fmt: skip
# Districts that are called new areas.
_DISTRICTS = ("浦东新区", "滨海新区")


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
    branch: str = ""
    """The name of a branch whose kind of place is not told: 鹭汀 of 公安局鹭汀分局."""


def parsed(name: str) -> ParsedName:
    """Cuts an agency's name into places and body: 禾塘县石磨岭镇人民政府."""
    central = _CENTRAL.match(name)
    position = central.end() if central else 0
    places: list[Place] = []
    while found := _unit(name, position, places[-1] if places else None):
        place, position = found
        places.append(place)
        # 区人民政府…街道办事处: the office is of the street, which the district set up.
        below = _SET_UP.match(name, position)
        position = below.end() if below else position
    if places and places[-1].suffix == "区" and _ZONE_BODY.fullmatch(name, position):
        places[-1] = Place(places[-1].name, "zone", "zone")  # 云岭港区管理委员会
    branch = _BRANCH.fullmatch(name, position) or _UNIT_THERE.fullmatch(name, position)
    if branch is not None:
        inner = _unit(branch["place"], 0, places[-1] if places else None)
        if inner is not None and inner[1] == len(branch["place"]):
            places.append(inner[0])
            branch = None
    ending = branch["place"] if branch and branch.re is _BRANCH else ""
    return ParsedName(central.group() if central else "", tuple(places), name[position:], ending)


def _unit(name: str, position: int, before: Place | None) -> tuple[Place, int] | None:
    """The next place of the name: the nearest that ends, and of two with one end the zone."""
    city = _known_city(name, position)
    if city:
        end = position + len(city)
        return Place(city, "市", _city_level(city, before)), end
    corps = _CORPS_UNIT.match(name, position)
    if corps and (corps["province"] or (before is not None and before.suffix == "兵团")):
        return _corps(corps), corps.end()
    plain, zone = _UNIT.match(name, position), _ZONE_UNIT.match(name, position)
    if zone and (plain is None or zone.end("zone") <= plain.end()):
        return _zone(zone)
    if plain is None:
        return None
    suffix, end = _whole(name, plain)
    text = name[position:end]
    too_long = before is not None and len(text) > _MAX_LATER and not plain["autonomous"]
    named = before is not None and bool(_TOWNSHIP.fullmatch(text + name[end:]))
    if (_NO_UNIT.search(text) and not named) or too_long:
        return _zone(zone) if zone else None
    level = _city_level(text, before) if suffix == "市" else _LEVEL_OF.get(suffix, "city")
    return Place(text, suffix, level), end


def _known_city(name: str, position: int) -> str | None:
    """津市市, 晋城市, 辉县市: names that no rule cuts right."""
    end = name.find("市", position, position + _LONGEST_CITY)
    while end > position:
        city = name[position:end]
        if city in PREFECTURE_CITIES or city in COUNTY_CITIES or city in MUNICIPALITIES:
            return city + "市"
        end = name.find("市", end + 1, position + _LONGEST_CITY)
    return None


def _corps(match: re.Match[str]) -> Place:
    levels: dict[str, Level] = {"province": "province", "city": "city", "township": "township"}
    return Place(match.group(), "兵团", levels[match.lastgroup or "province"])


def _whole(name: str, match: re.Match[str]) -> tuple[str, int]:
    """The unit's suffix and end, where its first suffix is only a part of its name."""
    suffix, end = match["suffix"] or match["autonomous"] or "州", match.end()
    goes_on = _IN_NAMES.get(suffix)
    if suffix == "市" and end - match.start() == 2:
        goes_on = _SHORT_CITY
    further = goes_on.match(name[match.start() :], end - match.start()) if goes_on else None
    return (further.group(), match.start() + further.end()) if further else (suffix, end)


def _zone(match: re.Match[str]) -> tuple[Place, int] | None:
    text = match.group()
    if _NO_ZONE.search(text):
        return None
    level: Level = "county" if text.endswith(_DISTRICTS) else "zone"
    return Place(text, "zone", level), match.end()


def _city_level(text: str, before: Place | None) -> Level | None:
    """By the city's name; a city within a city or prefecture is one of its counties."""
    name = text[:-1]
    if name in MUNICIPALITIES:
        return "province"
    if before is not None and before.suffix in ("市", "州", "自治州", "盟", "地区"):
        return "county"
    if name in PREFECTURE_CITIES:
        return "city"
    return "county" if name in COUNTY_CITIES else None
