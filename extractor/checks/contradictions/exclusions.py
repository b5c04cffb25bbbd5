"""Pairs of statements of which only one can be true."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.checks.contradictions.channels_closed import channel_clashes
from extractor.checks.contradictions.events import event_clashes
from extractor.checks.contradictions.matters import matter_clashes
from extractor.checks.contradictions.replies_late import late_clashes
from extractor.checks.contradictions.statements import Statement, statements
from extractor.checks.contradictions.words_told import clause_around
from extractor.checks.model import Case, Said
from extractor.checks.tables.printed import count
from extractor.checks.tables.readable import readable
from extractor.report.facts.model import Fact

_SURE, _LIKELY = 0.85, 0.75
_OUTCOMES = (
    "answered",
    "granted",
    "partial",
    "refused",
    "unavailable",
    "not_processed",
    "carried_out",
)
_RECEIVED = Said("收到申请", "applications received")
_NO_DISPUTES = Said("复议诉讼", "disputes")
_N = r"(?:\d+|[一二两三四五六七八九十])"
_DISPUTED = re.compile(
    rf"{_N}(?:件|宗|起)[^，。；]{{0,10}}(?:行政)?(?:复议|诉讼|败诉)"
    rf"|(?:复议|诉讼)(?:案件)?{_N}(?:件|宗|起)"
    rf"|被(?:复议机关|法院|上级机关)?(?:纠正|撤销|责令重新答复)的{_N}?(?:件|宗|起)?"
)
_ABOUT_ANSWERS = re.compile("信息公开|申请|答复|复议")
_NOT_OURS = re.compile(
    r"防止|避免|减少|降低|防范|风险|隐患|案例|全[省市县]|兄弟|其他单位|行政处罚|行政许可|征收|作为复议机关"
    r"|代理|引以为戒|如|若|一旦"
)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two stretches of the text that exclude each other."""

    name: Said
    first: tuple[int, int]
    second: tuple[int, int]
    confidence: float = _SURE


def clashes(case: Case) -> list[Clash]:
    told = statements(case)
    stated = case.report.identity.agency
    agency = stated.value if stated else ""
    found = [
        *(_clash(*pair, _SURE) for pair in event_clashes(told, case.year, agency)),
        *(_clash(*pair, _SURE) for pair in matter_clashes(told, case.year, agency)),
        *(_clash(*pair, _SURE) for pair in late_clashes(told, case.year, _answered(case))),
        *(_clash(*pair, _LIKELY) for pair in channel_clashes(told, case.year, agency)),
        *_applications(case),
        *_disputes(case, told),
    ]
    return sorted(found, key=lambda clash: max(clash.first, clash.second))


def _answered(case: Case) -> int | None:
    """How many applications table three says were answered."""
    for table in readable(case, "applications"):
        row = table.rows.get("total")
        return count(row.figures.get("total")) if row else None
    return None


def _clash(name: Said, one: Statement, other: Statement, confidence: float) -> Clash:
    first, second = sorted([(one.start, one.end), (other.start, other.end)])
    return Clash(name, first, second, confidence)


def _applications(case: Case) -> list[Clash]:
    """未收到申请, and outcomes or a figure received; where table three says, C301 does."""
    if any(readable(case, "applications")) or "applications" in case.unread:
        return []
    facts = case.report.facts
    received = [f for f in facts.applications.get("received", ()) if _ours(case, f)]
    none = next((f for f in received if not f.value), None)
    if none is None or any(f.value for f in facts.applications.get("carried_in", ())):
        return []
    some = [f for key in _OUTCOMES for f in facts.applications.get(key, ()) if _ours(case, f)]
    some = [f for f in (*received, *some) if f.value and not f.derived]
    if not some:
        return []
    first, second = sorted([(none.start, none.end), (some[0].start, some[0].end)])
    return [Clash(_RECEIVED, first, second, _LIKELY)]


def _ours(case: Case, fact: Fact) -> bool:
    if fact.year is not None or fact.part or fact.scope is not None:
        return False
    # 上年无未办申请 is told of what was carried in.
    start, end = clause_around(case, fact.start, fact.end)
    return bool(fact.value) or "上年" not in case.text[start:end]


def _disputes(case: Case, told: Sequence[Statement]) -> list[Clash]:
    """No review and no suit, yet section five tells of one that was lost."""
    none = _no_disputes(case)
    if none is None:
        return []
    for statement in told:
        if statement.section != "issues" or not _DISPUTED.search(statement.text):
            continue
        if _NOT_OURS.search(statement.around) or not statement.told() or not statement.own():
            continue
        if statement.whole_year(case.year) and _ABOUT_ANSWERS.search(statement.sentence):
            return [Clash(_NO_DISPUTES, none, (statement.start, statement.end), _LIKELY)]
    return []


def _no_disputes(case: Case) -> tuple[int, int] | None:
    """The words that deny disputes, where table four does not say otherwise."""
    for table in readable(case, "disputes"):
        totals = [count(row.figures.get("total")) for row in table.rows.values()]
        if any(value != 0 for value in totals):
            return None
        place = _denial(case)
        section = case.report.outline.section("disputes")
        if place is None and section is not None and section.heading is not None:
            return section.heading.start, section.heading.end
        return place
    return _denial(case)


def _denial(case: Case) -> tuple[int, int] | None:
    facts = case.report.facts.disputes
    totals = [f for key in ("review", "suit") for f in facts.get(key, {}).get("total", ())]
    own = [f for f in totals if f.year is None]
    if len(own) < 2 or any(f.value for f in own):
        return None
    return own[0].start, own[0].end
