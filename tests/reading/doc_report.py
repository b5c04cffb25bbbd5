# mypy: disable-error-code="no-untyped-call"
"""The DOCX originals of the .doc files under data/doc, as python-docx writes them.

`python -m tests.reading.doc_report FOLDER` writes them out; LibreOffice turned them into .doc:
`soffice --convert-to "doc:MS Word 97" --outdir tests/reading/data/doc FOLDER/*.docx`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

OUTCOMES = (
    ("（一）予以公开", ()),
    ("（二）部分公开", ()),
    ("（三）不予公开", tuple(f"{number}.不予公开情形" for number in range(1, 9))),
    ("（四）无法提供", tuple(f"{number}.无法提供情形" for number in range(1, 4))),
    ("（五）不予处理", tuple(f"{number}.不予处理情形" for number in range(1, 6))),
    ("（六）其他处理", tuple(f"{number}.其他处理情形" for number in range(1, 4))),
    ("（七）总计", ()),
)
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")

_LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
)


def report() -> Document:
    """Headings in styles, the three tables with all their merges."""
    document: Document = docx.Document()
    title = document.add_paragraph("松岭县示例局2024年政府信息公开工作年度报告")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("一、总体情况", style="Heading 1")
    document.add_paragraph("全年主动公开信息1,208条，“双公示”—及时率100%，𠮷祥路社区亦同。")
    document.add_paragraph("二、主动公开政府信息情况", style="Heading 1")
    disclosure(document)
    document.add_paragraph("三、收到和处理政府信息公开申请情况", style="Heading 1")
    applications(document)
    document.add_paragraph("四、政府信息公开行政复议、行政诉讼情况", style="Heading 1")
    disputes(document)
    document.add_paragraph("松岭县示例局").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return document


def disclosure(document: Document) -> None:
    table = _table(document, 4)
    number = iter(range(101, 200))
    _fill(table, (4, "第二十条第（一）项"))
    _fill(
        table, *((1, text) for text in ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"))
    )
    for label in ("规章", "行政规范性文件"):
        _fill(table, (1, label), *((1, str(next(number))) for _ in range(3)))
    for item, labels in (("五", ("行政许可",)), ("六", ("行政处罚", "行政强制"))):
        _fill(table, (4, f"第二十条第（{item}）项"))
        _fill(table, (1, "信息内容"), (3, "本年处理决定数量"))
        for label in labels:
            _fill(table, (1, label), (3, str(next(number))))


def applications(document: Document) -> None:
    table = _table(document, 10)
    number = iter(range(1, 1000))
    numbers = [lambda: str(next(number))] * 7
    rows = [table.add_row().cells for _ in range(3)]
    _merged(rows[0][0], rows[2][2], "（本列数据的勾稽关系）")
    _merged(rows[0][3], rows[0][9], "申请人情况")
    _merged(rows[1][3], rows[2][3], "自然人")
    _merged(rows[1][4], rows[1][8], "法人或其他组织")
    _merged(rows[1][9], rows[2][9], "总计")
    for cell, text in zip(
        rows[2][4:9], ("商业\n企业", "科研", "公益", "法律", "其他"), strict=True
    ):
        cell.text = text
    for label in ("一、本年新收", "二、上年结转"):
        _fill(table, (3, label), *((1, each()) for each in numbers))
    first = len(table.rows)
    for label, parts in OUTCOMES:
        top = len(table.rows)
        for part in parts:
            _fill(table, (1, ""), (1, ""), (1, part), *((1, each()) for each in numbers))
        if not parts:
            _fill(table, (1, ""), (2, label), *((1, each()) for each in numbers))
        else:
            _merged(table.cell(top, 1), table.cell(len(table.rows) - 1, 1), label)
    _merged(table.cell(first, 0), table.cell(len(table.rows) - 1, 0), "三、本年度办理结果")
    _fill(table, (3, "四、结转下年度继续办理"), *((1, each()) for each in numbers))


def disputes(document: Document) -> None:
    table = _table(document, 15)
    rows = [table.add_row().cells for _ in range(4)]
    _merged(rows[0][0], rows[0][4], "行政复议")
    _merged(rows[0][5], rows[0][14], "行政诉讼")
    _merged(rows[1][5], rows[1][9], "未经复议直接起诉")
    _merged(rows[1][10], rows[1][14], "复议后起诉")
    for number, label in enumerate(RESULTS):
        _merged(rows[1][number], rows[2][number], label[:2] + "\n" + label[2:])
        rows[2][5 + number].text = rows[2][10 + number].text = label
    for number, cell in enumerate(rows[3]):
        cell.text = str(number * 7)


def oddities() -> Document:
    """Numbering, hidden and deleted text, a table in a table, a page in a table, 30 columns."""
    document: Document = docx.Document()
    _add_lists(document)
    _numbered(document.add_paragraph("总体情况"), 0)
    _numbered(document.add_paragraph("主动公开"), 1)
    _numbered(document.add_paragraph("第一点"), 2)
    _numbered(document.add_paragraph("第二点"), 2)
    _numbered(document.add_paragraph("依申请公开"), 1)
    _numbered(document.add_paragraph("其他"), 0)
    _numbered(document.add_paragraph("另起"), 0, 92)
    hidden = document.add_paragraph("可见")
    hidden.add_run("隐藏").font.hidden = True
    hidden.add_run("之后")
    _tracked(document.add_paragraph("修订："), "del", "<w:delText>删除100</w:delText>")
    _tracked(document.paragraphs[-1], "ins", "<w:t>插入200</w:t>")
    joined = document.add_paragraph("段落标记已删，")
    mark = f'<w:rPr {nsdecls("w")}><w:del w:id="3" w:author="某"/></w:rPr>'
    joined._p.get_or_add_pPr().append(parse_xml(mark))
    document.add_paragraph("与下一段合并")
    _field(document.add_paragraph("共"), " QUOTE 36 ", "36")
    document.add_paragraph("换行\n第二行")
    page = document.add_table(rows=1, cols=1).cell(0, 0)
    page.text = "框中标题"
    inner = page.add_table(rows=3, cols=3)
    for number in range(9):
        inner.cell(number // 3, number % 3).text = str(number)
    _merged(inner.cell(0, 0), inner.cell(0, 2), "表头")
    _merged(inner.cell(1, 0), inner.cell(2, 0), "项目")
    page.add_paragraph("框中结尾")
    wide = document.add_table(rows=2, cols=30)
    for number in range(60):
        wide.cell(number // 30, number % 30).text = str(number)
    document.add_paragraph("完")
    return document


def grid(table: Table) -> dict[tuple[int, int], tuple[str, int, int]]:
    """(row, column) → (text, row span, column span), by python-docx's own reckoning."""
    found: dict[int, tuple[_Cell, list[tuple[int, int]]]] = {}
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            found.setdefault(id(cell._tc), (cell, []))[1].append((number, column))
    cells = {}
    for cell, places in found.values():
        first, last = places[0], places[-1]
        text = "\n".join(filter(None, (each.text.strip() for each in cell.paragraphs)))
        cells[first] = (text, last[0] - first[0] + 1, last[1] - first[1] + 1)
    return cells


