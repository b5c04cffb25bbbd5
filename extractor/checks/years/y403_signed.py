"""Y403: a date of signature that cannot be, or that lies after the legal day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractor.checks.model import Case, Finding, Rule, Said, Severity
from extractor.checks.years.legal_day import LegalDay, legal_day
from extractor.checks.years.reported_year import report_year
from extractor.checks.years.signing_day import SigningDay, signing_day

BY_PUBLICATION = "发布日期"
"""The place of what is late by the day that the roster gives."""
_PUBLISHED = re.compile(r"发布日期：(\d{4})-(\d{2})-(\d{2})$")


def check(case: Case) -> Iterator[Finding]:
    signed, year, legal = signing_day(case), report_year(case), legal_day(case)
    if year is None or legal is None:
        return
    published = case.known.published
    odd = list(_odd(case, signed, year, legal)) if signed is not None else []
    yield from odd
    if published is not None:
        # The day itself is known: the signature says nothing about lateness any more.
        if published > legal.day:
            yield _published_late(case, published, legal)
    elif signed is not None and not odd and _is_late(case, signed, legal):
        yield _late(case, signed, legal)


def _odd(case: Case, signed: SigningDay, year: int, legal: LegalDay) -> Iterator[Finding]:
    """A day that cannot be the report's."""
    printed = case.report.flow.printed(signed.start, signed.end)
    if not signed.possible:
        said = Said(
            f"落款日期{printed}不存在：请核对日期。",
            f"Signed on {printed}, a day that no calendar has.",
        )
        yield _finding(case, signed, said, f"{_zh(legal.day)}或以前")
    elif signed.last < date(year, 12, 31):
        said = Said(
            f"落款日期{printed}早于报告年度的最后一天（{year}年12月31日）：请核对日期或年份。",
            f"Signed on {printed}, before the last day of {year}: check date or year.",
        )
        yield _finding(case, signed, said, f"{year}年12月31日或以后")
    elif signed.first.year > year + 1:
        caveat = "" if case.known.published else "；确为此日公布的，以发布时间为准"
        said = Said(
            f"落款日期{printed}在报告年度（{year}年）的次年之后：请核对年份{caveat}。",
            f"Signed on {printed}, more than a year after {year}: check the year.",
        )
        yield _finding(case, signed, said, f"{year + 1}年")


def _published_late(case: Case, published: date, legal: LegalDay) -> Finding:
    """By the day that the roster gives: nothing is left to be looked up."""
    last = f"{legal.day.month}月{legal.day.day}日"
    firm = legal.severity != "hint"
    days = (published - legal.day).days
    zh = f"晚于法定期限{last}" if firm else f"晚于{last}（《条例》第四十九条未点名该类机关）"
    return Finding(
        message=Said(
            f"发布日期{_zh(published)}（据名册）{zh}，逾期{days}天。",
            f"Published on {published} (by the roster), {days} days after {legal.day}.",
        ),
        place=BY_PUBLICATION,
        evidence=f"{BY_PUBLICATION}：{published.isoformat()}",
        expected=f"{_zh(legal.day)}或以前",
        found=_zh(published),
        severity=None if firm else "hint",
        key="published",
    )


def _late(case: Case, signed: SigningDay, legal: LegalDay) -> Finding:
    last = f"{legal.day.month}月{legal.day.day}日"
    printed = case.report.flow.printed(signed.start, signed.end)
    firm = legal.severity != "hint"
    zh = f"晚于法定期限{last}" if firm else f"晚于{last}（《条例》第四十九条未点名该类机关）"
    said = Said(
        f"落款日期{printed}{zh}；以发布时间为准，请核对实际发布日期。",
        f"Signed on {printed}, after {legal.day}; the day of publication decides.",
    )
    return _finding(case, signed, said, f"{_zh(legal.day)}或以前", None if firm else "hint")


def _finding(
    case: Case, signed: SigningDay, said: Said, expected: str, severity: Severity | None = None
) -> Finding:
    printed = case.report.flow.printed(signed.start, signed.end)
    plain = signed.possible and not signed.whole_month
    return Finding(
        message=said,
        place="落款",
        evidence=printed,
        expected=expected,
        found=_zh(signed.first) if plain else printed,
        severity=severity,
        start=signed.start,
        end=signed.end,
        key="signature",
    )


def _is_late(case: Case, signed: SigningDay, legal: LegalDay) -> bool:
    return signed.first > legal.day and not _published_in_time(case, legal.day)


def _published_in_time(case: Case, last: date) -> bool:
    """Whether the page itself tells its day of publication, and it is in time."""
    for note in case.report.document.notes:
        match = _PUBLISHED.match(note)
        if match:
            return date(*map(int, match.groups())) <= last
    return False


def _zh(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


RULE = Rule(
    code="Y403",
    name=Said("落款日期有误或超过法定期限", "Impossible or late date of signature"),
    severity="warning",
    why=Said(
        "年度报告在年度结束后编制；《条例》第四十九条要求部门于1月31日前、政府于3月31日前公布，"
        "以发布时间为准：名册给出发布日期的，按它判断。乡镇、街道、管委会等未点名，只作提示。",
        "The report is made when its year is over; departments publish by 31 January, governments"
        " by 31 March, judged by the roster's day of publication where there is one; townships and"
        " others are not named, so for them it is a hint.",
    ),
    bad="县水务局2023年度报告，落款2024年2月18日；或落款2023年1月16日。",
    good="县水务局2023年度报告，落款2024年1月16日；落款2023年12月31日也可以。",
    check=check,
)
