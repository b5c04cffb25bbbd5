"""Return sheets: what one agency is asked to mend, as a Word file to send back to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell

from extractor.checks.model import Language, Said
from extractor.decisions.since import mended, since, standing
from extractor.outputs.asks import asked
from extractor.outputs.names import SECTION, SEVERITY
from extractor.report.record import Flag, Record

# 市场监督管理局, 区域合作局: words that only begin like a place's kind.
_NO_UNIT = re.compile("市[场政民容]|区域|县域|州际|旗舰")
_TITLE = Said("政府信息公开工作年度报告修改意见单", "Open-government report: points to mend")
_HEADS = (
    Said("序号", "No."),
    Said("问题", "Issue"),
    Said("位置", "Place"),
    Said("原文", "Words"),
    Said("说明", "Why"),
    Said("要求", "Asked"),
)
_WIDTHS_CM = (1.2, 3.4, 4.0, 6.4, 7.0, 4.2)
_ORDER = {"error": 0, "warning": 1, "hint": 2}
# Evidence on paper is a pointer; whole passages stand in the report itself.
_QUOTE_LIMIT = 160
AUTHOR = "nianjian"
# No clock in the file: the same results give the same sheet.
_NO_CLOCK = datetime(2020, 1, 1)
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
# What XML cannot hold; a damaged report may contain it.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One report's points; with an earlier version, which are mended, remain or are new."""

    record: Record
    before: Record | None = None

    @property
    def now(self) -> list[Flag]:
        return _asked_of(self.record)

    @property
    def remaining(self) -> list[Flag]:
        return since(self.now, self._earlier).remaining

    @property
    def new(self) -> list[Flag]:
        return since(self.now, self._earlier).new

    @property
    def mended(self) -> list[Flag]:
        return mended(_asked_of(self.before), self.now) if self.before else []

    @property
    def _earlier(self) -> set[str]:
        return {flag.id for flag in _asked_of(self.before)} if self.before else set()


def file_name(record: Record, taken: set[str]) -> str:
    """Agency and year; region where two agencies of one name would collide."""
    meta = record.meta
    agency = meta.agency or Path(record.source.path).stem
    return free_name(f"{placed(agency, meta.region or '')}{meta.year or ''}", taken)


def placed(agency: str, region: str) -> str:
    """The agency with its region, told once: 临溪县 and 县林业局 are 临溪县林业局."""
    if region in agency:
        return agency
    shared = region[-1:] == agency[:1] and not _NO_UNIT.match(agency)
    return region + (agency[1:] if shared else agency)


def free_name(told: str, taken: set[str]) -> str:
    """A name that every system allows and no other sheet of this run has."""
    stem = _FORBIDDEN.sub("_", told)[:80] or "报告"
    name, number = f"{stem}.docx", 2
    while name in taken:
        name, number = f"{stem}-{number}.docx", number + 1
    taken.add(name)
    return name


def write_sheet(sheet: Sheet, path: Path, lang: Language) -> None:
    document = blank_page()
    _heading(document, sheet, lang)
    if sheet.before is None:
        _points(document, sheet.now, lang)
    else:
        for told, flags in (
            (Said("一、仍未改正", "Still to mend"), sheet.remaining),
            (Said("二、新出现的问题", "New"), sheet.new),
            (Said("三、已改正", "Mended"), sheet.mended),
        ):
            document.add_heading(f"{told.told(lang)}（{len(flags)}）", level=2)
            if flags:
                _points(document, flags, lang)
    _closing(document, lang)
    document.save(str(path))


def _asked_of(record: Record) -> list[Flag]:
    """Not what a reviewer refuted, and not what only concerns the batch."""
    flags = [flag for flag in standing(record.flags) if flag.code != "P105"]
    return sorted(flags, key=lambda flag: _ORDER[flag.severity])


def blank_page() -> Document:
    """Landscape: quotes and explanations need width."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin = section.bottom_margin = Cm(1.8)
    for name, size in (("Normal", 10.5), ("Heading 1", 18), ("Heading 2", 13)):
        style = document.styles[name]
        style.font.name, style.font.size = "SimSun", Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    core = document.core_properties
    core.author, core.created, core.modified = AUTHOR, _NO_CLOCK, _NO_CLOCK
    return document


def _heading(document: Document, sheet: Sheet, lang: Language) -> None:
    record = sheet.record
    title = document.add_heading(_TITLE.told(lang), level=1)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    counts = [sum(flag.severity == key for flag in sheet.now) for key in _ORDER]
    meta = record.meta
    if lang == "en":
        told = (
            f"Agency: {meta.agency or '?'}    Report year: {meta.year or '?'}    "
            f"File: {record.source.path}\n{counts[0]} errors, {counts[1]} warnings, "
            f"{counts[2]} hints. Hints are for consideration."
        )
    else:
        told = (
            f"单位：{meta.agency or '（未识别）'}    年度：{meta.year or '（未识别）'}    "
            f"文件：{record.source.path}\n共有错误 {counts[0]} 处、警告 {counts[1]} 处、"
            f"提示 {counts[2]} 处。错误须改正，警告请核实，提示供参考。"
        )
    document.add_paragraph(without_control_characters(told))


def _points(document: Document, flags: Sequence[Flag], lang: Language) -> None:
    table = document.add_table(rows=1, cols=len(_HEADS))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS_CM, strict=True):
        # Word goes by the cells' widths, LibreOffice and WPS by the columns'.
        column.width = Cm(width)
    _row(table.rows[0].cells, (head.told(lang) for head in _HEADS), bold=True)
    for number, flag in enumerate(flags, start=1):
        told = (
            str(number),
            f"{flag.name}（{SEVERITY[flag.severity].told(lang)}，{flag.code}）",
            _place(flag, lang),
            _quoted(flag.evidence),
            flag.message,
            asked(flag.code).told(lang),
        )
        _row(table.add_row().cells, told)
    # The header again on every page of a long list.
    table.rows[0]._tr.get_or_add_trPr().append(_repeated())


def _repeated() -> BaseOxmlElement:
    element = cast(BaseOxmlElement, OxmlElement("w:tblHeader"))
    element.set(qn("w:val"), "true")
    return element


def _row(cells: Sequence[_Cell], texts: Iterable[str], bold: bool = False) -> None:
    for cell, text, width in zip(cells, texts, _WIDTHS_CM, strict=True):
        cell.width = Cm(width)
        run = cell.paragraphs[0].add_run(without_control_characters(text))
        run.bold = bold
        run.font.size = Pt(9)


def _place(flag: Flag, lang: Language) -> str:
    section = SECTION[flag.section].told(lang) if flag.section else ""
    parts = [part for part in (section, flag.place) if part]
    if flag.page:
        parts.append(f"第 {flag.page} 页" if lang == "zh" else f"page {flag.page}")
    return "\n".join(dict.fromkeys(parts))


def _quoted(words: str) -> str:
    return words if len(words) <= _QUOTE_LIMIT else words[:_QUOTE_LIMIT] + "……"


def _closing(document: Document, lang: Language) -> None:
    told = Said(
        "请逐条核对原始台账后修改并重新报送；认为不属实的，请写明理由。本单由程序生成、人工复核。\n"
        "复核人：____________    日期：____________",
        "Check each point against your registers, mend the report and send it again; where a point "
        "is wrong, say why.\nReviewed by: ____________    Date: ____________",
    )
    document.add_paragraph()
    document.add_paragraph(told.told(lang))


def without_control_characters(text: str) -> str:
    return _NOT_XML.sub("", text)
