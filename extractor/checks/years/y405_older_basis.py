"""Y405: an older year's 要点 or 方案 as this year's basis."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.years.mentions import Passage, Passages
from extractor.checks.years.reported_year import report_year
from extractor.language.times import years

_NAMED, _UNQUOTED = 0.9, 0.75
# How far a basis is looked for on either side of a title.
_SIDE = 200
_PLAN_OF_YEAR = re.compile(
    r"要点|工作(?:实施)?方案|实施方案|工作安排|重点工作|工作计划|任务(?:分工|分解|清单|台账)|分工方案|责任(?:分工|清单)"
    r"|考[核评](?:办法|细则|方案|指标|标准)|(?:评估|测评|评价)(?:方案|指标|细则|标准|办法)|指标体系|培训(?:方案|计划)|年度报告(?:的?编制|.{0,6}(?:发布|公布|公开))"
)
# Plans of works run on past their year (2022年农村供水提质实施方案); those about 公开 do not.
_YEARLY = re.compile("公开|要点|考[核评]|评[估价]|测评|指标|培训|年度报告|重点工作|责任")
# 工作方案（2020年）: the edition, while 工作要点（2020年） is for the year.
_EDITION = re.compile(r"(?<!要点)[（(]20\d\d年?版?[)）]$")
# Made for more than a year, whatever year its name bears.
_LASTING = re.compile(
    r"三年|五年|两年|行动|中长期|规划|“?[十一二三四五六]{1,3}五”?|[—\-–~～至]\s?20\d\d|办法(?<!考核办法)(?<!评估办法)(?<!考评办法)|规定|规程|条例|目录|指南|标准指引|试行版"
)
_BASIS_BEFORE = re.compile(
    r"(?:根据|按照?|依据|依照|遵照|对照|围绕|紧扣|落实|贯彻|执行|遵循|参照|结合|抓好|完成|推进|对标|以)[^。；]{0,40}$"
)
_BASIS_BEHIND = re.compile(
    r"[^。；，]{0,16}(?:要求|为(?:依据|遵循|指引|抓手)|部署|所列|任务|共计?有?\d+[条项]"
    r"|(?:确定|明确|提出|规定|下达|交办|涉及|分给|分解)[^。；，]{0,12}(?:任务|事项|项|条|要求))"
)
# Told of what became of the older plan: left over, appraised, interpreted, made public.
_PAST = re.compile(
    r"未完成|长期|跨年|沿用|[继持]续(?:推进|运行|执行|有效)|遗留|结转|延续|回头看|总结|完成情况(?:通报|评估|公开)|落实情况(?:评估|考核|检查)|考核结果|评估结果|上年|上一年|去年|往年|历年|已失效|废止|停止执行|编制了|解读|公开了|公布了|发布了|公示了|印发了|起草"
)
_UNMARKED = re.compile(
    r"(?P<year>20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年度?(?:全?[国省市县区州旗]|[\u4e00-\u9fff]{2,6}[省市县区州旗])?"
    r"(?:基层)?(?:政务公开|政府信息公开|信息公开)(?:标准化)?(?:规范化)?(?:工作)?(?:的?重点)?(?:要点|(?:实施)?方案|任务(?:分工|分解)?(?:方案|清单|台账)?|工作(?:要点|方案|安排))"
)


@dataclass(frozen=True, slots=True)
class _Named:
    words: str
    year: int
    start: int
    end: int
    sure: float


def check(case: Case) -> Iterator[Finding]:
    year = report_year(case)
    if year is None:
        return
    passages = Passages(case)
    told: set[tuple[int, str]] = set()
    for named in _named(case):
        if named.year >= year or (named.year, named.words) in told:
            continue
        passage = passages.at(named.start)
        if passage is not None and _is_basis(passage, named):
            told.add((named.year, named.words))
            yield _finding(case, passage, named, year)


def _named(case: Case) -> Iterator[_Named]:
    for title in case.report.analysis.titles:
        year = _year_of(title.text)
        if year is not None:
            yield _Named(title.text, year, title.start, title.end, _NAMED)
    titles = case.report.analysis.titles
    starts = [title.start for title in titles]
    for match in _UNMARKED.finditer(case.text):
        index = bisect_right(starts, match.start()) - 1
        if index < 0 or match.start() >= titles[index].end:
            yield _Named(
                match.group(), years(match.group())[0].value, match.start(), match.end(), _UNQUOTED
            )


def _year_of(title: str) -> int | None:
    """The one year that a plan's title names; of plans for several years none."""
    found = {year.value for year in years(title)}
    if len(found) != 1 or not _PLAN_OF_YEAR.search(title) or not _YEARLY.search(title):
        return None
    if _LASTING.search(title) or _EDITION.search(title.strip("《》〈〉")):
        return None
    return found.pop()


def _is_basis(passage: Passage, named: _Named) -> bool:
    start, end = named.start - passage.start, named.end - passage.start
    before, behind = passage.words[max(0, start - _SIDE) : start], passage.words[end : end + _SIDE]
    clause = re.split("[。；]", before)[-1]
    if _PAST.search(clause[-20:]) or _PAST.search(re.split("[。；]", behind)[0][:24]):
        return False
    if passage.is_heading:
        return _BASIS_BEFORE.search(before) is not None
    return bool(_BASIS_BEFORE.search(clause) or _BASIS_BEHIND.match(behind))


def _finding(case: Case, passage: Passage, named: _Named, year: int) -> Finding:
    printed = case.report.flow.printed(named.start, named.end)
    return Finding(
        message=Said(
            f"以{named.year}年的文件作为{year}年工作的依据：{printed}；请核对是否应为{year}年的文件。",
            f"A document for {named.year} is given as the basis of {year}'s work: {printed}.",
        ),
        section=passage.section,
        place=passage.heading,
        evidence=case.report.flow.printed(passage.start, passage.end).strip(),
        expected=f"{year}年",
        found=f"{named.year}年",
        confidence=named.sure,
        start=named.start,
        end=named.end,
    )


RULE = Rule(
    code="Y405",
    name=Said("以往年要点、方案为本年依据", "An older year's plan as this year's basis"),
    severity="warning",
    why=Said(
        "年度要点、工作方案只管当年；写成往年的，多因沿用旧稿。五年规划和长期有效的文件不在此列。",
        "A yearly plan is for its year; an older one is left over from an earlier text."
        " Five-year plans and documents of lasting effect are none.",
    ),
    bad="2023年度报告：我局认真落实《2022年临溪县政务公开工作要点》，完成任务五项。",
    good="我局认真落实《2023年临溪县政务公开工作要点》，完成任务五项。",
    check=check,
)
