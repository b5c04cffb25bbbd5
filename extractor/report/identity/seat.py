"""Where a body sits whose name does not tell it: 国家统计局云岭调查队, 红星水库管理处."""

from __future__ import annotations

import re

from extractor.report.identity.places import ParsedName, Place, parsed
from extractor.report.record import Level

# 旅游局 and 旅游区 share a word: of departments only the central ones are called after places.
_CALLED_AFTER_PLACE = re.compile(
    "(?:队|学院|大学|学校|中学|小学|高中|幼儿园|医院|公司|集团|馆|海关|海事局|银行|支行|[林农牧渔茶]场|站|台"
    "|管理[处所局]|中心)$"
)
_OWNED = re.compile("^(?:国有|国营|公立|民办)")
_STEMS = (2, 3, 4)
_KIND_OF_PLACE = "(?:自治[区县州旗]|[省市县旗盟州]|区(?!域)|地区)"
_ZONE = re.compile("(?:工业|商务|旅游|示范|开发|保护|风景|景|社|园|校|库|院|灌|林|矿|牧|农)区")
# 受县水利局委托, 按照区教育局要求: whose unit a body without any place is.
_ABOVE = re.compile(
    r"(?:受|按照?|根据|依照|遵照|由|经|在|隶属于?|归口?|是|系|作为|依托)"
    r"(?P<kind>[省市县区旗])(?=(?:人民政府|政府|委|[\u4e00-\u9fff]{2,10}?局))"
)
# 林场为云岭县林业局直属事业单位: the owner's place is the body's.
_OWNER = re.compile(
    r"(?:是|为|系|隶属于?|归|由|受)(?P<owner>[\u4e00-\u9fff]{2,20}?(?:局|委员会|人民政府|厅|(?<=[健改])委))"
    r"(?=[^。；，,]{0,10}(?:直属|所属|下属|主管|举办|主办|管理|设立|派出|委托|兴办))"
)
_OPENING = 500
_LEVELS: dict[str, Level] = {"县": "county", "区": "county", "旗": "county"}
_NAMES_ITS_KIND = re.compile("^[省市县区镇乡旗州盟]|^国家|^中国|^全国")


def seat_of(agency: ParsedName, text: str) -> Place | None:
    """云岭县, where the text names the place that the body is called after."""
    if agency.places or not (agency.central or _CALLED_AFTER_PLACE.search(agency.body)):
        return None
    body = _OWNED.sub("", agency.body)
    found: dict[str, Place] = {}
    for length in _STEMS:
        if len(body) <= length:
            break
        for match in re.finditer(re.escape(body[:length]) + _KIND_OF_PLACE, text):
            places = parsed(match.group()).places
            if len(places) == 1 and not _ZONE.search(match.group()):
                found[places[0].name] = places[0]
    if found or agency.central:
        return next(iter(found.values())) if len(found) == 1 else None
    owner = _OWNER.search(text[:_OPENING])
    places = parsed(owner["owner"]).places if owner else ()
    return places[-1] if places and places[-1].level != "township" else None


def level_above(agency: ParsedName, text: str) -> Level | None:
    """The level of the one kind of office that directs a body without a place."""
    if agency.places or agency.central or _NAMES_ITS_KIND.match(agency.body):
        return None
    kinds = {match["kind"] for match in _ABOVE.finditer(text[:_OPENING])} - {"省", "市"}
    return _LEVELS[kinds.pop()] if len(kinds) == 1 else None
