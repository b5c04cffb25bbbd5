"""The lines that sign the report: agency and date at its end, in every order and notation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractor.language.pipeline import Analysis
from extractor.report.dividing.enumerators import enumerator
from extractor.report.dividing.patterns import any_of
from extractor.report.dividing.report_title import NAME_END
from extractor.report.dividing.squashed import Squashed, squashed
from extractor.report.flow import Flow

# The signature is among the last lines, perhaps above what a page prints below the article.
_LAST_LINES = 24
_MAX_AGENCY = 36
# A date alone that more text follows is none of the signature.
_MAX_BEHIND = 3

_DATE_SIGNS = r"[\d〇○◯零OＯo二一三四五六七八九十廿元正年月日号./\-—]"
_YEAR_BEGINS = r"(?:20\d|二[〇○◯零OＯo0])"
_DATE = rf"(?:{_YEAR_BEGINS}{_DATE_SIGNS}{{2,15}}|{_DATE_SIGNS}{{1,8}}(?:月|日|号))"
_DATED = any_of("(?:报告|成文|填报|编制|发布|公布|公开|签发)?(?:日期|时间) 落款")
_WEEKDAY = r"(?:[（(]?星期[一二三四五六日天][）)]?)?"
_DATE_LINE = re.compile(rf"(?:{_DATED}[：:])?(?:公元|于)?[（(]?{_DATE}[）)]?{_WEEKDAY}。?")
_SEAL = r"(?:[（(](?:盖章|公章|章|签章)[）)])?"
_NAME = rf"(?P<name>[\u4e00-\u9fff·（）()、“”]{{1,34}}?{NAME_END})"
_SIGNED = any_of("(?:报告|编制|填报|发布|公开|报送)?(?:单位|机关|机构)(?:名称)? 落款")
_AGENCY_LINE = re.compile(rf"(?:{_SIGNED}[：:])?[（(]?{_NAME}[）)]?{_SEAL}")
_WHOLE_DATE = rf"(?P<date>{_YEAR_BEGINS}{_DATE_SIGNS}{{4,15}})"
_BOTH_LINE = re.compile(
    rf"(?:{_SIGNED}[：:])?{_NAME}{_SEAL}[，,]?(?:{_DATED}[：:])?{_WHOLE_DATE}{_WEEKDAY}。?"
)
_TURNED_LINE = re.compile(rf"{_WHOLE_DATE}{_NAME}{_SEAL}")
_NUMBERS = r"[\d一二三四五六七八九十元\s]{1,4}"
_TAIL = re.compile(
    rf"(?<=[。！？；\s])(?:{_NAME})?\s{{0,30}}"
    r"(?P<date>(?:20\s?\d\s?\d|二[〇○◯零O0][一二三四五六七八九〇○零]{2})\s{0,3}[年.\-/]"
    rf"{_NUMBERS}[月.\-/]{_NUMBERS}[日号]?)\s*$"
)
_TAIL_CHARS = 90
# What pages print below an article, and what reports attach.
_PAGE = any_of(
    "打印 关闭 扫一扫 分享 上一[篇条] 下一[篇条] 版权 主办 承办 ICP 网安备 责任编辑 编辑[：:]"
    " 审核[：:] 校对 来源[：:] 抄送 联系人 浏览 点击 返回顶部 网站标识 字体 收藏 相关"
)
_BELOW = re.compile(
    rf"附[件表]?[：:0-9一二].*|附[件表]?|.*印发|.{{0,12}}{_PAGE}.{{0,60}}"
    r"|[（(](?:盖章|公章|章|签章|印章)[）)]|[-—－\s\d/第页共]+|\W+|\uFFFC"
)
_PLACE = re.compile("[\u4e00-\u9fff]{1,12}[省市县区旗州盟]")
# Words that end like a name and are none.
_NO_NAME = re.compile(
    "^(?:无|暂无|没有|以上|特此|其[他它]|本)|(?:事项|情况|问题|措施|工作)$|[是的了将为]"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """The signing lines; agency and date if they can be read."""

    start: int
    end: int
    agency: tuple[int, int] | None
    issued: date | None
    issued_at: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Signed:
    start: int
    end: int
    agency: tuple[int, int] | None
    dated: bool


def find_signature(flow: Flow, analysis: Analysis, start: int) -> Signature | None:
    """The signature behind an offset, where the last section's text begins."""
    lines = [line for line in flow.stretches if line.end > start and line.end > line.start]
    heads = [squashed(flow.text, max(line.start, start), line.end) for line in lines[-_LAST_LINES:]]
    run = _run(heads)
    if not run:
        return _in_paragraph(flow, analysis, heads)
    return _signature(analysis, run[0].start, run[-1].end, _agency(flow, run))


