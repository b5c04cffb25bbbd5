"""Renders the examples that ship with the project: `python -m evaluation.make_examples`.

Sources stand in `example_sources/`, what a user would feed in comes out in `examples/`.
Needs LibreOffice and Chromium: DOC files and PDFs of other versions differ in bytes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evaluation.gold import Line, load_report, read_lines
from evaluation.render.docx import write_docx
from evaluation.render.layout import Para, layout
from evaluation.render.producers import BY_FOLDER, Job, job_of, missing_programs, produce
from evaluation.render.style import HEI, MING, plain_style

SOURCES = Path(__file__).with_name("example_sources")
EXAMPLES = Path(__file__).with_name("examples")
NOTICE = "县直部门/关于编制2024年政府信息公开工作年度报告的通知.docx"
BROKEN = "县直部门/棠坞县统计局2024年政府信息公开工作年度报告.pdf"
_BROKEN_LIKE = "d902"
# Before a PDF's page tree and its cross-reference table, which both stand at the end.
_KEPT_OF_BROKEN = 3_000
_OFFICE: dict[str, Any] = {
    "txt_encoding": "gb18030",
    "txt_newline": "\r\n",
    "html_encoding": "gb18030",
    "bookmarks": False,
}
# One font a file, of the fonts that embed smallest: the folder is part of every clone.
_SMALL: dict[str, Any] = {
    "body_font": MING,
    "table_font": MING,
    "latin_font": MING,
    "browser_font": HEI,
    "browser_tags": False,
}
# The earliest date that a ZIP can tell: one content, one set of bytes.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Example:
    """A source, who writes its file (render/producers.py), and what its user called it."""

    id: str
    producer: str
    path: str


PACKED = Example("d908", "docx", "补报 文旅局.zip/棠坞县文化和旅游局2024年年度报告.docx")
MADE = (
    Example("d901", "pdf-libreoffice", "县直部门/棠坞县水利局2023年政府信息公开工作年度报告.pdf"),
    Example("d902", "pdf-chromium", "县直部门/棠坞县水利局2024年政府信息公开工作年度报告.pdf"),
    Example("d903", "docx", "县直部门/教育局2024年报（定稿）.docx"),
    Example("d904", "html-page", "县直部门/棠坞县自然资源局2024年政府信息公开工作年度报告.html"),
    Example("d905", "doc", "乡镇/槐埠镇2024年报.doc"),
    Example("d906", "html-site", "省市/霁州市市场监督管理局 2024.html"),
    Example("d907", "txt-word", "县直部门/民政局.txt"),
    PACKED,
    Example("d909", "docx", "省市/澜江省交通运输厅2024年政府信息公开工作年度报告.docx"),
    Example("d910", "mhtml", "省市/霁州市司法局政府信息公开工作年度报告（2024年）.mhtml"),
)


# Without LibreOffice and Chromium these come out the same on every machine.
OWN = tuple(example for example in MADE if BY_FOLDER[example.producer].needs is None)


def make(out: Path, examples: Sequence[Example] = MADE) -> None:
    """Examples at their users' places, and the notice that lies between them."""
    with tempfile.TemporaryDirectory() as name:
        for example, data in _rendered(examples, Path(name)):
            if example == PACKED:
                _pack(out, data)
            else:
                _write(out / example.path, data)
            if example.id == _BROKEN_LIKE:
                _write(out / BROKEN, data[:_KEPT_OF_BROKEN])
    _notice(out / NOTICE)


def _rendered(examples: Sequence[Example], folder: Path) -> Iterator[tuple[Example, bytes]]:
    for example in examples:
        producer = BY_FOLDER[example.producer]
        produce(producer, [_job(example)], folder)
        yield example, (folder / f"{example.id}.{producer.format}").read_bytes()


def _job(example: Example) -> Job:
    """In the style drawn for its id, with text and web pages in GBK as old offices have them."""
    job = job_of(load_report(SOURCES / f"{example.id}.gold.yaml"))
    style = replace(job.style, **_OFFICE, **_SMALL)
    return replace(job, blocks=layout(job.report, style), style=style)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _pack(out: Path, data: bytes) -> None:
    """As Chinese Windows packs: the name in GBK, without saying so."""
    archive, _, member = PACKED.path.partition("/")
    # zipfile writes ASCII or marked UTF-8 only: a stand-in of the same length makes room.
    raw = member.encode("gb18030")
    stand_in = "x" * len(raw)
    with tempfile.TemporaryDirectory() as name:
        packed = Path(name) / "packed.zip"
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
            info = zipfile.ZipInfo(stand_in, _ZIP_DATE)
            info.create_system = 0
            package.writestr(info, data)
        _write(out / archive, packed.read_bytes().replace(stand_in.encode(), raw))


def _notice(path: Path) -> None:
    """What lies between the reports of every county: the office's own notice about them."""
    lines: list[Line] = list(read_lines((SOURCES / "notice.txt").read_text("utf-8")))
    blocks = [Para(line.kind, line.text) for line in lines]
    path.parent.mkdir(parents=True, exist_ok=True)
    write_docx(path, list(blocks), plain_style(), lines[0].text)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.make_examples", description=__doc__)
    parser.add_argument("--out", type=Path, default=EXAMPLES, help="folder (default: %(default)s)")
    options = parser.parse_args(arguments)
    if lacking := missing_programs():
        print(*lacking.values(), sep="\n", file=sys.stderr)
        return 1
    make(options.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
