"""The region that a report's folders tell, where one of them plainly is a region's name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from extractor.report.identity.places import parsed
from extractor.report.identity.rank import level_of
from extractor.roster.names import plain

# 01 临溪县, 临溪县2023年: numbers that sort or date a folder.
_NUMBERED = re.compile(r"^[\d\s._、（）()\-]+|[\s._（(\-]*(?:20\d\d)?\s*年?度?[\s）)\d._\-]*$")
# 待审区, 示范县, 各县: kinds of folders and of places, no names.
_NO_NAME = re.compile(
    "^[各某每其待未已附第非]|合格|资料|示范|试点|材料|文件|数据|工作|作业|备份|报送|下载|测试|样本|存放"
    "|重点|贫困|县市|市县|区县"
)
_COUNTIES = re.compile("[县区旗市]$")
_LEAST = 3


def region_of_path(path: str, agency: str | None) -> str | None:
    """For an agency whose place nobody names: 县水务局, 城关镇人民政府. The innermost folder that
    is a region, of the agency's kind; of a bare 水务局 only a county can be told."""
    if not agency:
        return None
    for folder in reversed(PurePosixPath(path).parts[:-1]):
        region = _region(folder)
        if region is not None:
            return region if _fits(region, agency) else None
    return None


def _region(folder: str) -> str | None:
    name = _NUMBERED.sub("", folder)
    places = parsed(name).places if len(name) >= _LEAST else ()
    whole = "".join(place.name for place in places) == name
    if not places or not whole or _NO_NAME.search(name) or not _COUNTIES.search(name):
        return None
    return places[-1].name if places[-1].suffix != "zone" else None


def _fits(region: str, agency: str) -> bool:
    name = parsed(plain(agency))
    if name.central or level_of(name, "") in ("ministry", "province"):
        return False
    place = parsed(region).places[-1]
    if name.places:
        # A township lies in a county; of an unknown 市 nobody knows whether it is one.
        return name.places[0].level == "township" and place.level == "county"
    if name.body[:1] in "省市县区旗州盟":
        return region.endswith(name.body[0])
    return region.endswith(("县", "旗"))
