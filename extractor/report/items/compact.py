"""A stretch of the running text without its blanks, so that patterns meet words and not gaps.

Converters put blanks anywhere (存 在 问 题, 一 是) and print half-width signs; every character
kept here leads back to its place in the running text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.report.flow import TABLE

HIDDEN = "\u25a1"
"""Stands in `shadow` for what is enclosed in quotes, titles or brackets: it cuts nothing."""

_RESIDUE = re.compile(r"\[bookmark:[^\]\n]{0,80}\]|\[\s*_GoBack\s*\]|\*\*")
_PAGE_NUMBER = re.compile(r"[-—–\s·]*(?:第?\s*\d{1,3}\s*页?|\d{1,3}\s*/\s*\d{1,3})[-—–\s·]*")
_WIDE = str.maketrans(
    {",": "，", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）", "﹔": "；"}
)
_BETWEEN_DIGITS = re.compile(r"(?<=\d)，(?=\d{3})|(?<=\d)：(?=\d\d(?![\d月日]))")
# 〔1〕, [1], 【一】: an item's number, in whatever brackets.
_NUMBERED = re.compile(
    r"[〔［\[【](?=(?:[一二三四五六七八九十]{1,3}|\d{1,2})[〕］\]】])(?P<n>[^〕］\]】]+)."
)
_HALF_COLON = re.compile(r":(?!//)|﹕|∶")
# A half-width dot ends a sentence behind a character, never behind an item's number.
_DOT = re.compile(r"(?<=[\u4e00-\u9fff”’）》%])[.．](?![A-Za-z])")
_NUMBER_DOT = re.compile(
    r"(?:^|[。；：，！？])(?:[一二三四五六七八九十]{1,3}|（?(?:[一二三四五六七八九十]{1,3}|\d{1,2})）)$"
)
_NUMERAL = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})）"
_ENCLOSED = re.compile(
    r"《[^《》]{0,100}》|“[^“”]{0,100}”|‘[^‘’]{0,60}’|「[^「」]{0,100}」|〔[^〔〕]{0,12}〕"
    rf'|"[^"]{{0,60}}"|（(?!{_NUMERAL})[^（）]{{0,80}}）'
)
# Lines broken at the page's edge differ by a sign or two, and several are broken so.
_RAGGED = 1.5
_MIN_EDGE = 16
_MAX_EDGE = 50
_MIN_BROKEN = 2
_SENTENCE_END = "。；：！？.;:!?"
_BEGINS_ANEW = re.compile(
    r"（?[一二三四五六七八九十]{1,3}[）、.．是]|第[一二三四五六]|首先|其次|(?:19|20)\d\d年|(?!以下|如下|下列)[^，。；]{2,12}[：:]|"
    r"[（(]?\d{1,2}[）).．、]|[（(][一二三四五六七八九十\d]|[①-⑳Ø]|[^\u4e00-\u9fff\w“《（(]"
)
_OPEN_END = "，、（“《"
_OPEN_START = "，。；、）”》"


@dataclass(frozen=True, slots=True)
class Compact:
    """Characters without blanks; `offsets[i]` is the place of `text[i]` in the running text."""

    text: str
    shadow: str
    """As `text`, with what is enclosed hidden."""
    offsets: tuple[int, ...]
    lines: tuple[tuple[int, int], ...]
    gaps: frozenset[int]
    """Positions in front of which blanks stood."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the running text that text[start:end] was taken from."""
        return self.offsets[start], self.offsets[end - 1] + 1


def compact(text: str, start: int, end: int) -> Compact:
    """The stretch [start, end) of the running text without blanks, tables and page numbers."""
    characters: list[str] = []
    offsets: list[int] = []
    lines: list[tuple[int, int]] = []
    gaps: set[int] = set()
    position = start
    for line in text[start:end].split("\n"):
        begin = len(characters)
        if TABLE not in line and not _PAGE_NUMBER.fullmatch(line):
            _take(
                _RESIDUE.sub(lambda m: " " * len(m.group()), line),
                position,
                characters,
                offsets,
                gaps,
            )
        if len(characters) > begin:
            lines.append((begin, len(characters)))
        position += len(line) + 1
    joined = "".join(characters)
    lines = _joined(joined, lines)
    lines = _unwrapped(joined, lines)
    plain = "".join(_widened(joined[first:last]) for first, last in lines)
    shadow = "".join(_hidden(plain[first:last]) for first, last in lines)
    return Compact(plain, shadow, tuple(offsets), tuple(lines), frozenset(gaps))


def _take(
    line: str, position: int, characters: list[str], offsets: list[int], gaps: set[int]
) -> None:
    blank = False
    begin = len(characters)
    for index, char in enumerate(line):
        if char.isspace():
            blank = True
            continue
        if blank and len(characters) > begin:
            gaps.add(len(characters))
        blank = False
        characters.append(char)
        offsets.append(position + index)


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A line that breaks off within a sentence goes on in the next one."""
    found: list[tuple[int, int]] = []
    for start, end in lines:
        if found and (text[start - 1] in _OPEN_END or text[start] in _OPEN_START):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _unwrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines that a converter broke at the page's edge: as wide as any, and without a stop."""
    widths = [_width(text[start:end]) for start, end in lines]
    edge = max(widths, default=0)
    broken = [
        widths[i] >= edge - _RAGGED and text[lines[i][1] - 1] not in _SENTENCE_END
        for i in range(len(lines))
    ]
    stops = sum(bool(re.search("[。；：;:](?=.)", text[start:end])) for start, end in lines)
    if not _MIN_EDGE <= edge <= _MAX_EDGE or sum(broken) < _MIN_BROKEN or not stops:
        return lines
    found: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(lines):
        if index and broken[index - 1] and not _BEGINS_ANEW.match(text, start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _width(line: str) -> float:
    return sum(0.5 if char.isascii() else 1 for char in line)


def _widened(line: str) -> str:
    """Half-width signs in their usual form; the length stays."""
    wide = _NUMBERED.sub(lambda m: f"（{m['n']}）", line)
    wide = _HALF_COLON.sub("：", wide.translate(_WIDE))
    wide = _BETWEEN_DIGITS.sub(lambda m: "," if m.group() == "，" else ":", wide)
    return _DOT.sub(lambda m: m.group() if _NUMBER_DOT.search(wide, 0, m.start()) else "。", wide)


def _hidden(line: str) -> str:
    return _ENCLOSED.sub(
        lambda m: m.group()[0] + HIDDEN * (len(m.group()) - 2) + m.group()[-1], line
    )
