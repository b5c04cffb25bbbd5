"""Whose items a figure counts: the agency's own, or those of all that it leads or belongs to.

A bureau or an office that tells 全市行政机关公开312.6万条 beside 市局公开3,405条 reports its own; a
government reports its whole area.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractor.report.facts.disclosure_sums import adding_up
from extractor.report.facts.disclosure_words import Count

_AREA = "省市县区旗州盟"
_GOVERNMENT = re.compile(r"(?:政府|行署|公署|公所)$")
# 溯江省统计局 is 省局, 松洮县人民政府办公室 is 县政府办公室.
_TRADE = rf"(?:[^{_AREA}]|市[场政容])*"  # 市场监督管理局 is of no 市 by that
_BUREAU = re.compile(rf"(?P<level>(?!市[场政容])[{_AREA}]){_TRADE}(?P<kind>[局厅委署办])(?:员会)?$")
_OFFICE = re.compile(
    rf"(?P<level>[{_AREA}])(?:人民)?(?P<body>政府|行署|管委会|管理委员会)(?P<kind>办公[室厅])$"
)
_OURSELVES = r"[我本](?:[局厅委署办部]|单位|机关|部门|级)|(?:[局厅委署]|总局)(?:机关|本级|本部)"
_WHEN = r"(?:(?:19|20)\d\d年度?|全年|本年度?|年内|当年|今年|其中|同期|，)*"
_WIDE = re.compile(rf"全[{_AREA}国]|全系统|各级|[{_AREA}、]{{2,}}[两三四]级")
_ALL_OF_THEM = re.compile(rf"▁*{_WHEN}(?:{_WIDE.pattern})")

_BODY = re.compile(
    r"(?:[局委办厅县市区镇乡署处院站馆校省旗]|街道|机关|单位|中心|政府|部门|我们|系统|各地|平台"
    r"|渠道|累计|共|主动|全年|往外|对外|向外|社会|公众)$"
)


def names_a_body(subject: str) -> bool:
    """Whether the words in front of a verb say who discloses, or how."""
    return _BODY.search(subject) is not None


def own_figures(
    ranked: Sequence[tuple[int, Count]], counts: Sequence[Count], agency: str | None, sure: int
) -> list[tuple[int, Count]]:
    """The candidates without those of a wider scope, where the agency tells its own besides.

    全系统公开900条，本机关公开400条，所属单位公开500条 takes its whole apart, and reports that.
    """
    if agency is None or _GOVERNMENT.search(agency):
        return list(ranked)
    names = _names(agency)
    own = [score for score, count in ranked if names.match(_front(count))]
    if not own or max(own) < sure:
        return list(ranked)
    mine = {id(count) for _, count in ranked if names.match(_front(count))}
    return [
        (score, count)
        for score, count in ranked
        if not _is_wide(count) or any(id(part) in mine for part in adding_up(counts, count))
    ]


def is_own(count: Count, agency: str | None) -> bool:
    """县政府办公室公开: the office whose report this is, not a part of those who report."""
    if agency is None or _GOVERNMENT.search(agency):
        return False
    return _names(agency).match(_front(count)) is not None


def _front(count: Count) -> str:
    return count.clause.between(count.clause.start, count.number.start)


def _is_wide(count: Count) -> bool:
    scope = count.stands.scope
    return _ALL_OF_THEM.match(_front(count)) is not None or (
        scope is not None and _WIDE.match(scope) is not None
    )


@lru_cache(maxsize=64)
def _names(agency: str) -> re.Pattern[str]:
    """What the agency may call itself at a clause's beginning."""
    names = [_OURSELVES, re.escape(agency)]
    if office := _OFFICE.search(agency):
        names.append(
            rf"{office['level']}(?:人民)?{office['body']}办(?:公[室厅])?(?:本级|机关|（[^（）]*）)?"
        )
    elif bureau := _BUREAU.search(agency):
        names.append(rf"{bureau['level']}{bureau['kind']}(?![{_AREA}])")
    return re.compile(rf"▁*{_WHEN}(?:{'|'.join(names)})")
