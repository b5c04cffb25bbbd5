"""Every application told as answered in time, and some as late: 均按期答复, 2件超期答复."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.checks.contradictions.denials import N
from extractor.checks.contradictions.statements import Statement
from extractor.checks.model import Said

_NAME = Said("申请答复期限", "replies in time")
_LIMIT = r"(?:法定|规定)(?:的)?(?:工作日|期限|时限|时间)"
_ALL_IN_TIME = re.compile(
    rf"(?:均|全部|都|一律)[^，；]{{0,10}}{_LIMIT}之?内[^，；]{{0,8}}(?:办结|答复|办理|处理)"
    r"|(?:均|全部|都|一律)(?:已|依法|依规)*(?:按期|按时)(?:予以|进行)?(?:办结|答复|办理)"
    r"|按[时期](?:办结|答复)率(?:为|达到?|均为)*100%"
    r"|(?:没有|未发生|未出现|无)(?:一件)?(?:逾期|超期)(?:答复|办理|未答复)"
)
# 在法定期限内答复145件 is all of them where table three counts 145.
_SO_MANY_IN_TIME = re.compile(rf"{_LIMIT}之?内(?:办结|答复)(?P<number>\d{{1,6}})件")
_LATE = r"(?:超期|逾期|超过法定(?:期限|时限)|超时限?|未按[时期])"
_SOME_LATE = re.compile(
    rf"{N}件[^；]{{0,24}}{_LATE}[^，；]{{0,6}}?(?:答复|办结|办理)"
    rf"|{_LATE}(?:未)?(?:答复|办结|办理)(?:的)?(?:申请)?{N}件"
)
_APPLICATIONS = re.compile(r"申请|依申请公开")
_ANOTHER = re.compile(
    r"建议|提案|工单|热线|留言|信件|来信|许可|事项|投诉|申请人(?!致歉)|延期|补正|缴费|复议"
)


def late_clashes(
    told: Sequence[Statement], year: int | None, answered: int | None
) -> Iterator[tuple[Said, Statement, Statement]]:
    every = next((s for s in told if _all_in_time(s, year, answered)), None)
    if every is None:
        return
    for late in told:
        match = _SOME_LATE.search(late.around)
        if match is None or match.end() <= len(late.before) or _ANOTHER.search(late.around):
            continue
        if late.order != every.order and late.told() and late.of_year(year) and late.own():
            yield _NAME, every, late
            return


def _all_in_time(statement: Statement, year: int | None, answered: int | None) -> bool:
    if statement.section not in ("overview", "applications"):
        return False
    some = _SO_MANY_IN_TIME.search(statement.text)
    told = some is not None and int(some["number"]) == answered
    if not told and _ALL_IN_TIME.search(statement.text):
        told = _APPLICATIONS.search(statement.sentence) is not None
    if not told or _ANOTHER.search(statement.around):
        return False
    return statement.own() and statement.whole_year(year)
