"""The place an agency took in an evaluation (列省直单位第4名), told with two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.contradictions.counted_words import of_year
from extractor.checks.model import Case
from extractor.language.numerals import NUMERAL, chinese_number
from extractor.report.facts.model import Fact

# What stands further in front of a place is not looked at.
_REACH = 60
_PLACE = re.compile(
    r"(?:位列|名列|位居|排名|排在|[列居排])(?P<among>[\u4e00-\u9fff]{0,10}?)"
    rf"(?:中|里)?第\s?(?P<number>\d{{1,3}}|[{NUMERAL}]{{1,3}})\s?[名位](?![之的])"
)
_EVALUATED = re.compile(r"(?P<which>第三方评估|评估|考核|测评|评议|考评)")
_AREA = re.compile(r"全[国省市县区州]")
_OTHER = re.compile(
    r"上一?年|去年|往年|历年|[上下]半年|季度|(?<!\d)\d{1,2}月|月度|由|从|较|比|提升|上升|前移"
    r"|[\u4e00-\u9fff]{2}(?:[镇乡村]|街道|分局|中心|学校|医院|网站|公众号)(?=[位名列居排])"
)
_END = re.compile("[。！？；\n]")


@dataclass(frozen=True, slots=True)
class _Ranked:
    which: str
    among: str
    area: str
    fact: Fact


def ranked_twice(case: Case) -> tuple[Fact, Fact] | None:
    """The first place told, and the first other one of the same evaluation and group."""
    told = list(_ranked(case))
    for index, one in enumerate(told):
        same = [two for two in told if _alike(one, two)]
        values = {two.fact.value for two in same}
        later = [two for two in told[index + 1 :] if two in same]
        if len(values) == 2:
            return next(
                ((one.fact, two.fact) for two in later if two.fact.value != one.fact.value), None
            )
    return None


def _alike(one: _Ranked, other: _Ranked) -> bool:
    areas = {one.area, other.area} - {""}
    return (one.which, one.among) == (other.which, other.among) and len(areas) < 2


def _ranked(case: Case) -> Iterator[_Ranked]:
    for match in _PLACE.finditer(case.text):
        near = case.text[max(0, match.start() - _REACH) : match.start()]
        sentence = _END.split(near)[-1]
        evaluated = list(_EVALUATED.finditer(sentence))
        if not evaluated or not match["among"]:
            continue
        if _OTHER.search(sentence + match.group()) or not of_year(sentence, case.year):
            continue
        number = match["number"]
        value = int(number) if number.isdigit() else chinese_number(number)
        areas = _AREA.findall(sentence + match.group())
        if value is None or len(set(areas)) > 1:
            continue
        fact = Fact(
            value=value, unit="名", text=match.group(), start=match.start(), end=match.end()
        )
        yield _Ranked(evaluated[-1]["which"], match["among"], areas[0] if areas else "", fact)
