"""A report as DOCX, byte for byte the same on every run."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from evaluation.render.docx_table import TWIPS_PER_POINT, fonts, run, table_xml
from evaluation.render.grid import Grid
from evaluation.render.layout import Block, Para
from evaluation.render.numbering import NUMBERING_XML, numbered
from evaluation.render.style import HEI, Style

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SPACES = f'xmlns:w="{_W}" xmlns:r="{_R}"'
# Word's earliest date: files of one content have one set of bytes.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_A4 = (11906, 16838)
_MARGIN_TOP, _MARGIN_BOTTOM = 2098, 1985


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size and side margins in twips."""

    width: int
    height: int
    side: int

    @property
    def text_width(self) -> int:
        return self.width - 2 * self.side


def page_of(style: Style) -> Page:
    """The report's page: A4, upright or lying, or with wide margins where it is narrow."""
    width, height = reversed(_A4) if style.landscape else _A4
    return Page(width, height, 2600 if style.narrow else 1531)


def write_docx(path: Path, blocks: list[Block], style: Style, title: str) -> None:
    """Write the report as a DOCX file."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": _document(blocks, style),
        "word/styles.xml": _styles(style),
        "word/numbering.xml": NUMBERING_XML,
        "word/header1.xml": _header(title if style.running_header else ""),
        "word/footer1.xml": _footer(style),
        "word/_rels/document.xml.rels": _relations(
            ("rId1", "styles", "styles.xml"),
            ("rId2", "numbering", "numbering.xml"),
            ("rId3", "header", "header1.xml"),
            ("rId4", "footer", "footer1.xml"),
        ),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text)


def _content_types() -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = (
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("header1", "header"),
        ("footer1", "footer"),
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{part}+xml"/>'
        for name, part in parts
    )
    return (
        f"{_DECLARATION}<Types "
        'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
        'Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{target}"/>'
        for name, kind, target in relations
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_DECLARATION}<Relationships xmlns="{space}">{entries}</Relationships>'


def _document(blocks: list[Block], style: Style) -> str:
    page = page_of(style)
    listed = numbered(blocks) if style.auto_numbering else [(None, block) for block in blocks]
    body, after_table = [], False
    for level, block in listed:
        is_table = isinstance(block, Grid)
        if is_table and after_table:
            # Word joins tables that touch.
            body.append("<w:p/>")
        body.append(
            table_xml(block, style, page.text_width)
            if isinstance(block, Grid)
            else _paragraph(block, style, level)
        )
        after_table = is_table
    orient = ' w:orient="landscape"' if style.landscape else ""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        '<w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{orient}/>'
        f'<w:pgMar w:top="{_MARGIN_TOP}" w:right="{page.side}" w:bottom="{_MARGIN_BOTTOM}" '
        f'w:left="{page.side}" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
    )
    return (
        f"{_DECLARATION}<w:document {_SPACES}><w:body>{''.join(body)}{section}</w:body>"
        "</w:document>"
    )


def _paragraph(para: Para, style: Style, level: int | None) -> str:
    size = style.title_size if para.kind == "title" else style.body_size
    font = HEI if para.kind == "section" else style.body_font
    bold = "<w:b/>" if para.kind in ("title", "heading") else ""
    properties = f'{fonts(font, style.latin_font)}{bold}<w:sz w:val="{round(size * 2)}"/>'
    return f"<w:p><w:pPr>{_layout(para, style, level)}</w:pPr>{run(para.text, properties)}</w:p>"


def _layout(para: Para, style: Style, level: int | None) -> str:
    named, list_level = "", ""
    if style.outline_headings and para.kind in ("section", "heading"):
        named = f'<w:pStyle w:val="{1 if para.kind == "section" else 2}"/>'
    if level is not None:
        list_level = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    indent = round(style.body_size * 2 * TWIPS_PER_POINT)
    line = '<w:spacing w:line="360" w:lineRule="auto"/>'
    if para.kind == "title":
        return f'{line}<w:jc w:val="center"/>'
    if para.kind == "right":
        return f'{line}<w:ind w:right="{indent}"/><w:jc w:val="right"/>'
    # Not justified: LibreOffice 7.4 loses punctuation that hangs over the end of such lines.
    first = f'<w:ind w:firstLineChars="200" w:firstLine="{indent}"/><w:jc w:val="left"/>'
    return f"{named}{list_level}{line}{first}"


def _styles(style: Style) -> str:
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in (1, 2)
    )
    return (
        f"{_DECLARATION}<w:styles {_SPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f"{fonts(style.body_font, style.latin_font)}"
        '<w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a">'
        f'<w:name w:val="Normal"/></w:style>{headings}</w:styles>'
    )


def _header(text: str) -> str:
    words = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return (
        f'{_DECLARATION}<w:hdr {_SPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{words}'
        "</w:p></w:hdr>"
    )


def _footer(style: Style) -> str:
    page, pages = _field("PAGE"), _field("NUMPAGES")
    words = {
        "dash": f"{run('— ', '')}{page}{run(' —', '')}",
        "plain": page,
        "of": f"{run('第', '')}{page}{run('页 共', '')}{pages}{run('页', '')}",
        "none": "",
    }[style.footer]
    return (
        f'{_DECLARATION}<w:ftr {_SPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{words}'
        "</w:p></w:ftr>"
    )


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
