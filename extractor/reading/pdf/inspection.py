"""A look at each page before its text is taken: scans, tables that cannot be told, lost text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.reading.document import Box, Picture, Place, ReadingProblem, Table
from extractor.reading.pdf import second
from extractor.reading.pdf.fragments import Fragment
from extractor.reading.pdf.layout import Layout, covered, visible_part
from extractor.reading.pdf.lines import grouped, page_line
from extractor.reading.pdf.shapes import LOST, Line, PageContent

# A scan covers its page; a letterhead or a photo does not.
_SCAN_COVER = 0.5
# What a scan may carry as text: a page number, a stamp's line.
_SCAN_CHARACTERS = 30
# Text turned into curves leaves some hundred shapes; charts have fewer.
_CURVES = 150
# A picture smaller than this (in points) holds no table: emblems, QR codes, signatures.
_PICTURE_WIDTH = 150.0
_PICTURE_HEIGHT = 60.0

_SCANNED = "{pages}是扫描图片或图形，没有可读的文字：请提供 Word 版，或做文字识别（OCR）后再试。"
_UNSOUND = "第{page}页的表格线不完整，分不清单元格，表格没有读入：请提供 Word 版，或重新导出 PDF。"
_NO_LINES = (
    "第{page}页像有一张没有表格线的表，行列无法确定，没有作为表格读入："
    "请提供 Word 版，或带表格线的文件。"
)
_OVERPRINTED = (
    "第{page}页的表格中有文字互相重叠，分不清各属哪一格："
    "请对照原件，或提供 Word 版，或重新导出 PDF。"
)
_OCR = "{pages}是扫描件，文字来自其中的识别层（OCR），可能有错：请对照原件。"
_SLANTED = "{pages}有倾斜的文字（多为水印），没有读入。"
_TURNED = "{pages}表格外有竖排转向的文字，没有读入。"
_LOST = "{pages}有字因字体缺失读不出，以“\ufffd”代替：请对照原件。"
_CUT = "{pages}字符过多，超出部分没有读入。"


@dataclass(frozen=True, slots=True)
class Page:
    """What the text is taken from: lines, table parts, whole tables and pictures."""

    number: int
    width: float
    height: float
    lines: list[Line]
    fragments: list[Fragment]
    tables: list[tuple[Line, Table]] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    problems: list[ReadingProblem] = field(default_factory=list)


def inspect(data: bytes, layouts: Sequence[Layout]) -> list[Page]:
    """Every page with what could be made sure of; the second reader is asked where needed."""
    asked = 0
    pages = []
    for layout in layouts:
        rows = [] if _is_scan(layout.content) else second.number_rows(layout)
        doubtful = bool(layout.doubtful or rows)
        asked += doubtful
        if not doubtful:
            pages.append(_page(layout, layout.lines, layout.fragments))
        elif layout.doubtful:
            pages.append(_unsound(data, layout, may_ask=asked <= second.MAX_ASKED))
        else:
            pages.append(_without_lines(data, layout, rows, may_ask=asked <= second.MAX_ASKED))
        if layout.overprinted:
            pages[-1].problems.append(_problem(_OVERPRINTED, pages[-1]))
    return pages


def _unsound(data: bytes, layout: Layout, may_ask: bool) -> Page:
    if may_ask and not layout.content.drawing.too_much and second.confirms(data, layout):
        return _page(layout, layout.lines, layout.fragments)
    rows = grouped(run for run in layout.content.runs if not run.turn)
    page = _page(layout, [page_line(row, layout.content.number) for row in rows], [])
    page.problems.append(_problem(_UNSOUND, page))
    return page


def _without_lines(
    data: bytes, layout: Layout, rows: list[second.NumberRow], may_ask: bool
) -> Page:
    table = second.table_without_lines(data, layout, rows) if may_ask else None
    if table is None:
        page = _page(layout, layout.lines, layout.fragments)
        page.problems.append(_problem(_NO_LINES, page))
        return page
    inside = {row.line for row in rows}
    lines = [line for index, line in enumerate(layout.lines) if index not in inside]
    page = _page(layout, lines, layout.fragments)
    page.tables.append((layout.lines[rows[0].line], table))
    return page


def _problem(message: str, page: Page) -> ReadingProblem:
    return ReadingProblem("P104", message.format(page=page.number), Place(page.number))


def _page(layout: Layout, lines: list[Line], fragments: list[Fragment]) -> Page:
    content = layout.content
    return Page(
        number=content.number,
        width=content.width,
        height=content.height,
        lines=lines,
        fragments=fragments,
        pictures=_pictures(content),
    )


def _pictures(content: PageContent) -> list[Picture]:
    """Images that may hold a table or a page; strips of one scan are one picture."""
    boxes = [box for box in content.drawing.images if visible_part(box, content) > 0]
    if covered(content) >= _SCAN_COVER:
        if not _is_scan(content):
            return []
        boxes = [
            Box(
                min(box.x0 for box in boxes),
                min(box.top for box in boxes),
                max(box.x1 for box in boxes),
                max(box.bottom for box in boxes),
            )
        ]
    return [
        Picture(box.x1 - box.x0, box.bottom - box.top, Place(content.number, box))
        for box in boxes
        if box.x1 - box.x0 >= _PICTURE_WIDTH and box.bottom - box.top >= _PICTURE_HEIGHT
    ]


def _is_scan(content: PageContent) -> bool:
    """Whether the page's content is a picture, or text turned into curves."""
    if sum(len(run.text) for run in content.runs) >= _SCAN_CHARACTERS:
        return False
    return covered(content) >= _SCAN_COVER or content.drawing.outlines >= _CURVES


def scan_problems(contents: Sequence[PageContent], damaged: Sequence[int]) -> list[ReadingProblem]:
    """One P103 that names the pages without text, one that names the damaged ones."""
    total = len(contents) + len(damaged)
    problems = []
    scans = [content.number for content in contents if _is_scan(content)]
    if scans:
        message = _SCANNED.format(pages=named(scans, total))
        problems.append(ReadingProblem("P103", message, Place(scans[0])))
    if damaged:
        message = f"{named(damaged, total)}已损坏，没有读入：请重新下载，或索取完好的文件。"
        problems.append(ReadingProblem("P103", message, Place(damaged[0])))
    return problems


def notes(layouts: Sequence[Layout]) -> list[str]:
    """What a user should know about single pages."""
    contents = [layout.content for layout in layouts]
    outside = [line.page for layout in layouts for line in layout.lines if LOST in line.text]
    found = (
        (_OCR, [c.number for c in contents if c.drawing.hidden_text and covered(c) > _SCAN_COVER]),
        (_SLANTED, [c.number for c in contents if c.slanted]),
        (_TURNED, [layout.content.number for layout in layouts if layout.turned_outside]),
        (_LOST, sorted(set(outside))),
        (_CUT, [c.number for c in contents if c.cut]),
    )
    return [text.format(pages=named(pages, len(contents))) for text, pages in found if pages]


def named(pages: Iterable[int], total: int) -> str:
    """「第1—3、7页」, or 「全部5页」."""
    numbers = sorted(pages)
    if len(numbers) == total > 1:
        return f"全部{total}页"
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return "第" + "、".join(str(a) if a == b else f"{a}—{b}" for a, b in spans) + "页"
