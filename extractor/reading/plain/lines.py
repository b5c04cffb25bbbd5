"""A text file's lines as they were written: without page numbers, broken lines joined again."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from extractor.reading.blocks import is_cut, is_numbered, unix_lines

# A file counts as wrapped at a fixed width if at least this share of its longer lines is full,
# and at least so many are.
WRAPPED_SHARE = 0.5
WRAPPED_LINES = 8
# Lines narrower than this (in columns, a Chinese character has two) say nothing about wrapping.
NARROWEST = 40
# How far a full line may stay short of the width (a wide character or punctuation that must not
# begin a line), and what share of lines may be longer.
SLACK = 5
LONGER_SHARE = 0.05
# Paragraphs are joined up to this length: real ones have a few hundred characters.
LONGEST_JOINED = 10_000

_PAGE_NUMBER = re.compile(
    r"[ \u3000\xa0]*(?:[-—–－―─~～·•]{1,4}[ \u3000\xa0]*\d{1,3}[ \u3000\xa0]*[-—–－―─~～·•]{1,4}"
    r"|第[ \u3000\xa0]*\d{1,3}[ \u3000\xa0]*页"
    r"(?:[ \u3000\xa0，,/／]*共[ \u3000\xa0]*\d{1,3}[ \u3000\xa0]*页)?"
    r"|(?:Page|page|PAGE)[ ]*\d{1,3}(?:[ ]*(?:of|/)[ ]*\d{1,3})?)[ \u3000\xa0]*"
)
_BARE_NUMBER = re.compile(r"[ \u3000\xa0]*\d{1,3}[ \u3000\xa0]*")
_BOOKMARK = re.compile(r"\[bookmark: [^\]\n]{0,200}\]")
_PAGE_END = "\f"


def lines_of(text: str) -> list[str]:
    """The file's lines without page numbers, bookmarks and form feeds."""
    text = unix_lines(text.replace("\0", ""))
    if "[bookmark: " in text:
        text = _BOOKMARK.sub("", text)
    text = text.replace(_PAGE_END, f"\n{_PAGE_END}\n") if _PAGE_END in text else text
    return _without_page_numbers(text.split("\n"))


def _without_page_numbers(lines: list[str]) -> list[str]:
    """The lines without page numbers; what a page's end cut in two is joined."""
    kept: list[str] = []
    cut_at = -1
    for index, line in enumerate(lines):
        if line == _PAGE_END or _is_page_number(lines, index):
            cut_at = cut_at if cut_at >= 0 else _last_filled(kept)
            continue
        if cut_at >= 0 and line.strip():
            if _joins(kept[cut_at], line):
                del kept[cut_at + 1 :]
                kept[cut_at] = kept[cut_at].rstrip() + line.strip()
                cut_at = -1
                continue
            cut_at = -1
        kept.append(line)
    return kept


def _is_page_number(lines: list[str], index: int) -> bool:
    line = lines[index]
    if _PAGE_NUMBER.fullmatch(line):
        return True
    beside = {lines[near] for near in (index - 1, index + 1) if 0 <= near < len(lines)}
    return _PAGE_END in beside and bool(_BARE_NUMBER.fullmatch(line))


def _last_filled(lines: list[str]) -> int:
    for index in range(len(lines) - 1, max(-1, len(lines) - 20), -1):
        if lines[index].strip():
            return index
    return -1


def _joins(before: str, line: str) -> bool:
    if any(mark in before or mark in line for mark in "\t|") or len(before) > LONGEST_JOINED:
        return False
    indent = len(line) - len(line.lstrip())
    return indent < 2 and is_cut(before.strip()) and not is_numbered(line.strip())


def columns_of(text: str) -> int:
    """The width of a text in columns."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def wrapping_width(lines: list[str]) -> int | None:
    """The width at which a file's lines were broken, None if a line is a paragraph."""
    widths = Counter(
        columns_of(line.rstrip())
        for line in lines
        if "\t" not in line and len(line) * 2 >= NARROWEST
    )
    widths = Counter({width: count for width, count in widths.items() if width >= NARROWEST})
    total = sum(widths.values())
    if total < WRAPPED_LINES:
        return None
    longer, widest = 0, 0
    for width in sorted(widths, reverse=True):
        longer += widths[width]
        if longer > LONGER_SHARE * total:
            widest = width
            break
    full = sum(count for width, count in widths.items() if widest - SLACK <= width <= widest)
    return widest if full >= max(WRAPPED_LINES, WRAPPED_SHARE * total) else None


def reflowed(lines: list[str], width: int) -> list[str]:
    """Lines of running text with the breaks at `width` undone."""
    found: list[str] = []
    open_line = False
    for line in lines:
        indent = len(line) - len(line.lstrip())
        starts = indent >= 2 or is_numbered(line.strip()) or not line.strip()
        if open_line and not starts and len(found[-1]) < LONGEST_JOINED:
            found[-1] = _joined(found[-1].rstrip(), line.strip())
        else:
            found.append(line)
        open_line = columns_of(line.rstrip()) >= width - SLACK
    return found


def _joined(before: str, after: str) -> str:
    """Two halves of a line; only Latin words had a blank between them."""
    edge = before[-1:] + after[:1]
    return f"{before} {after}" if edge.isascii() and edge.isalpha() else before + after
