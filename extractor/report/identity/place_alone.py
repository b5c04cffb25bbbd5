"""The body of a place that the title names alone: 红岩头镇2023年… is 红岩头镇人民政府's report."""

from __future__ import annotations

import re

from extractor.report.dividing.patterns import any_of
from extractor.report.flow import Flow
from extractor.report.identity.places import NAMELESS, Place, parsed
from extractor.report.identity.stated import Stated

# Bodies of a place, which titles like to leave out: 石磨岭镇2023年…
BODY = (
    r"(?:人民政府(?:办公[室厅])?|街道办事处|办事处|管理委员会|管委会"
    r"|政府(?!信息|采购|网)(?:办公[室厅])?)"
)
BEFORE_NAME = re.compile(
    "^.*"
    + any_of(
        "编制 编写 公布 发布 现?将 由 为 对 是 请?与 向 在 经(?![济开贸信营]) 即 系 的"
        " 按照 根据 依据"
    )
    + r"(?=[\u4e00-\u9fff]{3})"
)
_ZONE_BODY = "管理委员会"
_ZONE_BODY_SHORT = "管委会"
# 行署 stands for a government in what is left of the old prefectures.
_BODY_OF = {"街道": "办事处", "地区": "行政公署", "盟": "行政公署"}


def body_named(
    flow: Flow, place: str, stretches: tuple[tuple[int, int], ...]
) -> Stated[str] | None:
    """The body of a place that the title names alone: 红岩头镇 → 禾塘县红岩头镇人民政府."""
    body = BODY if not place.endswith("街道") else "办事处"
    pattern = re.compile(
        rf"(?P<before>[\u4e00-\u9fff]{{2,12}}(?:省|市|县|区|旗"
        rf"|州))?{re.escape(place)}{body}(?!门户|网站|网)"
    )
    for start, end in stretches:
        match = pattern.search(flow.text, start, end)
        if match is None:
            continue
        lead = BEFORE_NAME.match(match["before"] or "")
        first = match.start() + (lead.end() if lead else 0)
        return Stated(flow.text[first : match.end()], first, match.end())
    return None


def with_its_body(flow: Flow, titled: Stated[str]) -> Stated[str]:
    """The name as other years' titles have it: as the text names the body anywhere, or else with
    the body that every such place has.
    """
    places = parsed(titled.value).places
    if not places or parsed(titled.value).body or NAMELESS.fullmatch(places[-1].name):
        return titled
    body = _its_body(flow, places[-1])
    return Stated(titled.value + body, titled.start, titled.end)


def _its_body(flow: Flow, place: Place) -> str:
    if place.suffix == "zone" and place.level == "zone":
        short = _ZONE_BODY_SHORT in flow.text and _ZONE_BODY not in flow.text
        return _ZONE_BODY_SHORT if short else _ZONE_BODY
    return _BODY_OF.get(place.suffix, "人民政府")
