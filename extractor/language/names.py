"""Agencies and places as reports name them: 临溪县水务局, 县民政局, 我局, 临溪县."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_AREA = "特别行政区|自治区|自治州|自治县|自治旗|地区|省|市|州|盟|县|区|旗|镇|乡|街道"
_BODY = (
    "人民政府办公厅|人民政府办公室|人民政府|街道办事处|管理委员会|管委会|委员会|办公厅|办公室|事务中心"
    "|服务中心|管理局|监督局|税务局|总局|总署|局|厅|署|支队|中心|海关|气象台"
)
# A name begins after a sign or a word that cannot be part of one; the list is of such words.
_BOUNDARY = r"(?:(?<=[^\u4e00-\u9fff])|(?<=[由经向和与及在对按是为的被将同原])|^)"
_AGENCY = re.compile(
    rf"{_BOUNDARY}(?P<name>(?:[\u4e00-\u9fff]{{1,7}}?(?:{_AREA})){{1,3}}[\u4e00-\u9fff]{{0,14}}?(?:{_BODY}))"
    r"(?![\u4e00-\u9fff]{0,2}(?:长(?!期)|面))"
)
_SELF = re.compile(
    r"(?:我|本)(?:局|委|办|厅|部|镇|乡|街道|县|区|市|省|单位|机关|中心|院|署|处|旗|州|盟)(?![面部])"
)
_PLACE = re.compile(rf"{_BOUNDARY}(?P<name>[\u4e00-\u9fff]{{2,7}}?(?:{_AREA}))")
_NOT_NAMES = re.compile(r"^(?:全|各|我|本|该|有关|相关|其他|上级|下级|部门|城|社|辖|片|园|新|老)")
# What the pattern takes in with a name because Chinese has no blanks; the name begins behind it.
_LEAD = re.compile(
    r"^.*(?:按照?|依照|照|参加|放在|通过|来自|来源于|报送|报|经|由|向|与|是|及|对|在|为|月|日|年|并|再)"
    r"(?=[\u4e00-\u9fff]{2})"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its place; kind self: the report speaks of itself (我局)."""

    text: str
    kind: Literal["agency", "self", "place"]
    start: int
    end: int


def names(text: str) -> list[Name]:
    """Agencies, self-references and places, in order."""
    found = [Name(m.group(), "self", m.start(), m.end()) for m in _SELF.finditer(text)]
    found += [name for m in _AGENCY.finditer(text) if (name := _named(m, "agency"))]
    found += [name for m in _PLACE.finditer(text) if (name := _named(m, "place"))]
    return sorted(found, key=lambda name: (name.start, -name.end))


def _named(match: re.Match[str], kind: Literal["agency", "place"]) -> Name | None:
    name = _LEAD.sub("", match["name"])
    if len(name) < 3 or _NOT_NAMES.match(name):
        return None
    return Name(name, kind, match.end() - len(name), match.end())
