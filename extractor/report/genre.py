"""Whether a document is an annual disclosure report at all (P105)."""

from __future__ import annotations

import re

from extractor.reading.document import Document
from extractor.report.figures import StatutoryTables
from extractor.report.forms import squash

# Titles put the year first, last, or leave 工作 or 政府 out; over several lines they are joined.
_TITLE = re.compile(
    r"(?:政府信息|政务|信息)公开(?:工作)?(?:\d{4}年)?(?:度)?(?:工作)?(?:年度|年报|报告)"
    r"|(?:政府信息|信息)公开.{0,12}年度?(?:工作)?报告"
)
# A title stands near the top; web pages put some furniture above it.
_TITLE_PARAGRAPHS = 25
_TITLE_LENGTH = 80
_SECTIONS = re.compile(
    r"(?:总体情况|概述)$|^一?总体情况.{0,14}$|主动公开政府信息(?:的)?情况$|收到和处理政府信息公开申请|"
    r"行政复议.{0,3}行政诉讼(?:的)?情况$|存在的?(?:主要)?问题|其[他它]需要报告"
)
_MIN_SECTIONS = 3


def is_annual_report(document: Document, tables: StatutoryTables) -> bool:
    """Statutory tables, the section headings, or the title with a narrative: any one is enough.

    Notices about the reports and lists of them carry the words of the title, but neither tables
    nor sections; a report all of whose tables are pictures still has its sections.
    """
    if tables.present() or tables.problems:
        return True
    heads = [squash(paragraph.text)[:40] for paragraph in document.paragraphs]
    sections = {match.group() for head in heads if (match := _SECTIONS.search(head))}
    if len(sections) >= _MIN_SECTIONS:
        return True
    top = squash("".join(p.text for p in document.paragraphs[:_TITLE_PARAGRAPHS])[:_TITLE_LENGTH])
    return bool(_TITLE.search(top)) and len(sections) >= 1
