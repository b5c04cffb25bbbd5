"""S108: an empty section: heading only, or only 无, 暂无, 略."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.structure.nil import says_nothing
from extractor.checks.structure.parts import (
    ENGLISH,
    TABLE_OF,
    heading_place,
    not_read,
    prose,
    stands_inside,
    table_of,
)
from extractor.checks.structure.s109_table_missing import missing_tables
from extractor.reading.document import Picture, Table
from extractor.report.outline import Section, SectionKey

_TROUBLE = re.compile("问题|不足|短板|困难")


def check(case: Case) -> Iterator[Finding]:
    for key in ("overview", "disclosure", "applications", "disputes", "issues"):
        section = case.report.outline.section(key)
        if section is not None and _is_empty(case, section, key):
            yield _finding(case, section, key)


def _is_empty(case: Case, section: Section, key: SectionKey) -> bool:
    text = prose(case, section)
    if section.also or section.key != key or not says_nothing(text):
        return False
    name = TABLE_OF.get(key)
    if name is not None:
        # Without its table a part is told as S109; without a word nobody knows what was lost.
        there = not_read(case, name) or table_of(case, key) is not None
        if there or not text or name in missing_tables(case):
            return False
    lost = stands_inside(case, section, Picture) or stands_inside(case, section, Table)
    return not lost and not _goes_on(case, section, key, text)


def _goes_on(case: Case, section: Section, key: SectionKey, text: str) -> bool:
    """Two headings one below the other: the text that follows is that of both."""
    sections = case.report.outline.sections
    index = sections.index(section)
    if text or key != "issues" or index + 1 >= len(sections):
        return False
    return bool(_TROUBLE.search(prose(case, sections[index + 1])))


def _finding(case: Case, section: Section, key: SectionKey) -> Finding:
    text = prose(case, section)
    heading = section.heading
    printed = " ".join(case.report.flow.printed(section.start, section.end).split())
    what = f"只写了“{printed}”" if text else "只有标题，没有内容"
    return Finding(
        message=Said(
            f"“{heading_place(section, key)}”{what}。",
            f"There is nothing in {ENGLISH[key]} beside its heading.",
        ),
        section=key,
        place=heading_place(section, key),
        evidence=printed or heading_place(section, key),
        expected="这一部分的内容",
        found=printed or "空白",
        confidence=0.95,
        start=heading.start if heading else section.start,
        end=heading.end if heading else section.end,
        key=key,
    )


RULE = Rule(
    code="S108",
    name=Said("部分内容为空", "An empty section"),
    severity="warning",
    why=Said(
        "只有标题或只写“无”“略”的部分等于没有报告，属于敷衍塞责。",
        "A part that only says 无 or 略 reports nothing.",
    ),
    bad="五、存在的主要问题及改进情况：无。",
    good="六、其他需要报告的事项：无（第六部分可以没有事项）。",
    check=check,
)
