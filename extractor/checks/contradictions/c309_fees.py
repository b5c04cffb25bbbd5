"""C309: statements about the information fee that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.contradictions.disagreements import shown
from extractor.checks.contradictions.figures_told import comparable, narrow_ones, section_at
from extractor.checks.contradictions.words_told import clause_around, heading_at, quoted
from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.tables.printed import count
from extractor.checks.tables.readable import readable
from extractor.checks.tables.words import place_of, printed_row
from extractor.report.facts.model import Fact

_SURE, _LIKELY = 0.9, 0.7
# 10件以下不收费, 其余未收取: no statement about all of the year.
_NOT_ALL = re.compile(
    r"以下|以内|不超过|标准|原则|一般|除|其余|其他|之外|以外|另外|额外|违规|超范围|再收|多收|重复|部分申请|减免|免予|免收|[件人]未|逾期|放弃|应当|可以不|不得"
)
_EARLIER = re.compile(
    r"上一?年|去年|往年|以前|此前|(?:19|20)\d\d年(?:度)?(?:发出|通知|应收|欠)|补缴|补收"
)


@dataclass(frozen=True, slots=True)
class _Clash:
    """Two statements, the first of which the second excludes."""

    first: Fact
    second: Fact
    zh: str
    en: str
    confidence: float = _SURE


def check(case: Case) -> Iterator[Finding]:
    clash = next(_clashes(case), None)
    if clash is not None:
        yield _finding(case, clash)
        return
    yield from _table(case)


def _told(case: Case, key: str) -> list[Fact]:
    """This year's statements of the report's own scope that speak of all."""
    mentions = case.report.facts.fee.mentions.get(key, ())
    own = [one.fact for one in comparable(case, mentions, narrow_ones(mentions))]
    return [f for f in own if f.value or not _NOT_ALL.search(_words(case, f))]


def _words(case: Case, fact: Fact) -> str:
    start, end = clause_around(case, fact.start, fact.end)
    return case.text[start:end]


def _clashes(case: Case) -> Iterator[_Clash]:
    notices, billed, received = (_told(case, key) for key in ("notices", "billed", "received"))
    none, some = _split(received)
    if none and some:
        yield _Clash(
            none[0], some[0], "既称未收取信息处理费，又称已收取", "none charged, and charged"
        )
    no_notice, sent = _split(notices)
    if no_notice and sent:
        yield _Clash(
            no_notice[0], sent[0], "既称未发出收费通知，又称已发出", "no notice sent, and some sent"
        )
    for paid in (*some, *(f for f in billed if f.value)):
        if no_notice and not _EARLIER.search(_sentence(case, paid)):
            yield _Clash(
                no_notice[0],
                paid,
                "未发出收费通知，却有收费金额",
                "no notice sent, yet a fee",
                _SURE,
            )
    nothing_due, due = _split(billed)
    if nothing_due and some and not _EARLIER.search(_sentence(case, some[0])):
        yield _Clash(
            nothing_due[0],
            some[0],
            "应收金额为0，却有实收金额",
            "nothing billed, yet received",
            _SURE,
        )
    if due and some and not nothing_due and some[0].value > max(f.value for f in due):
        both = _sentence(case, due[0]) + _sentence(case, some[0])
        if not _EARLIER.search(both) and not some[0].derived:
            yield _Clash(
                due[0], some[0], "实收金额大于应收金额", "more received than billed", _LIKELY
            )


def _split(facts: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    return [f for f in facts if not f.value], [f for f in facts if f.value]


def _sentence(case: Case, fact: Fact) -> str:
    text = case.text
    start = max(text.rfind(sign, 0, fact.start) for sign in "。\n") + 1
    ends = [found for sign in "。\n" if (found := text.find(sign, fact.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def _finding(case: Case, clash: _Clash) -> Finding:
    stretches = [clause_around(case, f.start, f.end) for f in (clash.first, clash.second)]
    stretches.sort()
    start, end = stretches[-1]
    values = f"{_shown(clash.first)}，{_shown(clash.second)}"
    return Finding(
        message=Said(
            f"信息处理费前后矛盾：{clash.zh}（{values}）。请核对。",
            f"Statements about the information fee exclude each other: {clash.en}. Please check.",
        ),
        section=section_at(case, start),
        place=heading_at(case, start),
        evidence=quoted(case, *dict.fromkeys(stretches)),
        expected=_shown(clash.first),
        found=_shown(clash.second),
        confidence=clash.confidence,
        start=start,
        end=end,
        key="fee",
    )


def _shown(fact: Fact) -> str:
    return f"{shown(fact.value)}{fact.unit}"


def _table(case: Case) -> Iterator[Finding]:
    """未发出收费通知, and table three counts applications closed because the fee was not paid."""
    no_notice = [f for f in _told(case, "notices") if not f.value]
    if not no_notice or any(f.value for f in _told(case, "notices")):
        return
    for table in readable(case, "applications"):
        figure = table.figure("other.overdue_payment", "total")
        value = count(figure)
        if figure is None or not value:
            return
        place = place_of("applications", "other.overdue_payment", "total")
        row = table.rows["other.overdue_payment"]
        start, end = clause_around(case, no_notice[0].start, no_notice[0].end)
        yield Finding(
            message=Said(
                f"信息处理费前后矛盾：正文称未发出收费通知，{place}却有{value}件逾期未按收费通知缴费。请核对。",
                f"No notice sent, yet {value} application(s) closed for a fee not paid ({place}).",
            ),
            section=section_at(case, start),
            place=place,
            evidence=f"{quoted(case, (start, end))}；{printed_row(row, ('total',))}",
            expected="0",
            found=str(value),
            confidence=_LIKELY,
            start=start,
            end=end,
            key="fee",
        )


RULE = Rule(
    code="C309",
    name=Said("信息处理费前后矛盾", "Fee statements exclude each other"),
    severity="warning",
    why=Said(
        "收取与未收取、未发通知与已有收费不能同时成立。往年通知本年缴纳、不同口径、减免和行政事业性收费不在此列。",
        "A fee cannot be charged and not charged, nor received without a notice. Payments on last "
        "year's notices, other scopes, waivers and administrative fees are not meant.",
    ),
    bad="（二）依申请公开：全年未收取任何费用。……六、发出收费通知2件，收取信息处理费360元。",
    good="六、发出收费通知2件，应收360元，申请人逾期未缴，未收取信息处理费。",
    check=check,
)
