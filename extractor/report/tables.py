"""Document → the three statutory tables, with what could not be read safely."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.reading.document import Document, Picture, Table
from extractor.report.applications_table import read_applications
from extractor.report.disclosure_table import read_disclosure
from extractor.report.disputes_table import read_disputes
from extractor.report.figures import StatutoryTable, StatutoryTables, TableProblem
from extractor.report.forms import APPLICATION_ROWS, DISCLOSURE_ROWS, TABLE_NAMES, TableKey, squash
from extractor.report.segments import Segment, segments

# Characters that a lost font leaves behind: replacement characters and private code points.
_LOST = re.compile("[\ufffd\ue000-\uf8ff]")

# Two lines of digits in one cell: one number broken in two, or two numbers; nobody can tell.
_BROKEN = re.compile(r"\d\s*\n\s*\d")

# A line of running text that is nothing but a label and figures.
_STRAY_ROW = re.compile(
    r"(?P<label>[^\d\s]{2}[^\t。；，]{0,40}?)\s*[\d,.，/—-]+(?:\s+[\d,.，/—-]+){0,6}\s*"
)

# Words that only the table itself says: seen in running text, the table was there but its grid
# could not be read.
_TRACES: dict[TableKey, tuple[str, ...]] = {
    "disclosure": ("第二十条第", "信息内容"),
    "applications": ("本年新收政府信息公开申请数量", "结转下年度继续办理"),
    "disputes": ("结果维持", "尚未审结"),
}
_SENTENCE_ENDS = ("。", "；")
_SECTION_BEFORE: dict[TableKey, re.Pattern[str]] = {
    "disclosure": re.compile(r"主动公开政府信息(?:的)?情况$"),
    "applications": re.compile(r"收到和处理政府信息公开申请(?:的)?情况$"),
    "disputes": re.compile(r"行政诉讼(?:的)?情况$"),
}


def read_tables(document: Document) -> StatutoryTables:
    """The three tables; a table that is not there for sure is None, with a problem if in doubt."""
    parts = segments(document)
    disclosure, problems_two = read_disclosure(_of("disclosure", parts))
    applications, problems_three = read_applications(_of("applications", parts))
    disputes, problems_four = read_disputes(_of("disputes", parts))
    tables = StatutoryTables(disclosure, applications, disputes)
    problems = [*problems_two, *problems_three, *problems_four]
    problems += _lost_characters(tables)
    problems += _doubts(parts)
    problems += _stray_rows(document, tables)
    problems += _unread(document, tables, {problem.table for problem in problems})
    return StatutoryTables(disclosure, applications, disputes, tuple(problems))


def _of(key: TableKey, parts: list[Segment]) -> list[Segment]:
    return [part for part in parts if part.key == key]


def _lost_characters(tables: StatutoryTables) -> Iterator[TableProblem]:
    for table in tables.present():
        for row in table.rows.values():
            for figure in row.figures.values():
                reason = _why_unreadable(figure.printed or "")
                if reason:
                    message = f"{TABLE_NAMES[table.key]}“{row.label}”有数字{reason}，无法读取。"
                    yield TableProblem(table.key, message, row.key, figure.place)
                    break


def _why_unreadable(printed: str) -> str | None:
    if _LOST.search(printed):
        return "因字体缺失"
    return "断成两行" if _BROKEN.search(printed) else None


def _doubts(parts: list[Segment]) -> Iterator[TableProblem]:
    seen: list[Table] = []
    for part in parts:
        if any(part.table is table for table in seen):
            continue
        seen.append(part.table)
        place = part.lines[0].cells[0].place
        for doubt in part.table.doubts:
            message = f"{TABLE_NAMES[part.key]}读取存疑：{doubt}"
            yield TableProblem(part.key, message, None, place)


def _stray_rows(document: Document, tables: StatutoryTables) -> Iterator[TableProblem]:
    """Rows missing from a table that stand in the running text: the reader lost their grid."""
    for table, labels in (
        (tables.disclosure, DISCLOSURE_ROWS),
        (tables.applications, APPLICATION_ROWS),
    ):
        missing = [row for row in labels if table is not None and row.key not in table.rows]
        for paragraph in document.paragraphs if missing else ():
            match = _STRAY_ROW.fullmatch(paragraph.text)
            word = squash(match["label"]) if match else ""
            row = next((row for row in missing if word and row.names(word)), None)
            if row is not None and table is not None:
                message = f"{TABLE_NAMES[table.key]}“{row.label}”一行不在表格线内，数字未读取。"
                places = paragraph.places()
                place = places[0] if places else None
                yield TableProblem(table.key, message, row.key, place)


def _unread(
    document: Document, tables: StatutoryTables, told: set[TableKey]
) -> Iterator[TableProblem]:
    """Tables that were not found although something stands where they should."""
    found: dict[TableKey, StatutoryTable | None] = {
        "disclosure": tables.disclosure,
        "applications": tables.applications,
        "disputes": tables.disputes,
    }
    # 复议结果维持1件。 is a sentence of the narrative, no row that lost its grid.
    rows = (p.text for p in document.paragraphs if not p.text.rstrip().endswith(_SENTENCE_ENDS))
    text = "".join(squash(row) for row in rows)
    for key, table in found.items():
        if table is not None or key in told:
            continue
        if any(trace in text for trace in _TRACES[key]):
            message = f"{TABLE_NAMES[key]}的表格线无法识别，数字未读取：请核对原文。"
            yield TableProblem(key, message)
        elif (picture := _picture_after(document, key)) is not None:
            message = f"{TABLE_NAMES[key]}是图片，数字未读取：请核对原文。"
            yield TableProblem(key, message, None, picture.place)


def _picture_after(document: Document, key: TableKey) -> Picture | None:
    """The picture that stands behind the table's section heading, before the next paragraph."""
    expecting = False
    for block in document.blocks:
        if isinstance(block, Picture) and expecting:
            return block
        if not isinstance(block, Picture):
            is_heading = not isinstance(block, Table) and bool(
                _SECTION_BEFORE[key].search(squash(block.text)) and len(block.text) < 60
            )
            expecting = is_heading
    return None