def _agency(flow: Flow, run: Sequence[_Signed]) -> tuple[int, int] | None:
    """The first name that signs; a place alone and the name below it are one over two lines."""
    names = [line.agency for line in run if line.agency]
    if len(names) > 1:
        first, second = (re.sub(r"\s", "", flow.text[start:end]) for start, end in names[:2])
        if _PLACE.fullmatch(first) and not second.startswith(first):
            return names[0][0], names[1][1]
    return names[0] if names else None


def _signature(
    analysis: Analysis, start: int, end: int, agency: tuple[int, int] | None
) -> Signature:
    dates = [found for found in analysis.dates if found.start >= start and found.end <= end]
    if not dates:
        return Signature(start, end, agency, None, None)
    last = dates[-1]
    return Signature(start, end, agency, last.value, (last.start, last.end))


def _run(heads: Sequence[Squashed]) -> list[_Signed]:
    """The last lines that sign, dated if any are; an agency alone signs only at the very end."""
    runs: list[list[_Signed]] = [[]]
    behind = 0
    for head in heads:
        signed = _signed(head)
        if signed is not None:
            if behind:
                runs.append([])
            runs[-1].append(signed)
            behind = 0
        elif runs[-1] and not _is_below(head):
            behind += 1
    dated = [run for run in runs if any(line.dated for line in run)]
    last = dated[-1] if dated else runs[-1]
    if last is runs[-1]:
        allowed = _MAX_BEHIND if dated else 0
        return last if behind <= allowed or _names_and_dates(last) else []
    return last if _names_and_dates(last) else []


def _names_and_dates(run: Sequence[_Signed]) -> bool:
    return any(line.dated for line in run) and any(line.agency for line in run)


def _signed(head: Squashed) -> _Signed | None:
    text = head.text
    if not head.whole or not text:
        return None
    start, end = head.start(0), head.end(len(text))
    if _DATE_LINE.fullmatch(text):
        return _Signed(start, end, None, True)
    for pattern in (_BOTH_LINE, _TURNED_LINE):
        match = pattern.fullmatch(text)
        if match and not _NO_NAME.search(match["name"]):
            return _Signed(start, end, _place(head, match), True)
    match = _AGENCY_LINE.fullmatch(text)
    if match is None or len(text) > _MAX_AGENCY or _NO_NAME.search(match["name"]):
        return None
    listed = enumerator(text).kind != "none"
    return None if listed else _Signed(start, end, _place(head, match), False)


def _place(head: Squashed, match: re.Match[str]) -> tuple[int, int]:
    return head.start(match.start("name")), head.end(match.end("name"))


def _is_below(head: Squashed) -> bool:
    return not head.text or bool(_BELOW.fullmatch(head.text))


def _in_paragraph(flow: Flow, analysis: Analysis, heads: Sequence[Squashed]) -> Signature | None:
    """Agency and date at the end of the last paragraph, where lines were joined."""
    for line in reversed(flow.stretches):
        head = squashed(flow.text, line.start, line.end)
        if _is_below(head):
            continue
        if not heads or line.end <= heads[0].offsets[0]:
            return None
        first = max(line.start, line.end - _TAIL_CHARS)
        match = _TAIL.search(flow.text[first : line.end])
        if match is None:
            return None
        name = match.span("name") if match["name"] else None
        agency = (first + name[0], first + name[1]) if name else None
        begin = first + (name[0] if name else match.start("date"))
        return _signature(analysis, begin, first + match.end("date"), agency)
    return None
