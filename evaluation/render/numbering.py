"""Headings and lists whose numbers Word writes: what it counts must be what the report prints."""

from __future__ import annotations

import re

from evaluation.render.grid import Grid
from evaluation.render.layout import Block, Para
from evaluation.spelling import numeral

_PATTERNS = (
    re.compile(r"^([一二三四五六七八九十]+)、"),
    re.compile(r"^（([一二三四五六七八九十]+)）"),
    re.compile(r"^(\d+)\."),
)
SECTION_LEVEL = 0
LEVELS = 3


def numbered(blocks: list[Block]) -> list[tuple[int | None, Block]]:
    """Each block with the list level that numbers it, its text then without that number.

    A number that is not the next one of its level stays in the text.
    """
    counters = [0] * LEVELS
    found: list[tuple[int | None, Block]] = []
    for block in blocks:
        level, rest = (None, "") if isinstance(block, Grid) else _level(block, counters)
        if level is None or isinstance(block, Grid):
            found.append((None, block))
            continue
        counters[level] += 1
        counters[level + 1 :] = [0] * (LEVELS - level - 1)
        found.append((level, Para(block.kind, rest)))
    return found


def _level(para: Para, counters: list[int]) -> tuple[int | None, str]:
    if para.kind in ("title", "right"):
        return None, ""
    for level, pattern in enumerate(_PATTERNS):
        if level == SECTION_LEVEL and para.kind != "section":
            continue
        if not all(counters[:level]):
            # Programs count a level that was never printed as one: keep such numbers in the text.
            continue
        match = pattern.match(para.text)
        following = counters[level] + 1
        if match and match[1] in (numeral(following), str(following)):
            return level, para.text[match.end() :]
    return None, ""


NUMBERING_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        for level, (kind, text) in enumerate(
            (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
        )
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
