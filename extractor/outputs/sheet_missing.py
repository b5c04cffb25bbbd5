"""A sheet for an agency that has not reported: what is missing, and by when the law asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docx.enum.text import WD_ALIGN_PARAGRAPH

from extractor.checks.model import Language, Said
from extractor.outputs.sheet import blank_page, free_name, placed, without_control_characters

_TITLE = Said("政府信息公开工作年度报告催报单", "Open-government report: not received")


@dataclass(frozen=True, slots=True)
class MissingSheet:
    """As reporting.csv has it; nothing of it is certain to be there but the name."""

    agency: str
    region: str
    year: str
    due: str
    named_by_law: bool
    remark: str


def missing_file_name(sheet: MissingSheet, taken: set[str]) -> str:
    return free_name(f"{placed(sheet.agency, sheet.region)}{sheet.year}未报送", taken)


def write_missing_sheet(sheet: MissingSheet, path: Path, lang: Language) -> None:
    document = blank_page()
    title = document.add_heading(_TITLE.told(lang), level=1)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    parts = (_found(sheet), _law(sheet), _asked(sheet), *_remark(sheet))
    for part in parts:
        document.add_paragraph(without_control_characters(part.told(lang)))
    closing = Said(
        "本单由程序按名册生成、人工复核。\n复核人：____________    日期：____________",
        "Made by a program from the roster, to be reviewed by a person.\n"
        "Reviewed by: ____________    Date: ____________",
    )
    document.add_paragraph()
    document.add_paragraph(closing.told(lang))
    document.save(str(path))


def _found(sheet: MissingSheet) -> Said:
    region = f"    地区：{sheet.region}" if sheet.region else ""
    region_en = f"    Region: {sheet.region}" if sheet.region else ""
    year = f"{sheet.year}年度" if sheet.year else ""
    year_en = f" on {sheet.year}" if sheet.year else ""
    return Said(
        f"单位：{sheet.agency}{region}\n这批报告里没有收到贵单位{year}的政府信息公开工作年度报告。",
        f"Agency: {sheet.agency}{region_en}\nNo open-government report of yours{year_en} was among "
        "those received.",
    )


def _law(sheet: MissingSheet) -> Said:
    if not sheet.named_by_law:
        due = f"（{sheet.due}）" if sheet.due else ""
        due_en = f" ({sheet.due})" if sheet.due else ""
        return Said(
            f"《中华人民共和国政府信息公开条例》第四十九条未点名此类机关，参照执行的期限{due}供参考。",
            "Article 49 of the Regulations does not name agencies of this kind; the day that they "
            f"go by{due_en} is for orientation.",
        )
    due = f"贵单位应于 {sheet.due} 前公布。" if sheet.due else ""
    due_en = f" Yours was due by {sheet.due}." if sheet.due else ""
    return Said(
        "《中华人民共和国政府信息公开条例》第四十九条：县级以上人民政府部门应当在每年1月31日前、"
        f"县级以上地方人民政府应当在每年3月31日前公布上一年度报告。{due}",
        "Article 49 of the Regulations: departments publish by 31 January, governments by 31 "
        f"March.{due_en}",
    )


def _asked(sheet: MissingSheet) -> Said:
    due = f"于 {sheet.due} 前" if sheet.due else "按期"
    due_en = f"by {sheet.due}" if sheet.due else "by the legal day"
    return Said(
        f"请{due}公布并报送；已经公布的，请提供网址、发布日期和报告文件；期限已过的，请尽快补报并说明原因；"
        "不应由贵单位报告的，请说明由谁报告。",
        f"Please publish and send it {due_en}. If it is public already, send its address, day of "
        "publication and file; if the day has passed, send it now and say why; if another agency "
        "reports for you, say which.",
    )


def _remark(sheet: MissingSheet) -> tuple[Said, ...]:
    if not sheet.remark:
        return ()
    return (Said(f"备注：{sheet.remark}", f"Note: {sheet.remark}"),)