def _table(document: Document, columns: int) -> Table:
    table: Table = document.add_table(rows=0, cols=columns)
    table.style = "Table Grid"
    table.autofit = False
    for column in table.columns:
        column.width = Cm(15.0 / columns)
    return table


def _fill(table: Table, *cells: tuple[int, str]) -> None:
    """A new row of cells, each over so many columns."""
    row = table.add_row().cells
    at = 0
    for span, text in cells:
        _merged(row[at], row[at + span - 1], text)
        at += span


def _merged(first: _Cell, last: _Cell, text: str) -> None:
    (first if first._tc is last._tc else first.merge(last)).text = text


def _add_lists(document: Document) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for number, (style, text) in enumerate(_LEVELS)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(_tag("abstractNum", ' w:abstractNumId="90"', levels)))
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    for number, override in ((91, ""), (92, start)):
        inner = f'<w:abstractNumId w:val="90"/>{override}'
        numbering.append(parse_xml(_tag("num", f' w:numId="{number}"', inner)))


def _tag(name: str, attributes: str, inner: str) -> str:
    return f"<w:{name} {nsdecls('w')}{attributes}>{inner}</w:{name}>"


def _numbered(paragraph: Paragraph, level: int, number: int = 91) -> None:
    inner = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    paragraph._p.get_or_add_pPr().append(parse_xml(_tag("numPr", "", inner)))


def _tracked(paragraph: Paragraph, kind: str, inner: str) -> None:
    attributes = ' w:id="1" w:author="某" w:date="2024-01-01T00:00:00Z"'
    paragraph._p.append(parse_xml(_tag(kind, attributes, f"<w:r>{inner}</w:r>")))


def _field(paragraph: Paragraph, instruction: str, result: str) -> None:
    for inner in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve">{instruction}</w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{result}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(_tag("r", "", inner)))


def originals() -> Iterator[tuple[str, Document]]:
    yield "report", report()
    yield "oddities", oddities()


if __name__ == "__main__":
    for name, document in originals():
        document.save(str(Path(sys.argv[1]) / f"{name}.docx"))
