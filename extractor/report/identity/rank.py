"""What an agency's name, and the words around it, say of its region, level and kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.report.dividing.patterns import any_of
from extractor.report.identity.cities import MUNICIPALITIES
from extractor.report.identity.places import NAMELESS, ParsedName
from extractor.report.identity.seat import level_above, seat_of
from extractor.report.record import Kind, Level

_NATIONAL = re.compile("^(?:国家|中国|中华人民共和国|国务院|全国)|(?:总局|总署)$|^审计署$")
# 国家矿山安全监察局澜东局, 财政部澜东监管局 are no ministries.
_BELOW_NATIONAL = re.compile(
    "(?:局|委员会|部|总署|署)(?!办公[室厅]).{2,}(?:局|队|中心|处|办|办公室|站|院|校)$"
    "|^中国民用航空(?!局$|总局$)|(?:公司|集团|大学|学院|医院)$"
)
_PARTY = re.compile(any_of("宣传部 组织部 统战部 武装部 人武部 俱乐部 指挥部"))
_GOVERNMENT = re.compile(r"(?:人民)?政府|(?:行政公署|行署)|公所|(?:人民)?政府(?!办公)\W.*")
_OFFICE = re.compile(
    r"[省市县区旗镇乡州盟]?(?:人民政府|政府|行政公署|行署|管理委员会|管委会)办(?:公[室厅])?"
)
# 县委宣传部, 共青团县委, 纪委监委: what is the party's or a congress's is no department.
_PARTYS = re.compile(
    r"[省市县区旗州盟]?(?:委(?!员会)(?!.{0,4}政府)|纪委|纪律检查|监委|监察委)|[省市县区]?直?(?:属)?机关(?:工委|党委)"
    r"|.*(?:人大|人民代表大会|政协|政治协商会议).*|(?:人民)?(?:武装部|法院|检察院).*"
)
_PARTY_NAMES = ("中共", "中国共产党", "共青团", "中国共产主义青年团")
# 第二中学校长办公室, 县医院院办: an office of what is no department.
_INSTITUTION = re.compile(
    "(?:医院|卫生院|中学|小学|学校|大学|学院|幼儿园|公司|集团)"
    "(?:校长|院长|党政|党委|综合|行政|[院校]务(?:公开)?)?办(?:公室)?$"
)
_FORCE = re.compile(
    "(?:公安|城市管理|执法|监督管理|交通运输|消防救援)局[\u4e00-\u9fff]{2,8}[总支大中]队$"
)
_NOT_DEPARTMENT = re.compile("(?:管理|营业|服务|经营|项目|门诊|俱乐)部$|供电局$")
# 县人民政府驻省城办事处: the government's own office.
_AWAY = re.compile("(?:人民政府|政府)?驻[\u4e00-\u9fff]{1,12}(?:办事处|联络处|办)")
_ZONE_BODY = re.compile("(?:党工委)?(?:管理委员会|管委会)|")
_DEPARTMENT = re.compile(
    any_of(
        "局 厅 署 部 委 (?<!居民|村民|员工)委员会 (?<!街道)办公室 (?<!街道)办 海关 机关"
        " (?:执法|消防救援|消防|交警|交通管理|交管|警察|公安|监察)(?:支队|大队|总队) 调查总?队"
        " 支队(?:直属)?第?[一二三四五六七八九十]{1,2}大队"
        " 派出所 司法所 监督管理所 监管所 行政公署 行署"
    )
    + "(?:[（(].*)?$"
)
_BANK = "中国人民银行"
_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,2})"
# What lies below a prefecture-level city, and what below a county-level one.
_CITY_SURE = re.compile(
    any_of(
        r"县[（(][市区] 县、?市、?区 各县 区县 县区 县级(?!市) [各个]县级市 市、县 县市区"
        r" 区市县 旗县 区[（(]市 市、?区两级 区[（(]县 各区(?!域) 市辖区 设区"
        r" 县两级 \d个区 辖区?\d+[个区县] [\u4e00-\u9fff]{2}[县区]、[\u4e00-\u9fff]{2}[县区]"
        rf" {_N}县{_N}[市区] {_N}[市区]{_N}[市县] 全市{_N}个?[县区](?!域)"
    )
)
_COUNTY = re.compile(
    any_of(
        "乡镇 镇街 各镇 乡[（(]镇 镇[（(][街乡] 镇、街 镇办 村居 [镇乡道][、和](?:街道|镇|乡) 个镇"
    )
)
# More townships than this are seldom those of one county-level city.
_MOST_TOWNSHIPS = 25
_COUNTED = re.compile(r"(?P<many>\d{1,4})个?$")
# 各乡镇, 市、乡两级, 我市乡镇: the city's own; 需到乡镇查询 does not say whose.
_OF_THE_CITY = re.compile(
    r"(?:各[级个]?|全市的?|我市的?|所有|所属|所辖|下辖|[市、和与对向]|街道|[村社]区?|个)$"
)
# 作为汀宁市代管的县级市
_SAID_COUNTY = re.compile(
    "(?:作为|是|系|属于?)[^。，,；对各等]{0,12}县级市(?:之一)?(?:[，,。；]|$)"
)
# 按照汀宁市人民政府部署: a city that directs this one is a prefecture's.
_DIRECTED = re.compile(
    rf"{any_of('按照 根据 依据 遵照 落实 贯彻 执行 接受 在 对照')}(?:[^。；\n]{{0,20}}?[、和及])?"
    r"《?(?P<above>(?:(?![省委国全各我本县区上级和及两市政府在])[\u4e00-\u9fff]){2,4}(?<![城都超])市)"
    r"(?:人民政府|政府|委|[\u4e00-\u9fff]{2,10}?(?:局|委员会|办公室|中心))[^。；\n]{0,30}?"
    rf"{any_of('部署 要求 通知 安排 指导 领导 精神 要点 方案 意见')}"
)
# 在汀宁市对所辖9个县（市、区）的评估中位列第三: the city above, and its counties.
_CITY_NAME = (
    r"(?P<above>(?:(?![省委国全各我本县区上级和及两市政府在年度])[\u4e00-\u9fff]){2,3}"
    r"(?<![城都超门]))"
)
_RATED = re.compile(
    rf"(?:在|获|被){_CITY_NAME}(?:地级)?市[^，。；\n]{{0,24}}?(?:评估|考核|测评|评比|评议|评价)(?:结果)?"
    r"(?:中|里|位[列居]|排名|得分|获)"
    rf"|{_CITY_NAME.replace('above', 'prefecture')}地级市"
)
_SENTENCE_END = re.compile(r"[。；\n]")
# 云岭区东湖办事处: a street office that leaves 街道 out.
_STREET = re.compile("(?!.*[驻局府])[\u4e00-\u9fff]{2,4}办事处")
# Offices that only a city, a county or a province has.
_BODY_LEVEL: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("province", re.compile("总队|厅$|高级人民法院")),
    (
        "county",
        re.compile(
            "(?<!支队)(?<!支队直属)(?<!直属)(?<!直属.)(?<!支队.)(?<!支队第.)大队|派出所|司法所|支局$"
        ),
    ),
)
# Branches of central offices, whose names have no kind of place: 监管局 is of a province.
_CENTRAL_LEVEL: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("province", re.compile("总队$|(?<!监管分)(?<!分)监管局$")),
    ("city", re.compile("监管分局$")),
    ("county", re.compile("监管支局$")),
)
_BRANCH_OF_ZONE = re.compile("高新|经开|开发|园区|新区|保税|度假")
_FIRST: dict[str, Level] = {
    "省": "province", "县": "county", "区": "county", "旗": "county", "州": "city", "盟": "city",
    "镇": "township", "乡": "township",
}  # fmt: skip
_SELF_CITY = re.compile("市(?!场|政|民|容|委(?!办))")
# 乡村振兴局, 区域合作局: words that begin like a place's kind.
_NO_RANK = re.compile("区域|州际|乡村|镇村|县域|省际|旗舰")
_CITY_SUFFIXES = ("市", "州", "自治州", "地区", "盟")


def level_of(agency: ParsedName, text: str) -> Level | None:
    """The agency's level; where 市 leaves it open, the text's words for what lies below decide."""
    if not agency.places:
        seat = seat_of(agency, text)
        if seat is not None:
            central = _level_without_place(agency, text) if agency.central else None
            return seat.level or central or _city_level(text, seat.name)
        return _level_without_place(agency, text) or level_above(agency, text)
    last = agency.places[-1]
    if agency.branch and last.suffix in _CITY_SUFFIXES:
        return "zone" if _BRANCH_OF_ZONE.search(agency.branch) else "county"
    if agency.branch and (city := _branch_city(agency, text)):
        return _city_level(text, city)  # 云岭省公路中心汀宁分中心, of 汀宁市
    if last.level == "county" and _STREET.fullmatch(agency.body):
        return "township"
    if last.level is not None:
        return last.level
    by_body = (level for level, pattern in _BODY_LEVEL if pattern.search(agency.body))
    return next(by_body, None) or _city_level(text, last.name)


def _level_without_place(agency: ParsedName, text: str) -> Level | None:
    body = agency.body
    if agency.central:
        if not body:
            return "ministry"
        return next((level for level, pattern in _CENTRAL_LEVEL if pattern.search(body)), None)
    if _NATIONAL.search(body) or (body.endswith("部") and not _PARTY.search(body)):
        return None if _BELOW_NATIONAL.search(body) else "ministry"
    if _SELF_CITY.match(body):
        return _city_level(text)
    return _FIRST.get(body[:1]) if not _NO_RANK.match(body) else None


def _city_level(text: str, name: str = "") -> Level | None:
    """Of a city whose name is not known: most that speak of no townships have districts below.

    None where townships are spoken of, and not whose they are.
    """
    above = _rated_by(text, name)
    if any(_CITY_SURE.search(clause) for clause in _without(text, above)):
        return "city"
    if above or _SAID_COUNTY.search(text) or _is_directed(text, name):
        return "county"
    towns = [_is_own_town(text, match) for match in _COUNTY.finditer(text)]
    if any(towns):
        return "county"
    return None if towns else "city"


def _is_own_town(text: str, match: re.Match[str]) -> bool:
    """Whether the townships spoken of are those of a county-level city itself."""
    before = text[max(0, match.start() - 8) : match.start()].removesuffix("街")
    counted = _COUNTED.search(before)
    if counted is not None:
        return int(counted["many"]) <= _MOST_TOWNSHIPS
    return match.group().startswith("各") or _OF_THE_CITY.search(before) is not None


def _rated_by(text: str, name: str) -> list[re.Match[str]]:
    """Where the text names a city that rates this one."""
    if not name:
        return []
    own = name.removesuffix("市")
    found = _RATED.finditer(text)
    return [m for m in found if not (m["above"] or m["prefecture"]).endswith(own)]


def _without(text: str, above: Sequence[re.Match[str]]) -> Iterator[str]:
    """The text but for the sentences that speak of a city above."""
    position = 0
    for match in above:
        yield text[position : match.start()]
        rest = _SENTENCE_END.search(text, match.end())
        position = rest.start() if rest else len(text)
    yield text[position:]


def _is_directed(text: str, name: str) -> bool:
    """Whether another city directs this one; a word may cling to the name: 了汀宁市."""
    if not name:
        return False
    if re.search(f"市[、和](?:{re.escape(name)}|我市)两级", text):
        return True
    above = {match["above"] for match in _DIRECTED.finditer(text)}
    return any(not city.endswith(name) and city[:-1] not in MUNICIPALITIES for city in above)


def kind_of(agency: ParsedName, *, for_government: bool = False) -> Kind:
    """Government, department or neither; its office is a department, except where the title says
    that it reports for the government.
    """
    body, last = agency.body, agency.places[-1] if agency.places else None
    if _is_none_of_governments(agency):
        return "other"
    if _AWAY.fullmatch(body):
        return "department"
    if _OFFICE.fullmatch(body):
        return "government" if for_government else "department"
    if last is not None and last.suffix == "街道":
        own = body == "办" or "办事处" in body or not _DEPARTMENT.search(body)
        return "other" if own else "department"
    if last is not None and (_GOVERNMENT.fullmatch(body) or (not body and last.suffix != "zone")):
        return "government"
    if last is not None and last.suffix == "zone" and _ZONE_BODY.fullmatch(body):
        return "government"
    if re.fullmatch(
        r"[省市县区旗镇乡州盟]?(?:人民)?政府|[省市县区]?[\u4e00-\u9fff]{0,2}(?:管委会)", body
    ):
        return "government"
    if re.search(r"(?<!监督|城市|环境|市政)管理委员会$|管委会$|办事处$", body):
        return "other"
    if agency.central == _BANK and body.endswith("行"):
        return "department"
    central = bool(agency.central) and not body
    department = _DEPARTMENT.search(body) or _FORCE.search(body)
    return "department" if central or department else "other"


def _is_none_of_governments(agency: ParsedName) -> bool:
    """Whether it is a body of the party, a congress or a court, or an institution's office."""
    body = agency.body
    party = agency.central in _PARTY_NAMES or _PARTYS.match(body)
    return bool(party or _INSTITUTION.search(body) or _NOT_DEPARTMENT.search(body))


