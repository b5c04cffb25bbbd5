"""A stretch of the running text without its blanks, so that patterns meet words and not gaps.

Converters put blanks anywhere (存 在 问 题, 一 是) and print half-width signs; every character
kept here leads back to its place in the running text.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from extractor.report.flow import TABLE
from extractor.report.items.labels import is_column, label_of

HIDDEN = "\u25a1"
"""Stands in `shadow` for what is enclosed in quotes, titles or brackets: it cuts nothing."""

_RESIDUE = re.compile(r"\[bookmark:[^\]\n]{0,80}\]|\[\s*_GoBack\s*\]|\*\*")
_PAGE_NUMBER = re.compile(r"[-—–\s·]*(?:第?\s*\d{1,3}\s*页?|\d{1,3}\s*/\s*\d{1,3})[-—–\s·]*")
_WIDE = str.maketrans(
    {",": "，", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）", "﹔": "；"}
    | {"｡": "。", "﹐": "，", "﹑": "、", "､": "、", "\u037e": "；", "﹒": "."}
)
_BETWEEN_DIGITS = re.compile(r"(?<=\d)，(?=\d{3})|(?<=\d)：(?=\d\d(?![\d月日]))")
# 〔1〕, [1], 【一】: an item's number, in whatever brackets.
_NUMBERED = re.compile(
    r"[〔［\[【](?=(?:[一二三四五六七八九十]{1,3}|\d{1,2})[〕］\]】])(?P<n>[^〕］\]】]+)."
)
_HALF_COLON = re.compile(r":(?!//)|﹕|∶")
# A half-width dot ends a sentence behind a character, never behind an item's number.
_DOT = re.compile(
    r"(?<=[\u4e00-\u9fff”’）》」】%\"])[.．](?![A-Za-z])"
    r"|(?<=\d)[.．](?=[一二三四五六七八九]{1,2}是|第[一二三四五六]|其[一二三四五]|下一?步)"
)
_NUMBER_DOT = re.compile(
    r"(?:^|[。；：，！？])(?:[一二三四五六七八九十]{1,3}|（?(?:[一二三四五六七八九十]{1,3}|\d{1,2})）)$"
)
_NUMERAL = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})）"
_ENCLOSED = re.compile(
    r"《[^《》]{0,100}》|“[^“”]{0,100}”|‘[^‘’]{0,60}’|「[^「」]{0,100}」|〔[^〔〕]{0,12}〕"
    rf'|"[^"]{{0,60}}"|（(?!{_NUMERAL})[^（）]{{0,80}}）'
)
_QUOTATION = re.compile('[“”《》「」"]')
_PAIR = re.compile('“”|《》|「」|""')
# Lines broken at the page's edge differ by a sign or two, and several are broken so.
_RAGGED = 2.5
_HANGING = 3
_MIN_EDGE = 16
_MAX_EDGE = 50
_MIN_BROKEN = 2
_WIDE_EDGE = 28
"""From here on a single line without a stop was broken, too."""
_SENTENCE_END = "。；：！？.;:!?"
_BEGINS_ANEW = re.compile(
    r"（?[一二三四五六七八九十]{1,3}[）、.．是]|第[一二三四五六]|首先|其次|(?:19|20)\d\d年度?[，,我]|"
    r"[（(]?\d{1,2}[）).．、]|[（(][一二三四五六七八九十\d]|[①-⑳Ø]|[^\u4e00-\u9fff\w“《（(]"
)
_LABEL = re.compile("((?!以下|如下|下列)[^，。；,.;：:]{2,16})[：:]")
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
    lines = _joined(joined, _unwrapped(joined, lines))
    plain = "".join(_widened(joined[first:last]) for first, last in lines)
    shadow = "".join(_hidden(plain[first:last]) for first, last in lines)
    return Compact(plain, shadow, tuple(offsets), tuple(lines), frozenset(gaps))


def in_usual_form(text: str) -> str:
    """Words without blanks and with full-width signs, as the patterns expect them."""
    return _widened("".join(text.split()))


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
    """Lines that a converter broke at the page's edge: as wide as most, and without a stop."""
    widths = [_width(text[start:end]) for start, end in lines]
    stopped = [text[end - 1] in _SENTENCE_END for _, end in lines]
    edge = _edge([width for width, stop in zip(widths, stopped, strict=True) if not stop])
    broken = [
        edge - _RAGGED <= width and not stop for width, stop in zip(widths, stopped, strict=True)
    ]
    few = sum(broken) < (1 if edge >= _WIDE_EDGE else _MIN_BROKEN)
    if max(widths, default=0) > edge + _HANGING or few:
        return lines
    if not _goes_on_to_stops(text, lines, broken):
        return lines
    found: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(lines):
        if index and broken[index - 1] and not _begins_anew(text, start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _begins_anew(text: str, start: int) -> bool:
    """Whether a line begins an item, a label or a year of its own, whatever stands above it."""
    label = _LABEL.match(text, start)
    said = label is not None and (label_of(label[1], None) or is_column(label[1]))
    return bool(said or _BEGINS_ANEW.match(text, start))


def _goes_on_to_stops(text: str, lines: list[tuple[int, int]], broken: list[bool]) -> bool:
    """Whether what was broken off comes to a stop; lines of a list without stops never do."""
    tails = []
    for index, (start, end) in enumerate(lines):
        if index and broken[index - 1] and not broken[index]:
            anew = _begins_anew(text, start)
            tails.append(not anew and re.search("[。；;.！？]", text[start:end]) is not None)
    return 2 * sum(tails) >= max(1, len(tails))


def _edge(widths: list[float]) -> float:
    """The width at which most lines break off; 0 if there is none."""
    wide = [width for width in widths if _MIN_EDGE <= width <= _MAX_EDGE]
    near = Counter({edge: sum(abs(edge - width) <= 1 for width in wide) for edge in set(wide)})
    return max(near, key=lambda edge: (near[edge], edge), default=0.0)


def _width(line: str) -> float:
    return sum(0.5 if char.isascii() else 1 for char in line)


def _widened(line: str) -> str:
    """Half-width signs in their usual form; the length stays."""
    wide = _NUMBERED.sub(lambda m: f"（{m['n']}）", line)
    wide = _HALF_COLON.sub("：", wide.translate(_WIDE))
    wide = _BETWEEN_DIGITS.sub(lambda m: "," if m.group() == "，" else ":", wide)
    return _DOT.sub(lambda m: m.group() if _NUMBER_DOT.search(wide, 0, m.start()) else "。", wide)


def _hidden(line: str) -> str:
    """What is enclosed hidden; where a mark has lost its fellow, never beyond a stop."""
    marks = "".join(_QUOTATION.findall(line))
    if _nested(marks):
        return _ENCLOSED.sub(_hide, line)
    return re.sub("[^。；]+", lambda m: _ENCLOSED.sub(_hide, _paired(m.group())), line)


def _hide(found: re.Match[str]) -> str:
    return found[0][0] + HIDDEN * (len(found[0]) - 2) + found[0][-1]


def _nested(marks: str) -> bool:
    """Whether every mark has its fellow."""
    while marks and (left := _PAIR.sub("", marks)) != marks:
        marks = left
    return not marks


def _paired(part: str) -> str:
    """”三同步“, “三同步“: quotation marks that face the wrong way, turned."""
    found = "".join(char for char in part if char in "“”")
    if len(found) % 2 or found == "“”" * (len(found) // 2):
        return part
    turned = itertools.cycle("“”")
    return "".join(next(turned) if char in "“”" else char for char in part)
