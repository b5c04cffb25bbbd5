"""Lacks between commas that the measures tell apart: A对不上，B常漏写。针对第一个问题，…

Plain clauses between commas are mostly one problem with its detail; here the measures refer to each
by number or by name, and there are as many as they count, or each has a measure plainly its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.language.meant import pairs, shipped
from extractor.language.numerals import chinese_number
from extractor.report.items import cues
from extractor.report.items.labels import NOUN_PROBLEM
from extractor.report.items.references import MOST, reference

_SAYINGS = re.compile(r"[：是，](?P<said>(?:“[^“”]{4,60}”[、，；]?){2,8})[等。]?$")
_SAYING = re.compile("“([^“”]+)”")
_BY_NAME = re.compile(
    r"(?:下一?步，|目前，|现，)?(?:(?:针对|对于?|围绕|就|关于)(?P<about>[^，。；：]{2,20}?)(?:方面|[一这][节环块事项])?的?(?:问题|不足)?"
    r"|(?P<name>[^，。；：]{2,16}?)(?:方面|[一这][节环块项]))，"
)
_BARE = re.compile(
    r"(?:不|未|没|无|较|偏|太|过于|很|有待|[仍还也又且并但却]|甚至|有的|有些|个别|导致|造成|致使|使得|影响|其中|主要|特别|尤其|群众|村民|居民|市民|百姓|家长)"
)
# 还处于起步阶段: only beside lacks in plainer words.
_BEGUN = re.compile(
    "(?:处于|停留在)[^，。；]{0,6}(?:起步|初级|探索|摸索|空白)|刚刚?起步|起步[较偏]?晚"
)
_KINDS = rf"(?:个?方面|[个点条项类])的?(?:{NOUN_PROBLEM}|短板|欠缺)?"
_COUNT = re.compile(rf"(?:主要)?[有是]?(?P<count>[两二三四五六]){_KINDS}，")
_COUNT_BEFORE = re.compile(rf"(?:(?:有|是|存在|为)(?P<count>[两二三四五六])(?:{_KINDS})?)[：，]$")
_MIN_PART = 6
_MEANT, _OTHERS = 0.6, 0.3
# 企业投诉过多, 职工白跑路: what came of the lacks in front
_CONSEQUENCE = re.compile(
    "^(?:企业|职工|患者|申请人|当事人|被?征收人|商户|旅客|乘客|用户|业主|学生|老人|司机|来访|办事|网民|投诉|咨询|[^，]{0,4}(?:军人|人员|群体))"
    "|(?:投诉|咨询|误读|误解|意见|来电|电话|跑路|反映|抱怨|询问|等候)[^，]{0,3}[多大频]"
)
_TWO = 2
# As logarithms of the odds that a measure is meant for a lack.
_PLAINLY, _NOT_AT_ALL = 1.0, -3.0


def told_apart(
    shadow: str, words: str, before: str, behind: str, led: bool
) -> list[tuple[int, int]]:
    """Where in a problem's clause the single lacks stand, if the words `before` count them or
    measures `behind` refer to several; none else. `led`: a lead introduced the clause."""
    counted = _counted(shadow, before)
    if counted:
        return counted
    openings = [part for part in re.split("[。；\n]", behind) if part]
    numbers = {
        place
        for part in openings
        if (told := reference(part, MOST)) is not None and told.led
        for place in told.to
    }
    many = max(numbers, default=-1) + 1 if len(numbers) >= _TWO else 0
    sayings = _SAYINGS.search(words)
    if sayings is not None:
        said = [match.span(1) for match in _SAYING.finditer(words, sayings.start("said"))]
        return said if many == len(said) else []
    found = _parts(shadow)
    if many:
        return found if many == len(found) else []
    parts = [words[first:last] for first, last in found]
    if not led or len(found) <= _TWO:
        return []
    return found if _are_named(openings, parts) or _are_met_apart(openings, parts) else []


def _counted(shadow: str, before: str) -> list[tuple[int, int]]:
    """存在两点不足，A不全面，B不畅通; 主要不足有三：A，B，C"""
    found = _parts(shadow)
    own = _COUNT.match(shadow)
    if own is not None and found and found[0][1] <= own.end():
        found = found[1:]
    count = own or _COUNT_BEFORE.search(before)
    many = count is not None and chinese_number(count["count"]) == len(found) >= _TWO
    return found if many else []


def _parts(shadow: str) -> list[tuple[int, int]]:
    """Between commas; what has no lack or no subject of its own explains the part in front."""
    found: list[tuple[int, int]] = []
    for match in re.finditer("[^，]+", shadow):
        part = match.group()
        lacks = cues.SUGGESTS_PROBLEM.search(part) or _BEGUN.search(part)
        own = lacks and len(part) >= _MIN_PART and not _BARE.match(part)
        if own or not found:
            found.append(match.span())
        else:
            found[-1] = (found[-1][0], match.end())
    return found


def _are_named(openings: Sequence[str], parts: Sequence[str]) -> bool:
    """对A，…；对B，… — two at least, each with the words of another part."""
    named = [m["about"] or m["name"] for part in openings if (m := _BY_NAME.match(part))]
    meant = [_meant(name, parts) for name in named]
    sure = [place for place in meant if place is not None]
    return len(sure) >= _TWO and len(set(sure)) == len(sure) == len(named)


def _are_met_apart(openings: Sequence[str], parts: Sequence[str]) -> bool:
    """Two at least, each by a measure of its own that is meant for none of the others."""
    clauses = [part for part in openings if len(part) >= _MIN_PART]
    if not clauses:
        return False
    scores = shipped().scores(parts, clauses)
    met = set()
    for column in scores.T:
        best = int(column.argmax())
        rest = [score for i, score in enumerate(column) if i != best]
        if column[best] >= _PLAINLY and max(rest) <= _NOT_AT_ALL:
            met.add(best)
    if len(met) < _TWO or 0 not in met:
        return False  # 服务不到位，叫号屏失灵，样张缺失: the first says what the others show
    return not any(_CONSEQUENCE.search(part) for i, part in enumerate(parts) if i not in met)


def _meant(name: str, parts: Sequence[str]) -> int | None:
    asked = pairs(name)
    shares = [len(asked & pairs(part)) / max(1, len(asked)) for part in parts]
    best = max(range(len(parts)), key=shares.__getitem__)
    others = max((share for i, share in enumerate(shares) if i != best), default=0.0)
    return best if shares[best] >= _MEANT and others <= _OTHERS else None
