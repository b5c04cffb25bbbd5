"""Page numbers, running headers and footers: printed on every page, no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from extractor.reading.characters import normalise, squeezed
from extractor.reading.pdf.lines import grouped, page_line
from extractor.reading.pdf.shapes import Line, PageContent, Run

# Headers and footers stand in the outer tenth of a page; Word's default margins are 9 %.
_ZONE = 0.11
# Browsers print theirs within half an inch of the edge.
_EDGE = 0.06
# The same header stands at the same height on every page, to within half of this.
_SAME_HEIGHT = 6.0
# Lines from the top or bottom that may be furniture: a header of two lines, a footer of two.
_OUTER_LINES = 3

_MARKS = r"[-—–―－─_·•.~\s]*"
_PAGE_NUMBER = re.compile(
    rf"{_MARKS}(?:第\s*)?\d{{1,3}}(?:\s*页)?{_MARKS}"
    rf"|{_MARKS}(?:第\s*)?\d{{1,3}}\s*页?\s*[,，/／|]?\s*(?:共|of|/|／|\|)\s*\d{{1,3}}\s*页?{_MARKS}"
    r"|第\s*[一二三四五六七八九十百]{1,5}\s*页|[Pp]age\s*\d{1,3}(?:\s*of\s*\d{1,3})?"
)
_BARE_NUMBER = re.compile(r"\d{1,3}")
_PRINTED_BY_BROWSER = re.compile(
    r"^\d{1,4}/\d{1,2}/\d{1,4}[,，\s]+(?:上午|下午)?\s*\d{1,2}:\d{2}"
    r"|^(?:https?|file|about)://?\S*|^about:blank"
)
_CONTINUED = re.compile(r"[（(]?(?:续表|接上表|续上表|表续)\s*\d*[）)]?[:：]?")
_DIGITS = re.compile(r"\d+")


# A shorter text at the same height on several pages may be a cell's.
_RUNNING_TITLE = 6

Key: TypeAlias = tuple[str, int, int]


def footers(contents: Sequence[PageContent]) -> list[list[Run]]:
    """Each page's runs at its foot that other pages show to be page numbers or running titles.

    For tables whose borders run on to the page's end: there a page number would be a cell's.
    """
    rows = [_at_foot(content) for content in contents]
    lines = [
        [page_line(row, content.number) for row in found]
        for content, found in zip(contents, rows, strict=True)
    ]
    seen = Counter(key for found in lines for key in {k for line in found for k in _signs(line)})
    return [
        [
            run
            for row, line in zip(found, page, strict=True)
            if any(seen[key] > 1 for key in _signs(line))
            for run in row
        ]
        for found, page in zip(rows, lines, strict=True)
    ]


def _at_foot(content: PageContent) -> list[list[Run]]:
    begin = (1 - _ZONE) * content.height
    return grouped(run for run in content.runs if run.top >= begin and not run.turn)


def _signs(line: Line) -> list[Key]:
    """What the same footer on another page has in common with this one: not just a number.

    Of a page number that is how far it is ahead of the page, of a title its words.
    """
    text = normalise(line.text).strip()
    number = _DIGITS.search(text)
    if number is not None and _PAGE_NUMBER.fullmatch(text):
        ahead = str(int(number.group()) - line.page)
        return [(ahead, scale, height) for _, scale, height in _keys(line)]
    return [key for key in _keys(line) if len(key[0].replace("#", "")) >= _RUNNING_TITLE]


def without_furniture(pages: Sequence[list[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """Each page's lines without what is printed on the pages rather than in the text."""
    running = _running(pages, heights)
    return [
        [line for line in lines if not _is_furniture(line, lines, height, len(pages), running)]
        for lines, height in zip(pages, heights, strict=True)
    ]


def _is_furniture(
    line: Line, lines: list[Line], height: float, pages: int, running: set[Key]
) -> bool:
    text = normalise(line.text).strip()
    if _CONTINUED.fullmatch(text):
        return True
    if not _in_zone(line, height, _ZONE) or line not in _outer(lines):
        return False
    return (
        _is_page_number(text, line.page, pages)
        or any(key in running for key in _keys(line))
        or (_in_zone(line, height, _EDGE) and bool(_PRINTED_BY_BROWSER.match(text)))
    )


def _is_page_number(text: str, page: int, pages: int) -> bool:
    if not _PAGE_NUMBER.fullmatch(text):
        return False
    # A bare number must be able to be this page's: within the document, or a little beyond
    # it where the cover or a bundle is counted too.
    return not _BARE_NUMBER.fullmatch(text) or abs(int(text) - page) <= pages + 2


def _outer(lines: list[Line]) -> list[Line]:
    return lines[:_OUTER_LINES] + lines[-_OUTER_LINES:]


def _in_zone(line: Line, height: float, share: float) -> bool:
    return line.bottom <= share * height or line.top >= (1 - share) * height


def _keys(line: Line) -> tuple[Key, Key]:
    """Text with its digits masked, and the height in two overlapping scales."""
    text = _DIGITS.sub("#", squeezed(normalise(line.text)))
    return (
        (text, 0, int(line.top / _SAME_HEIGHT)),
        (text, 1, int(line.top / _SAME_HEIGHT + 0.5)),
    )


def _running(pages: Sequence[list[Line]], heights: Sequence[float]) -> set[Key]:
    """Keys of lines in the outer zones that several pages share."""
    seen: Counter[Key] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        outer = [line for line in _outer(lines) if _in_zone(line, height, _ZONE)]
        seen.update({key for line in outer for key in _keys(line)})
    return {key for key, count in seen.items() if count >= 2}
