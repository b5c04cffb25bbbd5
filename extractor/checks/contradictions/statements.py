"""Clauses of the narrative, as statements that may exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.model import Case
from extractor.report.outline import SectionKey

_CUTS = re.compile(r"[，,；;。：:！？!?](?!\d{3}(?!\d))|\n")
_BLANK = re.compile(r"\s+")
_NUMBERED = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）.．、]|[一二三四五六七八九十]是|[①-⑳●·※▪◆-])+"
)
# Of a part of those who report, not of the agency.
_SOME = re.compile(
    r"部分|个别|一些|有的|少数|多数|大多|基层|乡镇|各(?!项|类|种|方面)|下属|所属|直属|厅属|局属|委属|站所"
    r"|股室|科室|处室|其[他余](?!处理)|县区|分局|园区|村级|村里|社区|街镇|学校|医院|企业|公司"
    r"|上级|下级|兄弟"
)
# A stretch of the year: two statements of the same stretch can still exclude each other.
_STRETCH = re.compile(
    r"[上下]半年|第?[一二三四1-4]季度|(?:1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月"
)
_OTHER_TIME = re.compile(
    r"上一?年|去年|往年|历年|以前|此前|之前|原来|原先|过去|年初|起初|长期|前期|一度|疫情|汛期|期间"
)
# 去年开的公众号 says how old it is, not when it ran.
_EARLIER = re.compile(r"(?:上一?年|去年)(?!(?:开通|开设|建立|设立|注册|开|建)的)|往年|历年|以来")
# 按照县里要求 plans nothing; 回应, 相应, 应急 and 接待 are other words.
_AS_ASKED = re.compile(r"(?:按照|依照|根据|落实|按)[^，]{0,20}要求")
_PLAN = re.compile(
    r"将(?!政务|政府|信息|公开|其|培训|社会)|拟(?!稿|制)|计划|下一?步|明年|来年|力争|争取|打算|准备"
    r"|(?<![响相供对回反适效])应(?![用急对])|需要|可以|要求|确保|目标|(?<![等接对招])待"
)
_CONDITION = re.compile(r"^(?:如(?![期下实])|若|凡|一旦)|是否|有无")
_YEAR = re.compile(r"((?:19|20)\d\d)年")


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause without blanks, with what stands around it."""

    text: str
    before: str
    """The clause before it in its sentence."""
    sentence: str
    start: int
    end: int
    section: SectionKey | None
    order: int
    """Which sentence it stands in."""

    @property
    def around(self) -> str:
        return f"{self.before}，{self.text}"

    def own(self) -> bool:
        """Of the agency as a whole."""
        return not _SOME.search(self.around)

    def behind_own(self) -> bool:
        """For clauses that name their own subject: what stands before is not of others."""
        return not _SOME.search(self.before)

    def told(self) -> bool:
        """Told as it is, not as it is to be or might be."""
        around = _AS_ASKED.sub("", self.around)
        return not _PLAN.search(around) and not _CONDITION.search(self.around)

    def of_year(self, year: int | None) -> bool:
        """Of this year; a month of it is enough for what was done."""
        named = [int(found) for found in _YEAR.findall(self.around)]
        return not _EARLIER.search(self.around) and all(found == year for found in named)

    def whole_year(self, year: int | None) -> bool:
        """Of the year as a whole, and of this one."""
        return not self.stretches() and self._no_other_time(year)

    def excludes(self, other: Statement, year: int | None) -> bool:
        """Whether what is denied here is denied of the time of the other."""
        if not self._no_other_time(year) or not other.of_year(year):
            return False
        stretches = self.stretches()
        return not stretches or stretches == other.stretches()

    def stretches(self) -> frozenset[str]:
        return frozenset(_STRETCH.findall(self.around))

    def _no_other_time(self, year: int | None) -> bool:
        return not _OTHER_TIME.search(self.around) and self.of_year(year)


def statements(
    case: Case,
    sections: Sequence[SectionKey] | None = None,
    speaking: re.Pattern[str] | None = None,
) -> list[Statement]:
    """All clauses, or those of some sections in sentences with one of the words asked for."""
    return list(_statements(case, sections, speaking))


def _statements(
    case: Case, sections: Sequence[SectionKey] | None, speaking: re.Pattern[str] | None
) -> Iterator[Statement]:
    for order, sentence in enumerate(case.sentences):
        told = sentence.told
        if sections is not None and told.section not in sections:
            continue
        raw = case.text[told.start : told.end]
        if speaking is not None and speaking.search(raw) is None:
            continue
        whole = _BLANK.sub("", raw)
        before, position = "", 0
        for cut in (*_CUTS.finditer(raw), None):
            end = cut.start() if cut else len(raw)
            clause = raw[position:end]
            text = _NUMBERED.sub("", _BLANK.sub("", clause))
            if text:
                start = told.start + position + len(clause) - len(clause.lstrip())
                yield Statement(text, before, whole, start, told.start + end, told.section, order)
                before = text
            position = cut.end() if cut else end
