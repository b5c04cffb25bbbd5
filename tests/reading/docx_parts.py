"""Builds small DOCX packages by hand: the XML is the point of the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from extractor.reading.document import Document
from extractor.reading.docx import read_docx
from extractor.reading.source import Source

BASE = "http://schemas.openxmlformats.org"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": f"{BASE}/wordprocessingml/2006/main",
        "r": f"{BASE}/officeDocument/2006/relationships",
        "a": f"{BASE}/drawingml/2006/main",
        "wp": f"{BASE}/drawingml/2006/wordprocessingDrawing",
        "pic": f"{BASE}/drawingml/2006/picture",
        "m": f"{BASE}/officeDocument/2006/math",
        "mc": f"{BASE}/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
PART_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
REFERENCE = f"{BASE}/officeDocument/2006/relationships/"


def part(root: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'


def document(body: str) -> str:
    return part("document", f"<w:body>{body}</w:body>")


def relationships(items: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="r{index}" Type="{REFERENCE}{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(items)
    )
    return f'<Relationships xmlns="{BASE}/package/2006/relationships">{lines}</Relationships>'


def content_types(main: str) -> str:
    return (
        f'<Types xmlns="{BASE}/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{PART_TYPE.format("document.main")}"/></Types>'
    )


def files(body: str, main: str = "word/document.xml", **parts: str) -> dict[str, str]:
    """The package's files; `parts` are the contents of styles, numbering, footnotes and so on."""
    folder, _, name = main.rpartition("/")
    found = {
        "[Content_Types].xml": content_types(main),
        "_rels/.rels": relationships([("officeDocument", main)]),
        main: document(body),
        f"{folder}/_rels/{name}.rels": relationships([(kind, f"{kind}.xml") for kind in parts]),
    }
    roots = {"header": "hdr", "footer": "ftr"}
    for kind, content in parts.items():
        found[f"{folder}/{kind}.xml"] = part(roots.get(kind, kind), content)
    return found


def packed(contents: dict[str, str] | dict[str, bytes], stored: bool = False) -> bytes:
    buffer = io.BytesIO()
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def source(data: bytes) -> Source:
    return Source(Path("报告.docx"), data)


def read(body: str, **parts: str) -> Document:
    return read_docx(source(packed(files(body, **parts))))


def texts(body: str, **parts: str) -> list[str]:
    return [paragraph.text for paragraph in read(body, **parts).paragraphs]


def r(text: str, properties: str = "") -> str:
    run = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    """A paragraph of runs, or of one plain text."""
    inner = content if content.startswith("<") else (r(content) if content else "")
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def tc(content: str = "", properties: str = "") -> str:
    inner = content if content.startswith(("<w:p>", "<w:tbl>")) else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, grid: Sequence[int] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def style(style_id: str, name: str, content: str = "", kind: str = "paragraph") -> str:
    named = f'<w:name w:val="{name}"/>{content}'
    return f'<w:style w:type="{kind}" w:styleId="{style_id}">{named}</w:style>'
