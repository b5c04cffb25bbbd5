"""Lists within running text: 一是…二是…, 第一，…第二，…, ①…②…."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from extractor.checks.language.lines import Line

_NUMERALS = "一二三四五六七八九十"
_BEGINS = r"(?:(?<=[：:；;。，,、！？!?）)”\s])|^)"
_MARK = re.compile(
    rf"{_BEGINS}(?:(?P<item>[{_NUMERALS}])\s?[．.、，,]?\s?是(?![一二三四五否以])"
    rf"|(?P<must>[{_NUMERALS}])要(?=[加强进持优完推健全抓提严规深做注突])"
    rf"|第(?P<ordinal>[{_NUMERALS}])[，,、：:](?!第)|(?P<circled>[①-⑩]))"
)
_KINDS = {"item": "{}是", "must": "{}要", "ordinal": "第{}，"}
# What else may count the item that is missing: mixed ways to count are no gap.
_OTHERWISE = (
    r"(?:其[{n}]|第?[{n}]\s?[是要、，,：:．.]|[（(]\s?[{n}{d}]\s?[）)]|{d}\s?[、.．]"
    r"|其次|再次|再者|另外|此外|首先|同时)"
)


@dataclass(frozen=True, slots=True)
class Broken:
    """An item whose number does not continue its list's; offsets within its line."""

    before: str
    found: str
    expected: str
    start: int
    end: int


class _Gap(NamedTuple):
    before: str
    found: str
    expected: str
    same_line: bool
    """Whether the list that it breaks stands in the same line."""


@dataclass(slots=True)
class _List:
    """A list that is still open: its last number, and the text since."""

    last: int
    since: str
    line: int
    slipped: bool = False
    """Whether its last number left one out: the same number again goes on behind it."""


def broken_lists(lines: Iterable[Line]) -> Iterator[tuple[Line, Broken]]:
    """Items that leave out or repeat a number, in order; a heading ends every list."""
    open_lists: dict[str, list[_List]] = {}
    where: tuple[object, object] | None = None
    for line in lines:
        if line.is_heading or (line.section, line.heading) != where:
            open_lists, where = {}, (line.section, line.heading)
        position = 0
        for match in _MARK.finditer(line.text):
            kind, value = _number(match)
            for lists in open_lists.values():
                for known in lists:
                    known.since += line.text[position : match.start()]
            position = match.start()
            stack = open_lists.setdefault(kind, [])
            broken = _placed(stack, kind, value, line.start)
            # In the midst of another paragraph a number may belong to a list of its own.
            if broken is not None and (broken.same_line or not line.text[: match.start()].strip()):
                yield line, Broken(*broken[:3], match.start(), match.end())
        for lists in open_lists.values():
            for known in lists:
                known.since += line.text[position:]


def _number(match: re.Match[str]) -> tuple[str, int]:
    kind = match.lastgroup or "item"
    written = match[kind]
    return kind, ord(written) - ord("①") + 1 if kind == "circled" else _NUMERALS.index(written) + 1


def _placed(stack: list[_List], kind: str, value: int, line: int) -> _Gap | None:
    """Puts an item into the list that it continues; else says how it breaks the nearest."""
    if value == 1:
        nearest = stack[-1] if stack else None
        # 一是…；一是…。 A list within a list begins behind a colon or a sentence's end.
        if nearest and nearest.last == 1 and nearest.line == line and kind == "item":
            since = nearest.since.rstrip()
            if since.endswith(("；", ";")) and not re.search("[。：:]", since):
                return _gap(kind, 1, value, True)
        stack.append(_List(1, "", line))
        return None
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].last + 1 == value:
            del stack[depth + 1 :]
            stack[depth] = _List(value, "", line)
            return None
    if not stack:
        # 首先…二是 and lists whose beginning another paragraph holds are no gap.
        stack.append(_List(value, "", line))
        return None
    nearest = stack[-1]
    # 一是…三是…三是…: the first 三是 stands for 二是, and is told.
    again = nearest.slipped and value == nearest.last
    stack[-1] = _List(value, "", line, slipped=value == nearest.last + 2)
    if again:
        return None
    # 二是…二是: the same number twice is a slip, a smaller one another list's rest.
    missing = range(nearest.last + 1, value)
    if value < nearest.last or _counted_otherwise(nearest.since, missing):
        return None
    return _gap(kind, nearest.last, value, nearest.line == line)


def _gap(kind: str, last: int, value: int, same_line: bool) -> _Gap:
    return _Gap(_shown(kind, last), _shown(kind, value), _shown(kind, last + 1), same_line)


def _counted_otherwise(text: str, missing: Iterable[int]) -> bool:
    return any(
        re.search(_OTHERWISE.format(n=_NUMERALS[number - 1], d=number), text) for number in missing
    )


def _shown(kind: str, value: int) -> str:
    if kind == "circled":
        return chr(ord("①") + value - 1)
    return _KINDS[kind].format(_NUMERALS[min(value, len(_NUMERALS)) - 1])
