"""Markdown's marks taken off a text, so that only what is printed stays."""

from __future__ import annotations

import html
import re

from extractor.reading.symbols import raised

# A longer line is no paragraph of a report; its marks stay.
LONGEST_LINE = 20_000
_DATA = re.compile(r"\(data:[^()\s]{40,}\)")
_IMAGE = re.compile(r"!\[([^\]\n]{0,200})\](?:\([^)\n]{0,800}\)|\[[^\]\n]{0,100}\])")
_LINK = re.compile(r"\[([^\]\n]{0,200})\]\([^)\n]{0,800}\)")
_SPAN = re.compile(r"\[([^\]\n]{0,200})\]\{[^}\n]{0,300}\}")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>")
_ATTRIBUTES = re.compile(r"\{[#.][^}\n]{0,300}\}$")
_BREAK_TAG = re.compile(r"<br\s*/?>", re.I)
_TAG = re.compile(
    r"</?(?:a|b|big|center|del|div|em|font|h[1-6]|i|img|ins|li|mark|o:p|ol|p|s|section|small|span"
    r"|strong|sub|sup|u|ul)(?:\s[^<>]{0,1000})?/?>",
    re.I,
)
_PICTURE_TAG = re.compile(r"<img\b[^<>]{0,1000}>", re.I)
_STRONG = re.compile(r"(\*{2,3}|__|~~)(?=\S)([^\n]{1,300}?)(?<=\S)\1")
# Between Chinese characters a star marks emphasis, between digits it multiplies.
_EMPHASIS = re.compile(
    r"(?<![\\*A-Za-z0-9])([*])(?=[^\s*])([^*\n]{1,1000}?)(?<=[^\s*])\1(?![*A-Za-z0-9])"
)
_UNDERLINED = re.compile(r"(?<![\\_\w])_(?=[^\s_])([^_\n]{1,1000}?)(?<=[^\s_])_(?![_\w])")
_CODE = re.compile(r"(`{1,3})(?=[^`\n])([^`\n]{1,1000})\1")
_ESCAPE = re.compile(r"""\\([\\`*_{}\[\]()#+\-.!|<>~"'$&:,;=?@^/%])""")
_DELETED = re.compile(r"~~(?=\S)[^~\n]{1,300}(?<=\S)~~|<del\b[^<>]{0,300}>[^<>]{0,300}</del>", re.I)
_RAISED = re.compile(r"<sup\b[^<>]{0,300}>([^<>]{1,100})</sup>", re.I)
_LEFTOVER = re.compile(r"\*\*|(?<![\w/])__(?![\w/])")
# What escaped characters become until the marks are gone: a private area no font of reports uses.
_SHELTER = 0xF1000

HEADING = re.compile(r" {0,3}(#{1,6})\s*([^#\s].*)")
_QUOTE = re.compile(r"(?:\s{0,3}>\s?)+")
_BULLET = re.compile(r"\s{0,6}[-*+]\s+(?=\S)")
_CLOSING = re.compile(r"\s#+$")
RULE_LINE = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,}\s*)")
FENCE = re.compile(r"\s{0,3}(?:`{3,}|~{3,}|:{3,})[^`]*")

_SIGNS = (
    re.compile(r" {0,3}#{1,6} +\S"),
    re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*"),
    re.compile(r".*\*\*\S[^*]{0,200}\*\*.*"),
    re.compile(r".*!\[[^\]]{0,100}\]\(.*"),
)


def looks_marked(lines: list[str]) -> bool:
    """Whether a text file is written in Markdown: two lines with its marks."""
    found = 0
    for line in lines:
        if line[:1] == "\t" or len(line) > 5000:
            continue
        if ("#" in line or "|" in line or "*" in line or "!" in line) and any(
            sign.match(line.strip()) for sign in _SIGNS
        ):
            found += 1
            if found == 2:
                return True
    return False


def without_comments(text: str) -> str:
    """The text without HTML comments (one that is never closed is text) and pictures' data."""
    if "(data:" in text:
        text = _DATA.sub("(data:)", text)
    if "<!--" not in text:
        return text
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts.append(text[at:start])
        at = end + 3
    return "".join(parts) + text[at:]


def heading_of(line: str) -> tuple[int, str] | None:
    """The level and text of a heading line."""
    found = HEADING.fullmatch(line)
    if not found:
        return None
    return len(found.group(1)), _ATTRIBUTES.sub("", _CLOSING.sub("", found.group(2).rstrip()))


def unquoted(line: str) -> str:
    """The line without quotation and list marks in front."""
    if ">" in line[:12]:
        found = _QUOTE.match(line)
        line = line[found.end() :] if found else line
    bullet = _BULLET.match(line)
    return line[bullet.end() :] if bullet else line


def pictures_in(line: str) -> int:
    """How many images a line shows."""
    if ("![" not in line and "<" not in line) or len(line) > LONGEST_LINE:
        return 0
    return len(_IMAGE.findall(line)) + len(_PICTURE_TAG.findall(line))


def plain(text: str) -> str:
    """A line's text without marks; line breaks (a tag, a backslash at the end) become feeds."""
    if len(text) > LONGEST_LINE:
        return text
    if text.endswith("\\") and not text.endswith("\\\\"):
        text = text[:-1]
    if "\\" in text:
        text = _ESCAPE.sub(lambda found: chr(_SHELTER + ord(found.group(1))), text)
    if "<" in text:
        text = _RAISED.sub(lambda found: raised(found.group(1)), text)
        text = _ADDRESS.sub(r"\1", _TAG.sub("", _BREAK_TAG.sub("\n", text)))
    if "](" in text or "][" in text or "]{" in text:
        text = _SPAN.sub(r"\1", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    if "`" in text:
        text = _CODE.sub(r"\2", text)
    for _ in range(2):
        if "**" in text or "__" in text or "~~" in text:
            text = _STRONG.sub(r"\2", text)
    text = _LEFTOVER.sub("", text)
    if "*" in text:
        text = _EMPHASIS.sub(r"\2", text)
    if "_" in text:
        text = _UNDERLINED.sub(r"\1", text)
    if "&" in text:
        text = html.unescape(text)
    return _released(text)


def cell_text(text: str) -> str:
    """A table cell's text without marks."""
    if text.isalnum() or not text:
        return text
    # A figure struck out is none: ~~5~~6 is not 56.
    text = _DELETED.sub("", text) if "~~" in text or "<" in text else text
    return "\n".join(plain(line) for line in text.split("\n"))


def _released(text: str) -> str:
    if any(ord(char) >= _SHELTER for char in text):
        return "".join(
            chr(ord(char) - _SHELTER) if _SHELTER <= ord(char) < _SHELTER + 128 else char
            for char in text
        )
    return text
