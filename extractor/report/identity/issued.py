"""The day on which the report was signed, or else published as its page says."""

from __future__ import annotations

import re
from datetime import date

from extractor.language.pipeline import Analysis
from extractor.language.times import year_number
from extractor.report.dividing.patterns import any_of
from extractor.report.dividing.signature import Signature
from extractor.report.flow import Flow
from extractor.report.identity.period import calendar_number
from extractor.report.identity.stated import Stated
from extractor.report.identity.told import BODY_END
from extractor.report.outline import Outline

_FIRST_LINES, _LAST_LINES = 3, 6
_LONGEST = 48
_DATED = any_of("(?:报告|编制|编报|填报|成文)(?:日期|时间)")
# A date in a line of its own under the title, as governments print it.
_DATED_LINE = re.compile(
    rf"(?:{_DATED}[：:])?\s*[（(]?\s*(?:20\d\s?\d|二[〇○零])\S{{0,14}}[日号]\s*[）)]?"
)
# 发布时间：2025-01-20 来源：云岭县财政局 浏览次数：206
_PUBLISHED = re.compile(
    r"(?:(?:发布|公布|公开|成文|发文|生成|印发|签发|报告|编制|填报)(?:日期|时间)|(?<![\u4e00-\u9fff])(?:日期|时间))"
    r"\s*[：:]\s*\[?\s*"
    r"(?=20\d\d\s?[年./\-])"
)
_NEAR = 2
# 报告时间：2024年1月1日至12月31日 is the period.
_RANGE = re.compile(r"[日号]?\s*(?:起|[至到]|[-—–~～－]\s*\d)")
# Capital numerals as on cheques, and full-width dots.
_PLAIN = str.maketrans("零壹贰叁肆伍陆柒捌玖拾．·", "〇一二三四五六七八九十..")
_YEAR = r"(?P<year>20\d\d|二[〇○◯零OＯo0][一二三四五六七八九〇○零]{2})"
_N = r"(?:\d{1,2}|[一二三四五六七八九十元正]{1,3})"
# 二 〇 二 五 年 一 月 二 十 日, 2025．1．20, 2025年1月10日印: what signs need not be plain.
_SIGNED_DAY = re.compile(
    rf"(?<![\d自从至到截止—－–~～\-])[（(]?{_YEAR}[年./\-](?P<month>{_N})[月./\-](?P<day>{_N})[日号]?"
    rf"(?:[（(]{_YEAR.replace('year', 'again')}[^（）()]+[）)])?[）)]?"
    r"(?:印发?|发布|公布|签发)?(?:[（(](?:农历|星期)[^（）()]+[）)])?[）)]?$"
)


# 2025年 and 1月9日 on two lines.
_REST = re.compile(r"\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*")


def issued_of(
    flow: Flow, analysis: Analysis, outline: Outline, signature: Signature | None
) -> Stated[date] | None:
    """The signature's day, else that of the last lines, else what stands under the title."""
    if signature is not None and signature.issued is not None and signature.issued_at is not None:
        return Stated(signature.issued, *signature.issued_at)
    return _at_end(flow, outline) or _at_head(flow, analysis, outline)


def _at_end(flow: Flow, outline: Outline) -> Stated[date] | None:
    last = outline.sections[-1].start if outline.sections else outline.title_end
    lines = [line for line in flow.stretches[-_LAST_LINES:] if line.start > last]
    for index, line in reversed(list(enumerate(lines))):
        split = index and _REST.fullmatch(flow.text, line.start, line.end)
        start = lines[index - 1].start if split else line.start
        if day := _signed_day(flow.text[start : line.end]):
            return Stated(day, start, line.end)
    return None


def _beside_name(flow: Flow, outline: Outline) -> Stated[date] | None:
    """云岭县统计局 2025年1月9日 in a line of its own under the title."""
    start, end = outline.title_end, outline.preamble[1]
    below = [line for line in flow.stretches if start < line.start < end]
    for line in below[:_FIRST_LINES]:
        text = re.sub(r"\s", "", flow.text[line.start : line.end])
        if re.match(rf"[\u4e00-\u9fff]{{3,34}}?{BODY_END}[（(]?(?=[二\d])", text) and (
            day := _signed_day(flow.text[line.start : line.end])
        ):
            return Stated(day, line.start, line.end)
    return None


def _signed_day(line: str) -> date | None:
    """The day with which a short line ends that is no sentence."""
    text = re.sub(r"\s", "", line).translate(_PLAIN)
    text = re.sub("[，,](?=20|二)", "", text)
    match = _SIGNED_DAY.search(text) if len(text) <= _LONGEST else None
    if match is None or re.search("[，,。；;]", text):
        return None
    year, month, day = (
        year_number(match["year"]),
        calendar_number(match["month"]),
        calendar_number(match["day"]),
    )
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None


def _at_head(flow: Flow, analysis: Analysis, outline: Outline) -> Stated[date] | None:
    """A date alone under the title; else the day on which the page says it was published."""
    told = [d for d in analysis.dates if outline.title_end <= d.start < outline.preamble[1]]
    for found in told:
        line = flow.line_at(found.start)
        if _DATED_LINE.fullmatch(flow.text[line.start : line.end].strip()):
            return Stated(found.value, found.start, found.end)
    if day := _beside_name(flow, outline):
        return day
    for found in told:
        line = flow.line_at(found.start)
        if _RANGE.match(flow.text, found.end):
            continue
        if any(
            0 <= found.start - said.end() <= _NEAR
            for said in _PUBLISHED.finditer(flow.text, line.start, line.end)
        ):
            return Stated(found.value, found.start, found.end)
    return None
