"""Who can make 规章: 国务院部门, provinces, 设区的市, 自治州, and four cities without districts."""

from __future__ import annotations

import re

from extractor.report.identity.cities import COUNTY_CITIES
from extractor.report.identity.places import parsed
from extractor.report.read_identity import Identity

# Offices that report for their government: 人民政府办公厅, 行署办公室.
_OF_GOVERNMENT = re.compile(r"(?:政府|公署|行署)办公[室厅]$|(?:政务|信息)公开|研究室$|^中共")
_BELOW = ("county", "township", "zone")


def cannot_make(identity: Identity, rank_known: bool = False) -> bool:
    """Whether the agency surely cannot make 规章; False where its rank is not sure. `rank_known`:
    its level is not read from its name but given."""
    agency, level = identity.agency, identity.level
    if agency is None or level is None or level == "ministry":
        return False
    name = parsed(agency.value)
    last = name.places[-1] if name.places else None
    if last is None:
        # 县水务局 tells its level, 市水务局 and 监管局 do not.
        return level in _BELOW and not name.central
    if identity.kind == "government" or _OF_GOVERNMENT.search(agency.value):
        # 市 may be either: only a city known to be a county's equal is one for sure.
        is_city = last.suffix == "市"
        sure = rank_known or not is_city or last.name.removesuffix("市") in COUNTY_CITIES
        return level in _BELOW and sure
    return True
