"""The form's six parts as the checks of structure see them: which are told, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.model import Case
from extractor.checks.structure.fee import tells_of_fee
from extractor.reading.document import Block, Table
from extractor.report.flow import TABLE
from extractor.report.forms import TableKey
from extractor.report.outline import SECTIONS, Section, SectionKey
from extractor.report.prose_in_tables import pieces

TITLES: dict[SectionKey, str] = {
    "overview": "一、总体情况",
    "disclosure": "二、主动公开政府信息情况",
    "applications": "三、收到和处理政府信息公开申请情况",
    "disputes": "四、政府信息公开行政复议、行政诉讼情况",
    "issues": "五、存在的主要问题及改进情况",
    "other": "六、其他需要报告的事项",
}
ENGLISH: dict[SectionKey, str] = {
    "overview": "section one (总体情况)",
    "disclosure": "section two (主动公开政府信息情况)",
    "applications": "section three (收到和处理政府信息公开申请情况)",
    "disputes": "section four (行政复议、行政诉讼情况)",
    "issues": "section five (存在的主要问题及改进情况)",
    "other": "section six (其他需要报告的事项)",
}
TABLE_OF: dict[SectionKey, TableKey] = {
    "disclosure": "disclosure",
    "applications": "applications",
    "disputes": "disputes",
}
# So many aspects in front of the first heading are 总体情况 without its heading.
_MIN_ASPECTS = 3
_NUMBER = r"[（(]?[一二三四五六七八九十\d]{0,2}[）)]?[、.．]?\s*"
# 存在的主要问题：… and 改进情况：… in front of a paragraph, where the section's heading got lost.
_ISSUES_LINE = re.compile(
    rf"^\s*{_NUMBER}(?:(?:目前|当前|工作中|我[局镇乡委县区市]|仍|还|主要)*存在(?:着|的|一些)*(?:主要|突出)?"
    r"(?:问题|不足|困难|短板)|(?:主要|突出)(?:问题|不足)|问题[和与及]改进)",
    re.MULTILINE,
)
_OTHER_LINE = re.compile(
    r"^[^\n。]{0,30}(?:其[他它][^\n。]{0,6}(?:报告|事项)|人大[^\n。]{0,6}建议|提案)", re.MULTILINE
)


def missing_sections(case: Case) -> list[SectionKey]:
    """The parts that are not there; a heading that got lost above its text or table is none."""
    return [
        key for key in SECTIONS if case.report.outline.section(key) is None and _lost(case, key)
    ]


def _lost(case: Case, key: SectionKey) -> bool:
    if key in TABLE_OF:
        return table_of(case, key) is None and not not_read(case, TABLE_OF[key])
    if key == "overview":
        return len({aspect.key for aspect in case.report.outline.aspects}) < _MIN_ASPECTS
    if key == "issues":
        return _ISSUES_LINE.search(_behind(case, "disclosure")) is None
    end = _behind(case, "issues")
    return not tells_of_fee(end, in_six=False) and _OTHER_LINE.search(end) is None


def _behind(case: Case, key: SectionKey) -> str:
    """The prose from a part's heading on, or from that of the last part in front of it: there
    stands what lost its own heading.
    """
    order = SECTIONS.index(key)
    starts = [s.start for s in case.report.outline.sections if 0 < SECTIONS.index(s.key) <= order]
    return case.text[starts[-1] :] if starts else ""


def table_of(case: Case, key: SectionKey) -> object | None:
    """The statutory table of a part, wherever it stands."""
    name = TABLE_OF.get(key)
    return next((t for t in case.report.tables.present() if t.key == name), None)


def not_read(case: Case, key: TableKey) -> bool:
    """Whether something of a table could not be read safely (P104): then nothing is said of it."""
    lost = any(problem.code == "P104" for problem in case.report.document.problems)
    return lost or key in case.unread


def prose(case: Case, section: Section) -> str:
    """A part's text without the signs of its tables."""
    return case.text[section.start : section.end].replace(TABLE, "").strip()


def heading_place(section: Section | None, key: SectionKey) -> str:
    """The heading as printed, else the form's."""
    printed = section.heading.text if section is not None and section.heading else TITLES[key]
    return " ".join(printed.split())


def stands_inside(case: Case, section: Section, kind: type[Block]) -> list[Block]:
    """The tables or pictures that stand between a part's heading and the next."""
    start = section.heading.end if section.heading else section.start
    later = [s.heading.start for s in case.report.outline.sections if s.heading]
    stop = min((at for at in later if at > start), default=len(case.text) + 1)
    return [b for at, b in _placed(case) if isinstance(b, kind) and start <= at < stop]


def _placed(case: Case) -> Iterator[tuple[int, Block]]:
    """The document's blocks with where they stand in the running text."""
    stretches = case.report.flow.stretches
    index, position = 0, 0
    for block in case.report.document.blocks:
        lines = len(pieces(block)) if isinstance(block, Table) else 0
        if not isinstance(block, Table) and hasattr(block, "text"):
            lines = 1
        if lines and index < len(stretches):
            position = stretches[index].start
        yield position, block
        index += lines
        if lines and index <= len(stretches):
            position = stretches[index - 1].end
