"""The numbers in front of headings: 一、 1. （一） 第一部分 一是, and their misprints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractor.language.numerals import chinese_number

Kind = Literal["part", "chinese", "digit", "bracket", "bracket_digit", "item", "none"]

_CHINESE = "一二三四五六七八九十"
_ENUMERATOR = re.compile(
    rf"第(?P<part>[{_CHINESE}]{{1,2}}|\d{{1,2}})(?:部分|章|节|[、，：:.．])[、，：:.．]?"
    # 一） lost its opening bracket.
    rf"|[（(〔\[【]?(?P<bracket>[{_CHINESE}]{{1,2}})[）)〕\]】][、.．]?"
    r"|[（(〔\[【]?(?P<bracket_digit>\d{1,2})[）)〕\]】][、.．]?"
    r"|(?P<circled>[①-⑳⑴-⒇㈠-㈩⒈-⒛])[、.．]?"
    rf"|(?P<item>[{_CHINESE[:9]}])是(?![否以])"
    # A long dash is a misprinted 一.
    rf"|(?P<chinese>[{_CHINESE}]{{1,2}}|[—―－–ー])[、.．,，:：。;；·?？\ufffd]+"
    # 1.2 counts within a section; 1.2万 is a figure.
    r"|\d{1,2}[.．](?P<decimal>\d)(?![\d%％万亿千百十余多个件条篇次倍元分])[、.．]?(?!\d)"
    r"|(?P<digit>\d{1,2})[、.．,，:：](?!\d)[、.．]?"
)
_BARE = re.compile(rf"(?P<chinese>[{_CHINESE}]{{1,2}}|[—―－–ー])(?!是)|(?P<digit>\d)(?!\d)")
_CIRCLED: tuple[tuple[str, Kind], ...] = (
    ("①", "bracket_digit"), ("⑴", "bracket_digit"), ("㈠", "bracket"), ("⒈", "digit"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Enumerator:
    """A heading's number, its way of writing, and where it ends in the squashed line."""

    kind: Kind
    value: int | None
    end: int


NO_NUMBER = Enumerator("none", None, 0)


def enumerator(squashed: str, position: int = 0) -> Enumerator:
    """The number with which a squashed line begins."""
    match = _ENUMERATOR.match(squashed, position)
    return _enumerator(match) if match else NO_NUMBER


def bare_enumerator(squashed: str) -> Enumerator:
    """A number that lost its sign (一 总体情况): only what follows tells that it is one."""
    match = _BARE.match(squashed)
    return _enumerator(match) if match else NO_NUMBER


def _enumerator(match: re.Match[str]) -> Enumerator:
    kind, written = next((name, text) for name, text in match.groupdict().items() if text)
    if kind == "circled":
        first, shown = max((pair for pair in _CIRCLED if pair[0] <= written), key=_code)
        return Enumerator(shown, ord(written) - ord(first) + 1, match.end())
    value = int(written) if written.isdecimal() else chinese_number(written)
    if value is None:
        value = 1
    return Enumerator(_KINDS[kind], value, match.end())


def _code(pair: tuple[str, Kind]) -> int:
    return ord(pair[0])


_KINDS: dict[str, Kind] = {
    "part": "part",
    "bracket": "bracket",
    "bracket_digit": "bracket_digit",
    "item": "item",
    "chinese": "chinese",
    "decimal": "bracket_digit",
    "digit": "digit",
}