def region_of(agency: ParsedName, text: str = "") -> str | None:
    """The smallest place named; of what lies within a county that county, be it a township or a
    zone; of a zone without a name of its own the city.
    """
    places = agency.places
    if not places:
        seat = seat_of(agency, text)
        return seat.name if seat else None
    last = places[-1]
    if agency.branch and last.suffix in _CITY_SUFFIXES:
        return _branch_region(agency.branch, text) or last.name
    if agency.branch and (city := _branch_city(agency, text)):
        return city
    if last.suffix == "兵团":
        return "".join(place.name for place in places if place.level != "township")
    if last.suffix == "zone" and len(places) > 1 and places[-2].level == "county":
        return places[-2].name
    if last.suffix == "zone" and NAMELESS.fullmatch(last.name):
        return places[-2].name if len(places) > 1 else None
    if last.level == "township":
        return places[-2].name if len(places) > 1 else None
    return last.name


def _branch_city(agency: ParsedName, text: str) -> str | None:
    """汀宁市, where the text names the city of a province's 汀宁分中心."""
    if agency.places[-1].level != "province" or agency.places[-1].suffix == "市":
        return None
    found = re.search(
        rf"(?<![\u4e00-\u9fff]市){re.escape(agency.branch)}(?:市|自治州|州|地区)", text
    )
    return found.group() if found else None


def _branch_region(name: str, text: str) -> str | None:
    """鹭汀区, where the text names the district of 公安局鹭汀分局."""
    found = re.search(rf"{re.escape(name)}(?:新区|自治县|[区县市旗])", text)
    return found.group() if found else None
