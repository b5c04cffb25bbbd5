"""C306: no applications this year or carried in, yet disputes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.contradictions.application_disagreements import application_disagreements
from extractor.checks.contradictions.dispute_disagreements import dispute_disagreements
from extractor.checks.contradictions.figures_told import section_at
from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.tables.printed import count
from extractor.checks.tables.readable import readable
from extractor.checks.tables.words import ROWS, place_of, printed_row
from extractor.reading.document import Place
from extractor.report.facts.model import Fact
from extractor.report.forms import APPLICANTS

_BY_TABLE, _BY_TEXT = 0.9, 0.75
# 针对2022年的答复, 上年收到的申请, 申请的时间在2022年: the break is explained.
_PAST = re.compile(r"[上去前]一?年度?|往年|历年|以前年度|此前|(?P<year>(?:19|20)\d\d)年度?")
_BEGAN = re.compile(
    r"申请(?!行政复议|复议)|答复|告知|结转|遗留|收到|受理|立案|提起|提出|审理|未审结|跨年"
)
_REACH = 40
# Not by an application at all: an act of disclosure itself is disputed.
_OTHER_CAUSE = re.compile(r"主动公开[^。；;]{0,20}(?:引起|引发|不服|被|提起)|举报|不履行主动公开")
_DISPUTED = re.compile(r"复议|诉讼|起诉|应诉|被诉")
_NOUGHT = 0


@dataclass(frozen=True, slots=True)
class _Disputes:
    """How many disputes there are, and what shows it."""

    total: int
    evidence: str
    place: str | None
    at: Place | None = None
    fact: Fact | None = None


def check(case: Case) -> Iterator[Finding]:
    applications = _none(case)
    disputes = _disputes(case) if applications else None
    if applications and disputes and disputes.total and not _explained(case):
        yield _finding(case, applications, disputes)


def _none(case: Case) -> str:
    """The words or cells that say that there were no applications; empty if there may be some."""
    for table in readable(case, "applications"):
        cells = [
            count(table.figure(row, column))
            for row in ("new", "carried_in")
            for column in APPLICANTS
        ]
        # The text may tell of some: then C301 has the cause.
        if any(value != _NOUGHT for value in cells) or application_disagreements(case):
            return ""
        return "；".join(printed_row(table.rows[row], ("total",)) for row in ("new", "carried_in"))
    if case.report.tables.applications is not None or "applications" in case.unread:
        return ""
    facts = case.report.facts
    received = facts.primary("received")
    carried = [f for f in facts.applications.get("carried_in", ()) if f.value]
    some = [f for f in facts.applications.get("received", ()) if f.value and f.year is None]
    if received is None or some or carried:
        return ""
    return case.report.flow.printed(received.start, received.end)


def _disputes(case: Case) -> _Disputes | None:
    for table in readable(case, "disputes"):
        if dispute_disagreements(case):
            return None  # C303 tells it
        rows = [row for row in table.rows.values() if row.key in ROWS["disputes"]]
        totals = [(row, count(row.figures.get("total"))) for row in rows]
        some = [(row, value) for row, value in totals if value]
        if not some or any(value is None for _, value in totals):
            return None
        evidence = "；".join(printed_row(row) for row, _ in some)
        place = "、".join(place_of("disputes", row.key, "total") for row, _ in some)
        at = some[0][0].figures["total"].place
        return _Disputes(sum(value for _, value in some if value), evidence, place, at)
    if case.report.tables.disputes is not None or "disputes" in case.unread:
        return None
    told = [case.report.facts.dispute(key, "total") for key in ("review", "suit")]
    known = [fact for fact in told if fact is not None and fact.value]
    if not known:
        return None
    evidence = case.report.flow.printed(known[0].start, known[0].end)
    return _Disputes(int(sum(f.value for f in known)), evidence, None, None, known[0])


def _explained(case: Case) -> bool:
    """Whether a sentence about disputes says where they come from."""
    return any(
        _DISPUTED.search(text) and (_earlier(case, text) or _OTHER_CAUSE.search(text))
        for sentence in case.sentences
        if sentence.told.section in ("disputes", "applications", "overview", "other")
        for text in [sentence.told.text]
    )


def _earlier(case: Case, text: str) -> bool:
    """Another year than the report's, and what began in it."""
    return any(
        _BEGAN.search(text, match.end(), match.end() + _REACH)
        for match in _PAST.finditer(text)
        if match["year"] is None or int(match["year"]) != case.year
    )


def _finding(case: Case, applications: str, disputes: _Disputes) -> Finding:
    fact = disputes.fact
    return Finding(
        message=Said(
            f"本年新收和上年结转的申请均为0，复议诉讼却有{disputes.total}件：请核对是否漏填申请，或在表四填了"
            "其他案件；确系以前年度申请引起的，请说明。",
            f"No applications, new or carried in, yet {disputes.total} review(s) or suit(s): check "
            "whether applications are missing or other cases were counted, or say where they "
            "come from.",
        ),
        section=section_at(case, fact.start) if fact else "disputes",
        place=disputes.place,
        evidence=f"{applications}；{disputes.evidence}",
        expected="0",
        found=str(disputes.total),
        confidence=_BY_TEXT if fact else _BY_TABLE,
        at=disputes.at,
        start=fact.start if fact else None,
        end=fact.end if fact else None,
        key="disputes",
    )


RULE = Rule(
    code="C306",
    name=Said("没有申请却有复议诉讼", "No applications, yet disputes"),
    severity="hint",
    why=Said(
        "政府信息公开复议诉讼多由申请引起。本年没有新收、也没有结转的申请而有复议诉讼，可能是漏填申请，"
        "或把其他案件填进了表四；由以前年度的申请引起的，在正文说明即可。",
        "Disputes mostly arise from applications. Without any, either applications are missing or "
        "other cases were counted; disputes over earlier years' applications should say so.",
    ),
    bad="表三：本年新收0，上年结转0；表四：行政复议总计1。",
    good="同上，正文：该件复议针对2022年的答复提出。",
    check=check,
)
