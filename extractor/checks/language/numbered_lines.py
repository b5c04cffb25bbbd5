"""Numbered paragraphs within one part: 1. … 2. … 4. …"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.checks.language.enumerations import Broken
from extractor.checks.language.lines import Line

_NUMBER = re.compile(
    r"\s*(?:(?P<digit>\d{1,2})\s?[.．、](?=\s?20\d\d年|\s?[^\s\d])|[（(](?P<bracket>\d{1,2})[）)])"
)
_SHOWN = {"digit": "{}.", "bracket": "（{}）"}


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


def _breaks(known: _Open, value: int) -> bool:
    """The same number again, or one left out that stands nowhere in between."""
    if value == known.last:
        return True
    if value != known.last + 2:
        return False
    return re.search(rf"(?<!\d){known.last + 1}\s?[)）.．、]", known.since) is None
