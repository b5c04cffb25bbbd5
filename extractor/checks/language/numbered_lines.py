"""Numbered paragraphs within one part: 1. … 2. … 4. …"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.checks.language.enumerations import Broken
from extractor.checks.language.lines import Line

_NUMBER = re.compile(
    r"\s*(?:(?P<digit>\d{1,2})\s?[.．、](?=\s?20\d\d年|\s?1?\d月|\s?[^\s\d])|[（(](?P<bracket>\d{1,2})[）)])"
)
# The same within a line, each item behind a sign that ends the one before. Table three's own
# numbers (（二）部分公开1件；（四）无法提供1件) leave out what is zero.
_WITHIN = re.compile(
    r"(?:^|[：:；;。])\s?(?:(?P<digit>\d{1,2})[.．、](?=[^\s\d])|[（(](?P<bracket>\d{1,2})[）)]"
    r"|[（(](?P<numeral>[一二三四五六七八九十])[）)](?!予以公开|部分公开|不予公开|无法提供|不予处理|其他处理))"
)
_NUMERALS = "一二三四五六七八九十"
_SHOWN = {"numeral": "（{}）", "digit": "{}.", "bracket": "（{}）"}


@dataclass(slots=True)
class _Open:
    """The list that is open in one way of numbering: its last number, and the text since."""

    last: int
    since: str


def broken_numbers(lines: Iterable[Line]) -> Iterator[tuple[Line, Broken]]:
    """Numbers that leave one out or stand twice; a list begins with 1, a heading ends it."""
    lists: dict[str, _Open] = {}
    where: tuple[object, object] | None = None
    for line in lines:
        if line.is_heading or (line.section, line.heading) != where:
            lists, where = {}, (line.section, line.heading)
        match = _NUMBER.match(line.text)
        kind = (match.lastgroup or "digit") if match else ""
        if match:
            value, known = int(match[kind]), lists.get(kind)
            if value == 1:
                lists[kind] = _Open(1, "")
                if kind == "digit":
                    lists.pop("bracket", None)
            elif known is not None:
                if _breaks(known, value):
                    before, found, wanted = (
                        _SHOWN[kind].format(n) for n in (known.last, value, known.last + 1)
                    )
                    yield line, Broken(before, found, wanted, match.start(kind), match.end())
                    # What follows in a broken list follows from the same slip.
                    lists.pop(kind)
                elif value > known.last:
                    lists[kind] = _Open(value, "")
                if kind == "digit":
                    lists.pop("bracket", None)
        for known in lists.values():
            known.since += line.text + "\n"


def broken_within(line: Line) -> Iterator[Broken]:
    """Numbered items that follow each other in one paragraph; it must begin with 1."""
    last: dict[str, int] = {}
    for match in _WITHIN.finditer(line.text):
        kind = match.lastgroup or "digit"
        value = _NUMERALS.index(match[kind]) + 1 if kind == "numeral" else int(match[kind])
        before = last.get(kind)
        slip = value != 1 and before is not None and value in (before, before + 2)
        if before is not None and slip:
            left_out = not _stands(line.text[: match.start()], kind, before + 1)
            if left_out or value == before:
                told, wrong = _show(kind, before), _show(kind, value)
                expected = _show(kind, before + 1)
                yield Broken(told, wrong, expected, match.start(kind), match.end())
                return
        if value == 1 or before is not None:
            last[kind] = value


def _stands(text: str, kind: str, value: int) -> bool:
    written = _NUMERALS[value - 1] if kind == "numeral" and value <= 10 else str(value)
    return re.search(rf"(?<!\d){written}\s?[)）.．、]", text) is not None


def _show(kind: str, value: int) -> str:
    written = _NUMERALS[value - 1] if kind == "numeral" and value <= 10 else str(value)
    return _SHOWN[kind].format(written)


def _breaks(known: _Open, value: int) -> bool:
    """The same number again, or one left out that stands nowhere in between."""
    if value == known.last:
        return True
    if value != known.last + 2:
        return False
    return re.search(rf"(?<!\d){known.last + 1}\s?[)）.．、]", known.since) is None
